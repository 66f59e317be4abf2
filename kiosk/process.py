"""What the process does to itself at start: no core dumps, no debugger, private files, one instance."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import sys
from pathlib import Path
from typing import IO, Final

from kiosk.domain.errors import NotReadyError

_PR_SET_DUMPABLE: Final = 4


def harden() -> None:
    """RLIMIT_CORE 0, not dumpable (Linux), umask 077: what is typed reaches no file but ours (``SECURITY.md``)."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def hold_instance(folder: Path) -> IO[str]:
    """Hold the folder for this process until the returned file is closed.

    Raises:
        NotReadyError: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = (folder / "kiosk.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise NotReadyError("the kiosk is already running on this data") from None
    return file
