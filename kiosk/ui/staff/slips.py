"""The way from invitations to paper: the one place where the staff area knows how paper is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from kiosk.domain.desk_help_service import ResetSlip
from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.errors import StorageError
from kiosk.domain.staff import StaffSession
from kiosk.printing.pdf import paint_pdf, paint_test_page, write_pdf
from kiosk.printing.queue import NoPrinters, PrinterQueue, PrintState
from kiosk.printing.readback import unread
from kiosk.printing.reset_slip import OneTimeSlip
from kiosk.printing.sheet import LETTER_SLIPS, Paper
from kiosk.printing.slip import Slip
from kiosk.ui.staff.practice import StaffPractice

__all__ = ["Made", "Slips", "mailable", "note_on_paper", "save_and_note", "subject"]

Made = MadeInvitation | ResetSlip
"""What can go onto paper: nothing else keeps its code."""


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

    def save(self, made: Sequence[Made], paper: Paper = LETTER_SLIPS) -> Path:
        """Write the slips' PDF and read its QR codes back (F3); for a worker.

        Returns:
            the file, readable by this user alone, named as above.

        Raises:
            KioskError: it could not be written, or does not say what it should; then there is no file.
        """
        more = f"-and-{len(made) - 1}-more" if len(made) > 1 else ""
        path = self._folder / f"{self._file_name(made[0])}{more}.pdf"
        self.write(path, made, paper)
        return path

    def write(self, path: Path, made: Sequence[Made], paper: Paper) -> None:
        """The same into a file of somebody's choice."""
        slips = [self.slip(one) for one in made]
        write_pdf(path, slips, paper)
        if unread(path, slips, paper):
            path.unlink()
            raise StorageError("the slip's QR code does not read back")

    def send(self, made: Sequence[Made], paper: Paper, printer: str) -> int | PrintState:
        """Paint, read every QR code back (F3), and hand the pages to a printer; for a worker.

        Returns:
            the job's number, or why the printer took none.

        Raises:
            KioskError: a code does not read back; then nothing is printed.
        """
        slips = [self.slip(one) for one in made]
        pdf = paint_pdf(slips, paper)
        if unread(pdf, slips, paper):
            raise StorageError("the slip's QR code does not read back")
        return self.queue.send(printer, pdf, paper.layout.media)

    def send_test_page(self, paper: Paper, printer: str) -> int | PrintState:
        """Print where the labels should lie; for a worker."""
        return self.queue.send(printer, paint_test_page(paper), paper.layout.media)


def mailable(made: Sequence[Made]) -> MadeInvitation | None:
    """The only invitation among them, if it can go out by email."""
    one = made[0] if len(made) == 1 else None
    return one if isinstance(one, MadeInvitation) and one.can_mail else None


def subject(made: Made) -> UUID:
    """What the audit trail calls it by."""
    return made.account_id if isinstance(made, ResetSlip) else made.invitation_id


def note_on_paper(service: DeskService, session: StaffSession, made: Made, *, email: bool) -> None:
    """It is on paper; then the email, if wanted: its code stands nowhere else."""
    if isinstance(made, ResetSlip):
        service.printing.printed(session, made.account_id)
        return
    service.slip_printed(session, made.invitation_id)
    if email:
        service.email_invitation(session, made)


def save_and_note(slips: Slips, made: Sequence[Made], paper: Paper, note: Callable[[Made], None]) -> Path:
    """Save, read back, and only then call it printed; for a worker.

    Raises:
        KioskError: it could not be saved, or not be noted; then there is no file (F5).
    """
    path = slips.save(made, paper)
    try:
        for one in made:
            note(one)
    except Exception:
        path.unlink(missing_ok=True)
        raise
    return path
