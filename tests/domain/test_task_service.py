"""What needs the desk: the portal's cases and what this device finds by itself, each act audited (F4, F5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain.cases import Decision, IdDocument
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_operations import InvitationReissued, Resolution
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.invitation_service import InvitationService
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import AuditAction, AuditEntry, StaffRole, StaffSession
from kiosk.domain.sync_status import SyncStatus
from kiosk.domain.task_service import NOT_PRINTED, ONE_BY_ONE, PRINT_WITHIN, RECORDS_STUCK, TaskGlance, TaskService

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
RUTH = UUID(int=11)
SESSION = StaffSession(RUTH, "Ruth", StaffRole.RECEPTIONIST)


class _Desk:
    """Every port in one, with a record of what happened, in order."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.audited: list[AuditEntry] = []
        self.recorded: list[tuple[Body, UUID, dt.datetime]] = []
        self.open: dict[UUID, DeskTask] = {}
        self.day: list[DayListRow] = []
        self.known: Sequence[DayListRow] | None = None
        self.asked: list[Question] = []
        self.stuck = 0
        self.fault: dict[str, StorageError] = {}
        self.time = NOW

    def _event(self, name: str) -> None:
        if name in self.fault:
            raise self.fault[name]
        self.events.append(name)

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        self._event("record")
        self.recorded.append((body, subject, at))
        if audit:
            self.audited.append(audit)
        return UUID(int=8)

    def audit(self, entry: AuditEntry) -> None:
        self._event("audit")
        self.audited.append(entry)

    def kick(self) -> None:
        self._event("kick")

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        raise AssertionError("the desk does not wait")

    def tasks(self) -> Sequence[DeskTask]:
        self._event("tasks")
        return list(self.open.values())

    def task_done(self, case_id: UUID) -> None:
        self._event("done")
        del self.open[case_id]

    def put(self, row: DayListRow) -> None:
        self._event("put")
        self.day = [row if one.invitation_id == row.invitation_id else one for one in self.day]

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        raise AssertionError("nothing is made here")

    def rows(self) -> Sequence[DayListRow]:
        return self.day

    def search(self, question: Question) -> Found | None:
        self.asked.append(question)
        return None if self.known is None else Found(tuple(self.known))

    def whole(self, invitation_id: UUID) -> DayListRow | None:
        known = (row for row in self.known or () if row.invitation_id == invitation_id)
        return next((replace(row, birth_date="1984-02-09") for row in known), None)

    def status(self) -> SyncStatus:
        return SyncStatus(
            connected=True,
            last_success=None,
            last_failure=None,
            trouble=None,
            waiting=0,
            waiting_since=None,
            stuck=self.stuck,
        )

    def now(self) -> dt.datetime:
        return self.time

    def random_bytes(self, count: int) -> bytes:
        return bytes(range(count))

    def uuid4(self) -> UUID:
        raise AssertionError("nothing is made here")

    def service(self) -> TaskService:
        invitations = InvitationService(
            log=self, deliveries=self, day_list=self, lookups=self, people=None, clock=self, entropy=self
        )
        return TaskService(
            log=self,
            deliveries=self,
            tasks=self,
            day_list=self,
            invitations=invitations,
            monitor=self,
            clock=self,
        )


@pytest.fixture
def desk() -> _Desk:
    """A desk with nothing to do."""
    return _Desk()


@pytest.fixture
def service(desk: _Desk) -> TaskService:
    """Its service."""
    return desk.service()


def task(number: int, *, waiting: bool = True, minutes: int = 1) -> DeskTask:
    """A task that is so many minutes old."""
    return DeskTask(
        case_id=UUID(int=100 + number),
        kind="desk_request",
        reasons=("no_email",),
        subject=UUID(int=200 + number),
        waiting=waiting,
        first="Maria",
        last="Okafor",
        birth_date="1984-02-09",
        zip_code="02139",
        email="",
        differs=(),
        chart_birth_date="",
        chart_zip="",
        number="",
        made_at=NOW - dt.timedelta(minutes=minutes),
    )


