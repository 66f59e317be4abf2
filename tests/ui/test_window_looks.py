"""Every screen at every size: nothing is cut off, nothing is out of reach, nothing is too small (K5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.outcomes import Outcome
from kiosk.ui.i18n import Translator
from kiosk.ui.theme import TOUCH_TARGET, Appearance, apply_theme
from kiosk.ui.widgets import OnScreenKeyboard, PlainLineEdit, ScrollArea
from tests.ui.fakes import Kiosk, practice
from tests.ui.test_pages_held import held
from tests.ui.test_pages_invitation import to_person
from tests.ui.test_pages_match import code_asked, have_account, phone_code, verify_phone
from tests.ui.test_pages_profile import locked, profile
from tests.ui.walks import WALKS

LANDSCAPE, PORTRAIT = (1280, 800), (800, 1280)


def welcome(kiosk: Kiosk) -> None:
    """Stay where one begins."""


def about_you(kiosk: Kiosk) -> None:
    """Open the longest page with everything it can show."""
    kiosk.tap("create_account")
    kiosk.fill({"account_for_child": "tap", "email": "a@gmial.com"})
    kiosk.go_on()


def required_questions(kiosk: Kiosk) -> None:
    """Open the second page."""
    kiosk.to_questions()
    kiosk.go_on()


def credentials(kiosk: Kiosk) -> None:
    """Open the last page with its questions unfolded and its problems shown."""
    kiosk.to_credentials()
    kiosk.go_on()
    kiosk.fill({"question": "tap"})


def ending(kiosk: Kiosk) -> None:
    """Finish."""
    kiosk.service.outcome = Outcome.ACCEPTED
    kiosk.sign_up()


def activation_code(kiosk: Kiosk) -> None:
    """Ask for the code."""
    kiosk.tap("have_invitation")
    kiosk.go_on()


def invited_person(kiosk: Kiosk) -> None:
    """Ask whose invitation it is."""
    to_person(kiosk)
    kiosk.go_on()


def help_screen(kiosk: Kiosk) -> None:
    """Open help over a page."""
    kiosk.tap("create_account", "need_help")


def held_match(kiosk: Kiosk) -> None:
    """Be held after the match."""
    code_asked(kiosk)
    kiosk.tap("code_ask_desk")


def not_connected(kiosk: Kiosk) -> None:
    """Ask for a text message without a connection."""
    verify_phone(kiosk)
    kiosk.fill({"verified_phone": "614 555 0199"})
    kiosk.go_on()


def front_desk(kiosk: Kiosk) -> None:
    """Be too young to sign up."""
    kiosk.to_questions(birth_date_year="2020")


def saved(kiosk: Kiosk) -> None:
    """Finish without a connection."""
    kiosk.sign_up()


SCREENS = [
    welcome, about_you, required_questions, credentials, ending, saved, front_desk, activation_code, invited_person,
    held, held_match, code_asked, have_account, verify_phone, phone_code, profile, locked, not_connected, help_screen,
    *WALKS,
]  # fmt: skip


def controls(kiosk: Kiosk) -> list[QWidget]:
    """What can be touched, outside the keyboard."""
    keyboard = kiosk.window.findChild(OnScreenKeyboard)
    assert keyboard is not None
    kinds = PlainLineEdit | QAbstractButton
    return [
        widget
        for widget in kiosk.window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not keyboard.isAncestorOf(widget)
    ]


def open_keyboard(kiosk: Kiosk) -> None:
    """Touch the first line in sight, if there is one."""
    for control in controls(kiosk):
        if isinstance(control, PlainLineEdit):
            control.setFocus()
            return


def settle(qtbot: QtBot, widget: QWidget, condition: Callable[[], bool]) -> None:
    """Wait until the layouts have done their work."""
    qtbot.waitUntil(condition, timeout=3000)
    assert widget.isVisible()


def view_of(widget: QWidget) -> QWidget | None:
    """The viewport in which a control is scrolled."""
    here = widget.parentWidget()
    while here is not None and not isinstance(here, ScrollArea):
        here = here.parentWidget()
    return here.viewport() if isinstance(here, ScrollArea) else None


@pytest.mark.rule("K5")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_is_in_reach_at_200_percent(
    kiosk: Kiosk, qtbot: QtBot, qapp: QApplication, screen: Callable[[Kiosk], None]
) -> None:
    """With the largest text and the keyboard open, whatever gets the focus is wholly in sight and large enough.

    In landscape, and with the tablet turned to portrait.
    """
    apply_theme(qapp, Appearance(text_percent=200))
    kiosk.window.resize(*LANDSCAPE)
    screen(kiosk)
    for size in (LANDSCAPE, PORTRAIT):
        kiosk.window.resize(*size)
        open_keyboard(kiosk)
        settle(qtbot, kiosk.window, partial(has_size, kiosk.window, size))
        check_reach(kiosk, qtbot)


def has_size(window: QWidget, size: tuple[int, int]) -> bool:
    """Whether a window has taken the size that it was given."""
    return (window.width(), window.height()) == size


def check_reach(kiosk: Kiosk, qtbot: QtBot) -> None:
    """Each control, given the focus, comes wholly into sight."""
    for control in controls(kiosk):
        if not control.isVisible():
            continue  # the head makes room for the keyboard and comes back without it
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if not control.isVisible():
            continue
        view = view_of(control) or kiosk.window

        def in_sight(control: QWidget = control, view: QWidget = view) -> None:
            box = QRect(control.mapTo(view, QPoint(0, 0)), control.size())
            # The domain chips take no focus: they stand with their line, which keeps the keyboard open.
            told = f"{control.objectName()} at {box} of {view.rect()}"
            assert min(box.width(), box.height()) >= TOUCH_TARGET, told
            assert control.focusPolicy() == Qt.FocusPolicy.NoFocus or view.rect().contains(box), told

        qtbot.waitUntil(in_sight, timeout=1000)


@pytest.mark.rule("K5")
@pytest.mark.parametrize("screen", SCREENS)
def test_screens_mirror_and_leave_no_text_untranslated(
    kiosk: Kiosk, qtbot: QtBot, qapp: QApplication, screen: Callable[[Kiosk], None]
) -> None:
    """In the pseudo language every control speaks it, and the layout runs from right to left."""
    screen(kiosk)
    Translator.install(qapp, "qps-rtl")
    assert kiosk.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    own_words = ("practice_name", "language_", "welcome_language_", "profile_language_", "text_size_")
    for control in controls(kiosk):
        name = control.objectName()
        if not name.startswith(own_words):
            said = control.accessibleName().replace(practice().network_name, "")
            letters = [c for c in said if c.isascii() and c.isalpha()]
            # Numbers, signs and what was typed may stay; a Latin word of ours may not.
            typed = name.endswith("email_suggestion") or "email_domain_" in name or isinstance(control, PlainLineEdit)
            assert typed or not letters, f"{name}: {control.accessibleName()}"
    primary, back = kiosk.find("primary"), kiosk.find("back")
    if primary.isVisible() and back.isVisible():
        qtbot.waitUntil(lambda: primary.x() < back.x(), timeout=3000)
