"""The golden cases of matching: pairs of made-up people and what the rules make of them (S26, S29)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.matching import Grade, Identity, Reason
from kiosk.domain.values import Gender

MARIA = Identity(
    first="María",
    last="Okafor",
    gender=Gender.FEMALE,
    birth_date=dt.date(1984, 7, 9),
    zip5="02139",
    email="maria@mail.example",
    phone="+16175550123",
)
CHILD = Identity(
    first="Jayden",
    last="Price",
    gender=Gender.MALE,
    birth_date=dt.date(2016, 3, 14),
    zip5="60614",
    email="price.family@mail.example",
    phone="+17735550111",
)
SMITH = Identity(
    first="Robert",
    last="Smith",
    gender=Gender.MALE,
    birth_date=dt.date(1950, 2, 18),
    zip5="44106",
    email="smith@mail.example",
    phone="+12165550144",
)
NO_CONTACT: dict[str, Any] = {"email": None, "phone": None}
OTHER_CONTACT: dict[str, Any] = {"email": "other@mail.example", "phone": "+16175550199"}


@dataclass(frozen=True)
class Golden:
    """Two identities and their comparison.

    Attributes:
        changes: what the second has otherwise.
        unequal: every field that is not equal, and how it agrees.
    """

    one: Identity
    changes: dict[str, Any]
    grade: Grade
    reason: Reason
    unequal: str


CASES = {
    "dropped accents": Golden(MARIA, {"first": "MARIA", "last": "Ókafor"}, Grade.CERTAIN, Reason.ALL_EQUAL, ""),
    "moved house": Golden(MARIA, {"zip5": "94110"}, Grade.PROBABLE, Reason.CLOSE, "zip5=different"),
    "moved house and changed the phone": Golden(
        MARIA,
        {"zip5": "94110", "phone": "+14155550187"},
        Grade.PROBABLE,
        Reason.CLOSE,
        "zip5=different phone=different",
    ),
    "gender undisclosed": Golden(MARIA, {"gender": Gender.UNDISCLOSED}, Grade.PROBABLE, Reason.CLOSE, "gender=missing"),
    "gender undisclosed twice": Golden(
        replace(MARIA, gender=Gender.UNDISCLOSED), {}, Grade.PROBABLE, Reason.CLOSE, "gender=missing"
    ),
    "another gender told": Golden(MARIA, {"gender": Gender.MALE}, Grade.PROBABLE, Reason.CLOSE, "gender=different"),
    "typo in the email": Golden(MARIA, {"email": "maria@mial.example"}, Grade.PROBABLE, Reason.CLOSE, "email=one_slip"),
    "typo in the email and no phone": Golden(
        MARIA,
        {"email": "maria@mial.example", "phone": None},
        Grade.POSSIBLE,
        Reason.NAME_AND_BIRTH_DATE,
        "email=one_slip phone=missing",
    ),
    "day and month swapped": Golden(
        MARIA, {"birth_date": dt.date(1984, 9, 7)}, Grade.PROBABLE, Reason.CLOSE, "birth_date=one_slip"
    ),
    "one digit of the birthday": Golden(
        MARIA, {"birth_date": dt.date(1984, 7, 8)}, Grade.PROBABLE, Reason.CLOSE, "birth_date=one_slip"
    ),
    "digits of the year swapped, or a grandmother": Golden(
        MARIA,
        {"birth_date": dt.date(1948, 7, 9)},
        Grade.POSSIBLE,
        Reason.ONE_NAME_TWO_GENERATIONS,
        "birth_date=generation",
    ),
    "a namesake with a similar birthday": Golden(
        MARIA,
        {"birth_date": dt.date(1984, 9, 7), **OTHER_CONTACT},
        Grade.CERTAINLY_NOT,
        Reason.NAME_AND_BIRTH_DATE,
        "birth_date=one_slip email=different phone=different",
    ),
    "two people with one name and birthday": Golden(
        MARIA,
        {"zip5": "94110", **OTHER_CONTACT},
        Grade.POSSIBLE,
        Reason.NAME_AND_BIRTH_DATE,
        "zip5=different email=different phone=different",
    ),
    "two people with one name, birthday and ZIP": Golden(
        MARIA, OTHER_CONTACT, Grade.POSSIBLE, Reason.NAME_AND_BIRTH_DATE, "email=different phone=different"
    ),
    "nickname": Golden(SMITH, {"first": "Bob"}, Grade.PROBABLE, Reason.CLOSE, "first=nickname"),
    "nickname without a contact": Golden(
        SMITH,
        {"first": "Bob", **NO_CONTACT},
        Grade.POSSIBLE,
        Reason.NAME_AND_BIRTH_DATE,
        "first=nickname email=missing phone=missing",
    ),
    "one nickname of two genders": Golden(
        replace(SMITH, first="Alex", gender=Gender.MALE),
        {"first": "Alexandra", "gender": Gender.FEMALE},
        Grade.POSSIBLE,
        Reason.GENDER,
        "first=nickname gender=different",
    ),
    "second first name": Golden(MARIA, {"first": "María Elena"}, Grade.PROBABLE, Reason.CLOSE, "first=part"),
    "apostrophe": Golden(replace(SMITH, last="O'Brien"), {"last": "O’BRIEN"}, Grade.CERTAIN, Reason.ALL_EQUAL, ""),
    "double last name with and without a hyphen": Golden(
        replace(MARIA, last="Garcia Lopez"), {"last": "García-López"}, Grade.CERTAIN, Reason.ALL_EQUAL, ""
    ),
    "double last name cut": Golden(
        replace(MARIA, last="Garcia Lopez"), {"last": "Garcia"}, Grade.PROBABLE, Reason.CLOSE, "last=part"
    ),
    "double last name turned round": Golden(
        replace(MARIA, last="Garcia Lopez"), {"last": "Lopez-Garcia"}, Grade.PROBABLE, Reason.CLOSE, "last=part"
    ),
    "half of a double last name": Golden(
        replace(MARIA, last="Garcia Lopez"),
        {"last": "Garcia Perez"},
        Grade.POSSIBLE,
        Reason.OTHER_LAST_NAME,
        "last=different",
    ),
    "last name without its particles": Golden(
        replace(MARIA, last="de la Cruz"), {"last": "Cruz"}, Grade.PROBABLE, Reason.CLOSE, "last=part"
    ),
    "a last name like another's particle": Golden(
        replace(MARIA, last="de la Cruz"), {"last": "La"}, Grade.POSSIBLE, Reason.OTHER_LAST_NAME, "last=different"
    ),
    "maiden name kept beside the new one": Golden(
        MARIA, {"last": "Okafor-Jensen"}, Grade.PROBABLE, Reason.CLOSE, "last=part"
    ),
    "maiden name": Golden(MARIA, {"last": "Jensen"}, Grade.POSSIBLE, Reason.OTHER_LAST_NAME, "last=different"),
    "another last name and nearly a first name": Golden(
        MARIA,
        {"first": "Mariq", "last": "Jensen"},
        Grade.CERTAINLY_NOT,
        Reason.LAST_NAME,
        "first=similar last=different",
    ),
    "another last name and gender": Golden(
        MARIA,
        {"last": "Jensen", "gender": Gender.MALE},
        Grade.CERTAINLY_NOT,
        Reason.LAST_NAME,
        "last=different gender=different",
    ),
    "a first name and a birthday": Golden(
        MARIA,
        {"last": "Jensen", **OTHER_CONTACT},
        Grade.CERTAINLY_NOT,
        Reason.LAST_NAME,
        "last=different email=different phone=different",
    ),
    "first and last name swapped": Golden(
        MARIA, {"first": "Okafor", "last": "María"}, Grade.POSSIBLE, Reason.WORDS_MOVED, "first=swapped last=swapped"
    ),
    "names swapped and the birthday wrong": Golden(
        MARIA,
        {"first": "Okafor", "last": "María", "birth_date": dt.date(1984, 7, 8)},
        Grade.CERTAINLY_NOT,
        Reason.WORDS_MOVED,
        "first=swapped last=swapped birth_date=one_slip",
    ),
    "one-word name": Golden(replace(MARIA, first="Suharto", last=""), {}, Grade.CERTAIN, Reason.ALL_EQUAL, ""),
    "one-word name and a full one": Golden(MARIA, {"last": ""}, Grade.POSSIBLE, Reason.OTHER_LAST_NAME, "last=missing"),
    "the whole name as a one-word name": Golden(
        MARIA, {"first": "Maria Okafor", "last": ""}, Grade.POSSIBLE, Reason.WORDS_MOVED, "first=swapped last=swapped"
    ),
    "twins with one email": Golden(
        CHILD,
        {"first": "Sophia", "gender": Gender.FEMALE},
        Grade.CERTAINLY_NOT,
        Reason.FIRST_NAME,
        "first=different gender=different",
    ),
    "near-name twins": Golden(CHILD, {"first": "Hayden"}, Grade.CERTAINLY_NOT, Reason.FIRST_NAME, "first=different"),
    "near-name twins of two genders": Golden(
        replace(CHILD, first="Danilka"),
        {"first": "Danielka", "gender": Gender.FEMALE},
        Grade.CERTAINLY_NOT,
        Reason.SIBLINGS,
        "first=similar gender=different",
    ),
    "twins that share a word": Golden(
        replace(CHILD, first="José"),
        {"first": "María José", "gender": Gender.FEMALE},
        Grade.CERTAINLY_NOT,
        Reason.SIBLINGS,
        "first=part gender=different",
    ),
    "twins that share their first word": Golden(
        replace(CHILD, first="María José"),
        {"first": "María Elena"},
        Grade.CERTAINLY_NOT,
        Reason.FIRST_NAME,
        "first=different",
    ),
    "near-name siblings": Golden(
        CHILD,
        {"first": "Jaydin", "birth_date": dt.date(2018, 8, 2)},
        Grade.CERTAINLY_NOT,
        Reason.BIRTH_DATE,
        "first=similar birth_date=different",
    ),
    "near-name siblings with one birthday": Golden(
        CHILD,
        {"first": "Jaydin", "birth_date": dt.date(2018, 3, 14)},
        Grade.POSSIBLE,
        Reason.SIBLINGS,
        "first=similar birth_date=one_slip",
    ),
    "near names too close in age for siblings": Golden(
        CHILD,
        {"first": "Jaydin", "birth_date": dt.date(2016, 3, 15)},
        Grade.PROBABLE,
        Reason.CLOSE,
        "first=similar birth_date=one_slip",
    ),
    "one parent's email for three children": Golden(
        CHILD,
        {"first": "Jordan", "birth_date": dt.date(2018, 8, 2)},
        Grade.CERTAINLY_NOT,
        Reason.BIRTH_DATE,
        "first=different birth_date=different",
    ),
    "parent and child of one name": Golden(
        CHILD, {"birth_date": dt.date(1986, 11, 2)}, Grade.CERTAINLY_NOT, Reason.BIRTH_DATE, "birth_date=different"
    ),
    "parent and child": Golden(
        CHILD,
        {"first": "Angela", "gender": Gender.FEMALE, "birth_date": dt.date(1986, 11, 2)},
        Grade.CERTAINLY_NOT,
        Reason.BIRTH_DATE,
        "first=different gender=different birth_date=different",
    ),
    "Jr and Sr": Golden(
        replace(SMITH, last="Smith Jr."),
        {"last": "Smith Sr", "birth_date": dt.date(1950, 2, 19)},
        Grade.CERTAINLY_NOT,
        Reason.SUFFIX,
        "last=similar suffix=different birth_date=one_slip",
    ),
    "II and III on one day": Golden(
        replace(SMITH, last="Smith II"),
        {"last": "Smith, III"},
        Grade.CERTAINLY_NOT,
        Reason.SUFFIX,
        "last=similar suffix=different",
    ),
    "Jr born on his father's birthday": Golden(
        SMITH,
        {"last": "Smith Jr", "birth_date": dt.date(1980, 2, 18)},
        Grade.CERTAINLY_NOT,
        Reason.ONE_NAME_TWO_GENERATIONS,
        "last=similar suffix=missing birth_date=generation",
    ),
    "father and son with one name and birthday": Golden(
        SMITH,
        {"birth_date": dt.date(1980, 2, 18)},
        Grade.POSSIBLE,
        Reason.ONE_NAME_TWO_GENERATIONS,
        "birth_date=generation",
    ),
    "Jr left out": Golden(SMITH, {"last": "Smith Jr"}, Grade.PROBABLE, Reason.CLOSE, "last=similar suffix=missing"),
    "Jr written in two ways": Golden(
        replace(SMITH, last="Smith Jr."), {"last": "SMITH, JR"}, Grade.CERTAIN, Reason.ALL_EQUAL, ""
    ),
    "ZIP and birthday alone": Golden(
        MARIA,
        {"first": "Ngozi", "last": "Lindqvist", **OTHER_CONTACT},
        Grade.CERTAINLY_NOT,
        Reason.FIRST_NAME,
        "first=different last=different email=different phone=different",
    ),
}
