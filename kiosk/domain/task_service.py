"""What needs the desk (F4): the portal's cases, and what this device finds by itself; decided, solved, or taken off."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from kiosk.domain.cases import HELD, Decision, IdDocument
from kiosk.domain.day_list import DayList, DayListRow
from kiosk.domain.desk_operations import Resolution
from kiosk.domain.desk_search import Question
from kiosk.domain.desk_task import DeskTask, TaskList
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.invitation_service import InvitationService, can_change, never_printed
from kiosk.domain.ports import Clock, Deliveries, OperationLog
from kiosk.domain.staff import AuditAction, AuditEntry, StaffSession
from kiosk.domain.sync_status import SyncMonitor
from kiosk.domain.trail import Trail
from kiosk.domain.values import fold_name

NOT_PRINTED: Final = "not_printed"
"""A slip was made today and neither printed nor mailed; ``count`` slips, with the invitation's id if it is one."""
RECORDS_STUCK: Final = "records_stuck"
"""``count`` records of this device that the portal does not take."""
FOUND_HERE: Final = frozenset({NOT_PRINTED, RECORDS_STUCK})
"""Kinds that no portal knows of."""

PRINT_WITHIN: Final = dt.timedelta(minutes=10)
"""How long a slip may be still to be printed."""
ONE_BY_ONE: Final = 5
"""Slips that are tasks of their own; more, of a day sheet, are one."""

_SLIPS, _RECORDS = UUID(int=1), UUID(int=2)  # of tasks about several; no random id is one of these

_RESOLVED: Final = {
    Decision.ALLOW: AuditAction.TASK_ALLOWED,
    Decision.SAME_PERSON: AuditAction.TASK_SAME_PERSON,
    Decision.DECLINE: AuditAction.TASK_DECLINED,
}


@dataclass(frozen=True, slots=True)
class TaskGlance:
    """Which tasks are open, and at which of them a patient waits at a tablet now; it names nobody."""

    open: frozenset[UUID] = frozenset()
    waiting: frozenset[UUID] = frozenset()


