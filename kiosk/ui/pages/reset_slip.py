"""A slip of the front desk, first page: its code, typed or scanned, and the date of birth (F7)."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.replies import ReplyState
from kiosk.domain.values import BirthDate
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.code_field import CodeField
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import DateField, Notice

__all__ = ["ResetSlipPage"]


class ResetSlipPage(Page):
    """Who has both is told the user ID on the next page; the slip itself is used up there."""

    step = Step.RESET_SLIP
    slug = "reset_slip"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._scan = Notice(name="slip_scan_hint", icon="scan-qr-code")
        self.box.addWidget(self._scan)
        self._code = self.add_field("slip_code", CodeField("slip_code", self.run, CodeUse.RESET_SLIP))
        self._code.camera_read.connect(self._camera_read)
        self._born = self.add_field("slip_birth_date", DateField("slip_birth_date"))
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Your slip from the front desk")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._scan.set_text(self.tr("Hold the square code of your slip under the scanner, or type the code."))
        self._code.set_label(self.tr("Code on the slip"))
        self._code.set_hint(self.tr("15 letters and numbers, in three groups. We put the lines in between."))
        self._born.set_label(self.tr("Date of birth of the patient"))

    def load(self, draft: Draft) -> None:
        """Show a code that was scanned on the way here; offer the camera."""
        self._code.look_for_camera()
        if draft.slip is not None:
            self._code.set_text(draft.slip.grouped)

    def first_focus(self) -> QWidget | None:
        """A code that is there needs no typing."""
        return self._born if self._code.text else self._code

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse both; the code's check symbol catches a slip of the finger before it costs a try."""
        answers = Answers()
        slip = answers.take("slip_code", ActivationCode.parse(self._code.text))
        born = answers.take("slip_birth_date", BirthDate.parse(*self._born.parts(), today=draft.today))
        return answers.problems or dataclasses.replace(draft, slip=slip, birth_date=born)

    def work(self, draft: Draft) -> Work | None:
        """Ask whose slip it is."""
        return partial(_open, self.service, draft)

    def scanned(self, text: str, host: str) -> bool:
        """Take what the scanner read into the field, or say why not; then only the date of birth may be missing."""
        problem = self._code.take_scan(text, host)
        self.show_problems(() if problem is None else (problem,))
        if problem is not None:
            return False
        if any(self._born.parts()):
            return True
        self._born.setFocus()
        return False

    def left(self) -> None:
        """Stop the camera."""
        self._code.stop_camera()

    def _camera_read(self, text: str) -> None:
        if self.scanned(text, self.practice.host):
            self.answered.emit()


def _open(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.open_reset_slip(draft)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply, slip_user_id=reply.user_id)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.SLIP_WRONG),)
