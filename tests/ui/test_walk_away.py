"""The patient walks away, at every step of the flow's table: the question, nobody answers, and nothing is left (K3).

What reaches files and the portal on the way there is looked for by tests/journeys/test_walk_away.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.profile import Profile
from kiosk.domain.values import Sensitive
from kiosk.ui.page import Page
from kiosk.ui.wizard import PatientWizard
from tests.journeys.canaries import texts_of_all
from tests.ui import test_window_looks as looks
from tests.ui import walks
from tests.ui.fakes import CANARY, CODE, Kiosk
from tests.ui.test_pages_held import held
from tests.ui.test_pages_match import code_asked, have_account, phone_code, verify_phone
from tests.ui.test_pages_profile import locked, profile

Way = Callable[[Kiosk], None]

WAYS: Final[dict[Step, Way]] = {
    Step.ABOUT_YOU: looks.about_you,
    Step.ACTIVATION_CODE: looks.activation_code,
    Step.INVITED_PERSON: looks.invited_person,
    Step.REQUIRED_QUESTIONS: looks.required_questions,
    Step.CREDENTIALS: looks.credentials,
    Step.ACTIVE: looks.ending,
    Step.SAVED: looks.saved,
    Step.FRONT_DESK: looks.front_desk,
    Step.HELD_ABOUT: held,
    Step.CODE_ASKED: code_asked,
    Step.HAVE_ACCOUNT: have_account,
    Step.VERIFY_PHONE: verify_phone,
    Step.PHONE_CODE: phone_code,
    Step.HELD_MATCH: looks.held_match,
    Step.LOG_IN: walks.log_in,
    Step.JOIN: walks.join,
    Step.PROFILE: profile,
    Step.JOINED: walks.joined,
    Step.RECOVER_EMAIL: walks.recover_email,
    Step.RECOVER_BIRTH_DATE: walks.recover_birth_date,
    Step.RECOVER_ANSWER: walks.recover_answer,
    Step.USER_ID_SENT: walks.user_id_sent,
    Step.RECOVER_USER_ID: walks.recover_user_id,
    Step.NEW_PASSWORD: walks.set_password,
    Step.CONFIRM_PASSWORD: walks.confirm_password,
    Step.PASSWORD_MAILED: walks.password_mailed,
    Step.PASSWORD_CONFIRMED: walks.password_confirmed,
    Step.LOCKED: locked,
    Step.NOT_CONNECTED: looks.not_connected,
    Step.RESET_SLIP: walks.reset_slip,
    Step.SLIP_PASSWORD: walks.slip_password,
    Step.PASSWORD_CHANGED: walks.password_changed,
}
"""How a patient comes to each step."""

SCREENS: Final[tuple[Way, ...]] = (looks.help_screen, walks.chat_start, walks.chat_talk, walks.call_back)
"""What lies over the steps, or beside them."""

SHORT: Final = 4
"""Days, years and words of up to so many signs stand in many a text of ours."""


def fill_all(kiosk: Kiosk) -> None:
    """Put something into every line in sight: a name where letters fit, digits where only these do."""
    for line in kiosk.lines_in_sight():
        name = line.objectName()
        kiosk.type(name, CODE.symbols if name in {"code", "asked_code", "slip_code"} else f"{CANARY}.{name}")
        if not line.text():
            kiosk.type(name, "8675309420"[: max(line.maxLength(), 1)])
        assert line.text(), f"nothing can be typed into {name}"


def walk_away(kiosk: Kiosk) -> None:
    """Nobody touches anything: the question where one is asked, then the welcome screen."""
    for _ in range(2):
        if not kiosk.seen("welcome"):
            kiosk.timer.ring()
    assert kiosk.seen("welcome")


def left_of(kiosk: Kiosk, qapp: QApplication) -> list[str]:
    """WIDGET: WHAT for each word typed since the kiosk was opened, and for the clipboard."""
    typed = {word.lower() for word in kiosk.typed if len(word) > SHORT}
    return [f"{name}: {word}" for name, text in texts_of_all(qapp) for word in typed if word in text.lower()]


def values_kept(wizard: PatientWizard) -> list[str]:
    """NAME for each attribute of a page that still holds a value of a person; a profile of nothing is none."""
    held = [(name, value) for page in wizard.findChildren(Page) for name, value in vars(page).items()]
    parts = [(name, part) for name, value in held for part in (value if isinstance(value, tuple) else (value,))]
    return [name for name, part in parts if isinstance(part, Sensitive) and part != Profile()]


def test_every_step_has_its_way() -> None:
    """A new step of the flow's table has to be walked away from here, too."""
    assert set(WAYS) == set(Step)


@pytest.mark.rule("K3")
@pytest.mark.parametrize("step", Step, ids=lambda step: step.name.lower())
def test_of_a_step(kiosk: Kiosk, qapp: QApplication, step: Step) -> None:
    """No widget, living or dying, holds a word typed here or before; clipboard and draft are empty."""
    WAYS[step](kiosk)
    assert kiosk.wizard.step is step
    fill_all(kiosk)
    wizard, typed = kiosk.wizard, kiosk.typed
    assert typed, "nothing was typed"
    QGuiApplication.clipboard().setText(CANARY)
    walk_away(kiosk)
    assert left_of(kiosk, qapp) == []
    assert QGuiApplication.clipboard().text() == ""
    assert kiosk.window.wizard is None
    assert values_kept(wizard) == []
    draft = wizard.draft
    assert draft == Draft(journey=draft.journey, subject=draft.subject, today=draft.today)


@pytest.mark.rule("K3")
@pytest.mark.parametrize("screen", SCREENS)
def test_of_another_screen(kiosk: Kiosk, qapp: QApplication, screen: Way) -> None:
    """The same of help, chat and the call-back's form."""
    screen(kiosk)
    fill_all(kiosk)
    QGuiApplication.clipboard().setText(CANARY)
    walk_away(kiosk)
    assert left_of(kiosk, qapp) == []
    assert QGuiApplication.clipboard().text() == ""
    assert kiosk.window.wizard is None
