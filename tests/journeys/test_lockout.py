"""Too many wrong tries: "Ouch!", a clock, and nobody else held up (S44, S45)."""

from __future__ import annotations

import dataclasses
import re

import pytest

from kiosk.demo.people import Person
from tests.journeys.conftest import Stage
from tests.journeys.house import House
from tests.journeys.known import digits_in, know, other_digits
from tests.journeys.people import somebody
from tests.journeys.screen import page, shown
from tests.journeys.steps import Patient

OUCH = "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account."
WRONG = "User ID and password do not match. Please try again."
NEW = "Harbor99new"


def known(house: House, tablet: Stage) -> Patient:
    """Somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


def locks_out(patient: Patient) -> tuple[str, ...]:
    """Five wrong passwords; returns the page that comes then."""
    for _ in range(4):
        patient.logs_in(password="Wrong1word")
        assert patient.problem() == WRONG
    patient.logs_in(password="Wrong1word")
    assert page(patient.player) == "locked"
    return shown(patient.player)


class TestLogIn:
    """Five wrong passwords in 15 minutes."""

    @pytest.mark.rule("S44", "S45")
    def test_alike_for_unknown_user_ids(self, house: House, tablet: Stage) -> None:
        """The source's words with a clock; the same for a user ID that nobody has, to the letter."""
        patient = known(house, tablet)
        screen = locks_out(patient)
        assert patient.reads("locked_body") == OUCH
        minutes, seconds = clock(patient)
        assert 14 * 60 <= minutes * 60 + seconds <= 15 * 60
        patient.leaves()
        nobody = Patient(tablet.player, somebody())
        assert locks_out(nobody) == screen

    @pytest.mark.rule("S44")
    def test_the_right_password_does_not_help(self, house: House, tablet: Stage) -> None:
        """While locked it is not even told from a wrong one; the clock goes on and begins nothing anew."""
        patient = known(house, tablet)
        locks_out(patient)
        before = clock(patient)
        patient.leaves()
        for password in ("Wrong1word", ""):
            patient.logs_in(password=password)
            assert page(tablet.player) == "locked"
            assert clock(patient) <= before
            patient.leaves()

    @pytest.mark.rule("S44", "S45")
    def test_the_next_patient_is_not_held_up(self, house: House, tablet: Stage) -> None:
        """With "Finish" the welcome screen is there at once, and somebody else logs in at the same tablet."""
        other = known(house, tablet)
        patient = known(house, tablet)
        locks_out(patient)
        assert patient.reads("locked_next").startswith("You need not wait at this tablet.")
        patient.leaves()
        other.logs_in()
        assert other.comes_to("profile", "joined")

    @pytest.mark.rule("S45", "S39")
    def test_recovery_stays_open_and_ends_the_lock(self, house: House, tablet: Stage) -> None:
        """Who is locked out takes "forgot your password?"; once it is confirmed, log-in opens before the clock."""
        patient = known(house, tablet)
        locks_out(patient)
        patient.leaves()
        patient.forgot_password()
        patient.gives_user_id()
        assert patient.sets_password(NEW) == "confirm_password_page"
        digits = digits_in(house.mailed(patient.person.email, "confirm_password"))
        assert patient.confirms_password(digits, NEW) == "password_confirmed"
        patient.leaves()
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")

    @pytest.mark.rule("S44")
    def test_a_restart_forgives_nothing(self, house: House, tablet: Stage) -> None:
        """The portal's process ends and starts again: still locked, with the clock where it was."""
        patient = known(house, tablet)
        locks_out(patient)
        before = clock(patient)
        patient.leaves()
        house.portal.stop()
        house.portal.start()
        patient.logs_in()
        assert page(tablet.player) == "locked"
        assert clock(patient) <= before


class TestRecovery:
    """Five answers in 15 minutes, right or wrong, by a counter of their own."""

    @pytest.mark.rule("S45")
    def test_five_answers(self, house: House, tablet: Stage) -> None:
        """The sixth is not even asked for; the same for a user ID that nobody has; log-in stays open."""
        patient, nobody = known(house, tablet), Patient(tablet.player, somebody())
        screens = []
        for somebody_ in (patient, nobody):
            for _ in range(5):
                somebody_.forgot_password()
                somebody_.gives_user_id()
                assert somebody_.sets_password(NEW, answer="Bello") == "confirm_password_page"
                somebody_.starts_over()
            somebody_.forgot_password()
            somebody_.gives_user_id()
            assert somebody_.reads("locked_body") == OUCH
            screens.append(shown(tablet.player))
            somebody_.leaves()
        assert screens[0] == screens[1]
        patient.logs_in()
        assert patient.comes_to("profile", "joined")


class TestPhoneCode:
    """Five wrong codes of text messages."""

    @pytest.mark.rule("S29", "S44", "S45")
    @pytest.mark.parametrize("on_file", [True, False], ids=["on file", "another number"])
    def test_five_wrong_codes(self, house: House, tablet: Stage, on_file: bool) -> None:
        """Three wrong ones use a code up, two of the next lock; a number that is not on file goes the same way."""
        former = somebody(gender="unknown")
        know(house, tablet, former)
        patient = closely_matching(tablet, former)
        texts = house.texts()
        number = former.phone if on_file else somebody().phone
        patient.types_phone(number)
        assert house.texts() == texts + on_file
        for _ in range(3):
            patient.types_phone_code(wrong_digits(house, number, 1, sent=on_file))
            assert patient.problem().startswith("This code does not fit.")
        patient.types_phone_code(wrong_digits(house, number, 1, sent=on_file))
        assert patient.problem().startswith("This code does not work any more.")
        tablet.player.tap("phone_code_again")
        assert patient.reads("phone_code_said").startswith("Done.")
        patient.types_phone_code(wrong_digits(house, number, 2, sent=on_file))
        assert patient.problem().startswith("This code does not fit.")
        patient.types_phone_code(wrong_digits(house, number, 2, sent=on_file))
        assert page(tablet.player) == "locked"
        assert patient.reads("locked_body") == OUCH
        patient.leaves()
        assert house.queued(former.email) == ["welcome"]


def closely_matching(tablet: Stage, former: Person) -> Patient:
    """The same person signs up again without a gender that could be compared: close, not equal (S29)."""
    patient = Patient(tablet.player, dataclasses.replace(former, user_id=f"{former.user_id}.x"))
    patient.says_who()
    patient.is_asked_for_phone()
    return patient


def wrong_digits(house: House, number: str, count: int, *, sent: bool) -> str:
    """Six digits that are not those of the message, if there is one."""
    return other_digits(house.phone_code(number, count)) if sent else "123456"


def clock(patient: Patient) -> tuple[int, int]:
    """Minutes and seconds of the clock."""
    face = patient.player.find("locked_clock").accessibleName()
    found = re.search(r"([0-9]+):([0-9]{2})", face)
    assert found, face
    return int(found[1]), int(found[2])
