"""What a desk computer remembers of its printers and its screen, in ``local.db``: a setting each (F3, K5).

Nothing of a patient.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec

from kiosk.domain.print_service import PrintMemory
from kiosk.domain.screen_service import ScreenChoice
from kiosk.store.file import EncryptedFile

_SELECT: Final = "SELECT value FROM settings WHERE name = ?"
_PUT: Final = "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_PRINTING: Final = "printing"
_SCREEN: Final = "screen"

T = TypeVar("T")


class DeskSettingsFile(EncryptedFile):
    """That part of the file (``PrintSettings`` and ``ScreenSettings`` of the domain).

    What another version of this program wrote counts as nothing.
    """

    def recall_printing(self) -> PrintMemory:
        """What was remembered last of printers."""
        with self._reading() as db:
            return _read(db, _PRINTING, PrintMemory) or PrintMemory()

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        """Remember something else, in one transaction."""
        with self._transaction() as db:
            _put(db, _PRINTING, change(_read(db, _PRINTING, PrintMemory) or PrintMemory()))

    def recall_screen(self) -> ScreenChoice | None:
        """How the screen was made to look."""
        with self._reading() as db:
            return _read(db, _SCREEN, ScreenChoice)

    def keep_screen(self, choice: ScreenChoice) -> None:
        """Remember how it looks now."""
        with self._transaction() as db:
            _put(db, _SCREEN, choice)


def _read(db: Any, name: str, kind: type[T]) -> T | None:
    row = db.execute(_SELECT, (name,)).fetchone()
    try:
        return msgspec.json.decode(row[0], type=kind) if row else None
    except msgspec.MsgspecError:
        return None


def _put(db: Any, name: str, value: PrintMemory | ScreenChoice) -> None:
    db.execute(_PUT, (name, msgspec.json.encode(value).decode()))
