"""How day sheets are read, in ``local.db``: one row a system that writes them; no patient's value (F2)."""

from __future__ import annotations

from typing import Final

import msgspec

from kiosk.domain.day_sheet import DateOrder, SheetField
from kiosk.domain.sheet_plan import RememberedSheet
from kiosk.store.file import EncryptedFile

_SELECT: Final = "SELECT columns, dates FROM sheet_columns WHERE source = ?"
_PUT: Final = """
    INSERT INTO sheet_columns VALUES (?, ?, ?) ON CONFLICT (source) DO UPDATE
    SET columns = excluded.columns, dates = excluded.dates"""


class SheetFile(EncryptedFile):
    """The part of ``local.db`` that remembers columns (``kiosk.domain.import_service.SheetMemory``)."""

    def recall(self, source: str) -> RememberedSheet | None:
        """How sheets with this head are read."""
        with self._reading() as db:
            row = db.execute(_SELECT, (source,)).fetchone()
        if row is None:
            return None
        fields = msgspec.json.decode(row[0], type=tuple[SheetField | None, ...])
        return RememberedSheet(fields, DateOrder(row[1]))

    def remember(self, source: str, sheet: RememberedSheet) -> None:
        """Keep it, durable on return."""
        fields = msgspec.json.encode(sheet.columns).decode()
        with self._transaction() as db:
            db.execute(_PUT, (source, fields, sheet.dates.value))
