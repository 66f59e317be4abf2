"""One key of the on-screen keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kiosk.ui.icons import pixmap
from kiosk.ui.theme import look
from kiosk.ui.widgets.keyboard_layouts import Key, KeyAction
from kiosk.ui.widgets.surface import paint_surface

__all__ = ["KeyButton"]

_ICONS = {KeyAction.BACKSPACE: "delete", KeyAction.SHIFT: "arrow-big-up"}
_REPEATING = (KeyAction.BACKSPACE,)


class KeyButton(QPushButton):
    """A key that never takes the focus from the line it types into."""

    def __init__(self, key: Key) -> None:
        """Make a key with small letters; words come with `set_words`."""
        super().__init__()
        self.key = key
        self._shifted = False
        self._words = key.text
        self.setObjectName(key.name)
        self.setAccessibleName(key.text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAutoRepeat(key.action in _REPEATING)

    def set_words(self, shown: str, said: str) -> None:
        """Name a key that does something: what stands on it, and what a screen reader says."""
        self._words = shown
        self.setAccessibleName(said)
        self.update()

    def set_shifted(self, shifted: bool) -> None:
        """Type capital letters, or small ones."""
        self._shifted = shifted
        self.update()

    def typed(self) -> str:
        """Return what the key types now."""
        text = self.key.text
        return text.upper() if self._shifted and len(text) == 1 and len(text.upper()) == 1 else text

    def sizeHint(self) -> QSize:
        """Take any width the grid gives."""
        return QSize(40, 44)

    def minimumSizeHint(self) -> QSize:
        """Let the grid decide."""
        return QSize(20, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key: pressed and active keys are filled."""
        painter = QPainter(self)
        colours = look().colours
        lit = self.isDown() or (self.key.action is KeyAction.SHIFT and self._shifted)
        fill = colours.brand if lit else colours.card
        ink = colours.on_brand if lit else colours.ink
        paint_surface(painter, QRectF(self.rect()), fill=fill, border=colours.line, width=1.5, radius=8)
        if self.key.action in _ICONS:
            size = min(look().text(26), 40)
            image = pixmap(_ICONS[self.key.action], ink, size)
            painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, image)
        else:
            self._paint_text(painter, ink)
        painter.end()

    def _paint_text(self, painter: QPainter, ink: str) -> None:
        text = self.typed() if self.key.action is KeyAction.TYPE else self._words
        font = self.font()
        font.setBold(True)
        font.setPixelSize(min(look().text(22), 34))
        painter.setFont(font)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        room = self.width() - 8
        while painter.fontMetrics().horizontalAdvance(text) > room and font.pixelSize() > 12:
            font.setPixelSize(font.pixelSize() - 1)
            painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
