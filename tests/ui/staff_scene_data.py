"""What a made-up desk has: people, tasks of every kind, sheets, and printers in every state."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass
from typing import Final

from kiosk.domain import task_service
from kiosk.domain.assurance import Assurance
from kiosk.domain.day_list import InvitationProgress
from kiosk.printing.queue import NoPrinters, PrinterQueue, PrintState
from tests.ui.staff_fakes import NOW, Desk

LONG_MAIL: Final = "a.very.long.address.that.never.ends.at.all@mail.lakeside-family-practice.example"
_DIFFERS: Final[dict[str, object]] = {
    "differs": ("birth_date", "zip_code"),
    "chart_zip": "60657",
    "chart_birth_date": "1984-03-28",
    "number": "INV-7F3K",
}

PEOPLE: Final = (
    ("Nguyễn Thị Minh Khai", "Trần-Lê"),
    ("Siobhán", "O'Brien-Smythe"),
    ("Prince", ""),
    ("فاطمة الزهراء", "بن عبد الرحمن"),
    ("小明", "欧阳"),
    ("Maximiliana-Bartholomea Konstantina", "von Hohenzollern-Sigmaringen zu Wolfenbüttel-Braunschweig"),
    ("Ana", "Ruiz"),
    ("Wm.", "MacGillivray, Jr."),
    ("Ngozi", "Adichie-Okonkwo"),
    ("Jo", "Li"),
)
"""Names as they come: long, in one word, with marks, and in other scripts."""
LONG_NAME: Final = 5
"""The place in `PEOPLE` of a name with the most letters that a form takes."""


TASKS: Final[tuple[tuple[str, tuple[str, ...], dict[str, object]], ...]] = (
    ("desk_request", ("details",), {**_DIFFERS, "differs": ("zip_code",)}),
    ("desk_request", ("details",), {**_DIFFERS, "waiting": False}),
    ("desk_request", ("no_email", "no_zip", "minor", "not_me"), {"email": "", "zip_code": ""}),
    ("desk_request", ("code",), {"number": "INV-7F3K"}),
    ("minor", (), {}),
    ("user_id_taken", (), {}),
    ("user_id_taken", (), {"email": ""}),
    ("not_me", (), {"email": LONG_MAIL}),
    ("exact_match", (), {}),
    ("close_match", (), {}),
    ("close_match", (), {"number": "INV-7F3K"}),
    ("possible_match", (), {}),
    ("details_differ", (), _DIFFERS),
    ("details_differ", (), {"number": "INV-7F3K"}),
    ("invitation_used_elsewhere", (), {"number": "INV-7F3K"}),
    ("invitation_expired", (), {"number": "INV-7F3K"}),
    ("invitation_revoked", (), {"number": "INV-7F3K"}),
    ("code_locked", (), {"number": "INV-7F3K"}),
    ("code_locked", (), {"number": "INV-7F3K", "email": ""}),
    ("mail_failed", (), {"number": "INV-7F3K", "email": LONG_MAIL}),
    ("mail_failed", (), {"email": LONG_MAIL}),
    ("call_back", ("sign_up",), {"phone": "+13125550142"}),
    ("record_refused", (), {}),
    ("record_waits", (), {}),
    ("trail_broken", (), {}),
    (task_service.NOT_PRINTED, (), {"count": 1, "number": "INV-7F3K"}),
    (task_service.NOT_PRINTED, (), {"count": 14}),
    (task_service.RECORDS_STUCK, (), {"count": 3}),
    ("of_a_newer_portal", (), {}),
)
"""Kind, reasons, and other fields of tasks: each that the desk knows, and one that it does not."""


MOST_FOUND: Final = 50
"""Accounts in one answer of the portal."""
ACCOUNTS: Final[tuple[dict[str, object], ...]] = (
    {"locked_until": NOW + dt.timedelta(minutes=28)},
    {"masked_email": "", "email_verified": False, "has_user_id": False},
    {"assurance": Assurance.PHOTO_ID, "checked_at": NOW - dt.timedelta(days=200)},
    {"locked_for_good": True, "email_verified": False},
)


def sheet_of(count: int) -> str:
    """A day sheet of so many people; every fourth row has something wrong with it."""
    rows = ["Last name,First name,Date of birth,ZIP,Email,Time"]
    for number, (first, last) in enumerate(people(count)):
        born = "" if number % 4 == 3 else f"{1931 + number % 70}-03-{1 + number % 28:02d}"
        rows.append(
            f'"{last or first}","{first}",{born},{60601 + number % 90},p{number}@mail.example,9:{number % 60:02d}'
        )
    return "\n".join(rows)


def people(count: int) -> list[tuple[str, str]]:
    """So many people."""
    return list(itertools.islice(itertools.cycle(PEOPLE), count))


def fill(desk: Desk, count: int) -> None:
    """Put so many invitations and tasks on a desk."""
    progress = itertools.cycle(InvitationProgress)
    for number, (first, last) in enumerate(people(count)):
        born = (dt.date(1931, 1, 1) + dt.timedelta(days=number * 13)).isoformat()
        desk.add(first, last, born, f"INV-{number:04X}", next(progress))
    states = itertools.cycle(ACCOUNTS)
    for first, last in people(min(count, MOST_FOUND)):
        desk.accounts.add(first, last, **next(states))
    desk.accounts.more = count > MOST_FOUND
    kinds = itertools.cycle(TASKS)
    for first, last in people(count):
        kind, reasons, fields = next(kinds)
        desk.add_task(kind, *reasons, first=first, last=last, **fields)


@dataclass(slots=True)
class Plugged:
    """Printers that are changed while the program runs, as with a cable (``PrinterQueue``)."""

    queue: PrinterQueue

    def printers(self) -> list[str]:
        """Return the names."""
        return self.queue.printers()

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Hand over."""
        return self.queue.send(printer, pdf, media)

    def state(self, printer: str, job: int) -> PrintState:
        """Ask."""
        return self.queue.state(printer, job)

    def cancel(self, printer: str, job: int) -> None:
        """Take back."""
        self.queue.cancel(printer, job)


class Printers(NoPrinters):
    """Some, of which one has a long name; every job stands alike."""

    def __init__(self, stands: PrintState = PrintState.DONE) -> None:
        """Let every job stand so; one that does not go on is refused at once."""
        self._stands = stands

    def printers(self) -> list[str]:
        """Return the names, as CUPS allows them: without a space."""
        return ["Front_desk", "Labels_at_the_window_next_to_the_fern_by_the_second_door_on_the_left"]

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Take, or refuse."""
        takes = self._stands.goes_on or self._stands is PrintState.DONE
        return 1 if takes else self._stands

    def state(self, printer: str, job: int) -> PrintState:
        """Return how it stands."""
        return self._stands
