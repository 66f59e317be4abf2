"""An open encrypted file with one lock, shared by the threads of the program."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from kiosk.store import schema
from kiosk.vault.sqlcipher import open_database, storage_errors


class EncryptedFile:
    """Base of the device's two files. Safe to call from any thread; one call at a time."""

    def __init__(self, path: Path, key: bytes, purpose: str, steps: tuple[str, ...]) -> None:
        """Open the file and bring its schema up to date.

        Raises:
            StorageError: it does not open.
        """
        self._lock = threading.RLock()
        self._db: Any = open_database(path, key, purpose=purpose)
        try:
            with storage_errors():
                schema.upgrade(self._db, steps)
        except BaseException:
            self._db.close()
            raise

    @staticmethod
    @contextmanager
    def _made(path: Path, key: bytes, purpose: str, steps: tuple[str, ...]) -> Iterator[Any]:
        """A new file with its schema, closed when the block ends."""
        with storage_errors(), closing(open_database(path, key, create=True, purpose=purpose)) as db:
            schema.upgrade(db, steps)
            yield db

    def close(self) -> None:
        """Close the file; what was committed stays."""
        with self._lock, storage_errors():
            self._db.close()

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        with self._lock, storage_errors():
            yield self._db

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        """One transaction, durable when the block ends; rolled back if it raises."""
        with self._lock, storage_errors():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def stamp(at: dt.datetime) -> str:
    """UTC in ISO 8601 with microseconds, so that text order is time order."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")
