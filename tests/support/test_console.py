"""Two agents in two browsers and a patient at a tablet, at once, over a real portal process with real SMTP."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, expect

from kiosk.device import Device
from kiosk.domain.replies import ChatNews
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language, Phone
from kiosk.portal import tables as t
from tests.journeys.house import House, utc_now
from tests.support.agents import add_account
from tests.support.browser import Console
from tests.support.texts import phone_codes

pytestmark = pytest.mark.tier("chromium")

NewConsole = Callable[..., Console]
NewTablet = Callable[[], Device]


@dataclass
class Patient:
    """A patient who chats at a tablet; the tablet listens by itself, as its chat page does."""

    tablet: Device
    chat_id: UUID
    heard: list[str] = field(default_factory=list)
    news: ChatNews | None = None
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def says(self, text: str) -> None:
        """Say a line."""
        self.tablet.commands.say(self.chat_id, uuid.uuid4(), text)

    def hears(self, text: str) -> None:
        """Wait until the agent said this."""
        self._until(lambda: text in self.heard)

    def is_told(self, state: str) -> ChatNews:
        """Wait until the chat is in a state."""
        self._until(lambda: self.news is not None and self.news.state == state)
        assert self.news is not None
        return self.news

    def _until(self, holds: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(holds, timeout=30), f"heard {self.heard}, {self.news}"

    def listen(self, stopped: threading.Event) -> None:
        """Listen until told to stop."""
        after = 0
        while not stopped.wait(0.1):
            news = self.tablet.commands.listen(self.chat_id, after)
            if news is None:
                continue
            after = max([after, *(line.number for line in news.lines)])
            with self._changed:
                self.news = news
                self.heard += [line.text for line in news.lines if line.from_agent]
                self._changed.notify_all()


@contextmanager
def chatting(tablet: Device, name: str, topic: ChatTopic = ChatTopic.PASSWORD) -> Iterator[Patient]:
    """Open a chat and listen in a thread meanwhile."""
    _, chat_id = tablet.commands.open_chat(name, topic, Language.ENGLISH)
    assert chat_id is not None
    patient, stopped = Patient(tablet, chat_id), threading.Event()
    thread = threading.Thread(target=patient.listen, args=(stopped,))
    thread.start()
    try:
        yield patient
    finally:
        stopped.set()
        thread.join()
        tablet.commands.close_chat(chat_id)


def account(house: House, user_id: str, first: str = "Rosalind") -> tuple[UUID, str]:
    """Make an account with a mailbox of its own; its id and address."""
    email = f"{user_id}@mail.example"
    return add_account(house.database, house.practice_id, utc_now(), first=first, user_id=user_id, email=email), email


@pytest.mark.rule("S40")
def test_direct_reset(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """Both agents see the patient come; one takes the chat, the other sees it taken; a direct link arrives by mail."""
    _, email = account(house, "rosalind.reset")
    ana, ben = new_console("Ana"), new_console("Ben")
    with chatting(new_tablet(), "Rosalind", ChatTopic.SECRET_QUESTION) as patient:
        assert patient.is_told("waiting").agents == 2
        for console in (ana, ben):
            expect(console.page.get_by_role("button", name="Take the chat of Rosalind")).to_be_visible()
            expect(console.page).to_have_title("(1) Chats – Support")
        ana.takes("Rosalind")
        expect(ben.page.get_by_role("button", name="Take the chat of Rosalind")).to_have_count(0)
        expect(ben.page.get_by_role("heading", name="With colleagues")).to_be_visible()
        assert patient.is_told("open").agent == "Ana"

        ana.says("Hello, I am Ana. How may I help?")
        patient.hears("Hello, I am Ana. How may I help?")
        patient.says("I don't remember my secret question. My user ID is rosalind.reset.")
        ana.hears("I don't remember my secret question. My user ID is rosalind.reset.")

        ana.finds("rosalind.reset")
        ana.sees("r•••@mail.example")
        assert email not in ana.page.content().replace("rosalind.reset.</p>", "")
        ana.press("Send a direct link to reset the password")
        ana.told("The link is on its way to the address on file.")
        (mail,) = house.arrived(email)
        body = mail.message.get_body(("plain",))
        assert body is not None
        assert "https://portal.lakeside.example/reset-password/" in body.get_content()

        ana.says("Please look into your mailbox.")
        ana.page.get_by_text("Close chat").click()
        ana.press("Close it")
        ana.told("You closed the chat.")
        assert patient.is_told("closed").state == "closed"
    assert house.queued(email) == ["direct_reset"]


@pytest.mark.rule("S41")
def test_email_by_phone_code(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """The digits that the phone on file got, said in the chat, let the agent send the link to the new address."""
    account_id, email = account(house, "rosalind.moved")
    ana = new_console("Ana")
    with chatting(new_tablet(), "Rosalind", ChatTopic.EMAIL) as patient:
        ana.takes("Rosalind")
        ana.finds("rosalind.moved")
        expect(ana.page.get_by_label("New email address")).to_have_count(0)
        ana.press("Send a code to the phone on file")
        ana.told("Ask the patient for its 6 digits.")
        number, code = phone_codes(house.database, house.keys)[-1]
        assert number == "+13125550163"

        ana.page.get_by_label("The 6 digits the patient tells you").fill(f"{(int(code) + 1) % 10**6:06d}")
        ana.press("Check")
        ana.told("The code is wrong.")
        patient.says(f"It is {code}")
        ana.hears(f"It is {code}")
        ana.page.get_by_label("The 6 digits the patient tells you").fill(code)
        ana.press("Check")
        ana.told("You can now update the email address.")
        ana.page.get_by_label("New email address").fill("rosalind.new@mail.example")
        ana.press("Send a link to confirm it")
        ana.told("the old address gets a notice then")
        ana.sees("identity: phone code")
    (mail,) = house.arrived("rosalind.new@mail.example")
    body = mail.message.get_body(("plain",))
    assert body is not None
    assert "https://portal.lakeside.example/verify-email/" in body.get_content()
    (row,) = house.rows(sa.select(t.accounts).where(t.accounts.c.account_id == account_id))
    assert row.email == email


@pytest.mark.rule("S41")
def test_user_id(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """By email and date of birth, the agent chooses between twins and sends the user ID, which no page shows."""
    _, email = account(house, "rosalind.twin")
    add_account(house.database, house.practice_id, utc_now(), first="Rufus", user_id="rufus.twin", email=email)
    ana = new_console("Ana")
    with chatting(new_tablet(), "Rufus", ChatTopic.USER_ID):
        ana.takes("Rufus")
        ana.page.get_by_label("Email", exact=True).fill(email)
        ana.page.get_by_label("Date of birth").fill("1979-05-14")
        ana.press("Find by email")
        ana.told("Several accounts share this email and date of birth.")
        ana.accessible()
        ana.press("This one of Rufus")
        ana.press("Send the user ID")
        ana.told("The user ID is on its way to the address on file.")
        assert "rufus.twin" not in ana.page.content()
    (mail,) = house.arrived(email)
    body = mail.message.get_body(("plain",))
    assert body is not None
    assert "rufus.twin" in body.get_content()
    assert "rosalind.twin" not in body.get_content()


@pytest.mark.rule("S47")
def test_technical_support_only(new_console: NewConsole, new_tablet: NewTablet) -> None:
    """Before and in every chat agents read what support is for, and what to do in an emergency."""
    ana = new_console("Ana")
    ana.sees("Technical support only.")
    with chatting(new_tablet(), "Rosalind"):
        ana.takes("Rosalind")
        ana.sees("Technical support only.")
        ana.sees("In an emergency: call 911.")


def test_typing_survives_news(new_console: NewConsole, new_tablet: NewTablet) -> None:
    """What an agent is typing, and where, stays when the page brings itself up to date."""
    ana = new_console("Ana")
    with chatting(new_tablet(), "Rosalind") as patient:
        ana.takes("Rosalind")
        text = ana.page.get_by_label("Your message")
        find = ana.page.get_by_label("User ID", exact=True)
        find.fill("half a user")
        text.fill("half a sentence")
        patient.says("First")
        patient.says("Second")
        ana.hears("Second")
        with chatting(new_tablet(), "Théo"):
            expect(ana.page.get_by_role("button", name="Take the chat of Théo")).to_be_visible()
            expect(text).to_have_value("half a sentence")
            expect(text).to_be_focused()
            expect(find).to_have_value("half a user")


def test_markup_does_nothing(new_console: NewConsole, new_tablet: NewTablet) -> None:
    """What a patient writes is shown as written: no element is made of it, no script runs, nothing is loaded."""
    ana = new_console("Ana")
    hostile = "<img src=/x onerror=document.title=1><script>document.title=2</script>"
    with chatting(new_tablet(), hostile) as patient:
        expect(ana.page.get_by_text(hostile, exact=True)).to_be_visible()
        ana.takes("<img")
        patient.says(hostile)
        ana.hears(hostile)
        assert ana.page.locator("img, script:not([src])").count() == 0
        expect(ana.page).to_have_title("Chats – Support")


def test_the_patient_leaves(new_console: NewConsole, new_tablet: NewTablet) -> None:
    """The agent sees it at once, and can write no more."""
    ana = new_console("Ana")
    with chatting(new_tablet(), "Rosalind") as patient:
        ana.takes("Rosalind")
        patient.tablet.commands.close_chat(patient.chat_id)
        ana.sees("The patient left the chat.")
        expect(ana.page.get_by_label("Your message")).to_have_count(0)
        expect(ana.page.get_by_role("button", name="Find by user ID")).to_have_count(0)


@pytest.mark.rule("S40")
def test_call_backs(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """A request that a tablet recorded comes to the list by itself; done by one agent, it goes from the other's."""
    ana, ben = new_console("Ana"), new_console("Ben")
    for console in (ana, ben):
        console.page.get_by_role("link", name="Call-backs").click()
    tablet = new_tablet()
    phone = Phone.parse("3125550188")
    assert isinstance(phone, Phone)
    tablet.support.ask_call_back("Zebulon", phone, ChatTopic.EMAIL, Language.SPANISH)
    tablet.engine.run_once(tablet.clock.now())
    row = ben.page.get_by_role("row", name="Zebulon")
    expect(row).to_contain_text("+13125550188")
    expect(row).to_contain_text("Email address · Spanish")
    ana.accessible()
    ana.press("Done for Zebulon")
    ana.told("Marked as done.")
    expect(row).to_have_count(0)


