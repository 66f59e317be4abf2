"""The way from an invitation to its slip: the one place where the staff area knows how paper is made."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.desk_service import MadeInvitation
from kiosk.domain.errors import StorageError
from kiosk.printing.layouts import LETTER, Layout
from kiosk.printing.pdf import write_pdf
from kiosk.printing.readback import unread
from kiosk.printing.slip import Slip
from kiosk.ui.staff.practice import StaffPractice

__all__ = ["Slips"]


class Slips:
    """Saves slips into one folder; nobody is asked for a file name (a tablet shows no file dialog)."""

    def __init__(self, folder: Path, practice: StaffPractice, layout: Layout = LETTER) -> None:
        """Remember where to."""
        self._folder = folder
        self._practice = practice
        self._layout = layout

    def slip(self, made: MadeInvitation) -> Slip:
        """What stands on the paper: of the patient only first name and last initial (F1)."""
        last = made.form.last
        return Slip(
            practice_name=self._practice.name,
            first_name=made.form.first.text,
            last_initial=last.text[:1] if last else "",
            code=made.code,
            number=made.number,
            host=self._practice.portal_host,
            expires=self._practice.local(made.expires_at).date(),
            language=made.form.language,
        )

    def save(self, made: MadeInvitation) -> Path:
        """Write the slip's PDF and read its QR code back (F3); for a worker.

        Returns:
            the file, readable by this user alone, named after the invitation's number.

        Raises:
            KioskError: it could not be written, or does not say what it should; then there is no file.
        """
        slip = self.slip(made)
        path = self._folder / f"{made.number}.pdf"
        write_pdf(path, [slip], self._layout)
        if unread(path, [slip]):
            path.unlink()
            raise StorageError("the slip's QR code does not read back")
        return path
