"""How the fields of two identities agree (S26, S29); ``matching`` grades what comes out."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from kiosk.domain import nicknames
from kiosk.domain.values import Gender, Sensitive, fold_name

SHORT: Final = 4
"""Names of so many letters or fewer are equal or a listed nickname, never similar."""

LONG: Final = 9
"""Names of so many letters or more may differ by two slips instead of one."""

GENERATION: Final = 15
"""Years: birth dates so far apart are a parent's and a child's before they are a slip of the finger."""


class Agreement(enum.Enum):
    """How one field of two identities agrees."""

    EQUAL = "equal"
    """The same in the form that is compared."""
    SIMILAR = "similar"
    """A name that a slip of the finger makes of the other, or that differs in a suffix alone."""
    PART = "part"
    """A name whose words all stand in the other: "Garcia" and "Garcia-Lopez", "Maria" and "Maria Elena"."""
    NICKNAME = "nickname"
    SWAPPED = "swapped"
    """First and last name have the same words, divided between them in another way."""
    ONE_SLIP = "one_slip"
    """A date of birth that ``near_birth_dates`` tells, or one character of an email."""
    GENERATION = "generation"
    """A date of birth one slip off, but ``GENERATION`` years apart or more."""
    MISSING = "missing"
    """One side does not tell it; an undisclosed gender is missing, too (S27)."""
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, repr=False)
class Name(Sensitive):
    """One name as it is compared.

    Attributes:
        folded: with its suffix, as the portal stores it.
        words: folded one by one, without the suffix.
        suffix: ``jr``, ``sr``, ``ii``, ``iii``, ``iv`` or "".
    """

    folded: str
    words: tuple[str, ...]
    suffix: str

    @classmethod
    def of(cls, typed: str) -> Name:
        """Divide a name into words; a suffix is never the only one."""
        words = tuple(word for word in map(fold_name, re.split(r"[\s\-.,·]+", typed)) if word)
        suffix = _SUFFIXES.get(words[-1], "") if len(words) > 1 else ""
        return cls(fold_name(typed), words[:-1] if suffix else words, suffix)

    @property
    def joined(self) -> str:
        """The folded name without its suffix."""
        return "".join(self.words)


_SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}

_PARTICLES: Final = frozenset(
    {
        *("al", "bin", "d", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "e", "el", "i"),
        *("la", "las", "le", "los", "van", "vander", "von", "y"),
    }
)


def names(first: Name, last: Name, other_first: Name, other_last: Name) -> tuple[Agreement, Agreement, Agreement]:
    """How first name, last name and suffix agree."""
    firsts, lasts = _first(first, other_first), _last(last, other_last)
    apart = not {Agreement.DIFFERENT, Agreement.MISSING}.isdisjoint({firsts, lasts})
    if apart and sorted(first.words + last.words) == sorted(other_first.words + other_last.words):
        firsts = lasts = Agreement.SWAPPED
    return firsts, lasts, _suffix(last.suffix or first.suffix, other_last.suffix or other_first.suffix)


def _first(a: Name, b: Name) -> Agreement:
    if not (a.folded and b.folded):
        return Agreement.DIFFERENT  # nobody is without a first name
    if a.folded == b.folded:
        return Agreement.EQUAL
    if a.joined == b.joined:
        return Agreement.SIMILAR
    shorter, longer = sorted((a.words, b.words), key=lambda words: (len(words), words))
    if set(shorter) < set(longer):
        return Agreement.PART
    if nicknames.are_one(a.joined, b.joined):
        return Agreement.NICKNAME
    if len(shorter) == 1 and nicknames.are_one(shorter[0], longer[0]):
        return Agreement.NICKNAME  # "Bob" and "Robert James"
    if nicknames.is_listed(a.joined) and nicknames.is_listed(b.joined):
        return Agreement.DIFFERENT  # two established names are twins before they are a slip
    return Agreement.SIMILAR if _slipped(a.joined, b.joined) else Agreement.DIFFERENT


def _last(a: Name, b: Name) -> Agreement:
    if a.folded == b.folded:
        return Agreement.EQUAL  # both empty, too: people with one name
    if not (a.folded and b.folded):
        return Agreement.MISSING
    if a.joined == b.joined:
        return Agreement.SIMILAR
    words, others = _without_particles(a.words), _without_particles(b.words)
    if words <= others or others <= words:
        return Agreement.PART
    return Agreement.SIMILAR if _slipped(a.joined, b.joined) else Agreement.DIFFERENT


def _without_particles(words: tuple[str, ...]) -> frozenset[str]:
    """The words that tell families apart: "Cruz" of "de la Cruz", but "La" of "La"."""
    return frozenset(words) - _PARTICLES or frozenset(words)


def _slipped(one: str, other: str) -> bool:
    """Whether two names differ by no more than a slip of the finger: a letter wrong, missing, added, or two swapped."""
    shorter = min(len(one), len(other))
    if shorter <= SHORT:
        return False
    allowed = 2 if shorter >= LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _suffix(one: str, other: str) -> Agreement:
    if one == other:
        return Agreement.EQUAL
    return Agreement.DIFFERENT if one and other else Agreement.MISSING


def birth_date(one: dt.date, other: dt.date) -> Agreement:
    """How two dates of birth agree."""
    if one == other:
        return Agreement.EQUAL
    if other not in near_birth_dates(one):
        return Agreement.DIFFERENT
    return Agreement.GENERATION if abs(one.year - other.year) >= GENERATION else Agreement.ONE_SLIP


def near_birth_dates(date: dt.date) -> frozenset[dt.date]:
    """Every date that is one slip from ``date``, which is not among them; at most some sixty.

    A slip is one wrong digit of year, month or day, two neighbouring digits of one of them in each other's place, or
    day and month swapped. If one date is near another, that is near the one.
    """
    return frozenset(_slips_of(date)) - {date}


def _slips_of(date: dt.date) -> Iterator[dt.date]:
    typed = date.isoformat().replace("-", "")
    texts = {typed[:4] + typed[6:] + typed[4:6]}
    for i in range(8):
        texts.update(typed[:i] + digit + typed[i + 1 :] for digit in "0123456789")
        if i not in (3, 5, 7):  # the last digits of year, month and day
            texts.add(typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :])
    for text in texts:
        year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
        if year and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield dt.date(year, month, day)


def gender(one: Gender | None, other: Gender | None) -> Agreement:
    """How two genders agree; "prefer not to say" agrees with nothing (S27)."""
    return equal(*(None if told in (None, Gender.UNDISCLOSED) else told.value for told in (one, other)))


def email(one: str | None, other: str | None) -> Agreement:
    """How two addresses agree."""
    agreement = equal(one, other)
    if agreement is Agreement.DIFFERENT and one and other and DamerauLevenshtein.distance(one, other) == 1:
        return Agreement.ONE_SLIP
    return agreement


def equal(one: str | None, other: str | None) -> Agreement:
    """EQUAL, DIFFERENT, or MISSING if either is not known."""
    if not one or not other:
        return Agreement.MISSING
    return Agreement.EQUAL if one == other else Agreement.DIFFERENT
