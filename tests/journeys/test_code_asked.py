"""Somebody who was invited signs up instead: asked for the activation code, and helped on without it (S16-S19)."""

from __future__ import annotations

import dataclasses

import pytest
import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.portal import tables as t
from tests.journeys.conftest import Stage
from tests.journeys.home import code_in
from tests.journeys.house import House
from tests.journeys.line import EVERYWHERE, Fault
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of

WRONG = "This code does not fit. Please check your code, have it resent, or ask the front desk."


def states(house: House, person: Person) -> list[tuple[str, bool]]:
    """State of each of the person's invitations, and whether an account used it up."""
    query = sa.select(t.invitations.c.state, t.invitations.c.used_by).where(t.invitations.c.last == person.last)
    return [(row.state, row.used_by is not None) for row in house.rows(query)]


def invited(house: House, desk: Receptionist, person: Person) -> str:
    """Print an invitation; the portal knows of the printing. Returns the code on the slip."""
    code = code_of(desk.invites(person))
    desk.player.wait_until(lambda: states(house, person) == [("printed", False)], "the printed invitation")
    return code


def asked(tablet: Stage, person: Person) -> Patient:
    """Sign up as far as the page that asks for the code."""
    patient = Patient(tablet.player, person)
    patient.says_who()
    patient.is_asked_for_code()
    return patient


def has_account(house: House, patient: Patient) -> None:
    """Go on to the one account that used the invitation up."""
    patient.chooses_credentials()
    assert patient.creates() == "active"
    person = patient.person
    assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
    assert states(house, person) == [("activated", True)]
    assert house.queued(person.email)[-1] == "welcome"


