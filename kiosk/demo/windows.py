"""``kiosk demo`` with a display: a tablet and a desk window, each a process of its own, until Ctrl+C."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

from kiosk.demo.backstage import Backstage, backstage, clean_folder
from kiosk.demo.people import MANAGER
from kiosk.device import enrol_device


def run(output: Path) -> int:
    """Open both windows and wait until Ctrl+C, or until both are closed."""
    clean_folder(output)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)  # also where the shell that started us ignores Ctrl+C for its children
    with backstage(output) as house:
        windows: list[subprocess.Popen[bytes]] = []
        try:
            windows.extend(_window(house, output, role) for role in ("tablet", "desk"))
            print("Two windows open: the tablet for patients, and the front desk.")
            print(f"Front desk: {MANAGER}, PIN {house.pin}. On the tablet: hold the practice's name for two seconds.")
            print(f"Mails appear in {output / 'mail' / 'new'}.")
            print("Ctrl+C ends the demo.", flush=True)
            codes = [window.wait() for window in windows]
        except KeyboardInterrupt:
            print("\nThe demo ends.", flush=True)
            return 0
        finally:
            for window in windows:
                window.terminate()
            for window in windows:
                window.wait()
    return max(abs(code) for code in codes)


def _window(house: Backstage, output: Path, role: str) -> subprocess.Popen[bytes]:
    folder = output / role / "device"
    enrol_device(folder, house.ticket(role), None)
    return subprocess.Popen(  # noqa: S603 - our own command
        [
            *(sys.executable, "-m", "kiosk", "run", *(["--desk"] if role == "desk" else [])),
            *("--data-folder", str(folder), "--log-folder", str(output / role / "log")),
            *("--slips-folder", str(output / "slips"), "--full-screen", "false"),
        ],
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is ours: we end the windows, then the portal
    )


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
