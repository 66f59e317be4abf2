"""The PIN: a line of dots and a pad of digits, for fingers and for real keys alike."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.ui.widgets import Action, Piece, Role, Text

__all__ = ["PinLine", "PinPad"]

_MOST_DIGITS = 12
_ROWS = ("123", "456", "789")


class PinLine(QLineEdit):
    """Takes up to twelve digits, shows dots, gives nothing away: no copying, no menu, no drops, no undo.

    It is no `PlainLineEdit`, so that the keyboard of the window leaves it alone: the pad stands beside it.
    """

    def __init__(self, name: str = "pin", parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_MOST_DIGITS)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhDigitsOnly
        )
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)

    def take(self) -> str:
        """Return the PIN and forget it, undo steps included."""
        typed = self.text()
        self.setText("")
        return typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Neither copying nor pasting: a PIN is known by heart."""
        standard = QKeySequence.StandardKey
        if any(event.matches(key) for key in (standard.Copy, standard.Cut, standard.Paste, standard.Undo)):
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Swallow it: here Qt would paste from X11's second clipboard."""
        event.accept()


class PinPad(Piece):
    """The line with its label, its error, and the pad; the keys are named NAME_key_0 … NAME_key_9 and NAME_delete.

    Signals:
        entered: Enter, or "Sign in".
    """

    entered = Signal()

    def __init__(self, name: str = "pin") -> None:
        """Make an empty pad."""
        super().__init__()
        self.setObjectName(f"{name}_pad")
        self._name = name
        self._what = ""
        self.line = PinLine(name)
        self.line.setProperty("staff", True)
        self._label = Text("", Role.LABEL, name=f"{name}_label")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._delete = Action("", name=f"{name}_delete", icon="delete")
        self._enter = Action("", name=f"{name}_enter", icon="check")
        self._build()
        self.line.returnPressed.connect(self.entered)
        self._delete.clicked.connect(self.line.backspace)
        self._enter.clicked.connect(self.entered)
        self.set_error("")
        self.refresh()

    @property
    def error(self) -> str:
        """The sentence shown, or ""."""
        return self._error.text()

    def set_error(self, error: str) -> None:
        """Say why the PIN did not open the door, or nothing."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.line.setAccessibleDescription(error)

    def set_label(self, what: str) -> None:
        """Say which PIN is asked for."""
        self._what = what
        self.retranslate()

    def press(self, digit: str) -> None:
        """Type a digit."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(digit)

    def retranslate(self) -> None:
        """Look up the label and what the two signs mean."""
        self._label.setText(self._what or self.tr("PIN"))
        self.line.setAccessibleName(self._label.text())
        self._delete.setText(self.tr("Delete"))
        self._enter.setText(self.tr("Enter"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._label, self._error, self.line):
            column.addWidget(part)
        keys = QWidget()
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a pad of digits is the same everywhere
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        column.addSpacing(8)
        column.addWidget(keys)
        for row, digits in enumerate(_ROWS):
            for at, digit in enumerate(digits):
                grid.addWidget(self._key(digit), row, at)
        grid.addWidget(self._delete, len(_ROWS), 0)
        grid.addWidget(self._key("0"), len(_ROWS), 1)
        grid.addWidget(self._enter, len(_ROWS), 2)
        for sign in (self._delete, self._enter):
            sign.set_icon_only(True)
            sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _key(self, digit: str) -> Action:
        key = Action(digit, name=f"{self._name}_key_{digit}")
        # The keys take no focus: it stays in the line, where real keys and a screen reader expect it.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(self._typed)
        return key

    def _typed(self) -> None:
        key = self.sender()
        if isinstance(key, Action):
            self.press(key.plain_text)
