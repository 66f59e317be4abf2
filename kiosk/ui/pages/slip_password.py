"""A slip of the front desk, second page: the new password, which is in force at once (F7, S5-S7)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.credentials import Password
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.new_password import NewPassword
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback

__all__ = ["SlipPasswordPage"]


class SlipPasswordPage(Page):
    """Code, date of birth and password go to the portal together; code and date stay for "Back"."""

    step = Step.SLIP_PASSWORD
    slug = "slip_password_page"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        self._password = self.add_field("slip_password", NewPassword("slip_password"))
        self._password.edit.textChanged.connect(self.keep_in_sight)
        self.retranslate()

    def heading(self) -> str:
        """What to do."""
        return self.tr("Choose a new password")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._password.set_label(self.tr("New password"))

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse it."""
        answers = Answers()
        password = answers.take("slip_password", Password.parse(self._password.text))
        return answers.problems or dataclasses.replace(draft, password=password)

    def work(self, draft: Draft) -> Work | None:
        """Hash the password and use the slip; the password leaves the screen when it is used."""
        self.left()
        return partial(_use, self.service, draft)

    def left(self) -> None:
        """It is not kept for "Back"."""
        self._password.wipe()


def _use(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.use_reset_slip(draft)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply, password=None)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.SLIP_WRONG),)
