"""Help and chat (S40-S42, S47): a support agent sends a direct link, a user ID, and updates an email address."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRegularExpression

from kiosk.demo.people import LOST_SLIP, NEW_ADDRESS, RIVERSIDE, SIGNS_UP, Person
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient
from kiosk.ui.widgets import Text

NEW_PASSWORD = "Marina2084"  # noqa: S105 - made up

ASKED = "I forgot my password and the answer to my secret question."
ANSWERED = "Hello Marisol! What is your user ID? I can send you a direct link."
SENT = "The link is on its way to your email address. It works once, for 60 minutes."

MOVED = f"I forgot my user ID, and {LOST_SLIP.email} is not my email address any more."
TEXTED = "Hello Priya! Your phone on file gets 6 digits now. Please type them here, and your new address."
MAILED = "The new address counts now, and your user ID is on its way there."

_ARRIVED: Final = QRegularExpression("^chat_bubble_[0-9]{1,4}_text$")
"""Lines that are on their way have longer numbers."""


def direct_link(house: House) -> None:
    """The agent never sees a password; the link goes to the address on file."""
    house.begin("Help, and a chat with support")
    agent = house.agent
    agent.signs_in()
    house.step("A support agent signs in to the console with a password and a second factor.")
    patient = Patient(house, SIGNS_UP)
    player = patient.player
    _begins_chat(patient, SIGNS_UP, "secret_question", pictures=True)
    house.step(f"{SIGNS_UP.first} opens the help and begins a chat.")
    agent.takes()
    _says(patient, ASKED)
    agent.reads(ASKED)
    agent.says(ANSWERED)
    _hears(patient, ANSWERED)
    _says(patient, SIGNS_UP.user_id)
    agent.finds(SIGNS_UP.user_id)
    agent.sends_direct_link()
    agent.says(SENT)
    _hears(patient, SENT)
    patient.picture("The chat with support")
    agent.browser.keeps("console.html", "The support agent's console")
    house.step("The agent takes the chat, finds the account and sends a direct link to the address on file.")
    mail = house.mailed("direct_reset", SIGNS_UP.email)
    patient.goes_on()
    player.find("welcome")
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/reset-password/" in word))
    home.keeps("reset.html", "At home: choose a new password")
    home.sends("", password=NEW_PASSWORD, again=NEW_PASSWORD)
    house.step(f"At home the link is opened and a new password chosen: {home.heading}")
    house.mailed("password_changed", SIGNS_UP.email)
    patient.logs_in(NEW_PASSWORD)
    if patient.comes_to("joined", "profile") == "profile":
        player.tap("profile_skip")
        player.find("joined")
    house.step("The new password logs in.")
    patient.leaves()
    house.end("password changed")


def new_email(house: House) -> None:
    """The digits of the phone on file prove who asks; the link at the new address makes it the account's."""
    house.begin("A new email address, and a forgotten user ID")
    agent = house.agent
    patient = Patient(house, LOST_SLIP)
    _begins_chat(patient, LOST_SLIP, "email")
    agent.takes()
    _says(patient, MOVED)
    agent.reads(LOST_SLIP.email)
    agent.finds_by_email(LOST_SLIP.email, LOST_SLIP.born)
    agent.asks_for_phone_code()
    agent.says(TEXTED)
    _hears(patient, TEXTED)
    digits = re.search(r"\b[0-9]{6}\b", house.texted(f"+1{LOST_SLIP.phone}"))
    if digits is None:
        raise PlayError("the text message shows no code")
    _says(patient, digits[0])
    agent.checks_phone_code(digits[0])
    house.step(f"{LOST_SLIP.first} asks for another address; the six digits sent to the phone on file prove who asks.")
    _says(patient, NEW_ADDRESS.email)
    agent.updates_email(NEW_ADDRESS.email)
    agent.browser.keeps("new-email.html", "The support agent's console: another email address")
    mail = house.mailed("verify_email", NEW_ADDRESS.email)
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/verify-email/" in word))
    home.sends("")
    house.step("The link at the new address is opened and its button pressed; the old address gets a notice.")
    house.mailed("email_changed", LOST_SLIP.email)
    agent.sends_user_id()
    house.step("The agent sends the user ID, which nobody reads out, to the address on file.")
    if LOST_SLIP.user_id not in house.mailed("user_id_reminder", NEW_ADDRESS.email).words:
        raise PlayError("the mail does not hold the user ID")
    agent.says(MAILED)
    _hears(patient, MAILED)
    patient.picture("The chat about a new email address")
    patient.goes_on()
    patient.player.find("welcome")
    house.end("email changed, user ID mailed")


def _begins_chat(patient: Patient, person: Person, topic: str, *, pictures: bool = False) -> None:
    player = patient.player
    player.tap("welcome_help")
    player.find("help")
    if pictures:
        patient.picture("Need Help? We're here for you!")
    player.tap("help_chat")
    player.find("chat_start")
    patient.fills("chat_name", person.first)
    player.tap(f"chat_topic_{topic}")
    if pictures:
        patient.picture("Before the first message: technical support only")
    patient.goes_on()
    player.find("chat_talk")


def _says(patient: Patient, line: str) -> None:
    patient.fills("chat_line", line)
    patient.player.tap("chat_send")
    _hears(patient, line)


def _hears(patient: Patient, line: str) -> None:
    """Wait until a line stands in the conversation; the patient's own once the portal has it."""

    def there() -> bool:
        return any(text.text() == line for text in patient.player.window.findChildren(Text, _ARRIVED))

    patient.player.wait_until(there, "the line in the conversation")
