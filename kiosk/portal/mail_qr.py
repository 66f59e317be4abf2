"""The QR code of an invitation as a PNG to stand inside a mail (S9); level M."""

from __future__ import annotations

import struct
import zlib
from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE: Final = 4
"""Empty modules around the code (ISO/IEC 18004)."""

MODULE_PIXELS: Final = 8
"""Near 300 pixels with the quiet zone: large enough for a scanner that reads a phone's screen."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


def png(text: str) -> bytes:
    """The code as a black-and-white picture (PNG, 1 bit a pixel)."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text, optimize=0)  # one segment of bytes, as on the slip
    code.make(fit=True)
    matrix = code.get_matrix()
    size = len(matrix) * MODULE_PIXELS
    lines = b"".join(_line(row) * MODULE_PIXELS for row in matrix)
    head = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)  # depth 1, greyscale
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")


def _line(row: list[bool]) -> bytes:
    """One line of pixels, unfiltered; a module is a whole byte wide."""
    return b"\0" + bytes(0x00 if dark else 0xFF for dark in row)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
