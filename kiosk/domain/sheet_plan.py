"""A day sheet as it would be imported (F2): how its file is read, what of it is right, and what is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_list import DayListRow
from kiosk.domain.day_sheet import (
    Columns,
    DateOrder,
    Delimiter,
    RowReason,
    Sheet,
    SheetField,
    SheetProblem,
    TextEncoding,
)
from kiosk.domain.day_sheet_csv import read_csv, write_csv
from kiosk.domain.day_sheet_dates import recognise_dates
from kiosk.domain.day_sheet_fhir import FHIR_COLUMNS, looks_like_json, read_bundle
from kiosk.domain.day_sheet_headers import missing_fields, recognise_columns
from kiosk.domain.day_sheet_rows import JudgedRow, judge
from kiosk.domain.values import Sensitive


@dataclass(frozen=True, slots=True)
class RememberedSheet:
    """How the sheets of one system were last read."""

    columns: Columns
    dates: DateOrder


class SheetMemory(Protocol):
    """What the desk told once of each system's sheets; no patient's value."""

    def recall(self, source: str) -> RememberedSheet | None:
        """How sheets with this head are read, if it was told before."""
        ...

    def remember(self, source: str, sheet: RememberedSheet) -> None:
        """Durable on return."""
        ...


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What somebody set by hand; None is recognised."""

    encoding: TextEncoding | None = None
    delimiter: Delimiter | None = None
    dates: DateOrder | None = None
    columns: Columns | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SheetPlan(Sensitive):
    """A sheet as it would be imported.

    Attributes:
        dates: None while nobody can know which number is the month: then there are no rows yet.
        missing: what no column holds: then there are no rows yet.
        rows: every row of the sheet, judged.
        compared: the portal said of every accepted row that the practice knows nobody like that; else this desk's list
            of the day alone was looked at.
    """

    sheet: Sheet
    columns: Columns
    dates: DateOrder | None
    missing: tuple[SheetField, ...]
    rows: tuple[JudgedRow, ...]
    compared: bool = False

    @property
    def accepted(self) -> tuple[JudgedRow, ...]:
        """Rows that become invitations."""
        return tuple(row for row in self.rows if row.form is not None)

    @property
    def refused(self) -> tuple[JudgedRow, ...]:
        """Rows with reasons."""
        return tuple(row for row in self.rows if row.form is None)


def read_plan(
    data: bytes,
    choices: SheetChoices,
    *,
    memory: SheetMemory | None,
    known: Sequence[DayListRow],
    now: dt.datetime,
    zone: dt.tzinfo,
    policy: AgePolicy,
) -> SheetPlan | SheetProblem:
    """Read and judge a file; works without a device, and asks nobody.

    What was set by hand comes first, then what was remembered, then what is recognised. Dates that speak for
    themselves outweigh what was remembered of them.
    """
    today = now.astimezone(zone).date()
    if looks_like_json(data):
        sheet = read_bundle(data, zone)
        if isinstance(sheet, SheetProblem):
            return sheet
        columns, dates = FHIR_COLUMNS, DateOrder.ISO
        return _plan(sheet, columns, dates, known, today, now, policy)
    sheet = read_csv(data, encoding=choices.encoding, delimiter=choices.delimiter)
    if isinstance(sheet, SheetProblem):
        return sheet
    remembered = memory.recall(sheet.source) if memory is not None else None
    if choices.columns is not None and len(choices.columns) == len(sheet.header):
        columns = choices.columns
    elif remembered is not None and len(remembered.columns) == len(sheet.header):
        columns = remembered.columns
    else:
        columns = recognise_columns(sheet.header)
    found = choices.dates or recognise_dates(sheet.column(columns, SheetField.BIRTH_DATE))
    if found is None and remembered is not None and remembered.dates is not DateOrder.ISO:
        found = remembered.dates
    return _plan(sheet, columns, found, known, today, now, policy)


def _plan(
    sheet: Sheet,
    columns: Columns,
    dates: DateOrder | None,
    known: Sequence[DayListRow],
    today: dt.date,
    now: dt.datetime,
    policy: AgePolicy,
) -> SheetPlan:
    missing = missing_fields(columns)
    rows: tuple[JudgedRow, ...] = ()
    if dates is not None and not missing:
        rows = judge(sheet, columns, dates, known=known, today=today, now=now, policy=policy)
    return SheetPlan(sheet=sheet, columns=columns, dates=dates, missing=missing, rows=rows)


def refused_csv(plan: SheetPlan, words: Callable[[RowReason], str], *, row: str, reason: str) -> bytes:
    """The refused rows as a CSV file, safe against formula cells, to be mended and imported again.

    Args:
        plan: the sheet.
        words: a sentence for a reason, in the reader's language.
        row: head of the column with the row's number.
        reason: head of the column with the sentences.
    """
    width = max((len(judged.record.cells) for judged in plan.refused), default=0)
    header = (row, reason, *plan.sheet.header, *("" for _ in range(width - len(plan.sheet.header))))
    return write_csv(
        header,
        (
            (str(judged.number), " ".join(words(why) for why in judged.reasons), *judged.record.cells)
            for judged in plan.refused
        ),
    )
