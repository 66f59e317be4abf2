"""A date of birth in three boxes, read back with the month's name."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import repolish
from kiosk.ui.widgets.line_edit import FieldKind, PlainLineEdit
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Role, Text

__all__ = ["DateField"]

_PARTS = ("month", "day", "year")
_SYMBOLS = (2, 2, 4)
_LONE_FROM = (2, 4, 10_000)


class DateField(Piece):
    """Month, Day, Year: typed as digits, shown back as "March 27, 1984" (rule S2).

    The boxes are named NAME_month, NAME_day, NAME_year. On the digit pad a full box moves on by itself; Backspace in
    an empty box walks back.

    Signals:
        edited: the patient changed a box.
        submitted: Enter was pressed in the last box.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, name: str, *, label: str = "", parent: QWidget | None = None) -> None:
        """Make three empty boxes under `label`."""
        super().__init__(parent)
        self.setObjectName(f"{name}_field")
        self.setProperty("keepVisible", True)
        self._label = Text(label, Role.LABEL, name=f"{name}_label")
        self._hint = Text("", Role.HINT, name=f"{name}_hint")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._shown = Text("", Role.STRONG, name=f"{name}_shown")
        self._part_labels = tuple(Text("", Role.HINT) for _ in _PARTS)
        self.boxes = tuple(
            PlainLineEdit(FieldKind.DIGITS, name=f"{name}_{part}", limit=limit)
            for part, limit in zip(_PARTS, _SYMBOLS, strict=True)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for text in (self._label, self._hint, self._error):
            column.addWidget(text)
        column.addLayout(self._row())
        self._connect()
        self.setFocusProxy(self.boxes[0])
        self.set_error(None)
        self.refresh()

    def parts(self) -> tuple[str, str, str]:
        """Return month, day and year as typed."""
        month, day, year = (box.text() for box in self.boxes)
        return month, day, year

    def set_parts(self, parts: tuple[str, str, str]) -> None:
        """Show a date given as month, day, year."""
        for box, text in zip(self.boxes, parts, strict=True):
            box.setText(text)
        self._show_back()

    def set_label(self, label: str) -> None:
        """Name the question."""
        self._label.setText(label)
        self.retranslate()

    @property
    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def set_error(self, error: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        self._error.setText(error or "")
        self._error.setVisible(bool(error))
        for box in self.boxes:
            box.setProperty("invalid", bool(error))
            box.setAccessibleDescription(error or self._hint.text())
            repolish(box)

    def wipe(self) -> None:
        """Forget all boxes, their undo steps, the date shown and the error."""
        for box in self.boxes:
            box.wipe()
        self._show_back()
        self.set_error(None)

    def retranslate(self) -> None:
        """Look up the boxes' names and the month's."""
        self._hint.setText(self.tr("For example, 3 27 1984"))
        names = (self.tr("Month"), self.tr("Day"), self.tr("Year"))
        for label, box, name in zip(self._part_labels, self.boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(", ".join(filter(None, (self._label.text(), name))))
            box.setAccessibleDescription(self._error.text() or self._hint.text())
        self._show_back()

    def restyle(self) -> None:
        """Make each box as wide as its digits."""
        for box, digits in zip(self.boxes, _SYMBOLS, strict=True):
            box.setFixedWidth(box.fontMetrics().horizontalAdvance("0") * (digits + 1) + 48)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for label, box in zip(self._part_labels, self.boxes, strict=True):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(label)
            part.addWidget(box)
            row.addLayout(part)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self._shown.setContentsMargins(0, 0, 0, 16)
        row.addWidget(self._shown, 1)
        return row

    def _connect(self) -> None:
        month, day, year = self.boxes
        for box, length, lone in zip(self.boxes, (2, 2, 4), _LONE_FROM, strict=True):
            box.full_at, box.lone_from = length, lone
            box.textEdited.connect(self._edited)
        day.walked_back.connect(month.setFocus)
        year.walked_back.connect(day.setFocus)
        month.returnPressed.connect(day.setFocus)
        day.returnPressed.connect(year.setFocus)
        year.returnPressed.connect(self.submitted)

    def _edited(self) -> None:
        self._show_back()
        self.edited.emit()

    def _show_back(self) -> None:
        month, day, year = (int(text) if text else 0 for text in self.parts())
        date = QDate(year, month, day) if year >= 1000 else QDate()
        # The order of the words is the language's, so the format is a text like any other.
        self._shown.setText(QLocale().toString(date, self.tr("MMMM d, yyyy", "date format")) if date.isValid() else "")
