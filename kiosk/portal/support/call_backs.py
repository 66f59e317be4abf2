"""Patients who asked to be called or written back (S40): the agents' list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import call_backs, tables
from kiosk.portal import tables_support as t
from kiosk.portal.support.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallBack(Sensitive):
    """One request; ``contact`` is a phone number or an email address, ``time_zone`` the practice's."""

    call_back_id: UUID
    practice: str
    time_zone: str
    name: str
    contact: str
    topic: str
    language: str
    at: dt.datetime


def waiting(visit: Visit) -> list[CallBack]:
    """The requests that nobody did yet, oldest first."""
    query = (
        sa.select(t.call_backs, tables.practices.c.name.label("practice"), tables.practices.c.time_zone)
        .join(tables.practices, tables.practices.c.practice_id == t.call_backs.c.practice_id)
        .where(t.call_backs.c.state == "open")
        .order_by(t.call_backs.c.created_at)
    )
    return [_one(visit, row) for row in visit.connection.execute(query)]


def count(visit: Visit) -> int:
    """How many wait."""
    query = sa.select(sa.func.count()).where(t.call_backs.c.state == "open")
    return int(visit.connection.execute(query).scalar_one())


def done(visit: Visit, call_back_id: UUID) -> bool:
    """Mark a request as done; of two agents at once, one did it. It is deleted 30 days later."""
    its = (t.call_backs.c.call_back_id == call_back_id, t.call_backs.c.state == "open")
    marked = sa.update(t.call_backs).where(*its).values(state="done", done_at=visit.now, done_by=visit.agent_id)
    return visit.connection.execute(marked).rowcount == 1


def _one(visit: Visit, row: sa.Row[tuple[object, ...]]) -> CallBack:
    asked = call_backs.read(visit.keys, row)
    return CallBack(
        call_back_id=row.call_back_id,
        practice=row.practice,
        time_zone=row.time_zone,
        name=asked.name,
        contact=asked.contact,
        topic=row.topic,
        language=row.language,
        at=row.created_at,
    )
