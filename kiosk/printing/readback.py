"""Reads printed codes back with a scanner library, before anything counts as printed (F3)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.printing.sheet import LETTER_SLIPS, Paper, Place
from kiosk.printing.slip import Slip

DPI: Final = 203
"""The coarsest printer we print to."""

_PDFIUM: Final = threading.Lock()
"""PDFium is not thread-safe, and slips are read back in workers."""


def read_codes(pdf: Path | bytes, dpi: int = DPI) -> list[list[str]]:
    """Render each page and decode its QR codes: a list of texts a page."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [decode(_render(page, dpi)) for page in document]
        finally:
            document.close()


def decode(image: QImage) -> list[str]:
    """The texts of all QR codes in a picture."""
    import zxingcpp

    if image.isNull():
        return []

    # Model 2, or a small pattern within a code is now and then taken for a Micro QR code besides.
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)  # not every format of Qt's is known to the library
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2))
    return [barcode.text for barcode in found]


def unread(
    pdf: Path | bytes,
    slips: Sequence[Slip],
    paper: Paper = LETTER_SLIPS,
    dpi: int = DPI,
    each: Callable[[int], None] = lambda done: None,
) -> list[Slip]:
    """The slips whose place on the paper does not read back as exactly their own link.

    ``each`` hears after every page how many were read.
    """
    import pypdfium2

    wrong: list[Slip] = []
    done = 0
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number, places in enumerate(paper.pages(slips)):
                picture = _render(document[number], dpi) if number < len(document) else QImage()
                read = [decode(picture.copy(_area(paper, place, dpi))) for place in places]
                wrong += [place.slip for place, texts in zip(places, read, strict=True) if texts != [place.slip.link]]
                done += len(places)
                each(done)
        finally:
            document.close()
    return wrong


def _area(paper: Paper, place: Place, dpi: int) -> QRect:
    """Where a label lies on the picture of its page."""
    left, top = paper.layout.cell(place.index)
    width, height = paper.layout.cell_size
    edges = (left + paper.offset.x, top + paper.offset.y, width, height)
    return QRect(*(round(edge * dpi / 25.4) for edge in edges))


def _render(page: object, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / 72, grayscale=True)  # type: ignore[attr-defined]  # pypdfium2 has no types
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
    ).copy()
    bitmap.close()
    return image
