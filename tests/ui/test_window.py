"""The patient's window: welcome, help, covers, privacy, the staff's door."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Outcome
from kiosk.ui.i18n import Translator
from kiosk.ui.theme import look
from tests.ui.fakes import ABOUT, CANARY, CREDENTIALS, FakeStaff, Kiosk, ManualBackground, practice


def traces(app: QApplication) -> list[str]:
    """Where the canary can still be read: widgets, what screen readers say, undo stacks, clipboards."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = []
    for widget in app.allWidgets():
        said = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLineEdit | QLabel):
            said.append(widget.text())
        if isinstance(widget, QLineEdit):
            widget.undo()
            said.append(widget.text())
        found += [f"{widget.objectName()}: {text}" for text in said if CANARY.casefold() in text.casefold()]
    clipboard = app.clipboard()
    modes = [mode for mode in type(clipboard.Mode.Clipboard) if clipboard.text(mode)]
    return found + [f"clipboard: {mode}" for mode in modes]


def finish(kiosk: Kiosk) -> None:
    """Sign up, copy, press Finish."""
    kiosk.sign_up()
    kiosk.tap("primary")


def start_over(kiosk: Kiosk) -> None:
    """Give up on the last page through help."""
    kiosk.to_credentials()
    kiosk.fill(CREDENTIALS)
    kiosk.tap("need_help", "help_start_over", "confirm_secondary")


def fall_silent(kiosk: Kiosk) -> None:
    """Type half a page and walk away."""
    kiosk.tap("create_account")
    kiosk.fill(ABOUT)
    kiosk.timer.ring()
    kiosk.timer.ring()


def leave_an_error(kiosk: Kiosk) -> None:
    """Walk away from a page that shows problems."""
    kiosk.to_questions(email=f"{CANARY}@")
    kiosk.timer.ring()
    kiosk.timer.ring()


def go_back_to_welcome(kiosk: Kiosk) -> None:
    """Walk back out of the first page."""
    kiosk.tap("create_account")
    kiosk.fill(ABOUT)
    kiosk.tap("back", "confirm_secondary")


