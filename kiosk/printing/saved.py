"""Slips that were saved as files, after their day; what is painted is none of this: every start looks here."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path


def clear_slips(folder: Path, before: dt.datetime) -> int:
    """Delete the slips of earlier days: they hold names and codes, and their paper was handed out (K2).

    Args:
        folder: where ``pdf.write_pdf`` saved them, named ``INV-…`` after an invitation's number, or ``RESET-…``.
        before: slips last written before this moment go.

    Returns:
        how many there were; a file that cannot be deleted stays for the next try.
    """
    gone = 0
    for path in (*folder.glob("INV-*.pdf"), *folder.glob("RESET-*.pdf")):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < before.timestamp():
                path.unlink()
                gone += 1
    return gone
