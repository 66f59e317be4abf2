"""The painted rows that are touched instead of small circles and boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from kiosk.ui.icons import pixmap
from kiosk.ui.theme import look
from kiosk.ui.widgets.surface import BREAK, breakable, mirrored, paint_surface

__all__ = ["CheckRow", "RadioRow"]

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object
    """A second Qt base beside QRadioButton or QCheckBox would crash; at run time the shared part is a plain mixin."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class _Row(_Button):
    """The painting and measuring that both kinds of row share; the whole row is the target."""

    _invalid = False

    def _prepare(self, text: str, name: str) -> None:
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text and say the same to a screen reader."""
        super().setText(text.replace("&", "&&"))
        self._shown = breakable(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_invalid(self, invalid: bool) -> None:
        """Draw the row in the colour of errors, or not."""
        self._invalid = invalid
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        """Take a touch anywhere in the row (Qt would take it on mark and text alone)."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """Return the size that shows the text in at most 400 pixels' width."""
        width = min(self.fontMetrics().horizontalAdvance(self._shown) + self._text_left() + look().space(18), 400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would be cut."""
        longest = max(
            (self.fontMetrics().horizontalAdvance(word) for word in self._shown.replace(BREAK, " ").split()), default=0
        )
        return QSize(longest + self._text_left() + look().space(18), look().control)

    def hasHeightForWidth(self) -> bool:
        """Narrow rows grow: their text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text needs; never below the touch target."""
        room = max(width - self._text_left() - look().space(18), 1)
        text = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _WRAP, self._shown)
        return max(look().control, text.height() + look().space(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, ring, mark and text."""
        painter = QPainter(self)
        colours = look().colours
        border = colours.error if self._invalid else colours.brand if self.isChecked() else colours.line
        fill = colours.bed if self.isDown() else colours.card
        paint_surface(
            painter, QRectF(self.rect()), fill=fill, border=border, width=3 if self.isChecked() else 2,
            focused=self.hasFocus(),
        )  # fmt: skip
        size = self._mark_size()
        left = look().space(18)
        mark = QRect(left, (self.height() - size) // 2, size, size)
        text = QRect(self._text_left(), 0, self.width() - self._text_left() - left, self.height())
        if mirrored(self):
            mark.moveLeft(self.width() - left - size)
            text.moveLeft(left)
        self._paint_mark(painter, mark)
        painter.setPen(QColor(colours.ink))
        font = self.font()
        font.setBold(self.isChecked() and isinstance(self, QRadioButton))
        painter.setFont(font)
        painter.drawText(text, _WRAP, self._shown)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: QRect) -> None:
        raise NotImplementedError

    def _mark_size(self) -> int:
        return look().text(30)

    def _text_left(self) -> int:
        return look().space(18) + self._mark_size() + look().space(16)


class RadioRow(_Row, QRadioButton):
    """One answer of several."""

    def __init__(self, text: str, *, name: str, parent: QWidget | None = None) -> None:
        """Make an answer that is not chosen."""
        QRadioButton.__init__(self, parent)
        self._prepare(text, name)

    def _paint_mark(self, painter: QPainter, mark: QRect) -> None:
        colours = look().colours
        painter.setPen(QPen(QColor(colours.brand if self.isChecked() else colours.line), 3))
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(mark.adjusted(2, 2, -2, -2))
        if self.isChecked():
            inset = mark.width() // 4 + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.brand))
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))


class CheckRow(_Row, QCheckBox):
    """A consent with a big tick."""

    def __init__(self, text: str = "", *, name: str, parent: QWidget | None = None) -> None:
        """Make an unticked row."""
        QCheckBox.__init__(self, parent)
        self.setProperty("keepVisible", True)
        self._prepare(text, name)

    def set_error(self, error: str | None) -> None:
        """Mark the row as wrong and say why to a screen reader; the page shows the words above it."""
        self.set_invalid(bool(error))
        self.setAccessibleDescription(error or "")

    def wipe(self) -> None:
        """Take the tick and the error away."""
        self.setChecked(False)
        self.set_error(None)

    def _mark_size(self) -> int:
        return look().text(34)

    def _paint_mark(self, painter: QPainter, mark: QRect) -> None:
        colours, checked = look().colours, self.isChecked()
        painter.setPen(QPen(QColor(colours.brand if checked else colours.line), 3))
        painter.setBrush(QColor(colours.brand if checked else colours.card))
        painter.drawRoundedRect(mark.adjusted(2, 2, -2, -2), 7, 7)
        if checked:
            size = mark.width() - 8
            painter.drawPixmap(mark.left() + 4, mark.top() + 4, pixmap("check", colours.on_brand, size))
