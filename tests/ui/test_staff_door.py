"""The door of the staff area: names, PINs, silence."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import AuditAction, PinThrottle, StaffSession
from kiosk.ui.background import Background
from kiosk.ui.i18n import Translator
from kiosk.ui.staff.area import LOCK_S, SIGN_OUT_S, StaffArea
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.theme import Appearance, apply_theme
from tests.ui.staff_fakes import ANA, ANAS_PIN, BENS_PIN, Desk, Later, Timers, button, line, sign_in, text

pytestmark = pytest.mark.rule("F5")


def settle() -> None:
    """Let every layout that was asked for be done; three times, since text that wraps asks its parents again."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


@pytest.fixture
def desk() -> Desk:
    """Return a desk with Ana, and Ben who is a manager."""
    return Desk()


@pytest.fixture
def timers() -> Timers:
    """Return the timers that the area uses."""
    return Timers()


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the area of a tablet at its door."""
    with desk.area(tmp_path, timers, can_close=True) as made:
        yield made


def test_staff_choose_themselves_by_name(area: StaffArea) -> None:
    """Everybody has an account of their own, listed by name (F5)."""
    assert [button(area, f"staff_member_{at}").text() for at in (0, 1)] == ["Ana Ruiz", "Ben Osei"]


def test_the_right_pin_opens(area: StaffArea, desk: Desk) -> None:
    """Name, PIN on the pad, and the workplace stands open; the audit trail has a row (F5)."""
    sign_in(area, 0, ANAS_PIN)
    assert not area.locked
    assert area.session == StaffSession(ANA.staff_id, ANA.name, ANA.role)
    assert text(area, "staff_who") == "Ana Ruiz"
    assert desk.acts[0] is AuditAction.SIGNED_IN


def test_the_pin_is_typed_with_real_keys_alone(area: StaffArea, qtbot: QtBot) -> None:
    """A desk has a keyboard: arrows and Space choose, digits go to the PIN wherever the focus is, Enter signs in."""
    button(area, "staff_member_0").setFocus()
    QTest.keyClick(button(area, "staff_member_0"), Qt.Key.Key_Space)
    QTest.keyClick(button(area, "staff_member_0"), Qt.Key.Key_Down)
    assert button(area, "staff_member_1").isChecked()
    pin = line(area, "pin")
    QTest.keyClick(button(area, "staff_member_1"), Qt.Key(ord(BENS_PIN[0])))
    QTest.keyClicks(pin, BENS_PIN[1:])
    assert pin.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(pin, Qt.Key.Key_Return)
    assert text(area, "staff_who") == "Ben Osei"


def test_the_pin_takes_digits_only_and_gives_nothing_away(area: StaffArea, qtbot: QtBot) -> None:
    """Letters do not get in; what is typed cannot be copied, undone or seen."""
    pin = line(area, "pin")
    QTest.keyClicks(pin, "4a8-2")
    assert pin.text() == "482"
    button(area, "pin_delete").click()
    assert pin.text() == "48"
    QTest.keyClick(pin, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "48" not in pin.displayText()
    area.lock()
    QTest.keyClick(pin, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pin.text() == ""


@pytest.mark.rule("K5")
def test_the_pad_reads_1_2_3_from_right_to_left_too(
    desk: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """As on every telephone: whoever types by touch alone is not misled."""
    Translator.install(qapp, "qps-rtl")
    with desk.area(tmp_path) as area:
        settle()
        assert button(area, "pin_key_1").x() < button(area, "pin_key_2").x() < button(area, "pin_key_3").x()


@pytest.mark.parametrize("typed", ["482914", "907164", "4829133"])
def test_a_wrong_pin_stays_outside(area: StaffArea, desk: Desk, typed: str) -> None:
    """Neither a near miss nor a colleague's PIN opens; the try is counted and in the audit trail; the PIN is gone."""
    sign_in(area, 0, typed)
    assert area.locked
    assert area.session is None
    assert text(area, "pin_error") == "This PIN is not right. Please try again."
    assert line(area, "pin").text() == ""
    assert desk.throttles[ANA.staff_id].failures == 1
    assert desk.acts == [AuditAction.PIN_FAILED]


def test_after_five_wrong_pins_even_the_right_one_waits(area: StaffArea, desk: Desk) -> None:
    """Five wrong tries lock the account for a minute; the sentence says how long; later the right PIN opens."""
    for _ in range(5):
        sign_in(area, 0, "111222")
    sign_in(area, 0, ANAS_PIN)
    assert area.locked
    assert text(area, "pin_error") == "Too many wrong PINs. Please wait 60 seconds and try again."
    desk.time += dt.timedelta(seconds=60)
    sign_in(area, 0, ANAS_PIN)
    assert not area.locked


