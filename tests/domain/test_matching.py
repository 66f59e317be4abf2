"""Matching: what makes two people one, what makes one name two people, and what only staff may decide (S26-S29)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.agreement import Agreement, near_birth_dates
from kiosk.domain.matching import Comparison, Grade, Identity, compare, same_person
from kiosk.domain.values import BirthDate, Email, Gender, Phone, ZipCode
from tests.domain.golden import CASES, MARIA, OTHER_CONTACT, Golden


def against(identity: Identity, **changes: Any) -> Comparison:
    """Compare an identity with itself but for some fields, and prove that the order does not matter."""
    other = dataclasses.replace(identity, **changes)
    found = compare(identity, other)
    assert compare(other, identity) == found
    return found


@pytest.mark.rule("S26", "S27")
@pytest.mark.parametrize("equal", list(itertools.product((True, False), repeat=6)))
def test_six_fields_and_no_fewer(equal: tuple[bool, ...]) -> None:
    """Of the 64 ways in which the six fields can agree, all six equal alone are certain, also with one phone."""
    others: dict[str, Any] = {
        "first": "Ngozi",
        "last": "Lindqvist",
        "gender": Gender.MALE,
        "birth_date": dt.date(1951, 12, 30),
        "zip5": "99501",
        "email": "ngozi@mail.example",
    }
    changes = {name: other for (name, other), same in zip(others.items(), equal, strict=True) if not same}
    assert (against(MARIA, **changes).grade is Grade.CERTAIN) is all(equal)


@pytest.mark.rule("S26", "S27")
@pytest.mark.parametrize("equal", list(itertools.product((True, False), repeat=6)))
def test_six_fields_and_no_field_missing(equal: tuple[bool, ...]) -> None:
    """A value that one side or both do not tell equals nothing: not certain, whatever else agrees."""
    nothing: dict[str, Any] = {
        "first": "M.",
        "last": "",
        "gender": Gender.UNDISCLOSED,
        "birth_date": dt.date(1984, 9, 7),
        "zip5": None,
        "email": None,
    }
    changes = {name: other for (name, other), same in zip(nothing.items(), equal, strict=True) if not same}
    assert (against(MARIA, **changes).grade is Grade.CERTAIN) is all(equal)


@pytest.mark.rule("S26", "S29")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_golden(case: Golden) -> None:
    """Grade, the rule that decided, and every field that is not equal."""
    found = against(case.one, **case.changes)
    unequal = " ".join(f"{name}={field.value}" for name, field in found.fields if field is not Agreement.EQUAL)
    assert (found.grade, found.reason, unequal) == (case.grade, case.reason, case.unequal)


@pytest.mark.rule("S26")
def test_zip_plus_four() -> None:
    """ZIP and ZIP+4 are one ZIP, because the first five digits are what is compared."""
    long, short = ZipCode.parse("02139-1234"), ZipCode.parse("02139")
    assert isinstance(long, ZipCode)
    assert isinstance(short, ZipCode)
    assert compare(
        dataclasses.replace(MARIA, zip5=long.comparison), dataclasses.replace(MARIA, zip5=short.comparison)
    ).grade is (Grade.CERTAIN)


@pytest.mark.rule("S29")
@pytest.mark.parametrize("shared", ["zip5", "email", "phone"])
def test_one_contact_is_needed(shared: str) -> None:
    """Close names and one birthday are probable with one email or one phone; the ZIP adds nothing to them."""
    others: dict[str, Any] = {"zip5": "99501", **OTHER_CONTACT}
    del others[shared]
    expected = Grade.POSSIBLE if shared == "zip5" else Grade.PROBABLE
    assert against(MARIA, **others).grade is expected


@pytest.mark.rule("S29")
@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Elizabeth", "Elisabeth", Agreement.NICKNAME),
        ("Elizabeth", "Beth", Agreement.NICKNAME),
        ("Liz", "Betty", Agreement.NICKNAME),
        ("Guadalupe", "Lupita", Agreement.NICKNAME),
        ("José", "Pepe", Agreement.NICKNAME),
        ("Francisco", "Paco", Agreement.NICKNAME),
        ("Robert James", "Bob", Agreement.NICKNAME),
        ("Marisolina", "Marysolena", Agreement.SIMILAR),
        ("Okwudili", "Okwuidli", Agreement.SIMILAR),
        ("Okwudili", "Okwudil", Agreement.SIMILAR),
        ("Okwudili", "Okvudily", Agreement.DIFFERENT),
        ("Mary Ann", "Maryann", Agreement.EQUAL),
        ("Ann", "Anne", Agreement.NICKNAME),
        ("Lisa", "Elizabeth", Agreement.DIFFERENT),
        ("Alexander", "Alexandra", Agreement.DIFFERENT),
        ("Erik", "Erin", Agreement.DIFFERENT),
        ("Lena", "Lina", Agreement.DIFFERENT),
        ("Ilse", "Ilsea", Agreement.DIFFERENT),
        ("J", "John", Agreement.DIFFERENT),
        ("李", "王", Agreement.DIFFERENT),
        ("Maria Jose", "Maria Luz", Agreement.DIFFERENT),
    ],
)
def test_first_names(one: str, other: str, agreement: Agreement) -> None:
    """Short names are equal or listed; two established names are two people; a slip or two make a name similar."""
    assert against(dataclasses.replace(MARIA, first=one), first=other).first is agreement


@pytest.mark.rule("S29")
@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Hernandez", "Hernandes", Agreement.SIMILAR),
        ("Nguyen", "Nguyne", Agreement.SIMILAR),
        ("Li", "Lin", Agreement.DIFFERENT),
        ("Lee", "Leigh", Agreement.DIFFERENT),
        ("St. John", "St John", Agreement.EQUAL),
        ("Junior", "Junior", Agreement.EQUAL),
        ("Okafor", "Jr", Agreement.DIFFERENT),
        ("Wong Li", "Li", Agreement.PART),
        ("van der Berg", "Vanderberg", Agreement.EQUAL),
    ],
)
def test_last_names(one: str, other: str, agreement: Agreement) -> None:
    """Last names: no nicknames, short ones equal, one slip, or the words of one in the other."""
    assert against(dataclasses.replace(MARIA, last=one), last=other).last is agreement


@pytest.mark.rule("S29")
@pytest.mark.parametrize(
    ("other", "near"),
    [
        (dt.date(1984, 7, 19), True),  # one digit
        (dt.date(1994, 7, 9), True),
        (dt.date(1984, 9, 7), True),  # day and month
        (dt.date(1948, 7, 9), True),  # neighbours in the year
        (dt.date(1984, 7, 10), False),  # two digits
        (dt.date(1985, 7, 8), False),
        (dt.date(1984, 7, 9), False),  # itself
    ],
)
def test_one_slip_in_a_birth_date(other: dt.date, *, near: bool) -> None:
    """A slip is one digit, two neighbours, or day and month; two slips are another birthday."""
    assert (other in near_birth_dates(dt.date(1984, 7, 9))) is near


@pytest.mark.rule("S29")
def test_digits_of_two_fields_are_no_neighbours() -> None:
    """Year, month and day are typed in fields of their own: their digits do not change places over the border."""
    assert dt.date(1980, 11, 5) not in near_birth_dates(dt.date(1981, 1, 5))
    assert dt.date(1981, 12, 10) not in near_birth_dates(dt.date(1981, 11, 20))


def test_a_comparison_holds_no_value() -> None:
    """What is said of a comparison may stand in a log: no name, no date, no address."""
    found = against(MARIA, email="maria@mial.example")
    for text in ("Okafor", "1984", "@", "02139", "617"):
        assert text not in repr(found) + repr(MARIA)


dates = st.dates(dt.date(1900, 1, 1), dt.date(2026, 3, 2))
words = st.sampled_from(
    [
        *("Maria", "María", "Marie", "Jose", "Bob", "Robert", "Elizabeth", "Elisabet", "Ann", "Okafor", "Okafro"),
        *("Garcia", "Lopez", "Garcia-Lopez", "de la Cruz", "Cruz", "Smith Jr", "Smith Sr", "Smith III", "Li", "李"),
    ]
)
first_names = st.one_of(words, st.lists(words, min_size=2, max_size=3).map(" ".join))
identities = st.builds(
    Identity,
    first=first_names,
    last=st.one_of(st.just(""), first_names),
    gender=st.one_of(st.none(), st.sampled_from(Gender)),
    birth_date=dates,
    zip5=st.sampled_from([None, "02139", "94110"]),
    email=st.sampled_from([None, "maria@mail.example", "maria@mial.example", "bob@mail.example"]),
    phone=st.sampled_from([None, "+16175550123", "+14155550187"]),
)


@given(identities, identities, st.booleans())
def test_the_order_does_not_matter(one: Identity, other: Identity, same_day: bool) -> None:
    """Whoever comes first, the comparison is the same, field by field."""
    if same_day:
        other = dataclasses.replace(other, birth_date=one.birth_date)
    assert compare(one, other) == compare(other, one)


@pytest.mark.rule("S26", "S27")
@given(identities)
def test_an_identity_is_its_own(one: Identity) -> None:
    """Somebody who tells all is certainly themselves, and nobody who tells less is certain of anything."""
    told = None not in (one.zip5, one.email) and one.gender not in (None, Gender.UNDISCLOSED)
    assert (compare(one, one).grade is Grade.CERTAIN) is told


@pytest.mark.rule("S27")
@given(identities, identities)
def test_what_is_missing_never_equals(one: Identity, other: Identity) -> None:
    """Certain needs every value of S26 on both sides."""
    if compare(one, other).grade is Grade.CERTAIN:
        for identity in (one, other):
            assert None not in (identity.zip5, identity.email)
            assert identity.gender not in (None, Gender.UNDISCLOSED)


@pytest.mark.rule("S29")
@given(identities, identities)
def test_probable_needs_a_contact(one: Identity, other: Identity) -> None:
    """No pair without one email or one phone is more than possible."""
    same = (one.email is not None and one.email == other.email) or (one.phone is not None and one.phone == other.phone)
    assume(not same)
    for candidate in (other, dataclasses.replace(one, email=other.email, phone=other.phone)):
        assert compare(one, candidate).grade in (Grade.POSSIBLE, Grade.CERTAINLY_NOT)


@pytest.mark.rule("S26")
@given(identities, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_matter(one: Identity, recase: Any) -> None:
    """Names in another case are the same names."""
    other = dataclasses.replace(one, first=recase(one.first), last=recase(one.last))
    assert compare(one, other) == compare(one, one)


@pytest.mark.rule("S26")
@given(identities, st.sampled_from(["\N{COMBINING ACUTE ACCENT}", "\N{COMBINING TILDE}", "-", "'", " "]))
def test_accents_and_marks_do_not_matter(one: Identity, mark: str) -> None:
    """Accents, hyphens, apostrophes and blanks within a name change nothing that is certain."""
    other = dataclasses.replace(one, first=one.first[:2] + mark + one.first[2:])
    assert compare(one, other).first is Agreement.EQUAL
    assert compare(one, other).grade is compare(one, one).grade


@given(dates)
def test_near_is_mutual(date: dt.date) -> None:
    """A date that is near another has that one near it, and there are few of them, since each is asked for."""
    near = near_birth_dates(date)
    assert all(date in near_birth_dates(other) for other in near)
    assert date not in near
    assert len(near) <= 70


def test_values_compare_as_they_are_stored() -> None:
    """An identity is made of the forms that the domain's values compare."""
    parsed = (
        BirthDate.parse_iso("1984-07-09", today=dt.date(2026, 3, 2)),
        Email.parse("Maria@Mail.Example"),
        Phone.parse("(617) 555-0123"),
    )
    date, email, phone = parsed
    assert isinstance(date, BirthDate)
    assert isinstance(email, Email)
    assert isinstance(phone, Phone)
    assert against(MARIA, birth_date=date.date, email=email.comparison, phone=phone.comparison).grade is Grade.CERTAIN


NOTHING: dict[str, Any] = {"zip5": None, "email": None, "phone": None}


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("changes", "one"),
    [
        ({}, True),
        ({"gender": None, **NOTHING}, True),
        ({"first": "MARÍA", "zip5": "99501"}, True),
        ({"zip5": "99501", "email": None}, True),
        ({"zip5": "99501", "email": None, "phone": None}, False),
        ({**NOTHING, "email": "another@mail.example"}, False),
        ({"gender": Gender.UNDISCLOSED}, True),
        ({"gender": Gender.MALE}, False),
        ({"birth_date": dt.date(1951, 12, 30)}, False),
        ({"first": "Ngozi"}, False),
        ({"last": "Lindqvist"}, False),
    ],
    ids=str,
)
def test_who_is_one_person_to_the_desk(changes: dict[str, Any], one: bool) -> None:
    """Equal names and birthday, and an equal ZIP, email or phone if both tell any: enough to make no second slip."""
    other = dataclasses.replace(MARIA, **changes)
    assert same_person(MARIA, other) is same_person(other, MARIA) is one
