"""A desk looks for an invitation of its practice (F1): by name, date of birth or number."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.desk_search import LETTERS_MIN
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, fold_name
from kiosk.portal import tables as t
from kiosk.portal.codes import OPEN_STATES
from kiosk.portal.devices import Device
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import FoundInvitation, InvitationSearch, InvitationsFound

ROWS_MAX: Final = 50
NAME_MAX: Final = 200


def search(connection: sa.Connection, device: Device, asked: InvitationSearch, now: dt.datetime) -> InvitationsFound:
    """The practice's invitations for which all that is given holds, the newest first.

    Raises:
        RequestRefusedError: ``not_found`` for a tablet, which is told of nobody (K2); ``malformed``, if no screen of
            ours lets it through.
    """
    if device.role != "desk":
        raise RequestRefusedError("not_found", "only a desk looks for invitations")
    invited = t.invitations.c
    query = (
        sa.select(t.invitations)
        .where(invited.practice_id == device.practice_id, invited.birth_date != "", *_conditions(asked, now))
        .order_by(invited.made_at.desc(), invited.invitation_id)
        .limit(ROWS_MAX + 1)
    )
    rows = connection.execute(query).all()
    whole = asked.invitation_id is not None
    return InvitationsFound(
        invitations=[_found(row, now, whole=whole) for row in rows[:ROWS_MAX]], more=len(rows) > ROWS_MAX
    )


def named(people: sa.Table, name: str) -> sa.ColumnElement[bool]:
    """People with these letters anywhere in their name, in either order, without accents.

    Raises:
        RequestRefusedError: ``malformed``.
    """
    letters = fold_name(name)
    if len(letters) < LETTERS_MIN or len(name) > NAME_MAX:
        raise RequestRefusedError("malformed", f"at least {LETTERS_MIN} letters of a name")
    first, last = people.c.first_cmp, people.c.last_cmp
    return sa.or_(*(order.contains(letters, autoescape=True) for order in (first + last, last + first)))


def born(people: sa.Table, birth_date: str, now: dt.datetime) -> sa.ColumnElement[bool]:
    """People born on a day (ISO 8601).

    Raises:
        RequestRefusedError: ``malformed``.
    """
    parsed = BirthDate.parse_iso(birth_date, today=now.date() + dt.timedelta(days=1))
    if isinstance(parsed, Refused):
        raise RequestRefusedError("malformed", "not a date of birth")
    return people.c.birth_date_cmp == parsed.comparison


def _conditions(asked: InvitationSearch, now: dt.datetime) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if asked.name:
        found.append(named(t.invitations, asked.name))
    if asked.birth_date:
        found.append(born(t.invitations, asked.birth_date, now))
    if asked.number:
        if not re.fullmatch(r"INV-[0-9A-Z]{4,12}", asked.number):
            raise RequestRefusedError("malformed", "not an invitation number")
        found.append(t.invitations.c.number == asked.number)
    if asked.invitation_id is not None:
        found.append(t.invitations.c.invitation_id == asked.invitation_id)
    if not found:
        raise RequestRefusedError("malformed", "nothing to look for")
    return found


def _found(row: sa.Row[Any], now: dt.datetime, *, whole: bool) -> FoundInvitation:
    return FoundInvitation(
        invitation_id=row.invitation_id,
        number=row.number,
        first=row.first,
        last=row.last,
        birth_date=row.birth_date if whole else row.birth_date[:4],
        state="expired" if row.state in OPEN_STATES and row.expires_at <= now else row.state,
        made_at=row.made_at,
        expires_at=row.expires_at,
        language=row.language,
        mailable=bool(row.email),
    )
