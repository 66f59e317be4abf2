"""Importing a day sheet (F2): from its rows to invitations, by the same use case as the enroll form."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_list import DayList
from kiosk.domain.day_sheet import RowReason, RowRefusal, SheetKind, SheetProblem
from kiosk.domain.day_sheet_rows import JudgedRow, live_people, person_of
from kiosk.domain.desk_service import DeskService
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.known_people import Known, KnownPeople, Standing
from kiosk.domain.ports import Clock, Entropy, OperationLog
from kiosk.domain.sheet_plan import RememberedSheet, SheetChoices, SheetMemory, SheetPlan, read_plan
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.trail import Trail


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
        zone: Callable[[], dt.tzinfo],
        policy: Callable[[], AgePolicy],
        people: KnownPeople,
    ) -> None:
        self._people = people
        self._desk = desk
        self._memory = memory
        self._day_list = day_list
        self._trail = Trail(log, clock)
        self._clock = clock
        self._entropy = entropy
        self._zone = zone
        self._policy = policy

    def read(self, session: StaffSession, data: bytes, choices: SheetChoices) -> SheetPlan | SheetProblem:
        """Read a file for the preview; connected, whoever the practice knows already is left out (F2).

        Raises:
            StorageError: nothing may be shown.
        """
        self._trail.note(session, AuditAction.SHEET_OPENED)
        plan = read_plan(
            data,
            choices,
            memory=self._memory,
            known=self._day_list.rows(),
            now=self._clock.now(),
            zone=self._zone(),
            policy=self._policy(),
        )
        return plan if isinstance(plan, SheetProblem) else self._compared(session, plan)

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

    def _compared(self, session: StaffSession, plan: SheetPlan) -> SheetPlan:
        """Ask the portal about the rows that would become invitations: this desk knows one day's alone (K2)."""
        forms = [row.form for row in plan.rows if row.form is not None]
        if not forms:
            return dataclasses.replace(plan, compared=True)
        self._trail.note(session, AuditAction.SHEET_COMPARED)
        standings = self._people.standings(forms)
        if standings is None:
            return plan
        answers = iter(standings)
        rows = tuple(row if row.form is None else _told(row, next(answers)) for row in plan.rows)
        return dataclasses.replace(plan, rows=rows, compared=True)

    def _remember(self, plan: SheetPlan) -> None:
        if plan.sheet.kind is SheetKind.CSV and plan.dates is not None:
            with contextlib.suppress(StorageError):  # then the next sheet is asked about again
                self._memory.remember(plan.sheet.source, RememberedSheet(plan.columns, plan.dates))


def _told(row: JudgedRow, known: Known) -> JudgedRow:
    match known.standing:
        case Standing.NEITHER:
            return row
        case Standing.INVITED:
            reason = RowReason(RowRefusal.LIVE_INVITATION, number=known.number)
        case Standing.MEMBER:
            reason = RowReason(RowRefusal.HAS_ACCOUNT)
    return dataclasses.replace(row, form=None, reasons=(reason,))
