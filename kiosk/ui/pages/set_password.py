"""Forgot password, second page: "Answer your security question and develop a new password" (S37, S5-S7)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.new_password import NewPassword
from kiosk.ui.pages.secret_question import SecretQuestionPiece
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback

__all__ = ["SetPasswordPage"]


class SetPasswordPage(Page):
    """The new password waits at the portal, as a hash, until it is confirmed; the old one works meanwhile."""

    step = Step.NEW_PASSWORD
    slug = "set_password"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._asked = SecretQuestionPiece("security_answer")
        self.box.addWidget(self._asked)
        self.keep_field("security_answer", self._asked.field)
        self._password = self.add_field("new_password", NewPassword("new_password"))
        self._password.edit.textChanged.connect(self.keep_in_sight)
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Answer your security question and develop a new password")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._password.set_label(self.tr("New password"))

    def load(self, draft: Draft) -> None:
        """Show the question."""
        self._asked.ask(draft)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse both."""
        answers = Answers()
        answer = answers.take("security_answer", SecurityAnswer.parse(self._asked.field.text))
        password = answers.take("new_password", Password.parse(self._password.text))
        return answers.problems or dataclasses.replace(draft, answer=answer, password=password)

    def work(self, draft: Draft) -> Work | None:
        """Hash the password and send the answer; both leave the screen when they are used."""
        self.left()
        return partial(_answer, self.service, draft)

    def left(self) -> None:
        """Neither is kept for "Back"."""
        self._asked.field.wipe()
        self._password.wipe()


def _answer(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.answer_password(draft)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply, answer=None, password=None)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.TOO_LATE),)
