"""HealthKey (S20-S29): somebody who has an account comes to another practice."""

from __future__ import annotations

import re

from kiosk.demo.people import INVITED, NEARLY_KNOWN, NORTHGATE, SIGNS_UP
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient


def exact_match(house: House) -> None:
    """All six fields agree: a mail with the user ID, no second account, and "Log in" joins the practice."""
    house.begin("HealthKey: known at another practice")
    patient = Patient(house, SIGNS_UP, house.northgate)
    patient.begins()
    patient.tells_about_self()
    patient.answers_questions()
    patient.player.find("have_account")
    patient.picture("You already have a HealthKey account")
    house.step(f"{SIGNS_UP.name} signs up at {NORTHGATE.name}: the tablet says that there is an account already.")
    house.mailed("account_exists", SIGNS_UP.email)
    patient.goes_on()
    patient.logs_in()
    house.step("“Log in”, with user ID and password.")
    patient.joins()
    house.has_account(SIGNS_UP.user_id, NORTHGATE.name)
    house.mailed("practice_joined", SIGNS_UP.email)
    patient.leaves()
    house.end("joined")


def close_match(house: House) -> None:
    """Nickname, new ZIP and new email, but the old phone: "Verify by Phone Number"."""
    house.begin("HealthKey: a close match, verified by phone")
    patient = Patient(house, NEARLY_KNOWN, house.northgate)
    patient.begins()
    patient.tells_about_self()
    patient.answers_questions()
    patient.player.find("verify_phone")
    house.step(f"{INVITED.name} signs up as {NEARLY_KNOWN.first}, with a new ZIP code and email: a close match.")
    patient.fills("verified_phone", NEARLY_KNOWN.phone)
    patient.picture("Verify by Phone Number")
    patient.goes_on()
    patient.player.find("phone_code")
    digits = re.search(r"\b[0-9]{6}\b", house.texted(f"+1{NEARLY_KNOWN.phone}"))
    if digits is None:
        raise PlayError("the text message shows no code")
    house.step("The phone number is typed, and a text message with six digits arrives there.")
    patient.fills("sms_code", digits[0])
    patient.picture("The code of the text message")
    patient.goes_on()
    patient.player.find("have_account")
    house.step("The digits are right: there is an account already.")
    house.mailed("account_exists", INVITED.email)
    patient.goes_on()
    patient.logs_in()
    patient.joins()
    house.has_account(INVITED.user_id, NORTHGATE.name)
    house.mailed("practice_joined", INVITED.email)
    patient.leaves()
    house.end("joined")