class TaskService:
    """What the desk is asked to do. Every act leaves an audit row (F5).

    What this device finds by itself and somebody took off the list stays off until the program ends.
    """

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        tasks: TaskList,
        day_list: DayList,
        invitations: InvitationService,
        monitor: SyncMonitor,
        clock: Clock,
    ) -> None:
        self._log = log
        self._trail = Trail(log, clock)
        self._deliveries = deliveries
        self._tasks = tasks
        self._day_list = day_list
        self._invitations = invitations
        self._monitor = monitor
        self._clock = clock
        self._off: frozenset[UUID] = frozenset()
        self._stuck_off = 0
        self._stuck_since: dt.datetime | None = None

    def glance(self) -> TaskGlance:
        """How much needs attention, for the badge; nobody is named, so no audit row is left."""
        tasks = self._open_tasks()
        return TaskGlance(
            frozenset(task.case_id for task in tasks), frozenset(task.case_id for task in tasks if task.waiting)
        )

    def tasks(self, session: StaffSession) -> list[DeskTask]:
        """All that is open: first whoever waits at a tablet, then the oldest."""
        self._trail.note(session, AuditAction.TASKS_VIEWED)
        return sorted(self._open_tasks(), key=lambda task: (not task.waiting, task.made_at))

    def viewed(self, session: StaffSession, task: DeskTask) -> None:
        """Note that somebody opened a task, with what was typed (F5)."""
        self._trail.note(session, AuditAction.TASK_VIEWED, task.case_id)

    def resolve(
        self, session: StaffSession, task: DeskTask, decision: Decision, id_document: IdDocument | None = None
    ) -> None:
        """Decide a task; the waiting page goes on by itself when the portal has it.

        What this device found by itself is only taken off the list.

        Raises:
            StorageError: nothing was decided; try again.
        """
        if task.kind in FOUND_HERE:
            self._trail.note(session, _RESOLVED[decision], task.case_id)
            self._take_off(task)
            return
        now = self._clock.now()
        if id_document is not None:
            self._log.audit(AuditEntry(session.staff_id, AuditAction.ID_CHECKED, now, str(task.case_id)))
        body = Resolution(
            case_id=task.case_id,
            decision=decision.value,
            id_document=id_document.value if id_document else "",
            by=session.staff_id,
        )
        audit = AuditEntry(session.staff_id, _RESOLVED[decision], now, str(task.case_id))
        self._log.record(body, subject=task.subject, at=now, audit=audit)
        with contextlib.suppress(StorageError):  # decided all the same: the portal's change takes it off the list
            self._tasks.task_done(task.case_id)
        self._deliveries.kick()

    def invitation(self, session: StaffSession, task: DeskTask) -> DayListRow | None:
        """The invitation that a task is about: of today's list, else as the portal finds its number.

        Returns:
            None if the task is about none, or the portal alone knows it and is not connected.

        Raises:
            StorageError: the search could not be noted.
        """
        if not task.number:
            return None
        if row := _of_task(self._day_list.rows(), task):
            return row
        found = self._invitations.search(session, Question(number=task.number))
        return _of_task(found.rows, task) if found else None

    def new_slip(self, session: StaffSession, task: DeskTask) -> MadeInvitation | None:
        """Make a new slip for a task's invitation; that ends the task.

        Returns:
            None if the invitation is over, or the portal alone knows it and is not connected; nothing was made.

        Raises:
            StorageError: nothing was made.
        """
        whole = self._changeable(session, task)
        if whole is None:
            return None
        made = self._invitations.reissue(session, whole)
        if task.kind not in FOUND_HERE:
            with contextlib.suppress(StorageError):  # the new code stands nowhere else: it must not be lost
                self.resolve(session, task, Decision.DECLINE)
        return made

    def new_slips(self, session: StaffSession) -> list[MadeInvitation]:
        """Make new slips for all that were not printed in time; that ends their task.

        Returns:
            what was made, in the order of the earlier slips; empty if all were printed meanwhile.

        Raises:
            StorageError: nothing was made.
        """
        return self._invitations.reissue_all(session, self._forgotten())

    def corrected_slip(self, session: StaffSession, task: DeskTask, id_document: IdDocument) -> MadeInvitation | None:
        """Correct a task's invitation by what was typed, as the photo ID says, and make a new slip for it.

        A new slip alone would ask for the same wrong details (S13). The portal decides the two in this order.

        Returns:
            None as ``new_slip``; nothing was corrected then.

        Raises:
            StorageError: no slip was made; the correction may stand.
        """
        whole = self._changeable(session, task)
        if whole is None:
            return None
        self.resolve(session, task, Decision.ALLOW, id_document)
        corrected = dataclasses.replace(whole, birth_date=task.birth_date or whole.birth_date)
        return self._invitations.reissue(session, corrected)

    def _changeable(self, session: StaffSession, task: DeskTask) -> DayListRow | None:
        """The task's invitation with its whole date of birth, if it can get a new code."""
        row = self.invitation(session, task)
        whole = self._invitations.view(session, row) if row else None
        return whole if whole is not None and can_change(whole) else None

    def _open_tasks(self) -> list[DeskTask]:
        """The list; who has waited for longer than a page is held has left the tablet."""
        since = self._clock.now() - HELD
        cases = [
            dataclasses.replace(task, waiting=task.waiting and task.made_at > since) for task in self._tasks.tasks()
        ]
        return [*cases, *self._not_printed(), *self._stuck()]

    def _not_printed(self) -> list[DeskTask]:
        rows = self._forgotten()
        if len(rows) > ONE_BY_ONE:
            return [_found(NOT_PRINTED, _SLIPS, min(row.made_at for row in rows), count=len(rows))]
        return [
            dataclasses.replace(
                _found(NOT_PRINTED, row.invitation_id, row.made_at),
                first=row.first,
                last=row.last,
                birth_date=row.birth_date,
                number=row.number,
            )
            for row in rows
        ]

    def _forgotten(self) -> list[DayListRow]:
        """Today's invitations whose slip nobody has, not counting those that were taken off."""
        now = self._clock.now()
        return [
            row
            for row in never_printed(self._day_list.rows())
            if row.made_at <= now - PRINT_WITHIN and row.expires_at > now and row.invitation_id not in self._off
        ]

    def _stuck(self) -> list[DeskTask]:
        stuck = self._monitor.status().stuck
        self._stuck_off = min(self._stuck_off, stuck)
        if stuck <= self._stuck_off:
            self._stuck_since = None
            return []
        since = self._stuck_since = self._stuck_since or self._clock.now()
        return [_found(RECORDS_STUCK, _RECORDS, since, count=stuck)]

    def _take_off(self, task: DeskTask) -> None:
        if task.kind == RECORDS_STUCK:
            self._stuck_off = task.count
        elif task.case_id == _SLIPS:
            self._off |= {row.invitation_id for row in self._forgotten()}
        else:
            self._off |= {task.case_id}


def _of_task(rows: Sequence[DayListRow], task: DeskTask) -> DayListRow | None:
    """The row with the task's number; the number is short, so the name tells it from another year's."""
    same = [row for row in rows if row.number == task.number]
    name = (fold_name(task.first), fold_name(task.last))
    named = (row for row in same if (fold_name(row.first), fold_name(row.last)) == name)
    return next(named, same[0] if same else None)


def _found(kind: str, case_id: UUID, made_at: dt.datetime, *, count: int = 1) -> DeskTask:
    return DeskTask(
        case_id=case_id,
        kind=kind,
        reasons=(),
        subject=case_id,
        waiting=False,
        first="",
        last="",
        birth_date="",
        zip_code="",
        email="",
        differs=(),
        chart_birth_date="",
        chart_zip="",
        number="",
        made_at=made_at,
        count=count,
    )
