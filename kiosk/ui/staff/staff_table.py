"""The staff as a table: name, role, whether they may sign in here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kiosk.domain.staff import Colleague
from kiosk.ui.staff import staff_words
from kiosk.ui.staff.sheet_table import SheetTable
from kiosk.ui.staff.table_model import SAID, Index, TableModel
from kiosk.ui.theme import look

__all__ = ["StaffModel", "StaffTable"]

_FEWEST, _MOST = 2, 8
"""Rows in sight before the table scrolls by itself."""
_FRAME = 16
"""Room for the frame, and for what the style adds to the head."""


class _Column(IntEnum):
    NAME = 0
    ROLE = 1
    STATE = 2


class StaffModel(TableModel[Colleague, _Column]):
    """The rows as `StaffService.members` gives them."""

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        """Make an empty table; `now` is aware time."""
        super().__init__(_Column, _head, parent)
        self._now = now

    def set_rows(self, rows: Sequence[Colleague]) -> None:
        """Show other rows."""
        self._show(rows)

    def row(self, number: int) -> Colleague | None:
        """The row at a place; None if there is none."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def place_of(self, staff_id: UUID | None) -> int:
        """Where a member stands; 0 if nowhere."""
        return next((at for at, row in enumerate(self._shown) if row.staff_id == staff_id), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers."""
        if role not in SAID or not index.isValid():
            return None
        row = self._shown[index.row()]
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
