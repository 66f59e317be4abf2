"""The whole way of the paper: printed by a real CUPS, held askew and out of focus, scanned, put right at the desk."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
import sqlalchemy as sa
from PySide6.QtGui import QImage

from kiosk.demo.people import Person
from kiosk.portal import tables as t
from kiosk.printing.readback import decode
from tests.journeys.conftest import Stage
from tests.journeys.house import House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist
from tests.journeys.steps_desk import code_of
from tests.journeys.test_details import NO_MATCH, known_as
from tests.printing.cups_server import CupsServer, running
from tests.printing.test_readback import blurred, turned

pytestmark = [pytest.mark.tier("cups"), pytest.mark.rule("F1", "F3", "F4", "S13")]

DPI = 203
TYPED = 7
"""Lines of the form that are typed into: names, date of birth, ZIP and email."""
PRINTER = "front_desk"
"""A thermal printer's resolution, the coarsest that a practice has."""


@pytest.fixture(scope="module")
def cups() -> Iterator[CupsServer]:
    """Return a print server with one printer."""
    with running() as server:
        server.add(PRINTER)
        yield server


@pytest.fixture
def desk(cups: CupsServer, monkeypatch: pytest.MonkeyPatch, receptionist: Callable[..., Receptionist]) -> Receptionist:
    """Return somebody at a desk whose computer prints at that server."""
    monkeypatch.setenv("CUPS_SERVER", cups.address)
    return receptionist()


@pytest.fixture
def person() -> Person:
    """Return whoever is invited."""
    return somebody(month="5", day="14", zip_code="60604")


@pytest.fixture
def scanned(house: House, cups: CupsServer, desk: Receptionist, person: Person) -> str:
    """Return what a scanner reads from the slip that came out of the printer, at a slant and out of focus."""
    taps = desk.player.taps
    desk.types(person)
    desk.prints()
    assert desk.player.taps - taps - TYPED == 4, "make it, print it, say that it is on paper, go on"
    printed = sa.select(t.invitations).where(t.invitations.c.last == person.last, t.invitations.c.state == "printed")
    desk.player.wait_until(lambda: bool(house.rows(printed)), "the printed invitation")
    (link,) = decode(blurred(turned(picture(cups.last_printed()), 23), 0.5, DPI))
    return link


def picture(pdf: bytes) -> QImage:
    """Render the only page, as the printer does."""
    with pypdfium2.PdfDocument(pdf) as document:
        (page,) = document
        shown = page.render(scale=DPI / 72, grayscale=True)
        form = QImage.Format.Format_Grayscale8
        return QImage(bytes(shown.buffer), shown.width, shown.height, shown.stride, form).copy()


@pytest.fixture
def moved(person: Person) -> Person:
    """Return the same person, who lives elsewhere now."""
    return dataclasses.replace(person, zip_code="60707")


def goes_on_to_an_account(house: House, patient: Patient) -> None:
    """The held page goes on by itself; the account is active, with the ZIP as typed."""
    assert patient.goes_on() == "required_questions"
    patient.answers_questions()
    patient.chooses_credentials()
    assert patient.creates() == "active"
    (account,) = house.accounts(patient.person.email)
    assert (account.user_id, account.zip_cmp) == (patient.person.user_id, patient.person.zip_code)


def test_paper_loop(house: House, tablet: Stage, desk: Receptionist, scanned: str, moved: Person) -> None:
    """Printed, scanned, a wrong ZIP, two taps at the desk, and the same page goes on to an active account."""
    patient = Patient(tablet.player, moved)
    tablet.player.scan(scanned)
    patient.confirms_person()
    assert patient.problem() == NO_MATCH
    patient.asks_desk_for_details()
    taps = desk.player.taps
    desk.turns_to_who_waits(moved)
    desk.allows()
    assert desk.player.taps - taps == 3, "the entry with the number, then two: a photo ID, and the main action"
    goes_on_to_an_account(house, patient)


@pytest.mark.rule("K1")
def test_paper_loop_with_the_network_cut_and_healed(
    house: House, tablet: Stage, desk: Receptionist, scanned: str, moved: Person
) -> None:
    """The tablet loses its network after the slip was printed, and finds it again while the patient waits."""
    tablet.device.loop.kick()
    code = known_as(house, code_of(scanned))
    tablet.player.wait_until(lambda: tablet.device.local.row(code) is not None, "the row in the roster")
    house.line.close()
    patient = Patient(tablet.player, moved)
    tablet.player.scan(scanned)
    patient.confirms_person()
    assert patient.problem() == NO_MATCH
    patient.asks_desk_for_details()
    assert desk.sees_tasks(moved) == []
    house.line.open()
    desk.opens_task(moved)
    desk.allows()
    goes_on_to_an_account(house, patient)
