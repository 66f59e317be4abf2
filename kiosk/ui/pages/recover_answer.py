"""Forgot user ID, third question: the secret one (S33)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.secret_question import SecretQuestionPiece
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback

__all__ = ["RecoverAnswerPage"]


class RecoverAnswerPage(Page):
    """A right answer and a wrong one look alike here: only the mail knows."""

    step = Step.RECOVER_ANSWER
    slug = "recover_answer"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        self._asked = SecretQuestionPiece("recovery_answer")
        self.box.addWidget(self._asked)
        self.keep_field("recovery_answer", self._asked.field)
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Answer your secret question")

    def retranslate(self) -> None:
        """Look up the words; the hint is everybody's, so it tells nothing of who asks."""
        super().retranslate()
        self._asked.field.set_hint(
            self.tr("Do you share your email with a twin? If this is not your question, type the answer to your own.")
        )

    def load(self, draft: Draft) -> None:
        """Show the question."""
        self._asked.ask(draft)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse the answer."""
        answers = Answers()
        answer = answers.take("recovery_answer", SecurityAnswer.parse(self._asked.field.text))
        return answers.problems or dataclasses.replace(draft, answer=answer)

    def work(self, draft: Draft) -> Work | None:
        """Send it; it leaves the screen when it is used."""
        self.left()
        return partial(_answer, self.service, draft)

    def left(self) -> None:
        """It is not kept for "Back"."""
        self._asked.field.wipe()


def _answer(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.answer_user_id(draft)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply, answer=None)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.TOO_LATE),)
