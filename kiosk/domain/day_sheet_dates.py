"""Dates of birth on a day sheet: which format a column is in, and what a cell says in it. Never a silent guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kiosk.domain.day_sheet import DateOrder

_TIME: Final = r"(?:[T ].*)?"
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})([-/.]?)([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_YEAR_LAST: Final = re.compile(rf"([0-9]{{1,2}})([-/. ])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}")


def recognise_dates(cells: Iterable[str]) -> DateOrder | None:
    """The format of a column, or None if nobody can know: every day is at most 12, or dates contradict each other."""
    month_first = day_first = unknown = False
    for cell in cells:
        found = _YEAR_LAST.fullmatch(cell.strip())
        if found is None:
            continue
        one, other = int(found.group(1)), int(found.group(3))
        if one > 12 >= other:
            day_first = True
        elif other > 12 >= one:
            month_first = True
        else:
            unknown = unknown or one != other
    if month_first != day_first:
        return DateOrder.MONTH_FIRST if month_first else DateOrder.DAY_FIRST
    return None if unknown or month_first else DateOrder.ISO


def date_parts(cell: str, order: DateOrder) -> tuple[str, str, str]:
    """Month, day and year for ``BirthDate.parse``; empty strings where the cell is no whole date.

    A year in front is read as ISO 8601 in every format. A time behind the date is cut off.
    """
    text = cell.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        year, separator, month, day = found.groups()
        if separator or len(month) == len(day) == 2:
            return month, day, year
    if order is not DateOrder.ISO and (found := _YEAR_LAST.fullmatch(text)):
        one, _, other, year = found.groups()
        return (one, other, year) if order is DateOrder.MONTH_FIRST else (other, one, year)
    return "", "", ""
