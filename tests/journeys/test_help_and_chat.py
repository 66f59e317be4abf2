"""Help from any page, and a chat between a tablet and two agents in browsers of their own (S40-S42, S47, S48)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect
from PySide6.QtWidgets import QApplication

from tests.journeys.canaries import on_screen
from tests.journeys.conftest import Stage
from tests.journeys.home import Home
from tests.journeys.house import House, words_of
from tests.journeys.known import know, other_digits, verify
from tests.journeys.line import EVERYWHERE, Fault
from tests.journeys.people import somebody
from tests.journeys.screen import gone
from tests.journeys.steps import Patient
from tests.journeys.steps_support import asked_to_call, console, fills_in_call_back
from tests.journeys.test_remembers_nobody import fall_silent, start_over
from tests.support.browser import Console

NOTICE = (
    "PLEASE NOTE: HealthKey Support is able to assist you with technical support only. We can provide you with login "
    "assistance and we can help if you encounter difficulty when trying to accomplish a task in the portal. If you are "
    "a patient and have questions about your appointment, your bill, your medical care, or the contents of a message "
    "you received on the portal, please contact your practice directly as HealthKey Support is unable to answer "
    "questions related to the service you receive at your doctor's office."
)
HOSTILE = "<b>bold</b> <img src=x onerror=document.title=1> & %1 &amp; {{ 7*7 }}"
NEW = "Harbor99new"


@pytest.fixture
def agent(house: House, browser: Browser) -> Iterator[Callable[[str], Console]]:
    """Return what brings an agent to a console; all sign out at the end, and no page complained."""
    expect.set_options(timeout=20_000)
    opened: list[Console] = []

    def come(display_name: str) -> Console:
        opened.append(console(house, browser, display_name))
        return opened[-1]

    yield come
    said = [text for window in opened for text in window.said]
    for window in opened:
        window.press("Sign out")
        window.page.wait_for_url("**/support/sign-in")
        window.page.context.close()
    assert said == []


@pytest.fixture
def patient(house: House, tablet: Stage) -> Patient:
    """Return somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


def waits(patient: Patient, topic: str) -> None:
    """Ask for help and open a chat."""
    patient.asks_for_help()
    patient.wants_to_chat(topic)
    patient.comes_to("chat_line")


def presence(patient: Patient, words: str) -> None:
    """Wait until the tablet says who is there."""
    patient.player.wait_until(lambda: words in patient.reads("chat_who"), words)


class TestHelp:
    """The link "Need Help?" on every page."""

    @pytest.mark.rule("S42", "S46")
    @pytest.mark.parametrize("where", ["about_you", "log_in", "recover", "password"])
    def test_answers_are_kept(self, tablet: Stage, where: str) -> None:
        """The source's words, an answer unfolded; "Close help" leads back to what was typed."""
        player, person = tablet.player, somebody()
        patient = Patient(player, person)
        opens, line, typed = {
            "about_you": ("create_account", "first_name", person.first),
            "log_in": ("log_in", "log_in_user_id", person.user_id),
            "recover": ("forgot_user_id", "recovery_email", person.email),
            "password": ("forgot_password", "recovery_user_id", person.user_id),
        }[where]
        player.tap(opens)
        player.keys(line, typed)
        patient.asks_for_help()
        assert patient.reads("help_title") == "Need Help?"
        assert patient.reads("help_lead") == "We're here for you!"
        assert patient.reads("help_still") == "Still need help?"
        assert patient.reads("help_chat") == "Click on the link to chat with us!"
        asked = {patient.reads(f"help_question_{number}"): number for number in range(11)}
        browsers = asked["What browser should I use?"]
        player.tap(f"help_question_{browsers}")
        assert "Firefox, Chrome, Edge and Safari" in patient.reads(f"help_answer_{browsers}")
        player.tap("primary")
        assert player.find(line).property("text") == typed