@pytest.mark.rule("F4", "F5")
def test_whoever_waits_comes_first(desk: _Desk, service: TaskService) -> None:
    """Then the oldest; who has waited for longer than the page is held is gone from the tablet. The view is audited."""
    for one in (task(1, waiting=False, minutes=60), task(2, minutes=1), task(3, minutes=14), task(4, minutes=15)):
        desk.open[one.case_id] = one
    shown = service.tasks(SESSION)
    assert [(one.case_id.int - 100, one.waiting) for one in shown] == [(3, True), (2, True), (1, False), (4, False)]
    assert desk.events == ["audit", "tasks"]
    assert desk.audited == [AuditEntry(RUTH, AuditAction.TASKS_VIEWED, NOW)]
    service.viewed(SESSION, shown[0])
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.TASK_VIEWED, NOW, str(shown[0].case_id))


@pytest.mark.rule("F4")
def test_the_badge_counts_without_an_audit_row(desk: _Desk, service: TaskService) -> None:
    """It names nobody, and it is asked every few seconds."""
    assert service.glance() == TaskGlance()
    for one in (task(1, waiting=False), task(2), task(3, minutes=15)):
        desk.open[one.case_id] = one
    glance = service.glance()
    assert (len(glance.open), glance.waiting) == (3, frozenset({UUID(int=102)}))
    assert desk.audited == []


@pytest.mark.rule("F4", "F5")
@pytest.mark.parametrize(
    ("decision", "seen", "said", "acts"),
    [
        (Decision.ALLOW, IdDocument.PASSPORT, "passport", [AuditAction.ID_CHECKED, AuditAction.TASK_ALLOWED]),
        (Decision.ALLOW, None, "", [AuditAction.TASK_ALLOWED]),
        (Decision.SAME_PERSON, None, "", [AuditAction.TASK_SAME_PERSON]),
        (Decision.DECLINE, None, "", [AuditAction.TASK_DECLINED]),
    ],
)
def test_a_decision_is_one_operation(
    desk: _Desk,
    service: TaskService,
    decision: Decision,
    seen: IdDocument | None,
    said: str,
    acts: list[AuditAction],
) -> None:
    """Under the case's subject, with who decided and what was seen; off the list at once, up with the next sync."""
    one = task(1)
    desk.open[one.case_id] = one
    service.resolve(SESSION, one, decision, seen)
    body = Resolution(case_id=one.case_id, decision=decision.value, id_document=said, by=RUTH)
    assert desk.recorded == [(body, one.subject, NOW)]
    assert desk.audited == [AuditEntry(RUTH, act, NOW, str(one.case_id)) for act in acts]
    assert desk.events[-3:] == ["record", "done", "kick"]
    assert desk.open == {}


@pytest.mark.rule("F4")
def test_a_decision_that_is_not_stored_is_none(desk: _Desk, service: TaskService) -> None:
    """The task stays and nothing goes up; a list that cannot be written to undoes no decision."""
    one = task(1)
    desk.open[one.case_id] = one
    desk.fault["record"] = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.resolve(SESSION, one, Decision.DECLINE)
    assert (list(desk.open.values()), desk.recorded) == ([one], [])
    desk.fault = {"done": DiskFullError("no room")}
    service.resolve(SESSION, one, Decision.DECLINE)
    assert (len(desk.recorded), desk.events[-1]) == (1, "kick")


def slip(number: int, *, minutes: int = 10, **changes: object) -> DayListRow:
    """An invitation of today whose slip was not printed."""
    row = DayListRow(
        invitation_id=UUID(int=300 + number),
        number=f"INV-{number:04d}",
        first="Maria",
        last="Okafor",
        birth_date="1984-02-09",
        progress=InvitationProgress.READY,
        made_at=NOW - dt.timedelta(minutes=minutes),
        expires_at=NOW + dt.timedelta(days=14),
    )
    return replace(row, **changes)  # type: ignore[arg-type]  # fields of DayListRow


def found(service: TaskService) -> list[tuple[str, int, str]]:
    """Kind, count and number of what is open."""
    return [(one.kind, one.count, one.number) for one in service.tasks(SESSION)]


