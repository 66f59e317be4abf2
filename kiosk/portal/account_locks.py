"""The locks of an account's log-in and recovery: what a desk is told of them, and which ones it may end (F7).

Their counters hold no account but an HMAC of what was typed, so they are found by what its holder would type.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import lockouts, log_in, new_password, recovery
from kiosk.portal.keyfile import PortalKeys


@dataclass(frozen=True, slots=True)
class Locks:
    """Of one account.

    Attributes:
        until: end of the last of those that time ends, UTC.
        for_good: one that no time ends.
    """

    until: dt.datetime | None
    for_good: bool


def of(
    connection: sa.Connection, keys: PortalKeys, accounts: Sequence[sa.Row[Any]], now: dt.datetime
) -> dict[UUID, Locks]:
    """The locks of each of the accounts, by two queries in all."""
    counters = _counters(connection, keys, accounts, now)
    locked = lockouts.ends(connection, (key for its in counters.values() for key in its), now)
    found: dict[UUID, Locks] = {}
    for account_id, its in counters.items():
        ends = [locked[key] for key in its if key in locked]
        timed = [end for end in ends if end < lockouts.FOR_GOOD]
        found[account_id] = Locks(max(timed, default=None), len(timed) < len(ends))
    return found


def end(connection: sa.Connection, keys: PortalKeys, account: sa.Row[Any], now: dt.datetime) -> None:
    """End those that time would end, too."""
    for its in _counters(connection, keys, [account], now).values():
        lockouts.unlock(connection, its)


def _counters(
    connection: sa.Connection, keys: PortalKeys, accounts: Sequence[sa.Row[Any]], now: dt.datetime
) -> dict[UUID, list[str]]:
    waiting = new_password.lock_keys(connection, keys, [account.account_id for account in accounts], now)
    counters: dict[UUID, list[str]] = {}
    for account in accounts:
        its = counters[account.account_id] = recovery.lock_keys(keys, account)
        if account.user_id is not None:
            its.append(log_in.lock_key(keys, account.user_id))
        if account.account_id in waiting:
            its.append(waiting[account.account_id])
    return counters
