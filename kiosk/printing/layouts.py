"""Papers as data: sizes, margins and folds in millimetres. A new stock is a new row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A sheet that is folded in three: the top panel back, the bottom panel in, so that the code lies inside.

    Attributes:
        name: as people call it.
        width, height: millimetres.
        margin: millimetres on each side.
        module: wanted size of a QR module, millimetres.
    """

    name: str
    width: float
    height: float
    margin: float = 15.0
    module: float = 1.1

    @property
    def folds(self) -> tuple[float, float]:
        """Where it is folded, millimetres from the top."""
        return self.height / 3, self.height * 2 / 3


LETTER: Final = Layout(name="Letter", width=215.9, height=279.4)
A4: Final = Layout(name="A4", width=210.0, height=297.0)
LAYOUTS: Final = {layout.name: layout for layout in (LETTER, A4)}
