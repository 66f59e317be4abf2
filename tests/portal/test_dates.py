"""Times as people read them where a practice is, in the languages of mails and pages."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.portal import dates


@pytest.mark.rule("S44")
@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        ((15, 0, 0), "10:00 AM", "10:00 a. m."),
        ((15, 0, 1), "10:01 AM", "10:01 a. m."),
        ((16, 59, 59), "12:00 PM", "12:00 p. m."),
        ((4, 59, 0), "11:59 PM", "11:59 p. m."),
        ((4, 59, 1), "12:00 AM", "12:00 a. m."),
    ],
    ids=str,
)
def test_the_clock(at: tuple[int, int, int], english: str, spanish: str) -> None:
    """Hours as people say them, and never earlier than the lock ends."""
    moment = dt.datetime(2026, 3, 2, *at, tzinfo=dt.UTC)
    said = [dates.clock(moment, "America/New_York", language) for language in ("en", "es")]
    assert said == [english, spanish]
