"""What the process does to itself at start: no core dumps, no debugger, private files, one instance."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import resource
import signal
import sys
from collections.abc import Iterator
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


@contextlib.contextmanager
def ends_like_ctrl_c() -> Iterator[None]:
    """Within, SIGTERM is a ``KeyboardInterrupt``: a command that a timer gives up on takes its print back first."""
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


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
