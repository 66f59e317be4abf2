"""The patient walks away, page by page: the question, nobody answers, and nothing of them is left (K3)."""

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
from tests.journeys.house import House, utc_now
from tests.journeys.known import other_digits
from tests.journeys.people import somebody
from tests.journeys.steps import Patient
from tests.journeys.test_remembers_nobody import fall_silent
from tests.portal.patients import add_invitation
from tests.portal.patients import person as columns

Way = Callable[[House, Patient], None]


def to_about_you(house: House, patient: Patient) -> None:
    """The first page, filled in."""
    patient.begins()
    patient.types_about_self()


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
    code = _invited(house, patient)
    patient.has_invitation()
    patient.types_code(code)
    patient.confirms_person(day="1" if patient.person.day != "1" else "2")
    patient.problem()


def to_code_asked(house: House, patient: Patient) -> None:
    """The activation code that was asked for, typed."""
    code = _invited(house, patient)
    patient.says_who()
    patient.is_asked_for_code()
    patient.player.keys("asked_code", code)


def to_have_account(house: House, patient: Patient) -> None:
    """An account that was found."""
    patient.says_who()
    patient.has_account()


def to_log_in(house: House, patient: Patient) -> None:
    """User ID and a wrong password."""
    patient.logs_in(password="Canary77Q")
    patient.problem()


def to_join(house: House, patient: Patient) -> None:
    """Logged in, not joined."""
    patient.logs_in()
    patient.player.find("join")


def to_verify_phone(house: House, patient: Patient) -> None:
    """The number, typed."""
    _moved(patient)
    patient.player.keys("verified_phone", patient.person.phone)


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


def _invited(house: House, patient: Patient) -> str:
    """Let the person have an invitation that was mailed; returns its code."""
    person = patient.person
    born = f"{person.year}-{int(person.month):02d}-{int(person.day):02d}"
    told = {"birth_date": born, "zip_code": person.zip_code, "gender": person.gender, "phone": f"+1{person.phone}"}
    who = columns(person.first, person.last, person.email, **told)
    _, code = house.database.run(lambda connection: add_invitation(connection, house.practice_id, who, utc_now()))
    return code.grouped


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
        (to_about_you, "about_you"),
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
        (to_have_account, "have_account"),
        (to_log_in, "log_in_page"),
        (to_join, "join"),
        (to_verify_phone, "verify_phone"),
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
