"""A patient with an account of one practice comes to another: one account, one user ID, one password (S20-S28)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from kiosk.demo.people import Person
from kiosk.device import Device
from tests.journeys import screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import recorded, synced
from tests.journeys.house import OTHER_PRACTICE, PRACTICE, House, words_of
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist

LOG_IN = "/v1/commands/log-in"
JOIN = "/v1/commands/join"


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
    """Return that person at the second practice's tablet, on "You already have a HealthKey account"."""
    again = dataclasses.replace(person, first=person.first.upper())
    patient = Patient(hilltop.player, again)
    patient.says_who()
    patient.has_account()
    return patient


class TestLogIn:
    """The account joins the second practice."""

    @pytest.mark.rule("S20", "S21", "S22", "S23", "S25", "S26", "S27", "S28")
    def test_joins_with_one_user_id_and_password(self, house: House, patient: Patient) -> None:
        """A mail with the user ID, "Log in", consent, a mail that says so; the next mail of S26 lists both."""
        person = patient.person
        told = words_of(house.mailed(person.email, "account_exists"))
        assert person.user_id in told
        assert f"with these practices:\n\n{PRACTICE}\n\n" in told
        seen = screen.shown(patient.player)
        assert not any(person.user_id in words or PRACTICE in words for words in seen)
        patient.logs_in()
        patient.player.find("join")
        assert patient.reads("join_title") == f"Join the patient portal of {OTHER_PRACTICE}"
        assert not any(person.user_id in words or PRACTICE in words for words in screen.shown(patient.player))
        assert patient.joins() == "joined"
        assert OTHER_PRACTICE in words_of(house.mailed(person.email, "practice_joined"))
        assert house.memberships(person.email) == [PRACTICE, OTHER_PRACTICE]
        patient.leaves()
        patient.says_who()
        patient.has_account()
        told = words_of(house.mailed(person.email, "account_exists"))
        assert f"with these practices:\n\n{PRACTICE}\n{OTHER_PRACTICE}\n\n" in told
        assert len(house.accounts(person.email)) == 1

    @pytest.mark.rule("S15", "S25")
    def test_updates_the_profile(self, house: House, patient: Patient, hilltop: Stage) -> None:
        """After joining, what the account lacks is asked; the answers arrive at the portal."""
        patient.logs_in()
        patient.player.find("join")
        patient.player.tap("join_consent")
        patient.player.tap("primary")
        patient.updates_profile(street="12 Lake St", city="Chicago, IL", contact="email")
        assert patient.comes_to("joined") == "joined"
        hilltop.synced()
        (account,) = house.accounts(patient.person.email)
        assert (account.address, account.contact_preference) == ("12 Lake St\nChicago, IL", "email")

    @pytest.mark.rule("S25", "S45")
    def test_a_wrong_password_then_the_right_one(self, house: House, patient: Patient) -> None:
        """Which of both was wrong is not said; nothing was joined by it."""
        patient.logs_in(password="Wrong77")
        assert patient.problem() == "User ID and password do not match. Please try again."
        assert house.memberships(patient.person.email) == [PRACTICE]
        patient.logs_in()
        assert patient.joins() == "joined"

    @pytest.mark.rule("S25", "K1")
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.LOST_ANSWER], ids=["error", "lost answer"])
    def test_the_line_breaks(self, house: House, patient: Patient, fault: Fault) -> None:
        """At log-in and at "Join": not connected; "Back" and once more, and it joins once, with one mail."""
        house.line.breaks(fault, path=LOG_IN, times=1)
        patient.logs_in()
        assert patient.comes_to("not_connected", "join") == "not_connected"
        patient.player.tap("back")
        patient.logs_in()
        patient.player.find("join")
        house.line.breaks(fault, path=JOIN, times=1)
        assert patient.joins() == "not_connected"
        patient.player.tap("back")
        patient.player.find("join")
        patient.player.tap("primary")
        assert patient.comes_to("profile", "joined") == "profile"
        assert house.memberships(patient.person.email) == [PRACTICE, OTHER_PRACTICE]
        assert house.queued(patient.person.email).count("practice_joined") == 1

    @pytest.mark.rule("S25")
    def test_without_consent_nothing_is_joined(self, house: House, patient: Patient) -> None:
        """Joining without the tick names it."""
        patient.logs_in()
        patient.player.find("join")
        patient.player.tap("primary")
        assert "agree" in patient.problem()
        assert house.memberships(patient.person.email) == [PRACTICE]


class TestOtherWays:
    """The ways "Forgot Password" and "This is not me"."""

    @pytest.mark.rule("S28")
    def test_forgot_password(self, patient: Patient) -> None:
        """The link leads to the recovery's first page; "Back" leads to the three ways again."""
        assert patient.reads("have_account_forgot") == "Forgot Password"
        patient.forgot_password_of_account()
        patient.player.tap("back")
        patient.has_account()

    @pytest.mark.rule("S26", "S28", "F4")
    def test_not_me_makes_no_second_account(self, house: House, patient: Patient, hilltop_desk: Receptionist) -> None:
        """All six fields are equal: even where the desk lets the patient go on, there is one account for them."""
        person = patient.person
        patient.says_not_me()
        task = hilltop_desk.opens_task(person)
        assert (task.reasons, hilltop_desk.reads("task_why")) == (
            *(("not_me",), "Says that the account we found is not theirs."),
        )
        hilltop_desk.allows()
        assert patient.goes_on() == "credentials"
        patient.person = dataclasses.replace(person, user_id=f"{person.user_id}.x")
        patient.chooses_credentials()
        assert patient.creates() == "front_desk"
        assert patient.reads("front_desk_body").startswith('You already have a "HealthKey" portal account.')
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert house.memberships(person.email) == [PRACTICE]

    @pytest.mark.rule("S28", "F4")
    def test_not_me_declined(self, house: House, patient: Patient, hilltop_desk: Receptionist) -> None:
        """The desk says "Not now": the front desk's ending."""
        patient.says_not_me()
        hilltop_desk.opens_task(patient.person)
        hilltop_desk.declines()
        assert patient.goes_on() == "front_desk"
        assert len(house.accounts(patient.person.email)) == 1

    @pytest.mark.rule("S25", "F4")
    def test_the_desk_sees_nothing_of_the_other_practice(
        self, house: House, patient: Patient, hilltop_desk: Receptionist
    ) -> None:
        """What was typed is all that stands at the desk: neither the account's practice nor its user ID."""
        patient.says_not_me()
        task = hilltop_desk.opens_task(patient.person)
        shown = repr([getattr(task, name) for name in task.__slots__])
        assert patient.person.email in shown
        assert patient.person.user_id not in shown
        assert PRACTICE not in shown
