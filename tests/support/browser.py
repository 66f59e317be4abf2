"""The console in a real Chromium: what an agent sees and does, by the names that a screen reader would say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.journeys.house import utc_now
from tests.support.agents import PASSWORD, Agent

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium; end it."""
    expect.set_options(timeout=20_000)  # a busy machine is no failure
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Console:
    """One agent's browser window.

    Attributes:
        said: what the page's scripts complained about; a policy that was broken stands here, too.
    """

    page: Page
    url: str
    said: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, url: str, **options: object) -> Console:
        """Open a window of a browser context of its own."""
        context: BrowserContext = browser.new_context(
            viewport={"width": 1280, "height": 800},
            **options,  # type: ignore[arg-type]  # passed on
        )
        console = cls(context.new_page(), url)
        console.page.on("console", console._note)
        console.page.on("pageerror", lambda error: console.said.append(str(error)))
        return console

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def sign_in(self, agent: Agent) -> None:
        """Sign in and be available."""
        self.page.goto(f"{self.url}/support")
        self.page.get_by_label("Name").fill(agent.user_name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_label("6-digit code").fill(agent.code(utc_now()))
        self.press("Sign in")
        self.press("Be available")
        self.sees("You are available")

    def press(self, button: str) -> None:
        """Press the button whose name begins so."""
        self.page.get_by_role("button", name=re.compile(f"^{re.escape(button)}")).click()

    def sees(self, text: str) -> None:
        """Wait until a text is seen."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def takes(self, name: str) -> None:
        """Take a patient's chat, as soon as it waits."""
        self.page.get_by_role("button", name=f"Take the chat of {name}").click()
        expect(self.page.get_by_role("heading", level=2, name=name)).to_be_visible()

    def says(self, text: str) -> None:
        """Send a line by keyboard and see it."""
        self.page.get_by_label("Your message").fill(text)
        self.page.keyboard.press("Enter")
        self.hears(text)

    def hears(self, text: str) -> None:
        """Wait until a line stands in the conversation."""
        expect(self.page.get_by_role("log").get_by_text(text, exact=True)).to_be_visible()

    def told(self, note: str) -> None:
        """Wait for the note after a doing."""
        expect(self.page.locator("#note")).to_contain_text(note)

    def finds(self, user_id: str) -> None:
        """Find the account by its user ID."""
        self.page.get_by_label("User ID", exact=True).fill(user_id)
        self.press("Find by user ID")
        self.told("This account is now part of the chat.")

    def accessible(self) -> None:
        """Let axe-core look at the page: it finds nothing."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
