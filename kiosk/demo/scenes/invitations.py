"""Invitations (S9, S10, S13-S19): a printed slip, a code asked for and sent again, and activation at home."""

from __future__ import annotations

import re

from kiosk.demo.mailbox import Mail
from kiosk.demo.people import AT_HOME, INVITED, LOST_SLIP, RIVERSIDE
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient
from kiosk.demo.scenes.receptionist import Receptionist


def with_a_slip(house: House) -> None:
    """The patient scans the slip, and updates the profile at the end."""
    house.begin("Invitation with a printed slip")
    scanned = Receptionist(house).invites(INVITED, pictures=True)
    patient = Patient(house, INVITED)
    patient.player.find("welcome")
    patient.player.scan(scanned)
    patient.player.find("invited_person")
    house.step(f"{INVITED.name} holds the slip in front of the tablet's scanner.")
    patient.fills_date("invited_birth_date")
    patient.fills("invited_zip", INVITED.zip_code)
    patient.picture("Date of birth and ZIP code")
    house.step("Date of birth and ZIP code agree with the invitation.")
    patient.goes_on()
    patient.answers_questions()
    patient.chooses_credentials()
    patient.ends("profile", picture="The account is there; the profile may be updated")
    house.has_account(INVITED.user_id, RIVERSIDE.name)
    house.has_activated(INVITED)
    patient.fills("profile_street", "2210 W 35th St")
    patient.fills("profile_city", "Chicago, IL")
    patient.player.tap("profile_contact_email")
    patient.goes_on()
    patient.player.wait_until(lambda: not patient.player.sees("profile"), "the profile's end")
    house.step("“update profile”: street, city, and how the practice may reach the patient best.")
    patient.ends("active")
    house.mailed("welcome", INVITED.email)
    patient.leaves()
    house.end("active")


def code_resent(house: House) -> None:
    """Who was invited and signs up instead is asked for the code."""
    house.begin("Sign-up of an invited person")
    Receptionist(house).invites(LOST_SLIP)
    patient = Patient(house, LOST_SLIP)
    patient.begins()
    patient.tells_about_self()
    patient.answers_questions()
    patient.player.find("code_asked")
    house.step(f"{LOST_SLIP.name} lost the slip and signs up: the tablet asks for the activation code, and says why.")
    patient.player.tap("resend_code")
    mail = house.mailed("code_resend", LOST_SLIP.email)
    patient.player.find("resend_said")
    patient.fills("asked_code", _code(mail))
    patient.picture("The code is asked for, sent again, and typed")
    patient.goes_on()
    house.step("The code from the mail is typed.")
    patient.chooses_credentials()
    patient.ends("active")
    house.has_account(LOST_SLIP.user_id, RIVERSIDE.name)
    house.has_activated(LOST_SLIP)
    house.mailed("welcome", LOST_SLIP.email)
    patient.leaves()
    house.end("active")


def at_home(house: House) -> None:
    """The same code opens the portal's own page."""
    house.begin("Invitation by mail, activated at home")
    Receptionist(house).invites(AT_HOME, by_mail=True)
    mail = house.mailed("invitation", AT_HOME.email)
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/a#" in word))
    house.step(f"{AT_HOME.name} opens the mail's link at home, in a browser that runs no scripts.")
    person = AT_HOME
    born = {"month": person.month, "day": person.day, "year": person.year}
    home.keeps("activate.html", "At home: activate the account")
    home.sends("", relationship="self", code=_code(mail), zip_code=person.zip_code, **born)
    home.keeps("account.html", "At home: user ID and password")
    wished = {"user_id": person.user_id, "password": person.password, "again": person.password}
    secret = {"question": person.question, "answer": person.answer, "consent": "yes"}
    home.sends("", gender=person.gender, phone=person.phone, **wished, **secret)
    if "Congratulations" not in home.heading:
        raise PlayError(f"the page says {home.heading}")
    house.step(f"The page says: {home.heading}")
    home.keeps("profile.html", "At home: the account is there")
    home.sends("", address="1830 S Throop St\nChicago, IL 60608", preference="mail")
    house.step("“update profile”, at home, too.")
    house.has_account(AT_HOME.user_id, RIVERSIDE.name)
    house.has_activated(AT_HOME)
    house.mailed("welcome", AT_HOME.email)
    house.end("active, at home")


def _code(mail: Mail) -> str:
    """The activation code as the mail shows it."""
    found = re.search(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\b", mail.words)
    if found is None:
        raise PlayError("the mail shows no activation code")
    return found[0]
