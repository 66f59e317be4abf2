"""Operations of the front desk; immutable, each kind numbered by schema (``operations.BODIES``)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kiosk.domain.values import Sensitive

__all__ = [
    "Invitation",
    "InvitationDelivered",
    "InvitationReissued",
    "InvitationRevoked",
    "Resolution",
    "StaffAdded",
    "StaffUpdated",
]


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
