"""Tables of the import page and the settings: the row that was reached tells what is shown beside or below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Signal

from kiosk.ui.staff.fitted_table import FittedTable

__all__ = ["SheetTable"]

_WIDEST: Final = 0.3


class SheetTable(FittedTable):
    """Tells which row the arrows or a touch reached.

    Signals:
        reached: carries the row's number.
    """

    reached = Signal(int)

    def __init__(
        self, model: QAbstractTableModel, *, name: str, stretch: int, leaves_first: Sequence[int], rows: int
    ) -> None:
        """Show a model; at least `rows` rows are in sight."""
        super().__init__(name, model, stretched=stretch, leave_first=leaves_first, rows=rows, widest=_WIDEST)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell where the arrows or a touch went."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(current.row())
