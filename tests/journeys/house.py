"""The house in which the journeys play: a real portal process, real SMTP, the breakable line, enrolled devices."""

from __future__ import annotations

import contextlib
import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.demo.mailbox import Mail, MailServer
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import Device, enrol_device, open_device
from kiosk.domain.staff import Pin, StaffRole
from kiosk.portal import admin, engine, keyfile
from kiosk.portal import tables as t
from kiosk.protocol.wire import PracticeInfo, Role
from tests.journeys.line import Line

PRACTICE = "Lakeside Family Practice"
HOST = "portal.lakeside.example"
PIN = "482915"


@dataclass(frozen=True, slots=True)
class House:
    """One portal with one practice; ``database`` is the portal's own file, opened beside the running process."""

    mail: MailServer
    portal: PortalProcess
    line: Line
    database: engine.Database
    keys: keyfile.PortalKeys
    practice_id: UUID

    def ticket(self, role: Role, *, practice_id: UUID | None = None, direct: bool = False) -> str:
        """A one-time enrolment ticket.

        Args:
            role: tablet or desk.
            practice_id: of another practice than the house's own.
            direct: past the breakable line.
        """
        url = self.portal.url if direct else self.line.url
        made = admin.add_device(self.database, self.keys, practice_id or self.practice_id, role, utc_now(), url)
        return made.encode()

    def enrolled(self, folder: Path, role: Role, *, practice_id: UUID | None = None, direct: bool = False) -> Device:
        """Enrol a device with a development key, open it, and let it fetch what its practice knows."""
        enrol_device(folder, self.ticket(role, practice_id=practice_id, direct=direct), None)
        device = opened(folder)
        device.engine.run_once(device.clock.now())
        return device

    def second_practice(self) -> UUID:
        """Another practice at the same portal."""
        practice_id = uuid.uuid4()
        add_practice(self.database, practice_id, "Hilltop Clinic", "portal.hilltop.example")
        return practice_id

    def rows(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        """Read the portal's database."""
        return self.database.run(lambda connection: list(connection.execute(query).all()))

    def accounts(self, email: str) -> list[sa.Row[Any]]:
        """The accounts with an email."""
        return self.rows(sa.select(t.accounts).where(t.accounts.c.email_cmp == email))

    def queued(self, email: str) -> list[str]:
        """Kinds of all mails to an address that the portal ever decided to send, in order."""
        query = sa.select(t.mail_outbox.c.kind).where(t.mail_outbox.c.recipient == email)
        return [row.kind for row in self.rows(query.order_by(t.mail_outbox.c.created_at))]

    def arrived(self, email: str) -> list[Mail]:
        """All mails that the mail server took for an address, once those that the portal decided on are there."""
        self.mail.wait_for_count(email, len(self.queued(email)))
        return [mail for mail in self.mail.mails() if mail.to == email]

    def cases(self, email: str) -> list[str]:
        """Kinds of the cases about an account with an email."""
        joined = t.cases.join(t.accounts, t.accounts.c.account_id == t.cases.c.account_id)
        query = sa.select(t.cases.c.kind).select_from(joined).where(t.accounts.c.email_cmp == email)
        return [row.kind for row in self.rows(query)]


def add_practice(database: engine.Database, practice_id: UUID, name: str, host: str) -> None:
    """Make a practice."""
    info = PracticeInfo(
        practice_id=practice_id, name=name, portal_host=host, time_zone="America/Chicago", language="en"
    )
    admin.add_practice(database, info, utc_now())


@contextlib.contextmanager
def house_in(folder: Path) -> Iterator[House]:
    """Build a house in a folder; take it down at the end."""
    mail = MailServer(folder / "mail")
    portal = PortalProcess(folder / "portal", mail.start())
    line = Line(portal.url.removeprefix("http://")).open()
    portal.public_url = line.url
    path = portal.folder / "portal.db"
    keys = keyfile.create(path.with_name(path.name + ".keys.json"))
    database = engine.open_database(portal.database, keys, create=True)
    try:
        admin.initialise(database)
        practice_id = uuid.uuid4()
        add_practice(database, practice_id, PRACTICE, HOST)
        pin = Pin.parse(PIN)
        assert isinstance(pin, Pin)
        admin.add_staff(database, practice_id, "Dana Reyes", StaffRole.MANAGER, pin)
        portal.start()
        yield House(mail, portal, line, database, keys, practice_id)
    finally:
        line.close()
        portal.stop()
        database.close()
        mail.stop()


def opened(folder: Path) -> Device:
    """Open an enrolled device, as at its start."""
    state, device = open_device(folder, None)
    assert device is not None, state
    return device


def utc_now() -> dt.datetime:
    """Now."""
    return dt.datetime.now(dt.UTC)
