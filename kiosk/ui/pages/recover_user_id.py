"""Forgot password, first question: the user ID, or the slip of the front desk instead (S35, S36, F7)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Problems, Work
from kiosk.ui.pages.slip_offer import SlipOffer
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import FieldKind, TextField

__all__ = ["RecoverUserIdPage"]


class RecoverUserIdPage(SlipOffer):
    """The portal answers with a question, whether or not there is such a user ID."""

    step = Step.RECOVER_USER_ID
    slug = "recover_user_id"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        field = TextField("recovery_user_id", FieldKind.USER_ID, limit=40)
        self._user_id = self.add_field("recovery_user_id", field)
        self.offer_slip()
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Enter your user ID.")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._user_id.set_label(self.tr("User ID"))
        self._user_id.set_hint(self.tr("Not known either? “forgot your user ID?” on the first screen helps."))

    def collect(self, draft: Draft) -> Draft | Problems:
        """Only ask for one: whether it is one the portal judges."""
        answers = Answers()
        if not self._user_id.text:
            answers.refuse("recovery_user_id", Refusal.LOG_IN_EMPTY)
        return answers.problems or dataclasses.replace(draft, recovery=None, confirms_at_home=False, has_slip=False)

    def work(self, draft: Draft) -> Work | None:
        """Ask for the secret question."""
        return partial(_begin, self.service, draft, self._user_id.text)


def _begin(service: PatientUseCases, draft: Draft, user_id: str) -> Draft | Problems:
    reply = service.recover_password(draft, user_id)
    if reply.state is ReplyState.WAIT:
        return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
    return dataclasses.replace(draft, reply=reply, recovery=reply)
