"""What was said in a chat, encrypted at rest; a line has a number, and an id that makes saying it twice harmless."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables_support as t
from kiosk.portal.keyfile import PortalKeys

LONGEST: Final = 1000
"""Characters of a line."""

MOST: Final = 500
"""Lines of a chat; nobody types more in one sitting."""


@dataclass(frozen=True, slots=True, repr=False)
class Said(Sensitive):
    """One line; ``author`` is the agent's name, and empty for the patient."""

    number: int
    from_agent: bool
    author: str
    text: str
    at: dt.datetime


def tidy(text: str, longest: int = LONGEST) -> str | None:
    """The text without control characters but line ends, trimmed; None if nothing or too much is left."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn")).strip()
    return kept if 0 < len(kept) <= longest else None


def add(
    connection: sa.Connection,
    keys: PortalKeys,
    chat_id: UUID,
    line_id: UUID,
    text: str,
    now: dt.datetime,
    *,
    agent: str | None,
) -> bool:
    """Add a tidy line; the caller has locked the chat's row.

    Args:
        line_id: made by who says it; one that is there already adds nothing.
        agent: name of the agent who says it; None: the patient.

    Returns:
        whether the line stands there, now or already; False if the chat is full.
    """
    its = t.chat_lines.c.chat_id == chat_id
    there = sa.select(t.chat_lines.c.number).where(its, t.chat_lines.c.line_id == line_id)
    if connection.execute(there).first() is not None:
        return True
    last = connection.execute(sa.select(sa.func.max(t.chat_lines.c.number)).where(its)).scalar_one() or 0
    if last >= MOST:
        return False
    number = last + 1
    connection.execute(
        sa.insert(t.chat_lines).values(
            chat_id=chat_id,
            number=number,
            line_id=line_id,
            from_agent=agent is not None,
            author=agent or "",
            line=keys.encrypt(text.encode(), _context(chat_id, number)),
            at=now,
        )
    )
    return True


def recent(connection: sa.Connection, chat_id: UUID, since: dt.datetime, *, from_agent: bool) -> int:
    """How many lines one side said since."""
    lines = t.chat_lines
    query = sa.select(sa.func.count()).where(
        lines.c.chat_id == chat_id, lines.c.from_agent == from_agent, lines.c.at > since
    )
    return int(connection.execute(query).scalar_one())


def read(connection: sa.Connection, keys: PortalKeys, chat_id: UUID, after: int = 0) -> list[Said]:
    """All lines after a number, in order."""
    query = sa.select(t.chat_lines).where(t.chat_lines.c.chat_id == chat_id, t.chat_lines.c.number > after)
    return [
        Said(
            number=row.number,
            from_agent=row.from_agent,
            author=row.author,
            text=keys.decrypt(row.line, _context(chat_id, row.number)).decode(),
            at=row.at,
        )
        for row in connection.execute(query.order_by(t.chat_lines.c.number))
    ]


def _context(chat_id: UUID, number: int) -> bytes:
    return chat_id.bytes + number.to_bytes(8, "big")
