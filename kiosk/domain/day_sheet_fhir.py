"""Day sheets as a FHIR R4 Bundle: its Patients, with the times of its Appointments, as rows of a sheet.

Every resource is taken as if a stranger wrote it: what has not the expected shape is as good as not there, and the row
says what is missing. A partial ``birthDate`` (``1984-03``) is refused by the row's rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from kiosk.domain.day_sheet import MAX_BYTES, MAX_ROWS, Columns, Record, Sheet, SheetField, SheetKind, SheetProblem

FHIR_COLUMNS: Final[Columns] = (
    SheetField.FIRST,
    SheetField.LAST,
    SheetField.BIRTH_DATE,
    SheetField.ZIP,
    SheetField.EMAIL,
    SheetField.PHONE,
    SheetField.GENDER,
    SheetField.LANGUAGE,
    SheetField.GUARDIAN,
    SheetField.TIME,
    SheetField.COUNTRY,
)
FHIR_HEADER: Final = ("First name", "Last name", "Birth date", "ZIP", "Email", "Phone", "Gender", "Language",
                      "Guardian", "Time", "Country")  # fmt: skip
_CELL: Final = 500


def looks_like_json(data: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_bundle(data: bytes) -> Sheet | SheetProblem:
    """Read a Bundle; a row a Patient, numbered by its place in the Bundle from 1."""
    if len(data) > MAX_BYTES:
        return SheetProblem.TOO_LARGE
    try:
        bundle = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # also numbers of a million digits, and nesting without end
        return SheetProblem.NOT_A_BUNDLE
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        return SheetProblem.NOT_A_BUNDLE
    entries = _dicts(bundle.get("entry"))
    patients: list[tuple[int, dict[str, Any], str]] = []
    times: dict[str, str] = {}
    guardians: dict[str, str] = {}
    for number, entry in enumerate(entries, 1):
        resource = entry.get("resource")
        if not isinstance(resource, dict):
            continue
        kind = resource.get("resourceType")
        if kind == "Patient":
            patients.append((number, resource, _text(entry.get("fullUrl"))))
        elif kind == "Appointment" and resource.get("status") not in ("cancelled", "entered-in-error", "noshow"):
            _note_time(resource, times)
        elif kind == "RelatedPerson":
            guardians.setdefault(_reference(resource.get("patient")), _whole_name(_first_name_of(resource)))
        if len(patients) > MAX_ROWS:
            return SheetProblem.TOO_MANY_ROWS
    if not patients:
        return SheetProblem.EMPTY
    records = tuple(
        Record(number, _cells(patient, _found(times, patient, url), _found(guardians, patient, url)))
        for number, patient, url in patients
    )
    return Sheet(
        kind=SheetKind.FHIR, source="fhir-r4", encoding=None, delimiter=None, header=FHIR_HEADER, records=records
    )


def _cells(patient: dict[str, Any], time: str, guardian: str) -> tuple[str, ...]:
    name = _first_name_of(patient)
    first, last = _given(name), _text(name.get("family"))
    addresses = [a for a in _dicts(patient.get("address")) if a.get("use") != "old"]
    whole = (a for a in addresses if _text(a.get("postalCode")))
    address = next(whole, addresses[0] if addresses else {})
    gender = _text(patient.get("gender"))
    contact = next((_dict(c.get("name")) for c in _dicts(patient.get("contact"))), {})
    return (
        first,
        last,
        _text(patient.get("birthDate")),
        _text(address.get("postalCode")),
        _telecom(patient, "email"),
        _telecom(patient, "phone"),
        gender,
        _language(patient),
        guardian or _whole_name(contact),
        time,
        _text(address.get("country")),
    )


def _note_time(appointment: dict[str, Any], times: dict[str, str]) -> None:
    """``2026-11-23T09:20:00-06:00`` is 09:20 for each patient who takes part."""
    start = _text(appointment.get("start"))
    for participant in _dicts(appointment.get("participant")):
        reference = _reference(participant.get("actor"))
        if reference:
            times.setdefault(reference, start[11:16])


def _found(by_reference: dict[str, str], patient: dict[str, Any], url: str) -> str:
    """What was noted of a patient, who is referred to by the entry's address or by ``Patient/ID``."""
    own = _text(patient.get("id"))
    for reference in (url, f"Patient/{own}" if own else ""):
        if reference and reference in by_reference:
            return by_reference[reference]
    return ""


def _first_name_of(resource: dict[str, Any]) -> dict[str, Any]:
    """The official or usual name, else the first that is not an old one."""
    names = [name for name in _dicts(resource.get("name")) if name.get("use") not in ("old", "maiden", "temp")]
    return next((name for name in names if name.get("use") == "official"), names[0] if names else {})


def _given(name: dict[str, Any]) -> str:
    given = name.get("given")
    return " ".join(filter(None, (_text(part) for part in given[:5]))) if isinstance(given, list) else ""


def _whole_name(name: dict[str, Any]) -> str:
    return " ".join(filter(None, (_given(name), _text(name.get("family"))))) or _text(name.get("text"))


def _telecom(patient: dict[str, Any], system: str) -> str:
    points = [p for p in _dicts(patient.get("telecom")) if p.get("system") == system and p.get("use") != "old"]
    mobile = [point for point in points if point.get("use") == "mobile"]
    return next((value for point in (*mobile, *points) if (value := _text(point.get("value")))), "")


def _language(patient: dict[str, Any]) -> str:
    spoken = _dicts(patient.get("communication"))
    first = next((one for one in spoken if one.get("preferred") is True), spoken[0] if spoken else {})
    language = _dict(first.get("language"))
    return next((_text(c.get("code")) for c in _dicts(language.get("coding"))), "") or _text(language.get("text"))


def _reference(value: object) -> str:
    return _text(_dict(value).get("reference"))


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return list(_only_dicts(value)) if isinstance(value, list) else []


def _only_dicts(values: list[object]) -> Iterator[dict[str, Any]]:
    return (value for value in values if isinstance(value, dict))


def _text(value: object) -> str:
    """A string of a sensible length, without NULs."""
    return value[:_CELL].replace("\0", "").strip() if isinstance(value, str) else ""
