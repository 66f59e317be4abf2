"""A front desk without device or network: the real `DeskService` over ports that live in memory."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from shiboken6 import delete, isValid

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgePolicy
from kiosk.domain.assurance import Assurance
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_help import AccountRow, FoundAccounts, Helped, HelpState, IdentitySeen
from kiosk.domain.desk_help_service import DeskHelpService
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.desk_service import DeskService
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.errors import StorageError
from kiosk.domain.import_service import ImportService
from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.print_service import PrintMemory
from kiosk.domain.screen_service import ScreenChoice, ScreenService
from kiosk.domain.sheet_plan import RememberedSheet
from kiosk.domain.staff import AuditAction, AuditEntry, PinThrottle, StaffMember, StaffRole
from kiosk.domain.staff_service import StaffService
from kiosk.domain.sync_status import SeenDevice, SyncStatus, Trouble
from kiosk.domain.values import Email
from kiosk.printing.queue import PrinterQueue
from kiosk.ui.background import Background, Job
from kiosk.ui.background import _owner as owner_of
from kiosk.ui.staff.area import DeskWork, StaffArea
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.settings_device import DeviceFacts

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

NOW = dt.datetime(2026, 11, 22, 15, 12, tzinfo=dt.UTC)
"""9:12 in Chicago."""
ANA = StaffMember(UUID(int=1), "Ana Ruiz", StaffRole.RECEPTIONIST, "verifier of 482913")
BEN = StaffMember(UUID(int=2), "Ben Osei", StaffRole.MANAGER, "verifier of 907164")
ANAS_PIN, BENS_PIN = "482913", "907164"
FINE = SyncStatus(
    connected=True,
    last_success=NOW - dt.timedelta(minutes=2),
    last_failure=None,
    trouble=None,
    waiting=1,
    waiting_since=NOW - dt.timedelta(minutes=1),
    stuck=0,
)
OFFLINE = SyncStatus(
    connected=False,
    last_success=NOW - dt.timedelta(hours=1),
    last_failure=NOW,
    trouble=Trouble.NO_NETWORK,
    waiting=3,
    waiting_since=NOW - dt.timedelta(minutes=7),
    stuck=0,
)


class AtOnce(Background):
    """Does background work on the spot, so that a test sees its result on the next line."""

    def run(
        self,
        op: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run and deliver, to whom the real one would."""
        assert all(callback is None or owner_of(callback) is not None for callback in (done, failed))
        try:
            value = op()
        except (StorageError, OSError) as error:
            assert failed is not None, "a fault that nobody says"
            failed(error)
        else:
            done(value)
        return Job(done, failed)  # type: ignore[arg-type]  # as in Background.run


class Later(AtOnce):
    """Keeps background work until the test lets it happen."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        super().__init__()
        self._waiting: list[Callable[[], None]] = []
        self.held = False

    def run(
        self,
        op: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Keep it while `held`, else do it at once."""
        if not self.held:
            return super().run(op, done, failed)
        job = Job(done, failed)  # type: ignore[arg-type]  # as in Background.run

        def play() -> None:
            if not job.cancelled:
                super(Later, self).run(op, done, failed)

        self._waiting.append(play)
        return job

    def play_next(self) -> None:
        """Do the first of what waits."""
        self._waiting.pop(0)()

    def play(self) -> int:
        """Do what waits; return how much that was."""
        waiting, self._waiting, self.held = self._waiting, [], False
        for work in waiting:
            work()
        return len(waiting)


class HandTimer(QObject):
    """A timer that rings when the test says so."""

    timeout = Signal()

    def __init__(self) -> None:
        """Make a timer that does not run."""
        super().__init__()
        self.running_for: int | None = None

    def start(self, msec: int, /) -> None:
        """Note for how long."""
        self.running_for = msec

    def stop(self) -> None:
        """Do not ring."""
        self.running_for = None

    def ring(self) -> None:
        """Let the time pass."""
        assert self.running_for is not None, "this timer does not run"
        self.running_for = None
        self.timeout.emit()


OWN_DEVICE = SeenDevice(device_id=UUID(int=0x5EED), is_desk=True, last_seen=NOW, waiting=0)
"""The desk itself, as the portal knows it."""


