"""A receptionist's time at a practice: added without a network, helped to a new PIN, ended; at desk and tablet."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from kiosk.domain.staff import AuditAction
from kiosk.domain.sync_status import Trouble
from kiosk.store import audit
from tests.journeys.conftest import Stage
from tests.journeys.house import PIN, House, add_practice
from tests.journeys.line import EVERYWHERE, Fault
from tests.journeys.steps_base import words

LEA = "Lea Novak"
LEAS_PIN, NEW_PIN = "735120", "904826"


def signs_in(stage: Stage, name: str, pin: str) -> None:
    """Choose a name at the door, type a PIN, and wait for the answer."""
    player = stage.player

    def row() -> QWidget | None:
        rows = player.window.findChildren(QAbstractButton)
        return next((each for each in rows if each.accessibleName() == name and each.isVisible()), None)

    player.wait_until(lambda: row() is not None, f"{name} at the door")
    found = row()
    assert found is not None
    player.tap(found.objectName())
    player.keys("pin", pin)
    player.tap("sign_in")

    def answered() -> bool:
        problem = player.window.findChild(QLabel, "pin_error")
        return player.sees("workplace") or (problem is not None and "right" in problem.text())

    player.wait_until(answered, "the door's answer")


def at_the_door(stage: Stage) -> list[str]:
    """Who is listed there."""
    stage.player.find("staff_member_0")
    rows = stage.player.window.findChildren(QAbstractButton)
    return [row.accessibleName() for row in rows if row.objectName().startswith("staff_member_") and row.isVisible()]


def types_new_pin(stage: Stage, pin: str) -> None:
    """Type a new PIN on the pad, twice."""
    for _ in range(2):
        for digit in pin:
            stage.player.tap(f"new_pin_key_{digit}")
        stage.player.tap("new_pin_enter")


def says(stage: Stage, begin: str) -> None:
    """Wait until the card of the staff says what was done."""
    said = stage.player.window.findChild(QLabel, "staff_said")
    assert said is not None
    stage.player.wait_until(lambda: said.text().startswith(begin), f"“{begin} …”")


def chooses(stage: Stage, name: str) -> None:
    """Go to somebody's row in the list of the staff, with the arrows."""
    table = stage.player.find("staff_list")
    assert isinstance(table, QTableView)

    def there() -> bool:
        if table.model().index(table.currentIndex().row(), 0).data() == name:
            return True
        if table.model().rowCount():
            QTest.keyClick(table, Qt.Key.Key_Down)
        return False

    stage.player.wait_until(there, f"{name} in the list")


def opens_staff_area(tablet: Stage) -> None:
    """Ctrl+Shift+L; the name held for two seconds does the same."""
    tablet.player.find("welcome")
    tablet.window.activateWindow()  # the desk's stands on the same machine here
    tablet.player.wait_until(tablet.window.isActiveWindow, "the tablet's window")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(tablet.window, Qt.Key.Key_L, both)
    tablet.player.find("staff_sign_in")


def learns(stage: Stage, holds: Callable[[], bool], what: str) -> None:
    """Let a device sync until it knows something."""
    stage.device.loop.kick()
    stage.player.wait_until(holds, what)


def knows(stage: Stage, *, active: bool) -> Callable[[], bool]:
    """Whether a device has Lea on its staff, in this state."""
    return lambda: [m.active for m in stage.device.local.members() if m.name == LEA] == [active]


@pytest.mark.rule("F5", "K1")
def test_from_the_first_day_to_the_last(house: House, stages: Callable[..., Stage]) -> None:
    """What a manager decides holds at her desk at once, also disconnected, and everywhere once devices have synced."""
    practice_id = uuid.uuid4()
    add_practice(house.database, practice_id, "Bayview Clinic", "portal.bayview.example")
    tablet = stages("tablet", practice_id=practice_id)
    desk = stages("desk", practice_id=practice_id)

    # Disconnected: added, and in.
    signs_in(desk, "Dana Reyes", PIN)
    house.line.breaks(Fault.ERROR, path=EVERYWHERE)
    desk.device.loop.kick()
    desk.player.wait_until(lambda: desk.device.loop.status().trouble is Trouble.PORTAL_BUSY, "the broken line")
    desk.player.tap("nav_settings")
    desk.player.tap("staff_add")
    desk.player.keys("colleague_name", LEA)
    desk.player.tap("colleague_next")
    types_new_pin(desk, LEAS_PIN)
    says(desk, f"{LEA} can sign in here now")
    desk.player.tap("lock")
    signs_in(desk, LEA, LEAS_PIN)
    assert words(desk.player, "staff_who") == LEA
    assert [member.name for member in tablet.device.local.members()] == ["Dana Reyes"]

    # The network heals: at the tablet, too.
    house.line.mends()
    desk.synced()
    learns(tablet, knows(tablet, active=True), "Lea, at the tablet")
    opens_staff_area(tablet)
    signs_in(tablet, LEA, LEAS_PIN)
    assert words(tablet.player, "staff_who") == LEA
    tablet.player.tap("leave")

    # Locked out there, and helped by the manager at the desk.
    (lea,) = (member for member in tablet.device.local.members() if member.name == LEA)
    throttle = tablet.device.local.throttle(lea.staff_id)
    for _ in range(10):
        throttle = throttle.failed(tablet.device.clock.now())
    tablet.device.local.set_throttle(lea.staff_id, throttle)
    desk.player.tap("lock")
    signs_in(desk, "Dana Reyes", PIN)
    desk.player.tap("nav_settings")
    chooses(desk, LEA)
    desk.player.tap("staff_new_pin")
    assert words(desk.player, "pin_step_heading") == f"A new PIN for {LEA}"
    types_new_pin(desk, NEW_PIN)
    says(desk, f"{LEA} has a new PIN.")
    desk.synced()
    learns(tablet, lambda: not tablet.device.local.throttle(lea.staff_id).disabled, "the new PIN, at the tablet")
    opens_staff_area(tablet)
    signs_in(tablet, LEA, LEAS_PIN)
    assert words(tablet.player, "pin_error") == "This PIN is not right. Please try again."
    signs_in(tablet, LEA, NEW_PIN)
    tablet.player.tap("leave")

    # Her last day.
    desk.player.tap("staff_active")
    says(desk, f"{LEA} may no longer sign in here")
    desk.player.tap("lock")
    assert at_the_door(desk) == ["Dana Reyes"]
    desk.synced()
    learns(tablet, knows(tablet, active=False), "the end, at the tablet")
    opens_staff_area(tablet)
    assert at_the_door(tablet) == ["Dana Reyes"]

    rows = desk.device.outbox.audit_rows()
    assert audit.first_bad(rows) is None
    of_lea = [row.action for row in rows if row.object_id == str(lea.staff_id)]
    changed = AuditAction.STAFF_CHANGED.value
    assert of_lea == [AuditAction.STAFF_ADDED.value, changed, changed]
    assert audit.first_bad(tablet.device.outbox.audit_rows()) is None
    failed = [row.staff_id for row in tablet.device.outbox.audit_rows() if row.action == AuditAction.PIN_FAILED.value]
    assert failed == [str(lea.staff_id)]
