"""Input fields: what they let in, what they forget, what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.i18n import Translator
from kiosk.ui.widgets import DateField, FieldKind, PasswordField, PlainLineEdit, RuleChecklist, RuleState, TextField
from kiosk.ui.widgets.line_edit import filtered
from tests.ui.conftest import ManualTimer


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Open a widget as a window that has the keyboard."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
        widget.setFocus()


def field(qtbot: QtBot, kind: FieldKind = FieldKind.TEXT, limit: int = 100) -> TextField:
    """Return an open field."""
    made = TextField("answer", kind, label="Answer", limit=limit)
    shown(qtbot, made)
    return made


@pytest.mark.rule("K3")
def test_wipe_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    """After `wipe` neither Undo nor Redo brings a letter back, and the error is gone."""
    name = field(qtbot)
    QTest.keyClicks(name.edit, "Maria")
    assert name.edit.isUndoAvailable()
    name.set_error("Enter your name")
    name.wipe()
    for standard in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        QTest.keySequence(name.edit, QKeySequence(standard))
        assert name.text == ""
    assert name.error is None


@pytest.mark.rule("K3")
def test_nothing_can_be_copied(qtbot: QtBot, qapp: QApplication) -> None:
    """Copy and cut leave the clipboard as it was: the next patient could paste."""
    clipboard = qapp.clipboard()
    clipboard.setText("before")
    name = field(qtbot)
    name.set_text("Maria")
    name.edit.selectAll()
    for standard in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        QTest.keySequence(name.edit, QKeySequence(standard))
    assert clipboard.text() == "before"
    assert name.text == "Maria"


@pytest.mark.rule("K4")
def test_no_menu_no_drop_no_completer(qtbot: QtBot) -> None:
    """None of the ways by which a line edit reaches the outside exists, and input methods are told to learn nothing."""
    name = field(qtbot)
    assert name.edit.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert name.edit.completer() is None
    assert name.edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert name.edit.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText
    assert not name.edit.acceptDrops()
    assert not name.edit.dragEnabled()


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("kind", "pasted", "kept"),
    [
        (FieldKind.NAME, "Ma\u0000ri\u202ea\u200b\u00adOk\u0007afor", "MariaOkafor"),
        (FieldKind.NAME, "Maria\tde\nla\u00a0Cruz", "Maria de la Cruz"),
        (FieldKind.NAME, "María José Ñandú", "María José Ñandú"),
        (FieldKind.EMAIL, " maria @example.org\n", "maria@example.org"),
        (FieldKind.DIGITS, "a1\u0662b3", "123"),
        (FieldKind.ZIP, "ZIP 021391234x", "02139-1234"),
        (FieldKind.PHONE, "+1 (617) 555-0101 \u2028ext", "+1 (617) 555-0101 "),
        (FieldKind.CODE, "7k9qf 2m9xt-4hc01", "7K9QF-2M9XT-4HC01"),
        (FieldKind.PASSWORD, "Sec#ret 1\u0007", "Sec#ret 1"),
    ],
)
def test_a_paste_is_filtered(qtbot: QtBot, qapp: QApplication, kind: FieldKind, pasted: str, kept: str) -> None:
    """Control and format characters never get in; each kind keeps what may be part of its answer and no more."""
    answer = field(qtbot, kind)
    qapp.clipboard().setText(pasted)
    answer.edit.paste()
    assert answer.text == kept


@given(st.sampled_from(FieldKind), st.text())
def test_filtering_twice_changes_nothing(kind: FieldKind, text: str) -> None:
    """The filter is stable: what it let through it lets through again, so that setting a text keeps it."""
    once = filtered(kind, text)
    assert filtered(kind, once) == once


def test_a_code_groups_itself_and_the_cursor_stays(qtbot: QtBot) -> None:
    """Dashes come by themselves; a symbol typed in the middle goes where the cursor is."""
    code = field(qtbot, FieldKind.CODE, limit=17)
    QTest.keyClicks(code.edit, "7k9qf2m9xt")
    assert code.text == "7K9QF-2M9XT"
    code.edit.setCursorPosition(2)
    QTest.keyClicks(code.edit, "zy")
    assert code.text == "7KZY9-QF2M9-XT"
    assert code.edit.cursorPosition() == 4
    QTest.keyClick(code.edit, Qt.Key.Key_Backspace)
    assert code.text == "7KZ9Q-F2M9X-T"


def test_an_answer_has_an_end(qtbot: QtBot) -> None:
    """Typing and pasting stop at the limit."""
    answer = field(qtbot, limit=5)
    QTest.keyClicks(answer.edit, "abcdefgh")
    assert answer.text == "abcde"


@pytest.mark.rule("K5")
def test_a_screen_reader_hears_label_hint_and_error(qtbot: QtBot) -> None:
    """The line's name is its label, its description holds the error before the hint."""
    answer = field(qtbot)
    answer.set_hint("As on your ID")
    answer.set_error("Enter your name")
    assert answer.edit.accessibleName() == "Answer"
    assert answer.edit.accessibleDescription() == "Enter your name. As on your ID"
    answer.set_error(None)
    assert answer.edit.accessibleDescription() == "As on your ID"


