"""What the process does to itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.errors import NotReadyError
from kiosk.process import hold_instance

ROOT = Path(__file__).resolve().parent.parent

HARDENED = """
import ctypes, os, resource
from kiosk.process import harden
harden()
os.umask(umask := os.umask(0))
PR_GET_DUMPABLE = 3
print(resource.getrlimit(resource.RLIMIT_CORE), oct(umask), ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
"""


@pytest.mark.rule("K2")
def test_nothing_typed_reaches_a_core_dump_or_another_users_eyes() -> None:
    """No core file, not dumpable (which bars other processes of the same user too), private files."""
    done = subprocess.run([sys.executable, "-c", HARDENED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0) 0o77 0"


def test_one_instance_a_folder(tmp_path: Path) -> None:
    """A second one is refused while the first lives, and another folder is its own."""
    folder = tmp_path / "lock"
    with hold_instance(folder):
        with pytest.raises(NotReadyError):
            hold_instance(folder)
        hold_instance(tmp_path / "other").close()
    hold_instance(folder).close()


def test_a_killed_instance_holds_nothing(tmp_path: Path) -> None:
    """The lock dies with its process: no stale file keeps the kiosk from starting."""
    code = (
        f"from kiosk.process import hold_instance; from pathlib import Path; f = hold_instance(Path({str(tmp_path)!r}))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", f"{code}; print('held', flush=True); input()"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(NotReadyError):
            hold_instance(tmp_path)
        child.kill()
        child.wait()
        hold_instance(tmp_path).close()
