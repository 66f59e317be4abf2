"""Paints one label: of a sheet, or of a roll. The same words as on a slip, as many as there is room for (F1)."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter

from kiosk.printing.layouts import EXACT, Design, Layout, Offset
from kiosk.printing.painter import HIDDEN
from kiosk.printing.slip import Slip, Words, printable
from kiosk.printing.strokes import BRAND, LINE, MUTED, Line, Strokes

_GAP: Final = 0.4
"""Between two lines of a label, millimetres."""
_TALL: Final = 34.0
"""Millimetres: a label of this height says until when in both languages."""


class LabelPainter:
    """Paints in one cell of a page."""

    def __init__(
        self,
        painter: QPainter,
        layout: Layout,
        dpi: int,
        index: int = 0,
        *,
        masked: bool = False,
        offset: Offset = EXACT,
    ) -> None:
        """Paint with ``painter``, whose origin is the sheet's top left corner.

        Args:
            painter: active, one unit a device pixel.
            layout: the stock.
            dpi: device pixels an inch.
            index: which label of the page, from 0.
            masked: leave out the code and its QR: no code stands on a screen (F1).
            offset: of the printer.
        """
        left, top = layout.cell(index)
        left, top = left + layout.inset_x + offset.x, top + layout.inset_y + offset.y
        self._ink = Strokes(painter, dpi, left=left, top=top, plain=True)
        width, height = layout.cell_size
        self._width, self._height = width - 2 * layout.inset_x, height - 2 * layout.inset_y
        self._layout = layout
        self._masked = masked

    def paint(self, slip: Slip) -> None:
        """Paint the label."""
        if self._layout.design is Design.CARD:
            self._card(slip)
        else:
            self._label(slip)

    def _label(self, slip: Slip) -> None:
        """The QR code left, the words right of it."""
        size = self._ink.qr_size(self._layout.module)
        self._qr(slip, 0, (self._height - size) / 2)
        left, width = size, self._width - size
        beside = max(0.5, (self._height - size) / 2)
        self._ink.column(self._lines(slip), left, beside, width, room=self._height)

    def _lines(self, slip: Slip) -> list[Line]:
        """What stands beside the code, from above."""
        own, other = slip.words, slip.other_words
        tall = self._layout.cell_size[1] >= _TALL
        small = 7 if tall else 6.5
        lines = [
            Line(printable(slip.name), 11 if tall else 9, bold=True, gap=_GAP, cut=True),
            Line(self._code(slip), 11, bold=True, gap=_GAP),
            Line(_terms(own, slip), small, bold=slip.through_guardian, most=3, gap=0 if tall else _GAP),
        ]
        if tall:
            lines.append(Line(_terms(other, slip), small, most=3, gap=_GAP, muted=True))
        lines.append(Line(own.number.format(number=printable(slip.number)), small))
        lines.append(Line(printable(slip.host), small, bold=True, most=2))
        return lines

    def _card(self, slip: Slip) -> None:
        """A label as large as a postcard: steps in two languages, and the code between them."""
        own, other = slip.words, slip.other_words
        width = self._width
        y = self._ink.text(printable(slip.practice_name), 0, 0, width, points=13, bold=True, colour=BRAND, lines=2) + 1
        name = own.cover_for.format(name=printable(slip.name))
        y = self._ink.text(name, 0, y, width, points=13, bold=True, lines=1, cut=True) + 1.5
        y = self._ink.steps(own.steps, 0, y, width, points=9, air=0.8) + 1
        size = self._ink.qr_size(self._layout.module)
        self._ink.line(0, y, width, y)
        y = self._ink.text(own.code, 0, y + 1.5, width, points=9, colour=MUTED, centred=True, lines=1)
        self._qr(slip, (width - size) / 2, y)
        y += size
        y = self._ink.text(self._code(slip), 0, y, width, points=17, bold=True, centred=True, lines=1) + 0.5
        expires = own.expires.format(date=own.day(slip.expires))
        y = self._ink.text(expires, 0, y, width, points=9.5, bold=True, centred=True, lines=1)
        number = own.number.format(number=printable(slip.number))
        y = self._ink.text(number, 0, y, width, points=8.5, colour=MUTED, centred=True, lines=1)
        y = self._ink.text(printable(slip.host), 0, y, width, points=9.5, bold=True, centred=True, lines=1) + 1
        self._ink.line(0, y, width, y)
        y = self._ink.text(other.title, 0, y + 1, width, points=9, bold=True, colour=BRAND, lines=1) + 0.5
        expires = other.expires.format(date=other.day(slip.expires))
        room = self._height - y - self._ink.height(expires, width, points=7.5, bold=True)
        y = self._ink.steps(other.steps, 0, y, width, points=7.5, air=0.5, room=room)
        self._ink.text(expires, 0, y, width, points=7.5, bold=True, lines=1)

    def _qr(self, slip: Slip, left: float, top: float) -> None:
        self._ink.qr(None if self._masked else slip.link, self._layout.module, left, top)

    def _code(self, slip: Slip) -> str:
        return HIDDEN if self._masked else slip.code.grouped


def _terms(own: Words, slip: Slip) -> str:
    """Who activates it, if not the patient, and until when."""
    return " ".join(filter(None, (own.guardian, own.expires.format(date=own.day(slip.expires)))))


class FramePainter:
    """Paints where the labels of a page should lie: the test page that tells a printer's offset."""

    def __init__(self, painter: QPainter, layout: Layout, dpi: int, offset: Offset) -> None:
        """Paint with ``painter``, whose origin is the sheet's top left corner."""
        self._ink = Strokes(painter, dpi, left=offset.x, top=offset.y, plain=True)
        self._layout = layout

    def paint(self, title: str, hint: str) -> None:
        """Paint a frame and a cross a label, a title on the first, and how to measure where there is room."""
        width, height = self._layout.cell_size
        inset_x, inset_y = self._layout.inset_x, self._layout.inset_y
        for index in range(self._layout.per_page):
            left, top = self._layout.cell(index)
            self._ink.box(left + inset_x, top + inset_y, width - 2 * inset_x, height - 2 * inset_y, edge=LINE)
            x, y = left + width / 2, top + height / 2
            self._ink.line(x - 3, y, x + 3, y)
            self._ink.line(x, y - 3, x, y + 3)
        left, top = self._layout.cell(0)
        within = left + inset_x + 1
        y = self._ink.text(title, within, top + inset_y + 0.5, width - 2 * inset_x - 2, points=7, bold=True)
        if height >= _TALL:
            self._ink.text(hint, within, y, width - 2 * inset_x - 2, points=6, colour=MUTED)
