"""Today's invitations, and those found at the portal, as a table filtered by state and by a word."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_search import read_question
from kiosk.domain.invitation_service import is_whole
from kiosk.domain.values import fold_name
from kiosk.ui.staff import words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.search_table import PILL_ROLE
from kiosk.ui.staff.style import chip_colours
from kiosk.ui.staff.table_model import SAID, Index, TableModel

__all__ = ["Column", "InvitationModel", "full_name", "progress_of"]

_OVER = (InvitationProgress.ACTIVATED, InvitationProgress.REVOKED)


class Column(IntEnum):
    """The columns, from the start of the row."""

    PATIENT = 0
    BORN = 1
    STATUS = 2
    EXPIRES = 3
    NUMBER = 4


def progress_of(row: DayListRow, now: dt.datetime) -> InvitationProgress:
    """The state of an invitation; past its time it has expired, also before the portal says so."""
    expired = row.expires_at <= now and row.progress not in _OVER
    return InvitationProgress.EXPIRED if expired else row.progress


def full_name(row: DayListRow) -> str:
    """As lists sort people: "Okafor, Maria"; one-word names alone."""
    return ", ".join(filter(None, (row.last, row.first)))


class InvitationModel(TableModel[DayListRow, Column]):
    """Shows the year of birth only, until a row is opened; never a code (there is none in a `DayListRow`)."""

    def __init__(self, practice: StaffPractice, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(Column, _head, parent)
        self._practice = practice
        self._today: tuple[DayListRow, ...] = ()
        self._found: tuple[DayListRow, ...] = ()
        self._progress: InvitationProgress | None = None
        self._word = ""
        self._opened: UUID | None = None

    def set_rows(self, rows: Sequence[DayListRow]) -> None:
        """Show other rows, closed, through the same filters."""
        self._today = tuple(rows)
        self._opened = None
        self._filter()

    def set_found(self, rows: Sequence[DayListRow]) -> None:
        """Show what the portal found below today's rows, whatever the word; today's own rows know more."""
        self._found = tuple(rows)
        self._filter()

    def replace(self, row: DayListRow) -> None:
        """Show an invitation as it stands now."""

        def newer(rows: tuple[DayListRow, ...]) -> tuple[DayListRow, ...]:
            return tuple(row if row.invitation_id == old.invitation_id else old for old in rows)

        self._today, self._found, self._shown = newer(self._today), newer(self._found), newer(self._shown)
        self._changed()

    def set_filter(self, progress: InvitationProgress | None, word: str) -> None:
        """Keep rows of a state (None: of any) whose name or invitation number holds a word."""
        self._progress, self._word = progress, word
        self._filter()

    def counts(self) -> Counter[InvitationProgress]:
        """How many rows there are of each state, whatever the filters."""
        now = self._practice.now()
        return Counter(progress_of(row, now) for row in self._rows())

    def total(self) -> int:
        """How many rows there are, whatever the filters."""
        return len(self._rows())

    @property
    def opened(self) -> UUID | None:
        """The invitation whose date of birth is shown."""
        return self._opened

    def place_of(self, invitation_id: UUID) -> int | None:
        """The row's number among those shown."""
        return next((at for at, row in enumerate(self._shown) if row.invitation_id == invitation_id), None)

    def toggle(self, number: int) -> DayListRow | None:
        """Open a row (closing any other), or close it; return the row now open."""
        row = self._shown[number]
        self._opened = None if row.invitation_id == self._opened else row.invitation_id
        self._changed()
        return row if self._opened else None

    def close_row(self) -> None:
        """Show years alone again."""
        self._opened = None
        self._changed()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers, or a state's colours."""
        row = self._shown[index.row()]
        if role in SAID:
            return self._text(row, Column(index.column()))
        if role == PILL_ROLE and index.column() == Column.STATUS:
            return chip_colours(progress_of(row, self._practice.now()))
        return None

    def _text(self, row: DayListRow, column: Column) -> str:
        match column:
            case Column.PATIENT:
                return full_name(row)
            case Column.BORN:
                opened = row.invitation_id == self._opened
                return words.full_date_of(row.birth_date) if opened and is_whole(row) else row.birth_date[:4]
            case Column.STATUS:
                return words.progress_word(progress_of(row, self._practice.now()))
            case Column.EXPIRES:
                return "–" if row.progress in _OVER else words.day(self._practice.local(row.expires_at).date())
            case Column.NUMBER:
                return row.number

    def _filter(self) -> None:
        now = self._practice.now()
        question = read_question(self._word, self._practice.today())
        born = question.birth_date.comparison if question and question.birth_date else None
        found = {row.invitation_id for row in self._found}
        shown = [
            row
            for row in self._rows()
            if self._progress in (None, progress_of(row, now))
            and (row.invitation_id in found or (row.birth_date == born if born else _holds(row, self._word)))
        ]
        if self._opened not in {row.invitation_id for row in shown}:
            self._opened = None
        self._show(shown)

    def _rows(self) -> tuple[DayListRow, ...]:
        today = {row.invitation_id for row in self._today}
        return (*self._today, *(row for row in self._found if row.invitation_id not in today))


def _holds(row: DayListRow, word: str) -> bool:
    folded = fold_name(word)
    names = (fold_name(row.first + row.last), fold_name(row.last + row.first), fold_name(row.number))
    return any(folded in name for name in names)


def _head(column: Column) -> str:
    match column:
        case Column.PATIENT:
            return QCoreApplication.translate("InvitationModel", "Patient")
        case Column.BORN:
            return QCoreApplication.translate("InvitationModel", "Born")
        case Column.STATUS:
            return QCoreApplication.translate("InvitationModel", "Status")
        case Column.EXPIRES:
            return QCoreApplication.translate("InvitationModel", "Expires")
        case Column.NUMBER:
            return QCoreApplication.translate("InvitationModel", "Number")
