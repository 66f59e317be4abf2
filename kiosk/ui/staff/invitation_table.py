"""The table of today's invitations: rows to touch, states as coloured words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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

from kiosk.domain.ports import InvitationProgress
from kiosk.ui.staff.invitation_model import PROGRESS_ROLE, Column, InvitationModel
from kiosk.ui.staff.style import chip_colours
from kiosk.ui.theme import look

__all__ = ["InvitationTable"]

_INDENT = 14
_ROWS_IN_SIGHT = 4
_LEAVES_FIRST = (Column.EXPIRES, Column.BORN, Column.STATUS)


class StateDelegate(QStyledItemDelegate):
    """Paints a state as a word on a coloured ground."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell's ground as everywhere, then the word in its box."""
        word = str(index.data())
        super().paint(painter, option, index)
        progress = index.data(PROGRESS_ROLE)
        if not isinstance(progress, InvitationProgress):
            return
        colours = chip_colours(progress)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        font = _bold(option)
        metrics = QFontMetrics(font)
        width = min(metrics.horizontalAdvance(word) + look().space(24), area.width() - 2 * _INDENT)
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
        """Leave the word out: it is painted in its box."""
        super().initStyleOption(option, index)
        option.text = ""


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setBold(True)
    return font


class InvitationTable(QTableView):
    """Opens a row on a touch, Enter or Space; columns that find no room step back in a fixed order.

    Signals:
        row_pressed: carries the number of the row.
    """

    row_pressed = Signal(int)

    def __init__(self, model: InvitationModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("invitation_table")
        self.setModel(model)
        self.setItemDelegateForColumn(Column.STATUS, StateDelegate(self))
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
        self.clicked.connect(self._pressed)

    def fit(self) -> None:
        """Give each column the room of its longest text, the patient's name what is left."""
        head = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(max(look().space(48), self.fontMetrics().height() + 22))
        self.setMinimumHeight(head.sizeHint().height() + _ROWS_IN_SIGHT * self.verticalHeader().defaultSectionSize())
        for column in Column:
            self.setColumnHidden(column, False)
        widths = {column: max(self.sizeHintForColumn(column), head.sectionSizeHint(column)) + 12 for column in Column}
        # A long name is cut before a column goes: the name stands whole below the table when its row is opened.
        widths[Column.PATIENT] = min(widths[Column.PATIENT], self.viewport().width() * 2 // 5)
        shown = set(Column)
        for column in _LEAVES_FIRST:
            if sum(widths[each] for each in shown) <= self.viewport().width():
                break
            shown.discard(column)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            if column is Column.PATIENT:
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
