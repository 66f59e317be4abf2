"""Sign-up, connected (S1-S8, S11, S12): for oneself, for two children, and where the desk has to look first."""

from __future__ import annotations

from kiosk.demo.people import CHILD, GUARDIAN, NO_EMAIL, RIVERSIDE, SIBLING, SIGNS_UP, TEENAGER
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient
from kiosk.demo.scenes.receptionist import Receptionist


def sign_up(house: House) -> None:
    """Everything on the tablet's own keyboard."""
    house.begin("Sign-up")
    patient = Patient(house, SIGNS_UP, by_touch=True)
    patient.picture("Welcome")
    house.step(f"{SIGNS_UP.name} uses the tablet's own keyboard.")
    patient.signs_up(pictures=True)
    patient.ends("active")
    house.has_account(SIGNS_UP.user_id, RIVERSIDE.name)
    mail = house.mailed("welcome", SIGNS_UP.email)
    patient.leaves()
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/verify-email/" in word))
    home.sends("")
    home.keeps("verified.html", "At home: the email address is confirmed")
    house.step("At home the mail's link is opened and its button pressed: the email address is confirmed.")
    house.end("active")


def two_children(house: House) -> None:
    """A guardian signs two children up; each gets an account of their own."""
    house.begin("A guardian signs up two children")
    patient = Patient(house, CHILD)
    patient.begins()
    patient.tells_about_self(guardian=GUARDIAN)
    house.step(f"{GUARDIAN} chooses “This account is for my child” and types the child's name and date of birth.")
    patient.answers_questions()
    patient.chooses_credentials()
    patient.ends("active")
    house.has_account(CHILD.user_id, RIVERSIDE.name)
    house.mailed("welcome", CHILD.email)
    patient.player.tap("active_another")
    house.step("“Create another account”: the guardian's ZIP code, email and phone are there; nothing else is.")
    second = Patient(house, SIBLING)
    second.tells_about_self(guardian=GUARDIAN)
    second.answers_questions()
    second.chooses_credentials()
    second.ends("active", picture="The second child's ending")
    house.has_account(SIBLING.user_id, RIVERSIDE.name)
    house.mailed("welcome", SIBLING.email)
    second.leaves()
    house.end("active, active")


def no_email(house: House) -> None:
    """Held until the front desk has seen a photo ID."""
    house.begin("“I have no email”")
    patient = Patient(house, NO_EMAIL)
    patient.begins()
    patient.tells_about_self(picture="“I have no email”")
    patient.player.find("held_about")
    patient.picture("The page is held; nothing of the patient stands on it")
    house.step(f"{NO_EMAIL.name} ticks “I have no email”. The page is held and asks the front desk.")
    Receptionist(house).allows(NO_EMAIL)
    house.step("The front desk checks the photo ID and lets the patient go on.")
    patient.answers_questions()
    house.step("The held page goes on by itself: gender and phone.")
    patient.chooses_credentials()
    patient.ends("active")
    house.has_account(NO_EMAIL.user_id, RIVERSIDE.name)
    patient.leaves()
    house.end("active, without a mail")


def teenager(house: House) -> None:
    """Too young to sign up alone, and from a place without US ZIP codes: the desk decides both with one look."""
    house.begin("A fifteen-year-old without a US ZIP code")
    patient = Patient(house, TEENAGER)
    patient.begins()
    patient.tells_about_self(picture="Fifteen years old, and “I have no US ZIP”")
    patient.player.find("held_about")
    house.step(f"{TEENAGER.name} is fifteen and ticks “I have no US ZIP”. The page is held and asks the front desk.")
    Receptionist(house).allows(TEENAGER, picture="Front desk: a minor without a US ZIP code")
    house.step("The front desk checks the photo ID and lets the patient go on.")
    patient.answers_questions()
    patient.chooses_credentials()
    patient.ends("active")
    house.has_account(TEENAGER.user_id, RIVERSIDE.name)
    house.mailed("welcome", TEENAGER.email)
    patient.leaves()
    house.end("active")