def test_after_a_restart(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """While the portal is away the page says so; when it is back, the page is up to date by itself."""
    ana = new_console("Ana")
    tablet = new_tablet()
    house.portal.stop()
    ana.sees("Not connected.")
    house.portal.start()
    with chatting(tablet, "Rosalind"):
        expect(ana.page.get_by_role("button", name="Take the chat of Rosalind")).to_be_visible()
        expect(ana.page.get_by_text("Not connected.")).to_have_count(0)
    ana.said.clear()  # Chromium notes each try


def test_signed_out_elsewhere(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """A page whose session is over goes to the sign-in by itself: no list of patients stays on the screen."""
    ana = new_console("Ana")
    other = ana.page.context.new_page()
    other.goto(f"{house.portal.url}/support/chats")
    other.get_by_role("button", name="Sign out").click()
    with chatting(new_tablet(), "Rosalind"):
        ana.page.wait_for_url("**/support/sign-in")
    ana.said.clear()  # Chromium notes the 401 that led there


def test_by_keyboard_alone(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """From the first Tab an agent skips to the queue, takes a chat, answers, and closes it without a mouse."""
    ana = new_console("Ana")
    keyboard = ana.page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(40):
            keyboard.press("Tab")
            focused = ana.page.evaluate("document.activeElement.textContent.trim()")
            if focused.startswith(name):
                return
        raise AssertionError(f"Tab never came to {name}")

    with chatting(new_tablet(), "Rosalind") as patient:
        expect(ana.page.get_by_role("button", name="Take the chat of Rosalind")).to_be_visible()
        tab_to("Skip to the content")
        keyboard.press("Enter")
        tab_to("Take the chat of Rosalind")
        keyboard.press("Enter")
        expect(ana.page.get_by_label("Your message")).to_be_focused()
        keyboard.type("Hello")
        keyboard.press("Enter")
        patient.hears("Hello")
        ana.page.locator("body").focus()
        tab_to("Close chat")
        keyboard.press("Enter")
        tab_to("Close it")
        keyboard.press("Enter")
        patient.is_told("closed")


def test_without_script(house: House, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """Every doing is a form: the console works where no script runs, only not by itself."""
    ana = new_console("Ana", java_script_enabled=False)
    with chatting(new_tablet(), "Rosalind") as patient:
        ana.page.reload()
        ana.takes("Rosalind")
        ana.page.get_by_label("Your message").fill("Hello")
        ana.press("Send")
        ana.hears("Hello")
        patient.hears("Hello")
        patient.says("Good morning")
        ana.page.reload()
        ana.hears("Good morning")


def test_accessible(house: House, browser: Browser, new_console: NewConsole, new_tablet: NewTablet) -> None:
    """axe-core finds nothing on any page, in any state: signing in, refused, away, queue, chat, account, call-backs."""
    account(house, "rosalind.axe")
    stranger = Console.open(browser, house.portal.url)
    stranger.page.goto(f"{house.portal.url}/support")
    stranger.accessible()
    stranger.page.get_by_label("Name").fill("nobody")
    stranger.page.get_by_label("Password").fill("wrong")
    stranger.page.get_by_label("6-digit code").fill("123456")
    stranger.press("Sign in")
    stranger.sees("This did not work.")
    stranger.accessible()
    stranger.page.context.close()

    ana, ben = new_console("Ana"), new_console("Ben")
    ana.accessible()
    with chatting(new_tablet(), "Rosalind") as patient, chatting(new_tablet(), "Théo"):
        ben.takes("Théo")
        expect(ana.page.get_by_role("heading", name="With colleagues")).to_be_visible()
        ana.accessible()
        ana.takes("Rosalind")
        patient.says("Good morning")
        ana.says("Hello")
        ana.accessible()
        ana.finds("rosalind.axe")
        ana.accessible()
        ana.press("Send a code to the phone on file")
        ana.accessible()
        ana.page.get_by_text("Another account").click()
        ana.accessible()
    ana.sees("The patient left the chat.")
    ana.accessible()
    ana.press("Go away")
    ana.page.goto(f"{house.portal.url}/support/call-backs")
    ana.accessible()
    ana.page.set_viewport_size({"width": 640, "height": 800})
    ana.accessible()
    ana.page.goto(f"{house.portal.url}/support/chats/{uuid.uuid4()}")
    ana.sees("There is no such page.")
    ana.accessible()
    ana.said.clear()  # Chromium notes the 404
