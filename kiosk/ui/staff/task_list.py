"""The list of tasks: each row two lines to touch."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.ui.staff.style import task_colours
from kiosk.ui.staff.task_model import SINCE_ROLE, WAITING_ROLE, WHY_ROLE, TaskModel
from kiosk.ui.theme import look

__all__ = ["TaskList"]

_LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


class TaskDelegate(QStyledItemDelegate):
    """Paints who, and below it why and since when."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row; the chosen one has a bar at its start, so that it is not told by colour alone."""
        colours, pad = look().colours, look().space(14)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        painter.fillRect(area, QColor(colours.bed if chosen else colours.card))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(option.direction)
        if chosen:
            left = area.right() - 5 if mirrored else area.left()
            painter.fillRect(QRect(left, area.top(), 6, area.height()), QColor(colours.brand))
        painter.setPen(QPen(QColor(colours.bed), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(pad, look().space(8), -pad, -look().space(8))
        bold = _bold(option.font)
        height = QFontMetrics(bold).lineSpacing()
        top = QRect(inner.left(), inner.top(), inner.width(), height)
        _write(painter, top, str(index.data()), bold, colours.ink)  # a name has the whole line
        below = QRect(inner.left(), top.bottom() + look().space(4), inner.width(), height)
        pill = self._pill(painter, below, str(index.data(SINCE_ROLE)), bool(index.data(WAITING_ROLE)), mirrored)
        room = below.adjusted(pill + pad, 0, 0, 0) if mirrored else below.adjusted(0, 0, -pill - pad, 0)
        _write(painter, room, str(index.data(WHY_ROLE)), option.font, colours.muted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines, never less than a touch target."""
        height = 2 * QFontMetrics(_bold(option.font)).lineSpacing() + look().space(22)
        return QSize(look().text(260), max(height, look().space(44)))

    def _pill(self, painter: QPainter, line: QRect, text: str, waiting: bool, mirrored: bool) -> int:
        """Paint since when at the line's end, on a ground if somebody waits; return its width."""
        colours = task_colours(waiting=waiting)
        font = QFont(painter.font())
        font.setBold(waiting)
        font.setPixelSize(look().text(15))
        metrics = QFontMetrics(font)
        width = min(metrics.horizontalAdvance(text) + look().space(24), line.width() // 2)
        left = line.left() if mirrored else line.right() - width
        box = QRect(left, line.top(), width, line.height())
        if waiting:
            high = look().appearance.high_contrast
            painter.setPen(QPen(QColor(colours.text), 1) if high else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ground))
            painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
        inside = box.adjusted(look().space(10), 0, -look().space(10), 0) if waiting else box
        _write(painter, inside, text, font, colours.text, _LINE if waiting else _END)
        return width


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _write(painter: QPainter, room: QRect, text: str, font: QFont, colour: str, align: int = _LINE) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align | int(Qt.TextFlag.TextSingleLine), shown)


class TaskList(QListView):
    """Opens a task on a touch or with the arrows; Enter goes on to its main action.

    Signals:
        opened: carries the number of the row.
        entered_row: Enter or Space on the row in sight.
    """

    opened = Signal(int)
    entered_row = Signal()

    def __init__(self, model: TaskModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._quiet = False
        self.setObjectName("task_list")
        self.setModel(model)
        self.setItemDelegate(TaskDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the list; arrows move within
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_row(self, row: int) -> None:
        """Choose a row without saying so."""
        self._quiet = True
        self.setCurrentIndex(self.model().index(row, 0))
        self._quiet = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Open what was touched or reached."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.opened.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go on to the task."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit()
            return
        super().keyPressEvent(event)