@pytest.mark.tier("chromium")
class TestChat:
    """A tablet and two browsers at once."""

    @pytest.mark.rule("S40", "S47", "S48")
    def test_a_direct_link_to_reset_the_password(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console], home: Home
    ) -> None:
        """The notice whole, the queue seen by both, one takes it, both talk; the link leads to a new password here."""
        person = patient.person
        verify(house, home, person)
        ana, ben = agent("Ana"), agent("Ben")
        patient.asks_for_help()
        tablet.player.tap("help_chat")
        assert patient.reads("chat_notice") == NOTICE
        assert patient.reads("chat_emergency") == "In an emergency call 911."
        tablet.player.keys("chat_name", person.first)
        tablet.player.tap("chat_topic_secret_question")
        tablet.player.tap("primary")
        presence(patient, "Please wait. Somebody will be with you soon.")
        for window in (ana, ben):
            expect(window.page.get_by_role("button", name=f"Take the chat of {person.first}")).to_be_visible()
            window.sees("Secret question · English")
        ana.takes(person.first)
        expect(ben.page.get_by_role("heading", name="With colleagues")).to_be_visible()
        expect(ben.page.get_by_role("button", name=f"Take the chat of {person.first}")).to_have_count(0)
        presence(patient, "You are talking to Ana.")

        ana.says(f"{HOSTILE} \N{RIGHT-TO-LEFT OVERRIDE}?")
        patient.hears(f"{HOSTILE} \N{RIGHT-TO-LEFT OVERRIDE}?")
        patient.says(HOSTILE)
        ana.hears(HOSTILE)
        assert ana.page.locator("img, b").count() == 0
        patient.says(f"I don't remember my secret question. I am {person.user_id}.")
        ana.hears(f"I don't remember my secret question. I am {person.user_id}.")
        ana.finds(person.user_id)
        ana.press("Send a direct link to reset the password")
        ana.told("The link is on its way to the address on file.")
        mail = house.mailed(person.email, "direct_reset")
        for _ in range(3):
            home.opens(mail, "reset-password/")
        before = house.accounts(person.email)
        home.fill("New password", NEW)
        home.fill("The same password again", f"{NEW}x")
        home.press()
        assert house.accounts(person.email) == before
        home.fill("New password", NEW)
        home.fill("The same password again", NEW)
        home.press()
        assert home.heading() == "Your password is changed."
        house.mailed(person.email, "password_changed")
        home.opens(mail, "reset-password/")
        assert home.heading() == "This link has been used or is too old"

        ana.page.get_by_text("Close chat").click()
        ana.press("Close it")
        presence(patient, "The chat has ended.")
        assert not patient.sees("chat_line")
        tablet.player.tap("primary")
        patient.logs_in()
        assert patient.problem() == "User ID and password do not match. Please try again."
        patient.starts_over()
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")

    @pytest.mark.rule("S40", "S8")
    def test_no_direct_link_to_an_address_nobody_has_proven(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console], home: Home
    ) -> None:
        """The agent reads why, and has no such button; the patient opens the welcome mail's link, and then it goes."""
        person = patient.person
        ana = agent("Ana")
        waits(patient, "password")
        ana.takes(person.first)
        ana.finds(person.user_id)
        ana.sees("not verified")
        ana.sees("A direct link to reset the password needs a verified email address.")
        reset = ana.page.get_by_role("button", name="Send a direct link to reset the password")
        expect(reset).to_have_count(0)
        verify(house, home, person)
        ana.page.reload()
        ana.press("Send a direct link to reset the password")
        ana.told("The link is on its way to the address on file.")
        house.mailed(person.email, "direct_reset")
        tablet.player.tap("primary")

    @pytest.mark.rule("S41")
    def test_the_user_id_by_mail(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console]
    ) -> None:
        """Found by email and date of birth; the mail says the user ID, neither tablet nor console does."""
        person = patient.person
        ana = agent("Ana")
        waits(patient, "user_id")
        ana.takes(person.first)
        ana.page.get_by_label("Email", exact=True).fill(person.email)
        ana.page.get_by_label("Date of birth").fill(f"{person.year}-{int(person.month):02d}-{int(person.day):02d}")
        ana.press("Find by email")
        ana.told("This account is now part of the chat.")
        ana.press("Send the user ID")
        ana.told("The user ID is on its way to the address on file.")
        assert person.user_id not in ana.page.content()
        assert person.email not in ana.page.content()
        assert person.user_id in words_of(house.mailed(person.email, "user_id_reminder"))
        tablet.player.tap("primary")

    @pytest.mark.rule("S41")
    def test_a_new_email_address(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console], home: Home
    ) -> None:
        """Only after the digits of the phone on file; the link at the new address makes it so; the old one is told."""
        person = patient.person
        new = f"new.{person.email}"
        ana = agent("Ana")
        waits(patient, "email")
        ana.takes(person.first)
        ana.finds(person.user_id)
        expect(ana.page.get_by_label("New email address")).to_have_count(0)
        ana.press("Send a code to the phone on file")
        ana.told("Ask the patient for its 6 digits.")
        digits = house.phone_code(person.phone)
        ana.page.get_by_label("The 6 digits the patient tells you").fill(other_digits(digits))
        ana.press("Check")
        ana.told("The code is wrong.")
        patient.says(f"It says {digits}")
        ana.hears(f"It says {digits}")
        ana.page.get_by_label("The 6 digits the patient tells you").fill(digits)
        ana.press("Check")
        ana.told("You can now update the email address.")
        ana.page.get_by_label("New email address").fill(new)
        ana.press("Send a link to confirm it")
        ana.told("the old address gets a notice then")
        mail = house.mailed(new, "verify_email")
        for _ in range(3):
            home.opens(mail, "verify-email/")
        assert [account.email for account in house.accounts(person.email)] == [person.email]
        home.press()
        assert home.heading() == "Thank you. This is your email address."
        (account,) = house.accounts(new)
        assert (account.email, account.email_verified, account.user_id) == (new, True, person.user_id)
        assert house.accounts(person.email) == []
        notice = house.mailed(person.email, "email_changed")
        assert notice.message["Subject"] == "Your email address was changed"
        assert new not in words_of(notice)
        tablet.player.tap("primary")

    @pytest.mark.rule("S40", "K3")
    @pytest.mark.parametrize("way", ["button", "start over", "silence"])
    def test_leaving_ends_the_chat(
        self,
        house: House,
        tablet: Stage,
        patient: Patient,
        agent: Callable[[str], Console],
        qapp: QApplication,
        way: str,
    ) -> None:
        """However the patient leaves, the agent sees it and can write no more; the tablet forgets every line."""
        person = patient.person
        ana = agent("Ana")
        if way != "button":
            tablet.player.tap("forgot_user_id")
            tablet.player.keys("recovery_email", person.email)
        waits(patient, "other")
        ana.takes(person.first)
        patient.says(f"My email is {person.email}")
        ana.says(f"Thank you, {person.first}")
        patient.hears(f"Thank you, {person.first}")
        if way == "button":
            tablet.player.tap("primary")
        else:
            {"start over": start_over, "silence": fall_silent}[way](tablet, patient)
        ana.sees("The patient left the chat.")
        expect(ana.page.get_by_label("Your message")).to_have_count(0)
        tablet.player.find("welcome")
        gone(tablet.player)
        assert on_screen(qapp, [person]) == []

    @pytest.mark.rule("S40")
    def test_a_place_in_the_queue(
        self, house: House, tablet: Stage, stages: Callable[..., Stage], agent: Callable[[str], Console]
    ) -> None:
        """The second of two patients reads the place in line, and comes first when the first is served."""
        first, second = Patient(tablet.player, somebody()), Patient(stages("tablet", "second").player, somebody())
        ana = agent("Ana")
        waits(first, "password")
        waits(second, "password")
        presence(second, "Please wait. You are number 2 in line.")
        ana.takes(first.person.first)
        presence(second, "Please wait. Somebody will be with you soon.")
        ana.takes(second.person.first)
        presence(second, "You are talking to Ana.")
        for one in (first, second):
            one.player.tap("primary")
            one.player.find("welcome")

    @pytest.mark.rule("S40", "K1")
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.LOST_ANSWER], ids=lambda fault: fault.name.lower())
    def test_a_line_that_breaks(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console], fault: Fault
    ) -> None:
        """What was said meanwhile is kept and arrives once, in order, when the line is whole again."""
        ana = agent("Ana")
        waits(patient, "other")
        ana.takes(patient.person.first)
        presence(patient, "You are talking to Ana.")
        house.line.breaks(fault, path=EVERYWHERE if fault is Fault.ERROR else "/v1/commands/say")
        patient.says("First")
        patient.says("Second")
        house.line.wait_until_met()
        if fault is Fault.ERROR:
            presence(patient, "Your lines are kept and sent again.")
        house.line.mends()
        patient.player.wait_until(lambda: patient.on_their_way() == [], "the lines to arrive")
        ana.hears("Second")
        texts = ana.page.get_by_role("log").locator(".text").all_inner_texts()
        assert texts == ["First", "Second"]
        tablet.player.tap("primary")


