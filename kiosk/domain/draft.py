"""One patient's answers while they are being given: frozen, replaced page by page, never stored."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from dataclasses import dataclass, field
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision, AgePolicy
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.outcomes import Ending, Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import LogInReply, Match, RecoveryReply, Reply
from kiosk.domain.values import (
    BirthDate,
    Email,
    Gender,
    Language,
    NamePart,
    Phone,
    Relationship,
    Sensitive,
    UserId,
    ZipCode,
)


class Journey(enum.Enum):
    """The ways a patient can take from the welcome screen."""

    SIGN_UP = "sign_up"
    INVITATION = "invitation"
    LOG_IN = "log_in"
    USER_ID = "user_id"
    """"forgot your user ID?" (S30)."""
    PASSWORD = "password"  # noqa: S105 - the name of a journey
    """"forgot your password?" (S35)."""
    RESET_SLIP = "reset_slip"
    """A slip of the front desk was scanned on the welcome screen (F7)."""


class DeskReason(enum.Enum):
    """Why a patient needs the front desk before the page goes on (F4)."""

    NO_EMAIL = "no_email"
    NO_ZIP = "no_zip"
    MINOR = "minor"
    CODE = "code"
    """The activation code is asked for and the patient has none (S16)."""
    NOT_ME = "not_me"
    """"This is not me" (S28, S29)."""
    DETAILS = "details"
    """Date of birth or ZIP do not agree with the invitation (S13)."""


class AccountChoice(enum.Enum):
    """What a patient does who has an account already (S28)."""

    LOG_IN = "log_in"
    FORGOT_USER_ID = "forgot_user_id"
    FORGOT_PASSWORD = "forgot_password"  # noqa: S105 - the name of a choice
    NOT_ME = "not_me"


class Missing(enum.Enum):
    """What an invitation may lack and the tablet then asks (S14)."""

    GENDER = "gender"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class InvitationMatch:
    """The portal found the invitation by code, date of birth and ZIP.

    Attributes:
        invitation_id: the operation's subject (``Draft.about``).
        missing: what the invitation does not carry.
        allowed: what the front desk has allowed for it before: a minor whom it saw (S11).
    """

    invitation_id: UUID
    missing: frozenset[Missing]
    allowed: frozenset[DeskReason] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft(Sensitive):
    """Answers given so far; None or empty means not asked yet.

    Attributes:
        subject: random for each draft, never derived from a person.
        today: the date where the practice is, when the patient began.
        invitation: None while unknown, also when the tablet is not connected: then everything is asked.
        no_email, no_zip: "I have no email", "I have no US ZIP": then the field is None (S2).
        match: the portal's answer after the required questions; None while unknown or not connected.
        asks_desk: the patient asked for the front desk on the activation code's page (S16).
        account_choice: on "You already have a HealthKey account" (S28).
        phone_to_verify: the number typed for "Verify by Phone Number.", to send the code again (S29).
        allowed: what the front desk allowed for this draft (F4).
        declined: the front desk was asked and said no, or nobody can be asked (not connected).
        log_in: the portal's answer to user ID and password (S25).
        recovery: the portal's answer to "forgot …": flow and question.
        confirms_at_home: the patient opens the "confirm my password" link elsewhere (S38).
        has_slip: the patient has a reset slip of the front desk, on "forgot your password?" (F7).
        slip: its code.
        slip_user_id: the holder's user ID, once code and date of birth agreed; "" if one is to be chosen.
        reply: the newest answer of the portal to a command; ``flow`` reads its state (locked, not connected).
        outcome, ending: how the journey ended, set by the last step.
    """

    journey: Journey
    subject: UUID
    today: dt.date
    language: Language = Language.ENGLISH
    age_policy: AgePolicy = field(default_factory=AgePolicy)
    relationship: Relationship = Relationship.SELF
    guardian: NamePart | None = None
    first: NamePart | None = None
    last: NamePart | None = None
    birth_date: BirthDate | None = None
    zip_code: ZipCode | None = None
    email: Email | None = None
    gender: Gender | None = None
    phone: Phone | None = None
    code: ActivationCode | None = None
    invitation: InvitationMatch | None = None
    user_id: UserId | None = None
    password: Password | None = None
    question: SecretQuestion | None = None
    answer: SecurityAnswer | None = None
    consented: bool = False
    no_email: bool = False
    no_zip: bool = False
    match: Match | None = None
    asks_desk: bool = False
    account_choice: AccountChoice | None = None
    phone_to_verify: Phone | None = None
    phone_verified: bool = False
    allowed: frozenset[DeskReason] = frozenset()
    declined: bool = False
    log_in: LogInReply | None = None
    recovery: RecoveryReply | None = None
    reply: Reply | None = None
    confirms_at_home: bool = False
    has_slip: bool = False
    slip: ActivationCode | None = None
    slip_user_id: str = ""
    outcome: Outcome | None = None
    ending: Ending | None = None

    @property
    def missing(self) -> frozenset[Missing]:
        """What the required-questions page has to ask: all of it, unless an invitation already tells."""
        return self.invitation.missing if self.invitation else frozenset(Missing)

    @property
    def about(self) -> UUID:
        """Under which name the portal gathers what belongs to this draft: facts, operation, log-in, profile.

        The invitation's, once it was found; but what the desk allowed for wrong details stands under the draft's own.
        """
        if self.invitation is None or DeskReason.DETAILS in self.allowed:
            return self.subject
        return self.invitation.invitation_id

    @property
    def age_decision(self) -> AgeDecision:
        """What the age policy says of the patient, invited or not (S11); nothing where no account is made."""
        if self.birth_date is None or self.journey not in (Journey.SIGN_UP, Journey.INVITATION):
            return AgeDecision.GO_ON
        return self.age_policy.decide(self.birth_date.age(self.today), self.relationship)

    @property
    def desk_reasons(self) -> frozenset[DeskReason]:
        """Why the front desk has to help before this draft goes on; empty when nothing is left to allow."""
        wanted: set[DeskReason] = set()
        if self.no_email:
            wanted.add(DeskReason.NO_EMAIL)
        if self.no_zip:
            wanted.add(DeskReason.NO_ZIP)
        if self.age_decision is AgeDecision.DESK:
            wanted.add(DeskReason.MINOR)
        if self.asks_desk:
            wanted.add(DeskReason.DETAILS if self.journey is Journey.INVITATION else DeskReason.CODE)
        if self.account_choice is AccountChoice.NOT_ME:
            wanted.add(DeskReason.NOT_ME)
        return frozenset(wanted) - self.allowed


def unmatched(draft: Draft) -> Draft:
    """The draft as before the match: its answer is asked for anew, and so is what followed from it (S16, S28, S29)."""
    return dataclasses.replace(
        draft,
        code=draft.code if draft.journey is Journey.INVITATION else None,
        match=None,
        asks_desk=False,
        account_choice=None,
        phone_to_verify=None,
        phone_verified=False,
        log_in=None,
    )


def of_another_person(draft: Draft, subject: UUID) -> Draft:
    """The draft after who it is about was changed: what was proven or allowed for the former answers is void (F4).

    Args:
        draft: with the new answers.
        subject: fresh; what the portal noted under the old one does not count for the new answers.
    """
    return dataclasses.replace(
        unmatched(draft), subject=subject, invitation=None, allowed=frozenset(), declined=False, recovery=None
    )
