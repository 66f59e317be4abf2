"""Candidates for a match: found by index, few, every close one among them, and none that staff told apart (S26-S29)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.agreement import GENERATION, near_birth_dates
from kiosk.domain.matching import Grade, Identity
from kiosk.domain.values import fold_name
from kiosk.portal import keyfile, matches
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.matches import CANDIDATES, Found
from tests.domain.golden import CASES, Golden
from tests.portal.house import House

MARIA: dict[str, Any] = {
    "first": "María",
    "last": "Okafor",
    "birth_date_cmp": "1984-07-09",
    "zip_cmp": "02139",
    "email_cmp": "maria@mail.example",
    "gender": "female",
    "phone_cmp": "+16175550123",
}


def person(**changes: Any) -> dict[str, Any]:
    """The columns of Maria, or of somebody who differs from her."""
    columns = MARIA | changes
    folded = {f"{name}_cmp": fold_name(columns[name]) for name in ("first", "last")}
    typed = {
        "birth_date": columns["birth_date_cmp"],
        "zip_code": columns["zip_cmp"],
        "email": columns["email_cmp"],
        "phone": columns["phone_cmp"],
        "language": "en",
    }
    return columns | folded | typed


def account(house: House, at: dt.datetime | None = None, **changes: Any) -> UUID:
    """Store an account; nobody ever logs in to it."""
    account_id = uuid.uuid4()
    values = person(**changes) | {
        "account_id": account_id,
        "user_id": None,
        "password_hash": "-",
        "question": "first_pet",
        "answer_hash": "-",
        "relationship": "self",
        "guardian": "",
        "email_verified": False,
        "created_at": at or house.now,
    }
    _execute(house, sa.insert(t.accounts).values(values))
    return account_id


def _execute(house: House, statement: sa.Executable) -> None:
    house.database.run(lambda connection: connection.execute(statement).close())


def _read(house: House, query: sa.Select[Any]) -> list[sa.Row[Any]]:
    return house.database.run(lambda connection: list(connection.execute(query)))


def find(house: House, **changes: Any) -> Found | None:
    """Whose account it is."""
    return house.database.run(lambda c: matches.find(c, house.keys, person(**changes)))


def found(house: House, **changes: Any) -> tuple[Grade, UUID] | None:
    """Grade and account alone."""
    match = find(house, **changes)
    return None if match is None else (match.grade, match.account_id)


def columns(identity: Identity) -> dict[str, Any]:
    """The columns of an identity."""
    assert identity.gender is not None
    return {
        "first": identity.first,
        "last": identity.last,
        "birth_date_cmp": identity.birth_date.isoformat(),
        "zip_cmp": identity.zip5,
        "email_cmp": identity.email,
        "gender": identity.gender.value,
        "phone_cmp": identity.phone,
    }


@pytest.mark.rule("S26", "S29")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_golden_pairs_are_found(house: House, case: Golden) -> None:
    """What the rules grade the indexes bring, whichever of the two has the account; two people are nobody's match."""
    pair = (case.one, dataclasses.replace(case.one, **case.changes))
    for holder, typed in (pair, pair[::-1]):
        account_id = account(house, **columns(holder))
        match = find(house, **columns(typed))
        if case.grade is Grade.CERTAINLY_NOT:
            assert match is None
        else:
            assert match is not None
            assert (match.grade, match.account_id, match.comparison.reason) == (case.grade, account_id, case.reason)
        _execute(house, sa.delete(t.accounts))


@pytest.mark.rule("S29")
@pytest.mark.parametrize("shared", ["email_cmp", "phone_cmp"])
def test_every_slip_of_a_birthday_is_found(house: House, shared: str) -> None:
    """One equal contact finds an account with each date of birth that is one slip off."""
    alone = {"email_cmp": None, "phone_cmp": None, "zip_cmp": None} | {shared: MARIA[shared]}
    account_id = account(house, **alone)
    born = dt.date.fromisoformat(MARIA["birth_date_cmp"])
    near = [date for date in near_birth_dates(born) if abs(date.year - born.year) < GENERATION]
    assert len(near) > 20
    for date in near:
        assert found(house, **alone, birth_date_cmp=date.isoformat()) == (Grade.PROBABLE, account_id)


@pytest.mark.rule("S26", "S29")
def test_an_address_that_many_share(house: House) -> None:
    """Hundreds of accounts on one email and phone, a hundred of them born on one day, hide nobody."""
    for number in range(300):
        birth = "1984-07-09" if number % 3 == 0 else f"19{number % 50 + 30}-0{number % 9 + 1}-23"
        account(house, first=f"Xochitl{chr(97 + number % 26)}{chr(97 + number // 26)}", birth_date_cmp=birth)
    account_id = account(house, house.now + dt.timedelta(days=1))
    assert found(house) == (Grade.CERTAIN, account_id)
    assert found(house, zip_cmp="94110") == (Grade.PROBABLE, account_id)


