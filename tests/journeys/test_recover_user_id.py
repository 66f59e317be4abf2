"""Whoever forgot the user ID gets it by mail; it never stands on the screen (S30-S34)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.canaries import on_screen
from tests.journeys.conftest import Stage
from tests.journeys.house import House, words_of
from tests.journeys.known import know
from tests.journeys.line import EVERYWHERE, Fault
from tests.journeys.people import somebody
from tests.journeys.screen import gone, page
from tests.journeys.steps import Patient
from tests.journeys.steps_support import asked_to_call, fills_in_call_back

ANSWER = "/v1/commands/answer-user-id"


@pytest.fixture
def patient(house: House, tablet: Stage) -> Patient:
    """Return somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


def as_far_as_the_question(patient: Patient, *, email: str = "", day: str = "") -> None:
    """Email and date of birth."""
    patient.forgot_user_id()
    patient.gives_email(email)
    patient.confirms_birth_date(day=day)


class TestWay:
    """Three questions, one a page, in the source's order."""

    @pytest.mark.rule("S30", "S31", "S32", "S33", "S34")
    def test_the_user_id_comes_by_mail_alone(
        self, house: House, tablet: Stage, patient: Patient, qapp: QApplication
    ) -> None:
        """The source's words on each page; the mail says the user ID; no widget ever does; nothing is left."""
        person = patient.person

        def told() -> list[str]:
            return [where for where in on_screen(qapp, [person]) if where.endswith(f": {person.user_id.lower()}")]

        assert patient.reads("forgot_user_id") == "forgot your user ID?"
        patient.forgot_user_id()
        assert patient.reads("recover_email_title") == "Enter your email address."
        patient.gives_email()
        assert patient.reads("recover_birth_date_title") == "Confirm your date of birth"
        patient.confirms_birth_date()
        assert patient.reads("recover_answer_title") == "Answer your secret question"
        assert patient.reads("recovery_answer_question") == "What was the name of your first pet?"
        assert told() == []
        assert patient.answers_question() == "user_id_sent"
        assert patient.reads("user_id_sent_title") == "Your User ID will be sent to your email address."
        assert told() == []
        assert f"{person.first}: {person.user_id}" in words_of(house.mailed(person.email, "user_id_reminder"))
        assert house.queued(person.email) == ["welcome", "user_id_reminder"]
        patient.leaves()
        gone(tablet.player)
        assert on_screen(qapp, [person]) == []

    @pytest.mark.rule("S30")
    def test_from_the_log_in_page(self, house: House, tablet: Stage, patient: Patient) -> None:
        """The link on the log-in page leads the same way."""
        tablet.player.tap("log_in")
        as_far_as_the_question(patient)
        assert patient.answers_question() == "user_id_sent"
        house.mailed(patient.person.email, "user_id_reminder")

    @pytest.mark.rule("S34", "S12")
    def test_twins_on_one_email(self, house: House, tablet: Stage) -> None:
        """The older account's question is asked; one mail has both first names, each with its own user ID."""
        anna = somebody(gender="female")
        shared = {"last": anna.last, "email": anna.email, "zip_code": anna.zip_code, "phone": anna.phone}
        born = {"month": anna.month, "day": anna.day, "year": anna.year}
        boris = somebody(gender="male", **shared, **born)
        know(house, tablet, anna)
        know(house, tablet, boris)
        patient = Patient(tablet.player, anna)
        as_far_as_the_question(patient)
        assert patient.answers_question() == "user_id_sent"
        said = words_of(house.mailed(anna.email, "user_id_reminder"))
        assert f"{anna.first}: {anna.user_id}" in said
        assert f"{boris.first}: {boris.user_id}" in said
        assert house.queued(anna.email).count("user_id_reminder") == 1


