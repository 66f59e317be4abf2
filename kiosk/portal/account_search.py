"""A desk looks for the account of a patient of its practice (F7): by name or date of birth."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck, assurance
from kiosk.portal import account_locks, identity
from kiosk.portal import tables as t
from kiosk.portal.account_locks import Locks
from kiosk.portal.desk_search import ROWS_MAX, born, named
from kiosk.portal.devices import Device
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.support.people import masked
from kiosk.protocol.wire_lookups import AccountSearch, AccountsFound, FoundAccount


def search(
    connection: sa.Connection, keys: PortalKeys, device: Device, asked: AccountSearch, now: dt.datetime
) -> AccountsFound:
    """The practice's accounts for which all that is given holds, by name.

    Raises:
        RequestRefusedError: ``not_found`` for a tablet, which is told of nobody (K2); ``malformed``, if no screen of
            ours lets it through.
    """
    if device.role != "desk":
        raise RequestRefusedError("not_found", "only a desk looks for accounts")
    query = (
        sa.select(t.accounts)
        .join(t.memberships, t.memberships.c.account_id == t.accounts.c.account_id)
        .where(t.memberships.c.practice_id == device.practice_id, *_conditions(asked, now))
        .order_by(t.accounts.c.last_cmp, t.accounts.c.first_cmp, t.accounts.c.account_id)
        .limit(ROWS_MAX + 1)
    )
    rows = connection.execute(query).all()
    shown = rows[:ROWS_MAX]
    locks = account_locks.of(connection, keys, shown, now)
    checks = identity.of_accounts(connection, keys, [row.account_id for row in shown])
    whole = asked.account_id is not None
    return AccountsFound(
        accounts=[_found(row, locks[row.account_id], checks.get(row.account_id, []), whole=whole) for row in shown],
        more=len(rows) > ROWS_MAX,
    )


def _conditions(asked: AccountSearch, now: dt.datetime) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if asked.name:
        found.append(named(t.accounts, asked.name))
    if asked.birth_date:
        found.append(born(t.accounts, asked.birth_date, now))
    if asked.account_id is not None:
        found.append(t.accounts.c.account_id == asked.account_id)
    if not found:
        raise RequestRefusedError("malformed", "nothing to look for")
    return found


def _found(row: sa.Row[Any], locks: Locks, checks: list[IdentityCheck], *, whole: bool) -> FoundAccount:
    return FoundAccount(
        account_id=row.account_id,
        first=row.first,
        last=row.last,
        birth_date=row.birth_date if whole else row.birth_date[:4],
        masked_email=masked(row.email),
        email_verified=row.email_verified,
        has_user_id=row.user_id is not None,
        locked_until=locks.until,
        locked_for_good=locks.for_good,
        assurance=assurance(checks).value,
        checked_at=checks[0].at if checks else None,
    )