@pytest.mark.tier("chromium")
class TestCallBack:
    """Nobody is there, or the tablet is not connected."""

    @pytest.mark.rule("S40")
    def test_nobody_on_duty(
        self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console]
    ) -> None:
        """The chat says so at once and leads to the call-back; the request stands at the console, with its topic."""
        person = patient.person
        waits(patient, "email")
        assert patient.reads("chat_alone").startswith("It takes long now.")
        tablet.player.tap("chat_call_back")
        fills_in_call_back(patient, person.phone, "email")
        assert patient.reads("call_back_said").startswith("Your request is saved.")
        tablet.player.tap("primary")
        tablet.player.find("welcome")
        tablet.synced()
        ana = agent("Ana")
        ana.page.get_by_role("link", name="Call-backs").click()
        row = ana.page.get_by_role("row", name=person.first)
        expect(row).to_contain_text(f"+1{person.phone}")
        expect(row).to_contain_text("Email address · English")
        expect(row).to_contain_text("Lakeside Family Practice")
        row.get_by_role("button").click()
        ana.told("Marked as done.")
        expect(row).to_have_count(0)

    @pytest.mark.rule("S40", "K1")
    def test_disconnected(self, house: House, tablet: Stage, patient: Patient, agent: Callable[[str], Console]) -> None:
        """No chat, but a request that waits sealed; an agent who is looking sees it come when the line is back."""
        person = patient.person
        ana = agent("Ana")
        ana.page.get_by_role("link", name="Call-backs").click()
        house.line.close()
        patient.asks_for_help()
        patient.wants_to_chat("password")
        assert patient.reads("chat_nobody").startswith("Nobody can chat right now.")
        tablet.player.tap("chat_nobody_call_back")
        fills_in_call_back(patient, person.email, "password")
        tablet.player.tap("primary")
        tablet.player.find("welcome")
        assert tablet.device.outbox.counts().waiting == 1
        assert asked_to_call(house, person.first) == []
        house.line.mends()
        tablet.synced()
        expect(ana.page.get_by_role("row", name=person.first)).to_contain_text(person.email)
