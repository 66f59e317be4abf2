"""What the staff's tables share: rows that are replaced as a whole, columns of an enum, heads looked up when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

__all__ = ["SAID", "Index", "TableModel"]

C = TypeVar("C", bound=IntEnum)
R = TypeVar("R")

Index = QModelIndex | QPersistentModelIndex
SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
"""A cell's text, and what a screen reader says: the same."""

_ROOT = QModelIndex()


class TableModel(QAbstractTableModel, Generic[R, C]):
    """A table whose rows are `_shown`; who inherits says in `data` what stands in a cell."""

    def __init__(self, columns: type[C], head: Callable[[C], str], parent: QObject | None = None) -> None:
        """Make an empty table; `head` looks a column's head up."""
        super().__init__(parent)
        self._columns = columns
        self._head = head
        self._shown: tuple[R, ...] = ()

    def retranslate(self) -> None:
        """Let every view look up heads and cells again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._changed()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's head."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return self._head(self._columns(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def _show(self, rows: Iterable[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._shown = tuple(rows)
        self.endResetModel()

    def _changed(self) -> None:
        """Let every view look up the cells again."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self._columns) - 1))
