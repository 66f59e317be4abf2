"""What a printer's head would burn: the pages of CUPS's raster, as CUPS's filters made them of ours."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

_MAGIC: Final = b"3SaR"
"""Version 3, not packed, least byte first."""
_HEADER: Final = 1796
_DPI, _MARGINS, _PAGE, _PIXELS, _DEPTH, _ROW = 276, 312, 352, 372, 388, 392
"""Where ``cups_page_header2_t`` of <cups/raster.h> holds them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page.

    Attributes:
        media: width and height of the paper that was asked for, in millimetres.
        picture: the whole paper; white where the head does not reach.
    """

    media: tuple[float, float]
    picture: QImage


def pages(raster: bytes) -> list[Printed]:
    """Read every page."""
    assert raster[:4] == _MAGIC, raster[:4]
    found, at = [], len(_MAGIC)
    while at < len(raster):
        page, at = _page(raster, at)
        found.append(page)
    return found


def _page(raster: bytes, at: int) -> tuple[Printed, int]:
    dpi, _ = struct.unpack_from("<2I", raster, at + _DPI)
    left, bottom = struct.unpack_from("<2I", raster, at + _MARGINS)
    width, height = struct.unpack_from("<2I", raster, at + _PAGE)
    across, down = struct.unpack_from("<2I", raster, at + _PIXELS)
    (depth,), (row,) = struct.unpack_from("<I", raster, at + _DEPTH), struct.unpack_from("<I", raster, at + _ROW)
    assert depth == 1, "a head burns or does not"
    begin = at + _HEADER
    end = begin + row * down
    dots = QImage(raster[begin:end], across, down, row, QImage.Format.Format_Mono)
    dots.setColorTable([0xFFFFFFFF, 0xFF000000])
    whole = QImage(round(width * dpi / 72), round(height * dpi / 72), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(round(left * dpi / 72), whole.height() - round(bottom * dpi / 72) - down, dots)
    painter.end()
    return Printed((width * 25.4 / 72, height * 25.4 / 72), whole), end
