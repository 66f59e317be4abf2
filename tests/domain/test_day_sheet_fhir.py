"""Day sheets as a FHIR R4 Bundle."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_sheet import RowReason, RowRefusal, SheetField, SheetKind, SheetProblem
from kiosk.domain.refusals import Refusal
from kiosk.domain.sheet_plan import SheetChoices, read_plan, refused_csv
from kiosk.domain.values import Gender, Language
from tests.domain.sheets import NOW, person, read, reasons

MARIA: dict[str, Any] = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [
        {"use": "maiden", "family": "Old", "given": ["Maria"]},
        {"use": "official", "family": "Okafor", "given": ["María", "José"]},
    ],
    "birthDate": "1984-03-27",
    "gender": "female",
    "address": [{"city": "Chicago"}, {"postalCode": "60614-1234"}],
    "telecom": [
        {"system": "phone", "use": "old", "value": "312 555 0199"},
        {"system": "phone", "use": "home", "value": "312 555 0100"},
        {"system": "phone", "use": "mobile", "value": "312 555 0101"},
        {"system": "email", "value": "maria@mail.example"},
    ],
    "communication": [
        {"language": {"coding": [{"code": "en"}]}},
        {"language": {"coding": [{"code": "es-US"}]}, "preferred": True},
    ],
}


CHICAGO = ZoneInfo("America/Chicago")


def appointment(status: str, start: object = "2026-11-23T15:20:00Z", patient: str = "Patient/p1") -> dict[str, Any]:
    """An appointment with a doctor."""
    actors = ("Practitioner/d", patient)
    return {
        "resourceType": "Appointment",
        "status": status,
        "start": start,
        "participant": [{"actor": {"reference": actor}} for actor in actors],
    }


def bundle(*resources: dict[str, Any]) -> bytes:
    """A Bundle of resources."""
    entries = [{"fullUrl": f"urn:uuid:{number}", "resource": each} for number, each in enumerate(resources)]
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries}).encode()


@pytest.mark.rule("F2")
def test_a_patient_is_a_row() -> None:
    """The name in use, the mobile phone, the preferred language, and the time of the appointment."""
    plan = read(bundle(appointment("booked"), MARIA), zone=CHICAGO)
    assert plan.sheet.kind is SheetKind.FHIR
    [row] = plan.accepted
    form = row.form
    assert form is not None
    assert (row.number, row.time, row.name, row.through_guardian) == (2, "09:20", "Okafor, María José", False)
    assert (form.birth_date.comparison, form.zip_code and form.zip_code.text) == ("1984-03-27", "60614-1234")
    assert (form.email and form.email.text, form.phone and form.phone.e164) == ("maria@mail.example", "+13125550101")
    assert (form.gender, form.language) == (Gender.FEMALE, Language.SPANISH)


@pytest.mark.rule("F2", "S11")
def test_a_child_comes_through_its_guardian() -> None:
    """Named by a RelatedPerson, else by the patient's contact."""
    child = MARIA | {"birthDate": "2020-03-27", "contact": [{"name": {"text": "Rosa Okafor"}}]}
    related = {
        "resourceType": "RelatedPerson",
        "patient": {"reference": "urn:uuid:0"},
        "name": [{"given": ["Eva"], "family": "Okafor"}],
    }
    [row] = read(bundle(child)).accepted
    assert (row.through_guardian, row.guardian) == (True, "Rosa Okafor")
    [row] = read(bundle(child, related)).accepted
    assert (row.through_guardian, row.guardian) == (True, "Eva Okafor")


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("start", "shown"),
    [
        ("2026-11-23T15:20:00Z", "09:20"),
        ("2026-07-23T15:20:00.123Z", "10:20"),
        ("2026-11-23T09:20:00-06:00", "09:20"),
        ("2026-11-23T16:20:00+01:00", "09:20"),
        ("2026-11-23T09:20:00", "09:20"),
        ("2026-11-23", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("half past nine", ""),
        (920, ""),
        (None, ""),
    ],
    ids=str,
)
def test_the_time_is_the_practices(start: object, shown: str) -> None:
    """Systems write an instant with any offset; the desk reads the clock on its wall."""
    assert [row.time for row in read(bundle(MARIA, appointment("booked", start)), zone=CHICAGO).accepted] == [shown]


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"deceasedBoolean": True}, RowRefusal.DECEASED),
        ({"deceasedDateTime": "2026-10"}, RowRefusal.DECEASED),
        ({"deceasedDateTime": "2026-10", "active": False}, RowRefusal.DECEASED),
        ({"active": False}, RowRefusal.INACTIVE),
        ({"deceasedBoolean": False, "active": True}, None),
    ],
    ids=str,
)
def test_who_has_died_or_left_gets_no_slip(changes: dict[str, object], why: RowRefusal | None) -> None:
    """Whatever the day holds; and the file of the rows left out says so, too, and is refused again."""
    plan = read(bundle(MARIA | changes, appointment("booked")))
    assert reasons(plan) == ({1: (RowReason(why),)} if why else {})
    saved = refused_csv(plan, lambda reason: reason.why.value, row="Row", reason="Reason")
    assert not why or reasons(read(saved)) == {2: (RowReason(why),)}


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("statuses", "time"),
    [
        (["cancelled"], None),
        (["noshow"], None),
        (["entered-in-error", "cancelled"], None),
        (["cancelled", "booked"], "09:20"),
        (["arrived"], "09:20"),
        ([], ""),
    ],
    ids=str,
)
def test_who_comes_to_no_appointment_gets_no_slip(statuses: list[str], time: str | None) -> None:
    """If every one is called off; a Bundle without appointments is a list of patients."""
    plan = read(bundle(MARIA, *(appointment(status, patient="urn:uuid:0") for status in statuses)), zone=CHICAGO)
    assert reasons(plan) == ({1: (RowReason(RowRefusal.CALLED_OFF),)} if time is None else {})
    assert [row.time for row in plan.accepted] == ([] if time is None else [time])


