"""A desk asks whom of a day sheet its practice knows (F2): members and live invitations, of this practice alone."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationRevoked
from kiosk.portal import desk_people
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import MAX_PEOPLE, PeopleLookup, SoughtPerson
from tests.portal.device import TestDevice, invitation
from tests.portal.house import House
from tests.portal.patients import add_account, person

pytestmark = pytest.mark.rule("F2")

TOMAS = {"first": "Tomás", "last": "Nguyễn", "birth_date": "1990-12-31", "zip_code": "94110"}
MARIA = {"first": "Maria", "last": "O'Brien-López", "birth_date": "1984-03-27", "zip_code": "60614"}
CODE = ActivationCode.from_entropy(bytes(range(9)))
NOBODY = ("none", "")


def ask(house: House, device: TestDevice, *people: dict[str, str]) -> list[tuple[str, str]]:
    """What the portal says of them."""
    asked = PeopleLookup(people=[SoughtPerson(**one) for one in people])
    found = house.database.run(lambda c: desk_people.known(c, house.known(c, device), asked, house.now))
    return [(one.state, one.number) for one in found.people]


def one(house: House, **asked: str) -> tuple[str, str]:
    """What a desk of the practice is told of one."""
    return ask(house, house.device("desk"), asked)[0]


@pytest.fixture
def full(house: House) -> House:
    """Tomás has an invitation, Maria an account."""
    house.invite(CODE)
    who = person("Maria", "O'Brien-López", "m@mail.example")
    house.database.run(lambda c: add_account(c, house.practice_id, who, "maria.user", house.now))
    return house


def test_in_the_order_of_the_question(full: House) -> None:
    """A stranger, an account, an invitation with its number; written otherwise, they are the same people."""
    stranger = TOMAS | {"first": "Bo"}
    otherwise = {"first": "TOMAS", "last": "nguyen", "birth_date": "1990-12-31", "zip_code": "94110-1234"}
    told = ask(full, full.device("desk"), stranger, MARIA, TOMAS, otherwise)
    assert told == [NOBODY, ("member", ""), ("invited", "INV-7F3K"), ("invited", "INV-7F3K")]
    assert ask(full, full.device("desk")) == []


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({"zip_code": "10001", "email": "M@mail.example"}, True),
        ({"zip_code": "10001", "phone": "(312) 555-0143"}, True),
        ({"zip_code": "10001"}, False),
        ({"gender": "male"}, False),
    ],
    ids=str,
)
def test_who_is_the_same_person(full: House, changes: dict[str, str], known: bool) -> None:
    """What the sheet tells is compared as ``matching.same_person`` says, in the form that is stored."""
    assert one(full, **MARIA | changes) == (("member", "") if known else NOBODY)


def test_only_a_live_invitation_counts(full: House) -> None:
    """Not one that ran out, was withdrawn, or whose code is void: those get a new slip."""
    assert one(full, **TOMAS) == ("invited", "INV-7F3K")
    full.database.run(lambda c: c.execute(sa.update(tp.invitation_codes).values(state="revoked")))
    assert one(full, **TOMAS) == NOBODY
    full.database.run(lambda c: c.execute(sa.update(tp.invitation_codes).values(state="open")))
    full.now += dt.timedelta(days=15)
    assert one(full, **TOMAS) == NOBODY


def test_a_withdrawn_one_does_not_count(full: House) -> None:
    """The desk took it back; of two the newest is named."""
    desk = full.device("desk")
    full.now += dt.timedelta(seconds=1)
    again = ActivationCode.from_entropy(bytes(9))
    body = invitation(full.staff_id, again, number="INV-BBBB")
    full.sync(desk, desk.operation(body, recorded_at=full.now))
    assert one(full, **TOMAS) == ("invited", "INV-BBBB")
    back = InvitationRevoked(invitation_id=body.invitation_id, by=full.staff_id)
    full.sync(desk, desk.operation(back, subject=body.invitation_id))
    assert one(full, **TOMAS) == ("invited", "INV-7F3K")


def test_an_account_outweighs_an_invitation(full: House) -> None:
    """Who has both is told to have the account."""
    who = person("Tomás", "Nguyễn", None, birth_date="1990-12-31", zip_code="94110")
    full.database.run(lambda c: add_account(c, full.practice_id, who, "tomas.user", full.now))
    assert one(full, **TOMAS) == ("member", "")


def test_another_practice_is_told_of_nobody(full: House) -> None:
    """Accounts and invitations of this practice alone, until the account joins the other."""
    elsewhere = uuid.uuid4()
    full.add_practice(elsewhere, "Riverside Clinic")
    stranger = full.device("desk", elsewhere)
    assert ask(full, stranger, MARIA, TOMAS) == [NOBODY, NOBODY]

    def join(connection: sa.Connection) -> None:
        account_id = connection.execute(sa.select(t.accounts.c.account_id)).scalar_one()
        member = {"account_id": account_id, "practice_id": elsewhere, "since": full.now}
        connection.execute(sa.insert(t.memberships).values(member))

    full.database.run(join)
    assert ask(full, stranger, MARIA, TOMAS) == [("member", ""), NOBODY]


@pytest.mark.rule("K2")
def test_a_tablet_is_told_of_nobody(full: House) -> None:
    """Whatever it asks."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(full, full.device(), MARIA)
    assert refused.value.code == "not_found"


@pytest.mark.parametrize(
    "wrong",
    [
        {"first": ""},
        {"last": "\0"},
        {"birth_date": "1984"},
        {"birth_date": "2199-01-01"},
        {"zip_code": "x"},
        {"email": "@"},
        {"phone": "1"},
        {"gender": "x"},
    ],
    ids=str,
)
def test_nonsense(full: House, wrong: dict[str, Any]) -> None:
    """No desk of ours asks that."""
    with pytest.raises(RequestRefusedError) as refused:
        one(full, **MARIA | wrong)
    assert refused.value.code == "malformed"


def test_so_many_and_no_more(house: House) -> None:
    """A longer sheet is asked about in parts."""
    desk = house.device("desk")
    assert ask(house, desk, *[TOMAS] * MAX_PEOPLE) == [NOBODY] * MAX_PEOPLE
    with pytest.raises(RequestRefusedError) as refused:
        ask(house, desk, *[TOMAS] * (MAX_PEOPLE + 1))
    assert refused.value.code == "too_large"
