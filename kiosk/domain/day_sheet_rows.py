"""Judges the rows of a day sheet: an invitation's form for each that is right, the reasons for each that is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.day_sheet import Columns, DateOrder, Record, RowReason, RowRefusal, Sheet, SheetField
from kiosk.domain.day_sheet_dates import date_parts
from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Sensitive, ZipCode, fold_name

T = TypeVar("T")
Person = tuple[str, str, str]

_NOTHING: Final = frozenset({"", "na", "none", "null", "unknown", "notprovided", "ninguno", "ninguna", "notiene", "no"})
_SPANISH: Final = frozenset({"es", "spa", "spanish", "espanol", "castellano", "castilian", "espanola"})
_HERE: Final = frozenset(
    {"us", "usa", "unitedstates", "unitedstatesofamerica", "america", "eeuu", "eua", "estadosunidos",
     "estadosunidosdeamerica", "840", "pr", "puertorico", "gu", "guam", "vi", "as", "mp"}
)  # fmt: skip
"""The United States, with those territories that have ZIP codes of five digits."""
_GENDERS: Final = {
    **dict.fromkeys(("f", "female", "woman", "girl", "mujer", "femenino", "femenina"), Gender.FEMALE),
    **dict.fromkeys(("m", "male", "man", "boy", "hombre", "h", "masculino", "varon"), Gender.MALE),
    **dict.fromkeys(("o", "x", "other", "otro", "otra", "nonbinary", "nobinario"), Gender.OTHER),
}
_STATUSES: Final = {
    **dict.fromkeys(("deceased", "dead", "died", "fallecido", "fallecida", "difunto", "difunta"), RowRefusal.DECEASED),
    **dict.fromkeys(("inactive", "inactivo", "inactiva"), RowRefusal.INACTIVE),
    **dict.fromkeys(
        ("cancelled", "canceled", "cancelado", "cancelada", "noshow", "enteredinerror", "noasistio"),
        RowRefusal.CALLED_OFF,
    ),
}
_OVER: Final = (InvitationProgress.EXPIRED, InvitationProgress.REVOKED)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class JudgedRow(Sensitive):
    """One row of the preview; either ``form`` or ``reasons``.

    Attributes:
        name: as the preview shows it: parsed, or as it stands in the file.
        born: as it stands in the file; the preview shows it where there is no form.
        through_guardian: the slip is for a child whose parent or guardian signs it up (S11).
        guardian: who that is, if the file says so; shown, not stored.
        time: of the appointment, as it stands in the file.
    """

    record: Record
    form: InvitationForm | None
    reasons: tuple[RowReason, ...]
    name: str
    born: str
    through_guardian: bool = False
    guardian: str = ""
    time: str = ""

    @property
    def number(self) -> int:
        """The row's number in the file."""
        return self.record.number


def judge(
    sheet: Sheet,
    columns: Columns,
    order: DateOrder,
    *,
    known: Iterable[DayListRow],
    today: dt.date,
    now: dt.datetime,
    policy: AgePolicy,
) -> tuple[JudgedRow, ...]:
    """Judge every row; as many come out as the sheet has.

    Args:
        sheet: the file.
        columns: what each column holds.
        order: how dates of birth are written.
        known: today's list; who has a live invitation there, or an account, gets no second one (F2). The portal,
            which knows all of them, is asked afterwards (``import_service``).
        today: the date where the practice is.
        now: the moment, for invitations that have run out.
        policy: who needs a guardian.
    """
    live = live_people(known, now)
    men_are_h = any(fold_name(cell[:20]) in ("h", "hombre") for cell in sheet.column(columns, SheetField.GENDER))
    seen: dict[Person, int] = {}
    judged = []
    for record in sheet.records:
        row = _Row(record, columns, len(sheet.header), order, today)
        form = row.form(m_is_a_woman=men_are_h)
        if form is not None:
            person = person_of(form)
            if person in seen:
                row.refuse(RowReason(RowRefusal.SAME_AS_ROW, row=seen[person]))
            elif person in live:
                row.refuse(live[person])
            seen.setdefault(person, record.number)
        judged.append(row.judged(form, policy))
    return tuple(judged)


def live_people(known: Iterable[DayListRow], now: dt.datetime) -> dict[Person, RowReason]:
    """Who in today's list needs no invitation, and why: an account, or an invitation that still works."""
    people: dict[Person, RowReason] = {}
    for row in known:
        person = _person(row.first, row.last, row.birth_date)
        if row.progress is InvitationProgress.ACTIVATED:
            people[person] = RowReason(RowRefusal.HAS_ACCOUNT)
        elif row.progress not in _OVER and row.expires_at > now:
            people.setdefault(person, RowReason(RowRefusal.LIVE_INVITATION, number=row.number))
    return people


def person_of(form: InvitationForm) -> Person:
    """By what two rows are the same person: both names without accents, and the date of birth."""
    return _person(form.first.text, form.last.text if form.last else "", form.birth_date.comparison)


def _person(first: str, last: str, birth_date: str) -> Person:
    return fold_name(first), fold_name(last), birth_date


