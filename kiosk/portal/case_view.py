"""What the desk sees of a case (F4): what was typed, and its own practice's invitation or account; nobody else's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.operations import Body
from kiosk.domain.patient_operations import Activation, CallBack, DeskRequest, SignUp
from kiosk.domain.values import Sensitive
from kiosk.portal import cases
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol.wire_sync import CaseChange

_OF_ACCOUNT: Final = frozenset({"user_id_taken", "mail_failed", "invitation_used_elsewhere"})
"""Kinds whose holder the desk helps at the account; of a look-alike's account it is told nothing."""

_PERSON: Final = ("first", "last", "birth_date", "zip_code", "email")

# An account is joined through its membership at the case's own practice, so no other practice's people come along.
_CASES: Final = (
    sa.select(
        t.cases,
        t.invitations.c.number,
        t.invitations.c.birth_date_cmp.label("chart_birth_date"),
        t.invitations.c.zip_cmp.label("chart_zip_cmp"),
        t.invitations.c.zip_code.label("chart_zip"),
        *(t.invitations.c[name].label(f"invited_{name}") for name in _PERSON),
        t.memberships.c.account_id.label("member_id"),
        *(t.accounts.c[name].label(f"member_{name}") for name in _PERSON),
    )
    .outerjoin(
        t.invitations,
        sa.and_(
            t.invitations.c.invitation_id == t.cases.c.invitation_id,
            t.invitations.c.practice_id == t.cases.c.practice_id,
        ),
    )
    .outerjoin(
        t.memberships,
        sa.and_(
            t.memberships.c.account_id == t.cases.c.account_id, t.memberships.c.practice_id == t.cases.c.practice_id
        ),
    )
    .outerjoin(t.accounts, t.accounts.c.account_id == t.memberships.c.account_id)
    .where(t.cases.c.case_id.in_(sa.bindparam("case_ids", expanding=True)))
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Shown(Sensitive):
    first: str = ""
    last: str = ""
    birth_date: str = ""
    zip_code: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Chart(Sensitive):
    differs: tuple[str, ...] = ()
    birth_date: str = ""
    zip_code: str = ""


def read(
    connection: sa.Connection, keys: PortalKeys, case_ids: Sequence[UUID], now: dt.datetime
) -> dict[UUID, CaseChange]:
    """The cases as changes, by id; a closed one shows nothing but its end."""
    if not case_ids:
        return {}
    return {row.case_id: _change(keys, row, now) for row in connection.execute(_CASES, {"case_ids": case_ids})}


def _change(keys: PortalKeys, row: sa.Row[Any], now: dt.datetime) -> CaseChange:
    is_open = row.state == "open"
    body, reasons = cases.kept(keys, row)
    shown, chart = (_shown(row, body), _chart(row, body)) if is_open else (_Shown(), _Chart())
    return CaseChange(
        case_id=row.case_id,
        kind=row.kind,
        reasons=list(reasons) if is_open else [],
        subject=row.subject,
        waiting=is_open and row.kind == "desk_request" and now - row.created_at < cases.HELD,
        first=shown.first,
        last=shown.last,
        birth_date=shown.birth_date,
        zip_code=shown.zip_code,
        email=shown.email,
        phone=shown.phone,
        differs=list(chart.differs),
        chart_birth_date=chart.birth_date,
        chart_zip=chart.zip_code,
        number=(row.number or "") if is_open else "",
        account_id=row.member_id if is_open and row.kind in _OF_ACCOUNT else None,
        made_at=row.created_at,
        state="open" if is_open else "done",
    )


def _shown(row: sa.Row[Any], body: Body | None) -> _Shown:
    """Who it is about: what was typed; where no name was typed, that of the practice's own invitation or account."""
    match body:
        case SignUp() | DeskRequest() if body.first:
            return _Shown(
                first=body.first,
                last=body.last,
                birth_date=body.birth_date,
                zip_code=body.zip_code,
                email=body.email,
            )
        case Activation() | DeskRequest():
            return _Shown(
                first=row.invited_first or "",
                last=row.invited_last or "",
                birth_date=body.birth_date,
                zip_code=body.zip_code,
            )
        case CallBack():
            by_mail = "@" in body.contact
            return _Shown(
                first=body.name,
                email=body.contact if by_mail else "",
                phone="" if by_mail else body.contact,
            )
        case _ if row.number is not None:
            return _filed(row, "invited")
        case _ if row.member_id is not None:
            return _filed(row, "member")
        case _:
            return _Shown()


def _filed(row: sa.Row[Any], whose: str) -> _Shown:
    return _Shown(**{name: getattr(row, f"{whose}_{name}") or "" for name in _PERSON})


def _chart(row: sa.Row[Any], body: Body | None) -> _Chart:
    """Which field disagrees with the invitation whose code was given (S13)."""
    if row.number is None or not isinstance(body, Activation | DeskRequest):
        return _Chart()
    if isinstance(body, DeskRequest) and not body.lookup_id:
        return _Chart()
    born = body.birth_date != row.chart_birth_date
    lives = body.zip_code[:5] != (row.chart_zip_cmp or "")
    return _Chart(
        differs=(*(("birth_date",) if born else ()), *(("zip_code",) if lives else ())),
        birth_date=row.chart_birth_date if born else "",
        zip_code=(row.chart_zip or "") if lives else "",
    )
