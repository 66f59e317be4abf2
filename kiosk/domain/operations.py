"""Operations: what a finished journey becomes. Immutable, numbered by schema, decided by the portal alone.

The bodies hold plain text fields, because they are encoded once on the device and read for years at the portal. A
change that an older portal cannot read raises ``schema``; the old shape stays readable.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kiosk.domain.values import Sensitive


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Credentials(Sensitive):
    """What S4-S7 and S33 made of the credentials page.

    Attributes:
        user_id: as ``UserId.text``.
        password_hash: bcrypt, ``$2b$``.
        question: the value of a ``SecretQuestion``.
        answer_hash: bcrypt of the folded answer.
    """

    user_id: str
    password_hash: str
    question: str
    answer_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Which text was agreed to, in which language, when (UTC, by the device's clock)."""

    text_id: str
    version: str
    language: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignUp(Sensitive):
    """A patient created an account at the tablet (S1-S8).

    Attributes:
        first, last: as typed; ``last`` is empty for a person with one name.
        birth_date: ISO 8601.
        zip_code: as typed, five digits or ZIP+4; "" for "I have no US ZIP", likewise.
        email: as typed; "" for "I have no email", which the portal takes with the desk's word only (F4).
        gender: FHIR ``administrative-gender``.
        phone: E.164.
        language: BCP 47, the screen's.
        relationship: for whom the account is.
        guardian: name of the parent or guardian who typed, for a child or a cared-for person.
    """

    KIND: ClassVar[str] = "sign_up"
    SCHEMA: ClassVar[int] = 1

    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    gender: str
    phone: str
    language: str
    relationship: str
    guardian: str
    credentials: Credentials
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Activation(Sensitive):
    """A patient activated an invitation (S13, S14).

    ``gender`` and ``phone`` are None where the invitation already carried them and nobody asked.
    ``guardian`` is the name of the parent or guardian who typed, empty if the tablet did not ask for it.
    """

    KIND: ClassVar[str] = "activation"
    SCHEMA: ClassVar[int] = 1

    code: str
    birth_date: str
    zip_code: str
    gender: str | None
    phone: str | None
    language: str
    relationship: str = "self"
    guardian: str = ""
    credentials: Credentials
    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Invitation(Sensitive):
    """The desk made an invitation (F1).

    Attributes:
        invitation_id: UUID; the operation's subject.
        number: ``INV-7F3K``, to be said aloud.
        code: 15 symbols; the portal keeps only its lookup id.
        email, phone, gender: None where the desk does not know.
        expires_at: UTC.
        issued_by: the staff member's id.
        delivery: ``print`` if a slip was made, else ``none``.
        id_document: the photo ID that the desk saw (``Resolution``), or "" for none.
    """

    KIND: ClassVar[str] = "invitation"
    SCHEMA: ClassVar[int] = 1

    invitation_id: UUID
    number: str
    code: str
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str | None
    phone: str | None
    gender: str | None
    language: str
    expires_at: dt.datetime
    issued_by: UUID
    delivery: str
    id_document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InvitationDelivered(Sensitive):
    """The desk's slip left the printer, was saved, or an email was asked for (S16, F1), or is not on paper after all.

    Attributes:
        invitation_id: the operation's subject.
        how: ``print``, ``email`` (the portal then mails ``invitation`` to the address on file), or ``none``: somebody
            looked, and no slip is there. Then nobody has its code, and nobody is asked for it.
        code: the invitation's code, for the mail only; else empty.
        by: the staff member's id.
    """

    KIND: ClassVar[str] = "invitation_delivered"
    SCHEMA: ClassVar[int] = 1

    invitation_id: UUID
    how: str
    code: str
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRevoked:
    """The desk withdrew an invitation: none of its codes may be used any more (S18).

    Attributes:
        invitation_id: the operation's subject.
        by: the staff member's id.
    """

    KIND: ClassVar[str] = "invitation_revoked"
    SCHEMA: ClassVar[int] = 1

    invitation_id: UUID
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InvitationReissued(Sensitive):
    """The desk made a new slip for a lost one (S18): the older codes are revoked, this one stands in their place.

    Attributes:
        invitation_id: the operation's subject.
        code: 15 symbols; the portal keeps only its lookup id.
        expires_at: UTC.
        by: the staff member's id.
    """

    KIND: ClassVar[str] = "invitation_reissued"
    SCHEMA: ClassVar[int] = 1

    invitation_id: UUID
    code: str
    expires_at: dt.datetime
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeskRequest(Sensitive):
    """A patient at the tablet needs the front desk (F4); the draft's subject is the operation's.

    What was typed so far goes along, so that the desk need not ask again; "" where nothing was typed.

    Attributes:
        reasons: values of ``DeskReason``.
        lookup_id: of the activation code, with the reason ``details``; "" otherwise.
        birth_date: ISO 8601.
    """

    KIND: ClassVar[str] = "desk_request"
    SCHEMA: ClassVar[int] = 1

    reasons: tuple[str, ...]
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    gender: str
    phone: str
    language: str
    relationship: str
    guardian: str
    lookup_id: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Resolution(Sensitive):
    """The desk decided a case (F4); the case's subject is the operation's.

    Attributes:
        decision: ``allow`` (photo ID checked: the patient goes on, or what was submitted is decided again),
            ``same_person`` (a close match is this account: remind its holder by mail), ``decline``.
        id_document: what was seen: ``drivers_license``, ``state_id``, ``passport``, ``other``, or "" for none.
        by: the staff member's id.
    """

    KIND: ClassVar[str] = "resolution"
    SCHEMA: ClassVar[int] = 1

    case_id: UUID
    decision: str
    id_document: str
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StaffAdded(Sensitive):
    """A manager added a colleague, who typed the PIN alone (F5).

    Attributes:
        staff_id: the operation's subject.
        role: value of ``StaffRole``.
        verifier: Argon2id of the PIN in PHC form; the PIN stands nowhere.
        by: the manager's id.
    """

    KIND: ClassVar[str] = "staff_added"
    SCHEMA: ClassVar[int] = 1

    staff_id: UUID
    name: str
    role: str
    verifier: str
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StaffUpdated(Sensitive):
    """A member of staff has a new PIN, role or state (F5); None leaves what is.

    Attributes:
        staff_id: the operation's subject.
        verifier: of a new PIN, which ends the lock of wrong ones at every device.
        by: a manager; or the member, for the PIN alone.
    """

    KIND: ClassVar[str] = "staff_updated"
    SCHEMA: ClassVar[int] = 1

    staff_id: UUID
    role: str | None
    verifier: str | None
    active: bool | None
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ProfileUpdate(Sensitive):
    """What "update profile" sends (S15); the subject is that of the draft that made the account known.

    None leaves what the portal has.

    Attributes:
        phone: E.164.
        address: free lines, at most 200 characters.
        language: BCP 47.
        contact_preference: ``email``, ``phone`` or ``mail``.
    """

    KIND: ClassVar[str] = "profile_update"
    SCHEMA: ClassVar[int] = 1

    phone: str | None
    address: str | None
    language: str | None
    contact_preference: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallBack(Sensitive):
    """A patient asks support to call or write back (S40), when nobody is there or the tablet is not connected.

    Attributes:
        contact: a phone number in E.164 or an email address.
        topic: value of ``ChatTopic``.
    """

    KIND: ClassVar[str] = "call_back"
    SCHEMA: ClassVar[int] = 1

    name: str
    contact: str
    topic: str
    language: str


Body = (
    SignUp
    | Activation
    | Invitation
    | InvitationDelivered
    | InvitationRevoked
    | InvitationReissued
    | DeskRequest
    | Resolution
    | StaffAdded
    | StaffUpdated
    | ProfileUpdate
    | CallBack
)
"""Every kind of operation there is; ``kind`` and ``schema`` name the type on the wire."""

BODIES: dict[tuple[str, int], type[Body]] = {
    (body.KIND, body.SCHEMA): body
    for body in (
        SignUp,
        Activation,
        Invitation,
        InvitationDelivered,
        InvitationRevoked,
        InvitationReissued,
        DeskRequest,
        Resolution,
        StaffAdded,
        StaffUpdated,
        ProfileUpdate,
        CallBack,
    )
}