def call_staff(kiosk: Kiosk) -> None:
    """Let staff end it."""
    kiosk.to_questions()
    QTest.keyClick(kiosk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    kiosk.tap("confirm_secondary")


@pytest.mark.rule("K3")
@pytest.mark.parametrize("leave", [finish, start_over, fall_silent, leave_an_error, go_back_to_welcome, call_staff])
def test_nothing_of_a_patient_remains(kiosk: Kiosk, qapp: QApplication, leave: Callable[[Kiosk], None]) -> None:
    """However a patient leaves, no widget, undo step, screen reader's text or clipboard holds a word of theirs."""
    qapp.clipboard().setText(CANARY)
    leave(kiosk)
    assert kiosk.window.wizard is None
    assert traces(qapp) == []


@pytest.mark.rule("K3")
def test_the_search_for_traces_finds_them(kiosk: Kiosk, qapp: QApplication) -> None:
    """The test above could fail: while the patient types, the same search finds the name."""
    kiosk.tap("create_account")
    kiosk.type("first_name", CANARY)
    assert traces(qapp)


@pytest.mark.rule("S1")
def test_the_welcome_screen_offers_what_works(kiosk: Kiosk) -> None:
    """The source's labels to the letter, and each language by its own name; no button leads nowhere."""
    assert kiosk.said("create_account") == "Create An Account"
    assert kiosk.said("have_invitation") == "I have an invitation"
    assert kiosk.said("log_in") == "Log in"
    assert kiosk.said("forgot_user_id") == "forgot your user ID?"
    assert kiosk.said("forgot_password") == "forgot your password?"
    assert kiosk.said("welcome_help") == "Need Help?"
    assert [kiosk.said(f"welcome_language_{code}") for code in ("en", "es")] == ["English", "Español"]
    ways = {
        "create_account": Step.ABOUT_YOU,
        "have_invitation": Step.ACTIVATION_CODE,
        "log_in": Step.LOG_IN,
        "forgot_user_id": Step.RECOVER_EMAIL,
        "forgot_password": Step.RECOVER_USER_ID,
    }
    for way, step in ways.items():
        kiosk.tap(way)
        assert kiosk.wizard.step is step
        kiosk.tap("back")
    kiosk.tap("welcome_help", "primary")
    assert kiosk.seen("welcome")


@pytest.mark.rule("S42")
def test_help_keeps_the_answers(kiosk: Kiosk) -> None:
    """Need Help? shows the source's words; closing it leads back to what was typed."""
    kiosk.tap("create_account")
    kiosk.type("first_name", "Ana")
    kiosk.tap("need_help")
    assert (kiosk.said("help_title"), kiosk.said("help_lead")) == ("Need Help?", "We're here for you!")
    assert not kiosk.seen("progress")
    kiosk.tap("primary")
    assert kiosk.page == "about_you"
    assert kiosk.said("first_name") == "Ana"
    assert kiosk.seen("progress")


def test_start_over_asks_once(kiosk: Kiosk) -> None:
    """The button "Keep my answers" leads back; nothing is lost by asking."""
    kiosk.tap("create_account")
    kiosk.type("first_name", "Ana")
    kiosk.tap("need_help", "help_start_over")
    assert kiosk.said("confirm_heading") == "Start over?"
    kiosk.tap("confirm_primary", "primary")
    assert kiosk.said("first_name") == "Ana"


def test_back_on_an_empty_first_page_leads_to_the_welcome_screen(kiosk: Kiosk) -> None:
    """Who pressed the wrong button loses nothing by going back, so nobody is asked."""
    kiosk.tap("have_invitation", "back")
    assert kiosk.seen("welcome")
    assert kiosk.window.wizard is None


@pytest.mark.rule("K3")
def test_silence_asks_before_it_clears(kiosk: Kiosk) -> None:
    """After 90 s the cover asks for 30 s; "I need more time" keeps everything, as often as needed."""
    kiosk.tap("create_account")
    kiosk.type("first_name", CANARY)
    for _ in range(2):
        assert kiosk.timer.asked_for() == 90_000
        kiosk.timer.ring()
        assert kiosk.timer.asked_for() == 30_000
        assert kiosk.said("cover_heading") == "Are you still there?"
        assert CANARY not in kiosk.said("cover")
        kiosk.tap("cover_primary")
        assert kiosk.said("first_name") == CANARY
    kiosk.timer.ring()
    kiosk.timer.ring()
    assert kiosk.seen("welcome")


def test_who_is_stuck_is_offered_the_front_desk(kiosk: Kiosk) -> None:
    """20 minutes at one step, however often it was touched: the desk is offered, the answers stay; and again."""
    kiosk.tap("create_account")
    for _ in range(2):
        assert kiosk.step_timer.asked_for() == 20 * 60_000
        kiosk.type("first_name", CANARY)
        kiosk.go_on()  # what is missing is told: no step is finished
        kiosk.step_timer.ring()
        assert kiosk.said("stuck_heading") == "Can the front desk help you?"
        assert "front desk" in kiosk.said("stuck_body")
        assert CANARY not in kiosk.said("stuck")
        kiosk.tap("stuck_primary")
        assert not kiosk.seen("stuck")
        assert kiosk.said("first_name") == CANARY
    kiosk.step_timer.ring()
    kiosk.tap("stuck_secondary", "confirm_secondary")
    assert kiosk.seen("welcome")
    assert kiosk.step_timer.asked_for() is None


def test_a_finished_step_counts_anew_and_an_ending_not_at_all(kiosk: Kiosk) -> None:
    """Each step has 20 minutes of its own; where nothing is left to do nobody is stuck."""
    kiosk.tap("create_account")
    kiosk.step_timer.stop()
    kiosk.fill(ABOUT)
    kiosk.go_on()
    assert kiosk.step_timer.asked_for() == 20 * 60_000
    kiosk.fill({"gender_unknown": "tap", "phone": "614 555 0123"})
    kiosk.go_on()
    kiosk.fill(CREDENTIALS)
    kiosk.go_on()
    assert kiosk.wizard.at_end
    assert kiosk.step_timer.asked_for() is None


@pytest.mark.rule("K3")
def test_nobody_is_offered_the_desk_over_help_or_another_question(kiosk: Kiosk) -> None:
    """Who reads help, or has to answer something, is left alone until the next time; silence still clears."""
    kiosk.tap("create_account", "need_help")
    kiosk.step_timer.ring()
    assert not kiosk.seen("stuck")
    kiosk.tap("primary")
    kiosk.timer.ring()
    kiosk.step_timer.ring()
    assert kiosk.seen("cover")
    assert not kiosk.seen("stuck")
    kiosk.tap("cover_primary")
    kiosk.step_timer.ring()
    assert kiosk.seen("stuck")
    kiosk.timer.ring()
    assert kiosk.seen("cover")
    assert not kiosk.seen("stuck")
    kiosk.timer.ring()
    assert kiosk.seen("welcome")
    assert not kiosk.seen("cover")


@pytest.mark.rule("K3")
def test_the_page_below_a_cover_cannot_be_reached(kiosk: Kiosk) -> None:
    """Tab stays on the cover, and no key types into what it hides."""
    kiosk.tap("create_account", "first_name")
    kiosk.timer.ring()
    for _ in range(8):
        kiosk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert kiosk.find("cover").isAncestorOf(focused)


@pytest.mark.rule("K3")
def test_an_ending_clears_by_itself(kiosk: Kiosk) -> None:
    """45 s after an ending the welcome screen is back, without a question."""
    kiosk.sign_up()
    assert kiosk.timer.asked_for() == 45_000
    kiosk.timer.ring()
    assert kiosk.seen("welcome")


@pytest.mark.rule("K3", "K5")
def test_the_next_patient_finds_the_usual_look_and_language(kiosk: Kiosk, qapp: QApplication) -> None:
    """Text size, contrast and language go back when a patient leaves, also from the welcome screen by silence."""
    for leave in ("have_invitation", ""):
        kiosk.tap("language_es", "text_size", "text_size_150", "contrast")
        assert (Translator.current(qapp), look().appearance.text_percent) == ("es", 150)
        assert look().appearance.high_contrast
        if leave:
            kiosk.tap(leave, "back")
        else:
            kiosk.timer.ring()
        assert (Translator.current(qapp), look().appearance.text_percent) == ("en", 100)
        assert not look().appearance.high_contrast


@pytest.mark.rule("K5")
def test_a_language_switch_keeps_answers_and_retranslates(kiosk: Kiosk) -> None:
    """Labels, problems and buttons change at once; what was typed and chosen stays."""
    kiosk.to_questions(zip_code="4", account_for_child="tap", guardian_name="Ana")
    before = {name: kiosk.said(name) for name in ("about_you_title", "primary", "zip_code_error", "error_link_0")}
    kiosk.tap("language_es")
    for name, text in before.items():
        assert kiosk.said(name) not in ("", text), name
    assert kiosk.said("first_name") == CANARY
    assert kiosk.find("account_for_child").isChecked()  # type: ignore[attr-defined]  # a RadioRow
    kiosk.type("zip_code", "43215")
    kiosk.go_on()
    assert kiosk.page == "required_questions"
    assert kiosk.wizard.draft.language.value == "es"


@pytest.mark.rule("K4")
def test_no_key_and_no_close_leads_out(kiosk: Kiosk) -> None:
    """Esc, Alt+F4 and the window manager change nothing until staff allow it."""
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F11, Qt.Key.Key_Q):
        QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(kiosk.window, key, Qt.KeyboardModifier.ControlModifier)
    kiosk.press(Qt.Key.Key_Escape)
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.window.allow_close()
    assert kiosk.window.close()


