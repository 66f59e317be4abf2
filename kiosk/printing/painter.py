"""Paints a slip with any QPainter: paper and preview come from the same strokes."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPen

from kiosk.printing import qr
from kiosk.printing.layouts import Layout
from kiosk.printing.slip import OTHER_LANGUAGE, Slip, Words, words
from kiosk.resources import resource

INK: Final = QColor("#16202B")
MUTED: Final = QColor("#4A5866")
LINE: Final = QColor("#B9C2CB")

_FONT_FILES: Final = ("AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_700Bold.ttf")
_MM_PER_POINT: Final = 25.4 / 72


class SlipPainter:
    """Paints on one page.

    Millimetres in, device pixels out; the QR snaps to whole pixels.
    """

    def __init__(self, painter: QPainter, layout: Layout, dpi: int, *, masked: bool = False) -> None:
        """Paint with ``painter``, whose origin is the sheet's top left corner.

        Args:
            painter: active, one unit a device pixel.
            layout: the paper.
            dpi: device pixels an inch.
            masked: leave out the code and its QR: no code stands on a screen (``ux.md``).
        """
        self._painter = painter
        self._layout = layout
        self._dpi = dpi
        self._masked = masked

    def paint(self, slip: Slip) -> None:
        """Paint the whole slip."""
        top, bottom = self._layout.folds
        own, other = words(slip.language), words(OTHER_LANGUAGE[slip.language])
        self._cover(slip, own, top)
        self._fold(top, own.fold_back)
        self._inside(slip, own, top, bottom)
        self._fold(bottom, own.fold_in)
        self._below(slip, own, other, bottom)

    def _cover(self, slip: Slip, own: Words, height: float) -> None:
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        y = self._layout.margin
        y = self._text(slip.practice_name, left, y, width, points=13, bold=True, lines=1)
        y = self._text(own.cover_for.format(name=slip.name), left, height * 0.42, width, points=24, bold=True, lines=1)
        y = self._text(own.cover_private, left, y + 2, width, points=12, colour=MUTED)
        self._text(own.number.format(number=slip.number), left, height - 16, width, points=10, colour=MUTED)

    def _inside(self, slip: Slip, own: Words, top: float, bottom: float) -> None:
        left = self._layout.margin
        size = self._qr_size()
        column = self._layout.width - 3 * left - size
        y = self._text(own.title, left, top + 8, column, points=17, bold=True)
        y += 2
        for number, step in enumerate(own.steps, 1):
            self._text(f"{number}.", left, y, 7, points=11.5, bold=True)
            y = self._text(step, left + 7, y, column - 7, points=11.5) + 1.2
        self._text(slip.host, left, bottom - 12, column, points=9, colour=MUTED, lines=1)
        right = self._layout.width - left - size
        self._qr(slip.link, right, top + 7)
        y = top + 7 + size + 1
        y = self._text(own.code, right - 10, y, size + 20, points=9, colour=MUTED, centred=True)
        grouped = "•••••-•••••-•••••" if self._masked else slip.code.grouped
        y = self._text(grouped, right - 10, y, size + 20, points=14, bold=True, centred=True, lines=1)
        self._text(own.expires.format(date=own.day(slip.expires)), right - 10, y, size + 20, points=10, centred=True)

    def _below(self, slip: Slip, own: Words, other: Words, top: float) -> None:
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        half = (width - 10) / 2
        y = self._text(own.notice, left, top + 8, half, points=10, bold=True)
        self._text(own.lost, left, y + 3, half, points=10)
        right = left + half + 10
        y = self._text(other.title, right, top + 8, half, points=11, bold=True) + 1
        for number, step in enumerate(other.steps, 1):
            self._text(f"{number}.", right, y, 5, points=9)
            y = self._text(step, right + 5, y, half - 5, points=9) + 0.6
        y = self._text(other.expires.format(date=other.day(slip.expires)), right, y + 1, half, points=9)
        self._text(other.notice, right, y + 1, half, points=8.5, colour=MUTED)

    def _fold(self, y: float, hint: str) -> None:
        pen = QPen(LINE, self._px(0.25), Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.drawLine(0, round(self._px(y)), round(self._px(self._layout.width)), round(self._px(y)))
        self._text(hint, self._layout.margin, y - 4, 60, points=7, colour=MUTED)

    def _qr_size(self) -> float:
        modules = 4 * qr.VERSION + 17 + 2 * qr.QUIET_ZONE
        return modules * qr.module_pixels(self._layout.module, self._dpi) * 25.4 / self._dpi

    def _qr(self, link: str, left: float, top: float) -> None:
        side = qr.module_pixels(self._layout.module, self._dpi)
        x0, y0 = round(self._px(left)), round(self._px(top))
        if self._masked:
            modules = 4 * qr.VERSION + 17 + 2 * qr.QUIET_ZONE
            self._painter.setPen(QPen(LINE, self._px(0.4)))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(x0, y0, modules * side, modules * side)
            return
        matrix = qr.matrix(link)
        total = len(matrix) * side
        self._painter.fillRect(x0, y0, total, total, Qt.GlobalColor.white)
        for row, modules_of_row in enumerate(matrix):
            start = None
            for column, dark in enumerate([*modules_of_row, False]):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    # One rectangle a run: fewer seams for a printer's anti-aliasing.
                    self._painter.fillRect(
                        x0 + start * side, y0 + row * side, (column - start) * side, side, Qt.GlobalColor.black
                    )
                    start = None

    def _text(
        self,
        text: str,
        left: float,
        top: float,
        width: float,
        *,
        points: float,
        bold: bool = False,
        colour: QColor = INK,
        centred: bool = False,
        lines: int | None = None,
    ) -> float:
        """Draw text, wrapped (or shrunk to one line), and return where it ends, in millimetres."""
        font = QFont(_family())
        font.setBold(bold)
        font.setPixelSize(max(1, round(self._px(points * _MM_PER_POINT))))
        flags = Qt.TextFlag.TextWordWrap | (Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        rect = QRectF(self._px(left), self._px(top), self._px(width), self._px(200))
        self._painter.setFont(font)
        if lines == 1:
            while self._painter.fontMetrics().horizontalAdvance(text) > rect.width() and font.pixelSize() > 8:
                font.setPixelSize(font.pixelSize() - max(1, font.pixelSize() // 20))
                self._painter.setFont(font)
        self._painter.setPen(colour)
        used = self._painter.boundingRect(rect, int(flags), text)
        self._painter.drawText(used if not centred else rect, int(flags), text)
        return top + used.height() * 25.4 / self._dpi

    def _px(self, millimetres: float) -> float:
        return millimetres * self._dpi / 25.4


@cache
def _family() -> str:
    """Our typeface, loaded once; it is embedded in the PDF."""
    loaded = [QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _FONT_FILES]
    families = QFontDatabase.applicationFontFamilies(loaded[0]) if loaded[0] >= 0 else []
    return families[0] if families else QFont().family()
