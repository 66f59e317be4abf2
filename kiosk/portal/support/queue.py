"""The agents' side of chats: who waits, taking a chat, talking in it, closing it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables as people
from kiosk.portal import tables_support as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.support import chats, sessions, transcript
from kiosk.portal.support.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chat(Sensitive):
    """A chat as agents see it.

    Attributes:
        time_zone: IANA name, of the practice.
        name: as the patient typed it; proves nothing.
        agent: who has it, or empty.
        agent_present: whether that agent has a page open; if not, another one may take the chat over.
        unanswered: lines of the patient after the last of an agent.
    """

    chat_id: UUID
    practice_id: UUID
    practice: str
    time_zone: str
    name: str
    topic: str
    language: str
    state: str
    since: dt.datetime
    agent_id: UUID | None
    agent: str
    agent_present: bool
    account_id: UUID | None
    identity_check: str
    phone_code_sent: bool
    closed_by: str
    unanswered: int


def live(connection: sa.Connection, keys: PortalKeys, now: dt.datetime) -> list[Chat]:
    """All chats that are not closed, by arrival."""
    query = _chats(now).where(t.chats.c.state != "closed", t.chats.c.patient_seen > now - chats.SILENCE)
    rows = connection.execute(query.order_by(t.chats.c.created_at, t.chats.c.chat_id))
    return [_chat(keys, row, now) for row in rows]


def get(connection: sa.Connection, keys: PortalKeys, chat_id: UUID, now: dt.datetime) -> Chat | None:
    """One chat, closed ones too."""
    row = connection.execute(_chats(now).where(t.chats.c.chat_id == chat_id)).one_or_none()
    return None if row is None else _chat(keys, row, now)


def take(visit: Visit, chat_id: UUID) -> bool:
    """Take a chat that waits, or whose agent has gone; of two agents at once, one gets it."""
    free = sa.or_(t.chats.c.state == "waiting", sa.and_(t.chats.c.state == "open", ~sessions.is_present(visit.now)))
    there = (t.chats.c.chat_id == chat_id, t.chats.c.patient_seen > visit.now - chats.SILENCE, free)
    taken = sa.update(t.chats).where(*there).values(state="open", agent_id=visit.agent_id)
    return visit.connection.execute(taken).rowcount == 1


def own(visit: Visit, chat_id: UUID) -> sa.Row[Any] | None:
    """The row of an open chat that this agent has, locked; None for any other."""
    query = sa.select(t.chats).where(*_own(visit, chat_id))
    return visit.connection.execute(query.with_for_update()).one_or_none()


def say(visit: Visit, chat_id: UUID, line_id: UUID, text: str) -> bool:
    """Say a tidy line in a chat of one's own; returns whether it stands there."""
    if own(visit, chat_id) is None:
        return False
    name = visit.session.display_name
    return transcript.add(visit.connection, visit.keys, chat_id, line_id, text, visit.now, agent=name)


def close(visit: Visit, chat_id: UUID) -> bool:
    """Close a chat of one's own."""
    return chats.close(visit.connection, visit.now, "agent", *_own(visit, chat_id))


def state(connection: sa.Connection, now: dt.datetime) -> str:
    """A short text that differs when any agent's page would."""
    lines = sa.select(sa.func.count()).where(t.chat_lines.c.chat_id == t.chats.c.chat_id).scalar_subquery()
    rows = connection.execute(
        sa.select(
            *(t.chats.c[name] for name in ("chat_id", "state", "agent_id", "account_id", "identity_check")),
            t.chats.c.phone_code_sends,
            lines,
            sessions.is_present(now),
        )
        .where(t.chats.c.state != "closed")
        .order_by(t.chats.c.created_at)
    ).all()
    asked = connection.execute(sa.select(sa.func.count()).where(t.call_backs.c.state == "open")).scalar_one()
    return repr((sessions.on_duty(connection, now), asked, [tuple(row) for row in rows]))


def _own(visit: Visit, chat_id: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    return (t.chats.c.chat_id == chat_id, t.chats.c.agent_id == visit.agent_id, t.chats.c.state == "open")


def _chats(now: dt.datetime) -> sa.Select[Any]:
    lines = t.chat_lines
    answered = (
        sa.select(sa.func.coalesce(sa.func.max(lines.c.number), 0))
        .where(lines.c.chat_id == t.chats.c.chat_id, lines.c.from_agent.is_(True))
        .scalar_subquery()
    )
    last = sa.select(sa.func.coalesce(sa.func.max(lines.c.number), 0)).where(lines.c.chat_id == t.chats.c.chat_id)
    return (
        sa.select(
            t.chats,
            people.practices.c.name.label("practice"),
            people.practices.c.time_zone,
            t.agents.c.display_name,
            sessions.is_present(now).label("agent_present"),
            (last.scalar_subquery() - answered).label("unanswered"),
        )
        .join(people.practices, people.practices.c.practice_id == t.chats.c.practice_id)
        .join(t.agents, t.agents.c.agent_id == t.chats.c.agent_id, isouter=True)
    )


def _chat(keys: PortalKeys, row: sa.Row[Any], now: dt.datetime) -> Chat:
    return Chat(
        chat_id=row.chat_id,
        practice_id=row.practice_id,
        practice=row.practice,
        time_zone=row.time_zone,
        name=keys.decrypt(row.name, row.chat_id.bytes).decode(),
        topic=row.topic,
        language=row.language,
        state=row.state,
        since=row.created_at,
        agent_id=row.agent_id,
        agent=row.display_name or "",
        agent_present=bool(row.agent_present),
        account_id=row.account_id,
        identity_check=row.identity_check,
        phone_code_sent=row.phone_code is not None and now < row.phone_code_until,
        closed_by=row.closed_by,
        unanswered=row.unanswered,
    )
