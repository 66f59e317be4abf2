"""The patient's side of a chat (S40): the commands ``open-chat``, ``say``, ``listen`` and ``close-chat``.

A chat belongs to the tablet that opened it; for any other, and for one that is unknown, it is closed. A patient who
has not been heard of for a minute has left.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.support import ChatTopic
from kiosk.domain.values import NAME_MAX, Language
from kiosk.portal import limits
from kiosk.portal import tables_support as t
from kiosk.portal.context import Context
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.support import sessions, transcript
from kiosk.protocol import commands as c

SILENCE: Final = dt.timedelta(seconds=60)
KEPT: Final = dt.timedelta(days=30)
LINES_A_MINUTE: Final = 20
CHATS: Final = ((6, limits.MINUTE), (200, limits.DAY))
"""How many chats one tablet may open; a waiting room needs no more."""


def open_chat(context: Context, asked: c.OpenChat) -> c.ChatOpened:
    """Wait in the queue; a chat that this tablet had before is over.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours sends it.
    """
    connection, now, device = context.connection, context.now, context.caller
    name = transcript.tidy(asked.name, 2 * NAME_MAX) if asked.name else ""
    if name is None or "\n" in name or not _is_one(ChatTopic, asked.topic) or not _is_one(Language, asked.language):
        raise RequestRefusedError("malformed", "not a name, a topic and a language")
    again = limits.take(connection, f"chat:{device.device_id}", now, *CHATS)
    if again is not None:
        return c.ChatOpened(state="wait", until=again)
    sweep(connection, now)
    close(connection, now, "another_chat", t.chats.c.device_id == device.device_id)
    chat_id = uuid.uuid4()
    connection.execute(
        sa.insert(t.chats).values(
            chat_id=chat_id,
            practice_id=device.practice_id,
            device_id=device.device_id,
            name=context.keys.encrypt(name.encode(), chat_id.bytes),
            topic=asked.topic,
            language=asked.language,
            state="waiting",
            identity_check="",
            phone_code_tries=0,
            phone_code_sends=0,
            created_at=now,
            patient_seen=now,
            closed_by="",
        )
    )
    return c.ChatOpened(state="done", flow=chat_id)


def say(context: Context, asked: c.Say) -> c.Done:
    """Say a line: ``expired`` if the chat is over, ``wait`` if too much was said.

    Raises:
        RequestRefusedError: ``malformed``: nothing, or more than 1000 characters.
    """
    text = transcript.tidy(asked.text)
    if text is None:
        raise RequestRefusedError("malformed", f"a line has 1 to {transcript.LONGEST} characters")
    row = _heard_of(context, asked.flow)
    if row is None or row.state == "closed":
        return c.Done(state="expired")
    said = transcript.recent(context.connection, row.chat_id, context.now - limits.MINUTE, from_agent=False)
    if said >= LINES_A_MINUTE:
        return c.Done(state="wait", until=context.now + limits.MINUTE)
    stands = transcript.add(context.connection, context.keys, row.chat_id, asked.line_id, text, context.now, agent=None)
    return c.Done(state="done" if stands else "expired")


def listen(context: Context, asked: c.Listen) -> c.Heard:
    """What is new; who listens is there.

    Raises:
        RequestRefusedError: ``malformed``: no chat has such a line.
    """
    if not 0 <= asked.after <= transcript.MOST:
        raise RequestRefusedError("malformed", f"a chat has at most {transcript.MOST} lines")
    row = _heard_of(context, asked.flow)
    if row is None:
        return c.Heard(state="closed", lines=[])
    lines = [
        c.Line(number=said.number, from_agent=said.from_agent, author=said.author, text=said.text, at=said.at)
        for said in transcript.read(context.connection, context.keys, row.chat_id, asked.after)
    ]
    if row.state == "closed":
        return c.Heard(state="closed", lines=lines)
    agents = sessions.on_duty(context.connection, context.now)
    if row.state == "waiting":
        place = _before(context.connection, row, context.now)
        return c.Heard(state="waiting", lines=lines, agents=agents, place=place)
    return c.Heard(state="open", lines=lines, agent=row.display_name, agents=agents)


def close_chat(context: Context, asked: c.CloseChat) -> c.Done:
    """Leave; a chat that is over already stays so."""
    its = (t.chats.c.chat_id == asked.flow, t.chats.c.device_id == context.caller.device_id)
    close(context.connection, context.now, "patient", *its)
    return c.Done(state="done")


def close(connection: sa.Connection, now: dt.datetime, by: str, *where: sa.ColumnElement[bool]) -> bool:
    """Close chats that are not closed yet; returns whether there was one."""
    closed = connection.execute(
        sa.update(t.chats)
        .where(*where, t.chats.c.state != "closed")
        .values(state="closed", closed_at=now, closed_by=by, phone_code=None)
    )
    return closed.rowcount > 0


def sweep(connection: sa.Connection, now: dt.datetime) -> bool:
    """Close the chats whose patient has left, and delete what is older than 30 days.

    Returns:
        whether a chat was closed.
    """
    old = sa.select(t.chats.c.chat_id).where(t.chats.c.closed_at <= now - KEPT)
    connection.execute(sa.delete(t.chat_lines).where(t.chat_lines.c.chat_id.in_(old)))
    connection.execute(sa.delete(t.chats).where(t.chats.c.closed_at <= now - KEPT))
    connection.execute(sa.delete(t.call_backs).where(t.call_backs.c.done_at <= now - KEPT))
    sessions.sweep(connection, now)
    return close(connection, now, "silence", t.chats.c.patient_seen <= now - SILENCE)


def _heard_of(context: Context, chat_id: UUID) -> sa.Row[Any] | None:
    """The tablet's own chat with its agent's name, locked; its patient has just been heard of."""
    connection, now = context.connection, context.now
    its = (t.chats.c.chat_id == chat_id, t.chats.c.device_id == context.caller.device_id)
    close(connection, now, "silence", *its, t.chats.c.patient_seen <= now - SILENCE)
    # This locks the row, too: lines get their numbers one after the other.
    connection.execute(sa.update(t.chats).where(*its, t.chats.c.state != "closed").values(patient_seen=now))
    named = sa.select(t.chats, t.agents.c.display_name).join_from(
        t.chats, t.agents, t.agents.c.agent_id == t.chats.c.agent_id, isouter=True
    )
    return connection.execute(named.where(*its)).one_or_none()


def _before(connection: sa.Connection, chat: sa.Row[Any], now: dt.datetime) -> int:
    """How many patients who are still there wait before this one."""
    chats = t.chats
    earlier = sa.tuple_(chats.c.created_at, chats.c.chat_id) < sa.tuple_(
        sa.bindparam("its_time", chat.created_at, chats.c.created_at.type),
        sa.bindparam("its_id", chat.chat_id, chats.c.chat_id.type),
    )
    waiting = (chats.c.state == "waiting", chats.c.patient_seen > now - SILENCE, earlier)
    return int(connection.execute(sa.select(sa.func.count()).select_from(chats).where(*waiting)).scalar_one())


def _is_one(kind: type[ChatTopic] | type[Language], value: str) -> bool:
    return value in {member.value for member in kind}
