"""``kiosk print``: new slips for invitations of today's list, from a script (F1, F3)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from kiosk.commands.opened import opened
from kiosk.commands.paper import SlipPrinter, Target
from kiosk.commands.signed_in import signed_in
from kiosk.config import Config
from kiosk.domain.errors import UsageError
from kiosk.domain.invitation_service import can_change, is_whole
from kiosk.domain.ports import DayListRow, InvitationProgress
from kiosk.printing.errors import PrintError


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
        rows = _ready(today) if ready else _named(today, numbers)
        if not rows:
            print("No slip waits to be printed.")
            return 0
        printer = SlipPrinter(device, target)
        made = [device.desk.invitations.reissue(session, row) for row in rows]
        try:
            where = printer.put(session, made)
        except PrintError as error:
            raise PrintError(f"{error} `kiosk print --ready` prints them; their earlier slips work no more.") from None
    print(f"Slips made: {len(made)} ({', '.join(each.number for each in made)}): {where}")
    return 0


def print_test_page(settings: Config, target: Target, environment: Mapping[str, str] = os.environ) -> int:
    """Put a page onto paper that shows where labels should lie; it names nobody, so nobody signs in.

    Raises:
        UsageError: the target does not do.
        KioskError: the device cannot be opened, or the page did not come out.
    """
    with opened(settings, environment) as device:
        where = SlipPrinter(device, target).put_test_page()
    print(f"Test page: {where}")
    return 0


def _ready(today: Sequence[DayListRow]) -> list[DayListRow]:
    """Those that were never printed or mailed, in the order in which they were made."""
    return [row for row in reversed(today) if row.progress is InvitationProgress.READY and is_whole(row)]


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
