"""Dates of birth: only days that exist, from 1900 to today where the practice is, and how old that makes somebody."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import BirthDate

TODAY = dt.date(2026, 11, 23)


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("month", "day", "year", "date"),
    [
        ("2", "29", "2024", dt.date(2024, 2, 29)),
        ("02", "09", "1984", dt.date(1984, 2, 9)),
        (" 2 ", "9", "1984 ", dt.date(1984, 2, 9)),
        ("1", "1", "1900", dt.date(1900, 1, 1)),
        ("11", "23", "2026", TODAY),
        ("2", "29", "2000", dt.date(2000, 2, 29)),
    ],
)
def test_days_that_exist_are_accepted(month: str, day: str, year: str, date: dt.date) -> None:
    """Leading zeros and blanks do not matter; the first and the last possible day are in."""
    assert BirthDate.parse(month, day, year, today=TODAY) == BirthDate(date)


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("month", "day", "year", "reason"),
    [
        ("2", "30", "1984", Refusal.DATE_IMPOSSIBLE),
        ("2", "29", "2023", Refusal.DATE_IMPOSSIBLE),
        ("2", "29", "1900", Refusal.DATE_IMPOSSIBLE),
        ("13", "1", "1984", Refusal.DATE_IMPOSSIBLE),
        ("0", "1", "1984", Refusal.DATE_IMPOSSIBLE),
        ("1", "0", "1984", Refusal.DATE_IMPOSSIBLE),
        ("4", "31", "1984", Refusal.DATE_IMPOSSIBLE),
        ("-1", "1", "1984", Refusal.DATE_IMPOSSIBLE),
        ("1", "1.0", "1984", Refusal.DATE_IMPOSSIBLE),
        ("٢", "9", "1984", Refusal.DATE_IMPOSSIBLE),
        ("２", "9", "1984", Refusal.DATE_IMPOSSIBLE),
        ("2", "9", "1_84", Refusal.DATE_IMPOSSIBLE),
        ("2", "9\x00", "1984", Refusal.DATE_IMPOSSIBLE),
        ("12", "31", "0000", Refusal.DATE_IMPOSSIBLE),
        ("12", "31", "1899", Refusal.DATE_TOO_EARLY),
        ("11", "24", "2026", Refusal.DATE_IN_FUTURE),
        ("1", "1", "9999", Refusal.DATE_IN_FUTURE),
        ("", "9", "1984", Refusal.DATE_INCOMPLETE),
        ("2", " ", "1984", Refusal.DATE_INCOMPLETE),
        ("2", "9", "84", Refusal.DATE_INCOMPLETE),
    ],
)
def test_days_that_do_not_exist_are_refused(month: str, day: str, year: str, reason: Refusal) -> None:
    """Impossible, too early, tomorrow and unfinished each have their own reason; only ASCII digits count."""
    assert BirthDate.parse(month, day, year, today=TODAY) == Refused(reason)


@pytest.mark.rule("S2")
@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=TODAY))
def test_every_possible_day_goes_there_and_back(date: dt.date) -> None:
    """The comparison form is ISO 8601 and parses to the same day."""
    born = BirthDate(date)
    assert born.comparison == date.isoformat()
    assert BirthDate.parse_iso(born.comparison, today=TODAY) == born


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    "text", ["1984-2-9", "02/09/1984", "1984-02-30", "1984-02-09\n", "19840209", "", "1984-02-09T00"]
)
def test_only_whole_iso_dates_come_from_files(text: str) -> None:
    """Files and requests carry ``YYYY-MM-DD`` and nothing else."""
    assert BirthDate.parse_iso(text, today=TODAY) == Refused(Refusal.DATE_IMPOSSIBLE)


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        (dt.date(2013, 11, 23), TODAY, 13),
        (dt.date(2013, 11, 24), TODAY, 12),
        (dt.date(2026, 11, 23), TODAY, 0),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
        (dt.date(2008, 2, 29), dt.date(2028, 2, 29), 20),
        (dt.date(1900, 1, 1), TODAY, 126),
    ],
)
def test_age_turns_on_the_birthday(born: dt.date, today: dt.date, age: int) -> None:
    """Full years; somebody born on 29 February turns older on 1 March of a common year."""
    assert BirthDate(born).age(today) == age
