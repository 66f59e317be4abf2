"""The kinds of columns that the portal's tables are made of."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import sqlalchemy as sa

__all__ = ["NAMES", "UtcTime", "identifier", "number", "person", "reference", "text", "time"]


class UtcTime(sa.TypeDecorator[dt.datetime]):
    """An instant: aware in Python, UTC in the database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Refuse naive times, which mean another instant on every machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Make it aware again."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def identifier(name: str, *, primary: bool = True) -> sa.Column[Any]:
    """A UUID that nothing points from."""
    return sa.Column(name, sa.Uuid(), primary_key=primary, nullable=False)


def reference(target: str, *, name: str = "", nullable: bool = False, primary: bool = False) -> sa.Column[Any]:
    """A foreign key to ``table.column``, named like the column it points to."""
    key = sa.ForeignKey(target)
    return sa.Column(name or target.partition(".")[2], sa.Uuid(), key, nullable=nullable, primary_key=primary)


def text(name: str, *, nullable: bool = False, primary: bool = False) -> sa.Column[Any]:
    """A text of any length; what goes in was bounded by the domain."""
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary)


def number(name: str, *, primary: bool = False) -> sa.Column[Any]:
    """A 64-bit number that the database does not make up."""
    return sa.Column(name, sa.BigInteger(), nullable=False, primary_key=primary, autoincrement=False)


def time(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """An instant."""
    return sa.Column(name, UtcTime(), nullable=nullable)


def person(*, required: bool) -> list[sa.Column[Any]]:
    """A person as typed and as compared; ``required`` is false for what the desk need not know of an invitation."""
    return [
        text("first"),
        text("last"),
        text("birth_date"),
        text("zip_code", nullable=True),  # S2: "I have no US ZIP"
        text("email", nullable=True),  # never unique, and S2: a person may have none
        text("gender", nullable=not required),
        text("phone", nullable=True),
        text("language"),
        text("first_cmp"),
        text("last_cmp"),
        text("birth_date_cmp"),
        text("zip_cmp", nullable=True),
        text("email_cmp", nullable=True),
        text("phone_cmp", nullable=True),
    ]