class TestNobodyLearnsAnything:
    """Who is unknown, or answers wrong, sees the same end; no mail is written."""

    @pytest.mark.rule("S33", "S34")
    def test_an_unknown_email(self, house: House, tablet: Stage) -> None:
        """Asked a secret question like anybody, and told the same."""
        patient = Patient(tablet.player, somebody())
        as_far_as_the_question(patient)
        assert patient.reads("recovery_answer_question").endswith("?")
        assert patient.answers_question() == "user_id_sent"
        assert house.queued(patient.person.email) == []

    @pytest.mark.rule("S33", "S34")
    @pytest.mark.parametrize("wrong", [{"day": "29"}, {"answer": "Bello"}], ids=["birthday", "answer"])
    def test_a_wrong_answer(self, house: House, tablet: Stage, wrong: dict[str, str]) -> None:
        """A wrong birthday and a wrong answer end alike."""
        person = somebody(month="5", day="14")
        know(house, tablet, person)
        patient = Patient(tablet.player, person)
        as_far_as_the_question(patient, day=wrong.get("day", ""))
        assert patient.answers_question(wrong.get("answer", "")) == "user_id_sent"
        assert patient.reads("user_id_sent_title") == "Your User ID will be sent to your email address."
        assert house.queued(person.email) == ["welcome"]

    @pytest.mark.rule("S45")
    def test_five_wrong_answers_lock_this_way_alone(self, house: House, tablet: Stage, patient: Patient) -> None:
        """Right or wrong, five answers in 15 minutes are enough; log-in has a counter of its own."""
        for _ in range(5):
            as_far_as_the_question(patient)
            assert patient.answers_question("Bello") == "user_id_sent"
            patient.leaves()
        patient.forgot_user_id()
        patient.gives_email()
        patient.confirms_birth_date()
        assert page(tablet.player) == "locked"
        patient.leaves()
        assert house.queued(patient.person.email) == ["welcome"]
        patient.logs_in()
        assert patient.comes_to("profile", "joined")


class TestNotConnected:
    """Only the portal can do this: the page says so kindly, and nothing typed is lost (K1)."""

    @pytest.mark.rule("S30", "K1")
    @pytest.mark.parametrize(
        "fault", [None, Fault.ERROR, Fault.GARBAGE, Fault.REFUSED], ids=lambda f: f.name.lower() if f else "closed"
    )
    def test_back_and_once_more(self, house: House, tablet: Stage, patient: Patient, fault: Fault | None) -> None:
        """Whatever is wrong with the line, at either page: "Back" leads to the answers, and mended, the way goes on."""
        broken(house, fault)
        as_far_as_the_question(patient)
        assert page(tablet.player) == "not_connected"
        assert patient.reads("not_connected_title") == "We are not connected right now"
        assert patient.sees("not_connected_desk")
        house.line.mends()
        tablet.player.tap("back")
        patient.confirms_birth_date()
        tablet.player.find("recover_answer")
        broken(house, fault)
        assert patient.answers_question() == "not_connected"
        house.line.mends()
        tablet.player.tap("back")
        assert patient.answers_question() == "user_id_sent"
        house.mailed(patient.person.email, "user_id_reminder")

    @pytest.mark.rule("S34")
    @pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.HALF_ANSWER], ids=lambda fault: fault.name.lower())
    def test_a_lost_answer_writes_one_mail(self, house: House, tablet: Stage, patient: Patient, fault: Fault) -> None:
        """The portal took the answer, the tablet cannot know: asked once more, there is still one mail."""
        as_far_as_the_question(patient)
        house.line.breaks(fault, path=ANSWER, times=1)
        assert patient.answers_question() == "not_connected"
        assert house.queued(patient.person.email) == ["welcome", "user_id_reminder"]
        tablet.player.tap("back")
        assert patient.answers_question() == "user_id_sent"
        assert house.queued(patient.person.email) == ["welcome", "user_id_reminder"]

    @pytest.mark.rule("S40", "K1")
    def test_a_call_back_instead(self, house: House, tablet: Stage, patient: Patient) -> None:
        """The page leads to the call-back form; the request waits here and reaches support with the next sync."""
        house.line.close()
        as_far_as_the_question(patient)
        tablet.player.tap("not_connected_call_back")
        fills_in_call_back(patient, patient.person.phone, "user_id")
        assert tablet.device.outbox.counts().waiting == 1
        assert asked_to_call(house, patient.person.first) == []
        house.line.mends()
        tablet.synced()
        assert asked_to_call(house, patient.person.first) == [f"+1{patient.person.phone}"]


def broken(house: House, fault: Fault | None) -> None:
    """Break the line for whatever is asked next; without a fault, close it."""
    if fault is None:
        house.line.close()
    else:
        house.line.breaks(fault, path=EVERYWHERE)
