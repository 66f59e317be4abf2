"""What stands behind the demo: its folder, servers for mails and text messages, and a portal with two practices."""

from __future__ import annotations

import contextlib
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from kiosk.demo.agent import Badge
from kiosk.demo.mailbox import MailServer
from kiosk.demo.people import AGENT, NORTHGATE, RIVERSIDE, Clinic
from kiosk.demo.phone_box import PhoneBox
from kiosk.demo.portal_process import PortalProcess
from kiosk.domain.errors import UsageError

BUILD_MARK = ".kiosk-demo"


@dataclass(frozen=True, slots=True)
class Backstage:
    """The demo's portal, with what sends and receives behind it.

    Attributes:
        riverside, northgate: ids of the two practices.
        pin: of Riverside's manager.
        badge: of the support agent.
    """

    mail: MailServer
    phones: PhoneBox
    portal: PortalProcess
    riverside: str
    northgate: str
    pin: str
    badge: Badge

    def ticket(self, practice_id: str, role: str) -> str:
        """A one-time enrolment ticket."""
        made = self.portal.admin("device", "add", "--practice", practice_id, "--role", role)
        return str(made["ticket"])


def clean_folder(output: Path) -> None:
    """Empty the demo's folder.

    Raises:
        UsageError: it holds something else than a former demo.
    """
    if output.exists() and any(output.iterdir()) and not (output / BUILD_MARK).exists():
        raise UsageError(f"{output} is not empty and not a former demo's; name another folder")
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True, mode=0o700)
    (output / BUILD_MARK).touch()


@contextlib.contextmanager
def backstage(output: Path) -> Iterator[Backstage]:
    """Start the servers and a portal with two practices, a manager with a random PIN, an agent; stop all at the end."""
    mail, phones = MailServer(output / "mail"), PhoneBox()
    portal = PortalProcess(output / "portal", mail.start(), phones.start())
    try:
        leave_nothing_running(portal.stop)
        portal.admin("init")
        riverside, northgate = (_practice(portal, clinic) for clinic in (RIVERSIDE, NORTHGATE))
        manager = ("--name", RIVERSIDE.manager, "--role", "manager", "--random-pin")
        pin = str(portal.admin("staff", "add", "--practice", riverside, *manager)["pin"])
        name, display = AGENT
        agent = portal.admin("agent", "add", name, "--display", display, "--random-password")
        badge = Badge(name, str(agent["password"]), str(agent["totp"]))
        portal.start()
        yield Backstage(mail, phones, portal, riverside, northgate, pin, badge)
    finally:
        portal.stop()
        phones.stop()
        mail.stop()


def leave_nothing_running(stop: Callable[[], None]) -> None:
    """Let what would end this process call ``stop`` first: the portal has a session of its own and would live on.

    Not by an exception: raised in one of Qt's slots it would be printed and forgotten.
    """

    def leave(number: int, frame: FrameType | None) -> None:
        stop()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)


def _practice(portal: PortalProcess, clinic: Clinic) -> str:
    given = ("--name", clinic.name, "--host", clinic.host, "--time-zone", clinic.time_zone)
    return str(portal.admin("practice", "add", *given)["practice_id"])
