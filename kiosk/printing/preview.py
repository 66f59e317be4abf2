"""A page on the screen, by the same painter as on paper, without its codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.printing.layouts import LETTER, Layout
from kiosk.printing.sheet import Paper
from kiosk.printing.slip import Slip

_DPI: Final = 200
_CUT: Final = QColor("#C9D2DA")


class SlipPreview(QWidget):
    """Shows the first page, as large as there is room."""

    def __init__(self, parent: QWidget | None = None, *, layout: Layout = LETTER) -> None:
        """Show an empty page."""
        super().__init__(parent)
        self._paper = Paper(layout=layout)
        self._slips: Sequence[Slip] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_slip(self, slip: Slip | None) -> None:
        """Show another slip, or none."""
        self.show_slips(() if slip is None else (slip,), self._paper)

    def show_slips(self, slips: Sequence[Slip], paper: Paper) -> None:
        """Show the first page of other slips, or an empty one."""
        self._slips, self._paper = slips, paper
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A third of the paper's size at 100 dpi."""
        return QSize(360, round(360 * self._paper.layout.height / self._paper.layout.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, scaled."""
        layout = self._paper.layout
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / layout.width, self.height() / layout.height)
        sheet_width, sheet_height = layout.width * scale, layout.height * scale
        painter.translate((self.width() - sheet_width) / 2, (self.height() - sheet_height) / 2)
        painter.fillRect(0, 0, round(sheet_width), round(sheet_height), QColor("white"))
        painter.scale(scale * 25.4 / _DPI, scale * 25.4 / _DPI)
        if layout.per_page > 1:
            painter.setPen(QPen(_CUT, 0))
            for index in range(layout.per_page):
                edges = (*layout.cell(index), *layout.cell_size)
                painter.drawRoundedRect(QRectF(*(edge * _DPI / 25.4 for edge in edges)), 12, 12)
        for places in self._paper.pages(self._slips):
            self._paper.paint(painter, places, _DPI, masked=True)
            break
        painter.end()
