"""Every contract test runs on SQLite (SQLCipher) and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from kiosk.portal import admin, engine, keyfile
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.tables import metadata, portal
from tests.contract import postgresql
from tests.contract.asking import Runs, cheap_bcrypt, watch_bcrypt
from tests.portal.house import House


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> PortalKeys:
    """One portal's keys for the whole run of this process."""
    return keyfile.create(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture(scope="session")
def on_sqlite(keys: PortalKeys, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An encrypted file for the whole run of this process."""
    path = tmp_path_factory.mktemp("sqlite") / "portal.db"
    database = engine.open_database(f"sqlite:///{path}", keys, create=True)
    admin.initialise(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def on_postgresql(keys: PortalKeys) -> Iterator[Database]:
    """A server for the whole run of this process."""
    with postgresql.server() as url:
        database = engine.open_database(url, keys)
        admin.initialise(database)
        yield database
        database.close()


@pytest.fixture(params=["on_sqlite", pytest.param("on_postgresql", marks=pytest.mark.tier("postgresql"))])
def house(request: pytest.FixtureRequest, keys: PortalKeys) -> House:
    """An empty portal with one practice."""
    database: Database = request.getfixturevalue(request.param)
    database.run(_empty)
    return House(database, keys)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash costs a quarter, or next to nothing."""
    cheap_bcrypt(monkeypatch)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Counts bcrypt's runs, which cost next to nothing meanwhile."""
    return watch_bcrypt(monkeypatch)


def _empty(connection: sa.Connection) -> None:
    for table in reversed(metadata.sorted_tables):
        if table is not portal:
            connection.execute(sa.delete(table))
