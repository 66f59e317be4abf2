"""Forgot user ID, second question: the date of birth (S32)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.replies import ReplyState
from kiosk.domain.values import BirthDate
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import DateField

__all__ = ["RecoverBirthDatePage"]


class RecoverBirthDatePage(Page):
    """The portal answers with a question, whether or not it knows the person."""

    step = Step.RECOVER_BIRTH_DATE
    slug = "recover_birth_date"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        self._born = self.add_field("recovery_birth_date", DateField("recovery_birth_date"))
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Confirm your date of birth")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._born.set_label(self.tr("Date of birth"))

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse it."""
        answers = Answers()
        born = answers.take("recovery_birth_date", BirthDate.parse(*self._born.parts(), today=draft.today))
        return answers.problems or dataclasses.replace(draft, birth_date=born)

    def work(self, draft: Draft) -> Work | None:
        """Ask for the secret question."""
        return partial(_begin, self.service, draft)


def _begin(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.recover_user_id(draft)
    if reply.state is ReplyState.WAIT:
        return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
    return dataclasses.replace(draft, reply=reply, recovery=reply)
