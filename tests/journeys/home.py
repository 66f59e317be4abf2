"""The patient at home, before a browser: opens the links of mails and fills in the portal's pages."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from kiosk.demo.mailbox import Mail
from kiosk.demo.people import Person
from tests.journeys.house import House, words_of

ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
)
QUESTIONS = {"first_pet": "What was the name of your first pet?"}


class Home:
    """One browser; ``page`` is Playwright's."""

    def __init__(self, house: House, page: Page) -> None:
        """Sit down."""
        self.house = house
        self.page = page

    def opens(self, mail: Mail, path: str = "") -> None:
        """Click a link of a mail; the path as ``House.link`` takes it."""
        self.page.goto(self.house.link(mail, path))

    def heading(self) -> str:
        """What the page says it is."""
        return self.page.locator("h1").inner_text()

    def says(self) -> str:
        """All that the page says."""
        return self.page.locator("main").inner_text()

    def fill(self, label: str, text: str) -> None:
        """Type into the field of that label."""
        self.page.get_by_label(label, exact=True).fill(text)

    def press(self) -> None:
        """Press the page's one main button, and wait for the answer."""
        with self.page.expect_navigation():
            self.page.locator("button.main").click()

    # Steps

    def tells_who(self, person: Person, *, zip_code: str = "") -> None:
        """Date of birth and ZIP of an activation; a wrong ZIP where given."""
        self.fill("Month", person.month)
        self.fill("Day", person.day)
        self.fill("Year", person.year)
        self.fill("ZIP code of the patient", zip_code or person.zip_code)
        self.press()

    def chooses_credentials(self, person: Person) -> None:
        """What the invitation lacks, user ID, password, secret question, consent."""
        phone = self.page.get_by_label("Phone number")
        if phone.count():
            self.page.locator(f"#gender-{person.gender}").check()
            phone.fill(person.phone)
        self.fill("User ID", person.user_id)
        self.fill("Password", person.password)
        self.fill("The same password again", person.password)
        self.page.get_by_label("Secret question").select_option(QUESTIONS[person.question])
        self.fill("Your answer", person.answer)
        self.page.get_by_label("I agree to have a patient portal account").check()
        self.press()


def code_in(mail: Mail) -> str:
    """The activation code that a mail shows."""
    (shown,) = re.findall(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\b", words_of(mail))
    return str(shown)
