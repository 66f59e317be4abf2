"""The staff as a table: name, role, whether they may sign in here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.domain.staff import Colleague
from kiosk.ui.staff import staff_words
from kiosk.ui.staff.sheet_table import SheetTable
from kiosk.ui.theme import look

__all__ = ["StaffModel", "StaffTable"]

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_FEWEST, _MOST = 2, 8
"""Rows in sight before the table scrolls by itself."""
_FRAME = 16
"""Room for the frame, and for what the style adds to the head."""


class _Column(IntEnum):
    NAME = 0
    ROLE = 1
    STATE = 2


class StaffModel(QAbstractTableModel):
    """The rows as `StaffService.members` gives them."""

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        """Make an empty table; `now` is aware time."""
        super().__init__(parent)
        self._now = now
        self._rows: tuple[Colleague, ...] = ()

    def set_rows(self, rows: Sequence[Colleague]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Colleague | None:
        """The row at a place; None if there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, staff_id: UUID | None) -> int:
        """Where a member stands; 0 if nowhere."""
        return next((at for at, row in enumerate(self._rows) if row.staff_id == staff_id), 0)

    def retranslate(self) -> None:
        """Let every view look up heads and cells again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_Column) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(_Column) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's head."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return _head(_Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers."""
        if role not in _SAID or not index.isValid():
            return None
        row = self._rows[index.row()]
        match _Column(index.column()):
            case _Column.NAME:
                return row.name
            case _Column.ROLE:
                return staff_words.role_word(row.role)
            case _Column.STATE:
                return staff_words.state_word(row, self._now())


class StaffTable(SheetTable):
    """As high as its rows, up to a handful."""

    def __init__(self, model: StaffModel) -> None:
        """Show a model."""
        super().__init__(model, name="staff_list", stretch=_Column.NAME, leaves_first=(_Column.ROLE,), rows=_FEWEST)

    def fit(self) -> None:
        """Measure again."""
        self._rows = max(_FEWEST, min(_MOST, self.model().rowCount()))
        super().fit()
        self.setFixedHeight(self.minimumHeight() + look().space(_FRAME))


def _head(column: _Column) -> str:
    match column:
        case _Column.NAME:
            return QCoreApplication.translate("StaffTable", "Name")
        case _Column.ROLE:
            return QCoreApplication.translate("StaffTable", "Role")
        case _Column.STATE:
            return QCoreApplication.translate("StaffTable", "Signing in here")
