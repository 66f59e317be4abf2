"""What follows an account: "update profile" (S15), and a request to be called back (S40)."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import call_backs, facts
from kiosk.portal import tables as t
from kiosk.portal import tables_support as ts
from kiosk.portal.facts import Fact
from tests.portal.device import activation, call_back, profile_update, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))


@pytest.mark.rule("S15")
def test_profile_of_the_activation(house: House) -> None:
    """The profile of the draft's own account is changed; what was skipped stays, and so does the number on file."""
    invitation_id = house.invite(CODE)
    tablet = house.device()
    assert house.deliver(tablet, activation(CODE), invitation_id) is Outcome.ACCEPTED
    assert house.deliver(tablet, profile_update(language="en"), invitation_id) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert (account.address, account.contact_preference, account.language) == ("12 Elm Street\nApt 4", "phone", "en")
    assert (account.phone, account.phone_cmp) == ("+14155550187", "+14155550187")
    skipped = profile_update(phone="+14155550188", address=None, contact_preference=None)
    assert house.deliver(tablet, skipped, invitation_id) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert (account.address, account.phone, account.phone_cmp) == ("12 Elm Street\nApt 4", *["+14155550187"] * 2)


@pytest.mark.rule("S15", "S29")
def test_profile_gives_a_number_only_where_none_is_on_file(house: House) -> None:
    """The number on file proves who somebody is: a profile fills the gap and replaces nothing."""
    invitation_id = house.invite(CODE)
    tablet = house.device()
    assert house.deliver(tablet, activation(CODE), invitation_id) is Outcome.ACCEPTED
    nobody = sa.update(t.accounts).values(phone=None, phone_cmp=None)
    house.database.run(lambda connection: connection.execute(nobody))
    for phone in ("+14155550101", "+14155550102"):
        assert house.deliver(tablet, profile_update(phone=phone), invitation_id) is Outcome.ACCEPTED
        (account,) = house.rows(t.accounts)
        assert (account.phone, account.phone_cmp) == ("+14155550101", "+14155550101")


@pytest.mark.rule("S15")
def test_profile_of_the_sign_up(house: House) -> None:
    """A sign-up's draft knows its account, too, also when the wished user ID was taken."""
    tablet, first, second = house.device(), uuid.uuid4(), uuid.uuid4()
    house.deliver(tablet, sign_up(), first)
    other = sign_up(first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199")
    assert house.deliver(tablet, other, second) is Outcome.USER_ID_TAKEN
    for subject, preference in ((first, "mail"), (second, "email")):
        body = profile_update(contact_preference=preference)
        assert house.deliver(tablet, body, subject) is Outcome.ACCEPTED
    told = {row.first: row.contact_preference for row in house.rows(t.accounts)}
    assert told == {"María": "mail", "Ann": "email"}


@pytest.mark.rule("S15", "K1")
def test_profile_before_its_account_waits(house: House) -> None:
    """A profile whose account is not there yet is kept on the device and taken later."""
    tablet, subject = house.device(), uuid.uuid4()
    operation = tablet.operation(profile_update(), subject=subject)
    assert house.outcome(house.sync(tablet, operation)) is Outcome.DEFERRED_DEPENDENCY
    house.deliver(tablet, sign_up(), subject)
    assert house.outcome(house.sync(tablet, operation)) is Outcome.ACCEPTED
    assert [row.contact_preference for row in house.rows(t.accounts)] == ["phone"]


def test_profile_of_somebody_else(house: House) -> None:
    """No other draft's, no other practice's and no non-member's account is changed."""
    tablet, subject = house.device(), uuid.uuid4()
    house.deliver(tablet, sign_up(), subject)
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    stranger = house.device(practice_id=other)
    assert house.deliver(tablet, profile_update()) is Outcome.DEFERRED_DEPENDENCY
    assert house.deliver(stranger, profile_update(), subject) is Outcome.DEFERRED_DEPENDENCY
    (account,) = house.rows(t.accounts)
    house.database.run(
        lambda c: facts.note(c, other, subject, Fact.ACCOUNT, house.now, of=account.account_id)
    )  # as if logged in there, but without having joined
    assert house.deliver(stranger, profile_update(), subject) is Outcome.DEFERRED_DEPENDENCY
    assert [row.address for row in house.rows(t.accounts)] == [None]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"phone": "12"},
        {"address": "x" * 201},
        {"address": " padded "},
        {"language": "xx"},
        {"contact_preference": "fax"},
    ],
    ids=ascii,
)
def test_profile_that_no_screen_makes(house: House, nonsense: dict[str, Any]) -> None:
    """Nonsense is malformed and changes nothing, not even the fields beside it."""
    tablet, subject = house.device(), uuid.uuid4()
    house.deliver(tablet, sign_up(), subject)
    assert house.deliver(tablet, profile_update(**nonsense), subject) is Outcome.REJECTED_MALFORMED
    (account,) = house.rows(t.accounts)
    assert (account.address, account.contact_preference, account.phone) == (None, None, "+16175550123")


@pytest.mark.rule("S40")
def test_call_back(house: House) -> None:
    """Name and contact are kept for support, encrypted; the same request delivered twice is one."""
    tablet = house.device()
    operation = tablet.operation(call_back())
    for _ in range(2):
        assert house.outcome(house.sync(tablet, operation)) is Outcome.ACCEPTED
    (row,) = house.rows(ts.call_backs)
    assert (row.practice_id, row.topic, row.language, row.state) == (house.practice_id, "password", "en", "open")
    assert b"6175550123" not in row.data
    assert call_backs.read(house.keys, row) == call_back()


@pytest.mark.rule("S40")
@pytest.mark.parametrize(
    "nonsense",
    [{"name": ""}, {"name": "\n"}, {"name": "x" * 101}, {"contact": "soon"}, {"topic": "bill"}, {"language": "xx"}],
    ids=ascii,
)
def test_call_back_that_no_screen_makes(house: House, nonsense: dict[str, str]) -> None:
    """Nonsense is malformed and reaches no agent; an email address is a contact, too."""
    assert house.deliver(house.device(), call_back(**nonsense)) is Outcome.REJECTED_MALFORMED
    assert house.rows(ts.call_backs) == []
    assert house.deliver(house.device(), call_back(contact="maria@example.org")) is Outcome.ACCEPTED
