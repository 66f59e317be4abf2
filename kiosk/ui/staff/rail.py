"""The navigation of the staff area: a dark rail at the side, or a strip on top where the screen is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from kiosk.ui.icons import pixmap
from kiosk.ui.staff.style import count_colours, rail_colours
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.theme import look
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.surface import mirrored

__all__ = ["Rail", "RailButton"]

_BESIDE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
_MOST = 99
"""The highest number that finds room beside a word; a screen reader hears the true one."""
_WORDS_ALONE = 150
"""Percent: from this text size on a strip has no icons, or it would take half of a low screen."""
_BELOW = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)


class RailButton(QAbstractButton):
    """An entry: an icon with its word beside it, or below it in a strip; there large text stands alone."""

    def __init__(self, *, name: str, icon: str, checkable: bool) -> None:
        """Make an entry without a word yet; `checkable` for those that open a page."""
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plain = ""
        self._icon = icon
        self._below = False
        self._counts = False
        self._count = 0
        self._urgent = ""

    def set_word(self, text: str) -> None:
        """Show a word and say it to a screen reader."""
        self.setText(text.replace("&", "&&"))
        self._plain = text
        self._say()

    def set_count(self, count: int, urgent: str) -> None:
        """Show how many wait behind this entry; `urgent` says of whom somebody waits now, or nothing."""
        self._counts, self._count, self._urgent = True, count, urgent
        self._say()

    def _say(self) -> None:
        count = str(self._count) if self._count else ""
        self.setAccessibleName(", ".join(filter(None, (self._plain, count, self._urgent))))
        self.updateGeometry()
        self.update()

    def set_below(self, below: bool) -> None:
        """Put the word under the icon."""
        self._below = below
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that icon and word need; the word may wrap."""
        metrics, icon, pad = QFontMetrics(self.font()), look().text(24), look().space(14)
        across = metrics.horizontalAdvance(self._plain) + 4
        if self._alone:
            room = look().text(40) if self._count else 0
            return QSize(across + 20 + room, max(look().space(44), metrics.lineSpacing() + pad))
        if self._below:
            return QSize(across + 12, max(look().space(44), icon + metrics.lineSpacing() + pad + 8))
        width = min(across, look().text(170))
        lines = -(-across // width)
        room = look().text(44) if self._counts else 0
        return QSize(width + icon + 3 * pad + room, max(look().space(52), lines * metrics.lineSpacing() + pad))

    @property
    def _alone(self) -> bool:
        return self._below and look().appearance.text_percent >= _WORDS_ALONE

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, ring, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = rail_colours(current=self.isChecked() or self.isDown())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 7, 7)
        self._paint_content(painter, colours.text)
        painter.end()

    def _paint_content(self, painter: QPainter, colour: str) -> None:
        size, pad = look().text(24), look().space(7 if self._below else 14)
        ratio = self.devicePixelRatioF()
        image = pixmap(self._icon, colour, round(size * ratio))
        image.setDevicePixelRatio(ratio)
        painter.setPen(QColor(colour))
        if self._alone:
            painter.drawText(self.rect().adjusted(10, 0, -10, 0), _BESIDE, self._plain)
            self._paint_count(painter, 8)
            return
        if self._below:
            painter.drawPixmap((self.width() - size) // 2, pad, image)
            room = QRect(0, pad + size + 4, self.width(), self.height() - size - pad - 4)
            painter.drawText(room, _BELOW, self._plain)
            self._paint_count(painter, pad)
            return
        icon = QRect(pad, (self.height() - size) // 2, size, size)
        room = QRect(2 * pad + size, 0, self.width() - 2 * pad - size, self.height())
        if mirrored(self):
            icon.moveRight(self.width() - pad)
            room.moveLeft(0)
        painter.drawPixmap(icon.topLeft(), image)
        painter.drawText(room, _BESIDE, self._plain)
        self._paint_count(painter, pad)

    def _paint_count(self, painter: QPainter, pad: int) -> None:
        if not self._count:
            return
        colours, font = count_colours(urgent=bool(self._urgent)), self.font()
        font.setBold(True)
        text = str(self._count) if self._count <= _MOST else f"{_MOST}+"
        metrics = QFontMetrics(font)
        height = metrics.height() + 4
        width = max(height, metrics.horizontalAdvance(text) + look().space(14))
        above = self._below and not self._alone
        top = pad // 2 if above else (self.height() - height) // 2
        left = pad if mirrored(self) and not above else self.width() - width - (4 if above else pad)
        pill = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(colours.text))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """The frame around the entries.

    Signals:
        chosen: carries the slug of a page.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[RailButton], acts: Sequence[RailButton]) -> None:
        """Show entries for pages on top, for acts (lock, leave) at the foot."""
        super().__init__()
        self.setObjectName("staff_rail")
        self._pages = tuple(pages)
        self._acts = tuple(acts)
        self._narrow = False
        self._practice = Text("", name="staff_practice")
        self._practice.setContentsMargins(12, 0, 12, 14)
        self._top, self._foot, self._strip = QVBoxLayout(), QVBoxLayout(), WrappingRow(gap=4)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._practice)
        for part in (self._top, self._foot):
            part.setSpacing(6)
        self._column.addLayout(self._top)
        self._column.addLayout(self._strip)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        for page in pages:
            page.clicked.connect(self._clicked)
        self._fill()

    def set_practice(self, name: str) -> None:
        """Name the practice on top."""
        self._practice.setText(name)

    def set_narrow(self, narrow: bool) -> None:
        """Lie on top of the page instead of standing beside it."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for button in (*self._pages, *self._acts):
            for layout in (self._top, self._foot, self._strip):
                layout.removeWidget(button)
        self._fill()

    def _fill(self) -> None:
        narrow = self._narrow
        self._practice.setVisible(not narrow)
        self._column.setContentsMargins(*((8, 6, 8, 6) if narrow else (12, 20, 12, 16)))
        for button in self._pages:
            (self._strip if narrow else self._top).addWidget(button)
        for button in self._acts:
            (self._strip if narrow else self._foot).addWidget(button)
        for button in (*self._pages, *self._acts):
            button.set_below(narrow)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        if narrow:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.objectName().removeprefix("nav_"))