class _Row:
    """One row on its way: takes cells, collects reasons."""

    def __init__(self, record: Record, columns: Columns, width: int, order: DateOrder, today: dt.date) -> None:
        self._record = record
        self._cells = {
            field: record.cells[place].strip()
            for place, field in enumerate(columns)
            if field is not None and place < len(record.cells)
        }
        self._order = order
        self._today = today
        self._reasons: list[RowReason] = []
        if any(cell.strip() for cell in record.cells[width:]):
            self.refuse(RowReason(RowRefusal.SHIFTED))
        if against := _STATUSES.get(fold_name(self._cell(SheetField.STATUS)[:40])):
            self.refuse(RowReason(against))

    def refuse(self, reason: RowReason) -> None:
        """Add a reason."""
        self._reasons.append(reason)

    def form(self, *, m_is_a_woman: bool) -> InvitationForm | None:
        """The form, or None with reasons."""
        first, last = self._names()
        birth_date = self._birth_date()
        zip_code = self._zip()
        email = self._optional(SheetField.EMAIL, Email.parse)
        phone = self._optional(SheetField.PHONE, Phone.parse)
        gender = _GENDERS.get(fold_name(self._cell(SheetField.GENDER)[:20]))
        if m_is_a_woman and fold_name(self._cell(SheetField.GENDER)[:2]) == "m":
            gender = Gender.FEMALE  # "H" and "M", hombre and mujer
        if self._reasons or first is None or birth_date is None:
            return None
        return InvitationForm(
            first=first,
            last=last,
            birth_date=birth_date,
            zip_code=zip_code,
            email=email,
            phone=phone,
            gender=gender,
            language=_language(self._cell(SheetField.LANGUAGE)),
            has_guardian=bool(self._cell(SheetField.GUARDIAN)),
        )

    def judged(self, form: InvitationForm | None, policy: AgePolicy) -> JudgedRow:
        """What the preview shows."""
        name = self._cell(SheetField.FULL_NAME)
        if SheetField.FULL_NAME not in self._cells:
            name = ", ".join(filter(None, (self._cell(SheetField.LAST), self._cell(SheetField.FIRST))))
        guardian = self._cell(SheetField.GUARDIAN)
        child = False
        if form is not None:
            name = ", ".join(part.text for part in (form.last, form.first) if part)
            child = policy.through_guardian(form.birth_date.age(self._today), named=form.has_guardian)
        return JudgedRow(
            record=self._record,
            form=None if self._reasons else form,
            reasons=tuple(self._reasons),
            name=_shown(name),
            born=_shown(self._cell(SheetField.BIRTH_DATE)),
            through_guardian=child,
            guardian=_shown(guardian),
            time=_shown(self._cell(SheetField.TIME)),
        )

    def _cell(self, field: SheetField) -> str:
        return self._cells.get(field, "")

    def _names(self) -> tuple[NamePart | None, NamePart | None]:
        if SheetField.FULL_NAME not in self._cells:
            return self._name(SheetField.FIRST), self._name(SheetField.LAST)
        whole = " ".join(self._cell(SheetField.FULL_NAME).split())
        last, comma, first = whole.partition(",")
        if not comma:
            words = whole.split(" ")
            if len(words) > 2:
                self.refuse(RowReason(RowRefusal.NAME_ORDER, SheetField.FULL_NAME))
                return None, None
            first, last = words[0], words[1] if len(words) == 2 else ""
        parts = [self._parsed(SheetField.FULL_NAME, text, NamePart.parse) for text in (first, last) if text.strip()]
        if not first.strip():
            self.refuse(RowReason(RowRefusal.MISSING, SheetField.FULL_NAME))
            return None, None
        return parts[0], parts[1] if len(parts) > 1 else None

    def _name(self, field: SheetField) -> NamePart | None:
        return self._parsed(field, self._cell(field), NamePart.parse) if self._required(field) else None

    def _birth_date(self) -> BirthDate | None:
        if not self._required(SheetField.BIRTH_DATE):
            return None
        month, day, year = date_parts(self._cell(SheetField.BIRTH_DATE), self._order)
        parsed = BirthDate.parse(month, day, year, today=self._today)
        return self._taken(SheetField.BIRTH_DATE, parsed)

    def _zip(self) -> ZipCode | None:
        """None with a reason, or for a patient from abroad, whom the desk helps at the tablet (S2)."""
        cell = self._cell(SheetField.ZIP)
        if self._lives_abroad():
            parsed = ZipCode.parse(cell)  # five digits are what this patient will type, too
            return None if isinstance(parsed, Refused) else parsed
        if fold_name(cell[:20]) in _NOTHING:
            self.refuse(RowReason(RowRefusal.NO_ZIP, SheetField.ZIP))
            return None
        if len(cell) == 4 and cell.isascii() and cell.isdigit():
            self.refuse(RowReason(RowRefusal.LOST_ZERO, SheetField.ZIP))
            return None
        return self._taken(SheetField.ZIP, ZipCode.parse(cell))

    def _lives_abroad(self) -> bool:
        country = fold_name(self._cell(SheetField.COUNTRY)[:40])
        return country not in _NOTHING and country not in _HERE

    def _optional(self, field: SheetField, parse: Callable[[str], T | Refused]) -> T | None:
        cell = self._cell(field)
        return None if fold_name(cell[:20]) in _NOTHING else self._parsed(field, cell, parse)

    def _required(self, field: SheetField) -> bool:
        if self._cell(field):
            return True
        self.refuse(RowReason(RowRefusal.MISSING, field))
        return False

    def _parsed(self, field: SheetField, cell: str, parse: Callable[[str], T | Refused]) -> T | None:
        return self._taken(field, parse(cell))

    def _taken(self, field: SheetField, parsed: T | Refused) -> T | None:
        if isinstance(parsed, Refused):
            self.refuse(RowReason(parsed.reason, field, parsed.character))
            return None
        return parsed


def _language(cell: str) -> Language:
    """Slips speak English and Spanish; whoever speaks another language gets the English one."""
    word = cell.replace("_", "-").split("-")[0].split(";")[0]
    return Language.SPANISH if fold_name(word[:20]) in _SPANISH else Language.ENGLISH


def _shown(cell: str) -> str:
    """A cell for the eye: one line, at most 60 characters."""
    text = "".join(c if c.isprintable() else " " for c in cell[:200])
    return " ".join(text.split())[:60]
