"""The way from invitations to paper: the one place where the staff area knows how paper is made."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from uuid import UUID

from kiosk.domain.desk_help_service import ResetSlip
from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.errors import StorageError
from kiosk.domain.staff import StaffSession
from kiosk.printing.pdf import paint_pdf, paint_test_page, write_content
from kiosk.printing.queue import NoPrinters, PrinterQueue, PrintState
from kiosk.printing.readback import unread
from kiosk.printing.reset_slip import OneTimeSlip
from kiosk.printing.sheet import LETTER_SLIPS, Paper
from kiosk.printing.slip import Slip
from kiosk.ui.staff.practice import StaffPractice

__all__ = ["Made", "SaveStage", "SlipNotes", "Slips", "Tell", "mailable", "note_file", "save_and_note"]

Made = MadeInvitation | ResetSlip
"""What can go onto paper: nothing else keeps its code."""


class SaveStage(Enum):
    """How far a file of slips is."""

    PAINT = auto()
    READ = auto()
    """Every code is read back."""
    NOTE = auto()
    """The file is there, and its slips are noted as printed: from here on nothing stops it."""


Tell = Callable[[SaveStage, int], None]
"""Hears how many slips are done with a stage; what it raises before ``NOTE`` ends the saving without a file."""


class Slips:
    """Prints slips, or saves them into one folder: nobody is asked for a file name (a tablet shows no file dialog)."""

    def __init__(self, folder: Path, practice: StaffPractice, queue: PrinterQueue | None = None) -> None:
        """Remember where to."""
        self._folder = folder
        self._practice = practice
        self.queue: PrinterQueue = queue or NoPrinters()

    def slip(self, made: Made) -> Slip:
        """What stands on the paper: of the patient only first name and last initial (F1)."""
        if isinstance(made, ResetSlip):
            return self._one_time(made)
        form, practice = made.form, self._practice
        age = form.birth_date.age(practice.today())
        return Slip(
            practice_name=practice.name,
            first_name=form.first.text,
            last_initial=form.last.text[:1] if form.last else "",
            code=made.code,
            number=made.number,
            host=practice.portal_host,
            expires=practice.local(made.expires_at).date(),
            language=form.language,
            through_guardian=practice.age_policy.through_guardian(age, named=form.has_guardian),
        )

    def name(self, made: Made) -> str:
        """By what somebody finds a slip among others: what stands on it of the patient, and its number."""
        slip = self.slip(made)
        return " · ".join(filter(None, (slip.name, slip.number)))

    def _one_time(self, made: ResetSlip) -> OneTimeSlip:
        practice = self._practice
        until = practice.local(made.until)
        return OneTimeSlip(
            practice_name=practice.name,
            first_name=made.first,
            last_initial=made.last[:1],
            code=made.code,
            number="",
            host=practice.portal_host,
            expires=until.date(),
            until=until,
            today=practice.today(),
        )

    def _file_name(self, made: Made) -> str:
        """Neither a patient's name nor a code: an invitation's number, or the end of a one-time slip's hour."""
        if isinstance(made, ResetSlip):
            return f"RESET-{self._practice.local(made.until):%H%M%S}"
        return made.number

    def save(self, made: Sequence[Made], paper: Paper = LETTER_SLIPS, tell: Tell | None = None) -> Path:
        """Write the slips' PDF and read its QR codes back (F3); for a worker.

        Returns:
            the file, readable by this user alone, named as above.

        Raises:
            KioskError: it could not be written, or does not say what it should; then there is no file.
        """
        more = f"-and-{len(made) - 1}-more" if len(made) > 1 else ""
        path = self._folder / f"{self._file_name(made[0])}{more}.pdf"
        self.write(path, made, paper, tell)
        return path

    def write(self, path: Path, made: Sequence[Made], paper: Paper, tell: Tell | None = None) -> None:
        """The same into a file of somebody's choice."""
        write_content(path, self._painted(made, paper, tell))

    def send(self, made: Sequence[Made], paper: Paper, printer: str) -> int | PrintState:
        """Paint, read every QR code back (F3), and hand the pages to a printer; for a worker.

        Returns:
            the job's number, or why the printer took none.

        Raises:
            KioskError: a code does not read back; then nothing is printed.
        """
        return self.queue.send(printer, self._painted(made, paper), paper.layout.media)

    def _painted(self, made: Sequence[Made], paper: Paper, tell: Tell | None = None) -> bytes:
        """The pages, each code read back from what was painted."""
        slips = [self.slip(one) for one in made]
        tell = tell or _tell_nobody
        pdf = paint_pdf(slips, paper, partial(tell, SaveStage.PAINT))
        if unread(pdf, slips, paper, each=partial(tell, SaveStage.READ)):
            raise StorageError("the slip's QR code does not read back")
        return pdf

    def send_test_page(self, paper: Paper, printer: str) -> int | PrintState:
        """Print where the labels should lie; for a worker."""
        return self.queue.send(printer, paint_test_page(paper), paper.layout.media)


