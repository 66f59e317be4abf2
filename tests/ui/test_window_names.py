"""Made to be driven: names of screens and controls stand in docs/gui-automation.md, and nowhere else differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.pages import PAGES
from kiosk.ui.widgets import OnScreenKeyboard, PlainLineEdit
from tests.ui.fakes import Kiosk
from tests.ui.test_window_looks import SCREENS

DOCUMENT = Path(__file__).parents[2] / "docs" / "gui-automation.md"


def documented(*, staff: bool = False) -> set[str]:
    """Every name that the document gives in backticks; `x_{a,b}` stands for `x_a` and `x_b`.

    Args:
        staff: the part about the staff area, which tests/ui/test_staff_names.py holds, instead of all the rest.
    """
    names = set()
    rest_of_it, _, about_staff = DOCUMENT.read_text(encoding="utf-8").partition("## The staff area")
    for given in re.findall(r"`([a-z_0-9{},]+)`", about_staff if staff else rest_of_it):
        head, _, rest = given.partition("{")
        options, _, tail = rest.partition("}")
        names |= {f"{head}{option}{tail}" for option in options.split(",")}
    return names


def controls(kiosk: Kiosk) -> list[QWidget]:
    """Everything that can be pressed or typed into, seen or not, outside the keyboard."""
    keyboard = kiosk.window.findChild(OnScreenKeyboard)
    assert keyboard is not None
    return [
        widget
        for widget in kiosk.window.findChildren(QWidget)
        if isinstance(widget, PlainLineEdit | QAbstractButton)
        and not keyboard.isAncestorOf(widget)
        and not widget.objectName().startswith(("qt_wizard", "__qt"))
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_documented_name_of_its_own(kiosk: Kiosk, screen: Callable[[Kiosk], None]) -> None:
    """No control is nameless, none shares its name, each stands in the document."""
    screen(kiosk)
    names = Counter(widget.objectName() for widget in controls(kiosk))
    assert [name for name, count in names.items() if count > 1 or not name] == []
    error_links = {name for name in names if name.startswith("error_link_")}
    assert set(names) - error_links - documented() == set()


@pytest.mark.rule("K5")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_speaks(kiosk: Kiosk, screen: Callable[[Kiosk], None]) -> None:
    """Each control in sight has an accessible name, as Qt's accessibility tree gives it to a screen reader."""
    screen(kiosk)
    for widget in controls(kiosk):
        if widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name).strip(), widget.objectName()


def test_every_page_is_documented() -> None:
    """The document names each page of the wizard."""
    assert {page.slug for page in PAGES.values()} <= documented()


def test_the_document_promises_nothing_else(kiosk: Kiosk) -> None:
    """What the document lists of pages and controls exists: a renamed control leaves no ghost."""
    seen = {kiosk.window.objectName(), *(page.slug for page in PAGES.values())}
    for screen in SCREENS:
        kiosk.service.forget()
        screen(kiosk)
        seen |= {widget.objectName() for widget in kiosk.window.findChildren(QWidget)}
        kiosk.idle.expired.emit()
    kiosk.tap("create_account")
    seen |= {widget.objectName() for widget in kiosk.window.findChildren(QWidget)}
    promised = documented() - FIRST_RUN
    assert promised - seen == set()


FIRST_RUN = {
    "first_run", "ticket", "passphrase", "passphrase_show", "passphrase_again", "passphrase_again_show", "first_run_go",
    "first_run_problem", "unlock", "unlock_passphrase", "unlock_passphrase_show", "unlock_go", "unlock_problem",
    "not_ready", "not_ready_title", "setup_window",
}  # fmt: skip
"""Held by tests/ui/test_first_run.py: these are not in the patient's window."""
