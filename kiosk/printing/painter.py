"""Paints a slip with any QPainter: paper and preview come from the same strokes."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPen, QTextOption

from kiosk.printing import qr
from kiosk.printing.layouts import Layout
from kiosk.printing.slip import OTHER_LANGUAGE, Slip, Words, printable, words
from kiosk.resources import resource

INK: Final = QColor("#16202B")
MUTED: Final = QColor("#4A5866")
LINE: Final = QColor("#B9C2CB")
BRAND: Final = QColor("#0B5C8C")
WHITE: Final = QColor("#FFFFFF")

_MM_PER_POINT: Final = 25.4 / 72
_SMALLEST: Final = 6 * _MM_PER_POINT
"""Millimetres: text that has to shrink stops here."""
_CARD: Final = 66.0
"""Width of the card that holds the code, in millimetres; less than a third of the narrowest sheet."""
_GUTTER: Final = 9.0
_AIR: Final = 8.0
"""Between a fold and what stands below it, in millimetres: folding by hand is not exact."""


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
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cover(slip, own, top)
        self._fold(top, own.fold_back)
        self._inside(slip, own, top, bottom)
        self._fold(bottom, own.fold_in)
        self._below(slip, own, other, bottom)

    def _cover(self, slip: Slip, own: Words, height: float) -> None:
        """What stays outside: whose it is, and that it is private; the number is inside with the code."""
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        self._box(left, _AIR * 2, 1.6, height - 4 * _AIR, radius=0.8, fill=BRAND)
        left, width = left + 8, width - 8
        name = printable(slip.practice_name)
        y = self._text(name, left, _AIR * 2, width, points=22, bold=True, colour=BRAND, lines=2) + 5
        self._text(own.cover_for.format(name=printable(slip.name)), left, y, width, points=20, bold=True, lines=3)
        self._text(own.cover_private, left, height - 2 * _AIR - 6, width, points=12, colour=MUTED)

    def _inside(self, slip: Slip, own: Words, top: float, bottom: float) -> None:
        left = self._layout.margin
        column = self._layout.width - 2 * left - _CARD - _GUTTER
        y = self._text(own.title, left, top + _AIR, column, points=17, bold=True, colour=BRAND) + 3
        self._steps(own, left, y, column, points=12, air=2.2)
        y = self._text(own.portal, left, bottom - 18, column, points=9, colour=MUTED)
        self._text(printable(slip.host), left, y, column, points=12, bold=True, lines=1)
        self._card(slip, own, left + column + _GUTTER, top + _AIR, bottom - top - 2 * _AIR)

    def _card(self, slip: Slip, own: Words, left: float, top: float, height: float) -> None:
        """The code for scanners and, below it, for people."""
        self._box(left, top, _CARD, height, radius=3, edge=LINE)
        within, width = left + 3, _CARD - 6
        y = self._text(own.code, within, top + 4, width, points=10, colour=MUTED, centred=True)
        size = self._qr_size()
        self._qr(slip.link, left + (_CARD - size) / 2, y)
        grouped = "•••••-•••••-•••••" if self._masked else slip.code.grouped
        y = self._text(grouped, within, y + size, width, points=15.5, bold=True, centred=True, lines=1) + 1
        expires = own.expires.format(date=own.day(slip.expires))
        y = self._text(expires, within, y, width, points=10, centred=True, lines=1) + 1
        number = own.number.format(number=printable(slip.number))
        self._text(number, within, y, width, points=9, colour=MUTED, centred=True, lines=1)

    def _below(self, slip: Slip, own: Words, other: Words, top: float) -> None:
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        half = (width - 12) / 2
        y = self._text(own.notice, left, top + _AIR, half, points=10.5)
        self._text(own.lost, left, y + 4, half, points=10.5, bold=True)
        self._box(left + half + 5.9, top + _AIR, 0.2, self._layout.height - top - 2 * _AIR, radius=0, fill=LINE)
        right = left + half + 12
        y = self._text(other.title, right, top + _AIR, half, points=12, bold=True, colour=BRAND) + 1.5
        y = self._steps(other, right, y, half, points=10, air=1)
        expires = other.expires.format(date=other.day(slip.expires))
        y = self._text(expires, right, y + 1, half, points=10, bold=True)
        self._text(other.notice, right, y + 1.5, half, points=8.5, colour=MUTED)

    def _steps(self, language: Words, left: float, top: float, width: float, *, points: float, air: float) -> float:
        """The numbered steps; returns where they end."""
        disc = points * _MM_PER_POINT * 1.36
        for number, step in enumerate(language.steps, 1):
            self._box(left, top, disc, disc, radius=disc / 2, fill=BRAND)
            digit = points * 0.86
            self._text(str(number), left, top + disc * 0.08, disc, points=digit, bold=True, colour=WHITE, centred=True)
            end = self._text(step, left + disc + 2.5, top, width - disc - 2.5, points=points)
            top = max(end, top + disc) + air
        return top

    def _box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        radius: float,
        edge: QColor | None = None,
        fill: QColor | None = None,
    ) -> None:
        """A rectangle with round corners, in millimetres."""
        self._painter.setPen(QPen(edge, self._px(0.35)) if edge else QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        area = QRectF(self._px(left), self._px(top), self._px(width), self._px(height))
        self._painter.drawRoundedRect(area, self._px(radius), self._px(radius))

    def _fold(self, y: float, hint: str) -> None:
        """A fold line and, below it and so inside, what to do there."""
        pen = QPen(LINE, self._px(0.25), Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.drawLine(0, round(self._px(y)), round(self._px(self._layout.width)), round(self._px(y)))
        margin = self._layout.margin
        self._text(hint, margin, y + 1.2, self._layout.width - 2 * margin, points=7.5, colour=MUTED, centred=True)

    def _qr_size(self) -> float:
        modules = 4 * qr.VERSION + 17 + 2 * qr.QUIET_ZONE
        return modules * qr.module_pixels(self._layout.module, self._dpi) * 25.4 / self._dpi

    def _qr(self, link: str, left: float, top: float) -> None:
        side = qr.module_pixels(self._layout.module, self._dpi)
        x0, y0 = round(self._px(left)), round(self._px(top))
        if self._masked:
            modules, quiet = 4 * qr.VERSION + 17, qr.QUIET_ZONE * side
            self._painter.setPen(QPen(LINE, self._px(0.4)))
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
        """Draw plain text, wrapped (and shrunk to so many lines), and return where it ends, in millimetres."""
        font = QFont()
        font.setFamilies(list(_families()))
        font.setBold(bold)
        font.setPixelSize(max(1, round(self._px(points * _MM_PER_POINT))))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        rect = QRectF(self._px(left), self._px(top), self._px(width), self._px(200))
        self._painter.setFont(font)
        self._painter.setPen(colour)
        used = self._painter.boundingRect(rect, text, option)
        while lines and used.height() > (lines + 0.5) * self._painter.fontMetrics().lineSpacing():
            if font.pixelSize() <= self._px(_SMALLEST):
                break
            font.setPixelSize(font.pixelSize() - max(1, font.pixelSize() // 20))
            self._painter.setFont(font)
            used = self._painter.boundingRect(rect, text, option)
        self._painter.drawText(rect, text, option)
        return top + used.height() * 25.4 / self._dpi

    def _px(self, millimetres: float) -> float:
        return millimetres * self._dpi / 25.4


@cache
def _families() -> tuple[str, ...]:
    """Our typefaces, loaded once and embedded in the PDF; the later ones stand in for letters the first lacks."""
    found: dict[str, None] = {}
    for path in sorted(resource("fonts").glob("*.ttf")):
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))):
            found[family] = None
    return (*found, QFont().family())
