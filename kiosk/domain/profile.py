"""What "update profile" asks after an activation or a log-in (S15)."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Language, Phone, Sensitive

ADDRESS_MAX = 200


class ContactPreference(enum.Enum):
    """How the practice may best reach the patient."""

    EMAIL = "email"
    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, repr=False)
class Address(Sensitive):
    """A postal address in free lines."""

    text: str

    @classmethod
    def parse(cls, typed: str) -> Address | Refused:
        """Accept at most 200 printable characters in lines; blanks at the ends are dropped."""
        lines = [" ".join(line.split()) for line in typed.splitlines()]
        text = "\n".join(line for line in lines if line)
        if len(text) > ADDRESS_MAX or not all(line.isprintable() for line in text.split("\n")):
            return Refused(Refusal.ADDRESS_FORMAT)
        return cls(text)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Profile(Sensitive):
    """Answers of the optional page; None leaves what the portal has."""

    phone: Phone | None = None
    address: Address | None = None
    language: Language | None = None
    contact_preference: ContactPreference | None = None
