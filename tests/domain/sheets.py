"""Made-up day sheets of 500 rows, and how they are read in tests."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_list import DayListRow
from kiosk.domain.day_sheet import RowReason
from kiosk.domain.sheet_plan import SheetChoices, SheetMemory, SheetPlan, read_plan

NOW = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
ROWS = 500


def read(
    data: bytes,
    choices: SheetChoices | None = None,
    *,
    memory: SheetMemory | None = None,
    known: Sequence[DayListRow] = (),
    zone: dt.tzinfo = dt.UTC,
) -> SheetPlan:
    """Read a sheet that can be read."""
    plan = read_plan(
        data, choices or SheetChoices(), memory=memory, known=known, now=NOW, zone=zone, policy=AgePolicy()
    )
    assert isinstance(plan, SheetPlan), plan
    return plan


def reasons(plan: SheetPlan) -> dict[int, tuple[RowReason, ...]]:
    """Each refused row's reasons, by the row's number."""
    return {row.number: row.reasons for row in plan.refused}


def whys(plan: SheetPlan) -> Counter[str]:
    """How many rows are refused for what."""
    return Counter(reason.why.value for row in plan.refused for reason in row.reasons)


def person(number: int) -> tuple[str, str, dt.date]:
    """First name, last name and date of birth of somebody who is like nobody else."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    last = "".join(letters[number // 26**place % 26] for place in (2, 1, 0)).capitalize()
    return f"José{letters[number % 26]}", f"Muñoz{last}", dt.date(1950, 1, 1) + dt.timedelta(days=number * 37)


def sheet(
    header: str,
    row: Callable[[str, str, str, int], str],
    date: str,
    *,
    wrong: dict[int, str] | None = None,
    newline: str = "\r\n",
    encoding: str = "utf-8",
    rows: int = ROWS,
) -> bytes:
    """A file: a head, a line a person with the date in strftime's format, some lines replaced.

    Args:
        header: the first line.
        row: makes a line of first name, last name, date and number.
        date: how dates are written.
        wrong: lines that stand instead, by number from 0.
    """
    lines = [header]
    for number in range(rows):
        first, last, born = person(number)
        line = row(first, last, born.strftime(date), number)
        lines.append((wrong or {}).get(number, line))
    return (newline.join(lines) + newline).encode(encoding)
