"""Staff of the practice: roles, PIN rules, the throttle for wrong PINs, and the audit trail's words (F5)."""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from kiosk.domain.values import Sensitive


class StaffRole(enum.Enum):
    """What a staff member may do: a manager also helps colleagues back in."""

    MANAGER = "manager"
    RECEPTIONIST = "receptionist"


def is_staff_name(name: str) -> bool:
    """Whether a member of staff may be called that: 1-80 printable characters, not only blanks."""
    return bool(name.strip()) and len(name) <= 80 and name.isprintable()


class PinRefusal(enum.Enum):
    """Why a PIN is not accepted when it is chosen."""

    LENGTH = "length"
    DIGITS = "digits"
    RUN = "run"


@dataclass(frozen=True, slots=True, repr=False)
class Pin(Sensitive):
    """6-12 digits that are no run: not all equal, not counting up or down (F5)."""

    digits: str

    @classmethod
    def parse(cls, typed: str) -> Pin | PinRefusal:
        """Accept a PIN when it is chosen; 9 to 0 and 0 to 9 count as neighbours."""
        if not re.fullmatch(r"[0-9]*", typed):
            return PinRefusal.DIGITS
        if not 6 <= len(typed) <= 12:
            return PinRefusal.LENGTH
        steps = {(int(b) - int(a)) % 10 for a, b in pairwise(typed)}
        return PinRefusal.RUN if len(steps) == 1 and steps <= {0, 1, 9} else cls(typed)


@dataclass(frozen=True, slots=True, repr=False)
class StaffMember(Sensitive):
    """One staff account as the device knows it.

    Attributes:
        verifier: Argon2id in PHC form; comes down with the sync, so that sign-in works without a network.
    """

    staff_id: UUID
    name: str
    role: StaffRole
    verifier: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class StaffSession:
    """Who is signed in at the staff area."""

    staff_id: UUID
    name: str
    role: StaffRole


@dataclass(frozen=True, slots=True)
class PinThrottle:
    """Wrong PINs of one staff member on this device.

    Attributes:
        failures: in a row.
        locked_until: None while tries are allowed.
    """

    failures: int = 0
    locked_until: dt.datetime | None = None

    @property
    def disabled(self) -> bool:
        """After ten wrong tries in a row only a manager helps."""
        return self.failures >= 10

    def wait(self, now: dt.datetime) -> dt.timedelta:
        """How long until the next try counts; zero if now, ``timedelta.max`` if a manager has to help."""
        if self.disabled:
            return dt.timedelta.max
        if self.locked_until is None:
            return dt.timedelta(0)
        return max(self.locked_until - now, dt.timedelta(0))

    def failed(self, now: dt.datetime) -> PinThrottle:
        """After one more wrong PIN: the fifth locks for 60 s, each further one for twice as long."""
        failures = self.failures + 1
        if failures < 5:
            return PinThrottle(failures)
        return PinThrottle(failures, now + dt.timedelta(seconds=60 * 2 ** (failures - 5)))


class StaffRefusal(enum.Enum):
    """Why nothing was changed about the staff."""

    NOT_A_MANAGER = "not_a_manager"
    BAD_NAME = "bad_name"
    NAME_TAKEN = "name_taken"
    """Somebody active has it: at the door nobody could tell the two apart."""
    LAST_MANAGER = "last_manager"
    """Nobody could help anybody back in."""
    WRONG_PIN = "wrong_pin"
    SAME_PIN = "same_pin"
    GONE = "gone"
    """There is no such member, or not any more."""


@dataclass(frozen=True, slots=True, repr=False)
class Colleague(Sensitive):
    """A member of staff as a manager sees them; ``throttle`` is this device's."""

    staff_id: UUID
    name: str
    role: StaffRole
    active: bool
    throttle: PinThrottle


class AuditAction(enum.Enum):
    """What a staff member did; the words of the audit trail, no free text."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    PIN_FAILED = "pin_failed"
    INVITATION_MADE = "invitation_made"
    SLIP_PRINTED = "slip_printed"
    INVITATION_EMAILED = "invitation_emailed"
    INVITATION_REISSUED = "invitation_reissued"
    INVITATION_REVOKED = "invitation_revoked"
    LIST_VIEWED = "list_viewed"
    INVITATIONS_SEARCHED = "invitations_searched"
    INVITATION_VIEWED = "invitation_viewed"
    TASKS_VIEWED = "tasks_viewed"
    TASK_VIEWED = "task_viewed"
    ID_CHECKED = "id_checked"
    TASK_ALLOWED = "task_allowed"
    TASK_SAME_PERSON = "task_same_person"
    TASK_DECLINED = "task_declined"
    STATUS_VIEWED = "status_viewed"
    SYNC_ASKED = "sync_asked"
    SHEET_OPENED = "sheet_opened"
    SHEET_COMPARED = "sheet_compared"
    SHEET_SAVED = "sheet_saved"
    SHEET_IMPORTED = "sheet_imported"
    KIOSK_CLOSED = "kiosk_closed"
    HANDED_OVER = "handed_over"
    STAFF_VIEWED = "staff_viewed"
    STAFF_ADDED = "staff_added"
    STAFF_CHANGED = "staff_changed"
    PIN_CHANGED = "pin_changed"
    PRINT_FAILED = "print_failed"
    PRINT_CANCELLED = "print_cancelled"
    TEST_PAGE_PRINTED = "test_page_printed"
    TRAIL_VERIFIED = "trail_verified"
    SETTINGS_VIEWED = "settings_viewed"
    SETTINGS_CHANGED = "settings_changed"
    ACCOUNTS_SEARCHED = "accounts_searched"
    ACCOUNT_VIEWED = "account_viewed"
    RESET_MAILED = "reset_mailed"
    RESET_SLIP_MADE = "reset_slip_made"
    EMAIL_CHANGE_ASKED = "email_change_asked"
    ACCOUNT_UNLOCKED = "account_unlocked"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: who, what, on which object (an id, never a name)."""

    staff_id: UUID
    action: AuditAction
    at: dt.datetime
    object_id: str = ""
