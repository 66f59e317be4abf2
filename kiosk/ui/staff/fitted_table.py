"""The tables of the staff area: whole rows to touch, columns as wide as what they hold, one of them with the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget

from kiosk.ui.staff.empty_note import EmptyNote
from kiosk.ui.theme import look

__all__ = ["FittedTable"]

_MEASURED = 100
"""Rows that are measured for a column's width: of thousands it would be felt with every key."""


class FittedTable(QTableView):
    """Where there is no room columns step back in a fixed order; `none` is what the table says without rows."""

    def __init__(
        self,
        name: str,
        model: QAbstractTableModel,
        *,
        stretched: int,
        leave_first: Sequence[int],
        rows: int,
        row_height: int = 44,
        widest: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            name: object name.
            stretched: the column that gets what is left.
            leave_first: columns that go where there is no room, in this order.
            rows: so many are in sight at least.
            row_height: in pixels, at least, at 100 % text.
            widest: largest part of the table that a column takes beside the stretched one.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._stretched, self._leave_first = stretched, tuple(leave_first)
        self._rows, self._row_height, self._widest = rows, row_height, widest
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move within
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(40)
        head.setResizeContentsPrecision(_MEASURED)
        self.none = EmptyNote(self)

    def fit(self) -> None:
        """Give each column the room of its longest text, the stretched one what is left."""
        head, columns, room = self.horizontalHeader(), range(self.model().columnCount()), self.viewport().width()
        height = max(look().space(self._row_height), self.fontMetrics().height() + look().space(18))
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(head.sizeHint().height() + self._rows * height)
        for column in columns:
            self.setColumnHidden(column, False)
        most = int(room * self._widest)
        widths = {c: min(most, max(self.sizeHintForColumn(c), head.sectionSizeHint(c)) + 12) for c in columns}
        # A long text is cut before a column goes: it stands whole where its row is opened.
        widths[self._stretched] = min(widths[self._stretched], room * 2 // 5, most)
        shown = set(columns)
        for column in self._leave_first:
            if sum(widths[each] for each in shown) <= room:
                break
            shown.discard(column)
        for column in columns:
            self.setColumnHidden(column, column not in shown)
            if column == self._stretched:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(column, widths[column])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.fit()
