"""A forgotten password: the old one works until the new one is typed again, here or at home (S35-S39)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.canaries import in_files, in_rows, on_screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import table_rows
from tests.journeys.home import Home
from tests.journeys.house import House
from tests.journeys.known import digits_in, know, other_digits
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.screen import gone, page
from tests.journeys.steps import Patient
from tests.journeys.test_remembers_nobody import fall_silent, start_over

NEW = "Harbor99new"
USED = "This link has been used or is too old"


@pytest.fixture
def patient(house: House, tablet: Stage) -> Patient:
    """Return somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


def asks(patient: Patient, password: str = NEW) -> None:
    """As far as the page that waits for the mail's digits."""
    patient.forgot_password()
    patient.gives_user_id()
    assert patient.sets_password(password) == "confirm_password_page"


def logs_in(patient: Patient, password: str = "") -> bool:
    """Whether a password opens the account; ends at the welcome screen."""
    patient.logs_in(password=password)
    came = patient.comes_to("error_summary", "profile", "joined")
    if came == "error_summary":
        assert patient.problem() == "User ID and password do not match. Please try again."
        patient.starts_over()
    else:
        if came == "profile":
            patient.player.tap("profile_skip")
        patient.comes_to("joined")
        patient.leaves()
    return came != "error_summary"


class TestAtTheTablet:
    """The mail's digits and the new password once more."""

    @pytest.mark.rule("S35", "S36", "S37", "S38", "S39", "S25")
    def test_by_the_mails_digits(self, house: House, tablet: Stage, patient: Patient) -> None:
        """The source's words; until it is confirmed the old password works, after that only the new one; a notice."""
        email = patient.person.email
        assert patient.reads("forgot_password") == "forgot your password?"
        patient.forgot_password()
        assert patient.reads("recover_user_id_title") == "Enter your user ID."
        patient.gives_user_id()
        assert patient.reads("set_password_title") == "Answer your security question and develop a new password"
        assert patient.reads("security_answer_question") == "What was the name of your first pet?"
        assert patient.sets_password(NEW) == "confirm_password_page"
        assert patient.reads("confirm_mail") == "Open your email and click the “confirm my password” link."
        assert patient.reads("confirm_password_page_title") == "Confirm your password"
        mail = house.mailed(email, "confirm_password")
        patient.starts_over()
        assert logs_in(patient)
        assert not logs_in(patient, NEW)

        asks(patient)
        newer = house.mailed(email, "confirm_password")
        assert digits_in(newer) != digits_in(mail)
        assert patient.confirms_password(digits_in(newer), NEW) == "password_confirmed"
        patient.leaves()
        assert not logs_in(patient)
        assert logs_in(patient, NEW)
        assert house.queued(email)[-1] == "password_changed"
        assert house.mailed(email, "password_changed").message["Subject"] == "Your password was changed"

    @pytest.mark.rule("S39")
    def test_three_wrong_digits(self, house: House, tablet: Stage, patient: Patient) -> None:
        """Then the right ones are used up, too, and the page names the link; the old password still works."""
        asks(patient)
        digits = digits_in(house.mailed(patient.person.email, "confirm_password"))
        for typed, password in ((other_digits(digits), NEW), (digits, "Harbor98new"), (other_digits(digits), NEW)):
            assert patient.confirms_password(typed, password) == "error_summary"
            assert patient.problem().startswith("Code and password do not fit.")
        assert patient.confirms_password(digits, NEW) == "error_summary"
        assert patient.problem() == "These digits do not work any more. Please open the link of the mail."
        patient.starts_over()
        assert logs_in(patient)

    @pytest.mark.rule("S37")
    def test_a_wrong_answer(self, house: House, tablet: Stage, patient: Patient) -> None:
        """The next page comes all the same; no mail is written, and nothing can be confirmed."""
        patient.forgot_password()
        patient.gives_user_id()
        assert patient.sets_password(NEW, answer="Bello") == "confirm_password_page"
        assert house.queued(patient.person.email) == ["welcome"]
        assert patient.confirms_password("123456", NEW) == "error_summary"
        assert patient.problem().startswith("Code and password do not fit.")
        patient.player.tap("confirm_at_home")
        assert patient.comes_to("password_mailed")
        patient.leaves()
        assert logs_in(patient)

    @pytest.mark.rule("S36", "S37")
    def test_an_unknown_user_id(self, house: House, tablet: Stage) -> None:
        """The same pages, a question like anybody's; no mail to anybody."""
        before = len(house.mail.mails())
        patient = Patient(tablet.player, somebody())
        asks(patient)
        assert patient.confirms_password("123456", NEW) == "error_summary"
        assert patient.problem().startswith("Code and password do not fit.")
        assert house.queued(patient.person.email) == []
        assert len(house.mail.mails()) == before

    @pytest.mark.rule("S5", "S6", "S7", "S37")
    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("Ab1", "Use at least 6 characters for your password"),
            ("harbors", "Put at least one number OR an upper case letter into your password"),
            ("Harbor#99", "Your password cannot have this sign: #. Use only letters A-Z and numbers"),
        ],
    )
    def test_a_password_that_is_none(self, tablet: Stage, patient: Patient, typed: str, told: str) -> None:
        """The refusal names the rule, and the sign to blame; nothing was sent."""
        patient.forgot_password()
        patient.gives_user_id()
        assert patient.sets_password(typed) == "error_summary"
        assert patient.problem() == told
        assert page(tablet.player) == "set_password"


