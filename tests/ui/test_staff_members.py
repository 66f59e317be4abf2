"""The staff in the settings, for managers: added, changed, helped back in, ended (F5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from kiosk.domain.desk_operations import StaffAdded
from kiosk.domain.staff import AuditAction, PinThrottle, StaffMember, StaffRole
from kiosk.ui.i18n import Translator
from kiosk.ui.staff.area import StaffArea
from tests.ui.staff_fakes import ANA, ANAS_PIN, BEN, BENS_PIN, NOW, Desk, Later, button, line, sign_in, text
from tests.ui.test_staff_settings import NEW_PIN, sees, settings, type_pin

pytestmark = pytest.mark.rule("F5")


@pytest.fixture
def desk() -> Desk:
    """Return a desk with Ana, and Ben who is a manager."""
    return Desk()


@pytest.fixture
def area(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the area of a desk, at its door."""
    with desk.area(tmp_path, can_leave=False) as made:
        yield made


def staff_list(area: StaffArea) -> QTableView:
    """The table of the staff."""
    table = area.findChild(QTableView, "staff_list")
    assert table is not None
    return table


def listed(area: StaffArea) -> list[tuple[str, ...]]:
    """Its cells."""
    model = staff_list(area).model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def choose(area: StaffArea, name: str) -> None:
    """Go to somebody's row."""
    (row,) = (at for at, cells in enumerate(listed(area)) if cells[0] == name)
    staff_list(area).selectRow(row)


def test_the_staff_is_the_managers(area: StaffArea, desk: Desk) -> None:
    """A receptionist sees no list of colleagues, and no row says that she looked at one."""
    settings(area, 0, ANAS_PIN)
    assert not sees(area, "settings_staff")
    assert sees(area, "own_pin_change")
    assert AuditAction.SETTINGS_VIEWED in desk.acts
    assert AuditAction.STAFF_VIEWED not in desk.acts
    button(area, "lock").click()
    settings(area)
    assert sees(area, "settings_staff")
    assert desk.acts[-2:] == [AuditAction.STAFF_VIEWED, AuditAction.SETTINGS_VIEWED]


def test_who_there_is(area: StaffArea, desk: Desk) -> None:
    """Name, role, and whether they may sign in at this device; who left comes last."""
    gone = StaffMember(UUID(int=5), "Al Gone", StaffRole.MANAGER, "", active=False)
    desk.people = (*desk.people, gone, replace(ANA, staff_id=UUID(int=6), name="Cy Late"))
    desk.throttles = {ANA.staff_id: PinThrottle(10), UUID(int=6): PinThrottle(4).failed(NOW)}
    settings(area)
    assert listed(area) == [
        ("Ana Ruiz", "Receptionist", "Locked out here"),
        ("Ben Osei", "Manager", "May sign in"),
        ("Cy Late", "Receptionist", "Waits after wrong PINs"),
        ("Al Gone", "Manager", "May not sign in"),
    ]


