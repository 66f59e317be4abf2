"""The values a person types, each with one ``parse`` that accepts it or says why not.

Every type keeps what was typed (S2) and offers ``comparison``, the form in which the portal stores and compares it
(``docs/rules.md``, "Data"). A ``repr`` never shows the value: these objects end up in tracebacks and logs.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from kiosk.domain.refusals import Refusal, Refused

NAME_MAX: Final = 60
"""Longest accepted name part, in characters after NFC."""

FIRST_BIRTH_YEAR: Final = 1900

RESERVED_USER_IDS: Final = frozenset(
    {
        *("administrator", "operator", "security", "superuser", "sysadmin", "system"),
        *("abuse-desk", "helpdesk", "hostmaster", "postmaster", "support", "webmaster", "no-reply", "noreply"),
        *("frontdesk", "healthkey", "patient", "practice", "receptionist"),
        *("anonymous", "undefined"),
    }
)
"""User IDs nobody gets, because a mail signed with one would be believed (S4; after RFC 2142)."""


class Sensitive:
    """Mix-in: a ``repr`` that names the type and hides the value (``docs/architecture.md``, "House rules")."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__


class Gender(enum.Enum):
    """Administrative gender (S3), in the codes of FHIR's ``administrative-gender``.

    ``UNDISCLOSED`` is "prefer not to say"; it never counts as equal to anything (S27).
    """

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNDISCLOSED = "unknown"


class Language(enum.Enum):
    """Languages the patient's screens, mails and slips speak (BCP 47)."""

    ENGLISH = "en"
    SPANISH = "es"


class Relationship(enum.Enum):
    """For whom the account is (S11): a note on the account, never access."""

    SELF = "self"
    CHILD = "child"
    CARED_FOR = "cared_for"


def fold_name(text: str) -> str:
    """Fold a name for comparison: NFKC, casefold, no accents, hyphens, apostrophes, full stops or blanks.

    Letters that carry their accent inside (``ø``, ``ł``, ``đ``) fold to the plain letter, as a keyboard without them
    would type it. Marks that are accents or optional vowel points are dropped; vowel signs that make another name
    (Devanagari, Thai and their kin) stay.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if c.isalnum() or _makes_a_name(c))


_PLAIN_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def _makes_a_name(character: str) -> bool:
    """Whether a mark is more than an accent, by its canonical combining class (Unicode, chapter 4.3)."""
    if unicodedata.category(character)[0] != "M":
        return False
    combining = unicodedata.combining(character)
    return not (combining == 1 or 10 <= combining <= 36 or combining >= 200)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


_NAME_EXTRA: Final = frozenset(" -'’ʻʼ`.·,")


@dataclass(frozen=True, slots=True, repr=False)
class NamePart(Sensitive):
    """A first or a last name as it stands on the ID card: letters of any script, marks, blanks, ``- ' . ,``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> NamePart | Refused:
        """Accept 1-60 characters with at least one letter.

        Returns:
            the name with runs of blanks folded to one, or ``NAME_EMPTY``, ``NAME_TOO_LONG`` or ``NAME_CHARACTERS``
            (with the character to blame).
        """
        tidy = _tidy(text)
        if not tidy:
            return Refused(Refusal.NAME_EMPTY)
        if len(tidy) > NAME_MAX:
            return Refused(Refusal.NAME_TOO_LONG)
        for character in tidy:
            if not (character in _NAME_EXTRA or unicodedata.category(character)[0] in "LM"):
                return Refused(Refusal.NAME_CHARACTERS, character if character.isprintable() else "")
        if not fold_name(tidy):
            return Refused(Refusal.NAME_CHARACTERS, tidy[0])
        return cls(tidy)

    @property
    def comparison(self) -> str:
        """The folded name, as the portal compares it."""
        return fold_name(self.text)


@dataclass(frozen=True, slots=True, repr=False)
class BirthDate(Sensitive):
    """A date of birth, from 1 January 1900 to today in the practice's time zone."""

    date: dt.date

    @classmethod
    def parse(cls, month: str, day: str, year: str, *, today: dt.date) -> BirthDate | Refused:
        """Accept month, day and four-digit year as typed, with or without leading zeros.

        Args:
            month: 1-12 as ASCII digits; blanks around it are ignored.
            day: 1-31 likewise.
            year: four digits.
            today: today's date where the practice is.
        """
        parts = [part.strip() for part in (month, day, year)]
        if not all(parts):
            return Refused(Refusal.DATE_INCOMPLETE)
        if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
            return Refused(Refusal.DATE_IMPOSSIBLE)
        if len(parts[2]) != 4:
            return Refused(Refusal.DATE_INCOMPLETE)
        try:
            date = dt.date(int(parts[2]), int(parts[0]), int(parts[1]))
        except ValueError:
            return Refused(Refusal.DATE_IMPOSSIBLE)
        return cls._in_range(date, today)

    @classmethod
    def parse_iso(cls, text: str, *, today: dt.date) -> BirthDate | Refused:
        """Accept ``YYYY-MM-DD`` (ISO 8601), as files and requests carry it."""
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return Refused(Refusal.DATE_IMPOSSIBLE)
        return cls.parse(text[5:7], text[8:10], text[:4], today=today)

    @classmethod
    def _in_range(cls, date: dt.date, today: dt.date) -> BirthDate | Refused:
        if date.year < FIRST_BIRTH_YEAR:
            return Refused(Refusal.DATE_TOO_EARLY)
        if date > today:
            return Refused(Refusal.DATE_IN_FUTURE)
        return cls(date)

    @property
    def comparison(self) -> str:
        """ISO 8601."""
        return self.date.isoformat()

    def age(self, today: dt.date) -> int:
        """Full years on ``today``; somebody born on 29 February turns a year older on 1 March."""
        before = (today.month, today.day) < (self.date.month, self.date.day)
        return today.year - self.date.year - before


