"""Day sheets as a FHIR R4 Bundle: its Patients, with the times of its Appointments, as rows of a sheet.

Every resource is taken as if a stranger wrote it: what has not the expected shape is as good as not there, and the row
says what is missing. A partial ``birthDate`` (``1984-03``) is refused by the row's rules. Who has died, is no patient
any more, or comes to no appointment has a status in a column of its own, so a file of the rows left out says it, too.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from kiosk.domain.day_sheet import MAX_BYTES, MAX_ROWS, Columns, Record, Sheet, SheetField, SheetKind, SheetProblem

T = TypeVar("T")
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
    SheetField.STATUS,
)
FHIR_HEADER: Final = ("First name", "Last name", "Birth date", "ZIP", "Email", "Phone", "Gender", "Language",
                      "Guardian", "Time", "Country", "Status")  # fmt: skip
_CALLED_OFF: Final = ("cancelled", "noshow", "entered-in-error")
"""States of an appointment to which nobody comes (FHIR R4 ``AppointmentStatus``)."""
_CELL: Final = 500


def looks_like_json(data: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_bundle(data: bytes, zone: dt.tzinfo) -> Sheet | SheetProblem:
    """Read a Bundle; a row a Patient, numbered by its place in the Bundle from 1.

    Args:
        data: the file.
        zone: the practice's, in which appointments are shown.
    """
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
    appointments: dict[str, list[tuple[str, str]]] = {}
    guardians: dict[str, list[str]] = {}
    for number, entry in enumerate(entries, 1):
        resource = entry.get("resource")
        if not isinstance(resource, dict):
            continue
        kind = resource.get("resourceType")
        if kind == "Patient":
            patients.append((number, resource, _text(entry.get("fullUrl"))))
        elif kind == "Appointment":
            _note_appointment(resource, zone, appointments)
        elif kind == "RelatedPerson":
            guardians.setdefault(_reference(resource.get("patient")), []).append(_whole_name(_first_name_of(resource)))
        if len(patients) > MAX_ROWS:
            return SheetProblem.TOO_MANY_ROWS
    if not patients:
        return SheetProblem.EMPTY
    records = tuple(
        Record(number, _cells(patient, _found(appointments, patient, url), _found(guardians, patient, url)))
        for number, patient, url in patients
    )
    return Sheet(
        kind=SheetKind.FHIR, source="fhir-r4", encoding=None, delimiter=None, header=FHIR_HEADER, records=records
    )


def _cells(patient: dict[str, Any], appointments: list[tuple[str, str]], guardians: list[str]) -> tuple[str, ...]:
    name = _first_name_of(patient)
    first, last = _given(name), _text(name.get("family"))
    addresses = [a for a in _dicts(patient.get("address")) if a.get("use") != "old"]
    whole = (a for a in addresses if _text(a.get("postalCode")))
    address = next(whole, addresses[0] if addresses else {})
    gender = _text(patient.get("gender"))
    kept = [time for status, time in appointments if status not in _CALLED_OFF]
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
        next(filter(None, guardians), "") or _whole_name(contact),
        next(filter(None, kept), ""),
        _text(address.get("country")),
        _status(patient) or ("" if kept or not appointments else appointments[0][0]),
    )


def _status(patient: dict[str, Any]) -> str:
    """Why this patient gets no slip whatever the day holds, or ""."""
    if patient.get("deceasedBoolean") is True or _text(patient.get("deceasedDateTime")):
        return "deceased"
    return "inactive" if patient.get("active") is False else ""


def _note_appointment(
    appointment: dict[str, Any], zone: dt.tzinfo, appointments: dict[str, list[tuple[str, str]]]
) -> None:
    """Note status and time for each who takes part."""
    noted = _text(appointment.get("status")), _local_time(_text(appointment.get("start")), zone)
    for participant in _dicts(appointment.get("participant")):
        if reference := _reference(participant.get("actor")):
            appointments.setdefault(reference, []).append(noted)


def _local_time(instant: str, zone: dt.tzinfo) -> str:
    """``2026-11-23T15:20:00Z`` is 09:20 in Chicago; a time that names no zone is the practice's; "" if it is none."""
    try:
        at = dt.datetime.fromisoformat(instant)
        return f"{at.astimezone(zone) if at.tzinfo else at:%H:%M}" if "T" in instant else ""
    except (ValueError, OverflowError):
        return ""


def _found(by_reference: dict[str, list[T]], patient: dict[str, Any], url: str) -> list[T]:
    """What was noted of a patient, who is referred to by the entry's address or by ``Patient/ID``."""
    own = _text(patient.get("id"))
    references = (url, f"Patient/{own}" if own else "")
    return [noted for reference in references if reference for noted in by_reference.get(reference, ())]


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
