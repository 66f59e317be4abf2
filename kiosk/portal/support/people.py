"""Finding the account that a chat is about; an agent learns no more of it than it takes to help (S40, S41)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email, Sensitive, UserId
from kiosk.portal import identity
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys

MOST: Final = 5
"""Accounts shown of those that share an email and a date of birth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The newest photo ID check of an account's holder.

    Attributes:
        document: value of ``IdDocument``.
        practice: the name of the practice whose desk looked.
        at: UTC.
    """

    document: str
    practice: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Found(Sensitive):
    """What an agent sees of an account.

    Attributes:
        masked_email: ``m•••@mail.example``, or empty if there is none on file.
        practices: where the account is used.
        has_phone, has_user_id: whether there is one; neither is shown, not even in part.
        seen: None if no desk has checked a photo ID.
    """

    account_id: UUID
    first: str
    masked_email: str
    email_verified: bool
    practices: Sequence[str]
    has_phone: bool
    has_user_id: bool
    seen: Seen | None


def by_user_id(connection: sa.Connection, keys: PortalKeys, typed: str) -> list[Found]:
    """The account with a user ID; nothing for anything else."""
    user_id = UserId.parse(typed)
    if isinstance(user_id, Refused):
        return []
    return _found(connection, keys, t.accounts.c.user_id == user_id.text)


def by_email(connection: sa.Connection, keys: PortalKeys, email: str, birth_date: str, today: dt.date) -> list[Found]:
    """The accounts with an email and a date of birth (ISO 8601); twins may share both."""
    parsed, born = Email.parse(email), BirthDate.parse_iso(birth_date, today=today)
    if isinstance(parsed, Refused) or isinstance(born, Refused):
        return []
    return _found(
        connection, keys, t.accounts.c.email_cmp == parsed.comparison, t.accounts.c.birth_date_cmp == born.comparison
    )


def get(connection: sa.Connection, keys: PortalKeys, account_id: UUID) -> Found:
    """The account that a chat is about."""
    return _found(connection, keys, t.accounts.c.account_id == account_id)[0]


def masked(email: str | None) -> str:
    """An address of which its owner can say whether it is theirs, and nobody else can use it."""
    if not email:
        return ""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}•••@{domain}"


def _found(connection: sa.Connection, keys: PortalKeys, *where: sa.ColumnElement[bool]) -> list[Found]:
    query = sa.select(t.accounts).where(*where).order_by(t.accounts.c.created_at).limit(MOST)
    return [_one(connection, keys, row) for row in connection.execute(query).all()]


def _one(connection: sa.Connection, keys: PortalKeys, row: sa.Row[Any]) -> Found:
    practices = (
        sa.select(t.practices.c.name)
        .join(t.memberships, t.memberships.c.practice_id == t.practices.c.practice_id)
        .where(t.memberships.c.account_id == row.account_id)
        .order_by(t.practices.c.name)
    )
    return Found(
        account_id=row.account_id,
        first=row.first,
        masked_email=masked(row.email),
        email_verified=row.email_verified,
        practices=list(connection.execute(practices).scalars()),
        has_phone=row.phone is not None,
        has_user_id=row.user_id is not None,
        seen=_seen(connection, keys, row.account_id),
    )


def _seen(connection: sa.Connection, keys: PortalKeys, account_id: UUID) -> Seen | None:
    its = identity.of_accounts(connection, keys, [account_id]).get(account_id)
    if not its:
        return None
    name = sa.select(t.practices.c.name).where(t.practices.c.practice_id == its[0].practice_id)
    return Seen(document=its[0].document.value, practice=connection.execute(name).scalar_one(), at=its[0].at)
