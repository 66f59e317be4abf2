"""The console is kind to its agents: live, literal, accessible, by keyboard, without a script, over a restart."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from kiosk.device import Device
from tests.journeys.house import House
from tests.support.browser import Console
from tests.support.patient import account, chatting

pytestmark = pytest.mark.tier("chromium")

NewConsole = Callable[..., Console]
NewTablet = Callable[[], Device]


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
