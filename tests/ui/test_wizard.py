"""The engine: Qt's wizard without Qt's habits."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWizard
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import Step
from kiosk.ui.background import Background
from tests.ui.fakes import ABOUT, CREDENTIALS, Kiosk, ManualBackground


def test_the_wizard_is_an_engine_only(kiosk: Kiosk) -> None:
    """No buttons of Qt's, no window of its own: the shell draws everything."""
    kiosk.tap("create_account")
    assert kiosk.wizard.windowType() is Qt.WindowType.Widget
    assert not any(kiosk.wizard.button(which).isVisible() for which in (
        QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton, QWizard.WizardButton.CancelButton,
        QWizard.WizardButton.FinishButton,
    ))  # fmt: skip


@pytest.mark.rule("K4")
def test_escape_and_close_do_nothing(kiosk: Kiosk) -> None:
    """Esc, reject and close leave page and answers as they are."""
    kiosk.tap("create_account")
    kiosk.type("first_name", "Ana")
    kiosk.press(Qt.Key.Key_Escape)
    kiosk.wizard.reject()
    kiosk.wizard.close()
    assert kiosk.page == "about_you"
    assert kiosk.wizard.isVisible()
    assert kiosk.said("first_name") == "Ana"


def test_back_keeps_the_answers_of_both_pages(kiosk: Kiosk) -> None:
    """Back and forth, nothing is asked twice."""
    kiosk.to_questions()
    kiosk.fill({"gender_other": "tap", "phone": "6145550123"})
    kiosk.tap("back")
    assert kiosk.said("email") == ABOUT["email"]
    kiosk.go_on()
    assert kiosk.said("phone") == "6145550123"
    assert kiosk.find("gender_other").isChecked()  # type: ignore[attr-defined]  # a RadioRow


def test_a_changed_answer_changes_the_way(kiosk: Kiosk) -> None:
    """After Back another answer is what counts: the flow is read anew."""
    kiosk.to_questions()
    kiosk.tap("back")
    kiosk.type("birth_date_year", "2015")
    kiosk.go_on()
    assert kiosk.page == "front_desk"


def test_a_double_tap_acts_once(kiosk: Kiosk) -> None:
    """The second half of a double tap does not press the next page's button."""
    kiosk.tap("create_account")
    kiosk.fill(ABOUT)
    button = kiosk.find("primary")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    # The platform calls the second press of a double tap by its own name.
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS
    assert not kiosk.seen("error_summary")


def test_presses_while_busy_are_ignored(kiosk: Kiosk) -> None:
    """While the account is made "Please wait" stands, and however often somebody presses, one account is made."""
    kiosk.to_credentials()
    kiosk.fill(CREDENTIALS)
    kiosk.tap("primary")
    assert kiosk.wizard.busy
    assert kiosk.said("busy_text") == "Please wait"
    kiosk.wizard.go_on()
    kiosk.press(Qt.Key.Key_Return)
    kiosk.press(Qt.Key.Key_Tab)
    kiosk.press(Qt.Key.Key_Space)
    kiosk.wizard.go_back()
    assert isinstance(kiosk.background, ManualBackground)
    assert kiosk.background.waiting == 1
    kiosk.background.play()
    assert kiosk.page == "saved"
    assert len(kiosk.service.finished) == 1
    assert not kiosk.seen("busy")


@pytest.mark.rule("K3")
def test_a_late_result_after_start_over_is_dropped(kiosk: Kiosk) -> None:
    """A result that comes when the patient is gone touches nobody's screen."""
    kiosk.to_credentials()
    kiosk.fill(CREDENTIALS)
    kiosk.tap("primary")
    kiosk.idle.expired.emit()
    kiosk.tap("create_account")
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    assert kiosk.page == "about_you"
    assert not kiosk.wizard.busy
    assert not kiosk.seen("busy")


@pytest.mark.rule("K3")
def test_the_wizard_is_gone_after_the_patient(kiosk: Kiosk) -> None:
    """Neither Qt nor Python holds the wizard or one of its pages."""
    kiosk.sign_up()
    wizard = kiosk.wizard
    gone = [weakref.ref(part) for part in (wizard, *map(wizard.page, wizard.pageIds()))]
    kiosk.tap("primary")
    QCoreApplication.sendPostedEvents(wizard, QEvent.Type.DeferredDelete.value)
    del wizard
    gc.collect()
    assert [part for ref in gone if (part := ref()) is not None] == []


def test_keys_alone_lead_through_the_sign_up(kiosk: Kiosk) -> None:
    """Tab, Space, Enter and letters are enough, from the welcome screen to the ending."""

    def walk(name: str) -> None:
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            kiosk.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def enter(name: str, text: str) -> None:
        walk(name)
        QTest.keyClicks(kiosk.find(name), text)

    walk("create_account")
    kiosk.press(Qt.Key.Key_Return)
    for name, text in ABOUT.items():
        enter(name, text)
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.page == "required_questions"
    kiosk.press(Qt.Key.Key_Space)
    enter("phone", "6145550123")
    walk("primary")
    kiosk.press(Qt.Key.Key_Space)
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    assert kiosk.page == "credentials"
    enter("password", "Sunny4day")
    walk("question")
    kiosk.press(Qt.Key.Key_Space)
    walk("question_first_school")
    kiosk.press(Qt.Key.Key_Down)
    kiosk.press(Qt.Key.Key_Space)
    enter("answer", "Rex")
    walk("consent")
    kiosk.press(Qt.Key.Key_Space)
    walk("primary")
    kiosk.press(Qt.Key.Key_Return)
    kiosk.background.play()
    assert kiosk.page == "saved"
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.seen("welcome")


def test_the_service_is_called_in_a_worker(qtbot: QtBot, qapp: QApplication) -> None:
    """With the real background hashing and storing happen off the GUI's thread, and the ending comes by itself."""
    background = Background()
    made = Kiosk(qapp, background)
    made.window.show()
    made.to_questions()
    made.fill({"gender_unknown": "tap", "phone": "614 555 0123"})
    made.go_on()
    qtbot.waitUntil(lambda: made.page == "credentials")
    made.fill(CREDENTIALS)
    made.go_on()
    qtbot.waitUntil(lambda: made.page == "saved")
    assert made.service.threads
    assert all(name.startswith("background") for name in made.service.threads)
    made.close()
    background.shutdown()
