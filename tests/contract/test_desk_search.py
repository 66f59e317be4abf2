"""A desk looks for invitations of its practice (F1): what it finds, and what it is never told."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import msgspec
import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.portal import desk_search
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import InvitationSearch, InvitationsFound
from tests.portal.device import TestDevice, invitation
from tests.portal.house import House

pytestmark = pytest.mark.rule("F1")


def invite(house: House, place: int, **changes: Any) -> None:
    """Make an invitation; the later, the newer."""
    house.now += dt.timedelta(seconds=1)
    house.invite(ActivationCode.from_entropy(place.to_bytes(9, "big")), **changes)


def ask(house: House, device: TestDevice, **asked: Any) -> InvitationsFound:
    """Search."""
    message = InvitationSearch(**asked)
    return house.database.run(lambda c: desk_search.search(c, house.known(c, device), message, house.now))


def numbers(house: House, **asked: Any) -> list[str]:
    """What a desk finds."""
    return [found.number for found in ask(house, house.device("desk"), **asked).invitations]


@pytest.fixture
def full(house: House) -> House:
    """A practice with three invitations."""
    invite(house, 1)
    invite(house, 2, number="INV-AAAA", first="Maria", last="O'Brien-López", birth_date="1984-03-27")
    invite(house, 3, number="INV-BBBB", first="Li", last="", birth_date="1984-03-27")
    return house


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "ma"}, ["INV-7F3K", "INV-AAAA"]),
        ({"name": "obrienlopez"}, ["INV-AAAA"]),
        ({"name": "López, Maria"}, ["INV-AAAA"]),
        ({"name": "Maria O'Brien"}, ["INV-AAAA"]),
        ({"name": "o'brien-lopez, MARIA"}, ["INV-AAAA"]),
        ({"name": "nguyen tomas"}, ["INV-7F3K"]),
        ({"name": "li"}, ["INV-BBBB"]),
        ({"name": "zz"}, []),
        ({"birth_date": "1984-03-27"}, ["INV-AAAA", "INV-BBBB"]),
        ({"birth_date": "1984-03-27", "name": "maria"}, ["INV-AAAA"]),
        ({"birth_date": "1990-12-31", "name": "maria"}, []),
        ({"number": "INV-7F3K"}, ["INV-7F3K"]),
        ({"number": "INV-ZZZZ"}, []),
    ],
    ids=str,
)
def test_what_is_found(full: House, asked: dict[str, str], found: list[str]) -> None:
    """Letters anywhere in the name, in either order, without accents; a whole date or number; all that is given."""
    assert sorted(numbers(full, **asked)) == found


def test_only_what_the_desk_needs(full: House) -> None:
    """The year alone until a row is opened; never a ZIP, an email, a phone number or a code."""
    desk = full.device("desk")
    answer = ask(full, desk, name="tomas")
    (found,) = answer.invitations
    assert (found.first, found.last, found.birth_date, found.state) == ("Tomás", "Nguyễn", "1990", "printed")
    assert found.language == "es"
    text = msgspec.json.encode(answer).decode()
    assert not [secret for secret in ("94110", "@", "1990-", "lookup", "code") if secret in text]
    (whole,) = ask(full, desk, invitation_id=found.invitation_id).invitations
    assert whole == msgspec.structs.replace(found, birth_date="1990-12-31")


def test_at_most_fifty_the_newest_first(house: House) -> None:
    """More is said, not sent."""
    desk = house.device("desk")
    for place in range(51):
        code = ActivationCode.from_entropy(place.to_bytes(9, "big"))
        at = house.now + dt.timedelta(minutes=place)
        body = invitation(house.staff_id, code, number=f"INV-{1000 + place}", expires_at=at + dt.timedelta(days=14))
        house.sync(desk, desk.operation(body, recorded_at=at))
    answer = ask(house, desk, name="nguyen")
    assert [found.number for found in answer.invitations] == [f"INV-{number}" for number in range(1050, 1000, -1)]
    assert answer.more
    assert not ask(house, desk, number="INV-1000").more


def test_an_expired_one_says_so(full: House) -> None:
    """By the portal's clock."""
    full.now += dt.timedelta(days=15)
    (found,) = ask(full, full.device("desk"), number="INV-AAAA").invitations
    assert found.state == "expired"


@pytest.mark.rule("K2")
def test_a_tablet_is_told_of_nobody(full: House) -> None:
    """Whatever it asks."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(full, full.device(), name="maria")
    assert refused.value.code == "not_found"


def test_another_practice_finds_nothing(full: House) -> None:
    """Neither by name nor by the invitation's own id."""
    (mine,) = ask(full, full.device("desk"), number="INV-AAAA").invitations
    elsewhere = uuid.uuid4()
    full.add_practice(elsewhere, "Riverside Clinic")
    stranger = full.device("desk", elsewhere)
    for asked in ({"name": "maria"}, {"number": "INV-AAAA"}, {"invitation_id": mine.invitation_id}):
        assert ask(full, stranger, **asked).invitations == []


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
        {"number": "7F3K"},
        {"number": "INV-%"},
    ],
    ids=str,
)
def test_too_little_or_nonsense(full: House, asked: dict[str, str]) -> None:
    """No screen of ours asks that."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(full, full.device("desk"), **asked)
    assert refused.value.code == "malformed"
