"""Operations of a patient's journeys; immutable, each kind numbered by schema (``operations.BODIES``)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from kiosk.domain.values import Sensitive

__all__ = [
    "Activation",
    "CallBack",
    "Consent",
    "Credentials",
    "DeskRequest",
    "ProfileUpdate",
    "SignUp",
]


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
