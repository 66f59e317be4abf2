"""Day sheets as a FHIR R4 Bundle."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_sheet import RowReason, RowRefusal, SheetField, SheetKind, SheetProblem
from kiosk.domain.import_service import SheetChoices, read_plan
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Gender, Language
from tests.domain.sheets import NOW, TODAY, read, reasons

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


def bundle(*resources: dict[str, Any]) -> bytes:
    """A Bundle of resources."""
    entries = [{"fullUrl": f"urn:uuid:{number}", "resource": each} for number, each in enumerate(resources)]
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries}).encode()


@pytest.mark.rule("F2")
def test_a_patient_is_a_row() -> None:
    """The name in use, the mobile phone, the preferred language, and the time of the appointment."""
    appointment = {
        "resourceType": "Appointment",
        "start": "2026-11-23T09:20:00-06:00",
        "participant": [{"actor": {"reference": "Practitioner/d"}}, {"actor": {"reference": "Patient/p1"}}],
    }
    plan = read(bundle(appointment, MARIA))
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
    """Named by a RelatedPerson, else by the patient's contact; a cancelled appointment has no time."""
    child = MARIA | {"birthDate": "2020-03-27", "contact": [{"name": {"text": "Rosa Okafor"}}]}
    related = {
        "resourceType": "RelatedPerson",
        "patient": {"reference": "urn:uuid:0"},
        "name": [{"given": ["Eva"], "family": "Okafor"}],
    }
    cancelled = {
        "resourceType": "Appointment",
        "status": "cancelled",
        "start": "2026-11-23T09:20:00-06:00",
        "participant": [{"actor": {"reference": "Patient/p1"}}],
    }
    [row] = read(bundle(child, cancelled)).accepted
    assert (row.through_guardian, row.guardian, row.time) == (True, "Rosa Okafor", "")
    [row] = read(bundle(child, related)).accepted
    assert (row.through_guardian, row.guardian) == (True, "Eva Okafor")


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
    found = read_plan(data, SheetChoices(), memory=None, known=(), today=TODAY, now=NOW, policy=AgePolicy())
    assert found is problem
