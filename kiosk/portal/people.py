"""A person as the portal takes one in: every field parsed again, because a device's word is no proof (S2, S3, S33)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, TypeVar

from kiosk.domain.credentials import is_bcrypt_hash
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.patient_operations import Consent, Credentials, DeskRequest, SignUp
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Sensitive, UserId, ZipCode
from kiosk.protocol.wire_lookups import MatchLookup

T = TypeVar("T")


class MalformedError(ValueError):
    """The body holds what no screen of ours lets through (``rejected.malformed``)."""


def accepted(parsed: T | Refused) -> T:
    """Take a parsed value.

    Raises:
        MalformedError: it was refused.
    """
    if isinstance(parsed, Refused):
        raise MalformedError(parsed.reason.value)
    return parsed


def one_of(kind: type[T], value: str) -> T:
    """Read a member of an enum.

    Raises:
        MalformedError: there is no such member.
    """
    try:
        return kind(value)  # type: ignore[call-arg]  # every kind here is an Enum
    except ValueError:
        raise MalformedError(f"no such {kind.__name__}") from None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Person(Sensitive):
    """A person whose fields all hold."""

    first: NamePart
    last: NamePart | None
    birth_date: BirthDate
    zip_code: ZipCode | None
    email: Email | None
    gender: Gender | None
    phone: Phone | None
    language: Language

    @classmethod
    def of(cls, body: SignUp | Invitation | DeskRequest | MatchLookup, today: dt.date) -> Person:
        """Parse the person of an operation or a lookup.

        Args:
            body: what the device sent; an empty field means that there is none, or that nobody was asked (S2).
            today: where the practice is; a day of grace is added, since the device may be ahead of the portal.

        Raises:
            MalformedError: a field is nonsense.
        """
        latest = today + dt.timedelta(days=1)
        return cls(
            first=accepted(NamePart.parse(body.first)),
            last=accepted(NamePart.parse(body.last)) if body.last else None,
            birth_date=accepted(BirthDate.parse_iso(body.birth_date, today=latest)),
            zip_code=accepted(ZipCode.parse(body.zip_code)) if body.zip_code else None,
            email=accepted(Email.parse(body.email)) if body.email else None,
            gender=one_of(Gender, body.gender) if body.gender else None,
            phone=accepted(Phone.parse(body.phone)) if body.phone else None,
            language=one_of(Language, body.language),
        )

    def columns(self) -> dict[str, Any]:
        """As typed and as compared: the columns that accounts and invitations share."""
        return {
            "first": self.first.text,
            "last": self.last.text if self.last else "",
            "birth_date": self.birth_date.date.isoformat(),
            "zip_code": self.zip_code.text if self.zip_code else None,
            "email": self.email.text if self.email else None,
            "gender": self.gender.value if self.gender else None,
            "phone": self.phone.e164 if self.phone else None,
            "language": self.language.value,
            "first_cmp": self.first.comparison,
            "last_cmp": self.last.comparison if self.last else "",
            "birth_date_cmp": self.birth_date.comparison,
            "zip_cmp": self.zip_code.comparison if self.zip_code else None,
            "email_cmp": self.email.comparison if self.email else None,
            "phone_cmp": self.phone.comparison if self.phone else None,
        }


def check_credentials(given: Credentials) -> None:
    """Refuse credentials that no device of ours makes.

    Raises:
        MalformedError: the user ID, a hash or the question is nonsense.
    """
    if accepted(UserId.parse(given.user_id)).text != given.user_id:
        raise MalformedError("user ID is not in its stored form")
    one_of(SecretQuestion, given.question)
    if not is_bcrypt_hash(given.password_hash) or not is_bcrypt_hash(given.answer_hash):
        raise MalformedError("not a hash of ours")


def check_consent(given: Consent) -> None:
    """Refuse a consent that names no text.

    Raises:
        MalformedError: a field is empty, too long, or holds characters that no name of ours has.
    """
    for text in (given.text_id, given.version, given.language):
        if not re.fullmatch(r"[A-Za-z0-9._-]{1,64}", text):
            raise MalformedError("consent names no text")
