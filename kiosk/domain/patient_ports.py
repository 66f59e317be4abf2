"""What the patient's use cases ask of the portal, as protocols; each call runs in a worker."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.draft import Draft, InvitationMatch
from kiosk.domain.patient_operations import Consent
from kiosk.domain.replies import ChatNews, LogInReply, Match, RecoveryReply, Reply, ReplyState, RequestState, SlipReply
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Language, Phone, UserId, ZipCode

__all__ = [
    "Commands",
    "InvitationCheck",
    "InvitationState",
    "Lookups",
    "UserIdState",
]


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
