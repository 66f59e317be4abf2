"""Lookups choose the tablet's next screen and nothing else: they write no account, and every answer is neutral."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, UserId, ZipCode
from kiosk.portal import cases, changes, codes, facts, lockouts
from kiosk.portal import tables as t
from kiosk.portal.devices import Device
from kiosk.portal.facts import Fact
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import (
    InvitationAnswer,
    InvitationLookup,
    RequestAnswer,
    RequestLookup,
    UserIdAnswer,
    UserIdLookup,
)


def user_id(connection: sa.Connection, asked: UserIdLookup) -> UserIdAnswer:
    """Whether a user ID is free over all practices (S4).

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    parsed = UserId.parse(asked.user_id)
    if isinstance(parsed, Refused):
        raise RequestRefusedError("malformed", "not a user ID")
    query = sa.select(t.accounts.c.account_id).where(t.accounts.c.user_id == parsed.text)
    return UserIdAnswer(free=connection.execute(query).first() is None)


def invitation(
    connection: sa.Connection, device: Device, asked: InvitationLookup, now: dt.datetime
) -> InvitationAnswer:
    """Whether code, date of birth and ZIP agree with an open invitation of this practice (S13).

    Unknown, used, expired and wrong are all ``no_match``, and lock alike. A match is noted, so that ``match`` may be
    asked about this invitation.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    today = now.date() + dt.timedelta(days=1)  # of any zone: this only keeps nonsense out
    birth_date = BirthDate.parse_iso(asked.birth_date, today=today)
    zip_code = ZipCode.parse(asked.zip_code) if asked.zip_code else None
    if isinstance(birth_date, Refused) or isinstance(zip_code, Refused):
        raise RequestRefusedError("malformed", "not a date of birth and a ZIP code")
    if not re.fullmatch(r"[A-Za-z0-9_-]{43}", asked.lookup_id):
        raise RequestRefusedError("malformed", "not a lookup id")
    key = lockouts.invitation_key(device.practice_id, asked.lookup_id)
    until = lockouts.hold(connection, key, now)  # held: of many tries at once, no more than five are answered
    if until is not None:
        return InvitationAnswer(state="locked", until=lockouts.clock(until))
    row = codes.find(connection, device.practice_id, asked.lookup_id, now)
    typed = (birth_date.comparison, zip_code.comparison if zip_code else None)
    if row is None or (row.birth_date_cmp, row.zip_cmp) != typed:
        counted = codes.count_wrong(connection, device.practice_id, asked.lookup_id, now)
        changes.append(connection, device.practice_id, counted.changed)
        if counted.locked:
            return InvitationAnswer(state="locked", until=counted.until and lockouts.clock(counted.until))
        return InvitationAnswer(state="no_match")
    lockouts.succeeded(connection, key)
    facts.note(connection, device.practice_id, row.invitation_id, Fact.OPENED, now, of=row.invitation_id)
    missing: list[Literal["gender", "phone"]] = []
    if row.gender is None:
        missing.append("gender")
    if row.phone is None:
        missing.append("phone")
    known = facts.known(connection, device.practice_id, row.invitation_id)
    return InvitationAnswer(
        state="match",
        invitation_id=row.invitation_id,
        missing=missing,
        minor_allowed=Fact.ALLOWED_MINOR in known,
    )


def request(connection: sa.Connection, device: Device, asked: RequestLookup) -> RequestAnswer:
    """How far the desk is with a request of this very device (F4)."""
    state = cases.request_state(connection, device.practice_id, device.device_id, asked.op_id)
    return RequestAnswer(state=state)
