"""The on-screen keyboard, driven by touches alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.i18n import Translator
from kiosk.ui.theme import TEXT_SIZES, Appearance, apply_theme
from kiosk.ui.widgets import DateField, FieldKind, Footer, OnScreenKeyboard, TextField
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.keyboard_layouts import ACCENTS, KIND_LAYOUTS, KeyAction, Layout
from tests.ui.conftest import ManualTimer


@dataclass
class Screen:
    """A window with some fields above a keyboard."""

    window: QWidget
    keyboard: OnScreenKeyboard
    fields: dict[FieldKind, TextField]
    date: DateField

    def focus(self, kind: FieldKind) -> TextField:
        """Touch a field."""
        QTest.mouseClick(self.fields[kind].edit, Qt.MouseButton.LeftButton)
        return self.fields[kind]

    def tap(self, *names: str) -> None:
        """Touch keys, each by its object name."""
        for name in names:
            key = self.keyboard.key(name)
            assert key.isVisible()
            QTest.mouseClick(key, Qt.MouseButton.LeftButton)


@pytest.fixture
def screen(qtbot: QtBot, timer_factory: Callable[[], ManualTimer]) -> Screen:
    """Return an open window with a field of every kind."""
    window = QWidget()
    column = QVBoxLayout(window)
    fields = {kind: TextField(kind.name.lower(), kind, full_at=5) for kind in FieldKind}
    for field in fields.values():
        column.addWidget(field)
    date = DateField("birth_date")
    keyboard = OnScreenKeyboard(timer_factory=timer_factory)
    column.addWidget(date)
    column.addWidget(keyboard)
    qtbot.addWidget(window)
    keyboard.attach(window)
    window.resize(1280, 1280)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Screen(window, keyboard, fields, date)


def type_keys(layout: Layout) -> list[str]:
    """Return the names of all keys of a layout that type something."""
    return [key.name for row in layout.value for key in row if key.action is KeyAction.TYPE]


@pytest.mark.rule("K5")
@pytest.mark.parametrize("kind", list(FieldKind))
def test_each_field_opens_its_layout_and_every_key_types(screen: Screen, kind: FieldKind) -> None:
    """A touched field opens the layout of its kind; each key of it puts its own text into the field."""
    field = screen.focus(kind)
    layout = KIND_LAYOUTS[kind]
    assert screen.keyboard.isVisible()
    for name in type_keys(layout):
        field.wipe()
        key = screen.keyboard.key(name)
        expected = key.typed()
        if expected in "+-()":
            continue
        screen.tap(name)
        assert field.text == expected
        assert field.edit.hasFocus()


def test_every_sign_can_be_typed(screen: Screen) -> None:
    """The symbols layout types each of its signs, and "ABC" leads back to the field's own layout."""
    field = screen.focus(FieldKind.PASSWORD)
    screen.tap("key_symbols", *type_keys(Layout.SYMBOLS))
    assert field.text == "1234567890@#$%&*-+()!\"':;/?,._"
    screen.tap("key_letters")
    for name in type_keys(KIND_LAYOUTS[FieldKind.PASSWORD]):
        assert screen.keyboard.key(name).isVisible()


@pytest.mark.rule("S5")
def test_a_touched_code_pad_types_all_32_symbols(screen: Screen) -> None:
    """The code pad holds each Crockford symbol once and no look-alike."""
    assert sorted(key.text for row in Layout.CODE.value for key in row if key.text) == sorted(
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    )
    code = screen.focus(FieldKind.CODE)
    screen.tap("key_7", "key_K", "key_9", "key_Q", "key_F", "key_2")
    assert code.text == "7K9QF-2"


def test_shift_lasts_one_letter_and_names_begin_large(screen: Screen) -> None:
    """A name's first letter is large by itself; later ones after Shift."""
    name = screen.focus(FieldKind.NAME)
    screen.tap("key_m", "key_a", "key_space", "key_shift", "key_o", "key_k")
    assert name.text == "Ma Ok"


def test_backspace_takes_one_letter(screen: Screen) -> None:
    """Backspace deletes before the cursor."""
    email = screen.focus(FieldKind.EMAIL)
    screen.tap("key_a", "key_u40", "key_b", "key_backspace", "key_dot_com")
    assert email.text == "a@.com"


def test_a_long_press_offers_accents(screen: Screen, timer: ManualTimer) -> None:
    """Holding "n" for half a second shows its accents; the one touched is typed, then the letters are back."""
    name = screen.focus(FieldKind.TEXT)
    QTest.mousePress(screen.keyboard.key("key_n"), Qt.MouseButton.LeftButton)
    assert timer.asked_for() == 500
    timer.ring()
    QTest.mouseRelease(screen.keyboard.key("key_ñ"), Qt.MouseButton.LeftButton, pos=QPoint(-500, -500))
    screen.tap("key_ñ")
    assert name.text == "ñ"
    assert screen.keyboard.key("key_q").isVisible()
    assert all(letter not in accents for letter, accents in ACCENTS.items())


