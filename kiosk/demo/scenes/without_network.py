"""Without a network (K1, S4, S40): a sign-up, a call-back, and a user ID that turns out to be taken."""

from __future__ import annotations

from kiosk.demo.people import AT_HOME, CALLED_BACK, DISCONNECTED, OTHER_USER_ID, RIVERSIDE, SAME_USER_ID
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient


def sign_up(house: House) -> None:
    """The sealed record waits on the tablet until the portal has it for good."""
    house.begin("Sign-up without a network")
    patient = Patient(house, DISCONNECTED)
    with house.no_network(patient.place):
        patient.signs_up()
        patient.ends("saved")
        patient.leaves()
    house.has_account(DISCONNECTED.user_id, RIVERSIDE.name)
    house.mailed("welcome", DISCONNECTED.email)
    house.end("saved, then active")


def call_back(house: House) -> None:
    """No chat without a network, but a sealed request to be called back."""
    house.begin("A call-back without a network")
    patient = Patient(house, CALLED_BACK)
    player = patient.player
    with house.no_network(patient.place):
        player.tap("welcome_help")
        player.find("help")
        player.tap("help_call_back")
        player.find("call_back")
        patient.fills("call_back_name", CALLED_BACK.first)
        patient.fills("call_back_contact", CALLED_BACK.phone)
        player.tap("call_back_topic_sign_up")
        patient.goes_on()
        player.find("call_back_said")
        patient.picture("The request is saved")
        house.step(f"{CALLED_BACK.first} asks to be called back: name, phone number and topic.")
        patient.goes_on()
        player.find("welcome")
    agent = house.agent
    agent.sees_call_back(CALLED_BACK.first, CALLED_BACK.phone)
    agent.browser.keeps("call-backs.html", "The support agent's list of call-backs")
    agent.calls_back()
    house.step("The agent finds the request in the console, calls, and presses “Done”.")
    house.end("saved, then called back")


def user_id_taken(house: House) -> None:
    """Nothing is lost: the patient chooses another one at home."""
    house.begin("A user ID that was taken")
    patient = Patient(house, SAME_USER_ID)
    with house.no_network(patient.place):
        patient.signs_up()
        house.step(f"{SAME_USER_ID.name} wishes the user ID {SAME_USER_ID.user_id}; nobody can check it now.")
        patient.ends("saved")
        patient.leaves()
    house.step(f"The portal decides: {AT_HOME.name} has it already.")
    mail = house.mailed("choose_user_id", SAME_USER_ID.email)
    home = house.browser(RIVERSIDE.host)
    home.opens(next(word for word in mail.words.split() if "/choose-user-id/" in word))
    home.sends("", user_id=OTHER_USER_ID)
    home.keeps("user-id.html", "At home: another user ID is chosen")
    house.step(f"At home the link is opened and {OTHER_USER_ID} chosen: {home.heading}")
    house.has_account(OTHER_USER_ID, RIVERSIDE.name)
    house.mailed("welcome", SAME_USER_ID.email)
    house.end("saved, then active")
