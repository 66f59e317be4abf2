"""Every contract test runs on SQLite (SQLCipher) and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.portal import admin, engine, keyfile
from kiosk.portal.engine import Database
from kiosk.portal.tables import metadata
from tests.contract import postgresql
from tests.portal.house import House


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A server for the whole run of this process."""
    with postgresql.server() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.tier("postgresql"))])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A fresh portal with one practice."""
    keys = keyfile.create(tmp_path / "keys.json")
    if request.param == "sqlite":
        database = engine.open_database(f"sqlite:///{tmp_path / 'portal.db'}", keys, create=True)
    else:
        database = engine.open_database(request.getfixturevalue("postgresql_url"), keys)
        _empty(database)
    admin.initialise(database)
    yield House(database, keys)
    database.close()


def _empty(database: Database) -> None:
    def work(connection: sa.Connection) -> None:
        if sa.inspect(connection).has_table("portal"):
            names = ", ".join(table.name for table in metadata.sorted_tables)
            connection.execute(sa.text(f"TRUNCATE {names}"))

    database.run(work)
