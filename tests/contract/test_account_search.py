"""A desk looks for the account of a patient of its practice (F7): what it finds, and what it is never told."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any
from uuid import UUID

import msgspec
import pytest
import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.portal import account_search, identity
from kiosk.portal import tables as t
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import AccountSearch, AccountsFound
from tests.portal.device import TestDevice
from tests.portal.house import House
from tests.portal.patients import add_account, person

pytestmark = pytest.mark.rule("F7")

DAY = dt.timedelta(days=1)


def add(house: House, first: str, last: str, email: str | None = "m@mail.example", **columns: Any) -> UUID:
    """An account of the practice; its user ID is its first name's."""
    who = person(first, last, email, **columns)
    return house.database.run(
        lambda connection: add_account(connection, house.practice_id, who, f"{who['first_cmp']}.user", house.now)
    )


def ask(house: House, device: TestDevice, **asked: Any) -> AccountsFound:
    """Search."""
    message = AccountSearch(**asked)
    return house.database.run(
        lambda c: account_search.search(c, house.keys, house.known(c, device), message, house.now)
    )


def names(house: House, **asked: Any) -> list[str]:
    """Whom a desk finds, in order."""
    return [found.first for found in ask(house, house.device("desk"), **asked).accounts]


@pytest.fixture
def full(house: House) -> House:
    """A practice with three accounts."""
    add(house, "Tomás", "Nguyễn", birth_date="1990-12-31")
    add(house, "Maria", "O'Brien-López")
    add(house, "Li", "Wu", None)
    return house


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "ma"}, ["Tomás", "Maria"]),
        ({"name": "López, Maria"}, ["Maria"]),
        ({"name": "maria o'brien"}, ["Maria"]),
        ({"name": "NGUYEN"}, ["Tomás"]),
        ({"name": "zz"}, []),
        ({"birth_date": "1984-03-27"}, ["Maria", "Li"]),
        ({"birth_date": "1990-12-31", "name": "maria"}, []),
    ],
    ids=str,
)
def test_who_is_found(full: House, asked: dict[str, str], found: list[str]) -> None:
    """Letters anywhere in the name, in either order, without accents; a date; all that is given; by last name."""
    assert names(full, **asked) == found


def test_only_what_the_desk_needs(full: House) -> None:
    """The year alone until a row is opened; never a user ID, a ZIP, a phone number or an email in clear."""
    desk = full.device("desk")
    answer = ask(full, desk, name="tomas")
    (found,) = answer.accounts
    assert (found.first, found.last, found.birth_date) == ("Tomás", "Nguyễn", "1990")
    assert (found.masked_email, found.email_verified, found.has_user_id) == ("m•••@mail.example", True, True)
    assert (found.locked_until, found.locked_for_good) == (None, False)
    text = msgspec.json.encode(answer).decode()
    assert not [secret for secret in ("60614", "m@mail", "1990-", "tomas.user", "555", "$2b$") if secret in text]
    (whole,) = ask(full, desk, account_id=found.account_id).accounts
    assert whole == msgspec.structs.replace(found, birth_date="1990-12-31")


def test_how_sure_the_identity_is(full: House) -> None:
    """The best level any practice's desk reached, and when somebody looked last."""
    desk = full.device("desk")
    (before,) = ask(full, desk, name="tomas").accounts
    assert (before.assurance, before.checked_at) == ("IAL1", None)
    elsewhere = uuid.uuid4()
    full.add_practice(elsewhere, "Riverside Clinic")
    last = full.now - DAY
    check = IdentityCheck(practice_id=elsewhere, by=full.staff_id, document=IdDocument.PASSPORT, at=last - DAY)
    _note(full, desk, check, before.account_id)
    check = IdentityCheck(practice_id=full.practice_id, by=full.staff_id, document=IdDocument.OTHER, at=last)
    _note(full, desk, check, before.account_id)
    (after,) = ask(full, desk, name="tomas").accounts
    assert (after.assurance, after.checked_at) == ("IAL1.4", last)
    (other,) = ask(full, desk, name="maria").accounts
    assert (other.assurance, other.checked_at) == ("IAL1", None)


def test_at_most_fifty_by_name(house: House) -> None:
    """More is said, not sent."""
    firsts = [f"Sam{one}{other}" for one in "abcdefg" for other in "abcdefgh"][:51]
    for first in reversed(firsts):
        add(house, first, "Okafor", f"{first}@mail.example")
    answer = ask(house, house.device("desk"), name="okafor")
    assert [found.first for found in answer.accounts] == firsts[:50]
    assert answer.more
    assert not ask(house, house.device("desk"), name=firsts[50]).more


@pytest.mark.rule("K2")
def test_a_tablet_is_told_of_nobody(full: House) -> None:
    """Whatever it asks."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(full, full.device(), name="maria")
    assert refused.value.code == "not_found"


def test_another_practice_finds_nobody(full: House) -> None:
    """By name, by date, by the account's own id, until the account joins it."""
    (mine,) = ask(full, full.device("desk"), name="maria").accounts
    elsewhere = uuid.uuid4()
    full.add_practice(elsewhere, "Riverside Clinic")
    stranger = full.device("desk", elsewhere)
    for asked in ({"name": "maria"}, {"birth_date": "1984-03-27"}, {"account_id": mine.account_id}):
        assert ask(full, stranger, **asked).accounts == []
    member = {"account_id": mine.account_id, "practice_id": elsewhere, "since": full.now}
    full.database.run(lambda connection: connection.execute(sa.insert(t.memberships).values(member)))
    assert ask(full, stranger, name="ma").accounts == [mine]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"name": "m"},
        {"name": "'-"},
        {"name": "%_"},
        {"name": "x" * 201},
        {"birth_date": "1984"},
        {"birth_date": "2199-01-01"},
    ],
    ids=str,
)
def test_too_little_or_nonsense(full: House, asked: dict[str, str]) -> None:
    """No screen of ours asks that."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(full, full.device("desk"), **asked)
    assert refused.value.code == "malformed"


def _note(house: House, desk: TestDevice, check: IdentityCheck, account_id: UUID) -> None:
    (account,) = (row for row in house.rows(t.accounts) if row.account_id == account_id)
    house.database.run(
        lambda connection: identity.note(
            connection,
            house.keys,
            check,
            device_id=desk.device_id,
            now=house.now,
            subject=account_id,
            person=identity.Compared.of_row(account),
            account_id=account_id,
        )
    )
