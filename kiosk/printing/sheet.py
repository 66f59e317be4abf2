"""Which slip lies where: pages of labels, the first free label, and the one call that paints a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QPainter

from kiosk.printing.label import LabelPainter
from kiosk.printing.layouts import EXACT, LETTER, Design, Layout, Offset
from kiosk.printing.painter import SlipPainter
from kiosk.printing.slip import Slip

PART: Final = 60
"""Labels a job, or a few less: cancelled or failed, at most so many are printed in vain."""


@dataclass(frozen=True, slots=True)
class Place:
    """A label on a page, from 0, and whose it is."""

    index: int
    slip: Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """On what is printed.

    Attributes:
        layout: the stock.
        first: the first free label of the first page, from 1; what is above the stock's last label counts as that.
        offset: of the printer.
    """

    layout: Layout = LETTER
    first: int = 1
    offset: Offset = EXACT

    def __post_init__(self) -> None:
        """Keep the first free label on the page."""
        object.__setattr__(self, "first", max(1, min(self.first, self.layout.per_page)))

    def part(self, left: int) -> int:
        """How many of `left` slips go into one job: about ``PART``, and so many that a sheet is whole."""
        room = self.layout.per_page
        whole = PART // room * room if room > 1 else PART
        return min(left, max(room, whole) - self.first + 1)

    def after(self, count: int) -> Paper:
        """The same after so many slips were printed."""
        return replace(self, first=(self.first - 1 + count) % self.layout.per_page + 1)

    def pages(self, slips: Sequence[Slip]) -> Iterator[list[Place]]:
        """The pages, each with its labels in order."""
        room = self.layout.per_page
        places = [divmod(number, room) for number in range(self.first - 1, self.first - 1 + len(slips))]
        for page in range(places[-1][0] + 1 if places else 0):
            yield [Place(index, slip) for (number, index), slip in zip(places, slips, strict=True) if number == page]

    def paint(self, painter: QPainter, places: Sequence[Place], dpi: int, *, masked: bool = False) -> None:
        """Paint one page; the origin of ``painter`` is its top left corner, one unit a device pixel."""
        for place in places:
            if self.layout.design is Design.SLIP:
                SlipPainter(painter, self.layout, dpi, masked=masked, offset=self.offset).paint(place.slip)
            else:
                label = LabelPainter(painter, self.layout, dpi, place.index, masked=masked, offset=self.offset)
                label.paint(place.slip)


LETTER_SLIPS: Final = Paper()
"""One folded slip a page of Letter."""