@pytest.mark.rule("F3", "F4")
def test_a_slip_that_was_never_printed(desk: _Desk, service: TaskService) -> None:
    """Ten minutes after it was made; not one that was printed, mailed, used, withdrawn, or that has expired."""
    desk.day = [
        slip(0),
        slip(1, minutes=9),
        slip(2, expires_at=NOW),
        *(slip(3, progress=one) for one in InvitationProgress if one is not InvitationProgress.READY),
    ]
    (one,) = service.tasks(SESSION)
    assert (one.kind, one.number, one.waiting, one.made_at) == (NOT_PRINTED, "INV-0000", False, desk.day[0].made_at)
    assert (one.first, one.last, one.birth_date) == ("Maria", "Okafor", "1984-02-09")
    assert service.glance() == TaskGlance(frozenset({desk.day[0].invitation_id}))
    assert service.invitation(SESSION, one) is desk.day[0]
    desk.day[0] = replace(desk.day[0], progress=InvitationProgress.PRINTED)
    assert found(service) == []


@pytest.mark.rule("F4", "F5")
def test_taken_off_the_list(desk: _Desk, service: TaskService) -> None:
    """The portal knows nothing of it, so nothing goes up; who took it off is noted, and if it cannot be it stays."""
    desk.day = [slip(0), slip(1)]
    one = service.tasks(SESSION)[0]
    desk.fault["audit"] = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.resolve(SESSION, one, Decision.DECLINE)
    desk.fault.clear()
    assert len(found(service)) == 2
    service.resolve(SESSION, one, Decision.DECLINE)
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.TASK_DECLINED, NOW, str(one.case_id))
    assert found(service) == [(NOT_PRINTED, 1, "INV-0001")]
    assert desk.recorded == []


@pytest.mark.rule("F2", "F4")
def test_many_slips_are_one_task(desk: _Desk, service: TaskService) -> None:
    """A day sheet whose slips jammed does not bury the patients who wait; taken off, later slips are new tasks."""
    desk.day = [slip(number, minutes=20 + number) for number in range(ONE_BY_ONE + 1)]
    (one,) = service.tasks(SESSION)
    assert (one.kind, one.count, one.number, one.first) == (NOT_PRINTED, ONE_BY_ONE + 1, "", "")
    assert one.made_at == NOW - dt.timedelta(minutes=20 + ONE_BY_ONE)
    assert service.invitation(SESSION, one) is None
    service.resolve(SESSION, one, Decision.DECLINE)
    assert found(service) == []
    desk.day.append(slip(9))
    assert found(service) == [(NOT_PRINTED, 1, "INV-0009")]


@pytest.mark.rule("F4", "F6")
def test_records_that_are_stuck(desk: _Desk, service: TaskService) -> None:
    """One task however many, since it was first seen; taken off, it comes back with the next one."""
    desk.stuck = 2
    (one,) = service.tasks(SESSION)
    assert (one.kind, one.count, one.made_at) == (RECORDS_STUCK, 2, NOW)
    desk.time += dt.timedelta(minutes=5)
    assert [one.made_at for one in service.tasks(SESSION)] == [NOW]
    service.resolve(SESSION, one, Decision.DECLINE)
    assert found(service) == []
    desk.stuck = 3
    assert found(service) == [(RECORDS_STUCK, 3, "")]
    service.resolve(SESSION, service.tasks(SESSION)[0], Decision.DECLINE)
    desk.stuck = 0
    assert found(service) == []
    desk.stuck = 1
    assert found(service) == [(RECORDS_STUCK, 1, "")]


@pytest.mark.rule("F4")
def test_the_invitation_of_a_task(desk: _Desk, service: TaskService) -> None:
    """Of today, else the portal's; of two with one number the one with the name; None where nobody can say."""
    about = replace(task(1), number="INV-0007")
    assert service.invitation(SESSION, task(1)) is None
    assert desk.asked == []
    assert service.invitation(SESSION, about) is None
    assert desk.asked == [Question(number="INV-0007")]
    assert desk.audited == [AuditEntry(RUTH, AuditAction.INVITATIONS_SEARCHED, NOW)]
    older = slip(7, first="Ann", birth_date="1971")
    mine = slip(7, first="MARÍA", birth_date="1984")
    desk.known = [older, mine]
    assert service.invitation(SESSION, about) is mine
    desk.known = [older]
    assert service.invitation(SESSION, about) is older
    desk.day = [mine]
    assert service.invitation(SESSION, about) is mine
    assert len(desk.asked) == 3


