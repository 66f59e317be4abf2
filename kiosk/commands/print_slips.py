"""``kiosk print``: new slips for invitations of today's list, from a script (F1, F3)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Final

from kiosk.commands.opened import opened
from kiosk.commands.paper import SlipPrinter, Target
from kiosk.commands.signed_in import signed_in
from kiosk.config import Config
from kiosk.domain.day_list import DayListRow
from kiosk.domain.errors import StorageError, UsageError
from kiosk.domain.invitation_service import can_change, is_whole, never_printed
from kiosk.printing.errors import PrintError

_AGAIN: Final = "`kiosk print --ready` prints them; their earlier slips work no more."


def print_slips(
    settings: Config,
    numbers: Sequence[str],
    target: Target,
    *,
    ready: bool,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Make new codes for invitations and put their slips onto paper; the older codes stop working.

    Args:
        settings: where the device is.
        numbers: ``INV-7F3K``, of today's list.
        target: where the slips go.
        ready: instead of numbers: every invitation of today whose slip was never printed or mailed.
        environment: the process's.

    Raises:
        UsageError: a number is not in the list or cannot be printed any more, or the target does not do.
        KioskError: the device cannot be opened, nobody signed in, or not all slips came out.
    """
    with opened(settings, environment) as device, signed_in(device, environment) as session:
        today = device.desk.today(session)
        rows = never_printed(today) if ready else _named(today, numbers)
        if not rows:
            print("No slip waits to be printed.")
            return 0
        printer = SlipPrinter(device, target)
        try:
            made = device.desk.invitations.reissue_all(session, rows)
            where = printer.put(session, made)
        except PrintError as error:
            raise PrintError(f"{error} {_AGAIN}") from None
        except KeyboardInterrupt:
            raise PrintError(f"Stopped. {_AGAIN}") from None
    print(f"Slips made: {len(made)} ({', '.join(each.number for each in made)}): {where}")
    if len(made) < len(rows):
        raise StorageError("then this device's storage failed: the other slips are as they were")
    return 0


def print_test_page(settings: Config, target: Target, environment: Mapping[str, str] = os.environ) -> int:
    """Put a page onto paper that shows where labels should lie; it names nobody, but a print it is (F5).

    Raises:
        UsageError: the target does not do.
        KioskError: the device cannot be opened, nobody signed in, or the page did not come out.
    """
    with opened(settings, environment) as device, signed_in(device, environment) as session:
        where = SlipPrinter(device, target).put_test_page(session)
    print(f"Test page: {where}")
    return 0


def _named(today: Sequence[DayListRow], numbers: Sequence[str]) -> list[DayListRow]:
    """Those with these numbers, each once, in the order of the numbers."""
    by_number = {row.number: row for row in today}
    rows = []
    for number in dict.fromkeys(number.strip().upper() for number in numbers):
        row = by_number.get(number)
        if row is None:
            raise UsageError(f"{number} is not in today's list")
        if not can_change(row) or not is_whole(row):
            raise UsageError(f"{number} is {row.progress.value}: no new slip can be made")
        rows.append(row)
    return rows