@pytest.mark.rule("K5")
def test_no_key_takes_the_focus(screen: Screen) -> None:
    """Neither touch nor Tab moves the focus into the keyboard: the field would lose its cursor."""
    for layout in Layout:
        screen.keyboard.show_layout(layout)
    keys = screen.keyboard.findChildren(KeyButton)
    assert len(keys) > 100
    assert {key.focusPolicy() for key in keys} == {Qt.FocusPolicy.NoFocus}
    assert screen.keyboard.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert all(key.accessibleName() for key in keys)


@pytest.mark.rule("S2")
def test_the_digit_pad_moves_on_by_itself(screen: Screen) -> None:
    """A full box passes the focus on: "3" and "27" are full, "1" waits for another digit."""
    QTest.mouseClick(screen.date.boxes[0], Qt.MouseButton.LeftButton)
    screen.tap("key_3")
    assert screen.date.boxes[1].hasFocus()
    screen.tap("key_2")
    assert screen.date.boxes[1].hasFocus()
    screen.tap("key_7")
    assert screen.date.boxes[2].hasFocus()
    screen.tap("key_1", "key_9", "key_8", "key_4")
    assert screen.date.parts() == ("3", "27", "1984")


def test_the_digit_pad_walks_back(screen: Screen) -> None:
    """Backspace in an empty box returns to the box before."""
    QTest.mouseClick(screen.date.boxes[0], Qt.MouseButton.LeftButton)
    screen.tap("key_3", "key_backspace")
    assert screen.date.boxes[0].hasFocus()
    screen.tap("key_backspace")
    assert screen.date.parts() == ("", "", "")


def test_a_full_zip_moves_on(screen: Screen) -> None:
    """Five digits fill a ZIP field; a letter field never moves on."""
    zip_code = screen.focus(FieldKind.ZIP)
    screen.tap("key_0", "key_2", "key_1", "key_3")
    assert zip_code.edit.hasFocus()
    screen.tap("key_9")
    assert not zip_code.edit.hasFocus()
    text = screen.focus(FieldKind.TEXT)
    screen.tap(*["key_a"] * 8)
    assert text.edit.hasFocus()


def test_next_goes_to_the_next_field_and_hide_closes(qtbot: QtBot, screen: Screen) -> None:
    """The key "Next" is Tab; "Hide" closes until a field is touched."""
    screen.focus(FieldKind.TEXT)
    screen.tap("key_next")
    assert screen.fields[FieldKind.NAME].edit.hasFocus()
    with qtbot.waitSignal(screen.keyboard.shown_changed) as caught:
        screen.tap("key_hide")
    assert caught.args == [False]
    screen.focus(FieldKind.NAME)
    assert screen.keyboard.isVisible()


@pytest.mark.rule("K5")
def test_a_real_key_closes_it_and_a_touch_opens_it(screen: Screen) -> None:
    """Who has a keyboard of plastic needs the room; who touches again gets ours back."""
    field = screen.focus(FieldKind.TEXT)
    QTest.keyClicks(field.edit, "a")
    assert not screen.keyboard.isVisible()
    screen.fields[FieldKind.NAME].edit.setFocus()
    assert not screen.keyboard.isVisible()
    screen.focus(FieldKind.TEXT)
    assert screen.keyboard.isVisible()


def test_it_closes_where_nothing_is_typed(qtbot: QtBot, screen: Screen) -> None:
    """A button with the focus needs no keyboard."""
    footer = Footer()
    layout = screen.window.layout()
    assert layout is not None
    layout.addWidget(footer)
    footer.set_primary("Continue")
    screen.focus(FieldKind.TEXT)
    footer.focus_primary()
    assert not screen.keyboard.isVisible()


@pytest.mark.rule("K5")
@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280)])
def test_keys_are_large_and_the_page_keeps_half_of_the_screen(
    qtbot: QtBot, qapp: QApplication, percent: int, width: int, height: int
) -> None:
    """In every layout, size and orientation a key is 60 px or more, the keyboard half of the screen or less."""
    apply_theme(qapp, Appearance(percent))
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    keyboard = OnScreenKeyboard()
    column.addWidget(keyboard)
    qtbot.addWidget(window)
    keyboard.attach(window)
    window.resize(width, height)
    keyboard.show_layout(Layout.LETTERS)
    with qtbot.waitExposed(window):
        window.show()
    assert window.width() == width
    for layout in Layout:
        keyboard.show_layout(layout)
        column.activate()
        assert keyboard.height() <= height / 2, layout
        keys = [key for key in keyboard.findChildren(KeyButton) if key.isVisible()]
        assert len(keys) == sum(map(len, layout.value)), layout
        assert min(min(key.height(), key.width()) for key in keys) >= 60, layout


def test_it_runs_from_left_to_right_in_every_language(qtbot: QtBot, qapp: QApplication) -> None:
    """In a right-to-left language the letters keep their places, the words on the keys change."""
    Translator.install(qapp, "qps-rtl")
    keyboard = OnScreenKeyboard()
    qtbot.addWidget(keyboard)
    keyboard.resize(1000, 300)
    with qtbot.waitExposed(keyboard):
        keyboard.show_layout(Layout.LETTERS)
    assert keyboard.key("key_q").x() < keyboard.key("key_w").x()
    assert keyboard.key("key_next").accessibleName() != "Next"
