"""Somebody almost the same has an account: "Verify by Phone Number.", with real text messages (S29)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from kiosk.demo.people import Person
from kiosk.device import Device
from tests.journeys import screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import recorded, synced
from tests.journeys.house import OTHER_PRACTICE, PRACTICE, House
from tests.journeys.known import other_digits
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of

SEND = "/v1/commands/phone-code"
CHECK = "/v1/commands/check-phone-code"

WRONG = "This code does not fit. Please check the text message and try again."
USED_UP = "This code does not work any more. Press “Send again” for a new one."


@pytest.fixture
def person(house: House, new_device: Callable[..., Device]) -> Person:
    """Return somebody with an account of the first practice."""
    person = somebody(gender="female")
    former = new_device("former")
    recorded(former, person)
    synced(former)
    assert house.memberships(person.email) == [PRACTICE]
    return person


@pytest.fixture
def patient(hilltop: Stage, person: Person) -> Patient:
    """Return that person, who moved house, at the second practice, asked for the phone number."""
    moved = dataclasses.replace(person, zip_code="60711", phone=somebody().phone)
    patient = Patient(hilltop.player, moved)
    patient.says_who()
    patient.is_asked_for_phone()
    return patient


class TestVerify:
    """The number is typed, never shown."""

    @pytest.mark.rule("S29", "S25", "S26")
    def test_the_right_number_and_code(self, house: House, patient: Patient, person: Person) -> None:
        """A text message, its digits, the account's page with the mail of S26, log in, joined: one account."""
        assert patient.reads("verify_phone_title") == "Verify by Phone Number"
        assert not any(person.phone[-4:] in words for words in screen.shown(patient.player))
        patient.types_phone(person.phone)
        patient.types_phone_code(house.phone_code(person.phone))
        patient.has_account()
        assert house.queued(person.email) == ["welcome", "account_exists"]
        patient.logs_in()
        assert patient.joins() == "joined"
        assert house.memberships(person.email) == [PRACTICE, OTHER_PRACTICE]
        assert len(house.accounts(person.email)) == 1

    @pytest.mark.rule("S29")
    def test_a_wrong_number_looks_alike_and_sends_nothing(self, house: House, patient: Patient, person: Person) -> None:
        """The next page is the same to the letter; no message is sent to anybody, and no digits help."""
        before = house.texts()
        patient.types_phone(somebody().phone)
        wrong = screen.shown(patient.player)
        assert house.texts() == before
        patient.types_phone_code("123456")
        assert patient.problem() == WRONG
        patient.player.tap("back")
        patient.types_phone(person.phone)
        assert screen.shown(patient.player) == wrong
        house.phone_code(person.phone)
        assert house.texts() == before + 1
        assert house.queued(person.email) == ["welcome"]

    @pytest.mark.rule("S29")
    def test_three_wrong_codes(self, house: House, patient: Patient, person: Person) -> None:
        """After the third the message's own digits are used up; "Send again" brings others that work."""
        patient.types_phone(person.phone)
        digits = house.phone_code(person.phone)
        for _ in range(3):
            patient.types_phone_code(other_digits(digits))
            assert patient.problem() == WRONG
        patient.types_phone_code(digits)
        patient.player.wait_until(lambda: patient.problem() == USED_UP, "the end of the code")
        patient.player.tap("phone_code_again")
        patient.types_phone_code(house.phone_code(person.phone, 2))
        patient.has_account()

    @pytest.mark.rule("S29", "K1")
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.LOST_ANSWER], ids=["error", "lost answer"])
    def test_the_line_breaks(self, house: House, patient: Patient, person: Person, fault: Fault) -> None:
        """At the number and at the digits: not connected; "Back" and once more, and the digits prove it."""
        house.line.breaks(fault, path=SEND, times=1)
        patient.player.keys("verified_phone", person.phone)
        patient.player.tap("primary")
        patient.player.find("not_connected")
        patient.player.tap("back")
        patient.types_phone(person.phone)
        digits = house.phone_code(person.phone, 2 if fault is Fault.LOST_ANSWER else 1)
        house.line.breaks(fault, path=CHECK, times=1)
        patient.types_phone_code(digits)
        assert patient.comes_to("not_connected", "have_account") == "not_connected"
        patient.player.tap("back")
        patient.player.find("phone_code")
        patient.types_phone_code(digits)
        patient.has_account()
        assert house.queued(person.email) == ["welcome", "account_exists"]


class TestInvited:
    """The invitation is found only after the desk has looked at a photo ID."""

    @pytest.mark.rule("S13", "S14", "S29", "F4")
    def test_nothing_known_is_asked_and_the_match_runs(
        self, house: House, hilltop: Stage, hilltop_desk: Receptionist, person: Person
    ) -> None:
        """Wrong ZIP, corrected by the desk: no question, but the page of the close match; the phone proves it."""
        invited = dataclasses.replace(person, zip_code="60711", phone=somebody().phone)
        code = code_of(hilltop_desk.invites(invited, whole=True))
        hilltop_desk.syncs()
        patient = Patient(hilltop.player, dataclasses.replace(invited, zip_code="60712"))
        patient.has_invitation()
        patient.types_code(code)
        patient.confirms_person()
        patient.asks_desk_for_details()
        hilltop_desk.opens_task(invited)
        hilltop_desk.allows()
        assert patient.goes_on() == "verify_phone"
        patient.types_phone(person.phone)
        patient.types_phone_code(house.phone_code(person.phone))
        patient.has_account()
        assert len(house.accounts(person.email)) == 1


class TestNotMe:
    """After "This is not me" the desk looks at a photo ID."""

    @pytest.mark.rule("S29", "F4")
    def test_allowed_makes_an_account_of_its_own(
        self, house: House, patient: Patient, person: Person, hilltop_desk: Receptionist
    ) -> None:
        """Two people in the end, each with an account and a practice; the first one's is untouched."""
        patient.person = dataclasses.replace(patient.person, user_id=f"{person.user_id}.x")
        patient.says_not_me()
        hilltop_desk.opens_task(patient.person)
        hilltop_desk.allows()
        assert patient.goes_on() == "credentials"
        patient.chooses_credentials()
        assert patient.creates() == "active"
        made = sorted(account.user_id for account in house.accounts(person.email))
        assert made == [person.user_id, f"{person.user_id}.x"]
        assert house.memberships(person.email) == [PRACTICE, OTHER_PRACTICE]

    @pytest.mark.rule("S29", "F4")
    def test_declined(self, house: House, patient: Patient, hilltop_desk: Receptionist) -> None:
        """The front desk's ending; one account."""
        patient.says_not_me()
        hilltop_desk.opens_task(patient.person)
        hilltop_desk.declines()
        assert patient.goes_on() == "front_desk"
        assert len(house.accounts(patient.person.email)) == 1