@dataclass(frozen=True, slots=True, repr=False)
class ZipCode(Sensitive):
    """A United States ZIP code, five digits or ZIP+4; only the first five are compared (S2)."""

    text: str

    @classmethod
    def parse(cls, text: str) -> ZipCode | Refused:
        """Accept ``12345``, ``12345-6789`` or ``123456789``."""
        found = re.fullmatch(r"([0-9]{5})(?:[- ]?([0-9]{4}))?", text.strip())
        if found is None:
            return Refused(Refusal.ZIP_FORMAT)
        five, four = found.groups()
        return cls(f"{five}-{four}" if four else five)

    @property
    def comparison(self) -> str:
        """The first five digits."""
        return self.text[:5]


@dataclass(frozen=True, slots=True, repr=False)
class Email(Sensitive):
    """An email address of at most 254 characters (RFC 5321), kept as typed."""

    text: str
    comparison: str

    @classmethod
    def parse(cls, text: str) -> Email | Refused:
        """Accept an address that mail can be sent to; no question is asked over the network.

        The comparison form is NFKC, casefolded, with the domain as A-label; dots and plus signs are kept.
        """
        trimmed = text.strip()
        if not trimmed:
            return Refused(Refusal.EMAIL_EMPTY)
        if len(trimmed) > 254 or not trimmed.isprintable():
            return Refused(Refusal.EMAIL_FORMAT)
        # Imported here: the first screen is painted before anybody types an address (``make bench``).
        from email_validator import EmailNotValidError, validate_email

        try:
            valid = validate_email(trimmed, check_deliverability=False, strict=True, test_environment=True)
        except EmailNotValidError:
            return Refused(Refusal.EMAIL_FORMAT)
        local = unicodedata.normalize("NFKC", valid.local_part).casefold()
        if "@" in local:  # a full-width one: the folded address would be another person's form, or none
            return Refused(Refusal.EMAIL_FORMAT)
        return cls(trimmed, f"{local}@{valid.ascii_domain.lower()}")


@dataclass(frozen=True, slots=True, repr=False)
class Phone(Sensitive):
    """A phone number in E.164, read as a United States number unless it says otherwise."""

    e164: str

    @classmethod
    def parse(cls, text: str) -> Phone | Refused:
        """Accept a number that can exist in its country's plan."""
        import phonenumbers  # here, not above: see Email.parse

        try:
            number = phonenumbers.parse(text, "US")
        except phonenumbers.NumberParseException:
            return Refused(Refusal.PHONE_FORMAT)
        reason = phonenumbers.is_possible_number_with_reason(number)
        if number.extension or reason != phonenumbers.ValidationResult.IS_POSSIBLE:
            return Refused(Refusal.PHONE_FORMAT)
        return cls(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

    @property
    def comparison(self) -> str:
        """E.164."""
        return self.e164


@dataclass(frozen=True, slots=True, repr=False)
class UserId(Sensitive):
    """A user ID: 6-32 of ``a-z 0-9 . _ -``, lower-cased, unique over all practices (S4)."""

    text: str

    @classmethod
    def parse(cls, text: str) -> UserId | Refused:
        """Accept an ID in any case; whether somebody has it already only the portal knows."""
        trimmed = text.strip()
        # Looked at before lower(), which makes a plain k of the Kelvin sign.
        for character in trimmed:
            if not re.fullmatch(r"[A-Za-z0-9._-]", character):
                return Refused(Refusal.USER_ID_CHARACTERS, character if character.isprintable() else "")
        lowered = trimmed.lower()
        if not 6 <= len(lowered) <= 32:
            return Refused(Refusal.USER_ID_LENGTH)
        if lowered in RESERVED_USER_IDS:
            return Refused(Refusal.USER_ID_RESERVED)
        return cls(lowered)

    @classmethod
    def suggest(cls, first: NamePart, last: NamePart | None, number: int) -> UserId:
        """Suggest an ID that needs no typing: ``maria.okafor27`` (S4).

        Args:
            first: first name; letters outside ASCII are dropped after folding accents.
            last: last name, if the person has one.
            number: 0-99, from the caller's entropy, so that namesakes rarely meet. Never the year of birth.
        """
        words = [fold_name(part.text).encode("ascii", "ignore").decode() for part in (first, last) if part]
        stem = ".".join(word for word in words if word)[:28].rstrip(".") or "patient"
        suggestion = cls.parse(f"{stem}{number:02d}".ljust(6, "0"))
        return suggestion if isinstance(suggestion, UserId) else cls(f"my-account{number:02d}")
