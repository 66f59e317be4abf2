"""Every contract test runs on SQLite (SQLCipher) and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.portal import admin, engine, keyfile
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.tables import metadata, portal
from tests.contract import postgresql
from tests.portal.house import House


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> PortalKeys:
    """One portal's keys for the whole run of this process."""
    return keyfile.create(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture(scope="session")
def sqlite_template(keys: PortalKeys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to be copied for each test."""
    path = tmp_path_factory.mktemp("template") / "portal.db"
    database = engine.open_database(f"sqlite:///{path}", keys, create=True)
    admin.initialise(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_url(keys: PortalKeys) -> Iterator[str]:
    """A server with a migrated database for the whole run of this process."""
    with postgresql.server() as url:
        database = engine.open_database(url, keys)
        admin.initialise(database)
        database.close()
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.tier("postgresql"))])
def house(request: pytest.FixtureRequest, tmp_path: Path, keys: PortalKeys) -> Iterator[House]:
    """A fresh portal with one practice."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "portal.db")
        database = engine.open_database(f"sqlite:///{path}", keys)
    else:
        database = engine.open_database(request.getfixturevalue("postgresql_url"), keys)
        database.run(_empty)
    yield House(database, keys)
    database.close()


def _empty(connection: sa.Connection) -> None:
    for table in reversed(metadata.sorted_tables):
        if table is not portal:
            connection.execute(sa.delete(table))
