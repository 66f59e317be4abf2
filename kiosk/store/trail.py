"""What the portal knows of the audit trail, in ``local.db``: another file than the trail's, under another key (F5)."""

from __future__ import annotations

from typing import Final

from kiosk.store.file import EncryptedFile

_SELECT: Final = "SELECT value FROM settings WHERE name = 'trail_known'"
_PUT: Final = """
    INSERT INTO settings VALUES ('trail_known', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""


class TrailFile(EncryptedFile):
    """That part of the file."""

    def known_trail(self) -> tuple[int, str]:
        """The last row that the portal confirmed: its number and hash; 0 and empty if there was none."""
        with self._reading() as db:
            row = db.execute(_SELECT).fetchone()
        number, _, head = (row[0] if row else "0:").partition(":")
        return int(number), head

    def keep_known_trail(self, count: int, head: str) -> None:
        """Take over what the portal's answer says; written only where it is news."""
        if (count, head) != self.known_trail():
            with self._transaction() as db:
                db.execute(_PUT, (f"{count}:{head}",))