def mailable(made: Sequence[Made]) -> MadeInvitation | None:
    """The only invitation among them, if it can go out by email."""
    one = made[0] if len(made) == 1 else None
    return one if isinstance(one, MadeInvitation) and one.can_mail else None


@dataclass(frozen=True, slots=True)
class SlipNotes:
    """What became of slips, noted in somebody's name; each call is work for a worker.

    Attributes:
        email: whoever gets a slip gets the mail, too: its code stands nowhere else.

    All of it raises ``StorageError`` if it could not be noted.
    """

    service: DeskService
    session: StaffSession
    email: bool = False

    def on_paper(self, made: Made) -> None:
        """It is printed or saved; then the mail."""
        if isinstance(made, ResetSlip):
            self.service.printing.printed(self.session, made.account_id)
            return
        self.service.slip_printed(self.session, made.invitation_id)
        if self.email:
            self.service.email_invitation(self.session, made)

    def missing(self, made: Sequence[Made]) -> None:
        """Somebody looked: these are not on paper after all."""
        self.service.slips_missing(self.session, [one.invitation_id for one in made if isinstance(one, MadeInvitation)])
        if resets := [one for one in made if isinstance(one, ResetSlip)]:
            self.failed(resets)

    def failed(self, left: Sequence[Made]) -> None:
        """These did not get onto paper."""
        self.service.printing.failed(self.session, [_subject(made) for made in left])

    def cancelled(self, left: Sequence[Made]) -> None:
        """These were taken back."""
        self.service.printing.cancelled(self.session, [_subject(made) for made in left])


def _subject(made: Made) -> UUID:
    """What the audit trail calls it by."""
    return made.account_id if isinstance(made, ResetSlip) else made.invitation_id


def _tell_nobody(_stage: SaveStage, _done: int) -> None:
    """Nobody waits for it."""


def save_and_note(slips: Slips, made: Sequence[Made], paper: Paper, notes: SlipNotes, tell: Tell | None = None) -> Path:
    """Save, read back, and only then call it printed; for a worker.

    Raises:
        KioskError: it could not be saved, or not be noted; then there is no file, and nothing counts as printed (F5).
    """
    path = slips.save(made, paper, tell)
    note_file(path, made, notes, tell)
    return path


def note_file(path: Path, made: Sequence[Made], notes: SlipNotes, tell: Tell | None = None) -> None:
    """Call the slips of a file printed; where that fails, or is interrupted, there is no file, and none of them is.

    Raises:
        StorageError: as it says.
    """
    noted: list[Made] = []
    try:
        for one in made:
            notes.on_paper(one)
            noted.append(one)
            (tell or _tell_nobody)(SaveStage.NOTE, len(noted))
    except BaseException:
        path.unlink(missing_ok=True)
        with contextlib.suppress(StorageError):
            notes.missing(noted)
        raise
