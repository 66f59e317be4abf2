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
        zip_code: as typed, five digits or ZIP+4.
        email: as typed.
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


Body = SignUp | Activation | Invitation
"""Every kind of operation there is; ``kind`` and ``schema`` name the type on the wire."""

BODIES: dict[tuple[str, int], type[SignUp] | type[Activation] | type[Invitation]] = {
    (body.KIND, body.SCHEMA): body for body in (SignUp, Activation, Invitation)
}
