"""Where the keyboard goes: Tab, a full field, and a problem that no field is to blame for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.patient_ports import InvitationCheck, InvitationState
from kiosk.ui.i18n import offered
from kiosk.ui.theme import Appearance, apply_theme
from kiosk.ui.widgets import PlainLineEdit, ScrollArea, TopBar
from tests.ui.fakes import Kiosk
from tests.ui.staff_fakes import Desk, button
from tests.ui.test_pages_invitation import to_person

PERSON = {
    "invited_birth_date_month": "3",
    "invited_birth_date_day": "27",
    "invited_birth_date_year": "1984",
    "invited_zip": "43215",
}


def focused() -> str:
    """Object name of the widget with the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def walked(first: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """Names of the stops from `first` until it comes again."""
    first.setFocus()
    names = [focused()]
    while len(names) < 40:
        QTest.keyClick(QApplication.focusWidget() or first, key)
        if focused() == names[0]:
            return names
        names.append(focused())
    raise AssertionError(names)


@pytest.mark.rule("K5")
def test_tab_leads_from_the_page_to_the_primary_button_and_last_to_the_head(kiosk: Kiosk) -> None:
    """After the last answer comes "Continue", not the language; problems come before the page; backwards too."""
    to_person(kiosk)
    kiosk.go_on()
    there = walked(kiosk.find("error_link_0"))
    page = ["error_link_0", "error_link_1", "invited_for_self", *PERSON, "invited_no_zip", "primary", "back"]
    assert there[: len(page)] == page
    assert there[-1] == "need_help"
    assert walked(kiosk.find("error_link_0"), Qt.Key.Key_Backtab)[1:] == there[:0:-1]


@pytest.mark.rule("K5")
def test_a_full_last_field_leads_to_continue(kiosk: Kiosk) -> None:
    """On the digit pad the ZIP code moves on by itself: nothing is left to type, so the keyboard goes."""
    to_person(kiosk)
    kiosk.tap("invited_zip")
    kiosk.touch_in("43215")
    assert focused() == "primary"
    assert not kiosk.find("keyboard").isVisible()


@pytest.mark.rule("S13")
def test_a_problem_of_the_whole_page_is_in_sight(kiosk: Kiosk, qtbot: QtBot) -> None:
    """Date and ZIP do not match: the sentence is looked at, and leads to the date when it is pressed."""
    to_person(kiosk)
    kiosk.service.check = InvitationCheck(InvitationState.NO_MATCH)
    kiosk.fill(PERSON)
    kiosk.go_on()
    summary, view = kiosk.find("error_summary"), kiosk.wizard.page_now().view.viewport()

    def in_sight() -> None:
        top = summary.mapTo(view, summary.rect().topLeft()).y()
        assert 0 <= top <= view.height() - summary.height()

    qtbot.waitUntil(in_sight, timeout=1000)
    assert focused() == "error_link_0"
    kiosk.tap("error_link_0")
    assert focused() == "invited_birth_date_month"


@pytest.mark.rule("S7", "K5")
def test_a_broken_rule_is_read_whole_at_200_percent(kiosk: Kiosk, qtbot: QtBot, qapp: QApplication) -> None:
    """Bold and red it needs a second line: it gets the height, and the page moves so that it is seen."""
    apply_theme(qapp, Appearance(text_percent=200))
    kiosk.to_credentials()
    kiosk.type("password", "ab#")
    rule = kiosk.find("password_rules_2")
    view = kiosk.find("credentials_scroll")
    assert isinstance(view, ScrollArea)

    def whole() -> None:
        assert rule.height() >= rule.heightForWidth(rule.width())
        assert rule.mapTo(view.viewport(), rule.rect().bottomLeft()).y() <= view.viewport().height()

    qtbot.waitUntil(whole, timeout=1000)
    assert isinstance(kiosk.find("password"), PlainLineEdit)


@pytest.mark.rule("K5")
def test_the_staff_door_is_walked_from_name_to_pin_to_sign_in(tmp_path: Path, qtbot: QtBot) -> None:
    """The names come from the device after the page was made, and still come before the PIN."""
    with Desk().area(tmp_path) as area:
        assert walked(button(area, "staff_member_0")) == ["staff_member_0", "pin", "sign_in", "leave_staff"]


def test_a_bar_with_two_languages_owns_all_its_parts(qtbot: QtBot) -> None:
    """The row for more languages is not needed then, and must not stay behind without a parent."""
    before = set(QApplication.topLevelWidgets())
    bar = TopBar("Riverside", languages=offered())
    qtbot.addWidget(bar)
    assert len(offered()) == 2
    assert set(QApplication.topLevelWidgets()) - before == {bar}
