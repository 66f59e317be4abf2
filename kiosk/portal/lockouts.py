"""Wrong tries: five within 15 minutes lock for 15 minutes from the fifth (S13, S44, S45).

Counters live in the database, so that a restart forgives nothing, and exist for unknown keys too, so that a lock says
nothing about whether a thing exists. Tries while locked neither count nor extend. A key holds no value of a patient's:
what was typed stands in it as an HMAC.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import hmac
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol.encoding import b64encode

TRIES: Final = 5
WINDOW: Final = dt.timedelta(minutes=15)
LOCK: Final = dt.timedelta(minutes=15)

IN_A_ROW: Final = 100
"""So many wrong passwords without a right one between them, and only a new password, by mail, opens the account."""

FOR_GOOD: Final = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
"""End of a lock that no time opens."""


class Tried(enum.Enum):
    """What is counted; each has counters of its own, so that recovery stays open while log-in is locked (S45)."""

    LOG_IN = "log_in"
    USER_ID = "user_id"
    PASSWORD = "password"  # noqa: S105 - the name of a counter
    CONFIRM = "confirm"
    PHONE = "phone"
    CODE = "code"
    AGENT = "agent"
    RESET_SLIP = "reset_slip"


def key_of(keys: PortalKeys, tried: Tried, *what: str) -> str:
    """The counter of what was typed, known or not: an HMAC, since the table is not encrypted on every server."""
    text = "\0".join(("kiosk-lockout/1", tried.value, *what))
    return f"{tried.value}:{b64encode(hmac.digest(keys.nonce, text.encode(), hashlib.sha256))}"


def invitation_key(practice_id: UUID, lookup_id: str) -> str:
    """The counter of one activation code."""
    return f"invitation:{practice_id}:{lookup_id}"


def until(connection: sa.Connection, key: str, now: dt.datetime) -> dt.datetime | None:
    """The end of the lock; None if there is none. Exclusive: at this moment tries count again."""
    found: dt.datetime | None = connection.execute(
        sa.select(t.lockouts.c.locked_until).where(t.lockouts.c.key == key)
    ).scalar_one_or_none()
    return found if found is not None and now < found else None


def hold(connection: sa.Connection, key: str, now: dt.datetime) -> dt.datetime | None:
    """``until``, with the counter held by this transaction: who counts next counts after it."""
    _held(connection, key, now)
    return until(connection, key, now)


def is_locked(connection: sa.Connection, key: str, now: dt.datetime) -> bool:
    """Whether tries do not count at the moment."""
    return until(connection, key, now) is not None


def failed(connection: sa.Connection, key: str, now: dt.datetime) -> bool:
    """Count a wrong try.

    Returns:
        whether it, or an earlier one, locked the key.
    """
    return judge(connection, key, now, right=False) is not None


def judge(
    connection: sa.Connection, key: str, now: dt.datetime, *, right: bool, in_a_row: int | None = None
) -> dt.datetime | None:
    """Count one try in one step, so that of many at once no more than five are answered.

    Args:
        right: whether it was right; without a lock that forgets all wrong ones, the total too.
        in_a_row: so many wrong ones in all lock for good.

    Returns:
        the end of the lock, which a right try gets, too; None if there is none.
    """
    end = hold(connection, key, now)
    if end is not None:
        return end
    if right:
        clear(connection, key)
        return None
    row = _held(connection, key, now)
    earlier = msgspec.json.decode(row.tries, type=list[dt.datetime])
    tries = [*(at for at in earlier if now - at < WINDOW), now]
    lock: dt.datetime | None = None
    if in_a_row is not None and row.total + 1 >= in_a_row:
        lock = FOR_GOOD
    elif len(tries) >= TRIES:
        lock = now + LOCK
    connection.execute(
        sa.update(t.lockouts)
        .where(t.lockouts.c.key == key)
        .values(
            tries="[]" if lock else msgspec.json.encode(tries).decode(),
            total=row.total + 1,
            locked_until=lock,
            touched_at=now,
        )
    )
    return lock


def add(connection: sa.Connection, key: str, count: int, now: dt.datetime) -> bool:
    """Count wrong tries of an earlier time, which a device brings; each counts, whether the key is locked or not.

    Returns:
        whether they, or earlier ones, locked the key.
    """
    row = _held(connection, key, now)
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
            touched_at=now,
        )
    )
    return locked or locks


def succeeded(connection: sa.Connection, key: str) -> None:
    """Forget the recent wrong tries; the total stays."""
    connection.execute(sa.update(t.lockouts).where(t.lockouts.c.key == key).values(tries="[]"))


def clear(connection: sa.Connection, key: str) -> None:
    """Forget everything, a lock too: the password was right, or is a new one."""
    values = {"tries": "[]", "total": 0, "locked_until": None}
    connection.execute(sa.update(t.lockouts).where(t.lockouts.c.key == key).values(values))


def ends(connection: sa.Connection, keys: Iterable[str], now: dt.datetime) -> dict[str, dt.datetime]:
    """Those of the counters that are locked, with the ends of their locks."""
    its = t.lockouts.c
    found = connection.execute(
        sa.select(its.key, its.locked_until).where(its.key.in_(list(keys)), its.locked_until > now)
    )
    return {row.key: row.locked_until for row in found}


def unlock(connection: sa.Connection, keys: Iterable[str]) -> None:
    """End locks that time would end, too, as if it had passed: the wrong tries in a row go on counting."""
    its = t.lockouts.c
    connection.execute(
        sa.update(t.lockouts)
        .where(its.key.in_(list(keys)), its.locked_until < FOR_GOOD)
        .values(tries="[]", locked_until=None)
    )


def clock(end: dt.datetime) -> dt.datetime | None:
    """What a clock on the screen may count down to; None for a lock that no time opens."""
    return None if end >= FOR_GOOD else end


def _held(connection: sa.Connection, key: str, now: dt.datetime) -> sa.Row[Any]:
    """The counter, held by this transaction."""
    insert_once(
        connection, t.lockouts, {"key": key, "tries": "[]", "total": 0, "locked_until": None, "touched_at": now}
    )
    return connection.execute(sa.select(t.lockouts).where(t.lockouts.c.key == key).with_for_update()).one()
