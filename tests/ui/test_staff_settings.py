"""Settings: one's own PIN, the staff, this device, the scanner test and the licences (F5, K3, K4, K5)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import kiosk
from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import StaffUpdated
from kiosk.domain.screen_service import ScreenChoice
from kiosk.domain.staff import AuditAction, PinThrottle
from kiosk.ui.background import Background
from kiosk.ui.i18n import Translator
from kiosk.ui.staff.area import LOCK_S, StaffArea
from kiosk.ui.staff.settings_screen import show_screen
from kiosk.ui.theme import Appearance, look
from tests.ui.staff_fakes import (
    ANA,
    ANAS_PIN,
    BENS_PIN,
    NOW,
    Desk,
    Timers,
    button,
    line,
    sign_in,
    text,
)
from tests.ui.staff_scenes import settle

pytestmark = pytest.mark.rule("F5")

NEW_PIN = "735120"
CODE = ActivationCode.from_entropy(bytes(range(9)))
MISREAD = CODE.symbols[1] + CODE.symbols[0] + CODE.symbols[2:]


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
    """Return the area of a desk, at its door."""
    with desk.area(tmp_path, timers, can_close=True, can_leave=False) as made:
        yield made


def settings(area: StaffArea, row: int = 1, pin: str = BENS_PIN) -> None:
    """Sign in, Ben unless told otherwise, and open the page."""
    sign_in(area, row, pin)
    button(area, "nav_settings").click()


def type_pin(area: StaffArea, *pins: str) -> None:
    """Type PINs on the pad, one after the other."""
    for pin in pins:
        for digit in pin:
            button(area, f"new_pin_key_{digit}").click()
        button(area, "new_pin_enter").click()


def choose(area: StaffArea, field: str, key: str) -> None:
    """Open a question and press an answer."""
    button(area, field).click()
    button(area, f"{field}_{key}").click()


def sees(area: StaffArea, name: str) -> bool:
    """Whether a widget is in sight."""
    found = area.findChild(QWidget, name)
    assert found is not None, name
    return found.isVisible()


def test_ones_own_pin(area: StaffArea, desk: Desk) -> None:
    """The old one, the new one twice; then the door takes the new one alone."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    assert text(area, "new_pin_label") == "Your PIN now"
    type_pin(area, ANAS_PIN, NEW_PIN, NEW_PIN)
    assert text(area, "own_pin_said").startswith("Your PIN is changed.")
    (body,) = desk.bodies
    assert isinstance(body, StaffUpdated)
    assert (body.staff_id, body.by, body.role, body.active) == (ANA.staff_id, ANA.staff_id, None, None)
    assert desk.acts[-1] is AuditAction.PIN_CHANGED
    button(area, "lock").click()
    sign_in(area, 0, ANAS_PIN)
    assert area.locked
    sign_in(area, 0, NEW_PIN)
    assert not area.locked


@pytest.mark.parametrize(
    ("typed", "said", "asked"),
    [
        ([""], "Type your PIN.", "Your PIN now"),
        ([ANAS_PIN, "12"], "A PIN has 6 to 12 digits.", "New PIN"),
        ([ANAS_PIN, "123456"], "This PIN is too easy", "New PIN"),
        ([ANAS_PIN, NEW_PIN, "735121"], "The two are not the same.", "New PIN"),
        ([ANAS_PIN, ANAS_PIN, ANAS_PIN], "This is the PIN that you have already.", "Your PIN now"),
        (["111213", NEW_PIN, NEW_PIN], "Your PIN now was not right.", "Your PIN now"),
    ],
    ids=["nothing", "short", "run", "different", "same", "wrong"],
)
def test_a_pin_that_is_not_taken_says_why(area: StaffArea, desk: Desk, typed: list[str], said: str, asked: str) -> None:
    """In one sentence at the pad, and asks again from where it can go on; nothing is recorded."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    type_pin(area, *typed)
    assert text(area, "new_pin_error").startswith(said)
    assert text(area, "new_pin_label") == asked
    assert line(area, "new_pin").text() == ""
    assert desk.bodies == []
    type_pin(area, *[ANAS_PIN, NEW_PIN, NEW_PIN][0 if asked == "Your PIN now" else 1 :])
    assert len(desk.bodies) == 1


def test_guessing_is_throttled(area: StaffArea, desk: Desk) -> None:
    """Five wrong ones wait here as at the door, and are noted."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    for _ in range(6):
        type_pin(area, "111213", NEW_PIN, NEW_PIN)
    assert text(area, "new_pin_error") == "Too many wrong PINs. Please wait 60 seconds and try again."
    assert desk.acts.count(AuditAction.PIN_FAILED) == 5
    assert desk.throttles[ANA.staff_id] == PinThrottle(4).failed(NOW)


