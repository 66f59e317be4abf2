"""What stands behind the demo's windows: its folder, a mail server, and a portal with a made-up practice."""

from __future__ import annotations

import contextlib
import shutil
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
