"""The patient walks away where the portal or the tablet's files were asked before: nothing of them is left (K3).

What stands on the screen is looked for at every step, by tests/ui/test_walk_away.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.device import Device
from tests.journeys import screen
from tests.journeys.canaries import in_files, in_rows, on_screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import recorded, synced, table_rows
from tests.journeys.house import House
from tests.journeys.known import invited, other_digits
from tests.journeys.people import somebody
from tests.journeys.steps import Patient
from tests.journeys.test_remembers_nobody import fall_silent

Way = Callable[[House, Patient], None]


def to_credentials(house: House, patient: Patient) -> None:
    """All but "Create Account"."""
    patient.says_who()
    patient.chooses_credentials()


def to_held(house: House, patient: Patient) -> None:
    """The cover: the request is at the desk."""
    patient.person = dataclasses.replace(patient.person, email="")
    patient.begins()
    patient.tells_about_self()
    patient.is_held()


def to_invited_person(house: House, patient: Patient) -> None:
    """An invitation's date of birth and ZIP, wrong."""
    code = invited(house, patient.person)
    patient.has_invitation()
    patient.types_code(code)
    patient.confirms_person(day="1" if patient.person.day != "1" else "2")
    patient.problem()


def to_code_asked(house: House, patient: Patient) -> None:
    """The activation code that was asked for, typed."""
    code = invited(house, patient.person)
    patient.says_who()
    patient.is_asked_for_code()
    patient.player.keys("asked_code", code)


def to_join(house: House, patient: Patient) -> None:
    """Logged in, not joined."""
    patient.logs_in()
    patient.player.find("join")


def to_phone_code(house: House, patient: Patient) -> None:
    """The number sent, wrong digits typed."""
    phone = patient.person.phone
    _moved(patient)
    patient.types_phone(phone)
    patient.types_phone_code(other_digits(house.phone_code(phone)))
    patient.problem()


def _moved(patient: Patient) -> None:
    patient.person = dataclasses.replace(patient.person, zip_code="60711")
    patient.says_who()
    patient.is_asked_for_phone()


def silence(house: House, tablet: Stage, qapp: QApplication, patient: Patient, way: Way, page: str) -> None:
    """Go a way, walk away, and look for what was typed: in widgets, in files, in rows."""
    typed = [patient.person]
    way(house, patient)
    typed.append(patient.person)
    assert screen.page(tablet.player) == page
    assert on_screen(qapp, typed), "nothing was typed"
    fall_silent(tablet, patient)
    screen.gone(tablet.player)
    assert on_screen(qapp, typed) == []
    tablet.synced()
    folder = tablet.folder / "device"
    assert in_files(typed, folder) == []
    assert in_rows(typed, table_rows(folder)) == []


@pytest.mark.rule("K2", "K3")
@pytest.mark.parametrize(
    ("way", "page"),
    [
        (to_credentials, "credentials"),
        (to_held, "held_about"),
        (to_invited_person, "invited_person"),
        (to_code_asked, "code_asked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_of_somebody_new(house: House, tablet: Stage, qapp: QApplication, way: Way, page: str) -> None:
    """The welcome screen again, and no word typed anywhere; no account was made."""
    person = somebody()
    silence(house, tablet, qapp, Patient(tablet.player, person), way, page)
    assert house.accounts(person.email) == []


@pytest.mark.rule("K2", "K3", "S25")
@pytest.mark.parametrize(
    ("way", "page"),
    [
        (to_join, "join"),
        (to_phone_code, "phone_code"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_of_somebody_known(
    house: House, hilltop: Stage, qapp: QApplication, new_device: Callable[..., Device], way: Way, page: str
) -> None:
    """The same of somebody with an account of another practice, who joined nothing by walking away."""
    person = somebody(gender="other")
    former = new_device("former")
    recorded(former, person)
    synced(former)
    before = house.memberships(person.email)
    silence(house, hilltop, qapp, Patient(hilltop.player, person), way, page)
    assert house.memberships(person.email) == before
