"""A tablet's files, new for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store.local import LocalStore
from kiosk.store.outbox import Outbox
from tests.store.samples import House


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
def tablet(house: House) -> Iterator[LocalStore]:
    """Its local file."""
    opened = house.local()
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalStore]:
    """The local file of a desk computer."""
    folder = tmp_path / "desk"
    folder.mkdir()
    made = House(folder, role="desk")
    made.create()
    opened = made.local()
    yield opened
    opened.close()
