"""A device's files, and a small portal on a real socket."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store.local import LocalStore
from kiosk.store.outbox import Outbox
from tests.store.samples import House
from tests.sync.portal_server import PortalServer


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An enrolled tablet."""
    made = House(tmp_path)
    made.create()
    return made


@pytest.fixture
def outbox(house: House) -> Iterator[Outbox]:
    """Its outbox."""
    opened = house.outbox()
    yield opened
    opened.close()


@pytest.fixture
def local(house: House) -> Iterator[LocalStore]:
    """Its local file."""
    opened = house.local()
    yield opened
    opened.close()


@pytest.fixture
def server() -> Iterator[PortalServer]:
    """A portal on 127.0.0.1."""
    with PortalServer() as running:
        yield running
