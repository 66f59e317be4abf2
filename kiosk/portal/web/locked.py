"""The page for whoever tried too often: it says from when on one can try again (S44, S45)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import sqlalchemy as sa

from kiosk.portal import dates
from kiosk.portal.web.page import Shown, told
from kiosk.portal.web.visit import Visit
from kiosk.portal.web.wording import Words

_MINUTE: Final = dt.timedelta(minutes=1)


def locked(visit: Visit, words: Words, practice: sa.Row[Any] | None, until: dt.datetime | None, *further: str) -> Shown:
    """The source's words, whole, and when the wait is over: by the practice's clock, or in minutes where there is none.

    Args:
        practice: the one that the page stands for, whatever was typed: a code must not tell whose it is.
        until: UTC; None if no time opens the lock.
        further: what helps meanwhile.
    """
    again = () if until is None else (_again(visit, words, practice, until),)
    paragraphs = (*again, words("locked.lead"), *further)
    return told(words, practice, words("locked.title"), *paragraphs, status=429, switch="links")


def _again(visit: Visit, words: Words, practice: sa.Row[Any] | None, until: dt.datetime) -> str:
    """Rounded up to the minute: who comes then is not sent away once more."""
    if practice is not None:
        return words("locked.at", time=dates.clock(until, practice.time_zone, words.language))
    left = -((visit.now - until) // _MINUTE)
    return words("locked.minute") if left == 1 else words("locked.minutes", minutes=str(left))