def test_a_colleague_is_added(area: StaffArea, desk: Desk) -> None:
    """Name and role, then she types her PIN twice; she stands at the door and comes in."""
    settings(area)
    button(area, "staff_add").click()
    QTest.keyClicks(line(area, "colleague_name"), "Lea Novak")
    button(area, "colleague_next").click()
    assert text(area, "pin_step_heading") == "A PIN for Lea Novak"
    assert text(area, "pin_step_alone") == "Lea Novak types it now, alone: nobody else sees or knows it."
    assert text(area, "new_pin_label") == "New PIN"
    type_pin(area, NEW_PIN, NEW_PIN)
    assert text(area, "staff_said").startswith("Lea Novak can sign in here now")
    row = listed(area).index(("Lea Novak", "Receptionist", "May sign in"))
    assert staff_list(area).currentIndex().row() == row
    assert staff_list(area).hasFocus()
    (body,) = desk.bodies
    assert isinstance(body, StaffAdded)
    assert (body.name, body.role, body.by) == ("Lea Novak", "receptionist", BEN.staff_id)
    button(area, "lock").click()
    sign_in(area, 2, NEW_PIN)
    assert text(area, "staff_who") == "Lea Novak"


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Enter the colleague's name"), ("ben osei", "Somebody has this name already")],
    ids=["empty", "taken"],
)
def test_a_name_is_refused_before_a_pin_is_typed(area: StaffArea, desk: Desk, name: str, said: str) -> None:
    """At the field, with the keyboard there."""
    settings(area)
    button(area, "staff_add").click()
    QTest.keyClicks(line(area, "colleague_name"), name)
    QTest.keyClick(line(area, "colleague_name"), Qt.Key.Key_Return)
    assert text(area, "colleague_name_error").startswith(said)
    assert line(area, "colleague_name").hasFocus()
    assert not sees(area, "pin_step")
    button(area, "colleague_cancel").click()
    assert not sees(area, "colleague_name")
    assert sees(area, "staff_list")


def test_a_locked_out_colleague_gets_a_new_pin(area: StaffArea, desk: Desk) -> None:
    """Ten wrong ones: Ben opens the step, Ana types a new PIN alone, and she is back."""
    desk.throttles[ANA.staff_id] = PinThrottle(10)
    settings(area)
    choose(area, "Ana Ruiz")
    button(area, "staff_new_pin").click()
    assert text(area, "pin_step_heading") == "A new PIN for Ana Ruiz"
    type_pin(area, NEW_PIN, NEW_PIN)
    assert text(area, "staff_said").startswith("Ana Ruiz has a new PIN.")
    assert desk.acts[-2:] == [AuditAction.STAFF_CHANGED, AuditAction.STAFF_VIEWED]
    assert listed(area)[0] == ("Ana Ruiz", "Receptionist", "May sign in")
    button(area, "lock").click()
    sign_in(area, 0, NEW_PIN)
    assert text(area, "staff_who") == "Ana Ruiz"


def test_a_manager_in_the_list_is_asked_for_the_old_pin(area: StaffArea, desk: Desk) -> None:
    """Ben chooses himself: it is "Change your PIN" as everybody has it, or an open desk would make another a Ben."""
    settings(area)
    choose(area, "Ben Osei")
    button(area, "staff_new_pin").click()
    assert text(area, "pin_step_heading") == "Change your PIN"
    assert text(area, "new_pin_label") == "Your PIN now"
    type_pin(area, ANAS_PIN, NEW_PIN, NEW_PIN)
    assert desk.bodies == []
    assert desk.acts[-1] is AuditAction.PIN_FAILED
    type_pin(area, BENS_PIN, NEW_PIN, NEW_PIN)
    assert text(area, "own_pin_said").startswith("Your PIN is changed.")


def test_roles_and_leaving(area: StaffArea, desk: Desk) -> None:
    """Made a manager and back, ended and let in again; the buttons say what they would do for the chosen one."""
    settings(area)
    choose(area, "Ana Ruiz")
    said = []
    for act in ("staff_role", "staff_role", "staff_active", "staff_active"):
        said.append(button(area, act).text())
        button(area, act).click()
        said.append(text(area, "staff_said").partition(",")[0].removesuffix("."))
        choose(area, "Ana Ruiz")
    assert said == [
        *("Make manager", "Ana Ruiz is a manager now"),
        *("Make receptionist", "Ana Ruiz is a receptionist now"),
        *("May no longer sign in", "Ana Ruiz may no longer sign in here"),
        *("May sign in again", "Ana Ruiz may sign in again"),
    ]
    assert desk.acts.count(AuditAction.STAFF_CHANGED) == 4


