"""Buttons."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.ui.icons import pixmap
from kiosk.ui.theme import look
from kiosk.ui.widgets.surface import BREAK, breakable, mirrored, paint_surface

__all__ = ["Action", "ActionRole"]

_SLACK = 6
"""Wrapped text may come out a few pixels wider than its measure, above all in scripts that join their letters."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class ActionRole(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    PROBLEM = "problem"


class Action(QPushButton):
    """A button whose text wraps instead of being cut off at 200 %, with an icon that follows theme and direction.

    QPushButton knows neither, so it paints itself; to keyboards and screen readers it stays a push button.
    """

    def __init__(
        self,
        text: str = "",
        role: ActionRole = ActionRole.SECONDARY,
        *,
        name: str = "",
        icon: str = "",
        leading: bool = False,
        icon_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            text: shown, and said by screen readers.
            name: object name.
            icon: name of an icon, or "".
            leading: put icon and text at the row's start instead of its middle.
            icon_last: put the icon at the row's end, and write like an input: a button that opens something.
        """
        super().__init__(parent)
        self.role = role
        self._icon_name = icon
        self._icon_only = False
        self._invalid = False
        self._icon_last = icon_last
        self._leading = leading or icon_last or role is ActionRole.PROBLEM
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAutoDefault(False)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text and say the same to a screen reader."""
        super().setText(text.replace("&", "&&"))
        self._plain, self._shown = text, breakable(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def plain_text(self) -> str:
        """The text as given (Qt's own doubles each "&")."""
        return self._plain

    @property
    def icon_name(self) -> str:
        """Name of the icon, or ""."""
        return self._icon_name

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon alone where room is short; the accessible name stays."""
        if icon_only != self._icon_only:
            self._icon_only = icon_only
            self.updateGeometry()
            self.update()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.update()

    def set_invalid(self, invalid: bool) -> None:
        """Draw the border in the colour of errors, or not."""
        self._invalid = invalid
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows the text in one line."""
        width = 2 * self._pad() + self._icon_room()
        if self._text_shown():
            width += self._metrics().horizontalAdvance(self._shown) + _SLACK
        return QSize(max(width, self._height()), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows the longest word."""
        words = self._shown.replace(BREAK, " ").split() if self._text_shown() else []
        longest = max((self._metrics().horizontalAdvance(word) for word in words), default=0)
        width = 2 * self._pad() + self._icon_room() + longest + _SLACK
        return QSize(max(width, self._height()), self._height())

    def hasHeightForWidth(self) -> bool:
        """Narrow buttons grow: their text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text needs."""
        room = width - 2 * self._pad() - self._icon_room()
        text = self._metrics().boundingRect(QRect(0, 0, max(room, 1), 10_000), int(_WRAP), self._shown)
        return max(self._height(), text.height() + look().space(20)) if self._text_shown() else self._height()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, ring, icon and text."""
        painter = QPainter(self)
        colours, primary = look().colours, self.role is ActionRole.PRIMARY
        pressed = self.isDown() or (self.isCheckable() and self.isChecked())
        fill, border = "", ""
        if primary:
            fill = colours.brand_pressed if pressed else colours.brand
        elif self.role is ActionRole.SECONDARY:
            fill, border = (colours.bed if pressed else colours.card), colours.error if self._invalid else colours.line
        elif pressed:
            fill = colours.bed
        paint_surface(
            painter, QRectF(self.rect()), fill=fill, border=border, focused=self.hasFocus(), gap=primary, radius=12
        )
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        icon_size, gap = self._icon_size(), self._gap()
        room = self.width() - 2 * self._pad() - self._icon_room()
        metrics = self._metrics()
        box = metrics.boundingRect(QRect(0, 0, max(room, 1), 10_000), int(_WRAP), self._shown)
        text_width = min(box.width() + 2, room) if self._text_shown() else 0
        whole = text_width + self._icon_room()
        left = self._pad() if self._leading else (self.width() - whole) // 2
        text_left = left + (icon_size + gap if icon_size and text_width else 0)
        icon_left = left
        if self._icon_last:
            text_left, icon_left = left, self.width() - left - icon_size
        if mirrored(self):
            icon_left = self.width() - icon_left - icon_size
            text_left = self.width() - text_left - text_width
        if icon_size:
            ratio = self.devicePixelRatioF()
            flip = mirrored(self) and self._icon_name.startswith("arrow-")
            image = pixmap(self._icon_name, self._colour(), round(icon_size * ratio), mirrored=flip)
            image.setDevicePixelRatio(ratio)
            painter.drawPixmap(icon_left, (self.height() - icon_size) // 2, image)
        if text_width:
            painter.setPen(self._colour())
            painter.setFont(self._font())
            start = Qt.AlignmentFlag.AlignLeading if self._leading else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRect(text_left, 0, text_width, self.height()), int(_WRAP | start), self._shown)

    def _colour(self) -> str:
        colours = look().colours
        if self.role is ActionRole.PRIMARY:
            return colours.on_brand
        if self.role is ActionRole.PROBLEM:
            return colours.error
        return colours.brand if self.role is ActionRole.LINK else colours.ink

    def _font(self) -> QFont:
        font = self.font()
        font.setBold(not self._icon_last)
        font.setUnderline(self.role is ActionRole.PROBLEM)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _text_shown(self) -> bool:
        return bool(self._plain) and not self._icon_only

    def _height(self) -> int:
        return look().space(44) if self.property("staff") else look().control

    def _pad(self) -> int:
        if self.role is ActionRole.PROBLEM:
            return look().space(8)
        if self._icon_last:
            return look().space(18)
        return look().space(14 if self._icon_only or self.role is ActionRole.LINK else 26)

    def _icon_size(self) -> int:
        return look().text(24) if self._icon_name else 0

    def _gap(self) -> int:
        return look().space(10)

    def _icon_room(self) -> int:
        if not self._icon_name:
            return 0
        return self._icon_size() + (self._gap() if self._text_shown() else 0)
