"""Tables of the import page: rows to touch, one column that takes the room the others leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView

from kiosk.ui.theme import look

__all__ = ["SheetTable"]

_WIDEST = 0.3
"""Largest part of the table that a column takes beside the stretching one."""


class SheetTable(QTableView):
    """Tells which row the arrows or a touch reached; where the screen is narrow, columns step back in their order.

    Signals:
        reached: carries the row's number.
    """

    reached = Signal(int)

    def __init__(
        self, model: QAbstractTableModel, *, name: str, stretch: int, leaves_first: Sequence[int], rows: int
    ) -> None:
        """Show a model; at least `rows` rows are in sight."""
        super().__init__()
        self.setObjectName(name)
        self._stretch, self._leaves_first, self._rows = stretch, tuple(leaves_first), rows
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move within
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(40)

    def fit(self) -> None:
        """Give each column the room of its longest text, the stretching one the rest."""
        head, count = self.horizontalHeader(), self.model().columnCount()
        self.verticalHeader().setDefaultSectionSize(max(look().space(44), self.fontMetrics().height() + 18))
        self.setMinimumHeight(head.sizeHint().height() + self._rows * self.verticalHeader().defaultSectionSize())
        for column in range(count):
            self.setColumnHidden(column, False)
        most = int(self.viewport().width() * _WIDEST)
        widths = {c: min(most, max(self.sizeHintForColumn(c), head.sectionSizeHint(c)) + 12) for c in range(count)}
        widths[self._stretch] = min(widths[self._stretch], most)
        shown = set(range(count))
        for column in self._leaves_first:
            if sum(widths[each] for each in shown) <= self.viewport().width():
                break
            shown.discard(column)
        for column in range(count):
            self.setColumnHidden(column, column not in shown)
            if column == self._stretch:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(column, widths[column])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.fit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell where the arrows or a touch went."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(current.row())
