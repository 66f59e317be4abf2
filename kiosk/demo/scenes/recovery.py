"""Recovery (S30-S39): forgot the user ID, forgot the password."""

from __future__ import annotations

import re

from kiosk.demo.people import AT_HOME, DISCONNECTED, RIVERSIDE, Person
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient

NEW_PASSWORD = "Cedar2093"  # noqa: S105 - made up
OTHER_PASSWORD = "Ivywall9"  # noqa: S105 - made up


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
    _wishes_password(house, patient, DISCONNECTED, NEW_PASSWORD)
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


def password_at_home(house: House) -> None:
    """Whoever reads the mail at home confirms there; until then the old password works."""
    house.begin("Forgot the password, confirmed at home")
    patient = Patient(house, AT_HOME)
    _wishes_password(house, patient, AT_HOME, OTHER_PASSWORD)
    patient.player.find("confirm_password_page")
    patient.player.tap("confirm_at_home")
    patient.player.find("password_mailed")
    patient.leaves()
    mail = house.mailed("confirm_password", AT_HOME.email)
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/confirm-password/" in word))
    home.sends("", password=OTHER_PASSWORD)
    home.keeps("confirmed.html", "At home: the new password is confirmed")
    house.step(f"At home the mail's link is opened and the new password typed again: {home.heading}")
    house.mailed("password_changed", AT_HOME.email)
    house.end("password changed, at home")


def _wishes_password(house: House, patient: Patient, person: Person, wished: str) -> None:
    """As far as the page that waits for the mail's code."""
    patient.player.tap("forgot_password")
    patient.player.find("recover_user_id")
    patient.fills("recovery_user_id", person.user_id)
    patient.goes_on()
    patient.player.find("set_password")
    patient.fills("security_answer", person.answer)
    patient.fills("new_password", wished)
    patient.picture("Answer your security question and develop a new password")
    house.step(f"{person.name} answers the security question and types a new password.")
    patient.goes_on()


def _leaves(patient: Patient) -> None:
    if patient.player.sees("profile"):
        patient.player.tap("profile_skip")
        patient.player.find("joined")
    patient.leaves()
