"""How often something may be done within a rolling window (S18: once a minute, five a day; mails to one address).

Counted in the same table as wrong tries, so that a restart forgives nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import msgspec
import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once

MINUTE: Final = dt.timedelta(minutes=1)
DAY: Final = dt.timedelta(hours=24)


def take(connection: sa.Connection, key: str, now: dt.datetime, *rules: tuple[int, dt.timedelta]) -> dt.datetime | None:
    """Count one doing, if every rule lets it.

    Args:
        key: what is limited, for example ``resend:INVITATION``.
        rules: at most so many within so long.

    Returns:
        None if it was counted; otherwise when to come again, and nothing was counted.
    """
    key = f"limit:{key}"
    insert_once(connection, t.lockouts, {"key": key, "tries": "[]", "total": 0, "locked_until": None})
    row = connection.execute(sa.select(t.lockouts).where(t.lockouts.c.key == key).with_for_update()).one()
    longest = max(window for _, window in rules)
    done = [at for at in msgspec.json.decode(row.tries, type=list[dt.datetime]) if now - at < longest]
    again: dt.datetime | None = None
    for most, window in rules:
        recent = [at for at in done if now - at < window]
        if len(recent) >= most:
            free = recent[-most] + window
            again = free if again is None or free > again else again
    if again is not None:
        return again
    times = msgspec.json.encode([*done, now]).decode()
    connection.execute(sa.update(t.lockouts).where(t.lockouts.c.key == key).values(tries=times, total=row.total + 1))
    return None