def test_who_cancels_comes_back(area: StaffArea, desk: Desk) -> None:
    """To the name that was typed, or to the row that was chosen."""
    settings(area)
    button(area, "staff_add").click()
    QTest.keyClicks(line(area, "colleague_name"), "Lea")
    button(area, "colleague_next").click()
    button(area, "pin_step_cancel").click()
    assert line(area, "colleague_name").text() == "Lea"
    assert line(area, "colleague_name").hasFocus()
    button(area, "colleague_cancel").click()
    choose(area, "Ana Ruiz")
    button(area, "staff_new_pin").click()
    button(area, "pin_step_cancel").click()
    assert staff_list(area).hasFocus()
    assert desk.bodies == []


@pytest.mark.rule("K5")
def test_from_right_to_left_a_row_is_chosen_too(desk: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    """The buttons are about somebody from the first look on."""
    Translator.install(qapp, "qps-rtl")
    with desk.area(tmp_path) as area:
        settings(area)
        assert staff_list(area).currentIndex().row() == 0
        assert staff_list(area).selectionModel().isRowSelected(0)


def test_who_left_has_no_pin_to_choose(area: StaffArea, desk: Desk) -> None:
    """First they may sign in again."""
    desk.people = (BEN, replace(ANA, active=False))
    settings(area)
    choose(area, "Ana Ruiz")
    assert not button(area, "staff_new_pin").isEnabled()
    assert not button(area, "staff_role").isEnabled()
    assert button(area, "staff_active").isEnabled()


def test_the_last_manager_stays(area: StaffArea, desk: Desk) -> None:
    """Said in a sentence; nothing is recorded."""
    settings(area)
    choose(area, "Ben Osei")
    for act in ("staff_active", "staff_role"):
        button(area, act).click()
        assert text(area, "staff_said") == "The practice needs a manager. First make somebody else one."
    assert desk.bodies == []


def test_who_is_no_manager_any_more_sees_the_staff_no_longer(area: StaffArea, desk: Desk) -> None:
    """A second manager makes Ben a receptionist, here or by a sync: the card goes with the next look."""
    desk.people = (BEN, replace(ANA, role=StaffRole.MANAGER))
    settings(area)
    choose(area, "Ben Osei")
    button(area, "staff_role").click()
    assert not sees(area, "settings_staff")


def test_a_broken_disk_is_said(area: StaffArea, desk: Desk) -> None:
    """Nothing was changed, and a sentence says why."""
    settings(area)
    choose(area, "Ana Ruiz")
    desk.broken = True
    button(area, "staff_role").click()
    assert text(area, "staff_said").startswith("This device's storage does not work.")
    button(area, "own_pin_change").click()
    type_pin(area, BENS_PIN, NEW_PIN, NEW_PIN)
    assert text(area, "new_pin_error").startswith("This device's storage does not work.")


@pytest.mark.rule("K3")
def test_nothing_of_the_staff_stays_for_the_next_person(area: StaffArea, desk: Desk) -> None:
    """The list, and a name half typed, go with whoever saw them."""
    settings(area)
    button(area, "staff_add").click()
    QTest.keyClicks(line(area, "colleague_name"), "Lea")
    button(area, "lock").click()
    sign_in(area, 0, ANAS_PIN)
    assert listed(area) == []
    assert line(area, "colleague_name").text() == ""


def test_an_answer_that_comes_after_leaving_is_dropped(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Locked while the list was on its way: it is not filled behind the door."""
    background = Later()
    with desk.area(tmp_path, background=background) as area:
        sign_in(area, 1, BENS_PIN)
        background.held = True
        button(area, "nav_settings").click()
        button(area, "lock").click()
        background.play()
        assert listed(area) == []


def test_a_tablet_changes_no_staff(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """It stands among patients: no list, no PIN to change, and it says where."""
    with desk.area(tmp_path, is_desk=False) as area:
        settings(area)
        assert not sees(area, "settings_staff")
        assert not sees(area, "own_pin_change")
        assert text(area, "own_pin_about") == (
            "PINs and the staff's accounts are changed at the front desk's computer."
        )
        assert text(area, "device_role") == "Tablet for patients"
