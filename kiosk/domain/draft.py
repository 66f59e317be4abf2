"""One patient's answers while they are being given: frozen, replaced page by page, never stored."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgePolicy
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.outcomes import Ending, Outcome
from kiosk.domain.questions import SecretQuestion
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


class Missing(enum.Enum):
    """What an invitation may lack and the tablet then asks (S14)."""

    GENDER = "gender"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class InvitationMatch:
    """The portal found the invitation by code, date of birth and ZIP.

    Attributes:
        invitation_id: the operation's subject.
        missing: what the invitation does not carry.
    """

    invitation_id: UUID
    missing: frozenset[Missing]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft(Sensitive):
    """Answers given so far; None or empty means not asked yet.

    Attributes:
        subject: random for each draft, never derived from a person.
        today: the date where the practice is, when the patient began.
        invitation: None while unknown, also when the tablet is not connected: then everything is asked.
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
    outcome: Outcome | None = None
    ending: Ending | None = None

    @property
    def missing(self) -> frozenset[Missing]:
        """What the required-questions page has to ask: all of it, unless an invitation already tells."""
        return self.invitation.missing if self.invitation else frozenset(Missing)
