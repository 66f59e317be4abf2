"""What every paper is painted with: boxes, texts and QR codes, in millimetres; paper and preview share the strokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPen, QTextOption

from kiosk.printing import qr
from kiosk.resources import resource

INK: Final = QColor("#000000")
MUTED: Final = QColor("#4A5866")
LINE: Final = QColor("#B9C2CB")
BRAND: Final = QColor("#0B5C8C")
WHITE: Final = QColor("#FFFFFF")

MM_PER_POINT: Final = 25.4 / 72
SMALLEST: Final = 6
"""Points: text that has to shrink stops here."""
_SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""By how much a column shrinks, step by step."""
_EDGE: Final = 0.0
"""Where a column begins that is full, millimetres."""
_BEHIND_DISC: Final = 2.5
"""Between a step's number and its words, millimetres."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a column, as large as it wants to be.

    Attributes:
        most: lines that it may take; it shrinks before it takes more.
        gap: below it, millimetres.
        cut: ends in an ellipsis where it does not fit even when it is smallest.
    """

    text: str
    points: float
    bold: bool = False
    most: int = 1
    gap: float = 0.0
    cut: bool = False
    muted: bool = False

    def at(self, scale: float) -> float:
        """Points, shrunk, but not beyond what can be read."""
        return max(SMALLEST, self.points * scale)


class Strokes:
    """Millimetres in, device pixels out; the QR snaps to whole pixels."""

    def __init__(
        self, painter: QPainter, dpi: int, *, left: float = 0.0, top: float = 0.0, plain: bool = False
    ) -> None:
        """Paint with ``painter``, one unit a device pixel.

        Args:
            painter: active; its origin is the page's top left corner.
            dpi: device pixels an inch.
            left, top: where on the page the millimetres begin.
            plain: paint in black alone: a label printer has no grey, it makes dots of it, and of small print rags.
        """
        self._painter = painter
        self._dpi = dpi
        self._left = left
        self._top = top
        self._plain = plain
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
        self._painter.setPen(QPen(self._tone(edge), self.px(0.35)) if edge else QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(self._tone(fill) if fill else Qt.BrushStyle.NoBrush)
        area = QRectF(self._x(left), self._y(top), self.px(width), self.px(height))
        self._painter.drawRoundedRect(area, self.px(radius), self.px(radius))

    def line(self, from_x: float, from_y: float, to_x: float, to_y: float, *, dashed: bool = False) -> None:
        """A thin line."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(self._tone(LINE), self.px(0.25), style))
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
            self._painter.setPen(QPen(self._tone(LINE), self.px(0.4)))
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
        text, rect, used, option = self._laid(text, width, points, bold=bold, centred=centred, lines=lines, cut=cut)
        self._painter.setPen(self._tone(colour))
        self._painter.drawText(rect.translated(self._x(left), self._y(top)), text, option)
        return top + used

    def height(
        self, text: str, width: float, *, points: float, bold: bool = False, lines: int | None = None, cut: bool = False
    ) -> float:
        """How high such a text would be, in millimetres."""
        return self._laid(text, width, points, bold=bold, centred=False, lines=lines, cut=cut)[2]

    def column(self, lines: Sequence[Line], left: float, top: float, width: float, *, room: float) -> None:
        """Lines one below the other, smaller or from further above where they would leave the `room` from 0 on."""
        for top_tried, scale in [(top, 1.0), *((min(top, _EDGE), scale) for scale in _SCALES)]:
            top = top_tried
            if top + sum(self._line_height(line, width, scale) for line in lines) <= room:
                break
        for line in lines:
            self.text(
                line.text,
                left,
                top,
                width,
                points=line.at(scale),
                bold=line.bold,
                colour=MUTED if line.muted else INK,
                lines=line.most,
                cut=line.cut,
            )
            top += self._line_height(line, width, scale)

    def _line_height(self, line: Line, width: float, scale: float) -> float:
        high = self.height(line.text, width, points=line.at(scale), bold=line.bold, lines=line.most, cut=line.cut)
        return high + line.gap * scale

    def _laid(
        self, text: str, width: float, points: float, *, bold: bool, centred: bool, lines: int | None, cut: bool
    ) -> tuple[str, QRectF, float, QTextOption]:
        """Set the font, and return what fits, its room with the origin at 0, its height in millimetres, and how."""
        font = QFont()
        font.setFamilies(list(_families()))
        font.setBold(bold)
        font.setPixelSize(max(1, round(self.px(points * MM_PER_POINT))))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        rect = QRectF(0, 0, self.px(width), self.px(200))
        self._painter.setFont(font)
        used = self._painter.boundingRect(rect, text, option)
        while lines and used.height() > (lines + 0.5) * self._painter.fontMetrics().lineSpacing():
            if font.pixelSize() <= self.px(SMALLEST * MM_PER_POINT):
                break
            font.setPixelSize(font.pixelSize() - max(1, font.pixelSize() // 20))
            self._painter.setFont(font)
            used = self._painter.boundingRect(rect, text, option)
        if cut and lines and used.height() > (lines + 0.5) * self._painter.fontMetrics().lineSpacing():
            text = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(lines * rect.width()))
            used = self._painter.boundingRect(rect, text, option)
        return text, rect, used.height() * 25.4 / self._dpi, option

    def steps(
        self,
        texts: tuple[str, ...],
        left: float,
        top: float,
        width: float,
        *,
        points: float,
        air: float,
        room: float | None = None,
    ) -> float:
        """The numbered steps, in smaller print where there is less `room` than they want; returns where they end."""
        while room and points > SMALLEST and self._steps_height(texts, width, points, air) > room:
            points, air = points - 0.25, air * 0.95
        disc = _disc(points)
        for number, step in enumerate(texts, 1):
            self.box(left, top, disc, disc, radius=disc / 2, fill=BRAND)
            digit = points * 0.86
            self.text(str(number), left, top + disc * 0.08, disc, points=digit, bold=True, colour=WHITE, centred=True)
            end = self.text(step, left + disc + _BEHIND_DISC, top, width - disc - _BEHIND_DISC, points=points)
            top = max(end, top + disc) + air
        return top

    def _steps_height(self, texts: tuple[str, ...], width: float, points: float, air: float) -> float:
        disc = _disc(points)
        beside = width - disc - _BEHIND_DISC
        return sum(max(disc, self.height(text, beside, points=points)) + air for text in texts)

    def _tone(self, colour: QColor) -> QColor:
        return INK if self._plain and colour != WHITE else colour

    def _x(self, left: float) -> float:
        return self.px(self._left + left)

    def _y(self, top: float) -> float:
        return self.px(self._top + top)

    def px(self, millimetres: float) -> float:
        """Device pixels."""
        return millimetres * self._dpi / 25.4


def _disc(points: float) -> float:
    """Across, millimetres, for print of so many points."""
    return points * MM_PER_POINT * 1.36


@cache
def _families() -> tuple[str, ...]:
    """Our typefaces, loaded once and embedded in the PDF; the later ones stand in for letters the first lacks."""
    found: dict[str, None] = {}
    for path in sorted(resource("fonts").glob("*.ttf")):
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))):
            found[family] = None
    return (*found, QFont().family())
