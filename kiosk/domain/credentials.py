"""Passwords and security answers: the source's rules and their bcrypt hashes (S5-S7, S33, S43).

The password travels nowhere: the tablet hashes it in a worker and seals the hash. The rules are the source's and
weak by today's measure; SECURITY.md says what compensates them.
"""

from __future__ import annotations

import base64
import enum
import hashlib
import re
import string
import unicodedata
from dataclasses import dataclass
from typing import Final

from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Sensitive

BCRYPT_COST: Final = 12
PASSWORD_MIN: Final = 6
PASSWORD_MAX: Final = 64
"""Below bcrypt's 72 bytes, since every accepted character is one byte."""

SALT_BYTES: Final = 16

_ALLOWED: Final = frozenset(string.ascii_letters + string.digits)
_COUNTS: Final = frozenset(string.ascii_uppercase + string.digits)


class PasswordRule(enum.Enum):
    """The three rules shown before typing and ticked live."""

    LENGTH = "length"
    NUMBER_OR_CAPITAL = "number_or_capital"
    NO_SPECIAL = "no_special"


def met_rules(typed: str) -> frozenset[PasswordRule]:
    """The rules that ``typed`` meets; an empty field meets none, so that nothing is ticked before typing."""
    if not typed:
        return frozenset()
    met = set()
    if PASSWORD_MIN <= len(typed) <= PASSWORD_MAX:
        met.add(PasswordRule.LENGTH)
    if _COUNTS & set(typed):
        met.add(PasswordRule.NUMBER_OR_CAPITAL)
    if set(typed) <= _ALLOWED:
        met.add(PasswordRule.NO_SPECIAL)
    return frozenset(met)


@dataclass(frozen=True, slots=True, repr=False)
class Password(Sensitive):
    """An accepted password: ``(?=.*[0-9A-Z])[A-Za-z0-9]{6,64}``. No trimming, no normalising."""

    text: str

    @classmethod
    def parse(cls, typed: str) -> Password | Refused:
        """Accept the password exactly as typed, or name the first rule broken and the character to blame (S5-S7)."""
        for character in typed:
            if character not in _ALLOWED:
                return Refused(Refusal.PASSWORD_SPECIAL_CHARACTER, character if character.isprintable() else "")
        if len(typed) < PASSWORD_MIN:
            return Refused(Refusal.PASSWORD_TOO_SHORT)
        if len(typed) > PASSWORD_MAX:
            return Refused(Refusal.PASSWORD_TOO_LONG)
        if not _COUNTS & set(typed):
            return Refused(Refusal.PASSWORD_NEEDS_NUMBER_OR_CAPITAL)
        return cls(typed)


@dataclass(frozen=True, slots=True, repr=False)
class SecurityAnswer(Sensitive):
    """The answer to a secret question, folded so that "St. Mary's" and "st marys" are one (S33)."""

    folded: str

    @classmethod
    def parse(cls, typed: str) -> SecurityAnswer | Refused:
        """Accept any answer with at least one letter or number, of at most 100 characters."""
        folded = "".join(c for c in unicodedata.normalize("NFKC", typed).casefold() if c.isalnum())
        if not folded:
            return Refused(Refusal.ANSWER_EMPTY)
        if len(typed) > 100:
            return Refused(Refusal.ANSWER_TOO_LONG)
        return cls(folded)


def hash_password(password: Password, salt: bytes) -> str:
    """Hash the password with bcrypt (``$2b$``, cost 12); about a quarter of a second: run it in a worker.

    Args:
        password: the accepted password.
        salt: 16 random bytes.
    """
    return _bcrypt(password.text.encode("ascii"), salt)


def hash_answer(question: SecretQuestion, answer: SecurityAnswer, salt: bytes) -> str:
    """Hash base64(SHA-384(domain ‖ question ‖ answer)) with bcrypt, so that length and NUL bytes cannot matter."""
    return _bcrypt(answer_secret(question, answer), salt)


def answer_secret(question: SecretQuestion, answer: SecurityAnswer) -> bytes:
    """What bcrypt gets of an answer: 64 bytes, whatever was typed; the portal compares with the same."""
    digest = hashlib.sha384(f"kiosk-answer/1\0{question.value}\0{answer.folded}".encode()).digest()
    return base64.b64encode(digest)


def is_bcrypt_hash(text: str) -> bool:
    """Whether a stored hash has the one shape the portal takes: ``$2b$``, cost 10-14, 60 characters."""
    return re.fullmatch(r"\$2b\$1[0-4]\$[./A-Za-z0-9]{53}", text) is not None


_STANDARD: Final = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
_BCRYPT: Final = "./" + string.ascii_uppercase + string.ascii_lowercase + string.digits
_TO_BCRYPT64: Final = str.maketrans(_STANDARD, _BCRYPT)


def _bcrypt(secret: bytes, salt: bytes) -> str:
    import bcrypt  # in the worker, after the first screen is painted

    if len(salt) != SALT_BYTES:
        raise ValueError(f"a bcrypt salt has {SALT_BYTES} bytes")
    text = base64.b64encode(salt).decode("ascii").rstrip("=").translate(_TO_BCRYPT64)
    return bcrypt.hashpw(secret, f"$2b${BCRYPT_COST:02d}${text}".encode("ascii")).decode("ascii")
