"""Made-up patients, each new: nobody is met twice unless a test wants it. Every field is a canary."""

from __future__ import annotations

import dataclasses
import itertools
import random
import string

from kiosk.demo.people import Person

_numbers = itertools.count(1)


def somebody(**changes: str) -> Person:
    """A new adult; ``changes`` replaces fields."""
    number = next(_numbers)
    dice = random.Random(number)  # noqa: S311 - names, not keys

    def word(length: int = 9) -> str:
        return "".join(dice.choice(string.ascii_lowercase) for _ in range(length))

    first, last = word().capitalize(), word().capitalize()
    person = Person(
        first=first,
        last=last,
        month=str(dice.randint(1, 12)),
        day=str(dice.randint(1, 28)),
        year=str(dice.randint(1931, 1999)),
        zip_code=f"{dice.randint(60601, 60699)}",
        email=f"{first.lower()}.{last.lower()}@mail.example",
        phone=f"312555{dice.randint(1000, 9999)}",
        gender=dice.choice(("female", "male", "other")),
        user_id=f"{word(8)}.{number}",
        password=f"{word(10)}7Q",
        question="first_pet",
        answer=word(11),
    )
    return dataclasses.replace(person, **changes)
