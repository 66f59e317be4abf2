"""A running portal with real SMTP, agents, enrolled tablets, and a browser for each agent."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser

from kiosk.device import Device
from kiosk.portal import tables_support as t
from tests.journeys.house import House, house_in, utc_now
from tests.support.agents import Agent, add_agent
from tests.support.browser import Console, chromium

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for a module, so that no order of the modules matters; each test has agents and patients of its own."""
    with house_in(tmp_path_factory.mktemp("house")) as standing:
        yield standing


@pytest.fixture
def new_agent(house: House) -> Callable[[str], Agent]:
    """Return what makes an agent whose sign-in name nobody else has."""

    def make(display_name: str = "Ana") -> Agent:
        user_name = f"{display_name.casefold()}{next(_numbers)}"
        return add_agent(house.database, house.keys, user_name, display_name, utc_now())

    return make


@pytest.fixture
def new_tablet(house: House, tmp_path: Path) -> Iterator[Callable[[], Device]]:
    """Return what enrols a tablet; all are closed at the end."""
    made: list[Device] = []

    def make() -> Device:
        made.append(house.enrolled(tmp_path / f"tablet{len(made)}", "tablet", direct=True))
        return made[-1]

    yield make
    for device in made:
        device.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module, so that no two drivers of one process meet; each window is a context of its own."""
    with chromium() as running:
        yield running


@pytest.fixture
def new_console(house: House, browser: Browser, new_agent: Callable[[str], Agent]) -> Iterator[Callable[..., Console]]:
    """Return what opens another agent's window; no page may have complained at the end."""
    opened: list[Console] = []

    def make(display_name: str = "Ana", **options: object) -> Console:
        console = Console.open(browser, house.portal.url, **options)
        opened.append(console)
        console.sign_in(new_agent(display_name))
        return console

    yield make
    for console in opened:
        console.page.context.close()
    house.database.run(lambda connection: connection.execute(sa.delete(t.agent_sessions)))  # nobody stays available
    assert [text for console in opened for text in console.said] == []
