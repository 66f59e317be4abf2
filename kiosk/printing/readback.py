"""Reads printed codes back with a scanner library, before anything counts as printed (F3)."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

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

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)  # not every format of Qt's is known to the library
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [barcode.text for barcode in found]


def unread(pdf: Path | bytes, slips: Sequence[Slip]) -> list[Slip]:
    """The slips whose page does not read back as exactly its own link."""
    pages = read_codes(pdf)
    return [slip for number, slip in enumerate(slips) if pages[number : number + 1] != [[slip.link]]]


def _render(page: object, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / 72, grayscale=True)  # type: ignore[attr-defined]  # pypdfium2 has no types
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8
    ).copy()
    bitmap.close()
    return image
