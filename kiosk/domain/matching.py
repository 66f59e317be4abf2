"""Whether two people are one (S26, S29): decided by rules, and explained field by field.

Grades have FHIR's names (``match-grade``). Identities are compared in pairs; the portal's indexes tell which pairs are
worth it. No field is weighed: each rule says what has to agree, and its ``Reason`` names it.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from kiosk.domain import agreement
from kiosk.domain.agreement import Agreement, Name
from kiosk.domain.values import Gender, Sensitive


class Grade(enum.Enum):
    """How sure it is that two identities are one person."""

    CERTAIN = "certain"
    """Equal in all six fields of S26."""
    PROBABLE = "probable"
    """A close match: the patient is asked to verify by phone (S29)."""
    POSSIBLE = "possible"
    """For staff to look at; the patient sees nothing."""
    CERTAINLY_NOT = "certainly-not"
    """Two people, or nothing that speaks for one."""


class Reason(enum.Enum):
    """The rule that decided."""

    ALL_EQUAL = "all_equal"
    CLOSE = "close"
    NAME_AND_BIRTH_DATE = "name_and_birth_date"
    """Name and birthday agree, and nothing else that says who somebody is."""
    WORDS_MOVED = "words_moved"
    OTHER_LAST_NAME = "other_last_name"
    """All but the last name: a maiden name, or two people."""
    GENDER = "gender"
    """A listed nickname of two genders: Alex is Alexander and Alexandra."""
    ONE_NAME_TWO_GENERATIONS = "one_name_two_generations"
    SIBLINGS = "siblings"
    """Names that are nearly one, of two genders or years."""
    SUFFIX = "suffix"
    """Jr and Sr."""
    FIRST_NAME = "first_name"
    """Twins, siblings, one parent's email for three children."""
    LAST_NAME = "last_name"
    BIRTH_DATE = "birth_date"
    STAFF = "staff"
    """Staff saw that these are two people."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Identity(Sensitive):
    """Who somebody is, as far as known.

    Attributes:
        first, last: as typed, because folding loses the words; ``last`` is empty for a person with one name.
        gender: None if nobody asked.
        zip5, email, phone: in the form that is compared.
    """

    first: str
    last: str
    gender: Gender | None
    birth_date: dt.date
    zip5: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A grade with its reason and how each field agrees; holds no value of a person's.

    Attributes:
        suffix: of the name: Jr, Sr, II, III, IV; EQUAL if neither has one.
    """

    grade: Grade
    reason: Reason
    first: Agreement
    last: Agreement
    suffix: Agreement
    gender: Agreement
    birth_date: Agreement
    zip5: Agreement
    email: Agreement
    phone: Agreement

    @property
    def fields(self) -> tuple[tuple[str, Agreement], ...]:
        """The explanation field by field, in the order of S26."""
        names = ("first", "last", "suffix", "gender", "birth_date", "zip5", "email", "phone")
        return tuple((name, getattr(self, name)) for name in names)


def compare(one: Identity, other: Identity) -> Comparison:
    """Compare two identities; the order of the two does not matter."""
    first, last, suffix = agreement.names(
        Name.of(one.first), Name.of(one.last), Name.of(other.first), Name.of(other.last)
    )
    gender = agreement.gender(one.gender, other.gender)
    birth_date = agreement.birth_date(one.birth_date, other.birth_date)
    zip5 = agreement.equal(one.zip5, other.zip5)
    email = agreement.email(one.email, other.email)
    phone = agreement.equal(one.phone, other.phone)
    if all(field is Agreement.EQUAL for field in (first, last, gender, birth_date, zip5, email)):
        grade, reason = Grade.CERTAIN, Reason.ALL_EQUAL
    else:
        slipped_year = one.birth_date.year != other.birth_date.year
        contact = Agreement.EQUAL in (email, phone)
        grade, reason = _grade(first, last, suffix, gender, birth_date, contact=contact, slipped_year=slipped_year)
    return Comparison(
        grade=grade,
        reason=reason,
        first=first,
        last=last,
        suffix=suffix,
        gender=gender,
        birth_date=birth_date,
        zip5=zip5,
        email=email,
        phone=phone,
    )


def same_person(one: Identity, other: Identity) -> bool:
    """Whether the desk takes two for one person: what keeps a slip from being made, and never joins accounts.

    Names and date of birth are equal, no gender speaks against it, and of ZIP, email and phone one is equal, if any is
    told on both sides. So who moved house is found, and two people of one name and birthday stay two.
    """
    found = compare(one, other)
    if not found.first is found.last is found.birth_date is Agreement.EQUAL or found.gender is Agreement.DIFFERENT:
        return False
    told = {found.zip5, found.email, found.phone} - {Agreement.MISSING}
    return not told or Agreement.EQUAL in told


def _grade(
    first: Agreement,
    last: Agreement,
    suffix: Agreement,
    gender: Agreement,
    birth_date: Agreement,
    *,
    contact: bool,
    slipped_year: bool,
) -> tuple[Grade, Reason]:
    """Grade what is not equal in all of S26; the first rule that speaks decides.

    The ZIP has no say: neighbours share it, and who moves house loses it.

    Args:
        contact: email or phone is equal.
        slipped_year: the years of birth differ.
    """
    same_day = birth_date is Agreement.EQUAL
    clash = gender is Agreement.DIFFERENT
    if suffix is Agreement.DIFFERENT:
        return Grade.CERTAINLY_NOT, Reason.SUFFIX
    if birth_date is Agreement.DIFFERENT:
        return Grade.CERTAINLY_NOT, Reason.BIRTH_DATE
    if first is Agreement.SWAPPED:
        return (Grade.POSSIBLE if same_day else Grade.CERTAINLY_NOT), Reason.WORDS_MOVED
    if first is Agreement.DIFFERENT:
        return Grade.CERTAINLY_NOT, Reason.FIRST_NAME
    if last in (Agreement.DIFFERENT, Agreement.MISSING):
        if same_day and contact and first is not Agreement.SIMILAR and not clash:
            return Grade.POSSIBLE, Reason.OTHER_LAST_NAME
        return Grade.CERTAINLY_NOT, Reason.LAST_NAME
    if birth_date is Agreement.GENERATION:
        one_name = first is Agreement.EQUAL and suffix is Agreement.EQUAL and not clash
        return (Grade.POSSIBLE if contact and one_name else Grade.CERTAINLY_NOT), Reason.ONE_NAME_TWO_GENERATIONS
    if clash and first is Agreement.NICKNAME:
        return (Grade.POSSIBLE if contact or same_day else Grade.CERTAINLY_NOT), Reason.GENDER
    if clash and first is not Agreement.EQUAL:
        return Grade.CERTAINLY_NOT, Reason.SIBLINGS  # Daniel and Daniela, José and María José
    if not contact:
        return (Grade.POSSIBLE if same_day else Grade.CERTAINLY_NOT), Reason.NAME_AND_BIRTH_DATE
    if first is Agreement.SIMILAR and slipped_year:
        return Grade.POSSIBLE, Reason.SIBLINGS
    return Grade.PROBABLE, Reason.CLOSE
