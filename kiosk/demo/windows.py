"""``kiosk demo`` with a display: a tablet and a desk window, each a process of its own, until Ctrl+C."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Final

from kiosk.demo.backstage import Backstage, backstage, clean_folder
from kiosk.demo.day_sheet import write_day_sheet
from kiosk.demo.people import RIVERSIDE
from kiosk.demo.post import Post
from kiosk.device_files import enrol_device

_TRY: Final = """
Two windows open: the tablet for patients, and the front desk.

  Front desk       {manager}, PIN {pin}. On the tablet: hold the practice's name for two seconds.
  Mails, messages  {post} (the mails are files, too, in {mails})
  Support console  {portal}/support
                   name {agent}, password {password}, code {code} (every 30 s a new one, on the page above)

What one can try:
  - On the tablet press "Create An Account" and open the mail that arrives.
  - At the desk enroll a patient, save the slip, and type its code on the tablet under "I have an invitation".
  - At the desk load the day sheet {sheet}. No printer is needed: save the slips as PDF.
  - Type a slip's code with a wrong ZIP code, press "Ask the front desk", and look under "Needs attention".
  - Tick "I have no email", let the patient go on at the desk, and forget the password: "Accounts" has a slip for that.
  - Under "Settings" add a colleague, begin something, and press "Hand over".
  - Press "forgot your password?", or type a wrong password five times.
  - Sign in to the console, press "Be available", and chat from the tablet's "Need Help?".
  - A text message comes where details nearly match an account: sign up again with another email and the same phone.

Ctrl+C ends the demo."""


def run(output: Path) -> int:
    """Open both windows and wait until Ctrl+C, or until both are closed."""
    clean_folder(output)
    with backstage(output) as behind:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _interrupt)  # from now on there are windows to end before the portal
        post, sheet = Post(behind), write_day_sheet(output / "sheets")
        windows: list[subprocess.Popen[bytes]] = []
        try:
            address = post.start()
            windows.extend(_window(behind, output, role) for role in ("tablet", "desk"))
            print(_told(behind, output, address, sheet), flush=True)
            codes = [window.wait() for window in windows]
        except KeyboardInterrupt:
            print("\nThe demo ends.", flush=True)
            return 0
        finally:
            for window in windows:
                window.terminate()
            for window in windows:
                window.wait()
            post.stop()
    return max(abs(code) for code in codes)


def _told(behind: Backstage, output: Path, post: str, sheet: Path) -> str:
    badge = behind.badge
    return _TRY.format(
        manager=RIVERSIDE.manager,
        pin=behind.pin,
        post=post,
        sheet=sheet,
        mails=output / "mail" / "new",
        portal=behind.portal.url,
        agent=badge.name,
        password=badge.password,
        code=badge.code(),
    )


def _window(behind: Backstage, output: Path, role: str) -> subprocess.Popen[bytes]:
    folder = output / role / "device"
    enrol_device(folder, behind.ticket(behind.riverside, role), None)
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
