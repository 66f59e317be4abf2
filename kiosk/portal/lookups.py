"""Lookups choose the tablet's next screen and nothing else: they write no account, and every answer is neutral."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, UserId, ZipCode
from kiosk.portal import lockouts
from kiosk.portal import tables as t
from kiosk.portal.devices import Device
from kiosk.portal.invitations import OPEN_STATES
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire import InvitationAnswer, InvitationLookup, UserIdAnswer, UserIdLookup


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

    Unknown, used, expired and wrong are all ``no_match``, and lock alike.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    today = now.date() + dt.timedelta(days=1)  # of any zone: this only keeps nonsense out
    birth_date = BirthDate.parse_iso(asked.birth_date, today=today)
    zip_code = ZipCode.parse(asked.zip_code)
    if isinstance(birth_date, Refused) or isinstance(zip_code, Refused):
        raise RequestRefusedError("malformed", "not a date of birth and a ZIP code")
    if not re.fullmatch(r"[A-Za-z0-9_-]{43}", asked.lookup_id):
        raise RequestRefusedError("malformed", "not a lookup id")
    key = lockouts.invitation_key(device.practice_id, asked.lookup_id)
    if lockouts.is_locked(connection, key, now):
        return InvitationAnswer(state="locked")
    row = connection.execute(
        sa.select(t.invitations).where(
            t.invitations.c.practice_id == device.practice_id,
            t.invitations.c.lookup_id == asked.lookup_id,
            t.invitations.c.birth_date_cmp == birth_date.comparison,
            t.invitations.c.zip_cmp == zip_code.comparison,
            t.invitations.c.state.in_(OPEN_STATES),
            t.invitations.c.expires_at > now,
        )
    ).one_or_none()
    if row is None:
        return InvitationAnswer(state="locked" if lockouts.failed(connection, key, now) else "no_match")
    lockouts.succeeded(connection, key)
    missing: list[Literal["gender", "phone"]] = []
    if row.gender is None:
        missing.append("gender")
    if row.phone is None:
        missing.append("phone")
    return InvitationAnswer(state="match", invitation_id=row.invitation_id, missing=missing)