@pytest.mark.rule("S2")
def test_a_date_is_read_back_in_the_patients_language(qtbot: QtBot, qapp: QApplication) -> None:
    """The month's name shows that month and day were not swapped; a change of language keeps the boxes."""
    date = DateField("birth_date", label="Date of birth")
    shown(qtbot, date)
    for box, digits in zip(date.boxes, ("3", "27", "1984"), strict=True):
        QTest.keyClicks(box, digits)
    read_back = date.findChild(QWidget, "birth_date_shown")
    assert read_back is not None
    assert read_back.accessibleName() == "March 27, 1984"
    Translator.install(qapp, "es")
    assert read_back.accessibleName() == "27 de marzo de 1984"
    assert date.parts() == ("3", "27", "1984")


@pytest.mark.rule("S2")
@pytest.mark.parametrize("parts", [("2", "30", "1984"), ("13", "1", "1984"), ("3", "27", "84"), ("", "", "")])
def test_no_date_is_read_back_that_does_not_exist(qtbot: QtBot, parts: tuple[str, str, str]) -> None:
    """Only a day of the calendar with all four digits of the year is shown."""
    date = DateField("birth_date")
    qtbot.addWidget(date)
    date.set_parts(parts)
    read_back = date.findChild(QWidget, "birth_date_shown")
    assert read_back is not None
    assert read_back.accessibleName() == ""


def test_real_keys_never_move_on_by_themselves_but_walk_back(qtbot: QtBot) -> None:
    """With a hardware keyboard a full box keeps the focus; Backspace in an empty one goes to the box before."""
    date = DateField("birth_date")
    shown(qtbot, date)
    month, day, _year = date.boxes
    QTest.keyClicks(month, "12")
    assert month.hasFocus()
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Backspace)
    assert month.hasFocus()
    assert month.text() == "12"


@pytest.mark.rule("K3")
def test_a_wiped_date_is_empty(qtbot: QtBot) -> None:
    """Boxes, undo steps and the date read back are gone."""
    date = DateField("birth_date")
    shown(qtbot, date)
    QTest.keyClicks(date.boxes[0], "12")
    date.set_parts(("3", "27", "1984"))
    date.wipe()
    assert date.parts() == ("", "", "")
    assert not any(box.isUndoAvailable() for box in date.boxes)
    read_back = date.findChild(QWidget, "birth_date_shown")
    assert read_back is not None
    assert read_back.accessibleName() == ""


@pytest.mark.rule("S5")
def test_a_password_is_readable_for_five_seconds_at_most(
    qtbot: QtBot, timer: ManualTimer, timer_factory: Callable[[], ManualTimer]
) -> None:
    """The button "Show" shows it and turns to "Hide"; then dots again after 5 s; no letter flashes."""
    password = PasswordField("password", label="Password", timer_factory=timer_factory)
    shown(qtbot, password)
    button = password.findChild(QWidget, "password_show")
    assert button is not None
    QTest.keyClicks(password.edit, "Secret1")
    assert password.edit.displayText() == password.edit.displayText()[0] * 7
    assert button.accessibleName() == "Show"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert password.edit.displayText() == "Secret1"
    assert button.accessibleName() == "Hide"
    assert timer.asked_for() == 5000
    timer.ring()
    assert password.edit.echoMode() == QLineEdit.EchoMode.Password
    assert button.accessibleName() == "Show"


@pytest.mark.rule("K3")
def test_a_wiped_password_is_hidden_again(qtbot: QtBot, timer_factory: Callable[[], ManualTimer]) -> None:
    """The next patient's password does not start readable."""
    password = PasswordField("password", timer_factory=timer_factory)
    shown(qtbot, password)
    button = password.findChild(QWidget, "password_show")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    password.set_text("Secret1")
    password.wipe()
    assert not password.revealed
    assert password.text == ""


@pytest.mark.rule("S5", "S6", "S7")
def test_a_rule_says_its_state_in_words(qtbot: QtBot) -> None:
    """Colour and mark are not all: a screen reader hears "done" or "broken" with the rule."""
    rules = RuleChecklist(("at least 6 characters", "no special characters"))
    qtbot.addWidget(rules)
    rules.set_states((RuleState.MET, RuleState.BROKEN))
    assert rules.accessibleName() == "at least 6 characters: done. no special characters: broken"
    assert rules.states() == (RuleState.MET, RuleState.BROKEN)


@pytest.mark.rule("K5")
def test_a_change_of_language_keeps_what_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    """Texts of the widgets change at once, the answer and the cursor stay."""
    password = PasswordField("password", label="Password")
    shown(qtbot, password)
    QTest.keyClicks(password.edit, "Secret1")
    password.edit.setCursorPosition(3)
    Translator.install(qapp, "es")
    button = password.findChild(QWidget, "password_show")
    assert button is not None
    assert button.accessibleName() == "Mostrar"
    assert password.text == "Secret1"
    assert password.edit.cursorPosition() == 3


def test_a_field_tells_typing_and_enter(qtbot: QtBot) -> None:
    """`edited` follows each letter, `submitted` the Enter key."""
    answer = field(qtbot)
    with qtbot.waitSignal(answer.edited) as caught:
        QTest.keyClicks(answer.edit, "M")
    assert caught.args == ["M"]
    with qtbot.waitSignal(answer.submitted):
        QTest.keyClick(answer.edit, Qt.Key.Key_Return)


def test_the_line_bears_the_name_given(qtbot: QtBot) -> None:
    """Who drives the screens finds the input itself under the field's name."""
    answer = field(qtbot)
    assert answer.findChild(PlainLineEdit, "answer") is answer.edit