class TestAsked:
    """The invitation was printed, and its patient taps "Create An Account"."""

    @pytest.mark.rule("S16", "S17", "S18", "S19")
    def test_the_code_comes_again_by_mail(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """The panel's link sends a mail; its code, typed, leads to one account. What was typed before is kept."""
        person = somebody()
        invited(house, desk, person)
        patient = asked(tablet, person)
        said = "You probably received an invitation to join the patient portal from your practice previously, but did"
        assert patient.reads("code_why").startswith(said)
        assert patient.reads("resend_code") == "Have your activation code resent to you"
        assert patient.has_code_resent().startswith("Done.")
        mail = house.mailed(person.email, "code_resend")
        tablet.player.tap("back")
        tablet.player.find("required_questions")
        assert tablet.player.find("phone").property("text").endswith(person.phone[-4:])
        tablet.player.tap("primary")
        patient.is_asked_for_code()
        patient.types_asked_code(code_in(mail))
        has_account(house, patient)

    @pytest.mark.rule("S16", "S19")
    def test_the_code_of_the_slip(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """After a code came by mail the slip's code works as well."""
        person = somebody()
        code = invited(house, desk, person)
        patient = asked(tablet, person)
        patient.has_code_resent()
        house.mailed(person.email, "code_resend")
        patient.types_asked_code(code)
        has_account(house, patient)

    @pytest.mark.rule("S18")
    def test_once_a_minute(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """A second tap within the minute sends nothing and says when to come again."""
        person = somebody()
        invited(house, desk, person)
        patient = asked(tablet, person)
        patient.has_code_resent()
        tablet.player.tap("resend_code")
        told = "Please wait a little. You can ask again in 0:"
        tablet.player.wait_until(lambda: patient.reads("resend_said").startswith(told), "the clock")
        assert house.queued(person.email) == ["code_resend"]

    @pytest.mark.rule("S16")
    def test_the_front_desk_stands_in(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """After "Ask the front desk" one tap there is enough, without a photo ID: the page goes on."""
        person = somebody()
        invited(house, desk, person)
        patient = asked(tablet, person)
        patient.asks_desk_for_code()
        desk.opens_task(person)
        assert desk.reads("task_why") == "Was invited, but does not have the activation code."
        desk.decides("task_main")
        assert patient.goes_on() == "credentials"
        has_account(house, patient)

    @pytest.mark.rule("S16")
    def test_the_front_desk_says_not_now(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """No account; the invitation stays open for its code."""
        person = somebody()
        invited(house, desk, person)
        patient = asked(tablet, person)
        patient.asks_desk_for_code()
        desk.opens_task(person)
        desk.declines()
        assert patient.goes_on() == "front_desk"
        assert house.accounts(person.email) == []
        assert states(house, person) == [("printed", False)]


class TestWrong:
    """What is typed is not the person's code."""

    @pytest.mark.rule("S16", "S44")
    def test_five_wrong_codes_lock(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """Another patient's code, five times: the page with the clock; the right code has to wait, too."""
        person, other = somebody(), somebody()
        right = invited(house, desk, person)
        wrong = invited(house, desk, other)
        patient = asked(tablet, person)
        for _ in range(4):
            patient.types_asked_code(wrong)
            assert patient.problem() == WRONG
        patient.types_asked_code(wrong)
        tablet.player.find("locked")
        assert patient.reads("locked_body").startswith("Ouch! Please wait 15 minutes and try again.")
        assert tablet.player.find("locked_clock").isVisible()
        patient.leaves()
        patient = asked(tablet, person)
        patient.types_asked_code(right)
        tablet.player.find("locked")
        assert house.accounts(person.email) == []
        assert states(house, other) == [("printed", False)]

    @pytest.mark.rule("S16")
    def test_one_wrong_code_then_the_right_one(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """A try costs nothing but a try."""
        person, other = somebody(), somebody()
        right, wrong = invited(house, desk, person), invited(house, desk, other)
        patient = asked(tablet, person)
        patient.types_asked_code(wrong)
        assert patient.problem() == WRONG
        patient.types_asked_code(right)
        has_account(house, patient)


class TestNotAsked:
    """Nobody can hold a code, or nobody knows of one."""

    @pytest.mark.rule("S17")
    def test_an_invitation_that_nobody_delivered_is_used_up(
        self, house: House, tablet: Stage, desk: Receptionist
    ) -> None:
        """Made at the desk, never printed or mailed: the sign-up goes straight on and uses it up."""
        person = somebody()
        desk.invites_without_slip(person)
        desk.player.wait_until(lambda: states(house, person) == [("ready", False)], "the invitation")
        patient = Patient(tablet.player, person)
        patient.says_who()
        has_account(house, patient)

    @pytest.mark.rule("S16")
    def test_the_same_name_born_on_another_day(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """The invitation is not this person's: no code is asked for, and the invitation stays."""
        person = somebody(day="3")
        invited(house, desk, person)
        other = dataclasses.replace(person, day="17", email=f"other.{person.email}", phone=somebody().phone)
        patient = Patient(tablet.player, other)
        patient.says_who()
        tablet.player.find("credentials")
        assert states(house, person) == [("printed", False)]


class TestLineBreaks:
    """The portal asks for the code, and is gone when it is typed."""

    @pytest.mark.rule("S16", "K1", "S8")
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.LOST_ANSWER], ids=["error", "lost answer"])
    def test_decided_later(self, house: House, tablet: Stage, desk: Receptionist, fault: Fault) -> None:
        """The sign-up is saved; with the code heard it makes the account, without it a mail and a task follow."""
        person = somebody()
        code = invited(house, desk, person)
        patient = asked(tablet, person)
        house.line.breaks(fault, path=EVERYWHERE)
        patient.types_asked_code(code)
        patient.chooses_credentials()
        assert patient.creates() == "saved"
        patient.leaves()
        house.line.mends()
        tablet.synced()
        if fault is Fault.LOST_ANSWER:
            assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
            return
        assert house.accounts(person.email) == []
        assert house.queued(person.email) == ["code_resend"]
        assert desk.opens_task(person).kind == "close_match"
        assert desk.reads("task_why") == "Was invited, but signed up without the activation code."
        desk.allows("passport")
        desk.player.wait_until(lambda: bool(house.accounts(person.email)), "the account")
        assert states(house, person) == [("activated", True)]

    @pytest.mark.rule("S18", "K1")
    def test_nothing_is_resent(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """Not connected, the panel says that nothing was sent, and offers the desk."""
        person = somebody()
        invited(house, desk, person)
        patient = asked(tablet, person)
        house.line.close()
        assert patient.has_code_resent().startswith("We are not connected now. If no email comes,")
        assert house.queued(person.email) == []
