"""A clinic for all tests of a process, and one Chromium for each module; pages are opened at their mailed links."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.journeys.house import HOST, house_in
from tests.web.clinic import Clinic

ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
)


@pytest.fixture(scope="session")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """Return a clinic with its portal process and mail server."""
    with house_in(tmp_path_factory.mktemp("clinic")) as house:
        yield Clinic(house)


@pytest.fixture(scope="module")
def browser(clinic: Clinic) -> Iterator[Browser]:
    """Return Debian's Chromium, for which the practice's host is the portal process."""
    path = shutil.which("chromium")
    assert path is not None, "the tier makes sure that it is there"
    rule = f"--host-resolver-rules=MAP {HOST}:80 {clinic.address}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, rule])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return what makes a browser context: a person's own browser; all are closed at the end."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        made.append(browser.new_context(**options))  # type: ignore[arg-type]  # passed on
        made[-1].set_default_timeout(20_000)
        return made[-1]

    yield make
    for one in made:
        one.close()


def opened(link: str) -> str:
    """Where the browser finds a mailed link: the portal process speaks plain http, which a proxy encrypts outside."""
    assert link.startswith(f"https://{HOST}/")
    return "http" + link.removeprefix("https")
