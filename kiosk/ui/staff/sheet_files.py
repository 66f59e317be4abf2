"""The files around an import: the sheet itself, and the rows left out; all of it work for a worker."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from kiosk.domain.day_sheet import MAX_BYTES

__all__ = ["read_sheet", "save_beside"]


def read_sheet(path: Path) -> bytes:
    """Read a file, one byte more than allowed at most, so that a huge one costs nothing.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def save_beside(sheet: Path, content: bytes) -> Path:
    """Write the rows left out beside their sheet, readable by this user alone; no file is ever overwritten.

    Raises:
        OSError: it cannot be written there.
    """
    for number in count(1):
        path = sheet.with_name(f"{sheet.stem}-left-out{'' if number == 1 else f'-{number}'}.csv")
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        return path
    raise AssertionError("numbers do not end")
