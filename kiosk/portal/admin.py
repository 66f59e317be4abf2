"""What the command line does to the database, and what it reads from it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.staff import Pin, StaffRole
from kiosk.domain.values import Sensitive
from kiosk.portal import changes, devices, practices, schema
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol import keys as protocol_keys
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.enrolment import Ticket, portal_url
from kiosk.protocol.wire import PracticeInfo, Role
from kiosk.vault.pin import SALT_BYTES, pin_verifier

EPOCH_BYTES = 9


def initialise(database: Database) -> None:
    """Make the tables and the portal's own row; a second time changes nothing."""
    schema.upgrade(database)

    def work(connection: sa.Connection) -> None:
        if connection.execute(sa.select(t.portal.c.one)).first() is None:
            connection.execute(sa.insert(t.portal).values(one=1, epoch=_new_epoch(), public_url=""))

    database.run(work)


def begin_epoch(database: Database) -> None:
    """After a backup was put back: every device sends again what this database lacks, and takes its copy anew.

    Without it a device whose copy is newer than the backup would go on as if nothing were missing.
    """
    database.run(lambda connection: connection.execute(sa.update(t.portal).values(epoch=_new_epoch())))


def _new_epoch() -> str:
    return b64encode(secrets.token_bytes(EPOCH_BYTES))


def add_practice(database: Database, info: PracticeInfo, now: dt.datetime) -> None:
    """Store a new practice and tell its devices.

    Raises:
        ValueError: a field no device could use; the message names it.
    """

    def work(connection: sa.Connection) -> None:
        practices.add(connection, info, now)
        changes.append(connection, info.practice_id, [Changed("practice", info.practice_id)])

    database.run(work)


def add_device(
    database: Database, keys: PortalKeys, practice_id: UUID, role: Role, now: dt.datetime, url: str | None = None
) -> Ticket:
    """Make a ticket with which one device can enrol within ten minutes.

    Args:
        database: the portal's.
        keys: the portal's; the ticket names their root.
        practice_id: whose device it will be.
        role: tablet or desk.
        now: the portal's clock.
        url: how the device reaches the portal; by default the URL under which it was last served.

    Raises:
        ValueError: the URL is not known yet, or none that a device may use.
        RequestRefusedError: there is no such practice.
    """

    def work(connection: sa.Connection) -> Ticket:
        known = url or connection.execute(sa.select(t.portal.c.public_url)).scalar_one()
        if not known:
            raise ValueError("the portal was never served, so its URL is not known: give one")
        code = devices.add_code(connection, practice_id, role, now)
        return Ticket(portal_url(known), code, protocol_keys.root_hash(keys.root_public))

    return database.run(work)


def list_devices(database: Database) -> Sequence[sa.Row[Any]]:
    """Every device with its practice, oldest first."""
    query = (
        sa.select(t.devices, t.practices.c.name.label("practice"))
        .join(t.practices, t.practices.c.practice_id == t.devices.c.practice_id)
        .order_by(t.devices.c.created_at)
    )
    return database.run(lambda connection: connection.execute(query).all())


def revoke_device(database: Database, device_id: UUID) -> bool:
    """Shut a device out; returns whether there is one."""
    return database.run(lambda connection: devices.revoke(connection, device_id))


def random_pin() -> Pin:
    """Six random digits that are no run."""
    while True:
        pin = Pin.parse(f"{secrets.randbelow(10**6):06d}")
        if isinstance(pin, Pin):
            return pin


def add_staff(database: Database, practice_id: UUID, name: str, role: StaffRole, pin: Pin) -> UUID:
    """Store a staff member and tell the practice's devices.

    Returns:
        the new id.

    Raises:
        ValueError: the name is empty, too long or not printable.
        RequestRefusedError: there is no such practice.
    """
    verifier = pin_verifier(pin.digits, secrets.token_bytes(SALT_BYTES))

    def work(connection: sa.Connection) -> UUID:
        staff_id = practices.add_staff(connection, practice_id, name, role, verifier)
        changes.append(connection, practice_id, [Changed("staff", staff_id)])
        return staff_id

    return database.run(work)


@dataclass(frozen=True, slots=True, repr=False)
class QueuedMail(Sensitive):
    """One mail of the outbox; ``state`` as in ``mail_outbox``, ``recipient`` empty once it is forgotten."""

    mail_id: UUID
    kind: str
    state: str
    recipient: str
    attempts: int
    created_at: dt.datetime
    practice: str


def list_mails(database: Database, *, also_sent: bool = True) -> list[QueuedMail]:
    """The mails, oldest first: every one, or those that were not sent."""
    its = t.mail_outbox.c
    query = (
        sa.select(
            *(its.mail_id, its.kind, its.state, its.recipient, its.attempts, its.created_at),
            t.practices.c.name.label("practice"),
        )
        .join(t.practices, t.practices.c.practice_id == its.practice_id)
        .order_by(its.created_at, its.mail_id)
    )
    if not also_sent:
        query = query.where(its.state != "sent")
    return database.run(lambda connection: [QueuedMail(*row) for row in connection.execute(query)])
