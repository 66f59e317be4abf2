"""A question with its line: label, hint, error, input."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import repolish
from kiosk.ui.widgets.line_edit import FieldKind, PlainLineEdit
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Role, Text

__all__ = ["TextField"]


class TextField(Piece):
    """One line of input under its label; the error stands between label and line, where it is read first.

    The line itself carries the object name given; the whole is `NAME_field`.

    Signals:
        edited: the patient changed the text.
        submitted: Enter was pressed.
    """

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        name: str,
        kind: FieldKind = FieldKind.TEXT,
        *,
        label: str = "",
        hint: str = "",
        limit: int = 100,
        full_at: int = 0,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field.

        Args:
            name: object name of the input line.
            label: shown above, and the line's accessible name.
            hint: shown below the label, and the line's accessible description.
            limit: most characters taken.
            full_at: at this length the digit pad moves on to the next field by itself; 0 for never.
            width: in characters, for answers of a known length; 0 for the whole row.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}_field")
        self.setProperty("keepVisible", True)
        self.edit = PlainLineEdit(kind, name=name, limit=limit)
        self.edit.full_at = full_at
        self._width = width
        self._label = Text(label, Role.LABEL, name=f"{name}_label")
        self._hint = Text(hint, Role.HINT, name=f"{name}_hint")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._label.setBuddy(self.edit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.row = QHBoxLayout()
        self.row.setSpacing(12)
        self.row.addWidget(self.edit, 1)
        if width:
            self.row.addStretch(1)
            self.row.setStretch(0, 0)
        for part in (self._label, self._hint, self._error):
            self._column.addWidget(part)
        self._column.addLayout(self.row)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self.submitted)
        self.set_label(label)
        self.set_hint(hint)
        self.set_error(None)
        self.refresh()

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.edit.text()

    @property
    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def set_text(self, text: str) -> None:
        """Show a text (filtered like typing); it cannot be undone."""
        self.edit.setText(text)

    def set_label(self, label: str) -> None:
        """Name the question, to eyes and to screen readers."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.edit.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Help with the answer."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def set_error(self, error: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        self._error.setText(error or "")
        self._error.setVisible(bool(error))
        self.edit.setProperty("invalid", bool(error))
        repolish(self.edit)
        self._describe()

    def add_below(self, widget: QWidget) -> None:
        """Put something below the line that is to stay in sight with it: a password's rules, a suggestion."""
        self._column.addWidget(widget)

    def wipe(self) -> None:
        """Forget text, undo steps and error."""
        self.edit.wipe()
        self.set_error(None)

    def restyle(self) -> None:
        """Make a short line as wide as its answer."""
        if self._width:
            metrics = self.edit.fontMetrics()
            self.edit.setFixedWidth(metrics.horizontalAdvance("0") * self._width + 56)

    def _describe(self) -> None:
        said = (self._error.text(), self._hint.text())
        self.edit.setAccessibleDescription(". ".join(filter(None, said)))
