"""Steps of a file's schema when two programs open it at once."""

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from kiosk.store import schema
from kiosk.vault.sqlcipher import open_database
from tests.store.samples import Dice

STEPS = (
    "CREATE TABLE kept (name TEXT) STRICT;",
    "CREATE TABLE more (name TEXT) STRICT; ALTER TABLE kept ADD COLUMN at TEXT;",
)


class Overtaken:
    """A connection; another one applies all steps right after this one looked which are missing."""

    def __init__(self, db: Any, other: Any) -> None:
        """Let ``other`` be faster."""
        self.db, self.other = db, other

    @property
    def in_transaction(self) -> bool:
        """As it is."""
        return bool(self.db.in_transaction)

    def execute(self, sql: str, /) -> Any:
        """Look, be overtaken once, and go on with what was seen."""
        found = self.db.execute(sql)
        if sql != "PRAGMA user_version" or self.other is None:
            return found
        row, other, self.other = found.fetchone(), self.other, None
        schema.upgrade(other, STEPS)
        return SimpleNamespace(fetchone=lambda: row)


def test_two_programs_after_an_update_apply_each_step_once(tmp_path: Path) -> None:
    """A command and the screens start at once: the slower one finds the work done, not a damaged file."""
    path, key = tmp_path / "local.db", Dice().random_bytes(32)
    with closing(open_database(path, key, create=True)) as first, closing(open_database(path, key)) as second:
        schema.upgrade(first, STEPS[:1])
        schema.upgrade(Overtaken(first, second), STEPS)
        assert first.execute("PRAGMA user_version").fetchone() == (2,)
        first.execute("INSERT INTO kept (name, at) VALUES ('a', 'b')")
