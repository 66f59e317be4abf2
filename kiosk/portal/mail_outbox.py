"""The queue of mails: a row is written in the transaction of its cause and sent afterwards, accepted at most once.

States: ``waiting`` → ``sending`` → ``sent``; back to ``waiting`` when the server certainly did not take it; ``failed``
when it never will; ``unsure`` when the connection broke after the mail was handed over, or the portal died meanwhile:
sending again could make two, so a person decides (``kiosk-portal mail retry``). What a mail said is forgotten when it
is sent or never will be, or with the last day on which it can be sent again (``housekeeping``).
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import bad_mail
from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys

Kind = Literal[
    "invitation",
    "code_resend",
    "account_exists",
    "welcome",
    "user_id_reminder",
    "confirm_password",
    "password_changed",
    "direct_reset",
    "choose_user_id",
    "email_changed",
    "verify_email",
    "practice_joined",
    "see_front_desk",
]

STALE: Final = dt.timedelta(minutes=10)
"""A row that has been ``sending`` for longer was left by a portal that died."""

GIVE_UP: Final = dt.timedelta(days=3)
FIRST_WAIT: Final = dt.timedelta(seconds=5)
LONGEST_WAIT: Final = dt.timedelta(hours=1)

FINAL: Final = ("sent", "failed", "unsure")
"""States that no mail leaves by itself."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mail(Sensitive):
    """A mail to be sent.

    Attributes:
        cause: id of what caused it; the same kind and cause is queued once.
        fields: what the template needs; encrypted at rest and blanked when sent.
    """

    practice_id: UUID
    kind: Kind
    cause: UUID
    recipient: str
    language: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claimed(Sensitive):
    """A mail that this process alone is sending now; ``attempts`` includes this one."""

    mail_id: UUID
    kind: Kind
    recipient: str
    language: str
    fields: dict[str, str]
    attempts: int
    created_at: dt.datetime


def queue(connection: sa.Connection, keys: PortalKeys, mail: Mail, now: dt.datetime) -> None:
    """Queue a mail; a second one of the same kind and cause is dropped."""
    mail_id = uuid.uuid4()
    values = {
        "mail_id": mail_id,
        "practice_id": mail.practice_id,
        "dedupe_key": f"{mail.kind}:{mail.cause}",
        "kind": mail.kind,
        "recipient": mail.recipient,
        "language": mail.language,
        "payload": keys.encrypt(msgspec.json.encode(mail.fields), mail_id.bytes),
        "state": "waiting",
        "attempts": 0,
        "next_try": now,
        "created_at": now,
    }
    insert_once(connection, t.mail_outbox, values)


def claim(connection: sa.Connection, keys: PortalKeys, now: dt.datetime) -> Claimed | None:
    """Take the next mail that is due; no other process can take it, too."""
    table = t.mail_outbox
    connection.execute(
        sa.update(table).where(table.c.state == "sending", table.c.next_try < now - STALE).values(state="unsure")
    )
    due = sa.select(table.c.mail_id).where(table.c.state == "waiting", table.c.next_try <= now)
    mail_id = connection.execute(due.order_by(table.c.next_try).limit(1)).scalar_one_or_none()
    if mail_id is None:
        return None
    row = connection.execute(
        sa.update(table)
        .where(table.c.mail_id == mail_id, table.c.state == "waiting")
        .values(state="sending", attempts=table.c.attempts + 1, next_try=now)
        .returning(*table.c)
    ).one_or_none()
    if row is None:
        return None
    return Claimed(
        mail_id=row.mail_id,
        kind=row.kind,
        recipient=row.recipient,
        language=row.language,
        fields=msgspec.json.decode(keys.decrypt(row.payload, row.mail_id.bytes), type=dict[str, str]),
        attempts=row.attempts,
        created_at=row.created_at,
    )


def sent(connection: sa.Connection, mail: Claimed, now: dt.datetime) -> None:
    """The server took it: what it said is forgotten, and an earlier failure with that address is over."""
    _move(connection, mail, {"state": "sent", "payload": None})
    bad_mail.settle(connection, mail.mail_id, now)


def refused(connection: sa.Connection, mail: Claimed, now: dt.datetime, *, for_good: bool) -> None:
    """The server certainly did not take it: try again later and later, or give up and tell the desk."""
    if for_good or now - mail.created_at > GIVE_UP:
        _move(connection, mail, {"state": "failed", "payload": None})
        bad_mail.note(connection, mail.mail_id, now)
        return
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(mail.attempts - 1, 20))
    _move(connection, mail, {"state": "waiting", "next_try": now + wait})


def unsure(connection: sa.Connection, mail: Claimed) -> None:
    """The connection broke after the mail was handed over: nobody knows."""
    _move(connection, mail, {"state": "unsure"})


def retry(connection: sa.Connection, mail_id: UUID, now: dt.datetime) -> bool:
    """Send a mail again of which nobody knows whether it arrived.

    Returns:
        whether it waits now; not if it is no such mail, or what it said is forgotten.
    """
    its = t.mail_outbox.c
    where = (its.mail_id == mail_id, its.state == "unsure", its.payload.is_not(None))
    return (
        connection.execute(sa.update(t.mail_outbox).where(*where).values(state="waiting", next_try=now)).rowcount == 1
    )


def _move(connection: sa.Connection, mail: Claimed, values: dict[str, object]) -> None:
    table = t.mail_outbox
    connection.execute(
        sa.update(table).where(table.c.mail_id == mail.mail_id, table.c.state == "sending").values(values)
    )
