"""Schemas of the device's files, as numbered steps; a step, once released, never changes.

``PRAGMA user_version`` holds the number of the last step applied.

``operations`` holds only what is still on the device; a purged one moves to ``receipts``, so the queue stays small and
needs no index: each index would cost a page in every durable save (``benchmarks/save.py``).
"""

from __future__ import annotations

from typing import Final, Protocol

from kiosk.domain.errors import StorageError

OUTBOX_PURPOSE: Final = "kiosk-outbox/1"
LOCAL_PURPOSE: Final = "kiosk-local/1"

OUTBOX_STEPS: Final = (
    """
    CREATE TABLE device (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        device_id TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('tablet', 'desk')),
        practice_id TEXT NOT NULL,
        portal_url TEXT NOT NULL,
        root_key BLOB NOT NULL,
        keys BLOB NOT NULL
    ) STRICT;
    CREATE TABLE operations (
        seq INTEGER PRIMARY KEY,
        op_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        payload_hash TEXT NOT NULL,
        envelope TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN
            ('queued', 'acknowledged', 'attention', 'stuck', 'quarantined')),
        receipt TEXT,
        outcome TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try_at TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE receipts (
        seq INTEGER PRIMARY KEY,
        op_id TEXT NOT NULL,
        payload_hash TEXT NOT NULL,
        outcome TEXT NOT NULL,
        receipt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        staff_id TEXT NOT NULL,
        action TEXT NOT NULL,
        object_id TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
    """,
)

LOCAL_STEPS: Final = (
    """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE staff (
        staff_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        verifier TEXT NOT NULL,
        active INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pin_throttle (
        staff_id TEXT PRIMARY KEY,
        failures INTEGER NOT NULL,
        locked_until TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE day_list (
        invitation_id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        progress TEXT NOT NULL,
        made_at TEXT NOT NULL,
        expires_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE roster (
        lookup_id TEXT PRIMARY KEY,
        sealed BLOB NOT NULL,
        expires_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE wrong_tries (
        lookup_id TEXT PRIMARY KEY,
        recent TEXT NOT NULL,
        total INTEGER NOT NULL,
        locked_until TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE desk_tasks (
        case_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        reasons TEXT NOT NULL,
        subject TEXT NOT NULL,
        waiting INTEGER NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        zip_code TEXT NOT NULL,
        email TEXT NOT NULL,
        differs TEXT NOT NULL,
        chart_birth_date TEXT NOT NULL,
        chart_zip TEXT NOT NULL,
        number TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    "ALTER TABLE day_list ADD COLUMN language TEXT NOT NULL DEFAULT 'en';",
    """
    CREATE TABLE sheet_columns (
        source TEXT PRIMARY KEY,
        columns TEXT NOT NULL,
        dates TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    "ALTER TABLE desk_tasks ADD COLUMN phone TEXT NOT NULL DEFAULT '';",
    "ALTER TABLE day_list ADD COLUMN mailable INTEGER NOT NULL DEFAULT 0;",
    "ALTER TABLE desk_tasks ADD COLUMN account_id TEXT;",
)


class _Connection(Protocol):
    @property
    def in_transaction(self) -> bool: ...

    def execute(self, sql: str, /) -> _Rows: ...


class _Rows(Protocol):
    def fetchone(self) -> tuple[int, ...] | None: ...


def upgrade(connection: _Connection, steps: tuple[str, ...]) -> None:
    """Apply the steps that the file lacks, all or none.

    Raises:
        StorageError: the file is newer than this program.
    """
    if _version(connection, steps) == len(steps):
        return  # nothing to write, so nobody has to wait
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Again: the screens and a command may start at once after an update, and the other one was faster.
        version = _version(connection, steps)
        for step in steps[version:]:
            for statement in step.split(";"):  # ``executescript`` would commit first
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: _Connection, steps: tuple[str, ...]) -> int:
    row = connection.execute("PRAGMA user_version").fetchone()
    version = row[0] if row else 0
    if version > len(steps):
        raise StorageError("the file was written by a newer version of this program")
    return version
