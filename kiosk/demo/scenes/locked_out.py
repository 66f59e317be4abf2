"""Lockout (S44, S45): five wrong passwords, and a clock."""

from __future__ import annotations

from kiosk.demo.people import LOST_SLIP
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient

TRIES = 5


def wrong_passwords(house: House) -> None:
    """The tablet is free for the next patient meanwhile."""
    house.begin("Locked out")
    patient = Patient(house, LOST_SLIP)
    for number in range(1, TRIES + 1):
        patient.logs_in(f"Papaya{number}")
        if number < TRIES:
            patient.player.find("error_summary")
    patient.player.find("locked")
    patient.player.wait_until(lambda: patient.player.sees("locked_clock"), "the clock")
    patient.picture("Please wait 15 minutes")
    house.step(f"{LOST_SLIP.name} types five wrong passwords: a clock counts 15 minutes down.")
    patient.leaves()
    house.step("The tablet is free for the next patient at once.")
    house.end("locked")
