"""Recovery (S30-S39): forgot the user ID, forgot the password."""

from __future__ import annotations

import re

from kiosk.demo.people import DISCONNECTED
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient

NEW_PASSWORD = "Cedar2093"  # noqa: S105 - made up


def user_id(house: House) -> None:
    """Email, date of birth, secret question: the user ID comes by mail, never on the screen."""
    house.begin("Forgot the user ID")
    patient = Patient(house, DISCONNECTED)
    patient.player.tap("forgot_user_id")
    patient.player.find("recover_email")
    patient.fills("recovery_email", DISCONNECTED.email)
    patient.goes_on()
    patient.player.find("recover_birth_date")
    patient.fills_date("recovery_birth_date")
    patient.goes_on()
    patient.player.find("recover_answer")
    patient.fills("recovery_answer", DISCONNECTED.answer)
    patient.picture("Answer your secret question")
    house.step(f"{DISCONNECTED.name} gives email and date of birth, and answers the secret question.")
    patient.goes_on()
    patient.player.find("user_id_sent")
    patient.picture("The user ID comes by mail")
    mail = house.mailed("user_id_reminder", DISCONNECTED.email)
    if DISCONNECTED.user_id not in mail.words:
        raise PlayError("the mail does not hold the user ID")
    patient.leaves()
    house.end("mailed")


def password(house: House) -> None:
    """The new password counts when the mail's code and the password, typed again, confirm it."""
    house.begin("Forgot the password")
    patient = Patient(house, DISCONNECTED)
    patient.player.tap("forgot_password")
    patient.player.find("recover_user_id")
    patient.fills("recovery_user_id", DISCONNECTED.user_id)
    patient.goes_on()
    patient.player.find("set_password")
    patient.fills("security_answer", DISCONNECTED.answer)
    patient.fills("new_password", NEW_PASSWORD)
    patient.picture("Answer your security question and develop a new password")
    house.step(f"{DISCONNECTED.name} answers the security question and types a new password.")
    patient.goes_on()
    patient.player.find("confirm_password_page")
    mail = house.mailed("confirm_password", DISCONNECTED.email)
    digits = re.search(r"\b[0-9]{6}\b", mail.words)
    if digits is None:
        raise PlayError("the mail shows no code")
    patient.fills("confirm_code", digits[0])
    patient.fills("confirm_password", NEW_PASSWORD)
    patient.picture("Confirm your password")
    patient.goes_on()
    patient.player.find("password_confirmed")
    house.step("The mail's code and the new password, typed again, confirm it.")
    house.mailed("password_changed", DISCONNECTED.email)
    patient.leaves()
    patient.logs_in(NEW_PASSWORD)
    patient.comes_to("joined", "profile")
    house.step("The new password logs in.")
    _leaves(patient)
    house.end("password changed")


def _leaves(patient: Patient) -> None:
    if patient.player.sees("profile"):
        patient.player.tap("profile_skip")
        patient.player.find("joined")
    patient.leaves()
