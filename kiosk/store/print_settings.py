"""What a desk computer remembers of its printers, in ``local.db``: one setting; nothing of a patient (F3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec

from kiosk.domain.print_service import PrintMemory
from kiosk.store.file import EncryptedFile

_SELECT: Final = "SELECT value FROM settings WHERE name = 'printing'"
_PUT: Final = """
    INSERT INTO settings VALUES ('printing', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""


class PrintFile(EncryptedFile):
    """The part of ``local.db`` that remembers printers (``kiosk.domain.print_service.PrintSettings``)."""

    def recall_printing(self) -> PrintMemory:
        """What was remembered last; what another version of this program wrote counts as nothing."""
        with self._reading() as db:
            return _memory(db)

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        """Remember something else, in one transaction."""
        with self._transaction() as db:
            db.execute(_PUT, (msgspec.json.encode(change(_memory(db))).decode(),))


def _memory(db: Any) -> PrintMemory:
    row = db.execute(_SELECT).fetchone()
    try:
        return msgspec.json.decode(row[0], type=PrintMemory) if row else PrintMemory()
    except msgspec.MsgspecError:
        return PrintMemory()
