"""What the desk types of a patient (F1): fields, their order, and what each answer becomes."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.desk_service import InvitationForm
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, ZipCode
from kiosk.ui import texts
from kiosk.ui.staff.id_chips import IdChips
from kiosk.ui.theme import look
from kiosk.ui.widgets import CheckRow, ChoiceField, DateField, FieldKind, Piece, Problem, Role, Text, TextField

__all__ = ["EnrollForm"]

T = TypeVar("T")
_NOT_KNOWN = "none"
_FIRST_OPTIONAL_ROW = 2


class EnrollForm(Piece):
    """Two columns, or one where the screen is narrow; Enter in any line asks for the invitation.

    Signals:
        submitted: Enter was pressed.
        person_edited: name or date of birth changed.
    """

    submitted = Signal()
    person_edited = Signal()

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__()
        self.setObjectName("enroll_form")
        self._first = TextField("enroll_first", FieldKind.NAME)
        self._last = TextField("enroll_last", FieldKind.NAME)
        self._one_name = CheckRow(name="enroll_one_name")
        self._birth_date = DateField("enroll_birth_date")
        self._zip = TextField("enroll_zip", FieldKind.ZIP, limit=10, width=10)
        self._no_zip = CheckRow(name="enroll_no_zip")
        self._optional = Text("", Role.TITLE, name="enroll_optional")
        self._email = TextField("enroll_email", FieldKind.EMAIL, limit=254)
        self._phone = TextField("enroll_phone", FieldKind.PHONE, limit=24)
        self._gender = ChoiceField("enroll_gender")
        self._language = ChoiceField("enroll_language")
        self._seen = IdChips("enroll_id", optional=True)
        self._required = (self._first, self._last, self._one_name, self._birth_date, self._zip, self._no_zip)
        self._known = (self._email, self._phone, self._gender, self._language)
        self._problems: list[tuple[TextField | DateField, Refused]] = []
        self._rows = (
            _row(_column(self._first), _column(self._last, self._one_name)),
            _row(_column(self._birth_date), _column(self._zip, self._no_zip)),
            _row(_column(self._email), _column(self._phone)),
            _row(_column(self._gender), _column(self._language)),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        for number, row in enumerate(self._rows):
            if number == _FIRST_OPTIONAL_ROW:
                whole.addWidget(self._optional)
            whole.addLayout(row)
        whole.addWidget(self._seen)
        for field in (self._first, self._last, self._birth_date, self._zip, self._email, self._phone):
            field.submitted.connect(self.submitted)
            for line in field.findChildren(QWidget):
                line.setProperty("staff", True)
        for named in (self._first, self._last, self._birth_date):
            named.edited.connect(self.person_edited)
        self._one_name.toggled.connect(self.person_edited)
        self.refresh()
        self.wipe()

    def focus_first(self) -> None:
        """Put the keyboard where typing begins."""
        self._first.setFocus()

    def person(self, today: dt.date) -> InvitationForm | None:
        """Name and date of birth alone, as soon as they are whole; no sentence about what is still missing."""
        first, last = NamePart.parse(self._first.text), NamePart.parse(self._last.text)
        month, day, year = self._birth_date.parts()
        birth_date = BirthDate.parse(month, day, year, today=today)
        if isinstance(first, Refused) or isinstance(birth_date, Refused):
            return None
        if isinstance(last, Refused) and not self._one_name.isChecked():
            return None
        return InvitationForm(
            first=first, last=None if isinstance(last, Refused) else last, birth_date=birth_date, zip_code=None
        )

    def collect(self, today: dt.date) -> InvitationForm | None:
        """Return what was typed, or None with `problems` filled; the fields show their sentences themselves."""
        self._problems = []
        first = self._checked(self._first, NamePart.parse(self._first.text))
        last = None
        if not (self._one_name.isChecked() and not self._last.text.strip()):
            last = self._checked(self._last, NamePart.parse(self._last.text))
        month, day, year = self._birth_date.parts()
        birth_date = self._checked(self._birth_date, BirthDate.parse(month, day, year, today=today))
        zip_code, seen = None, self._seen.demand(needed=self._without_zip)
        if not self._without_zip:
            zip_code = self._checked(self._zip, ZipCode.parse(self._zip.text))
        email, phone = None, None
        if self._email.text.strip():
            email = self._checked(self._email, Email.parse(self._email.text))
        if self._phone.text.strip():
            phone = self._checked(self._phone, Phone.parse(self._phone.text))
        self._show_errors()
        if self.problems() or first is None or birth_date is None:
            return None
        gender = self._gender.choice
        return InvitationForm(
            first=first,
            last=last,
            birth_date=birth_date,
            zip_code=zip_code,
            email=email,
            phone=phone,
            gender=None if gender in (None, _NOT_KNOWN) else Gender(gender),
            language=Language(self._language.choice),
            id_document=seen,
        )

    def problems(self) -> list[Problem]:
        """Return what `collect` refused, in the order of the fields."""
        found = [Problem(self._sentence(field, refused), field) for field, refused in self._problems]
        if self._without_zip and self._seen.seen is None:
            said = self.tr("Without a US ZIP code, check the patient's photo ID and press which one you saw")
            found.append(Problem(said, self._seen))
        return found

    def fill(self, task: DeskTask) -> None:
        """Put in what is known; it is looked over before anything is made of it."""
        self._first.set_text(task.first)
        self._last.set_text(task.last)
        self._one_name.setChecked(bool(task.first and not task.last))
        year, month, day = task.birth_date.split("-") if task.birth_date else ("", "", "")
        self._birth_date.set_parts((month, day, year))
        self._zip.set_text(task.zip_code)
        self._email.set_text(task.email)
        self._phone.set_text(task.phone)

    def wipe(self) -> None:
        """Forget everything typed."""
        self._problems = []
        for field in (*self._required, *self._known):
            field.wipe()
        self._seen.wipe()
        self._gender.set_choice(_NOT_KNOWN)
        self._language.set_choice(Language.ENGLISH.value)

    def forget_seen(self) -> None:
        """Another colleague goes on: they look at the photo ID themselves (F5)."""
        self._seen.wipe()

    def retranslate(self) -> None:
        """Look up every text; the answers stay."""
        self._first.set_label(self.tr("First name"))
        self._last.set_label(self.tr("Last name"))
        self._one_name.setText(self.tr("This patient has one name only"))
        self._birth_date.set_label(self.tr("Date of birth"))
        self._zip.set_label(self.tr("ZIP code"))
        self._no_zip.setText(self.tr("This patient has no US ZIP code"))
        self._optional.setText(self.tr("If you know it"))
        self._email.set_label(self.tr("Email"))
        self._phone.set_label(self.tr("Phone"))
        self._gender.set_label(self.tr("Gender"))
        self._gender.set_options(
            (
                (_NOT_KNOWN, self.tr("Not known")),
                *((gender.value, texts.gender(gender)) for gender in Gender),
            )
        )
        self._language.set_label(self.tr("Language of the slip"))
        self._language.set_options(((Language.ENGLISH.value, "English"), (Language.SPANISH.value, "Español")))
        self._show_errors()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where two would be too narrow."""
        super().resizeEvent(event)
        wide = self.width() >= look().text(620)
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
            row.setSpacing(32 if wide else 14)

    @property
    def _without_zip(self) -> bool:
        """Then the photo ID tells who it is, since the tablet asks for the date of birth alone (S2)."""
        return self._no_zip.isChecked() and not self._zip.text.strip()

    def _checked(self, field: TextField | DateField, parsed: T | Refused) -> T | None:
        if isinstance(parsed, Refused):
            self._problems.append((field, parsed))
            return None
        return parsed

    def _sentence(self, field: TextField | DateField, refused: Refused) -> str:
        # The patients' sentence says "your name"; the rest of theirs fits whoever types.
        if refused.reason is Refusal.NAME_EMPTY:
            if field is self._first:
                return self.tr("Enter the patient's first name")
            return self.tr("Enter the patient's last name, or tick “This patient has one name only”")
        return texts.sentence(refused.reason, character=refused.character)

    def _show_errors(self) -> None:
        said = {field: self._sentence(field, refused) for field, refused in self._problems}
        for field in (self._first, self._last, self._birth_date, self._zip, self._email, self._phone):
            field.set_error(said.get(field))


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _row(*columns: QVBoxLayout) -> QBoxLayout:
    # No grid: with cells that span others Qt gives wrapped texts too little height.
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    for column in columns:
        row.addLayout(column, 1)
    return row
