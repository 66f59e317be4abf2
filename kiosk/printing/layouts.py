"""Papers and labels as data, in millimetres (``resources/print/stocks.toml``). A new stock is a new table there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kiosk.resources import resource


class Design(Enum):
    """What is painted on it."""

    SLIP = "slip"
    LABEL = "label"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Offset:
    """By how much a printer misses, millimetres to the right and down; added to everything painted for it."""

    x: float = 0.0
    y: float = 0.0


EXACT: Final = Offset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A page with one slip, or with labels in columns and rows. Without a grid the label is the whole page.

    Attributes:
        key: its table in the file.
        name: as people call it.
        design: what is painted on it.
        width, height: of the page, as painted.
        media: of the page, for CUPS.
        dpi: at which it is painted.
        module: wanted size of a QR module.
        margin: of a slip, on each side.
        columns, rows: labels on a page.
        label_width, label_height: of one label; 0 is the page's.
        left, top: of the first label.
        step_x, step_y: from one label to the next.
        inset_x, inset_y: at each side of a label, what stays empty.
    """

    key: str
    name: str
    design: Design
    width: float
    height: float
    media: str
    dpi: int
    module: float
    margin: float = 0.0
    columns: int = 1
    rows: int = 1
    label_width: float = 0.0
    label_height: float = 0.0
    left: float = 0.0
    top: float = 0.0
    step_x: float = 0.0
    step_y: float = 0.0
    inset_x: float = 0.0
    inset_y: float = 0.0

    @property
    def folds(self) -> tuple[float, float]:
        """Where a slip is folded, millimetres from the top: the top panel back, the bottom in over the code."""
        return self.height / 3, self.height * 2 / 3

    @property
    def per_page(self) -> int:
        """How many labels, or slips, a page has."""
        return self.columns * self.rows

    @property
    def cell_size(self) -> tuple[float, float]:
        """Width and height of one label."""
        return self.label_width or self.width, self.label_height or self.height

    def cell(self, index: int) -> tuple[float, float]:
        """Left and top of a label, counted from 0 along the rows."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.step_x, self.top + row * self.step_y


def _read() -> dict[str, Layout]:
    tables = tomllib.loads(resource("print", "stocks.toml").read_text("utf-8"))
    return {key: Layout(key=key, **{**table, "design": Design(table["design"])}) for key, table in tables.items()}


LAYOUTS: Final = _read()
LETTER: Final = LAYOUTS["letter"]
