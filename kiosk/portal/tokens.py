"""Links in mails: 32 random bytes, SHA-256 at rest, single use by POST; a newer link ends its siblings.

A GET looks (``look``) and changes nothing; only a POST uses (``use``). The host comes from the practice's
configuration, never from a request. The desk's one-time slips live here, too (``reset_slips``): links on paper, whose
token is not drawn here.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables_people as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.tables import accounts
from kiosk.protocol.encoding import b64encode


class Purpose(enum.Enum):
    """What a link is for; the value is its path: ``https://HOST/PURPOSE/TOKEN``."""

    VERIFY_EMAIL = "verify-email"
    CONFIRM_PASSWORD = "confirm-password"  # noqa: S105 - the name of a page
    DIRECT_RESET = "reset-password"
    CHOOSE_USER_ID = "choose-user-id"
    RESET_SLIP = "r"
    """On paper, with a code behind "#" instead of the token (F7)."""


LIFE: Final = {
    Purpose.VERIFY_EMAIL: dt.timedelta(days=14),
    Purpose.CONFIRM_PASSWORD: dt.timedelta(hours=24),
    Purpose.DIRECT_RESET: dt.timedelta(minutes=60),
    Purpose.CHOOSE_USER_ID: dt.timedelta(days=14),
    Purpose.RESET_SLIP: dt.timedelta(minutes=60),
}
"""How long a link lives (S39, S40, F7)."""


_VOID: Final = (
    sa.update(t.tokens)
    .where(
        t.tokens.c.account_id == sa.bindparam("its_account"),
        t.tokens.c.purpose == sa.bindparam("its_purpose"),
        t.tokens.c.used_at.is_(None),
    )
    .values(used_at=sa.bindparam("at"))
)
_INSERT: Final = sa.insert(t.tokens)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Link(Sensitive):
    """A link that holds now; ``data`` is what was given to ``issue``."""

    purpose: Purpose
    account_id: UUID
    practice_id: UUID
    data: str


def issue(
    connection: sa.Connection,
    keys: PortalKeys,
    purpose: Purpose,
    *,
    account_id: UUID,
    practice_id: UUID,
    now: dt.datetime,
    data: str = "",
    token: str | None = None,
) -> str:
    """Make a link's token; older unused ones of the same account and purpose are void from now on.

    Args:
        data: kept encrypted with the token: a new email address, the id of a pending password.
        token: instead of a new one; never issued before.
    """
    token = token or b64encode(secrets.token_bytes(32))
    hashed = _hash(token)
    void(connection, purpose, account_id, now)
    connection.execute(
        _INSERT,
        {
            "token_hash": hashed,
            "purpose": purpose.value,
            "account_id": account_id,
            "practice_id": practice_id,
            "data": keys.encrypt(data.encode(), hashed.encode()),
            "created_at": now,
            "expires_at": now + LIFE[purpose],
            "used_at": None,
        },
    )
    return token


def look(connection: sa.Connection, keys: PortalKeys, purpose: Purpose, token: str, now: dt.datetime) -> Link | None:
    """The link, if it holds; None for unknown, used, void and too old alike."""
    row = connection.execute(sa.select(t.tokens).where(*_holds(purpose, token, now))).one_or_none()
    return None if row is None else _link(keys, row)


def is_known(connection: sa.Connection, token: str) -> bool:
    """Whether a token was issued, for whatever, and whether it holds or not."""
    issued = sa.select(t.tokens.c.purpose).where(t.tokens.c.token_hash == _hash(token))
    return connection.execute(issued).first() is not None


def use(connection: sa.Connection, keys: PortalKeys, purpose: Purpose, token: str, now: dt.datetime) -> Link | None:
    """Use the link up; of two at once, one gets None."""
    row = connection.execute(
        sa.update(t.tokens).where(*_holds(purpose, token, now)).values(used_at=now).returning(*t.tokens.c)
    ).one_or_none()
    return None if row is None else _link(keys, row)


def void(connection: sa.Connection, purpose: Purpose, account_id: UUID, now: dt.datetime) -> None:
    """The unused links of an account and purpose hold no more."""
    connection.execute(_VOID, {"its_account": account_id, "its_purpose": purpose.value, "at": now})


def end(connection: sa.Connection, keys: PortalKeys, account_id: UUID, now: dt.datetime) -> None:
    """Password or email was changed: links that change the password, or lead the mail elsewhere, are void."""
    table = t.tokens
    unused = (table.c.account_id == account_id, table.c.used_at.is_(None))
    email = connection.execute(
        sa.select(accounts.c.email).where(accounts.c.account_id == account_id)
    ).scalar_one_or_none()
    for row in connection.execute(sa.select(table).where(*unused)).all():
        link = _link(keys, row)
        ends = link.purpose in (Purpose.CONFIRM_PASSWORD, Purpose.DIRECT_RESET)
        if ends or (link.purpose is Purpose.VERIFY_EMAIL and link.data != email):
            connection.execute(
                sa.update(table).where(table.c.token_hash == row.token_hash, *unused).values(used_at=now)
            )


def _holds(purpose: Purpose, token: str, now: dt.datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        t.tokens.c.token_hash == _hash(token),
        t.tokens.c.purpose == purpose.value,
        t.tokens.c.used_at.is_(None),
        t.tokens.c.expires_at > now,
    )


def _hash(token: str) -> str:
    return b64encode(hashlib.sha256(token.encode()).digest())


def _link(keys: PortalKeys, row: sa.Row[Any]) -> Link:
    return Link(
        purpose=Purpose(row.purpose),
        account_id=row.account_id,
        practice_id=row.practice_id,
        data=keys.decrypt(row.data, row.token_hash.encode()).decode(),
    )