@pytest.mark.rule("S26")
def test_few_are_read(house: House) -> None:
    """However many share a key, each key brings a bounded number of candidates."""
    for number in range(CANDIDATES + 10):
        account(house, zip_cmp=f"{number:05}")
    values = {**_values(), "near": ["1984-07-09"]}
    for query in QUERIES:
        assert len(_read(house, query.params(values))) in (CANDIDATES, CANDIDATES + 1)


EMAIL, PHONE = matches.BY_EMAIL, matches.BY_PHONE
QUERIES = (EMAIL.few, EMAIL.near, PHONE.few, PHONE.near, matches.BY_BIRTHDAY)


def _values() -> dict[str, Any]:
    born = dt.date(1984, 7, 9)
    return {
        "born": born.isoformat(),
        "first": "maria",
        "near": sorted(date.isoformat() for date in near_birth_dates(born)),
        "last": "okafor",
        "email": "maria@mail.example",
        "phone": "+16175550123",
    }


@pytest.mark.parametrize(
    ("query", "indexes"),
    [
        (EMAIL.few, {"ix_accounts_email_cmp"}),
        (EMAIL.near, {"ix_accounts_email_cmp", "ix_accounts_birth_date_cmp"}),  # while the table is empty both cost 0
        (PHONE.few, {"ix_accounts_phone_cmp"}),
        (PHONE.near, {"ix_accounts_phone_cmp", "ix_accounts_birth_date_cmp"}),
        (matches.BY_BIRTHDAY, {"ix_accounts_birth_date_cmp"}),
    ],
    ids=["email", "many of an email", "phone", "many of a phone", "birthday"],
)
def test_each_key_has_its_index(house: House, query: sa.Select[Any], indexes: set[str]) -> None:
    """Neither database reads the whole table for a match."""

    def plan(connection: sa.Connection) -> str:
        text = str(query.params(_values()).compile(connection, compile_kwargs={"literal_binds": True}))
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # the table is empty: a scan would be right
            return str(connection.exec_driver_sql(f"EXPLAIN {text}").all())
        return str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}").all())

    explained = house.database.run(plan)
    assert any(index in explained for index in indexes)
    assert "SCAN" not in explained
    assert "Seq Scan" not in explained


@pytest.mark.rule("S26", "S29")
def test_the_surest_wins(house: House) -> None:
    """Of several accounts a certain one comes before a probable, that before a possible; else the older one."""
    possible = account(house, email_cmp=None, phone_cmp=None)
    assert found(house) == (Grade.POSSIBLE, possible)
    account(house, house.now + dt.timedelta(days=1), zip_cmp="94110", gender="unknown")
    older = account(house, zip_cmp="94111", gender="unknown")
    assert found(house) == (Grade.PROBABLE, older)
    fuller = account(house, house.now + dt.timedelta(days=2), zip_cmp="94112")
    assert found(house) == (Grade.PROBABLE, fuller)
    own = account(house, house.now + dt.timedelta(days=3))
    assert found(house) == (Grade.CERTAIN, own)


@pytest.mark.rule("S29")
def test_staff_told_them_apart(house: House) -> None:
    """Whom staff told apart never matches again; the account still matches anybody else, and the hash tells nothing."""
    account_id = account(house)
    other = person(zip_cmp="94110")
    assert found(house, zip_cmp="94110") == (Grade.PROBABLE, account_id)
    for _ in range(2):
        house.database.run(lambda c: matches.keep_apart(c, house.keys, account_id, other, house.now))
    assert find(house, zip_cmp="94110") is None
    assert found(house, zip_cmp="94111") == (Grade.PROBABLE, account_id)
    assert found(house) == (Grade.CERTAIN, account_id)
    (row,) = house.rows(tp.not_same)
    assert row.account_id == account_id
    assert len(row.person_hash) == 43


@pytest.mark.rule("S29")
def test_staff_told_one_of_two_apart(house: House) -> None:
    """The next best account is found when staff have ruled out the best."""
    best, next_best = account(house, zip_cmp="94110"), account(house, zip_cmp="94111", gender="unknown")
    assert found(house) == (Grade.PROBABLE, best)
    house.database.run(lambda c: matches.keep_apart(c, house.keys, best, person(), house.now))
    assert found(house) == (Grade.PROBABLE, next_best)


def test_another_portal_hashes_otherwise(house: House, tmp_path: Path) -> None:
    """What staff decided is remembered under the portal's own key: nobody can try people out against the table."""
    other = keyfile.create(tmp_path / "other.json")
    account_id = account(house)
    for keys in (house.keys, other):
        house.database.run(
            partial(matches.keep_apart, keys=keys, account_id=account_id, person=person(), now=house.now)
        )
    assert len({row.person_hash for row in house.rows(tp.not_same)}) == 2