class Timers:
    """Makes `HandTimer`s and finds the one that runs for a time."""

    def __init__(self) -> None:
        """Begin without timers."""
        self.made: list[HandTimer] = []

    def __call__(self) -> HandTimer:
        """Make one."""
        self.made.append(HandTimer())
        return self.made[-1]

    def pass_time(self, seconds: float) -> None:
        """Let the timer ring that runs for so long."""
        running = [timer for timer in self.made if timer.running_for == round(seconds * 1000)]
        assert len(running) == 1, [timer.running_for for timer in self.made]
        running[0].ring()


class Accounts:
    """The portal's accounts (``domain.desk_help.AccountHelp``), and what a desk asked of it."""

    def __init__(self) -> None:
        """Begin connected, with nobody."""
        self.rows: list[AccountRow] = []
        self.connected = True
        self.more = False
        self.answer = Helped(HelpState.DONE)
        self.asked: list[tuple[object, ...]] = []

    def add(self, first: str = "Maria", last: str = "Okafor", **fields: object) -> AccountRow:
        """Put an account among them; nothing is wrong with it unless `fields` say so."""
        usual = AccountRow(
            account_id=UUID(int=7000 + len(self.rows)),
            first=first,
            last=last,
            birth_date="1984-03-27",
            masked_email="m•••@mail.example",
            email_verified=True,
            has_user_id=True,
            locked_until=None,
            locked_for_good=False,
            assurance=Assurance.SELF_ASSERTED,
            checked_at=None,
        )
        self.rows.append(replace(usual, **fields))  # type: ignore[arg-type]  # fields of AccountRow
        return self.rows[-1]

    def search(self, question: Question) -> FoundAccounts | None:
        """Find everybody, with years alone, or do not answer."""
        self.asked.append(("search", question))
        brief = (replace(row, birth_date=row.birth_date[:4]) for row in self.rows)
        return FoundAccounts(tuple(brief), more=self.more) if self.connected else None

    def whole(self, account_id: UUID) -> AccountRow | None:
        """Return one of them, or do not answer."""
        found = (row for row in self.rows if row.account_id == account_id)
        return next(found, None) if self.connected else None

    def mail_reset(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """Answer as told."""
        self.asked.append(("mail_reset", account_id, seen))
        return self.answer

    def slip_reset(self, account_id: UUID, code: ActivationCode, seen: IdentitySeen) -> Helped:
        """Answer as told."""
        self.asked.append(("slip_reset", account_id, code, seen))
        return self.answer

    def change_email(self, account_id: UUID, email: Email, seen: IdentitySeen) -> Helped:
        """Answer as told."""
        self.asked.append(("change_email", account_id, email, seen))
        return self.answer

    def unlock(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """Answer as told."""
        self.asked.append(("unlock", account_id, seen))
        return self.answer


class Desk:
    """The device behind the service, as far as the staff area can tell; also its clock, log and monitor."""

    def __init__(self) -> None:
        """Begin with two members of staff, an empty list, and a sync that works."""
        self.time = NOW
        self.people: tuple[StaffMember, ...] = (BEN, ANA)
        self.throttles: dict[UUID, PinThrottle] = {}
        self.audits: list[AuditEntry] = []
        self.bodies: list[Body] = []
        self.list: dict[UUID, DayListRow] = {}
        self.earlier: list[DayListRow] | None = None
        self.more = False
        self.questions: list[Question] = []
        self.known: dict[str, Known] = {}
        self.asked_about: list[list[str]] = []
        self.open_tasks: dict[UUID, DeskTask] = {}
        self.sheets: dict[str, RememberedSheet] = {}
        self.printing = PrintMemory()
        self.screen_choice: ScreenChoice | None = None
        self.current = FINE
        self.seen_devices: list[SeenDevice] | None = [OWN_DEVICE]
        self.kicks = 0
        self.broken = False
        self.pin_threads: list[threading.Thread] = []
        self._count = 0
        self.service = DeskService(
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
            lookups=self,
            people=self,
            devices=self,
        )
        self.screen = ScreenService(settings=self, log=self, clock=self)
        self.accounts = Accounts()
        self.help = DeskHelpService(accounts=self.accounts, log=self, clock=self, entropy=self)
        self.imports = ImportService(
            desk=self.service,
            memory=self,
            day_list=self,
            log=self,
            clock=self,
            entropy=self,
            zone=lambda: dt.UTC,
            policy=AgePolicy,
            people=self,
        )

    @property
    def practice(self) -> StaffPractice:
        """Where the desk stands."""
        return StaffPractice(
            name="Lakeside Family Practice",
            portal_host="portal.example.org",
            zone=ZoneInfo("America/Chicago"),
            now=self.now,
        )

    def devices(self) -> list[SeenDevice] | None:
        """How the practice's devices stand, or no answer."""
        return self.seen_devices

    @property
    def acts(self) -> list[AuditAction]:
        """What the audit trail says was done, in order."""
        return [entry.action for entry in self.audits]

    @property
    def invitation(self) -> Invitation:
        """The one invitation recorded."""
        (body,) = (body for body in self.bodies if isinstance(body, Invitation))
        return body

    def add(self, first: str, last: str, born: str, number: str, progress: InvitationProgress) -> DayListRow:
        """Put an invitation into today's list."""
        row = DayListRow(
            invitation_id=self.uuid4(),
            number=number,
            first=first,
            last=last,
            birth_date=born,
            progress=progress,
            made_at=NOW - dt.timedelta(minutes=len(self.list)),
            expires_at=NOW + dt.timedelta(days=14),
        )
        self.list[row.invitation_id] = row
        return row

    def add_task(self, kind: str = "desk_request", *reasons: str, **fields: object) -> DeskTask:
        """Open a task, of Maria unless `fields` say otherwise."""
        usual = DeskTask(
            case_id=self.uuid4(),
            kind=kind,
            reasons=reasons,
            subject=self.uuid4(),
            waiting=kind == "desk_request",
            first="Maria",
            last="Okafor",
            birth_date="1984-03-27",
            zip_code="60614",
            email="maria@example.com",
            differs=(),
            chart_birth_date="",
            chart_zip="",
            number="",
            made_at=NOW - dt.timedelta(minutes=len(self.open_tasks) + 1),
        )
        task = replace(usual, **fields)  # type: ignore[arg-type]  # fields of DeskTask
        self.open_tasks[task.case_id] = task
        return task

    # The protocols of the use cases, one after the other.

    def now(self) -> dt.datetime:
        """Return the test's time."""
        return self.time

    def random_bytes(self, count: int) -> bytes:
        """Return bytes that are different each time."""
        self._count += 1
        return bytes((self._count * 37 + place * 11) % 256 for place in range(count))

    def search(self, question: Question) -> Found | None:
        """Answer like the portal, with years alone, or not at all."""
        self.questions.append(question)
        if self.earlier is None:
            return None
        brief = (replace(row, birth_date=row.birth_date[:4]) for row in self.earlier)
        return Found(tuple(brief), more=self.more)

    def whole(self, invitation_id: UUID) -> DayListRow | None:
        """Return one of them with its date of birth."""
        return next((row for row in self.earlier or () if row.invitation_id == invitation_id), None)

    def standings(self, people: Sequence[InvitationForm]) -> list[Known] | None:
        """Tell by first names whom the practice knows beyond the list of the day, or do not answer."""
        self.asked_about.append([person.first.text for person in people])
        if self.earlier is None:
            return None
        return [self.known.get(person.first.text, Known(Standing.NEITHER)) for person in people]

    def uuid4(self) -> UUID:
        """Return another id each time."""
        self._count += 1
        return UUID(int=self._count + 1000)

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        """Keep an operation and its audit row, or fail."""
        if self.broken:
            raise StorageError("made up")
        self.bodies.append(body)
        if audit is not None:
            self.audits.append(audit)
        return self.uuid4()

    def audit(self, entry: AuditEntry) -> None:
        """Keep an audit row, or fail."""
        if self.broken:
            raise StorageError("made up")
        self.audits.append(entry)

    def kick(self) -> None:
        """Count."""
        self.kicks += 1

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        """Know nothing."""
        return None

    def put(self, row: DayListRow) -> None:
        """Keep a row of the day."""
        self.list[row.invitation_id] = row

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        """Change its state."""
        if invitation_id in self.list:
            self.list[invitation_id] = replace(self.list[invitation_id], progress=progress)

    def rows(self) -> Sequence[DayListRow]:
        """Return the day's rows."""
        return list(self.list.values())

    def tasks(self) -> Sequence[DeskTask]:
        """Return what is open."""
        return list(self.open_tasks.values())

    def task_done(self, case_id: UUID) -> None:
        """Take it off the list."""
        del self.open_tasks[case_id]

    def recall(self, source: str) -> RememberedSheet | None:
        """Return how a sheet was read before."""
        return self.sheets.get(source)

    def remember(self, source: str, sheet: RememberedSheet) -> None:
        """Keep how a sheet was read."""
        self.sheets[source] = sheet

    def recall_printing(self) -> PrintMemory:
        """Return what was printed on last."""
        return self.printing

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        """Keep what was printed on."""
        self.printing = change(self.printing)

    def recall_screen(self) -> ScreenChoice | None:
        """Return how the screen was made to look."""
        return self.screen_choice

    def keep_screen(self, choice: ScreenChoice) -> None:
        """Keep how it looks."""
        self.screen_choice = choice

    def members(self) -> Sequence[StaffMember]:
        """Return the staff."""
        return self.people

    def put_member(self, member: StaffMember) -> None:
        """Add or replace a member."""
        self.people = (*(one for one in self.people if one.staff_id != member.staff_id), member)

    def throttle(self, staff_id: UUID) -> PinThrottle:
        """Return the counter of wrong PINs."""
        return self.throttles.get(staff_id, PinThrottle())

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        """Keep the counter."""
        self.throttles[staff_id] = throttle

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        """Count a wrong PIN."""
        found = self.throttle(staff_id)
        if not found.wait(now):
            self.set_throttle(staff_id, found.failed(now))
        return found

    def matches(self, pin: str, verifier: str) -> bool:
        """Compare, without Argon2's tenth of a second."""
        self.pin_threads.append(threading.current_thread())
        return verifier == f"verifier of {pin}"

    def status(self) -> SyncStatus:
        """Return the state of the sync."""
        return self.current

    def staff(self, *, changes_staff: bool = True) -> StaffService:
        """The use cases about the staff."""
        return StaffService(
            log=self,
            deliveries=self,
            directory=self,
            pins=self,
            make_verifier="verifier of {}".format,
            clock=self,
            entropy=self,
            changes_staff=changes_staff,
        )

    @contextmanager
    def area(
        self,
        folder: Path,
        timers: Timers | None = None,
        *,
        can_close: bool = False,
        can_leave: bool = True,
        is_desk: bool = True,
        background: Background | None = None,
        printers: PrinterQueue | None = None,
    ) -> Iterator[StaffArea]:
        """Show a staff area of this desk; afterwards nothing of it is left.

        Its background work is done at once, unless another `background` is given.
        """
        background = background or AtOnce()
        area = StaffArea(
            self.service,
            self.staff(changes_staff=is_desk),
            self,
            background,
            self.practice,
            device=DeviceFacts(is_desk, OWN_DEVICE.device_id, "https://portal.example.org"),
            desk=DeskWork(self.imports, self.help, folder, printers) if is_desk else None,
            can_close=can_close,
            can_leave=can_leave,
            screen=self.screen if is_desk else None,
            timer_factory=timers or Timers(),
        )
        try:
            area.resize(1280, 800)
            area.show()
            assert QTest.qWaitForWindowActive(area)  # only the active window has the focus
            yield area
        finally:
            background.shutdown()
            if isValid(area):  # its window may be gone, and it with it
                delete(area)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # also what the area itself let go of


def button(area: QWidget, name: str) -> QAbstractButton:
    """Find a button, row or entry by its object name."""
    return _found(area, QAbstractButton, name)


def line(area: QWidget, name: str) -> QLineEdit:
    """Find a line by its object name."""
    return _found(area, QLineEdit, name)


def text(area: QWidget, name: str) -> str:
    """Return what a label says; "" while it is hidden."""
    found = _found(area, QLabel, name)
    return "" if found.isHidden() else found.text()


def _found(area: QWidget, kind: type[W], name: str) -> W:
    """The one in sight, if there are several: two pages print slips."""
    named = area.findChildren(kind, name)
    assert named, name
    return next((each for each in named if each.isVisible()), named[0])


def sign_in(area: QWidget, row: int, pin: str) -> None:
    """Choose a name and type a PIN on the pad."""
    button(area, f"staff_member_{row}").click()
    for digit in pin:
        button(area, f"pin_key_{digit}").click()
    button(area, "sign_in").click()
