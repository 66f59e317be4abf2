"""What is done about the practice's staff: colleagues added and ended, PINs chosen, work handed over (F5).

It works disconnected: the portal learns of it with the next sync, and its change confirms or corrects what this
device shows meanwhile.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Callable
from uuid import UUID

from kiosk.domain.desk_operations import StaffAdded, StaffUpdated
from kiosk.domain.errors import StorageError
from kiosk.domain.pin_check import PinCheck
from kiosk.domain.ports import Clock, Deliveries, Entropy, OperationLog
from kiosk.domain.staff import (
    AuditAction,
    AuditEntry,
    Colleague,
    Pin,
    PinRefusal,
    PinThrottle,
    StaffMember,
    StaffRefusal,
    StaffRole,
    StaffSession,
    is_staff_name,
)
from kiosk.domain.staff_ports import PinVerifier, StaffDirectory
from kiosk.domain.trail import Trail


class StaffService:
    """Blocking calls for a worker; a PIN's verifier takes a tenth of a second and 64 MiB.

    Attributes:
        changes_staff: whether this device does; a tablet stands among patients, so it only lets people in.
    """

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        directory: StaffDirectory,
        pins: PinVerifier,
        make_verifier: Callable[[str], str],
        clock: Clock,
        entropy: Entropy,
        changes_staff: bool,
    ) -> None:
        """Plug it in.

        Args:
            make_verifier: Argon2id of a PIN's digits with fresh salt, in PHC form.
        """
        self._log = log
        self._trail = Trail(log, clock)
        self._deliveries = deliveries
        self._directory = directory
        self._check = PinCheck(log=log, directory=directory, pins=pins, clock=clock)
        self._make_verifier = make_verifier
        self._clock = clock
        self._entropy = entropy
        self.changes_staff = changes_staff

    def settings_viewed(self, session: StaffSession) -> None:
        """Note that somebody looked at this device's settings."""
        self._trail.note(session, AuditAction.SETTINGS_VIEWED)

    def still_there(self, session: StaffSession) -> bool:
        """Whether somebody who is signed in may stay: a sync may have brought that they were ended.

        Whom the directory does not name is on the way: nobody is ever taken off it, but a sync may begin it anew.
        """
        member = self._member(session.staff_id)
        return member is None or member.active

    def hand_over(self, session: StaffSession, to: StaffSession) -> None:
        """Note that the first let the second go on with their unfinished work; it ends the first's session.

        Raises:
            StorageError: it could not be noted, so nothing may be handed over.
        """
        self._trail.note(session, AuditAction.HANDED_OVER, to.staff_id)

    def members(self, session: StaffSession) -> list[Colleague] | StaffRefusal:
        """Everybody, active ones first, by name."""
        if not self._is_manager(session):
            return StaffRefusal.NOT_A_MANAGER
        self._trail.note(session, AuditAction.STAFF_VIEWED)
        everybody = [
            Colleague(m.staff_id, m.name, m.role, m.active, self._directory.throttle(m.staff_id))
            for m in self._directory.members()
        ]
        return sorted(everybody, key=lambda one: (not one.active, one.name.casefold()))

    def check_name(self, name: str) -> StaffRefusal | None:
        """Why nobody new may be called that, before a PIN is typed in vain."""
        if not is_staff_name(name):
            return StaffRefusal.BAD_NAME
        return StaffRefusal.NAME_TAKEN if self._named(name) else None

    def add(self, session: StaffSession, name: str, role: StaffRole, pin: str) -> UUID | StaffRefusal | PinRefusal:
        """Add a colleague, who can sign in at this device at once.

        Args:
            session: a manager's.
            name: as the door shows it.
            role: theirs.
            pin: chosen and typed by the colleague alone.

        Raises:
            StorageError: nobody was added.
        """
        if not self._is_manager(session):
            return StaffRefusal.NOT_A_MANAGER
        if refusal := self.check_name(name):
            return refusal
        verifier = self._verifier(pin)
        if isinstance(verifier, PinRefusal):
            return verifier
        member = StaffMember(self._entropy.uuid4(), name.strip(), role, verifier)
        body = StaffAdded(
            staff_id=member.staff_id, name=member.name, role=role.value, verifier=verifier, by=session.staff_id
        )
        self._record(session, body, member, AuditAction.STAFF_ADDED)
        return member.staff_id

    def set_role(self, session: StaffSession, staff_id: UUID, role: StaffRole) -> StaffRefusal | None:
        """Make somebody a manager, or a receptionist.

        Raises:
            StorageError: nothing was changed.
        """
        member = self._for_manager(session, staff_id)
        if isinstance(member, StaffRefusal):
            return member
        if role is not StaffRole.MANAGER and self._is_last_manager(member):
            return StaffRefusal.LAST_MANAGER
        self._update(session, member, AuditAction.STAFF_CHANGED, role=role)
        return None

    def set_active(self, session: StaffSession, staff_id: UUID, *, active: bool) -> StaffRefusal | None:
        """Let somebody sign in no longer, or again.

        Raises:
            StorageError: nothing was changed.
        """
        member = self._for_manager(session, staff_id)
        if isinstance(member, StaffRefusal):
            return member
        if not active and self._is_last_manager(member):
            return StaffRefusal.LAST_MANAGER
        if active and not member.active and self._named(member.name):
            return StaffRefusal.NAME_TAKEN
        self._update(session, member, AuditAction.STAFF_CHANGED, active=active)
        return None

    def new_pin(self, session: StaffSession, staff_id: UUID, pin: str) -> StaffRefusal | PinRefusal | None:
        """Help a colleague who is locked out, or forgot the PIN: they choose a new one; their wrong tries end.

        Args:
            session: a manager's.
            staff_id: the colleague's.
            pin: typed by the colleague alone.

        Raises:
            StorageError: nothing was changed.
            ValueError: one's own takes the old one, too (``change_own_pin``): who finds a manager's desk open must not
                become that manager.
        """
        member = self._for_manager(session, staff_id)
        if isinstance(member, StaffRefusal):
            return member
        if staff_id == session.staff_id:
            raise ValueError("one's own PIN changes with the old one alone")
        return self._take_pin(session, member, pin, AuditAction.STAFF_CHANGED)

    def change_own_pin(
        self, session: StaffSession, old: str, new: str
    ) -> StaffRefusal | PinRefusal | dt.timedelta | None:
        """Take another PIN of one's own.

        Returns:
            None if it holds; or why not; or how long to wait, as at the door (``PinCheck``): wrong ones count here too.

        Raises:
            StorageError: nothing was changed.
        """
        member = self._member(session.staff_id)
        if member is None or not member.active or not self.changes_staff:
            return StaffRefusal.GONE
        right = self._check.check(member, old)
        if isinstance(right, dt.timedelta):
            return right
        if not right:
            return StaffRefusal.WRONG_PIN
        if new == old:
            return StaffRefusal.SAME_PIN
        return self._take_pin(session, member, new, AuditAction.PIN_CHANGED)

    def _take_pin(self, session: StaffSession, member: StaffMember, pin: str, action: AuditAction) -> PinRefusal | None:
        verifier = self._verifier(pin)
        if isinstance(verifier, PinRefusal):
            return verifier
        self._update(session, member, action, verifier=verifier)
        with contextlib.suppress(StorageError):  # the PIN is changed all the same; with the portal's change it ends too
            self._directory.set_throttle(member.staff_id, PinThrottle())
        return None

    def _update(
        self,
        session: StaffSession,
        member: StaffMember,
        action: AuditAction,
        *,
        role: StaffRole | None = None,
        verifier: str | None = None,
        active: bool | None = None,
    ) -> None:
        body = StaffUpdated(
            staff_id=member.staff_id,
            role=role.value if role else None,
            verifier=verifier,
            active=active,
            by=session.staff_id,
        )
        shown = dataclasses.replace(
            member,
            role=role or member.role,
            verifier=verifier or member.verifier,
            active=member.active if active is None else active,
        )
        self._record(session, body, shown, action)

    def _record(
        self, session: StaffSession, body: StaffAdded | StaffUpdated, shown: StaffMember, action: AuditAction
    ) -> None:
        now = self._clock.now()
        audit = AuditEntry(session.staff_id, action, now, str(body.staff_id))
        self._log.record(body, subject=body.staff_id, at=now, audit=audit)
        # After the operation, in the other file: if that fails, the portal's change brings it. Before the sync, whose
        # answer may correct it.
        with contextlib.suppress(StorageError):
            self._directory.put_member(shown)
        self._deliveries.kick()

    def _verifier(self, pin: str) -> str | PinRefusal:
        parsed = Pin.parse(pin)
        return parsed if isinstance(parsed, PinRefusal) else self._make_verifier(parsed.digits)

    def _member(self, staff_id: UUID) -> StaffMember | None:
        return next((member for member in self._directory.members() if member.staff_id == staff_id), None)

    def _for_manager(self, session: StaffSession, staff_id: UUID) -> StaffMember | StaffRefusal:
        if not self._is_manager(session):
            return StaffRefusal.NOT_A_MANAGER
        return self._member(staff_id) or StaffRefusal.GONE

    def _is_manager(self, session: StaffSession) -> bool:
        """Whether the directory still says so: a sync may have changed it since the sign-in."""
        member = self._member(session.staff_id)
        return self.changes_staff and member is not None and _manages(member)

    def _is_last_manager(self, member: StaffMember) -> bool:
        managers = [one.staff_id for one in self._directory.members() if _manages(one)]
        return managers == [member.staff_id]

    def _named(self, name: str) -> bool:
        return any(one.active and _folded(one.name) == _folded(name) for one in self._directory.members())


def _manages(member: StaffMember) -> bool:
    return member.active and member.role is StaffRole.MANAGER


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
