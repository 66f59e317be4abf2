"""Made to be driven: names of screens and controls stand in docs/gui-automation.md, and nowhere else differently."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
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


@pytest.mark.rule("K5")
def test_names_on_every_screen(kiosk: Kiosk) -> None:
    """Every control has a name of its own and, in sight, one that is spoken; the document has them all and no others.

    One walk: to reach a screen takes longer than to look at it. No name in the document is a renamed control's ghost.
    """
    seen = {kiosk.window.objectName(), *(page.slug for page in PAGES.values())}
    for screen in SCREENS:
        kiosk.service.forget()
        screen(kiosk)
        names = Counter(widget.objectName() for widget in controls(kiosk))
        assert [name for name, count in names.items() if count > 1 or not name] == [], screen.__name__
        error_links = {name for name in names if name.startswith("error_link_")}
        assert set(names) - error_links - documented() == set(), screen.__name__
        for widget in controls(kiosk):
            assert not widget.isVisible() or spoken(widget), f"{screen.__name__}: {widget.objectName()}"
        seen |= {widget.objectName() for widget in kiosk.window.findChildren(QWidget)}
        kiosk.idle.expired.emit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the patient's pages
    kiosk.tap("create_account")
    seen |= {widget.objectName() for widget in kiosk.window.findChildren(QWidget)}
    promised = documented() - FIRST_RUN
    assert promised - seen == set()


def spoken(widget: QWidget) -> str:
    """What a screen reader says, from Qt's accessibility tree."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name).strip()


def test_every_page_is_documented() -> None:
    """The document names each page of the wizard."""
    assert {page.slug for page in PAGES.values()} <= documented()


FIRST_RUN = {
    "first_run", "ticket", "passphrase", "passphrase_show", "passphrase_again", "passphrase_again_show", "first_run_go",
    "first_run_problem", "unlock", "unlock_passphrase", "unlock_passphrase_show", "unlock_go", "unlock_problem",
    "not_ready", "not_ready_title", "not_ready_reason", "setup_window",
}  # fmt: skip
"""Held by tests/ui/test_first_run.py: these are not in the patient's window."""
