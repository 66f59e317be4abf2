"""Paints the slip that is folded in three."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter

from kiosk.printing.layouts import EXACT, Layout, Offset
from kiosk.printing.slip import Slip, Words, printable
from kiosk.printing.strokes import BRAND, LINE, MUTED, Strokes

HIDDEN: Final = "•••••-•••••-•••••"
"""Instead of the code, on a screen."""

_CARD: Final = 66.0
"""Width of the card that holds the code, in millimetres; less than a third of the narrowest sheet."""
_GUTTER: Final = 9.0
_AIR: Final = 8.0
"""Between a fold and what stands below it, in millimetres: folding by hand is not exact."""


class SlipPainter:
    """Paints on one page."""

    def __init__(
        self,
        painter: QPainter,
        layout: Layout,
        dpi: int,
        *,
        masked: bool = False,
        offset: Offset = EXACT,
    ) -> None:
        """Paint with ``painter``, whose origin is the sheet's top left corner.

        Args:
            painter: active, one unit a device pixel.
            layout: the paper.
            dpi: device pixels an inch.
            masked: leave out the code and its QR: no code stands on a screen (F1).
            offset: of the printer.
        """
        self._ink = Strokes(painter, dpi, left=offset.x, top=offset.y)
        self._layout = layout
        self._masked = masked

    def paint(self, slip: Slip) -> None:
        """Paint the whole slip."""
        top, bottom = self._layout.folds
        own, other = slip.words, slip.other_words
        self._cover(slip, own, top)
        self._fold(top, own.fold_back)
        self._inside(slip, own, top, bottom)
        self._fold(bottom, own.fold_in)
        self._below(slip, own, other, bottom)

    def _cover(self, slip: Slip, own: Words, height: float) -> None:
        """What stays outside: whose it is, and that it is private; the number is inside with the code."""
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        self._ink.box(left, _AIR * 2, 1.6, height - 4 * _AIR, radius=0.8, fill=BRAND)
        left, width = left + 8, width - 8
        name = printable(slip.practice_name)
        y = self._ink.text(name, left, _AIR * 2, width, points=22, bold=True, colour=BRAND, lines=2) + 5
        self._ink.text(own.cover_for.format(name=printable(slip.name)), left, y, width, points=20, bold=True, lines=3)
        self._ink.text(own.cover_private, left, height - 2 * _AIR - 6, width, points=12, colour=MUTED)

    def _inside(self, slip: Slip, own: Words, top: float, bottom: float) -> None:
        left = self._layout.margin
        column = self._layout.width - 2 * left - _CARD - _GUTTER
        y = self._ink.text(own.title, left, top + _AIR, column, points=17, bold=True, colour=BRAND, lines=1)
        if own.guardian:
            y = self._ink.text(own.guardian, left, y + 0.5, column, points=12, bold=True, lines=1)
        portal = bottom - 18
        self._ink.steps(own.steps, left, y + 3, column, points=12, air=2.2, room=portal - y - 3)
        y = self._ink.text(own.portal, left, portal, column, points=9, colour=MUTED)
        self._ink.text(printable(slip.host), left, y, column, points=12, bold=True, lines=1)
        self._card(slip, own, left + column + _GUTTER, top + _AIR, bottom - top - 2 * _AIR)

    def _card(self, slip: Slip, own: Words, left: float, top: float, height: float) -> None:
        """The code for scanners and, below it, for people."""
        self._ink.box(left, top, _CARD, height, radius=3, edge=LINE)
        within, width = left + 3, _CARD - 6
        y = self._ink.text(own.code, within, top + 4, width, points=10, colour=MUTED, centred=True, lines=1)
        size = self._ink.qr_size(self._layout.module)
        link = None if self._masked else slip.link
        self._ink.qr(link, self._layout.module, left + (_CARD - size) / 2, y)
        grouped = HIDDEN if self._masked else slip.code.grouped
        y = self._ink.text(grouped, within, y + size, width, points=15.5, bold=True, centred=True, lines=1) + 1
        expires = own.expires.format(date=own.day(slip.expires))
        y = self._ink.text(expires, within, y, width, points=10, centred=True, lines=1) + 1
        number = own.number.format(number=printable(slip.number))
        self._ink.text(number, within, y, width, points=9, colour=MUTED, centred=True, lines=1)

    def _below(self, slip: Slip, own: Words, other: Words, top: float) -> None:
        left, width = self._layout.margin, self._layout.width - 2 * self._layout.margin
        half = (width - 12) / 2
        y = self._ink.text(own.notice, left, top + _AIR, half, points=10.5)
        self._ink.text(own.lost, left, y + 4, half, points=10.5, bold=True)
        self._ink.box(left + half + 5.9, top + _AIR, 0.2, self._layout.height - top - 2 * _AIR, radius=0, fill=LINE)
        right = left + half + 12
        expires = other.expires.format(date=other.day(slip.expires))
        end = self._layout.height - _AIR - self._ink.height(other.notice, half, points=8.5) - 1.5
        end -= self._ink.height(expires, half, points=10, bold=True) + 1
        y = self._ink.text(other.title, right, top + _AIR, half, points=12, bold=True, colour=BRAND, lines=1)
        if other.guardian:
            y = self._ink.text(other.guardian, right, y, half, points=10, bold=True, lines=1)
        y = self._ink.steps(other.steps, right, y + 1.5, half, points=10, air=1, room=end - y - 1.5)
        y = self._ink.text(expires, right, y + 1, half, points=10, bold=True)
        self._ink.text(other.notice, right, y + 1.5, half, points=8.5, colour=MUTED)

    def _fold(self, y: float, hint: str) -> None:
        """A fold line and, below it and so inside, what to do there."""
        self._ink.line(0, y, self._layout.width, y, dashed=True)
        margin = self._layout.margin
        self._ink.text(hint, margin, y + 1.2, self._layout.width - 2 * margin, points=7.5, colour=MUTED, centred=True)
