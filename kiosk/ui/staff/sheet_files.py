"""The files around an import: the sheet itself, the rows left out, and the slips; all of it work for a worker."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from kiosk.domain.day_sheet import MAX_BYTES
from kiosk.domain.desk_service import DeskService
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.staff import StaffSession
from kiosk.printing.pdf import write_pdf
from kiosk.printing.readback import unread
from kiosk.ui.staff.slips import Slips

__all__ = ["read_sheet", "save_beside", "save_slips"]


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


def save_slips(
    slips: Slips, folder: Path, service: DeskService, session: StaffSession, made: Sequence[MadeInvitation]
) -> Path:
    """Write one PDF of all slips, read every code back, and only then call them printed (F3).

    Raises:
        KioskError: there is no file, and nothing counts as printed.
    """
    painted = [slips.slip(each) for each in made]
    path = folder / f"{made[0].number}-and-{len(made) - 1}-more.pdf"
    write_pdf(path, painted)
    if unread(path, painted):
        path.unlink()
        raise StorageError("a slip's QR code does not read back")
    for each in made:
        service.slip_printed(session, each.invitation_id)
    return path
