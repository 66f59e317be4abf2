"""An agent's session: a cookie of 32 random bytes, its SHA-256 here; eight hours, thirty idle minutes."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables_support as t
from kiosk.portal.support import agents
from kiosk.protocol.encoding import b64encode

LIFE: Final = dt.timedelta(hours=8)
IDLE: Final = dt.timedelta(minutes=30)
ABSENT: Final = dt.timedelta(seconds=45)
"""An agent whose page has been closed for so long is not on duty."""


@dataclass(frozen=True, slots=True, repr=False)
class Session(Sensitive):
    """Who is at the console.

    Attributes:
        csrf: every form carries it.
        available: whether patients may count on this agent.
    """

    session_hash: str
    agent_id: UUID
    display_name: str
    csrf: str
    available: bool


def begin(connection: sa.Connection, agent_id: UUID, now: dt.datetime) -> str:
    """Begin a session, away at first; returns the cookie's value."""
    token = b64encode(secrets.token_bytes(32))
    connection.execute(
        sa.insert(t.agent_sessions).values(
            session_hash=_hash(token),
            agent_id=agent_id,
            csrf=b64encode(secrets.token_bytes(32)),
            available=False,
            created_at=now,
            last_seen=now,
            present_at=now,
            expires_at=now + LIFE,
        )
    )
    return token


def find(connection: sa.Connection, token: str, now: dt.datetime, *, acted: bool) -> Session | None:
    """The session of a cookie, if it holds.

    Args:
        acted: the agent did something; a page that keeps itself up to date is only present.
    """
    its = t.agent_sessions.c.session_hash == _hash(token)
    row = connection.execute(
        sa.select(t.agent_sessions, t.agents.c.display_name)
        .join(t.agents, t.agents.c.agent_id == t.agent_sessions.c.agent_id)
        .where(its, t.agents.c.active.is_(True), *_holds(now))
    ).one_or_none()
    if row is None:
        return None
    seen: dict[str, Any] = {"present_at": now} | ({"last_seen": now} if acted else {})
    connection.execute(sa.update(t.agent_sessions).where(its).values(seen))
    return Session(row.session_hash, row.agent_id, row.display_name, row.csrf, row.available)


def set_available(connection: sa.Connection, session: Session, available: bool) -> None:
    """Go on duty, or away; open chats stay."""
    its = t.agent_sessions.c.session_hash == session.session_hash
    connection.execute(sa.update(t.agent_sessions).where(its).values(available=available))


def end(connection: sa.Connection, session: Session) -> None:
    """Sign out; the agent's patients wait for another one, unless a second session goes on."""
    table = t.agent_sessions
    connection.execute(sa.delete(table).where(table.c.session_hash == session.session_hash))
    if connection.execute(sa.select(table).where(table.c.agent_id == session.agent_id)).first() is None:
        agents.release_chats(connection, session.agent_id)


def on_duty(connection: sa.Connection, now: dt.datetime) -> int:
    """How many agents are available, with a page open."""
    query = sa.select(sa.func.count(t.agent_sessions.c.agent_id.distinct()))
    return int(connection.execute(query.where(t.agent_sessions.c.available.is_(True), *_present(now))).scalar_one())


def is_present(now: dt.datetime) -> sa.ColumnElement[bool]:
    """Condition on ``chats``: the chat's agent has a page open."""
    return sa.exists().where(t.agent_sessions.c.agent_id == t.chats.c.agent_id, *_present(now)).correlate(t.chats)


def sweep(connection: sa.Connection, now: dt.datetime) -> None:
    """Delete sessions that are over."""
    table = t.agent_sessions
    over = sa.or_(table.c.expires_at <= now, table.c.last_seen <= now - IDLE)
    connection.execute(sa.delete(table).where(over))


def _holds(now: dt.datetime) -> tuple[sa.ColumnElement[bool], ...]:
    table = t.agent_sessions
    return (table.c.expires_at > now, table.c.last_seen > now - IDLE)


def _present(now: dt.datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (*_holds(now), t.agent_sessions.c.present_at > now - ABSENT)


def _hash(token: str) -> str:
    return b64encode(hashlib.sha256(token.encode()).digest())
