"""The front desk: signing in with a PIN, making invitations, and an audit row for every act."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_operations import Invitation, InvitationDelivered
from kiosk.domain.desk_search import InvitationLookups
from kiosk.domain.desk_service import DeskService, InvitationForm
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.known_people import KnownPeople
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.print_service import PrintMemory
from kiosk.domain.staff import AuditAction, AuditEntry, PinThrottle, StaffMember, StaffRole, StaffSession
from kiosk.domain.sync_status import SyncStatus
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, ZipCode

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
RUTH, OMAR, GONE = (UUID(int=number) for number in (1, 2, 3))
MADE = UUID(int=9)
PIN = "290417"
SESSION = StaffSession(RUTH, "Ruth", StaffRole.RECEPTIONIST)

FORM = InvitationForm(
    first=NamePart("Maria"),
    last=NamePart("Okafor"),
    birth_date=BirthDate(dt.date(1984, 2, 9)),
    zip_code=ZipCode("02139"),
    email=Email("maria@example.com", "maria@example.com"),
    phone=Phone("+12125550123"),
    gender=Gender.FEMALE,
    language=Language.SPANISH,
)


class _Desk:
    """Every port in one, with a record of what happened, in order."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.audited: list[AuditEntry] = []
        self.recorded: list[tuple[Body, UUID, dt.datetime]] = []
        self.day: dict[UUID, DayListRow] = {}
        self.throttles: dict[UUID, PinThrottle] = {}
        self.fault: dict[str, StorageError] = {}
        self.time = NOW
        self.printers = PrintMemory()

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

    def members(self) -> Sequence[StaffMember]:
        return [
            StaffMember(RUTH, "ruth", StaffRole.RECEPTIONIST, "ruth's verifier"),
            StaffMember(OMAR, "Omar", StaffRole.MANAGER, "omar's verifier"),
            StaffMember(GONE, "Ann", StaffRole.MANAGER, "ann's verifier", active=False),
        ]

    def throttle(self, staff_id: UUID) -> PinThrottle:
        return self.throttles.get(staff_id, PinThrottle())

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        self._event("count")
        self.throttles[staff_id] = throttle

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        found = self.throttle(staff_id)
        if not found.wait(now):
            self.set_throttle(staff_id, found.failed(now))
        return found

    def put_member(self, member: StaffMember) -> None:
        raise AssertionError("the desk service changes no staff")

    def matches(self, pin: str, verifier: str) -> bool:
        self._event("verify")
        return (pin, verifier) in {(PIN, "ruth's verifier"), ("583920", "omar's verifier")}

    def put(self, row: DayListRow) -> None:
        self._event("put")
        self.day[row.invitation_id] = row

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        self._event("mark")
        self.day[invitation_id] = dataclasses.replace(self.day[invitation_id], progress=progress)

    def rows(self) -> Sequence[DayListRow]:
        self._event("rows")
        return list(self.day.values())

    def tasks(self) -> Sequence[DeskTask]:
        raise AssertionError("nobody looked")

    def task_done(self, case_id: UUID) -> None:
        raise AssertionError("nothing was decided")

    def status(self) -> SyncStatus:
        raise AssertionError("nobody looked")

    def recall_printing(self) -> PrintMemory:
        self._event("recall_printing")
        return self.printers

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        self._event("change_printing")
        self.printers = change(self.printers)

    def now(self) -> dt.datetime:
        return self.time

    def random_bytes(self, count: int) -> bytes:
        return bytes(range(1, count + 1))

    def uuid4(self) -> UUID:
        return MADE

    def service(self, lookups: InvitationLookups | None = None, people: KnownPeople | None = None) -> DeskService:
        """The use cases over it."""
        return DeskService(
            log=self,
            deliveries=self,
            directory=self,
            pins=self,
            day_list=self,
            tasks=self,
            monitor=self,
            print_settings=self,
            clock=self,
            entropy=self,
            lookups=lookups,
            people=people,
        )


@pytest.fixture
def desk() -> _Desk:
    """A desk device on which nothing happened yet."""
    return _Desk()


@pytest.fixture
def service(desk: _Desk) -> DeskService:
    """The use cases over it."""
    return desk.service()


@pytest.mark.rule("F5")
def test_the_sign_in_screen_lists_active_staff_by_name(service: DeskService) -> None:
    """Without regard to case, and without who has left."""
    assert [member.name for member in service.staff()] == ["Omar", "ruth"]