@pytest.mark.tier("chromium")
class TestAtHome:
    """The "confirm my password" link."""

    @pytest.mark.rule("S38", "S39", "S46")
    def test_by_the_link(self, house: House, tablet: Stage, patient: Patient, home: Home) -> None:
        """Looking thrice changes nothing; typed again it is confirmed; then the link is used up."""
        person = patient.person
        asks(patient)
        patient.confirms_at_home()
        assert patient.reads("password_mailed_title") == "Open your email"
        patient.leaves()
        mail = house.mailed(person.email, "confirm_password")
        assert "confirm my password" in str(mail.message.get_body(("html",)))
        before = house.accounts(person.email)
        for _ in range(3):
            home.opens(mail, "confirm-password/")
        assert home.heading() == "Confirm your password"
        assert house.accounts(person.email) == before
        assert logs_in(patient)

        home.fill("New password", "Harbor98new")
        home.press()
        assert "Type the same password again" in home.says()
        home.fill("New password", NEW)
        home.press()
        assert home.heading() == "Your password is changed."
        house.mailed(person.email, "password_changed")
        home.opens(mail, "confirm-password/")
        assert home.heading() == USED
        assert not logs_in(patient)
        assert logs_in(patient, NEW)

    @pytest.mark.rule("S38")
    def test_the_newest_link_alone(self, house: House, tablet: Stage, patient: Patient, home: Home) -> None:
        """Who asks again gets a new mail; the older link is void, and one that was confirmed here is used up."""
        asks(patient)
        older = house.mailed(patient.person.email, "confirm_password")
        patient.starts_over()
        asks(patient)
        newer = house.mailed(patient.person.email, "confirm_password")
        home.opens(older, "confirm-password/")
        assert home.heading() == USED
        home.opens(newer, "confirm-password/")
        assert home.heading() == "Confirm your password"
        assert patient.confirms_password(digits_in(newer), NEW) == "password_confirmed"
        home.fill("New password", NEW)
        home.press()
        assert home.heading() == USED


class TestBroken:
    """The line breaks at every step of the way (K1)."""

    @pytest.mark.rule("S35", "S37", "S38", "K1")
    @pytest.mark.parametrize(
        "fault", [None, Fault.ERROR, Fault.LOST_ANSWER], ids=lambda fault: fault.name.lower() if fault else "closed"
    )
    def test_back_and_once_more(self, house: House, tablet: Stage, patient: Patient, fault: Fault | None) -> None:
        """Said so on a page of its own, with "Back" to the answers; the newest mail counts, the change is told once."""
        patient.forgot_password()
        broken(house, fault, "recover-password")
        patient.gives_user_id()
        mended(house, patient, "recover_user_id")
        patient.gives_user_id()
        broken(house, fault, "answer-password")
        assert patient.sets_password(NEW) == "not_connected"
        mended(house, patient, "set_password")
        assert patient.sets_password(NEW) == "confirm_password_page"
        mails = 2 if fault is Fault.LOST_ANSWER else 1
        assert house.queued(patient.person.email).count("confirm_password") == mails
        digits = digits_in(house.mailed(patient.person.email, "confirm_password"))
        broken(house, fault, "confirm-password")
        assert patient.confirms_password(digits, NEW) == "not_connected"
        mended(house, patient, "confirm_password_page")
        assert patient.confirms_password(digits, NEW) == "password_confirmed"
        assert house.queued(patient.person.email).count("password_changed") == 1
        patient.leaves()
        assert logs_in(patient, NEW)


class TestWalksAway:
    """Somebody leaves while the mail is on its way."""

    @pytest.mark.rule("K2", "K3", "S37")
    @pytest.mark.parametrize("leave", [start_over, fall_silent])
    def test_nothing_is_left(
        self,
        house: House,
        tablet: Stage,
        patient: Patient,
        qapp: QApplication,
        leave: Callable[[Stage, Patient], None],
    ) -> None:
        """No widget, no file and no row shows user ID, answer or either password; the old one works."""
        asks(patient)
        tablet.player.keys("confirm_password", NEW)
        leave(tablet, patient)
        gone(tablet.player)
        typed = [patient.person, somebody(password=NEW)]
        assert on_screen(qapp, typed) == []
        assert in_files(typed, tablet.folder) == []
        assert in_rows(typed, table_rows(tablet.folder / "device")) == []
        assert logs_in(patient)


def broken(house: House, fault: Fault | None, command: str) -> None:
    """Break the line at the next command of a name; without a fault, close it."""
    if fault is None:
        house.line.close()
    else:
        house.line.breaks(fault, path=f"/v1/commands/{command}", times=1)


def mended(house: House, patient: Patient, page_before: str) -> None:
    """The page that says so, with the line whole again: "Back" leads to the page before."""
    patient.comes_to("not_connected")
    house.line.mends()
    patient.player.tap("back")
    patient.player.find(page_before)