@pytest.mark.rule("K3")
@pytest.mark.parametrize("way", ["cancel", "escape", "lock", "page"])
def test_a_pin_half_typed_is_forgotten(area: StaffArea, desk: Desk, way: str) -> None:
    """Cancelled, locked or left: no digit stays, and the next time begins with the first question."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    type_pin(area, ANAS_PIN)
    QTest.keyClicks(line(area, "new_pin"), "73")
    if way == "escape":
        QTest.keyClick(line(area, "new_pin"), Qt.Key.Key_Escape)
    else:
        button(area, {"cancel": "pin_step_cancel", "lock": "lock", "page": "nav_enroll"}[way]).click()
    assert line(area, "new_pin").text() == ""
    if way == "lock":
        sign_in(area, 0, ANAS_PIN)
    if way == "page":
        button(area, "nav_settings").click()
    assert not sees(area, "pin_step")
    button(area, "own_pin_change").click()
    assert text(area, "new_pin_label") == "Your PIN now"


def test_silence_locks_while_a_pin_is_typed(area: StaffArea, timers: Timers) -> None:
    """The automatic lock holds here, too."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    type_pin(area, ANAS_PIN, NEW_PIN)
    timers.pass_time(LOCK_S)
    assert area.locked
    assert not sees(area, "pin_step")


@pytest.mark.rule("K5")
def test_a_pin_is_typed_with_real_keys_alone(area: StaffArea, desk: Desk) -> None:
    """Digits anywhere in the step go to the line, Enter goes on; the line shows dots."""
    settings(area, 0, ANAS_PIN)
    button(area, "own_pin_change").click()
    pin = line(area, "new_pin")
    assert pin.hasFocus()
    assert pin.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(button(area, "pin_step_cancel"), Qt.Key(ord(ANAS_PIN[0])))
    QTest.keyClicks(pin, ANAS_PIN[1:] + "\r" + NEW_PIN + "\r" + NEW_PIN + "\r")
    assert len(desk.bodies) == 1


def test_the_screen_goes_on_while_argon2_works(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """With the real background the PIN is taken off the screen's thread; presses meanwhile do nothing."""
    with desk.area(tmp_path, background=Background()) as area:
        qtbot.waitUntil(lambda: area.findChild(QWidget, "staff_member_0") is not None)
        sign_in(area, 0, ANAS_PIN)
        qtbot.waitUntil(lambda: not area.locked)
        button(area, "nav_settings").click()
        button(area, "own_pin_change").click()
        type_pin(area, ANAS_PIN, NEW_PIN, NEW_PIN)
        assert text(area, "new_pin_label") == "One moment …"
        type_pin(area, "999999")
        qtbot.waitUntil(lambda: bool(text(area, "own_pin_said")))
        assert len(desk.bodies) == 1


@pytest.mark.rule("K3")
@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        (CODE.symbols, "The scanner works: this is an activation code."),
        (f"https://portal.example.org/a#{CODE.symbols}", "The scanner works: this is an activation code."),
        (
            f"https://portal.example.org/r#{CODE.symbols}",
            "The scanner works: this is the code of a slip for a new password.",
        ),
        (f"https://evil.example/a#{CODE.symbols}", "The scanner works, but this is not one of our codes."),
        ("4006381333931", "The scanner works, but this is not one of our codes."),
        ("https://portal.example.org/", "The scanner works, but this is not one of our codes."),
        (
            CODE.symbols[1] + CODE.symbols[0] + CODE.symbols[2:],
            "This looks like a code of ours, but was not read right.",
        ),
        ("  ", ""),
    ],
    ids=["bare", "link", "reset slip", "foreign host", "other barcode", "other link", "misread", "blank"],
)
def test_the_scanner_is_tried(area: StaffArea, desk: Desk, scanned: str, said: str) -> None:
    """What it is, without showing it: the line has dots and is empty again; no row, no operation, no text keeps it."""
    settings(area, 0, ANAS_PIN)
    edit = line(area, "scanner_test")
    before = len(desk.audits)
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(edit, scanned)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert text(area, "scanner_said") == said
    assert (edit.text(), edit.isUndoAvailable()) == ("", False)
    assert (len(desk.audits), desk.bodies) == (before, [])
    button(area, "nav_enroll").click()
    assert text(area, "scanner_said") == ""