@pytest.mark.rule("F2")
def test_three_hundred_patients() -> None:
    """A day's Bundle with an appointment each: nobody is lost, nobody's time is another's."""
    resources: list[dict[str, Any]] = []
    for number in range(300):
        first, last, born = person(number)
        names = [{"use": "official", "family": last, "given": [first]}]
        resources += (
            MARIA | {"id": f"p{number}", "name": names, "birthDate": born.isoformat()},
            appointment("booked", f"2026-11-23T{14 + number // 60}:{number % 60:02}:00Z", f"Patient/p{number}"),
        )
    plan = read(bundle(*resources), zone=CHICAGO)
    assert (len(plan.accepted), plan.refused) == (300, ())
    assert [row.time for row in plan.rows] == [f"{8 + n // 60:02}:{n % 60:02}" for n in range(300)]


@pytest.mark.rule("S2", "F2")
def test_an_address_abroad_needs_no_zip() -> None:
    """The address in use tells the country; one that is not in use any more tells nothing."""
    abroad = [{"use": "old", "postalCode": "60614"}, {"use": "home", "city": "Wien", "country": "AT"}]
    (row,) = read(bundle(MARIA | {"address": abroad})).accepted
    assert row.form is not None
    assert row.form.zip_code is None


@pytest.mark.rule("F2")
def test_what_is_missing_or_partial_is_a_reason() -> None:
    """A year and a month are no date of birth; a Patient without anything is a row all the same."""
    plan = read(bundle(MARIA | {"birthDate": "1984-03"}, {"resourceType": "Patient"}, MARIA, MARIA))
    assert reasons(plan) == {
        1: (RowReason(Refusal.DATE_INCOMPLETE, SheetField.BIRTH_DATE),),
        2: (
            *(
                RowReason(RowRefusal.MISSING, field)
                for field in (SheetField.FIRST, SheetField.LAST, SheetField.BIRTH_DATE)
            ),
            RowReason(RowRefusal.NO_ZIP, SheetField.ZIP),
        ),
        4: (RowReason(RowRefusal.SAME_AS_ROW, row=3),),
    }


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", SheetProblem.NOT_A_BUNDLE),
        (b"[" * 1_000_000, SheetProblem.NOT_A_BUNDLE),
        (b'{"a":' * 100_000, SheetProblem.NOT_A_BUNDLE),
        (b'{"a":' + b"9" * 1_000_000 + b"}", SheetProblem.NOT_A_BUNDLE),
        (b'{"a":"\xff"}', SheetProblem.NOT_A_BUNDLE),
        (b"[]", SheetProblem.NOT_A_BUNDLE),
        (json.dumps(MARIA).encode(), SheetProblem.NOT_A_BUNDLE),
        (bundle(), SheetProblem.EMPTY),
        (b'{"resourceType":"Bundle","entry":7}', SheetProblem.EMPTY),
        (bundle(*[{"resourceType": "Patient"}] * 5_001), SheetProblem.TOO_MANY_ROWS),
        (b"{" + b" " * 20 * 1024 * 1024, SheetProblem.TOO_LARGE),
    ],
    ids=range(11),
)
def test_a_hostile_bundle_is_refused_as_a_whole(data: bytes, problem: SheetProblem) -> None:
    """With one reason, whatever it is made of."""
    found = read_plan(data, SheetChoices(), memory=None, known=(), now=NOW, zone=dt.UTC, policy=AgePolicy())
    assert found is problem
