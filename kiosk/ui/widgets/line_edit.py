"""The bare input line: what it lets in, and what it never does."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

__all__ = ["CharacterFilter", "FieldKind", "PlainLineEdit", "filtered"]


class FieldKind(Enum):
    """What is typed into a field: decides which characters pass and which keyboard opens."""

    TEXT = auto()
    NAME = auto()
    EMAIL = auto()
    DIGITS = auto()
    ZIP = auto()
    PHONE = auto()
    CODE = auto()
    USER_ID = auto()
    PASSWORD = auto()


_CODE_GROUP = 5
_JOINERS = "\u200c\u200d"
"""Zero-width joiners: format characters, but part of names in Persian and in the scripts of India."""


def filtered(kind: FieldKind, text: str) -> str:
    """Return `text` with only the characters that the kind of field takes.

    Whether the answer is right is not decided here: on Continue the domain parses it and says why not.
    Control, format, surrogate, private and unassigned characters never pass (Unicode categories C*, Zl, Zp), for a
    paste may carry them unseen; other blanks become plain spaces.
    """
    clean = "".join(map(_plain, unicodedata.normalize("NFC", text)))
    match kind:
        case FieldKind.TEXT | FieldKind.NAME:
            return clean.lstrip()
        case FieldKind.PASSWORD:
            return clean
        case FieldKind.EMAIL | FieldKind.USER_ID:
            return clean.replace(" ", "")
        case FieldKind.DIGITS:
            return _digits(clean)
        case FieldKind.ZIP:
            digits = _digits(clean)[:9]
            return digits if len(digits) <= 5 else f"{digits[:5]}-{digits[5:]}"
        case FieldKind.PHONE:
            return "".join(_decimal(letter) or (letter if letter in "+()-. " else "") for letter in clean)
        case FieldKind.CODE:
            symbols = "".join(letter for letter in clean.upper() if letter.isascii() and letter.isalnum())
            return "-".join(symbols[at : at + _CODE_GROUP] for at in range(0, len(symbols), _CODE_GROUP))


def _plain(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Zs" or letter in "\t\n\r":
        return " "
    return letter if letter in _JOINERS or (category[0] != "C" and category not in ("Zl", "Zp")) else ""


def _decimal(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return "" if value is None else str(value)


def _digits(text: str) -> str:
    return "".join(map(_decimal, text))


class CharacterFilter(QValidator):
    """Applies `filtered` to typing, paste and input methods alike: Qt asks a validator on each of these ways."""

    def __init__(self, kind: FieldKind, limit: int, parent: QWidget) -> None:
        """Filter for a kind of field, at most `limit` characters."""
        super().__init__(parent)
        self._kind = kind
        self._limit = limit

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Return what may stay of `text`, with the cursor behind the same character as before."""
        kept = filtered(self._kind, text)[: self._limit]
        if kept == text:
            return QValidator.State.Acceptable, text, position
        if self._kind in (FieldKind.CODE, FieldKind.ZIP):
            # Count the symbols before the cursor: the dashes come and go by themselves.
            symbols = sum(letter.isalnum() for letter in text[:position])
            position = next(
                (at for at in range(len(kept) + 1) if sum(map(str.isalnum, kept[:at])) == symbols), len(kept)
            )
            if position < len(kept) and kept[position] == "-" and text[position - 1 : position].isalnum():
                position += 1
        else:
            position = len(filtered(self._kind, text[:position]))
        return QValidator.State.Acceptable, kept, min(position, len(kept))


class PlainLineEdit(QLineEdit):
    """An input line for a shared tablet: no menu, no drops, no copying, no completions, no memory.

    Signals:
        walked_back: Backspace was pressed in the empty line.
    """

    walked_back = Signal()

    def __init__(self, kind: FieldKind, *, name: str, limit: int = 100, parent: QWidget | None = None) -> None:
        """Make an empty line named `name` for at most `limit` characters."""
        super().__init__(parent)
        self.kind = kind
        self.full_at = 0
        """At this length the digit pad moves on by itself; 0 for never."""
        self.lone_from = 10
        """A single digit from this one on is full too: no month begins with 2, no day with 4."""
        self.setObjectName(name)
        self.setValidator(CharacterFilter(kind, limit, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        if kind not in (FieldKind.TEXT, FieldKind.NAME):
            hints |= Qt.InputMethodHint.ImhNoAutoUppercase
        if kind in (
            FieldKind.EMAIL,
            FieldKind.CODE,
            FieldKind.DIGITS,
            FieldKind.ZIP,
            FieldKind.PHONE,
            FieldKind.USER_ID,
        ):
            # Addresses, codes and numbers run from left to right in every language.
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            hints |= Qt.InputMethodHint.ImhLatinOnly
        if kind is FieldKind.PASSWORD:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            hints |= Qt.InputMethodHint.ImhHiddenText
        self.setInputMethodHints(hints)

    @property
    def full(self) -> bool:
        """Whether nothing more can follow, so that the digit pad may move on."""
        text = self.text()
        return self.full_at > 0 and (
            len(text) >= self.full_at or (len(text) == 1 and text.isdigit() and int(text) >= self.lone_from)
        )

    def wipe(self) -> None:
        """Forget the text and the undo steps (`clear()` would keep them: Ctrl+Z brings the text back)."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut do nothing; Backspace in an empty line is told to whoever stands before it."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.walked_back.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Swallow it: here Qt would copy the selection to X11's second clipboard, or paste from it."""
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Let no shortcut for copying through either."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut))
        ):
            event.accept()
            return True
        return super().event(event)
