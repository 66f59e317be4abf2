"""The house in which the journeys play: a real portal process, real SMTP, the breakable line, enrolled devices."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.demo.mailbox import Mail, MailServer
from kiosk.demo.phone_box import PhoneBox
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.staff import Pin, StaffRole
from kiosk.portal import admin, engine, keyfile
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol.wire import PracticeInfo, Role
from kiosk.vault import pin as vault_pin
from tests.journeys.line import Line

PRACTICE = "Lakeside Family Practice"
HOST = "portal.lakeside.example"
OTHER_PRACTICE = "Hilltop Clinic"
OTHER_HOST = "portal.hilltop.example"
PIN = "482915"


@dataclass(frozen=True, slots=True)
class House:
    """One portal with one practice; ``database`` is the portal's own file, opened beside the running process."""

    mail: MailServer
    phones: PhoneBox
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
        """Another practice at the same portal, with a desk of its own; the same one whenever it is asked for."""
        query = sa.select(t.practices.c.practice_id).where(t.practices.c.name == OTHER_PRACTICE)
        for row in self.rows(query):
            return UUID(str(row.practice_id))
        practice_id = uuid.uuid4()
        add_practice(self.database, practice_id, OTHER_PRACTICE, OTHER_HOST)
        return practice_id

    def rows(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        """Read the portal's database."""
        return self.database.run(lambda connection: list(connection.execute(query).all()))

    def accounts(self, email: str) -> list[sa.Row[Any]]:
        """The accounts with an email."""
        return self.rows(sa.select(t.accounts).where(t.accounts.c.email_cmp == email))

    def account(self, user_id: str) -> sa.Row[Any] | None:
        """The account with a user ID: who has no email is found by it."""
        found = self.rows(sa.select(t.accounts).where(t.accounts.c.user_id == user_id))
        return found[0] if found else None

    def invitations(self, last: str) -> list[str]:
        """States of the invitations for people of a last name."""
        query = sa.select(t.invitations).where(t.invitations.c.last == last).order_by(t.invitations.c.made_at)
        return [row.state for row in self.rows(query)]

    def queued(self, email: str) -> list[str]:
        """Kinds of all mails to an address that the portal ever decided to send, in order."""
        query = sa.select(t.mail_outbox.c.kind).where(t.mail_outbox.c.recipient == email)
        return [row.kind for row in self.rows(query.order_by(t.mail_outbox.c.created_at))]

    def arrived(self, email: str) -> list[Mail]:
        """All mails that the mail server took for an address, once those that the portal decided on are there."""
        self.mail.wait_for_count(email, len(self.queued(email)))
        return [mail for mail in self.mail.mails() if mail.to == email]

    def mailed(self, email: str, kind: str) -> Mail:
        """The newest mail of a kind to an address, once it is there."""
        kinds = self.queued(email)
        assert kind in kinds, f"the portal decided on {kinds}"
        return self.arrived(email)[len(kinds) - 1 - kinds[::-1].index(kind)]

    def link(self, mail: Mail, path: str = "") -> str:
        """The link of a mail as the patient's browser finds it: https ends at a proxy, which is not played here.

        Args:
            mail: that arrived.
            path: how the link's path begins, "a" or a purpose of ``portal.tokens``; by default the first link.
        """
        links = re.findall(rf"https://([a-z.]+\.example/{re.escape(path)}\S+)", words_of(mail))
        assert links, "no such link"
        return f"http://{links[0]}"

    def phone_code(self, number: str, count: int = 1) -> str:
        """The six digits of the text message number ``count`` to a phone (10 digits), once it is there."""
        (digits,) = re.findall(r"\b[0-9]{6}\b", self.phones.wait_for(f"+1{number}", count).body)
        return str(digits)

    def texts(self) -> int:
        """How many text messages the portal ever decided to send, to anybody."""
        return len(self.rows(sa.select(tp.sms_outbox.c.sms_id)))

    def cases(self, email: str) -> list[str]:
        """Kinds of the cases about an account with an email."""
        joined = t.cases.join(t.accounts, t.accounts.c.account_id == t.cases.c.account_id)
        query = sa.select(t.cases.c.kind).select_from(joined).where(t.accounts.c.email_cmp == email)
        return [row.kind for row in self.rows(query)]

    def memberships(self, email: str) -> list[str]:
        """Names of the practices that the accounts with an email belong to, in the order of joining."""
        joined = t.memberships.join(t.accounts, t.accounts.c.account_id == t.memberships.c.account_id).join(
            t.practices, t.practices.c.practice_id == t.memberships.c.practice_id
        )
        query = sa.select(t.practices.c.name).select_from(joined).where(t.accounts.c.email_cmp == email)
        return [row.name for row in self.rows(query.order_by(t.memberships.c.since))]


def words_of(mail: Mail) -> str:
    """What a mail says, as plain text."""
    body = mail.message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def add_practice(database: engine.Database, practice_id: UUID, name: str, host: str) -> None:
    """Make a practice with one person on its staff."""
    info = PracticeInfo(
        practice_id=practice_id, name=name, portal_host=host, time_zone="America/Chicago", language="en"
    )
    admin.add_practice(database, info, utc_now())
    pin = Pin.parse(PIN)
    assert isinstance(pin, Pin)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault_pin, "MEMORY_KIB", 1024)  # devices read from a verifier what it costs
        admin.add_staff(database, practice_id, "Dana Reyes", StaffRole.MANAGER, pin)


@contextlib.contextmanager
def house_in(folder: Path) -> Iterator[House]:
    """Build a house in a folder; take it down at the end."""
    mail = MailServer(folder / "mail")
    phones = PhoneBox()
    portal = PortalProcess(folder / "portal", mail.start(), phones.start())
    line = Line(portal.url.removeprefix("http://")).open()
    portal.public_url = line.url
    path = portal.folder / "portal.db"
    keys = keyfile.create(path.with_name(path.name + ".keys.json"))
    database = engine.open_database(portal.database, keys, create=True)
    try:
        admin.initialise(database)
        practice_id = uuid.uuid4()
        add_practice(database, practice_id, PRACTICE, HOST)
        portal.start()
        yield House(mail, phones, portal, line, database, keys, practice_id)
    finally:
        line.close()
        portal.stop()
        database.close()
        mail.stop()
        phones.stop()


def opened(folder: Path) -> Device:
    """Open an enrolled device, as at its start."""
    state, device = open_device(folder, None)
    assert device is not None, state
    return device


def utc_now() -> dt.datetime:
    """Now."""
    return dt.datetime.now(dt.UTC)
