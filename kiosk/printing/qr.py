"""QR codes as matrices: version 4, level M, painted in whole device pixels."""

from __future__ import annotations

from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError

from kiosk.printing.errors import LinkTooLongError

VERSION: Final = 4
QUIET_ZONE: Final = 4
"""Empty modules around the code (ISO/IEC 18004)."""

MIN_MODULE_MM: Final = 0.5


def matrix(text: str) -> list[list[bool]]:
    """The code with its quiet zone; True is dark.

    Raises:
        LinkTooLongError: too long for version 4 at level M.
    """
    code = qrcode.QRCode(version=VERSION, error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text, optimize=0)  # one segment of bytes: the fragment's letters are not worth a second
    try:
        code.make(fit=False)
    except (DataOverflowError, ValueError):
        raise LinkTooLongError("the portal's host is too long for the code") from None
    return [[bool(module) for module in row] for row in code.get_matrix()]


def module_pixels(wanted_mm: float, dpi: int) -> int:
    """Whole device pixels for a module near ``wanted_mm``, never under 0.5 mm."""
    pixels_per_mm = dpi / 25.4
    least = -int(-MIN_MODULE_MM * pixels_per_mm // 1)
    return max(least, int(wanted_mm * pixels_per_mm))