@pytest.mark.rule("F5")
def test_the_right_pin_opens_a_session(desk: _Desk, service: DeskService) -> None:
    """The session says who it is; the act is audited and the counter starts afresh."""
    desk.throttles[RUTH] = PinThrottle(4)
    assert service.sign_in(RUTH, PIN) == StaffSession(RUTH, "ruth", StaffRole.RECEPTIONIST)
    assert desk.audited == [AuditEntry(RUTH, AuditAction.SIGNED_IN, NOW)]
    assert desk.throttles[RUTH] == PinThrottle()


@pytest.mark.rule("F5")
def test_a_wrong_pin_is_counted_before_the_answer(desk: _Desk, service: DeskService) -> None:
    """Count first, then audit, then say no: pulling the plug in between gains no try."""
    assert service.sign_in(RUTH, "583920") is None
    assert desk.events == ["verify", "count", "audit"]
    assert desk.throttles[RUTH] == PinThrottle(1)
    assert desk.audited == [AuditEntry(RUTH, AuditAction.PIN_FAILED, NOW)]


@pytest.mark.rule("F5")
def test_an_answer_is_not_given_when_the_count_cannot_be_kept(desk: _Desk, service: DeskService) -> None:
    """A full disk is no free guess, neither for a wrong nor for the right PIN."""
    desk.fault["count"] = DiskFullError("no room")
    for pin in ("583920", PIN):
        with pytest.raises(DiskFullError):
            service.sign_in(RUTH, pin)


