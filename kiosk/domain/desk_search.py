"""What the desk types to find an invitation (F1): letters of a name, a date of birth, or an invitation number."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from kiosk.domain.day_list import DayListRow
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Sensitive, fold_name

LETTERS_MIN: Final = 2
"""Fewer letters of a name would find half the practice."""

_NUMBER: Final = re.compile(r"(?:INV-?)([0-9A-Z]{4,12})|([0-9A-Z]{4})", re.IGNORECASE)
_DATES: Final = (
    re.compile(r"(?P<month>[0-9]{1,2})[/. -](?P<day>[0-9]{1,2})[/. -](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Question(Sensitive):
    """What is looked for; all that is given has to hold."""

    name: str = ""
    birth_date: BirthDate | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Found(Sensitive):
    """The newest first; ``birth_date`` of each row is the year alone. ``more``: there are others."""

    rows: tuple[DayListRow, ...]
    more: bool = False


class InvitationLookups(Protocol):
    """The portal's answer to a desk; None while it is not connected."""

    def search(self, question: Question) -> Found | None:
        """Invitations of the practice."""
        ...

    def whole(self, invitation_id: UUID) -> DayListRow | None:
        """One of them, with its whole date of birth."""
        ...


def read_question(text: str, today: dt.date) -> Question | None:
    """Tell what was typed; None while it is too little to look for.

    "3/27/1984" and "1984-03-27" are a date of birth, "INV-7F3K" is a number, and so are four symbols with a digit
    among them; anything else is a name, of at least two letters.
    """
    tidy = text.strip()
    for pattern in _DATES:
        if parts := pattern.fullmatch(tidy):
            birth_date = BirthDate.parse(parts["month"], parts["day"], parts["year"], today=today)
            return None if isinstance(birth_date, Refused) else Question(birth_date=birth_date)
    if (number := _NUMBER.fullmatch(tidy)) and (number[1] or _mixed(tidy)):
        return Question(number=f"INV-{(number[1] or number[2]).upper()}")
    letters = fold_name(tidy)
    if len(letters) < LETTERS_MIN or not any(letter.isalpha() for letter in letters):
        return None
    return Question(name=tidy)


def _mixed(text: str) -> bool:
    """Digits and letters: neither a year nor a short name."""
    return any(c.isdigit() for c in text) and any(c.isalpha() for c in text)