@pytest.mark.rule("F5", "K4")
def test_the_staff_area_stands_above_everything(kiosk: Kiosk) -> None:
    """The shortcut opens it, its own signal closes it, and only its quit closes the window."""
    kiosk.press(Qt.Key.Key_Tab)
    open_door(kiosk)
    staff = kiosk.window.findChild(FakeStaff)
    assert staff is not None
    assert staff.isVisible()
    assert not kiosk.seen("welcome")
    staff.closed.emit()
    assert kiosk.seen("welcome")
    open_door(kiosk)
    again = next(area for area in kiosk.window.findChildren(FakeStaff) if area is not staff)
    again.quit_requested.emit()
    assert not kiosk.window.isVisible()


@pytest.mark.rule("F5", "K3")
def test_staff_do_not_find_a_patients_answers(kiosk: Kiosk) -> None:
    """A sign-up in progress is cancelled before the staff area opens, after one question."""
    kiosk.tap("create_account")
    open_door(kiosk)
    kiosk.tap("confirm_primary")
    assert kiosk.page == "about_you"
    open_door(kiosk)
    kiosk.tap("confirm_secondary")
    assert kiosk.window.wizard is None
    assert kiosk.window.findChild(FakeStaff) is not None


def open_door(kiosk: Kiosk) -> None:
    """Press the staff's shortcut."""
    QTest.keyClick(kiosk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_a_development_key_shows_its_banner(qtbot: QtBot, qapp: QApplication) -> None:
    """A device whose key anybody could read says so on top of every screen; others do not."""
    for development in (True, False):
        made = Kiosk(qapp, ManualBackground(), development=development)
        made.window.show()
        assert bool(made.window.findChildren(QWidget, "development_banner")) is development
        if development:
            assert made.said("development_text") == "Development key – not for patients"
        made.close()


@pytest.mark.rule("S8")
def test_one_patient_after_another(kiosk: Kiosk) -> None:
    """Each patient gets a fresh wizard and a fresh subject, and the window counts both ends."""
    began: list[None] = []
    left: list[None] = []
    kiosk.window.patient_began.connect(lambda: began.append(None))
    kiosk.window.patient_left.connect(lambda: left.append(None))
    kiosk.service.outcome = Outcome.ACCEPTED
    for _ in range(2):
        kiosk.sign_up()
        kiosk.tap("primary")
    assert (len(began), len(left)) == (2, 2)
    subjects = [draft.subject for draft in kiosk.service.finished]
    assert len(set(subjects)) == 2


@pytest.mark.rule("S1")
def test_the_practices_own_language_comes_first(qtbot: QtBot, qapp: QApplication) -> None:
    """A practice that lists Spanish first greets in Spanish, and does so again after each patient."""
    view = dataclasses.replace(practice(), languages=("es", "en"))
    made = Kiosk(qapp, ManualBackground(), view=view)
    made.window.show()
    assert made.said("create_account") == "Crear una cuenta"
    made.tap("welcome_language_en", "have_invitation", "back")
    assert made.said("create_account") == "Crear una cuenta"
    made.close()
