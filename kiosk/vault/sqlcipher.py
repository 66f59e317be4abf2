"""Opening encrypted SQLite files (SQLCipher) so that no mistake goes unseen (K2; ``docs/architecture.md``, "Files").

SQLite's defaults are dangerous here: a missing or empty file opens with *any* key as a new, empty database, a key of
the wrong form silently becomes a passphrase, and no key at all gives a plaintext file. So a file is opened with
``mode=rw``, the key only in its raw form, and a sentinel row written at creation has to be readable before anything
else happens.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from kiosk.domain.errors import DiskFullError, KeyMismatchError, StorageError

KEY_BYTES: Final = 32
MIN_SQLITE: Final = (3, 51, 3)
"""Older versions can lose an acknowledged commit when the write-ahead log is reset."""

DEFAULT_PURPOSE: Final = "kiosk-file/1"

_PLAINTEXT_MAGIC: Final = b"SQLite format 3\0"
_SQLITE_FULL: Final = 13
_SQLITE_NOTADB: Final = 26

_CREATE_SENTINEL: Final = "CREATE TABLE kiosk_file (purpose TEXT NOT NULL)"
_WRITE_SENTINEL: Final = "INSERT INTO kiosk_file (purpose) VALUES (?)"
_READ_SENTINEL: Final = "SELECT purpose FROM kiosk_file"

_AFTER_KEY: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # with WAL the one pair that lost no acknowledged commit at a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",  # a file would hold plaintext
    "PRAGMA secure_delete = ON",
)


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn SQLite's faults into ours.

    ``IntegrityError`` passes: a broken constraint is a decision or a bug, not a fault of the disk.

    Raises:
        DiskFullError: there is no room left.
        KeyMismatchError: the file does not open with its key, or is none.
        StorageError: any other fault of the file.
    """
    try:
        yield
    except (dbapi2.IntegrityError, dbapi2.ProgrammingError):
        raise
    except dbapi2.DatabaseError as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        if code == _SQLITE_FULL or "disk is full" in str(error):
            raise DiskFullError("no room left on the disk") from None
        if code == _SQLITE_NOTADB or "not a database" in str(error):
            raise KeyMismatchError("the key does not open this file") from None
        raise StorageError(f"database fault: {type(error).__name__} {code}") from None
    except OSError as error:
        raise StorageError(f"file fault: {type(error).__name__} {error.errno}") from None


def open_database(
    path: Path,
    key: bytes,
    *,
    create: bool = False,
    purpose: str = DEFAULT_PURPOSE,
    timeout_s: float = 5.0,
    wipe_memory: bool = True,
) -> dbapi2.Connection:
    """Open an encrypted file; autocommit, so that transactions are explicit (``BEGIN IMMEDIATE``).

    Args:
        path: the file.
        key: 32 random bytes, used as they are.
        create: make the file, readable by its owner alone; it must not exist yet.
        purpose: what the file is for, e.g. ``kiosk-outbox/1``; written at creation, compared when opened.
        timeout_s: how long to wait for another connection's lock.
        wipe_memory: lock and wipe SQLCipher's memory: for a device that lies on a counter. Once one file of a process
            asked for it, it holds for all of them. It costs a server most of its speed, and its data stand in Python's
            memory anyhow.

    Raises:
        KeyMismatchError: wrong key, empty, plaintext or foreign file, or another purpose.
        StorageError: the file is missing, exists already (``create``), or cannot be read.
        ValueError: the key has not 32 bytes.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a file key has {KEY_BYTES} bytes")
    assert_sqlite_version()
    with storage_errors():
        if create:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            return _open(path, key, create=create, purpose=purpose, timeout_s=timeout_s, wipe_memory=wipe_memory)
        except BaseException:
            if create:
                path.unlink(missing_ok=True)
            raise


def is_plaintext(path: Path) -> bool:
    """Whether the file is an SQLite database that anybody can read."""
    with storage_errors(), path.open("rb") as file:
        return file.read(len(_PLAINTEXT_MAGIC)) == _PLAINTEXT_MAGIC


def assert_sqlite_version() -> None:
    """Refuse an SQLite that can lose commits.

    Raises:
        StorageError: the library is older than ``MIN_SQLITE``.
    """
    version = tuple(int(part) for part in dbapi2.sqlite_version.split("."))
    if version < MIN_SQLITE:
        raise StorageError(f"SQLite {dbapi2.sqlite_version} can lose commits; {'.'.join(map(str, MIN_SQLITE))} needed")


def _open(
    path: Path, key: bytes, *, create: bool, purpose: str, timeout_s: float, wipe_memory: bool
) -> dbapi2.Connection:
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=timeout_s,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # or a wrong key writes to stderr
        connection.execute(f"PRAGMA cipher_memory_security = {'ON' if wipe_memory else 'OFF'}")
        # Not as SQL text, which a trace would print; and any other form would become a passphrase.
        connection.set_key(b"x'" + key.hex().encode("ascii") + b"'")
        if create:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_CREATE_SENTINEL)
            connection.execute(_WRITE_SENTINEL, (purpose,))
            connection.execute("COMMIT")
        elif not _has_sentinel(connection, purpose):
            raise KeyMismatchError("this file is empty or not ours")
        for pragma in _AFTER_KEY:
            connection.execute(pragma).fetchall()
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            raise StorageError("this file system cannot keep a write-ahead log")
    except BaseException:
        connection.close()
        raise
    return connection


def _has_sentinel(connection: dbapi2.Connection, purpose: str) -> bool:
    """Whether the sentinel row is there; reads only, so that a foreign file stays as it is."""
    try:
        return [tuple(row) for row in connection.execute(_READ_SENTINEL)] == [(purpose,)]
    except dbapi2.OperationalError as error:
        if "no such table" in str(error):
            return False
        raise
