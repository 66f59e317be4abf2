"""The database: SQLite through SQLCipher for one machine, PostgreSQL for many; one code for both.

Every transaction is one ``Database.run``: on SQLite it begins with ``BEGIN IMMEDIATE``, so that it never has to give up
half-way; on PostgreSQL it is run again when the server chose it as the victim of a deadlock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlcipher3 import dbapi2

from kiosk.domain.errors import StorageError
from kiosk.portal.keyfile import PortalKeys
from kiosk.vault import sqlcipher

PURPOSE: Final = "kiosk-portal/1"
_TRIES: Final = 5
_VICTIM_STATES: Final = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock."""
_RETRY_STATES: Final = _VICTIM_STATES | {"23505"}
"""And a unique key that somebody else took in between (looked at again)."""
_SQLITE_ERROR: Final = 1
"""SQLite's ``SQLITE_ERROR``."""

T = TypeVar("T")


class Database:
    """The portal's database.

    Attributes:
        engine: SQLAlchemy's.
        inline: calls run in the event loop's own thread. SQLite has one writer and no network to wait for: a
            further thread made one device slower (114 requests a second against 133) and many hardly faster.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.inline = engine.dialect.name == "sqlite"

    def run(self, work: Callable[[sa.Connection], T]) -> T:
        """Run ``work`` in one transaction; durable on return.

        ``work`` may run more than once and must have no effect outside the database.
        """
        for _ in range(_TRIES - 1):
            try:
                with self.engine.begin() as connection:
                    return work(connection)
            except sa.exc.DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in _RETRY_STATES:
                    raise
        with self.engine.begin() as connection:
            return work(connection)

    def close(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()


def sqlite_path(url: str) -> Path | None:
    """The file of an ``sqlite:///FILE`` URL; None for any other database.

    Raises:
        ValueError: not a URL of a database that we know, or SQLite without a file.
    """
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise ValueError("not the URL of a database") from None
    if parsed.drivername == "postgresql+psycopg":
        return None
    if parsed.drivername != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise ValueError("sqlite:///FILE or postgresql+psycopg://… is needed")
    return Path(parsed.database)


def open_database(url: str, keys: PortalKeys, *, create: bool = False) -> Database:
    """Open the portal's database.

    Args:
        url: ``sqlite:///FILE`` (encrypted under ``keys.database``) or ``postgresql+psycopg://…``.
        keys: from the key file.
        create: make the SQLite file, which must not exist yet.

    Raises:
        StorageError: the file is missing, or does not open with this key.
        ValueError: another kind of URL.
    """
    path = sqlite_path(url)
    if path is None:
        return Database(sa.create_engine(url, pool_pre_ping=True, hide_parameters=True))
    # Not one of them wipes memory: what turns it on, turns it on for the process.
    opened = partial(sqlcipher.open_database, path, keys.database, purpose=PURPOSE, wipe_memory=False)
    if create:
        opened(create=True).close()
    elif not path.exists():
        raise StorageError(f"there is no database {path}: `kiosk-portal init` makes one")
    opened().close()  # a wrong key shows here, as our error
    engine = sa.create_engine(
        "sqlite:///portal",  # a name only: creator opens the file
        module=dbapi2,  # or its IntegrityError would come raw and no constraint could decide
        creator=partial(opened, timeout_s=30.0),
        poolclass=sa.QueuePool,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin_immediate)
    return Database(engine)


def is_passing(error: BaseException) -> bool:
    """Whether the database itself failed: gone, full, busy, or a victim of a deadlock. The same may work later."""
    if not isinstance(error, sa.exc.DBAPIError):
        return False
    if error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _VICTIM_STATES:
        return True
    # SQLite calls everything so that it has no better word for, also a statement that makes no sense.
    return isinstance(error, sa.exc.OperationalError) and getattr(error.orig, "sqlite_errorcode", None) != _SQLITE_ERROR


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def insert_once(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert a row unless a UNIQUE constraint forbids it.

    Returns:
        whether the row was inserted. If not, the row in the way is committed or of this transaction: PostgreSQL waits
        for the other transaction, SQLite has one writer.
    """
    return connection.execute(_insert_once(table, connection.dialect.name), values).first() is not None


@cache
def _insert_once(table: sa.Table, dialect: str) -> Any:
    """The statement without its values: building it anew for each row took longer than running it."""
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing().returning(sa.literal_column("1"))
