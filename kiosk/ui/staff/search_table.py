"""Tables of people: rows to open, states as coloured words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kiosk.ui.staff.fitted_table import FittedTable
from kiosk.ui.staff.style import Pair
from kiosk.ui.theme import look

__all__ = ["PILL_ROLE", "SearchTable"]

PILL_ROLE = Qt.ItemDataRole.UserRole
"""Of a state: its colours, a `Pair`; None for a cell without a state."""

_INDENT = 14
_ROWS_IN_SIGHT = 4
_ROW_HEIGHT = 48
"""Pixels: a state has its own ground, and air around it."""


class _PillDelegate(QStyledItemDelegate):
    """Paints a state as a word on a coloured ground."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell's ground as everywhere, then the word in its box."""
        super().paint(painter, option, index)
        colours = index.data(PILL_ROLE)
        if not isinstance(colours, Pair):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        font = _bold(option)
        metrics = QFontMetrics(font)
        room = area.width() - 2 * _INDENT
        word = metrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(room - look().space(24), look().space(24))
        )
        width = min(metrics.horizontalAdvance(word) + look().space(24), room)
        height = metrics.height() + look().space(8)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - width - _INDENT if mirrored else area.left() + _INDENT
        pill = QRectF(left, area.top() + (area.height() - height) / 2, width, height)
        painter.setPen(QPen(QColor(colours.text), 1) if look().appearance.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(colours.text))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the word in bold and the box around it."""
        word, metrics = str(index.data()), QFontMetrics(_bold(option))
        return QSize(
            metrics.horizontalAdvance(word) + look().space(24) + 2 * _INDENT, metrics.height() + look().space(12)
        )

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the word out where it is painted in its box."""
        super().initStyleOption(option, index)
        if isinstance(index.data(PILL_ROLE), Pair):
            option.text = ""


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


class SearchTable(FittedTable):
    """Opens a row on a touch, Enter or Space.

    Signals:
        row_pressed: carries the number of the row.
    """

    row_pressed = Signal(int)

    def __init__(
        self,
        name: str,
        model: QAbstractTableModel,
        *,
        stretched: int,
        state: int,
        leave_first: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Show a model; `state` is the column whose cells have a `PILL_ROLE`, the rest is `FittedTable`'s."""
        super().__init__(
            name,
            model,
            stretched=stretched,
            leave_first=leave_first,
            rows=_ROWS_IN_SIGHT,
            row_height=_ROW_HEIGHT,
            parent=parent,
        )
        self.setItemDelegateForColumn(state, _PillDelegate(self))
        self.clicked.connect(self._pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the row that the arrows reached."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.row_pressed.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        self.row_pressed.emit(index.row())
