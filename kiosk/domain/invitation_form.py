"""What the desk typed of a patient, and the invitation that was made of it (F1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Sensitive, ZipCode


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InvitationForm(Sensitive):
    """What the desk typed of a patient (F1); email, phone and gender if known, and the photo ID if it saw one.

    A reissued slip knows no more than the list of the day does: no ZIP, no contact (K2).

    Attributes:
        has_guardian: the practice's system names a parent or guardian.
    """

    first: NamePart
    last: NamePart | None
    birth_date: BirthDate
    zip_code: ZipCode | None
    email: Email | None = None
    phone: Phone | None = None
    gender: Gender | None = None
    language: Language = Language.ENGLISH
    has_guardian: bool = False
    id_document: IdDocument | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MadeInvitation(Sensitive):
    """What the slip needs; the only place where the code stands, and only until the slip is made.

    Attributes:
        mailable: the portal has an address, which a desk that makes a new slip does not know (K2).
    """

    invitation_id: UUID
    number: str
    code: ActivationCode
    form: InvitationForm
    expires_at: dt.datetime
    mailable: bool = False

    @property
    def can_mail(self) -> bool:
        """Whether the invitation can go out by email."""
        return self.mailable or self.form.email is not None