@pytest.mark.rule("F5")
def test_pins_tried_at_once_are_counted_one_by_one(
    desk: _Desk, service: DeskService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands beside the screens: none forgets what another counted, and after the fifth none is answered."""
    elsewhere = PinThrottle(4)

    def while_others_try(pin: str, verifier: str) -> bool:
        desk.throttles[RUTH] = elsewhere
        return pin == PIN

    monkeypatch.setattr(desk, "matches", while_others_try)
    assert service.sign_in(RUTH, "000001") is None
    assert desk.throttles[RUTH] == PinThrottle(5, NOW + dt.timedelta(seconds=60))
    desk.throttles[RUTH], elsewhere = PinThrottle(), elsewhere.failed(NOW)
    for pin in (PIN, "000002"):
        assert service.sign_in(RUTH, pin) == dt.timedelta(seconds=60)
        assert desk.throttles[RUTH] == elsewhere
        desk.throttles[RUTH] = PinThrottle()


@pytest.mark.rule("F5")
def test_the_fifth_wrong_pin_locks_for_a_minute(desk: _Desk, service: DeskService) -> None:
    """Tries meanwhile are not even looked at, also not the right one; afterwards the right one opens."""
    for _ in range(5):
        assert service.sign_in(RUTH, "000001") is None
    desk.events.clear()
    desk.time = NOW + dt.timedelta(seconds=59)
    assert service.sign_in(RUTH, PIN) == dt.timedelta(seconds=1)
    assert desk.events == []
    desk.time = NOW + dt.timedelta(seconds=60)
    assert isinstance(service.sign_in(RUTH, PIN), StaffSession)


@pytest.mark.rule("F5")
def test_one_persons_slips_do_not_lock_another(service: DeskService) -> None:
    """Counters belong to staff members."""
    for _ in range(5):
        service.sign_in(RUTH, "000001")
    assert isinstance(service.sign_in(OMAR, "583920"), StaffSession)


@pytest.mark.rule("F5")
def test_ten_wrong_pins_need_a_manager(desk: _Desk, service: DeskService) -> None:
    """However long one waits, the right PIN is not even looked at."""
    desk.throttles[RUTH] = PinThrottle(10, NOW)
    desk.time = NOW + dt.timedelta(days=365)
    assert service.sign_in(RUTH, PIN) == dt.timedelta.max
    assert desk.events == []


@pytest.mark.rule("F5")
@pytest.mark.parametrize("staff_id", [GONE, UUID(int=77)])
def test_who_is_no_longer_or_never_was_staff_cannot_sign_in(desk: _Desk, service: DeskService, staff_id: UUID) -> None:
    """No verifier is asked."""
    assert service.sign_in(staff_id, PIN) is None
    assert desk.events == []


@pytest.mark.rule("F1")
def test_an_invitation_is_one_operation_with_its_audit_row(desk: _Desk, service: DeskService) -> None:
    """All that the desk typed, a fresh code and number, fourteen days; its id is the subject."""
    made = service.invite(SESSION, FORM)
    [(body, subject, at)] = desk.recorded
    assert (subject, at) == (MADE, NOW)
    assert body == Invitation(
        invitation_id=MADE,
        number="INV-1234",
        code=made.code.symbols,
        first="Maria",
        last="Okafor",
        birth_date="1984-02-09",
        zip_code="02139",
        email="maria@example.com",
        phone="+12125550123",
        gender="female",
        language="es",
        expires_at=NOW + dt.timedelta(days=14),
        issued_by=RUTH,
        delivery="none",
    )
    assert ActivationCode.parse(made.code.symbols) == made.code
    assert (made.invitation_id, made.number, made.form) == (MADE, "INV-1234", FORM)
    assert made.expires_at == body.expires_at
    assert desk.audited == [AuditEntry(RUTH, AuditAction.INVITATION_MADE, NOW, str(MADE))]
    assert desk.events == ["record", "put", "kick"]


@pytest.mark.rule("F1", "F4")
def test_a_photo_id_that_was_seen_goes_along(desk: _Desk, service: DeskService) -> None:
    """Which one it was, and a row of its own in the audit trail."""
    service.invite(SESSION, dataclasses.replace(FORM, id_document=IdDocument.STATE_ID))
    [(body, _, _)] = desk.recorded
    assert isinstance(body, Invitation)
    assert body.id_document == "state_id"
    acts = (AuditAction.ID_CHECKED, AuditAction.INVITATION_MADE)
    assert desk.audited == [AuditEntry(RUTH, act, NOW, str(MADE)) for act in acts]


@pytest.mark.rule("F1")
def test_what_the_desk_does_not_know_stays_unknown(desk: _Desk, service: DeskService) -> None:
    """One name, no contact and no gender are allowed."""
    bare = InvitationForm(first=FORM.first, last=None, birth_date=FORM.birth_date, zip_code=FORM.zip_code)
    service.invite(SESSION, bare)
    body = desk.recorded[0][0]
    assert isinstance(body, Invitation)
    assert (body.last, body.email, body.phone, body.gender, body.language) == ("", None, None, None, "en")


@pytest.mark.rule("F1", "K2")
def test_the_list_of_the_day_holds_no_code_and_no_contact(desk: _Desk, service: DeskService) -> None:
    """Name, date of birth, number and state, and nothing that opens an account."""
    made = service.invite(SESSION, FORM)
    [row] = desk.day.values()
    assert (row.first, row.last, row.birth_date, row.number) == ("Maria", "Okafor", "1984-02-09", "INV-1234")
    assert row.progress is InvitationProgress.READY
    values = [str(value) for value in dataclasses.astuple(row)]
    for hidden in (made.code.symbols, "02139", "maria@example.com", "+12125550123"):
        assert hidden not in values


@pytest.mark.rule("F1", "K1")
def test_nothing_is_made_when_nothing_can_be_stored(desk: _Desk, service: DeskService) -> None:
    """No row, no sync, no code to print."""
    desk.fault["record"] = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.invite(SESSION, FORM)
    assert (desk.recorded, desk.audited, desk.day, desk.events) == ([], [], {}, [])


@pytest.mark.rule("F1", "K1")
def test_a_failing_list_does_not_lose_the_code(desk: _Desk, service: DeskService) -> None:
    """The invitation is stored, so its slip must be printable; the list gets its row back with the portal's change."""
    desk.fault["put"] = DiskFullError("no room")
    made = service.invite(SESSION, FORM)
    body = desk.recorded[0][0]
    assert isinstance(body, Invitation)
    assert body.code == made.code.symbols
    assert desk.events == ["record", "kick"]


@pytest.mark.rule("F3", "F5", "S16")
def test_the_portal_learns_that_a_slip_was_printed(desk: _Desk, service: DeskService) -> None:
    """With its audit row in one go, then the list; a list that cannot be written to hides no print."""
    service.invite(SESSION, FORM)
    service.slip_printed(SESSION, MADE)
    assert desk.recorded[-1] == (InvitationDelivered(invitation_id=MADE, how="print", code="", by=RUTH), MADE, NOW)
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.SLIP_PRINTED, NOW, str(MADE))
    assert desk.events[-3:] == ["record", "kick", "mark"]
    assert desk.day[MADE].progress is InvitationProgress.PRINTED
    desk.fault["mark"] = DiskFullError("no room")
    with pytest.raises(DiskFullError):
        service.slip_printed(SESSION, MADE)
    assert [entry.action for entry in desk.audited].count(AuditAction.SLIP_PRINTED) == 2