def test_this_device(area: StaffArea) -> None:
    """What support on the phone asks for."""
    settings(area, 0, ANAS_PIN)
    assert text(area, "device_practice") == "Lakeside Family Practice"
    assert text(area, "device_portal") == "https://portal.example.org"
    assert text(area, "device_role") == "Front desk"
    assert text(area, "device_version") == kiosk.__version__
    assert text(area, "device_sync").startswith("Synced 2 min ago")
    assert len(text(area, "device_id")) == 8


def test_the_licences(area: StaffArea) -> None:
    """Fonts, icons, Qt and the packages, each with its text; read with the keyboard; back is where one came from."""
    settings(area, 0, ANAS_PIN)
    button(area, "about_licences").click()
    shown = area.findChild(QPlainTextEdit, "licences_text")
    assert shown is not None
    for words in (
        "SIL OPEN FONT LICENSE",
        "Lucide",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "cryptography",
        "PySide6",
        "THE SOFTWARE IS PROVIDED",
    ):
        assert words in shown.toPlainText(), words
    assert shown.hasFocus()
    assert shown.isReadOnly()
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.verticalScrollBar().value() > 0
    button(area, "licences_back").click()
    assert button(area, "about_licences").hasFocus()


@pytest.mark.rule("K5")
def test_the_screen_is_made_to_look_otherwise(area: StaffArea, desk: Desk, qapp: QApplication) -> None:
    """Size, contrast and language hold at once, are kept and noted once each; what was typed elsewhere stays."""
    sign_in(area, 0, ANAS_PIN)
    QTest.keyClicks(line(area, "enroll_first"), "Ngozi")
    button(area, "nav_settings").click()
    title = text(area, "staff_title")
    before = len(desk.audits)
    choose(area, "screen_size", "200")
    button(area, "screen_contrast").click()
    choose(area, "screen_language", "es")
    assert look().appearance == Appearance(200, high_contrast=True)
    assert Translator.current(qapp) == "es"
    assert text(area, "staff_title") != title
    assert button(area, "screen_language").accessibleName().endswith(": Español")
    assert desk.screen_choice == ScreenChoice(text_percent=200, high_contrast=True, language="es")
    choose(area, "screen_size", "200")
    noted = [(entry.action, entry.object_id, entry.staff_id) for entry in desk.audits[before:]]
    assert noted == [(AuditAction.SETTINGS_CHANGED, "screen", ANA.staff_id)] * 3
    button(area, "nav_enroll").click()
    assert line(area, "enroll_first").text() == "Ngozi"


@pytest.mark.rule("K5")
def test_what_was_pressed_stays_in_sight(area: StaffArea) -> None:
    """Twice as large, the page is longer; the focus is on the size still, and it is on the screen."""
    settings(area, 0, ANAS_PIN)
    choose(area, "screen_size", "200")
    size = button(area, "screen_size")
    assert size.hasFocus()
    settle()
    assert size.visibleRegion().boundingRect() == size.rect()


@pytest.mark.rule("K5")
def test_a_screen_that_could_not_be_kept(area: StaffArea, desk: Desk) -> None:
    """A full disk does not keep anybody from reading: it holds for now, and that is said; a try that works ends it."""
    settings(area, 0, ANAS_PIN)
    desk.broken = True
    choose(area, "screen_size", "150")
    assert look().appearance.text_percent == 150
    assert text(area, "screen_said").startswith("This could not be saved")
    desk.broken = False
    choose(area, "screen_size", "125")
    assert text(area, "screen_said") == ""


@pytest.mark.rule("K5")
def test_a_tablet_looks_as_its_patient_chose(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Staff choose nothing there: the next patient would find it so."""
    with desk.area(tmp_path, is_desk=False) as area:
        settings(area, 0, ANAS_PIN)
        assert area.findChild(QWidget, "settings_screen") is None


def test_a_look_of_another_version_is_none(qapp: QApplication) -> None:
    """What this one does not know changes nothing, and the desk starts."""
    show_screen(qapp, ScreenChoice(text_percent=175, high_contrast=True, language="tlh"))
    assert look().appearance == Appearance()
    assert Translator.current(qapp) == "en"
