"""What every paper is painted with: boxes, texts and QR codes, in millimetres; paper and preview share the strokes."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPen, QTextOption

from kiosk.printing import qr
from kiosk.resources import resource

INK: Final = QColor("#16202B")
MUTED: Final = QColor("#4A5866")
LINE: Final = QColor("#B9C2CB")
BRAND: Final = QColor("#0B5C8C")
WHITE: Final = QColor("#FFFFFF")

MM_PER_POINT: Final = 25.4 / 72
_SMALLEST: Final = 6 * MM_PER_POINT
"""Millimetres: text that has to shrink stops here."""


class Strokes:
    """Millimetres in, device pixels out; the QR snaps to whole pixels."""

    def __init__(self, painter: QPainter, dpi: int, *, left: float = 0.0, top: float = 0.0) -> None:
        """Paint with ``painter``, one unit a device pixel.

        Args:
            painter: active; its origin is the page's top left corner.
            dpi: device pixels an inch.
            left, top: where on the page the millimetres begin.
        """
        self._painter = painter
        self._dpi = dpi
        self._left = left
        self._top = top
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        radius: float = 0,
        edge: QColor | None = None,
        fill: QColor | None = None,
    ) -> None:
        """A rectangle with round corners."""
        self._painter.setPen(QPen(edge, self.px(0.35)) if edge else QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        area = QRectF(self._x(left), self._y(top), self.px(width), self.px(height))
        self._painter.drawRoundedRect(area, self.px(radius), self.px(radius))

    def line(self, from_x: float, from_y: float, to_x: float, to_y: float, *, dashed: bool = False) -> None:
        """A thin line."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(LINE, self.px(0.25), style))
        ends = (self._x(from_x), self._y(from_y), self._x(to_x), self._y(to_y))
        self._painter.drawLine(*(round(end) for end in ends))

    def qr_size(self, module: float) -> float:
        """Side of a code with its quiet zone, for modules of about so many millimetres."""
        modules = 4 * qr.VERSION + 17 + 2 * qr.QUIET_ZONE
        return modules * qr.module_pixels(module, self._dpi) * 25.4 / self._dpi

    def qr(self, link: str | None, module: float, left: float, top: float) -> None:
        """The code of ``link``; None leaves its place empty, with a line around (no code stands on a screen)."""
        side = qr.module_pixels(module, self._dpi)
        x0, y0 = round(self._x(left)), round(self._y(top))
        if link is None:
            modules, quiet = 4 * qr.VERSION + 17, qr.QUIET_ZONE * side
            self._painter.setPen(QPen(LINE, self.px(0.4)))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(x0 + quiet, y0 + quiet, modules * side, modules * side)
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

    def text(
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
        cut: bool = False,
    ) -> float:
        """Draw plain text, wrapped (and shrunk to so many lines), and return where it ends, in millimetres.

        With ``cut``, what does not even fit when it is smallest ends in an ellipsis.
        """
        font = QFont()
        font.setFamilies(list(_families()))
        font.setBold(bold)
        font.setPixelSize(max(1, round(self.px(points * MM_PER_POINT))))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        rect = QRectF(self._x(left), self._y(top), self.px(width), self.px(200))
        self._painter.setFont(font)
        self._painter.setPen(colour)
        used = self._painter.boundingRect(rect, text, option)
        while lines and used.height() > (lines + 0.5) * self._painter.fontMetrics().lineSpacing():
            if font.pixelSize() <= self.px(_SMALLEST):
                break
            font.setPixelSize(font.pixelSize() - max(1, font.pixelSize() // 20))
            self._painter.setFont(font)
            used = self._painter.boundingRect(rect, text, option)
        if cut and lines and used.height() > (lines + 0.5) * self._painter.fontMetrics().lineSpacing():
            text = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(lines * rect.width()))
            used = self._painter.boundingRect(rect, text, option)
        self._painter.drawText(rect, text, option)
        return top + used.height() * 25.4 / self._dpi

    def steps(
        self, texts: tuple[str, ...], left: float, top: float, width: float, *, points: float, air: float
    ) -> float:
        """The numbered steps; returns where they end."""
        disc = points * MM_PER_POINT * 1.36
        for number, step in enumerate(texts, 1):
            self.box(left, top, disc, disc, radius=disc / 2, fill=BRAND)
            digit = points * 0.86
            self.text(str(number), left, top + disc * 0.08, disc, points=digit, bold=True, colour=WHITE, centred=True)
            end = self.text(step, left + disc + 2.5, top, width - disc - 2.5, points=points)
            top = max(end, top + disc) + air
        return top

    def _x(self, left: float) -> float:
        return self.px(self._left + left)

    def _y(self, top: float) -> float:
        return self.px(self._top + top)

    def px(self, millimetres: float) -> float:
        """Device pixels."""
        return millimetres * self._dpi / 25.4


@cache
def _families() -> tuple[str, ...]:
    """Our typefaces, loaded once and embedded in the PDF; the later ones stand in for letters the first lacks."""
    found: dict[str, None] = {}
    for path in sorted(resource("fonts").glob("*.ttf")):
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))):
            found[family] = None
    return (*found, QFont().family())
