"""Finding a person's account over all practices (S26, S29): candidates come by index, ``domain.matching`` grades them.

A certain or probable match has an equal email or phone, and a date of birth that is equal or one slip off; so those two
keys find every one of them. A possible match, which only staff see, is sought by its birthday and one equal name.
"""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain.agreement import Agreement, near_birth_dates
from kiosk.domain.matching import Comparison, Grade, Identity, compare
from kiosk.domain.values import Gender
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol.encoding import b64encode

CANDIDATES: Final = 50
"""The most that one key brings, the likeliest first: an email or phone that thousands share costs no more."""

_COMPARED: Final = ("first_cmp", "last_cmp", "gender", "birth_date_cmp", "zip_cmp", "email_cmp", "phone_cmp")
_GRADES: Final = (Grade.CERTAINLY_NOT, Grade.POSSIBLE, Grade.PROBABLE, Grade.CERTAIN)

_a: Final = t.accounts.c
_LIKELIEST: Final = (
    sa.case((_a.birth_date_cmp == sa.bindparam("born"), 0), else_=1),
    sa.case((_a.first_cmp == sa.bindparam("first"), 0), else_=1),
    _a.created_at,
    _a.account_id,
)
_NEAR: Final = _a.birth_date_cmp.in_(sa.bindparam("near", expanding=True))
_NAMES: Final[tuple[sa.BindParameter[str], ...]] = (
    sa.bindparam("first", type_=sa.Text()),
    sa.bindparam("last", type_=sa.Text()),
)


def _candidates(*where: sa.ColumnElement[bool], most: int = CANDIDATES) -> sa.Select[Any]:
    columns = (_a[name] for name in ("account_id", "created_at", "first", "last", *_COMPARED))
    return sa.select(*columns).where(*where).order_by(*_LIKELIEST).limit(most)


@dataclass(frozen=True, slots=True)
class _Contact:
    """A key that few people share, so near dates of birth are picked here; a list of them slows every statement.

    Attributes:
        few: all whose contact it is, and one more than enough if they are many.
        near: of many, those of a near date of birth.
    """

    few: sa.Select[Any]
    near: sa.Select[Any]

    @classmethod
    def on(cls, contact: sa.ColumnElement[bool]) -> _Contact:
        return cls(_candidates(contact, most=CANDIDATES + 1), _candidates(contact, _NEAR))

    def read(self, connection: sa.Connection, values: Mapping[str, Any], near: frozenset[str]) -> Sequence[sa.Row[Any]]:
        """The likeliest of a near date of birth, at most ``CANDIDATES``."""
        rows = connection.execute(self.few, values).all()
        if len(rows) > CANDIDATES:
            return connection.execute(self.near, {**values, "near": sorted(near)}).all()
        return [row for row in rows if row.birth_date_cmp in near]


BY_EMAIL: Final = _Contact.on(_a.email_cmp == sa.bindparam("email"))
BY_PHONE: Final = _Contact.on(_a.phone_cmp == sa.bindparam("phone"))
BY_BIRTHDAY: Final = _candidates(
    _a.birth_date_cmp == sa.bindparam("born"), sa.or_(_a.first_cmp.in_(_NAMES), _a.last_cmp.in_(_NAMES))
)


@dataclass(frozen=True, slots=True)
class Found:
    """The account that matches best, at least possibly; ``comparison`` explains why."""

    grade: Grade
    account_id: UUID
    comparison: Comparison


def find(connection: sa.Connection, keys: PortalKeys, person: Mapping[str, Any]) -> Found | None:
    """The account that is most surely this person's; of equally sure ones that with more equal fields, then the oldest.

    Accounts that staff told apart from exactly this person are certainly not theirs.

    Args:
        person: the columns that ``Person.columns`` names.
    """
    sought = identity(person)
    rows = {row.account_id: row for row in _read(connection, person)}
    graded = [(row, compare(sought, identity(row._asdict()))) for row in rows.values()]
    graded = [(row, comparison) for row, comparison in graded if comparison.grade is not Grade.CERTAINLY_NOT]
    if not graded:
        return None
    apart = _kept_apart(connection, keys, person)
    graded = [(row, comparison) for row, comparison in graded if row.account_id not in apart]
    if not graded:
        return None
    row, best = min(graded, key=lambda one: (_order(one[1]), one[0].created_at, one[0].account_id))
    return Found(best.grade, row.account_id, best)


def identity(person: Mapping[str, Any]) -> Identity:
    """Who a row of ``accounts`` or ``invitations``, or the columns of a person, is."""
    return Identity(
        first=person["first"],
        last=person["last"],
        gender=None if person["gender"] is None else Gender(person["gender"]),
        birth_date=dt.date.fromisoformat(person["birth_date_cmp"]),
        zip5=person["zip_cmp"],
        email=person["email_cmp"],
        phone=person["phone_cmp"],
    )


def keep_apart(
    connection: sa.Connection, keys: PortalKeys, account_id: UUID, person: Mapping[str, Any], now: dt.datetime
) -> None:
    """Remember that staff saw two people: this account's and somebody with exactly these fields."""
    row = {"account_id": account_id, "person_hash": _person_hash(keys, person), "at": now}
    insert_once(connection, tp.not_same, row)


def _read(connection: sa.Connection, person: Mapping[str, Any]) -> Iterator[sa.Row[Any]]:
    born = dt.date.fromisoformat(person["birth_date_cmp"])
    near = frozenset(date.isoformat() for date in near_birth_dates(born) | {born})
    values = {
        "born": person["birth_date_cmp"],
        "first": person["first_cmp"],
        "last": person["last_cmp"] or person["first_cmp"],  # no name is nobody's name
        "email": person["email_cmp"],
        "phone": person["phone_cmp"],
    }
    if person["email_cmp"]:
        yield from BY_EMAIL.read(connection, values, near)
    if person["phone_cmp"]:
        yield from BY_PHONE.read(connection, values, near)
    yield from connection.execute(BY_BIRTHDAY, values)


def _order(comparison: Comparison) -> tuple[int, int]:
    equal = sum(agreement is Agreement.EQUAL for _, agreement in comparison.fields)
    return -_GRADES.index(comparison.grade), -equal


def _kept_apart(connection: sa.Connection, keys: PortalKeys, person: Mapping[str, Any]) -> frozenset[UUID]:
    query = sa.select(tp.not_same.c.account_id).where(tp.not_same.c.person_hash == _person_hash(keys, person))
    return frozenset(connection.execute(query).scalars())


def _person_hash(keys: PortalKeys, person: Mapping[str, Any]) -> str:
    """An HMAC of all compared fields: whoever is remembered as another person is not stored for it."""
    key = HKDF(hashes.SHA256(), 32, salt=None, info=b"kiosk-not-same/1").derive(keys.column)
    fields = msgspec.json.encode([person[name] for name in _COMPARED])
    return b64encode(hmac.digest(key, fields, "sha256"))
