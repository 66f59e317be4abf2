"""Wrong tries: five within 15 minutes lock for 15 minutes from the fifth (S13, S44).

Counters live in the database, so that a restart forgives nothing, and exist for unknown keys too, so that a lock says
nothing about whether a thing exists. Tries while locked neither count nor extend.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once

TRIES: Final = 5
WINDOW: Final = dt.timedelta(minutes=15)
LOCK: Final = dt.timedelta(minutes=15)


def invitation_key(practice_id: UUID, lookup_id: str) -> str:
    """The counter of one activation code."""
    return f"invitation:{practice_id}:{lookup_id}"


def is_locked(connection: sa.Connection, key: str, now: dt.datetime) -> bool:
    """Whether tries do not count at the moment."""
    until: dt.datetime | None = connection.execute(
        sa.select(t.lockouts.c.locked_until).where(t.lockouts.c.key == key)
    ).scalar_one_or_none()
    return until is not None and now < until


def failed(connection: sa.Connection, key: str, now: dt.datetime) -> bool:
    """Count a wrong try.

    Returns:
        whether it, or an earlier one, locked the key.
    """
    insert_once(connection, t.lockouts, {"key": key, "tries": "[]", "total": 0, "locked_until": None})
    row = connection.execute(sa.select(t.lockouts).where(t.lockouts.c.key == key).with_for_update()).one()
    if row.locked_until is not None and now < row.locked_until:
        return True
    earlier = msgspec.json.decode(row.tries, type=list[dt.datetime])
    tries = [*(at for at in earlier if now - at < WINDOW), now]
    locks = len(tries) >= TRIES
    connection.execute(
        sa.update(t.lockouts)
        .where(t.lockouts.c.key == key)
        .values(
            tries="[]" if locks else msgspec.json.encode(tries).decode(),
            total=row.total + 1,
            locked_until=now + LOCK if locks else None,
        )
    )
    return locks


def add(connection: sa.Connection, key: str, count: int, now: dt.datetime) -> bool:
    """Count wrong tries of an earlier time, which a device brings; each counts, whether the key is locked or not.

    Returns:
        whether they, or earlier ones, locked the key.
    """
    insert_once(connection, t.lockouts, {"key": key, "tries": "[]", "total": 0, "locked_until": None})
    row = connection.execute(sa.select(t.lockouts).where(t.lockouts.c.key == key).with_for_update()).one()
    locked = row.locked_until is not None and now < row.locked_until
    earlier = [at for at in msgspec.json.decode(row.tries, type=list[dt.datetime]) if now - at < WINDOW]
    tries = [*earlier, *[now] * min(count, TRIES)]
    locks = not locked and len(tries) >= TRIES
    connection.execute(
        sa.update(t.lockouts)
        .where(t.lockouts.c.key == key)
        .values(
            tries="[]" if locked or locks else msgspec.json.encode(tries).decode(),
            total=row.total + count,
            locked_until=now + LOCK if locks else row.locked_until,
        )
    )
    return locked or locks


def succeeded(connection: sa.Connection, key: str) -> None:
    """Forget the recent wrong tries; the total stays."""
    connection.execute(sa.update(t.lockouts).where(t.lockouts.c.key == key).values(tries="[]"))
