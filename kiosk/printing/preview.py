"""A slip on the screen, by the same painter as on paper, without its code."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.printing.layouts import LETTER, Layout
from kiosk.printing.painter import SlipPainter
from kiosk.printing.slip import Slip


class SlipPreview(QWidget):
    """Shows the sheet, as large as there is room."""

    def __init__(self, parent: QWidget | None = None, *, layout: Layout = LETTER) -> None:
        """Show an empty sheet."""
        super().__init__(parent)
        self._layout = layout
        self._slip: Slip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_slip(self, slip: Slip | None) -> None:
        """Show another slip, or none."""
        self._slip = slip
        self.update()

    def sizeHint(self) -> QSize:
        """A third of the paper's size at 100 dpi."""
        return QSize(360, round(360 * self._layout.height / self._layout.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, scaled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / self._layout.width, self.height() / self._layout.height)
        sheet_width, sheet_height = self._layout.width * scale, self._layout.height * scale
        painter.translate((self.width() - sheet_width) / 2, (self.height() - sheet_height) / 2)
        painter.fillRect(0, 0, round(sheet_width), round(sheet_height), QColor("white"))
        if self._slip is not None:
            dpi = 200
            painter.scale(scale * 25.4 / dpi, scale * 25.4 / dpi)
            SlipPainter(painter, self._layout, dpi, masked=True).paint(self._slip)
        painter.end()
