"""What the patient's screens know of their practice and of the house behind them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from kiosk.domain import values
from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.age import AgePolicy
from kiosk.domain.draft import Draft, InvitationMatch, Journey
from kiosk.domain.patient_ports import InvitationCheck, UserIdState
from kiosk.domain.profile import Profile
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import ChatNews, LogInReply, RecoveryReply, Reply, RequestState, SlipReply
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Phone, UserId, ZipCode

__all__ = [
    "PatientUseCases",
    "PracticeView",
    "SupportUseCases",
    "carried_over",
    "new_draft",
    "reads_like_a_code",
    "scanned_draft",
]


class PatientUseCases(Protocol):
    """The part of `kiosk.domain.service.PatientService` that the wizard's pages call.

    All but `suggest_user_id` block: run them in a worker. What only the portal can do answers `NOT_CONNECTED` when
    nobody is there; nothing here raises but `StorageError` from `finish`, `ask_desk` and `update_profile`.
    """

    def suggest_user_id(self, draft: Draft) -> UserId | None:
        """A user ID to start from; no I/O."""

    def check_user_id(self, user_id: UserId) -> UserIdState:
        """Whether it is free."""

    def check_invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Whether the three agree (S13)."""

    def found(self, draft: Draft, invitation: InvitationMatch | None) -> Draft:
        """The draft with its invitation; with `match` too, if no question and no desk comes before that (S14)."""

    def after_desk(self, draft: Draft) -> Draft:
        """The draft that the front desk has just let go on, with the invitation that it corrected (S13)."""

    def check_match(self, draft: Draft) -> Draft:
        """The draft with `match` set, None if not connected (S16, S26, S29)."""

    def resend_code(self, draft: Draft) -> Reply:
        """For the flow of `draft.match` (S18)."""

    def check_code(self, draft: Draft, code: ActivationCode) -> Reply:
        """For the flow of `draft.match` (S16)."""

    def send_phone_code(self, draft: Draft, phone: Phone) -> Reply:
        """For the flow of `draft.match` (S29)."""

    def check_phone_code(self, draft: Draft, code: str) -> Reply:
        """For the flow of `draft.match`."""

    def ask_desk(self, draft: Draft) -> UUID:
        """Record the request for `draft.desk_reasons`; returns its id for `request_state` (F4)."""

    def request_state(self, request_id: UUID) -> RequestState:
        """Ask the portal how far the desk is."""

    def log_in(self, draft: Draft, user_id: str, password: str) -> LogInReply:
        """Both as typed (S25)."""

    def join(self, draft: Draft) -> Reply:
        """With `draft.log_in`'s flow; `draft.consented` has to be true."""

    def update_profile(self, draft: Draft, profile: Profile) -> None:
        """Record what "update profile" says (S15)."""

    def recover_user_id(self, draft: Draft) -> RecoveryReply:
        """With the draft's email and date of birth (S31, S32)."""

    def answer_user_id(self, draft: Draft) -> Reply:
        """With `draft.recovery`'s flow and `draft.answer` (S33, S34)."""

    def recover_password(self, draft: Draft, user_id: str) -> RecoveryReply:
        """The user ID as typed (S36)."""

    def answer_password(self, draft: Draft) -> Reply:
        """With `draft.recovery`'s flow, `draft.answer` and `draft.password`, which is hashed here (S37)."""

    def confirm_password(self, draft: Draft, code: str, password: str) -> Reply:
        """With `draft.recovery`'s flow; the password as typed again (S39)."""

    def open_reset_slip(self, draft: Draft) -> SlipReply:
        """Whose `draft.slip` is, with the date of birth (F7)."""

    def use_reset_slip(self, draft: Draft) -> SlipReply:
        """With them `draft.password`, which is hashed here, and `draft.user_id` if one was chosen (F7)."""

    def finish(self, draft: Draft) -> Draft:
        """Hash, seal, store, wait a little for the decision."""


class SupportUseCases(Protocol):
    """The part of `kiosk.domain.service.SupportService` that help and chat call; all block (S40, S42)."""

    def open_chat(self, name: str, topic: ChatTopic, language: values.Language) -> UUID | None:
        """The chat's flow, or None if not connected."""

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        """One line."""

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        """What is new, or None if not connected."""

    def close_chat(self, flow: UUID) -> None:
        """Leaving ends the chat."""

    def ask_call_back(self, name: str, contact: Phone | Email, topic: ChatTopic, language: values.Language) -> None:
        """Record a sealed request; raises StorageError when nothing was stored."""


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """The practice in whose waiting room this tablet stands.

    Attributes:
        portal_address: shown large at the end, for the patient to copy down.
        host: ``name[:port]`` that a scanned link must carry.
        network_name: of the accounts' network ("HealthKey").
        operator_name: of who gives technical support (S47).
        languages: codes offered to patients, the practice's own first.
        today: the date where the practice is.
        new_subject: a fresh random id for each patient's draft.
        now: for the clock of a lock (S44), UTC.
        zone: the practice's; times are shown in it, whatever the tablet's own clock says.
    """

    name: str
    portal_address: str
    host: str
    network_name: str
    zone: dt.tzinfo
    today: Callable[[], dt.date]
    new_subject: Callable[[], UUID]
    operator_name: str = "HealthKey Support"
    languages: tuple[str, ...] = ("en", "es")
    age_policy: AgePolicy = field(default_factory=AgePolicy)
    now: Callable[[], dt.datetime] = _utc_now


def new_draft(practice: PracticeView, journey: Journey) -> Draft:
    """An empty draft for the next patient."""
    return Draft(
        journey=journey, subject=practice.new_subject(), today=practice.today(), age_policy=practice.age_policy
    )


def scanned_draft(practice: PracticeView, scan: str) -> Draft | None:
    """What a scan on the welcome screen begins; a code without its link is taken for an invitation's."""
    code = ActivationCode.parse_scan(scan, host=practice.host)
    if isinstance(code, ActivationCode):
        return dataclasses.replace(new_draft(practice, Journey.INVITATION), code=code)
    slip = ActivationCode.parse_scan(scan, host=practice.host, use=CodeUse.RESET_SLIP)
    if isinstance(slip, ActivationCode):
        return dataclasses.replace(new_draft(practice, Journey.RESET_SLIP), slip=slip)
    return None


def reads_like_a_code(practice: PracticeView, burst: str) -> bool:
    """Whether quick keys are a code or a link of whatever kind, which nobody types."""
    read = ActivationCode.parse_scan(burst, host=practice.host)
    return isinstance(read, ActivationCode) or read.reason in (Refusal.CODE_FOREIGN, Refusal.CODE_OF_RESET_SLIP)


def carried_over(practice: PracticeView, former: Draft) -> Draft:
    """The draft of "Create another account": what a family shares, never a user ID or a password (S12)."""
    return dataclasses.replace(
        new_draft(practice, Journey.SIGN_UP),
        relationship=former.relationship,
        guardian=former.guardian,
        zip_code=former.zip_code,
        email=former.email,
        phone=former.phone,
    )
