"""What the use cases need from the outside, as protocols; ``kiosk.app`` plugs the real things in.

All blocking calls run in a worker (``kiosk.ui.background``), never in the GUI thread.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.draft import Draft, InvitationMatch
from kiosk.domain.operations import Body, Consent
from kiosk.domain.outcomes import Outcome
from kiosk.domain.replies import ChatNews, LogInReply, Match, RecoveryReply, Reply, ReplyState, RequestState, SlipReply
from kiosk.domain.staff import AuditEntry, PinThrottle, StaffMember
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Language, Phone, Sensitive, UserId, ZipCode


class Clock(Protocol):
    """Time from outside (``docs/architecture.md``, "Time")."""

    def now(self) -> dt.datetime:
        """Now, aware, UTC."""
        ...


class Entropy(Protocol):
    """The one source of salts, codes and ids."""

    def random_bytes(self, count: int) -> bytes:
        """``count`` bytes from the system's generator."""
        ...

    def uuid4(self) -> UUID:
        """A random UUID (RFC 9562, version 4)."""
        ...


class OperationLog(Protocol):
    """The device's durable queue of sealed operations."""

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        """Seal, chain and store an operation and its audit row in one transaction; durable on return.

        Returns:
            the operation's id.

        Raises:
            StorageError: nothing was stored.
        """
        ...

    def audit(self, entry: AuditEntry) -> None:
        """Append an audit row of its own.

        Raises:
            StorageError: nothing was stored.
        """
        ...


class Deliveries(Protocol):
    """The background loop that takes operations to the portal."""

    def kick(self) -> None:
        """Sync soon; returns at once."""
        ...

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        """Sync now and wait for the portal's decision; None if there is none in time.

        Raises:
            KioskError: waiting failed; what was recorded stands.
        """
        ...


class UserIdState(enum.Enum):
    """Whether a user ID can still be had (S4)."""

    FREE = "free"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    """Not connected: the ID is provisional (S4)."""


class InvitationState(enum.Enum):
    """What the portal says of code, date of birth and ZIP (S13)."""

    MATCH = "match"
    NO_MATCH = "no_match"
    LOCKED = "locked"
    UNKNOWN = "unknown"
    """Not connected: the activation is taken and decided later (K1)."""


@dataclass(frozen=True, slots=True)
class InvitationCheck:
    """The answer to code, date of birth and ZIP (S13): neutral, without saying which of them is wrong.

    Attributes:
        until: end of the lock, UTC.
    """

    state: InvitationState
    match: InvitationMatch | None = None
    until: dt.datetime | None = None


class Lookups(Protocol):
    """Questions to the portal that only choose the next screen; any failure is ``UNKNOWN``."""

    def user_id(self, user_id: UserId) -> UserIdState:
        """Whether the ID is free over all practices."""
        ...

    def invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Whether the three agree with one open invitation of this practice; disconnected, with a roster row."""
        ...

    def corrected(
        self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode | None
    ) -> InvitationMatch | None:
        """The invitation whose date of birth or ZIP the desk has just corrected; None if not connected, or it is over.

        Args:
            zip_code: None for "I have no US ZIP".
        """
        ...

    def match(self, draft: Draft) -> Match | None:
        """Which page follows the required questions; None if not connected (S16, S26, S29)."""
        ...

    def request(self, op_id: UUID) -> RequestState:
        """How far the desk is with a request of this device (F4)."""
        ...

    def lookup_id(self, code: ActivationCode) -> str:
        """What portal and roster know the code by; computed here, nobody is asked."""
        ...


class Commands(Protocol):
    """What only the portal can do (K1); every call blocks, and ``NOT_CONNECTED`` is an answer, not an error."""

    def resend_code(self, flow: UUID) -> Reply:
        """Send a code to the invitation's contact on file (S18)."""
        ...

    def check_code(self, flow: UUID, code: ActivationCode) -> Reply:
        """Whether it is the code that was asked for (S16)."""
        ...

    def send_phone_code(self, flow: UUID, phone: Phone) -> Reply:
        """Send six digits, if the number is on file (S29)."""
        ...

    def check_phone_code(self, flow: UUID, code: str) -> Reply:
        """Whether these are the six digits."""
        ...

    def log_in(self, subject: UUID, user_id: str, password: str) -> LogInReply:
        """Both as typed (S25)."""
        ...

    def join(self, flow: UUID, consent: Consent) -> Reply:
        """The account joins this practice."""
        ...

    def recover_user_id(self, email: Email, birth_date: BirthDate, language: Language) -> RecoveryReply:
        """S31, S32."""
        ...

    def answer_user_id(self, flow: UUID, answer: SecurityAnswer) -> Reply:
        """S33, S34."""
        ...

    def recover_password(self, user_id: str, language: Language) -> RecoveryReply:
        """S36; the user ID as typed."""
        ...

    def answer_password(self, flow: UUID, answer: SecurityAnswer, password_hash: str) -> Reply:
        """S37."""
        ...

    def confirm_password(self, flow: UUID, code: str, password: str) -> Reply:
        """S39."""
        ...

    def open_reset_slip(self, code: ActivationCode, birth_date: BirthDate) -> SlipReply:
        """F7: whose the desk's one-time slip is; the slip stays as it is."""
        ...

    def use_reset_slip(
        self, subject: UUID, code: ActivationCode, birth_date: BirthDate, password_hash: str, user_id: UserId | None
    ) -> SlipReply:
        """F7: a new password with the slip; and the user ID chosen for an account that has none.

        The draft ``subject`` may ask again: an answer may have been lost.
        """
        ...

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> tuple[ReplyState, UUID | None]:
        """S40."""
        ...

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        """One line; the same ``line_id`` again is the same line."""
        ...

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        """What is new since line ``after``; None if not connected."""
        ...

    def close_chat(self, flow: UUID) -> None:
        """Leaving ends the chat; not being connected ends it, too."""
        ...


