"""Two agents in two browsers and a patient at a tablet, at once, over a real portal process with real SMTP."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from kiosk.device import Device
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language, Phone
from kiosk.portal import tables as t
from tests.journeys.house import House, utc_now
from tests.support.agents import add_account
from tests.support.browser import Console
from tests.support.patient import account, chatting

pytestmark = pytest.mark.tier("chromium")

NewConsole = Callable[..., Console]
NewTablet = Callable[[], Device]


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
        code = house.phone_code("3125550163")  # comes to the phone on file

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


@pytest.mark.rule("S47", "S48")
def test_technical_support_only(new_console: NewConsole, new_tablet: NewTablet) -> None:
    """Before and in every chat agents read what support is for, and what to do in an emergency."""
    ana = new_console("Ana")
    ana.sees("Technical support only.")
    with chatting(new_tablet(), "Rosalind"):
        ana.takes("Rosalind")
        ana.sees("Technical support only.")
        ana.sees("In an emergency: call 911.")


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
