"""Tables of people: rows to touch, states as coloured words, columns that step back where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kiosk.ui.staff.empty_note import EmptyNote
from kiosk.ui.staff.style import Pair
from kiosk.ui.theme import look

__all__ = ["PILL_ROLE", "SearchTable"]

PILL_ROLE = Qt.ItemDataRole.UserRole
"""Of a state: its colours, a `Pair`; None for a cell without a state."""

_INDENT = 14
_ROWS_IN_SIGHT = 4


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


class SearchTable(QTableView):
    """Opens a row on a touch, Enter or Space; columns that find no room step back in a fixed order.

    `none` is what it says without rows.

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
        """Show a model.

        Args:
            name: object name.
            stretched: the column that gets what is left.
            state: the column whose cells have a `PILL_ROLE`.
            leave_first: columns that go where there is no room, in this order.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._stretched = stretched
        self._leave_first = tuple(leave_first)
        self.setModel(model)
        self.setItemDelegateForColumn(state, _PillDelegate(self))
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
        self.none = EmptyNote(self)
        self.clicked.connect(self._pressed)

    def fit(self) -> None:
        """Give each column the room of its longest text, the stretched one (a patient's name) what is left."""
        head = self.horizontalHeader()
        columns = range(self.model().columnCount())
        self.verticalHeader().setDefaultSectionSize(max(look().space(48), self.fontMetrics().height() + 22))
        self.setMinimumHeight(head.sizeHint().height() + _ROWS_IN_SIGHT * self.verticalHeader().defaultSectionSize())
        for column in columns:
            self.setColumnHidden(column, False)
        widths = {column: max(self.sizeHintForColumn(column), head.sectionSizeHint(column)) + 12 for column in columns}
        # A long name is cut before a column goes: the name stands whole where its row is opened.
        widths[self._stretched] = min(widths[self._stretched], self.viewport().width() * 2 // 5)
        shown = set(columns)
        for column in self._leave_first:
            if sum(widths[each] for each in shown) <= self.viewport().width():
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the row that the arrows reached."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.row_pressed.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        self.row_pressed.emit(index.row())