@pytest.mark.rule("F3", "F5", "S16")
def test_a_slip_that_did_not_come_out_after_all(desk: _Desk, service: DeskService) -> None:
    """The portal asks nobody for a code that nobody has; one that was mailed besides, or used, stays as it is."""
    service.invite(SESSION, FORM)
    service.slip_printed(SESSION, MADE)
    service.slips_missing(SESSION, [MADE])
    assert desk.recorded[-1] == (InvitationDelivered(invitation_id=MADE, how="none", code="", by=RUTH), MADE, NOW)
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.PRINT_FAILED, NOW, str(MADE))
    assert desk.day[MADE].progress is InvitationProgress.READY
    for further in (InvitationProgress.SENT, InvitationProgress.ACTIVATED):
        desk.day[MADE] = dataclasses.replace(desk.day[MADE], progress=further)
        service.slips_missing(SESSION, [MADE])
        assert desk.day[MADE].progress is further


@pytest.mark.rule("S9", "F1", "F5")
def test_an_invitation_is_mailed_with_its_code(desk: _Desk, service: DeskService) -> None:
    """The code goes up sealed, since it stands nowhere else; the list says "sent"."""
    made = service.invite(SESSION, FORM)
    service.email_invitation(SESSION, made)
    body = InvitationDelivered(invitation_id=MADE, how="email", code=made.code.symbols, by=RUTH)
    assert desk.recorded[-1] == (body, MADE, NOW)
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.INVITATION_EMAILED, NOW, str(MADE))
    assert desk.day[MADE].progress is InvitationProgress.SENT


@pytest.mark.rule("S9")
def test_without_an_address_nothing_is_mailed(desk: _Desk, service: DeskService) -> None:
    """A page that offers it is broken."""
    made = service.invite(SESSION, dataclasses.replace(FORM, email=None))
    with pytest.raises(ValueError, match="nowhere"):
        service.email_invitation(SESSION, made)
    assert len(desk.recorded) == 1


@pytest.mark.rule("F5")
def test_the_list_is_not_shown_without_its_audit_row(desk: _Desk, service: DeskService) -> None:
    """Newest first, audited before it is read; if the row cannot be kept nothing is shown."""
    service.invite(SESSION, FORM)
    older = dataclasses.replace(desk.day[MADE], invitation_id=RUTH, made_at=NOW - dt.timedelta(hours=1))
    newer = dataclasses.replace(desk.day[MADE], invitation_id=OMAR, made_at=NOW + dt.timedelta(hours=1))
    desk.day |= {RUTH: older, OMAR: newer}
    assert [row.invitation_id for row in service.today(SESSION)] == [OMAR, MADE, RUTH]
    assert desk.events[-2:] == ["audit", "rows"]
    assert desk.audited[-1] == AuditEntry(RUTH, AuditAction.LIST_VIEWED, NOW)
    desk.fault["audit"] = DiskFullError("no room")
    with pytest.raises(DiskFullError):
        service.today(SESSION)
    assert desk.events[-1] == "rows"
    assert desk.events.count("rows") == 1


@pytest.mark.rule("F5", "F6")
@pytest.mark.parametrize(
    ("act", "action", "events"),
    [
        (DeskService.view_status, AuditAction.STATUS_VIEWED, ["audit"]),
        (DeskService.sync_now, AuditAction.SYNC_ASKED, ["audit", "kick"]),
        (DeskService.sign_out, AuditAction.SIGNED_OUT, ["audit"]),
        (DeskService.close_kiosk, AuditAction.KIOSK_CLOSED, ["audit"]),
    ],
)
def test_every_other_act_leaves_its_audit_row(
    desk: _Desk,
    service: DeskService,
    act: Callable[[DeskService, StaffSession], None],
    action: AuditAction,
    events: list[str],
) -> None:
    """Who, what, when; and only "Sync now" syncs."""
    act(service, SESSION)
    assert desk.audited == [AuditEntry(RUTH, action, NOW)]
    assert desk.events == events
