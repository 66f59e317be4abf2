"""``kiosk import FILE``: a day sheet from a script; ``--dry-run`` also where no device is enrolled (F2)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.commands.opened import opened
from kiosk.commands.paper import SlipPrinter, Target
from kiosk.commands.signed_in import PIN, STAFF, signed_in
from kiosk.config import Config
from kiosk.device import KEYFILE, Device
from kiosk.domain.age import AgePolicy
from kiosk.domain.day_sheet import DateOrder, SheetProblem
from kiosk.domain.day_sheet_rows import JudgedRow
from kiosk.domain.errors import KioskError, UsageError
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan, read_plan
from kiosk.printing.errors import PrintError
from kiosk.ui.staff.sheet_files import read_sheet
from kiosk.ui.staff.sheet_words import field_word, problem_sentence, reasons_sentence


class Compared(enum.Enum):
    """With what the rows were compared: who has an account or a live invitation is left out (F2)."""

    PRACTICE = "practice"
    """All that the portal knows of this practice."""
    DESK = "desk"
    """The desk's list of the day alone: it is not connected."""
    NOTHING = "nothing"
    """A dry run without a desk, or without anybody signed in."""


_TOLD: Final = {
    Compared.PRACTICE: "",
    Compared.DESK: "Not connected: checked against this desk's list only, not against all accounts and invitations.",
    Compared.NOTHING: f"Not checked for accounts and invitations: that takes a desk, {STAFF} and {PIN}.",
}

_PRINTS: Final = "`kiosk print --ready` prints their slips."


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: its number, first name and last initial at most, and why it is left out."""

    row: int
    name: str
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is printed.

    Attributes:
        compared: a ``Compared``.
        imported: invitations made; 0 in a dry run.
        slips: the PDF with their codes, or the printer, or "".
    """

    rows: int
    dates: str
    accepted: tuple[RowReport, ...]
    refused: tuple[RowReport, ...]
    compared: str
    imported: int = 0
    slips: str = ""


def import_sheet(
    settings: Config,
    file: Path,
    *,
    dry_run: bool,
    as_json: bool,
    dates: DateOrder | None = None,
    target: Target | None = None,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Read a sheet, and unless it is a dry run make its invitations and print or save their slips.

    Args:
        settings: where the device and the slips are.
        file: the day sheet.
        dry_run: only tell; needs no device. At a desk where the environment says who asks, the portal is asked, too.
        as_json: tell as one JSON object.
        dates: how dates of birth are written, where the file leaves that open.
        target: where the slips go; without a printer, or without one at all, into one PDF in the slips' folder.
        environment: the process's.

    Returns:
        the exit code: 1 if the device's storage failed before every row was imported.

    Raises:
        OSError: the file cannot be read.
        UsageError: the file is refused as a whole, or has to be told more.
        KioskError: the device cannot be opened, nobody signed in, or not all slips came out; what is made stays.
    """
    data, choices = read_sheet(file), SheetChoices(dates=dates)
    if dry_run:
        if environment.get(STAFF) and (settings.data_folder / KEYFILE).exists():
            with opened(settings, environment) as device, signed_in(device, environment) as session:
                plan = _judged(device.imports.read(session, data, choices))
            _tell(_report(plan), as_json=as_json)
            return 0
        now = dt.datetime.now().astimezone()
        plan = _judged(
            read_plan(data, choices, memory=None, known=(), now=now, zone=now.tzinfo or dt.UTC, policy=AgePolicy())
        )
        _tell(dataclasses.replace(_report(plan), compared=Compared.NOTHING.value), as_json=as_json)
        return 0
    with opened(settings, environment) as device, signed_in(device, environment) as session:
        plan = _judged(device.imports.read(session, data, choices))
        target = _target(settings, device, target or Target())
        printer = SlipPrinter(device, target)
        try:
            imported = device.imports.run(session, plan, progress=lambda _: None, cancelled=lambda: False)
        except KeyboardInterrupt:
            raise PrintError(f"Stopped. What is made stays; {_PRINTS}") from None
        report = dataclasses.replace(_report(plan), imported=len(imported.made))
        try:
            slips = printer.put(session, imported.made) if imported.made else ""
        except KioskError as error:
            _tell(report, as_json=as_json)
            raise PrintError(f"{error} The invitations are made; {_PRINTS}") from None
    _tell(dataclasses.replace(report, slips=slips), as_json=as_json)
    return 1 if imported.broken else 0


def _target(settings: Config, device: Device, target: Target) -> Target:
    """A file of this moment's in the slips' folder, if no printer is named."""
    if target.printer:
        return target
    now = device.clock.now().astimezone(device.local.zone())
    return dataclasses.replace(target, pdf=settings.slips_folder / f"INV-sheet-{now:%Y-%m-%d-%H%M%S-%f}.pdf")


def _judged(read: SheetPlan | SheetProblem) -> SheetPlan:
    """The plan, if it has rows.

    Raises:
        UsageError: the sentence that says why not.
    """
    if isinstance(read, SheetProblem):
        raise UsageError(problem_sentence(read))
    if read.missing:
        named = ", ".join(field_word(field) for field in read.missing)
        raise UsageError(f"no column is recognised for: {named}; the desk's screen lets you choose it")
    if read.dates is None:
        raise UsageError("day or month first? Say --dates month-first or --dates day-first")
    return read


def _report(plan: SheetPlan) -> Report:
    return Report(
        rows=len(plan.sheet.records),
        dates=plan.dates.value if plan.dates else "",
        accepted=tuple(RowReport(row.number, _short(row)) for row in plan.accepted),
        refused=tuple(RowReport(row.number, "", reasons_sentence(row)) for row in plan.refused),
        compared=(Compared.PRACTICE if plan.compared else Compared.DESK).value,
    )


def _short(row: JudgedRow) -> str:
    """First name and last initial, as on the slip (F1)."""
    if row.form is None:
        return ""
    initial = f" {row.form.last.text[:1]}." if row.form.last else ""
    return f"{row.form.first.text}{initial}"


def _tell(report: Report, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(dataclasses.asdict(report)))
        return
    for row in report.refused:
        print(f"Row {row.row} is left out: {row.reasons}")
    if told := _TOLD[Compared(report.compared)]:
        print(told)
    print(f"{len(report.accepted)} of {report.rows} rows can be imported.")
    if report.imported:
        print(f"{report.imported} invitations are made; their slips: {report.slips or '-'}")