def test_a_long_wait_is_told_in_minutes(area: StaffArea, desk: Desk) -> None:
    """Nobody counts 480 seconds."""
    desk.throttles[ANA.staff_id] = PinThrottle(8, desk.time + dt.timedelta(minutes=8))
    sign_in(area, 0, ANAS_PIN)
    assert text(area, "pin_error") == "Too many wrong PINs. Please wait 8 minutes and try again."


def test_after_ten_wrong_pins_a_manager_has_to_help(area: StaffArea, desk: Desk) -> None:
    """Ten wrong tries turn the account off here, and the sentence says whom to ask; others still get in."""
    desk.throttles[ANA.staff_id] = PinThrottle(10)
    sign_in(area, 0, ANAS_PIN)
    assert text(area, "pin_error") == "Too many wrong PINs: this account is off on this device. Please ask a manager."
    sign_in(area, 1, BENS_PIN)
    assert not area.locked


def test_a_name_and_a_pin_are_needed(area: StaffArea) -> None:
    """The button is never greyed out: it explains."""
    button(area, "sign_in").click()
    assert text(area, "pin_error") == "Choose your name first."
    button(area, "staff_member_0").click()
    button(area, "sign_in").click()
    assert text(area, "pin_error") == "Type your PIN."


def test_a_device_without_staff_says_so(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """There is no default account: before the first sync nobody gets in, and the page says why."""
    desk.people = ()
    with desk.area(tmp_path) as area:
        assert text(area, "pin_error").startswith("This device knows no staff yet.")


def test_staff_of_the_first_sync_appear_by_themselves(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Right after the enrolment nobody has to close and open the program again."""
    people, desk.people = desk.people, ()
    with desk.area(tmp_path) as area:
        desk.people = people
        qtbot.waitUntil(lambda: area.findChild(QWidget, "staff_member_0") is not None, timeout=10_000)
        assert text(area, "pin_error") == ""


def test_people_who_left_are_not_listed(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """An account that the practice ended opens nothing here either."""
    desk.people = tuple(replace(member, active=member.staff_id != ANA.staff_id) for member in desk.people)
    with desk.area(tmp_path) as area:
        assert button(area, "staff_member_0").text() == "Ben Osei"
        assert area.findChild(QWidget, "staff_member_1") is None


def test_a_broken_disk_is_said_in_plain_words(area: StaffArea, desk: Desk) -> None:
    """Without an audit row nobody is let in, and nobody is left without a sentence."""
    desk.broken = True
    sign_in(area, 0, ANAS_PIN)
    assert area.locked
    assert text(area, "pin_error") == "This device's storage does not work. Please call technical support."


def test_the_pin_is_checked_off_the_screens_thread(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Argon2 takes its time: with the real background the screen goes on and the door opens afterwards."""
    with desk.area(tmp_path, background=Background()) as area:
        qtbot.waitUntil(lambda: area.findChild(QWidget, "staff_member_0") is not None)
        sign_in(area, 0, ANAS_PIN)
        assert area.locked
        qtbot.waitUntil(lambda: not area.locked)
        assert desk.pin_threads[0] is not threading.main_thread()


def test_pressing_twice_counts_one_try(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """While a PIN is being checked further presses do nothing."""
    background = Later()
    with desk.area(tmp_path, background=background) as area:
        background.held = True
        sign_in(area, 0, "111222")
        sign_in(area, 0, "333444")
        assert text(area, "pin_error") == "One moment …"
        assert background.play() == 1
        assert desk.throttles[ANA.staff_id].failures == 1


@pytest.mark.rule("K3")
def test_an_answer_that_comes_after_leaving_opens_nothing(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Whoever leaves while the PIN is checked is not signed in behind the patients' screens."""
    background = Later()
    with desk.area(tmp_path, background=background) as area:
        background.held = True
        sign_in(area, 0, ANAS_PIN)
        button(area, "leave_staff").click()
        background.play()
        assert area.locked
        assert area.session is None


@pytest.mark.rule("K3", "K4")
def test_two_minutes_of_silence_shut_the_door_and_keep_the_work(area: StaffArea, timers: Timers, qtbot: QtBot) -> None:
    """Locked after 2 min: nothing typed is in sight, and the same person finds it again."""
    sign_in(area, 0, ANAS_PIN)
    QTest.keyClicks(line(area, "enroll_first"), "Maria")
    timers.pass_time(LOCK_S)
    assert area.locked
    assert not line(area, "enroll_first").isVisible()
    assert text(area, "sign_in_note") == "Ana Ruiz is signed in. Type your PIN to go on."
    assert button(area, "staff_member_0").isChecked()
    sign_in(area, 0, ANAS_PIN)
    assert line(area, "enroll_first").text() == "Maria"


@pytest.mark.rule("K3")
def test_fifteen_minutes_of_silence_sign_out(area: StaffArea, desk: Desk, timers: Timers, qtbot: QtBot) -> None:
    """Signed out after 15 min: what was typed is gone, the tablet goes back to the patients (K3)."""
    sign_in(area, 0, ANAS_PIN)
    QTest.keyClicks(line(area, "enroll_first"), "Maria")
    timers.pass_time(LOCK_S)
    with qtbot.waitSignal(area.closed, timeout=0):
        timers.pass_time(SIGN_OUT_S - LOCK_S)
    assert area.session is None
    assert line(area, "enroll_first").text() == ""
    assert desk.acts[-1] is AuditAction.SIGNED_OUT


def test_a_press_puts_the_lock_off(area: StaffArea, timers: Timers, qtbot: QtBot) -> None:
    """Whoever works is not locked out: every press begins the two minutes anew."""
    sign_in(area, 0, ANAS_PIN)
    watching = [timer for timer in timers.made if timer.running_for == LOCK_S * 1000]
    watching[0].stop()
    QTest.keyClicks(line(area, "enroll_first"), "M")
    assert watching[0].running_for == LOCK_S * 1000


@pytest.mark.rule("K3")
def test_somebody_else_at_the_locked_door_gets_none_of_the_work(
    area: StaffArea, desk: Desk, timers: Timers, qtbot: QtBot
) -> None:
    """A colleague who signs in at the locked door starts empty, and the first person is signed out."""
    sign_in(area, 0, ANAS_PIN)
    QTest.keyClicks(line(area, "enroll_first"), "Maria")
    button(area, "lock").click()
    sign_in(area, 1, BENS_PIN)
    assert line(area, "enroll_first").text() == ""
    assert text(area, "staff_who") == "Ben Osei"
    assert AuditAction.SIGNED_OUT in desk.acts


def test_a_door_that_nobody_opens_goes_back_to_the_patients(area: StaffArea, timers: Timers, qtbot: QtBot) -> None:
    """A tablet does not stay at the staff's door: patients wait."""
    with qtbot.waitSignal(area.closed, timeout=0):
        timers.pass_time(LOCK_S)


def test_a_desk_has_no_patient_screens(desk: Desk, timers: Timers, qtbot: QtBot, tmp_path: Path) -> None:
    """`kiosk run --desk`: nothing offers to leave; after 15 min it asks who is there."""
    with desk.area(tmp_path, timers, can_leave=False) as area:
        assert not button(area, "leave_staff").isVisible()
        sign_in(area, 0, ANAS_PIN)
        assert not button(area, "leave").isVisible()
        timers.pass_time(LOCK_S)
        with qtbot.assertNotEmitted(area.closed):
            timers.pass_time(SIGN_OUT_S - LOCK_S)
        assert area.locked
        assert area.session is None
        assert text(area, "sign_in_heading") == "Front desk"


def test_leaving_signs_out(area: StaffArea, desk: Desk, qtbot: QtBot) -> None:
    """Going to the patient screens ends the session and says so in the audit trail."""
    sign_in(area, 0, ANAS_PIN)
    with qtbot.waitSignal(area.closed, timeout=0):
        button(area, "leave").click()
    assert area.session is None
    assert desk.acts[-1] is AuditAction.SIGNED_OUT


@pytest.mark.rule("K4")
def test_only_a_manager_closes_the_kiosk(area: StaffArea, desk: Desk, qtbot: QtBot) -> None:
    """The way out is offered to managers alone, asks once, and leaves an audit row (K4)."""
    sign_in(area, 0, ANAS_PIN)
    assert not button(area, "close_kiosk").isVisible()
    button(area, "lock").click()
    sign_in(area, 1, BENS_PIN)
    with qtbot.assertNotEmitted(area.quit_requested):
        button(area, "close_kiosk").click()
        button(area, "close_question_primary").click()
    button(area, "close_kiosk").click()
    with qtbot.waitSignal(area.quit_requested, timeout=0):
        button(area, "close_question_secondary").click()
    assert AuditAction.KIOSK_CLOSED in desk.acts


@pytest.mark.rule("K5")
def test_every_control_can_be_found_and_named(area: StaffArea, desk: Desk) -> None:
    """Object names are there, and unique on each page; accessible names are there: on every page, of every control."""
    desk.add_task("desk_request", "details", differs=("zip_code",), number="INV-7F3K", waiting=False)
    sign_in(area, 1, BENS_PIN)
    button(area, "nav_attention").click()  # with the task that offers the most
    controls = [*area.findChildren(QAbstractButton), *area.findChildren(QLineEdit)]
    controls = [control for control in controls if not control.objectName().startswith("qt_")]
    pages = area.findChildren(StaffPage)
    named = [
        (next((page.slug for page in pages if page.isAncestorOf(control)), ""), control.objectName())
        for control in controls
    ]
    assert all(name for _, name in named)
    assert sorted(set(named)) == sorted(named)
    assert {control.objectName() for control in controls if not control.accessibleName()} == set()
    assert {table.objectName() for table in area.findChildren(QTableView) if not table.accessibleName()} == set()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in area.findChildren(QLabel) if label.text())


@pytest.mark.rule("K5")
def test_everything_can_be_hit_with_a_finger(area: StaffArea) -> None:
    """Staff targets are at least 44 px high and wide."""
    sign_in(area, 1, BENS_PIN)
    for page in ("nav_enroll", "nav_invitations", "nav_attention", "nav_sync", "nav_settings", "hand_over", "lock"):
        button(area, page).click()
        settle()
        controls = [*area.findChildren(QAbstractButton), *area.findChildren(QLineEdit)]
        for control in (control for control in controls if control.isVisible()):
            assert min(control.width(), control.height()) >= 44, (page, control.objectName())


@pytest.mark.rule("K5")
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_large_text_fits_the_screen(
    desk: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], language: str
) -> None:
    """At 200 % text no page asks for more room than the tablet has, upright or across: the pages scroll."""
    apply_theme(qapp, Appearance(200))
    Translator.install(qapp, language)
    desk.add_task("desk_request", "no_email", "no_zip", "minor", first="Bartholomew", last="García López de Mendoza")
    with desk.area(tmp_path, can_close=True) as area:
        for page in ("", "nav_enroll", "nav_invitations", "nav_accounts", "nav_attention", "nav_sync", "nav_settings"):
            if page == "nav_enroll":
                sign_in(area, 1, BENS_PIN)
            if page:
                button(area, page).click()
            area.resize(*size)
            assert (area.width(), area.height()) == size, page


@pytest.mark.rule("F1", "F4", "K2")
def test_a_tablet_makes_no_invitations(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """The portal takes none of it, and it is told of nobody: its door leads to its own state and settings."""

    def entries(area: QWidget) -> list[str]:
        return [each.objectName() for each in area.findChildren(QAbstractButton) if each.objectName()[:4] == "nav_"]

    with desk.area(tmp_path, is_desk=False) as area:
        sign_in(area, 0, ANAS_PIN)
        assert entries(area) == ["nav_sync", "nav_settings"]
        assert button(area, "sync_now").isVisible()
        assert button(area, "hand_over").isVisible()
        assert not [page for page in ("enroll", "invitations") if area.findChild(QWidget, f"staff_{page}")]
    with desk.area(tmp_path) as area:
        pages = ("enroll", "import", "invitations", "accounts", "attention", "sync", "settings")
        assert entries(area) == [f"nav_{page}" for page in pages]


@pytest.mark.rule("K5")
def test_with_the_keyboard_open_large_text_leaves_the_page_its_room(
    desk: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """At 200 % the navigation waits while the keyboard is open, and comes back with the room."""
    apply_theme(qapp, Appearance(200))
    with desk.area(tmp_path, is_desk=False) as area:  # a tablet: a desk has a keyboard of its own
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_settings").click()
        workplace = area.findChild(QWidget, "workplace")
        assert workplace is not None
        assert button(area, "nav_sync").isVisible()
        line(area, "scanner_test").setFocus()
        workplace.resize(1280, 420)
        layout = workplace.layout()
        assert layout is not None
        layout.activate()  # alone: the area would give the workplace its own height back
        assert not button(area, "nav_sync").isVisible()
        assert line(area, "scanner_test").visibleRegion().boundingRect().height() >= 44
        workplace.resize(1280, 800)
        assert button(area, "nav_sync").isVisible()


def test_far_down_a_long_list_the_pad_comes_into_reach(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Thirty colleagues: whoever presses the last name finds the PIN's line in sight, and whose PIN it asks for."""
    desk.people = tuple(replace(ANA, staff_id=UUID(int=n), name=f"Ana Ruiz {n}") for n in range(10, 40))
    with desk.area(tmp_path) as area:
        settle()
        button(area, "staff_member_29").setFocus()
        settle()
        assert line(area, "pin").visibleRegion().isEmpty()
        button(area, "staff_member_29").click()
        assert not line(area, "pin").visibleRegion().isEmpty()
        assert text(area, "pin_label") == "PIN of Ana Ruiz 39"
