"""``kiosk demo --headless``: three patients, offscreen, with a report. Exit 0 only if all is as promised."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.demo.mailbox import MailServer
from kiosk.demo.people import HOST, MANAGER, PRACTICE, TIME_ZONE
from kiosk.demo.portal_process import PortalProcess

BUILD_MARK = ".kiosk-demo"


@dataclass(frozen=True, slots=True)
class Backstage:
    """The demo's portal with its made-up practice, and the mail server behind it."""

    mail: MailServer
    portal: PortalProcess
    practice_id: str
    pin: str

    def ticket(self, role: str) -> str:
        """A one-time enrolment ticket."""
        made = self.portal.admin("device", "add", "--practice", self.practice_id, "--role", role)
        return str(made["ticket"])


def clean_folder(output: Path) -> None:
    """Empty the demo's folder.

    Raises:
        ValueError: it holds something else than a former demo.
    """
    if output.exists() and any(output.iterdir()) and not (output / BUILD_MARK).exists():
        raise ValueError(f"{output} is not empty and not a former demo's; name another folder")
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True, mode=0o700)
    (output / BUILD_MARK).touch()


@contextlib.contextmanager
def backstage(output: Path) -> Iterator[Backstage]:
    """Start mail server and portal with practice, manager and random PIN; stop both at the end."""
    mail = MailServer(output / "mail")
    portal = PortalProcess(output / "portal", mail.start())
    try:
        portal.admin("init")
        added = portal.admin("practice", "add", "--name", PRACTICE, "--host", HOST, "--time-zone", TIME_ZONE)
        practice_id = str(added["practice_id"])
        staff = portal.admin(
            *("staff", "add", "--practice", practice_id, "--name", MANAGER, "--role", "manager", "--random-pin")
        )
        portal.start()
        yield Backstage(mail, portal, practice_id, str(staff["pin"]))
    finally:
        portal.stop()
        mail.stop()


def play(output: Path) -> int:
    """Play all journeys and write the report.

    Returns:
        0 if everything is as promised, else 1.
    """
    begun = time.monotonic()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    clean_folder(output)
    with backstage(output) as house:
        _say("The portal stands, with the made-up practice and one manager.")
        from kiosk.demo.play import play_in

        promised = play_in(house, output)
    _say(f"\nReport: {output / 'index.html'} and {output / 'report.json'}")
    seconds = time.monotonic() - begun
    if not promised:
        print("The demo failed: something is not as promised.", file=sys.stderr)
        return 1
    _say(f"The demo is done: three patients, three accounts, nothing left on the tablet ({seconds:.0f} s).")
    return 0


def _say(text: str) -> None:
    print(text, flush=True)
