"""Invitation, first page: the code, typed or scanned (S9, S10)."""

from __future__ import annotations

import dataclasses

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft, of_another_person
from kiosk.domain.flow import Step
from kiosk.ui.page import Answers, Page, Problems
from kiosk.ui.pages.code_field import CodeField
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Notice

__all__ = ["ActivationCodePage"]


class ActivationCodePage(Page):
    """The only page that expects a scanner (with the welcome screen)."""

    step = Step.ACTIVATION_CODE
    slug = "activation_code"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        self._scan = Notice(name="scan_hint", icon="scan-qr-code")
        self.box.addWidget(self._scan)
        self._code = self.add_field("code", CodeField("code", self.run))
        self._code.camera_read.connect(self._camera_read)
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Your activation code")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._scan.set_text(self.tr("Hold the square code of your invitation under the scanner, or type the code."))
        self._code.set_label(self.tr("Activation code"))
        self._code.set_hint(self.tr("15 letters and numbers, in three groups. We put the lines in between."))

    def load(self, draft: Draft) -> None:
        """Show a code that was scanned on the welcome screen; offer the camera."""
        self._code.look_for_camera()
        if draft.code and not self._code.text:
            self._code.set_text(draft.code.grouped)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse the code; its check symbol catches a slip before it costs a try."""
        answers = Answers()
        code = answers.take("code", ActivationCode.parse(self._code.text))
        if draft.code is not None and code != draft.code:
            draft = of_another_person(draft, self.practice.new_subject())
        return answers.problems or dataclasses.replace(draft, code=code)

    def scanned(self, text: str, host: str) -> bool:
        """Take what the scanner read into the field, or say why not."""
        problem = self._code.take_scan(text, host)
        if problem is not None:
            self.show_problems((problem,))
        return problem is None

    def left(self) -> None:
        """Stop the camera."""
        self._code.stop_camera()

    def _camera_read(self, text: str) -> None:
        if self.scanned(text, self.practice.host):
            self.answered.emit()
