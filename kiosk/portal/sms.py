"""Text messages: what they say, and their queue, which is filled in the transaction of the cause.

States as of mails (``mail_outbox``). A code that nobody could read in time is not sent any more.
"""

from __future__ import annotations

import datetime as dt
import string
import tomllib
import uuid
from dataclasses import dataclass
from functools import cache
from typing import Final
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.values import Language, Sensitive
from kiosk.portal import tables_people as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.resources import resource

STALE: Final = dt.timedelta(minutes=2)
"""A row that has been ``sending`` for longer was left by a portal that died."""

FIRST_WAIT: Final = dt.timedelta(seconds=2)
LONGEST_WAIT: Final = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Message(Sensitive):
    """A message to be sent.

    Attributes:
        number: E.164.
        expires_at: from then on it is not sent.
    """

    number: str
    text: str
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claimed(Sensitive):
    """A message that this process alone is sending now; ``attempts`` includes this one."""

    sms_id: UUID
    number: str
    text: str
    attempts: int


class _Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str


class _Payload(msgspec.Struct, frozen=True):
    number: str
    text: str


def phone_code(language: str, *, practice: str, code: str) -> str:
    """The words around six digits (S29); to add a language: a file ``phone_code.LANGUAGE.toml``."""
    return string.Template(_template("phone_code", Language(language).value)).substitute(practice=practice, code=code)


def support_code(language: str, *, practice: str, code: str) -> str:
    """The words around six digits that are told to an agent in a chat (S41)."""
    return string.Template(_template("support_code", Language(language).value)).substitute(practice=practice, code=code)


@cache
def _template(kind: str, language: str) -> str:
    read = tomllib.loads(resource("sms", f"{kind}.{language}.toml").read_text("utf-8"))
    return msgspec.convert(read, _Template).text


def queue(connection: sa.Connection, keys: PortalKeys, practice_id: UUID, message: Message, now: dt.datetime) -> None:
    """Queue a message; number and text are encrypted, and blanked when it is sent or will never be."""
    sms_id = uuid.uuid4()
    payload = msgspec.json.encode(_Payload(message.number, message.text))
    connection.execute(
        sa.insert(t.sms_outbox).values(
            sms_id=sms_id,
            practice_id=practice_id,
            payload=keys.encrypt(payload, sms_id.bytes),
            state="waiting",
            attempts=0,
            next_try=now,
            created_at=now,
            expires_at=message.expires_at,
        )
    )


def claim(connection: sa.Connection, keys: PortalKeys, now: dt.datetime) -> Claimed | None:
    """Take the next message that is due; no other process can take it, too."""
    table = t.sms_outbox
    left = (table.c.state == "sending", table.c.next_try < now - STALE)
    connection.execute(sa.update(table).where(*left).values(state="unsure", payload=None))
    late = (table.c.state == "waiting", table.c.expires_at <= now)
    connection.execute(sa.update(table).where(*late).values(state="failed", payload=None))
    due = sa.select(table.c.sms_id).where(table.c.state == "waiting", table.c.next_try <= now)
    sms_id = connection.execute(due.order_by(table.c.next_try).limit(1)).scalar_one_or_none()
    if sms_id is None:
        return None
    row = connection.execute(
        sa.update(table)
        .where(table.c.sms_id == sms_id, table.c.state == "waiting")
        .values(state="sending", attempts=table.c.attempts + 1, next_try=now)
        .returning(*table.c)
    ).one_or_none()
    if row is None:
        return None
    payload = msgspec.json.decode(keys.decrypt(row.payload, row.sms_id.bytes), type=_Payload)
    return Claimed(sms_id=row.sms_id, number=payload.number, text=payload.text, attempts=row.attempts)


def sent(connection: sa.Connection, message: Claimed) -> None:
    """The gateway took it: what it said is forgotten."""
    _move(connection, message, {"state": "sent", "payload": None})


def refused(connection: sa.Connection, message: Claimed, now: dt.datetime, *, for_good: bool) -> None:
    """The gateway certainly did not take it: try again while the code is good, or give up."""
    if for_good:
        _move(connection, message, {"state": "failed", "payload": None})
        return
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(message.attempts - 1, 20))
    _move(connection, message, {"state": "waiting", "next_try": now + wait})


def unsure(connection: sa.Connection, message: Claimed) -> None:
    """Nobody knows whether it was taken; the patient can ask for another."""
    _move(connection, message, {"state": "unsure", "payload": None})


def _move(connection: sa.Connection, message: Claimed, values: dict[str, object]) -> None:
    table = t.sms_outbox
    connection.execute(
        sa.update(table).where(table.c.sms_id == message.sms_id, table.c.state == "sending").values(values)
    )
