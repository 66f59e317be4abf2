"""Importing a day sheet (F2): from a file's bytes to invitations, by the same use case as the enroll form."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_sheet import (
    Columns,
    DateOrder,
    Delimiter,
    RowReason,
    Sheet,
    SheetField,
    SheetKind,
    SheetProblem,
    TextEncoding,
)
from kiosk.domain.day_sheet_csv import read_csv, write_csv
from kiosk.domain.day_sheet_dates import recognise_dates
from kiosk.domain.day_sheet_fhir import FHIR_COLUMNS, looks_like_json, read_bundle
from kiosk.domain.day_sheet_headers import missing_fields, recognise_columns
from kiosk.domain.day_sheet_rows import JudgedRow, judge, live_people, person_of
from kiosk.domain.desk_service import DeskService
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.ports import Clock, DayList, DayListRow, Entropy, OperationLog
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.trail import Trail
from kiosk.domain.values import Sensitive


@dataclass(frozen=True, slots=True)
class RememberedSheet:
    """How the sheets of one system were last read."""

    columns: Columns
    dates: DateOrder


class SheetMemory(Protocol):
    """What the desk told once of each system's sheets; no patient's value."""

    def recall(self, source: str) -> RememberedSheet | None:
        """How sheets with this head are read, if it was told before."""
        ...

    def remember(self, source: str, sheet: RememberedSheet) -> None:
        """Durable on return."""
        ...


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What somebody set by hand; None is recognised."""

    encoding: TextEncoding | None = None
    delimiter: Delimiter | None = None
    dates: DateOrder | None = None
    columns: Columns | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SheetPlan(Sensitive):
    """A sheet as it would be imported.

    Attributes:
        dates: None while nobody can know which number is the month: then there are no rows yet.
        missing: what no column holds: then there are no rows yet.
        rows: every row of the sheet, judged.
    """

    sheet: Sheet
    columns: Columns
    dates: DateOrder | None
    missing: tuple[SheetField, ...]
    rows: tuple[JudgedRow, ...]

    @property
    def accepted(self) -> tuple[JudgedRow, ...]:
        """Rows that become invitations."""
        return tuple(row for row in self.rows if row.form is not None)

    @property
    def refused(self) -> tuple[JudgedRow, ...]:
        """Rows with reasons."""
        return tuple(row for row in self.rows if row.form is None)


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import ended.

    Attributes:
        made: in the order of the sheet; the only place where their codes stand.
        total: rows that were to be imported.
        skipped: rows whose person got an invitation between the preview and now.
        cancelled: somebody stopped it; what was made stays.
        broken: this device's storage failed; what was made stays.
    """

    made: tuple[MadeInvitation, ...]
    total: int
    skipped: int = 0
    cancelled: bool = False
    broken: bool = False


def read_plan(
    data: bytes,
    choices: SheetChoices,
    *,
    memory: SheetMemory | None,
    known: Sequence[DayListRow],
    today: dt.date,
    now: dt.datetime,
    policy: AgePolicy,
) -> SheetPlan | SheetProblem:
    """Read and judge a file; works without a device.

    What was set by hand comes first, then what was remembered, then what is recognised. Dates that speak for
    themselves outweigh what was remembered of them.
    """
    if looks_like_json(data):
        sheet = read_bundle(data)
        if isinstance(sheet, SheetProblem):
            return sheet
        columns, dates = FHIR_COLUMNS, DateOrder.ISO
        return _plan(sheet, columns, dates, known, today, now, policy)
    sheet = read_csv(data, encoding=choices.encoding, delimiter=choices.delimiter)
    if isinstance(sheet, SheetProblem):
        return sheet
    remembered = memory.recall(sheet.source) if memory is not None else None
    if choices.columns is not None and len(choices.columns) == len(sheet.header):
        columns = choices.columns
    elif remembered is not None and len(remembered.columns) == len(sheet.header):
        columns = remembered.columns
    else:
        columns = recognise_columns(sheet.header)
    found = choices.dates or recognise_dates(sheet.column(columns, SheetField.BIRTH_DATE))
    if found is None and remembered is not None and remembered.dates is not DateOrder.ISO:
        found = remembered.dates
    return _plan(sheet, columns, found, known, today, now, policy)


def _plan(
    sheet: Sheet,
    columns: Columns,
    dates: DateOrder | None,
    known: Sequence[DayListRow],
    today: dt.date,
    now: dt.datetime,
    policy: AgePolicy,
) -> SheetPlan:
    missing = missing_fields(columns)
    rows: tuple[JudgedRow, ...] = ()
    if dates is not None and not missing:
        rows = judge(sheet, columns, dates, known=known, today=today, now=now, policy=policy)
    return SheetPlan(sheet=sheet, columns=columns, dates=dates, missing=missing, rows=rows)


def refused_csv(plan: SheetPlan, words: Callable[[RowReason], str], *, row: str, reason: str) -> bytes:
    """The refused rows as a CSV file, safe against formula cells, to be mended and imported again.

    Args:
        plan: the sheet.
        words: a sentence for a reason, in the reader's language.
        row: head of the column with the row's number.
        reason: head of the column with the sentences.
    """
    width = max((len(judged.record.cells) for judged in plan.refused), default=0)
    header = (row, reason, *plan.sheet.header, *("" for _ in range(width - len(plan.sheet.header))))
    return write_csv(
        header,
        (
            (str(judged.number), " ".join(words(why) for why in judged.reasons), *judged.record.cells)
            for judged in plan.refused
        ),
    )


class ImportService:
    """What the desk may do with day sheets; each call is work for a worker, and leaves its audit row (F5)."""

    def __init__(
        self,
        *,
        desk: DeskService,
        memory: SheetMemory,
        day_list: DayList,
        log: OperationLog,
        clock: Clock,
        entropy: Entropy,
        today: Callable[[], dt.date],
        policy: Callable[[], AgePolicy],
    ) -> None:
        self._desk = desk
        self._memory = memory
        self._day_list = day_list
        self._trail = Trail(log, clock)
        self._clock = clock
        self._entropy = entropy
        self._today = today
        self._policy = policy

    def read(self, session: StaffSession, data: bytes, choices: SheetChoices) -> SheetPlan | SheetProblem:
        """Read a file for the preview.

        Raises:
            StorageError: nothing may be shown.
        """
        self._trail.note(session, AuditAction.SHEET_OPENED)
        return read_plan(
            data,
            choices,
            memory=self._memory,
            known=self._day_list.rows(),
            today=self._today(),
            now=self._clock.now(),
            policy=self._policy(),
        )

    def refused_saved(self, session: StaffSession) -> None:
        """Note that refused rows were written to a file."""
        self._trail.note(session, AuditAction.SHEET_SAVED)

    def run(
        self,
        session: StaffSession,
        plan: SheetPlan,
        *,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> Imported:
        """Make an invitation for each accepted row; what is made stays, whatever happens to the rest.

        Args:
            session: who imports.
            plan: of ``read``.
            progress: called with the number of rows done.
            cancelled: asked before each row.

        Raises:
            StorageError: nothing was made.
        """
        import_id = str(self._entropy.uuid4())
        rows, skipped = plan.accepted, 0
        made: list[MadeInvitation] = []
        self._trail.note(session, AuditAction.SHEET_IMPORTED, import_id)
        self._remember(plan)
        live = live_people(self._day_list.rows(), self._clock.now())
        for done, row in enumerate(rows):
            form = row.form
            if cancelled():
                return Imported(tuple(made), len(rows), skipped, cancelled=True)
            if form is None or person_of(form) in live:
                skipped += 1
                continue
            try:
                made.append(self._desk.invite(session, form))
            except StorageError:
                return Imported(tuple(made), len(rows), skipped, broken=True)
            progress(done + 1)
        return Imported(tuple(made), len(rows), skipped)

    def _remember(self, plan: SheetPlan) -> None:
        if plan.sheet.kind is SheetKind.CSV and plan.dates is not None:
            with contextlib.suppress(StorageError):  # then the next sheet is asked about again
                self._memory.remember(plan.sheet.source, RememberedSheet(plan.columns, plan.dates))
