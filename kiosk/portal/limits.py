"""How often something may be done within a rolling window (S18: once a minute, five a day; mails to one address).

Counted in the same table as wrong tries, so that a restart forgives nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from typing import Final
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.mail_outbox import Kind
from kiosk.protocol.encoding import b64encode

MINUTE: Final = dt.timedelta(minutes=1)
DAY: Final = dt.timedelta(hours=24)
HOUR: Final = dt.timedelta(hours=1)

CHECKS_AN_HOUR: Final = 60
"""Log-ins and recoveries begun at one device; more only wait, since the next patient has done nothing wrong."""

MAILS_A_DAY: Final = 5
"""Recovery mails to one address; what is asked beyond is answered alike and writes none."""

LETTERS: Final = ((1, MINUTE), (5, DAY))
"""How often one account gets the same letter from people who help its holder."""


def take(connection: sa.Connection, key: str, now: dt.datetime, *rules: tuple[int, dt.timedelta]) -> dt.datetime | None:
    """Count one doing, if every rule lets it.

    Args:
        key: what is limited, for example ``resend:INVITATION``.
        rules: at most so many within so long.

    Returns:
        None if it was counted; otherwise when to come again, and nothing was counted.
    """
    key = f"limit:{key}"
    insert_once(
        connection, t.lockouts, {"key": key, "tries": "[]", "total": 0, "locked_until": None, "touched_at": now}
    )
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
    connection.execute(
        sa.update(t.lockouts).where(t.lockouts.c.key == key).values(tries=times, total=row.total + 1, touched_at=now)
    )
    return None


def identity_check(connection: sa.Connection, device_id: UUID, now: dt.datetime) -> dt.datetime | None:
    """Count somebody who says at a device who they are; as ``take``."""
    return take(connection, f"identity:{device_id}", now, (CHECKS_AN_HOUR, HOUR))


def may_mail(connection: sa.Connection, keys: PortalKeys, address: str, now: dt.datetime) -> bool:
    """Count a recovery mail to an address, by its comparison form; false if it had too many within a day."""
    hashed = b64encode(hmac.digest(keys.nonce, f"kiosk-mail-limit/1\0{address}".encode(), hashlib.sha256))
    return take(connection, f"mail:{hashed}", now, (MAILS_A_DAY, DAY)) is None


def letter(connection: sa.Connection, kind: Kind, account_id: UUID, now: dt.datetime) -> dt.datetime | None:
    """Count a letter to an account that an agent or a desk asked for; as ``take``."""
    return take(connection, f"letter-{kind}:{account_id}", now, *LETTERS)
