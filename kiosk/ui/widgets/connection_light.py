"""The small light on the patients' screens: connected or not, and nothing else (F6)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.theme import look
from kiosk.ui.widgets.surface import Piece

__all__ = ["EVERY_MS", "ConnectionLight"]

EVERY_MS = 3000
_DOT = 14


class ConnectionLight(Piece):
    """A full dot while connected, a ring while not: the shape tells it without the colour. Hidden until somebody asks.

    It tells no counts and no data, since patients see it.
    """

    def __init__(self) -> None:
        """Make a hidden light."""
        super().__init__()
        self.setObjectName("connection_light")
        self._connected = False
        self._ask: Callable[[], bool] | None = None
        self._timer: Timer | None = None
        self.refresh()
        self.hide()

    @property
    def connected(self) -> bool:
        """What it shows."""
        return self._connected

    def watch(self, ask: Callable[[], bool], timer_factory: Callable[[], Timer] = single_shot_timer) -> None:
        """Ask now and every few seconds; `ask` has to answer at once."""
        self._ask, self._timer = ask, timer_factory()
        self._timer.timeout.connect(self._look)
        self._look()
        self.show()

    def retranslate(self) -> None:
        """Look up the accessible name."""
        self.setAccessibleName(self.tr("Connected") if self._connected else self.tr("Not connected"))

    def restyle(self) -> None:
        """Keep its size beside larger texts."""
        self.setFixedSize(look().space(_DOT) + 8, look().space(_DOT) + 8)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot or the ring."""
        side = look().space(_DOT)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look().colours
        if self._connected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ok))
        else:
            painter.setPen(QPen(QColor(colours.muted), 3))
            rect.adjust(1.5, 1.5, -1.5, -1.5)
        painter.drawEllipse(rect)
        painter.end()

    def _look(self) -> None:
        if self._ask is None or self._timer is None:
            return
        now = self._ask()
        if now != self._connected:
            self._connected = now
            self.retranslate()
            self.update()
        self._timer.start(EVERY_MS)