class InvitationProgress(enum.Enum):
    """An invitation as the desk sees it."""

    READY = "ready"
    PRINTED = "printed"
    SENT = "sent"
    ACTIVATED = "activated"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DayListRow(Sensitive):
    """An invitation in a desk's list of the day (K2): no code, no ZIP, no contact.

    Attributes:
        language: its slip's.
        mailable: an email is on file; which one the desk does not keep.
    """

    invitation_id: UUID
    number: str
    first: str
    last: str
    birth_date: str
    progress: InvitationProgress
    made_at: dt.datetime
    expires_at: dt.datetime
    language: str = "en"
    mailable: bool = False


class DayList(Protocol):
    """What a desk device made or loaded today; emptied at the end of the practice's day."""

    def put(self, row: DayListRow) -> None:
        """Add the row, or replace the one of the same invitation."""
        ...

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        """Note how far an invitation has come; one that is not in the list is none of today's."""
        ...

    def rows(self) -> Sequence[DayListRow]:
        """All rows of today, in no particular order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeskTask(Sensitive):
    """One open case as the desk sees it (F4); the fields are those of ``wire.CaseChange``.

    Attributes:
        count: how many it is about, where this device found it itself (``task_service``); else 1.
    """

    case_id: UUID
    kind: str
    reasons: tuple[str, ...]
    subject: UUID
    waiting: bool
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    differs: tuple[str, ...]
    chart_birth_date: str
    chart_zip: str
    number: str
    made_at: dt.datetime
    phone: str = ""
    account_id: UUID | None = None
    count: int = 1


class TaskList(Protocol):
    """Open cases of the practice, as the last sync brought them; on desk devices only."""

    def tasks(self) -> Sequence[DeskTask]:
        """All that are open, the oldest first."""
        ...

    def task_done(self, case_id: UUID) -> None:
        """Take a task off the list at once; the portal's change confirms it."""
        ...


class StaffDirectory(Protocol):
    """Staff of this practice as the last sync brought them, and this device's counters of wrong PINs."""

    def members(self) -> Sequence[StaffMember]:
        """Everybody, also who is no longer active."""
        ...

    def put_member(self, member: StaffMember) -> None:
        """Add the member, or replace them, until the portal's change confirms or corrects it."""
        ...

    def throttle(self, staff_id: UUID) -> PinThrottle:
        """The counter of a staff member; a fresh one where nothing went wrong yet."""
        ...

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        """Durable on return, before the answer is shown."""
        ...

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        """Count a wrong PIN unless tries do not count now, in one step, because a command may try PINs beside a screen.

        Returns:
            the counter as it was found; its ``wait`` tells whether this try was counted. Durable on return.
        """
        ...


class PinVerifier(Protocol):
    """Compares a PIN with what the portal sent down for it."""

    def matches(self, pin: str, verifier: str) -> bool:
        """Whether the PIN is the verifier's, by Argon2id; a tenth of a second and 64 MiB: run it in a worker."""
        ...


CLOCK_TOLERANCE: Final = dt.timedelta(minutes=5)
"""How far a device's clock may be off before the desk is told (F6)."""


class Trouble(enum.Enum):
    """Why the last try to sync failed, in the words of F6."""

    NO_NETWORK = "no_network"
    NOT_TRUSTED = "not_trusted"
    PORTAL_BUSY = "portal_busy"
    """Or down: the network is not to blame."""
    REFUSED = "refused"
    DISK = "disk"
    FAULT = "fault"
    """A mistake in this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """What the desk sees at a glance (F6).

    Attributes:
        connected: the last try reached the portal.
        waiting: operations not yet acknowledged.
        waiting_since: when the oldest of them was recorded.
        stuck: refused or quarantined operations that need a person.
        clock_off: the portal's signed time minus this device's, when they last met.
    """

    connected: bool
    last_success: dt.datetime | None
    last_failure: dt.datetime | None
    trouble: Trouble | None
    waiting: int
    waiting_since: dt.datetime | None
    stuck: int
    clock_off: dt.timedelta = dt.timedelta(0)

    @property
    def clock_wrong(self) -> bool:
        """Whether somebody has to set this device's clock: then slips expire at another time than they say."""
        return abs(self.clock_off) > CLOCK_TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDevice:
    """A device of the practice, as the portal knows it (F6).

    Attributes:
        is_desk: else it is a tablet.
        last_seen: its last sync, UTC by the portal's clock; None before the first.
        waiting: records that were left on it after that sync.
    """

    device_id: UUID
    is_desk: bool
    last_seen: dt.datetime | None
    waiting: int


class PracticeDevices(Protocol):
    """The portal, asked by a desk for the practice's devices; the call blocks."""

    def devices(self) -> Sequence[SeenDevice] | None:
        """Tablets first, the older before the newer; None if not connected."""
        ...


class SyncMonitor(Protocol):
    """Where the desk's glance goes (F6)."""

    def status(self) -> SyncStatus:
        """How the device stands with the portal now; no I/O over the network."""
        ...


@dataclass(frozen=True, slots=True)
class Queued:
    """One operation on its way; ``text`` is sent as it is."""

    seq: int
    op_id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The queue at a glance; ``held`` counts sealed payloads still on the device."""

    waiting: int
    waiting_since: dt.datetime | None
    stuck: int
    held: int


@dataclass(frozen=True, slots=True)
class SyncPosition:
    """Where the device's copy of the portal's changes stands; both values are opaque."""

    epoch: str
    cursor: str
