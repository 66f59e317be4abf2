"""What staff may call: sign in, make invitations, help patients who wait. Each is one blocking call for a worker."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from kiosk.domain import activation
from kiosk.domain.activation import INVITATION_DAYS, ActivationCode
from kiosk.domain.day_list import DayList, DayListRow, InvitationProgress
from kiosk.domain.desk_operations import Invitation, InvitationDelivered
from kiosk.domain.desk_search import InvitationLookups
from kiosk.domain.desk_task import TaskList
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import InvitationForm as InvitationForm
from kiosk.domain.invitation_form import MadeInvitation as MadeInvitation
from kiosk.domain.invitation_service import InvitationService
from kiosk.domain.known_people import KnownPeople
from kiosk.domain.pin_check import PinCheck
from kiosk.domain.ports import Clock, Deliveries, Entropy, OperationLog
from kiosk.domain.print_service import PrintService, PrintSettings
from kiosk.domain.staff import AuditAction, AuditEntry, StaffMember, StaffSession
from kiosk.domain.staff_ports import PinVerifier, StaffDirectory
from kiosk.domain.sync_status import PracticeDevices, SeenDevice, SyncMonitor
from kiosk.domain.task_service import TaskGlance as TaskGlance
from kiosk.domain.task_service import TaskService
from kiosk.domain.trail import Trail


class DeskService:
    """What staff do: sign in, make invitations, look at today's list.

    Every act leaves an audit row (F5).

    Attributes:
        attention: who needs help.
        invitations: what becomes of an invitation once it is made.
        printing: what the desk tells of its printers.
    """

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        directory: StaffDirectory,
        pins: PinVerifier,
        day_list: DayList,
        tasks: TaskList,
        monitor: SyncMonitor,
        print_settings: PrintSettings,
        clock: Clock,
        entropy: Entropy,
        lookups: InvitationLookups | None = None,
        people: KnownPeople | None = None,
        devices: PracticeDevices | None = None,
    ) -> None:
        self._devices = devices
        self._log = log
        self._trail = Trail(log, clock)
        self._deliveries = deliveries
        self._directory = directory
        self._check = PinCheck(log=log, directory=directory, pins=pins, clock=clock)
        self._day_list = day_list
        self._clock = clock
        self._entropy = entropy
        self.invitations = InvitationService(
            log=log,
            deliveries=deliveries,
            day_list=day_list,
            lookups=lookups,
            people=people,
            clock=clock,
            entropy=entropy,
        )
        self.attention = TaskService(
            log=log,
            deliveries=deliveries,
            tasks=tasks,
            day_list=day_list,
            invitations=self.invitations,
            monitor=monitor,
            clock=clock,
        )
        self.printing = PrintService(settings=print_settings, log=log, clock=clock)

    def staff(self) -> list[StaffMember]:
        """Active staff by name, for the sign-in screen."""
        return sorted((m for m in self._directory.members() if m.active), key=lambda m: m.name.casefold())

    def sign_in(self, staff_id: UUID, pin: str) -> StaffSession | dt.timedelta | None:
        """Check a PIN; works disconnected (F5).

        Returns:
            the session; or how long to wait before a try counts (``timedelta.max``: a manager has to help); or None
            for a wrong PIN.
        """
        member = next((m for m in self.staff() if m.staff_id == staff_id), None)
        if member is None:
            return None
        right = self._check.check(member, pin)
        if isinstance(right, dt.timedelta):
            return right
        if not right:
            return None
        self._log.audit(AuditEntry(staff_id, AuditAction.SIGNED_IN, self._clock.now()))
        return StaffSession(member.staff_id, member.name, member.role)

    def invite(self, session: StaffSession, form: InvitationForm) -> MadeInvitation:
        """Make an invitation, durable on return; the portal learns of it with the next sync.

        Raises:
            StorageError: nothing was made.
        """
        now = self._clock.now()
        made = MadeInvitation(
            invitation_id=self._entropy.uuid4(),
            number=activation.invitation_number(self._entropy.random_bytes(4)),
            code=ActivationCode.from_entropy(self._entropy.random_bytes(activation.ENTROPY_BYTES)),
            form=form,
            expires_at=now + dt.timedelta(days=INVITATION_DAYS),
        )
        body = Invitation(
            invitation_id=made.invitation_id,
            number=made.number,
            code=made.code.symbols,
            first=form.first.text,
            last=form.last.text if form.last else "",
            birth_date=form.birth_date.date.isoformat(),
            zip_code=form.zip_code.text if form.zip_code else "",
            email=form.email.text if form.email else None,
            phone=form.phone.e164 if form.phone else None,
            gender=form.gender.value if form.gender else None,
            language=form.language.value,
            expires_at=made.expires_at,
            issued_by=session.staff_id,
            delivery="none",  # the slip is printed afterwards, or never
            id_document=form.id_document.value if form.id_document else "",
        )
        if form.id_document is not None:
            self._trail.note(session, AuditAction.ID_CHECKED, made.invitation_id)
        audit = AuditEntry(session.staff_id, AuditAction.INVITATION_MADE, now, str(made.invitation_id))
        self._log.record(body, subject=made.invitation_id, at=now, audit=audit)
        # After the operation, in the other file: if the machine dies in between, the portal's change brings it back.
        # So a failure here is none of the invitation's: raising would lose its code, which stands nowhere else.
        row = DayListRow(
            invitation_id=made.invitation_id,
            number=made.number,
            first=body.first,
            last=body.last,
            birth_date=body.birth_date,
            progress=InvitationProgress.READY,
            made_at=now,
            expires_at=made.expires_at,
            language=body.language,
            mailable=made.can_mail,
        )
        with contextlib.suppress(StorageError):
            self._day_list.put(row)
        self._deliveries.kick()
        return made

    def slip_printed(self, session: StaffSession, invitation_id: UUID) -> None:
        """Note that a slip left the printer; the portal learns of it, since a sign-up then asks for the code (S16).

        Raises:
            StorageError: nothing was noted, or the list of the day does not show it.
        """
        self._delivered(session, invitation_id, "print", "", AuditAction.SLIP_PRINTED)
        self._day_list.mark(invitation_id, InvitationProgress.PRINTED)

    def slips_missing(self, session: StaffSession, invitation_ids: Sequence[UUID]) -> None:
        """Note slips that counted as printed, and that nobody found on the paper (F3); they are to be printed again.

        Raises:
            StorageError: not all of them were noted.
        """
        printed = {row.invitation_id for row in self._day_list.rows() if row.progress is InvitationProgress.PRINTED}
        for invitation_id in invitation_ids:
            self._delivered(session, invitation_id, "none", "", AuditAction.PRINT_FAILED)
            if invitation_id in printed:
                self._day_list.mark(invitation_id, InvitationProgress.READY)

    def email_invitation(self, session: StaffSession, made: MadeInvitation) -> None:
        """Have the portal mail the invitation to the address on file, with its code (S9, F1).

        Raises:
            StorageError: nothing was noted, or the list of the day does not show it.
            ValueError: the invitation has no email.
        """
        if not made.can_mail:
            raise ValueError("nowhere to mail this invitation to")
        self._delivered(session, made.invitation_id, "email", made.code.symbols, AuditAction.INVITATION_EMAILED)
        self._day_list.mark(made.invitation_id, InvitationProgress.SENT)

    def _delivered(self, session: StaffSession, invitation_id: UUID, how: str, code: str, action: AuditAction) -> None:
        now = self._clock.now()
        body = InvitationDelivered(invitation_id=invitation_id, how=how, code=code, by=session.staff_id)
        audit = AuditEntry(session.staff_id, action, now, str(invitation_id))
        self._log.record(body, subject=invitation_id, at=now, audit=audit)
        self._deliveries.kick()

    def today(self, session: StaffSession) -> list[DayListRow]:
        """Today's invitations, newest first."""
        self._trail.note(session, AuditAction.LIST_VIEWED)
        return sorted(self._day_list.rows(), key=lambda row: row.made_at, reverse=True)

    def view_status(self, session: StaffSession) -> Sequence[SeenDevice] | None:
        """Look at the sync status (F6); how this device itself stands is the monitor's.

        Returns:
            the practice's devices as the portal knows them; None if not connected, or at a tablet.
        """
        self._trail.note(session, AuditAction.STATUS_VIEWED)
        return None if self._devices is None else self._devices.devices()

    def status_told(self, session: StaffSession) -> None:
        """Note that the counts of the sync status were told outside the screens."""
        self._trail.note(session, AuditAction.STATUS_VIEWED)

    def trail_verified(self, session: StaffSession) -> None:
        """Note who had the audit trail verified."""
        self._trail.note(session, AuditAction.TRAIL_VERIFIED)

    def sync_now(self, session: StaffSession) -> None:
        """Sync soon, because a staff member asked; the status tells how it went."""
        self._trail.note(session, AuditAction.SYNC_ASKED)
        self._deliveries.kick()

    def sign_out(self, session: StaffSession) -> None:
        """End a staff session."""
        self._trail.note(session, AuditAction.SIGNED_OUT)

    def close_kiosk(self, session: StaffSession) -> None:
        """Note that a staff member ended the program (K4)."""
        self._trail.note(session, AuditAction.KIOSK_CLOSED)