@pytest.mark.rule("F3", "F4")
def test_a_new_slip_ends_what_was_not_printed(desk: _Desk, service: TaskService) -> None:
    """One operation; the portal knows of no case, so none is decided. Ten minutes later it is a task again."""
    desk.day = [slip(0)]
    (one,) = service.tasks(SESSION)
    made = service.new_slip(SESSION, one)
    assert made is not None
    assert (made.invitation_id, made.number) == (one.case_id, "INV-0000")
    assert [type(body) for body, _, _ in desk.recorded] == [InvitationReissued]
    assert found(service) == []
    desk.time += PRINT_WITHIN
    assert found(service) == [(NOT_PRINTED, 1, "INV-0000")]


@pytest.mark.rule("F2", "F4")
def test_new_slips_for_all_that_were_not_printed(
    desk: _Desk, service: TaskService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which they were made; if the disk fails at the third, the codes of the first two are not lost."""
    desk.day = [slip(number, minutes=20 - number) for number in (2, 0, 1)]
    desk.day.append(slip(3, progress=InvitationProgress.PRINTED))
    made = service.new_slips(SESSION)
    assert [one.number for one in made] == ["INV-0000", "INV-0001", "INV-0002"]
    assert {type(body) for body, _, _ in desk.recorded} == {InvitationReissued}
    assert service.new_slips(SESSION) == []
    desk.time += PRINT_WITHIN
    real = desk.record

    def full(body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        if len(desk.recorded) == 5:
            raise DiskFullError("no room")
        return real(body, subject=subject, at=at, audit=audit)

    monkeypatch.setattr(desk, "record", full)
    assert len(service.new_slips(SESSION)) == 2
    with pytest.raises(StorageError):
        service.new_slips(SESSION)


@pytest.mark.rule("F4", "S18")
def test_a_new_slip_ends_the_portals_case(desk: _Desk, service: TaskService) -> None:
    """Of an invitation that the portal alone has, with its whole date of birth."""
    about = replace(task(1, waiting=False), kind="code_locked", number="INV-0007")
    desk.open[about.case_id] = about
    desk.known = [slip(7, birth_date="1984")]
    made = service.new_slip(SESSION, about)
    assert made is not None
    assert made.form.birth_date.date == dt.date(1984, 2, 9)
    assert [type(body) for body, _, _ in desk.recorded] == [InvitationReissued, Resolution]
    assert desk.open == {}


@pytest.mark.rule("F4", "S13")
def test_a_correction_comes_before_its_new_slip(desk: _Desk, service: TaskService) -> None:
    """The portal decides in this order, so the new code asks for what was typed; the photo ID is noted."""
    about = replace(task(1, waiting=False), number="INV-0007", birth_date="1985-02-09", differs=("birth_date",))
    desk.open[about.case_id] = about
    desk.day = [slip(7)]
    made = service.corrected_slip(SESSION, about, IdDocument.PASSPORT)
    assert made is not None
    assert made.form.birth_date.date == dt.date(1985, 2, 9)
    (correction, _, _), (reissue, _, _) = desk.recorded
    assert isinstance(correction, Resolution)
    assert (correction.decision, correction.id_document) == ("allow", "passport")
    assert isinstance(reissue, InvitationReissued)
    assert AuditAction.ID_CHECKED in [entry.action for entry in desk.audited]
    assert desk.open == {}


@pytest.mark.rule("F4")
@pytest.mark.parametrize("progress", [InvitationProgress.ACTIVATED, InvitationProgress.REVOKED, None])
def test_no_new_slip(desk: _Desk, service: TaskService, progress: InvitationProgress | None) -> None:
    """The invitation is over, or nobody can say which it is: nothing is made, and the task stays."""
    about = replace(task(1, waiting=False), kind="code_locked", number="INV-0007")
    desk.open[about.case_id] = about
    if progress is not None:
        desk.day = [slip(7, progress=progress)]
    assert service.new_slip(SESSION, about) is None
    assert service.corrected_slip(SESSION, about, IdDocument.PASSPORT) is None
    assert (desk.recorded, list(desk.open.values())) == ([], [about])
