"""Support, seen from both sides: what a patient does who is called back, and who is at the agents' consoles."""

from __future__ import annotations

import itertools
from typing import Final

import sqlalchemy as sa
from playwright.sync_api import Browser

from kiosk.portal import call_backs
from kiosk.portal import tables_support as ts
from tests.journeys.house import House, utc_now
from tests.journeys.steps import Patient
from tests.support.agents import add_agent
from tests.support.browser import Console

_numbers: Final = itertools.count(1)


def fills_in_call_back(patient: Patient, contact: str, topic: str) -> None:
    """The form of a call-back, wherever it was opened from."""
    player = patient.player
    player.find("call_back")
    player.keys("call_back_name", patient.person.first)
    player.keys("call_back_contact", contact)
    player.tap(f"call_back_topic_{topic}")
    player.tap("primary")
    player.find("call_back_said")


def asked_to_call(house: House, first: str) -> list[str]:
    """Phone numbers or addresses at which somebody of that name asked to be called back."""
    rows = house.rows(sa.select(ts.call_backs).where(ts.call_backs.c.data.is_not(None)))
    asked = [call_backs.read(house.keys, row) for row in rows]
    return [one.contact for one in asked if one.name == first]


def console(house: House, browser: Browser, display_name: str) -> Console:
    """An agent of their own, signed in and available in a browser context of their own."""
    agent = add_agent(house.database, house.keys, f"agent{next(_numbers)}", display_name, utc_now())
    window = Console.open(browser, house.portal.url)
    window.sign_in(agent)
    return window
