"""The account joins this practice, after a consent (S25)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import ReplyState
from kiosk.ui.check_field import CheckField
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Role, Text

__all__ = ["JoinPage"]


class JoinPage(Page):
    """Neither a user ID nor another practice's name stands on a shared screen."""

    step = Step.JOIN
    slug = "join"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._lead = Text(name="join_lead")
        self._terms = Text("", Role.MUTED, name="join_terms")
        self.box.addWidget(self._lead)
        self.box.addWidget(self._terms)
        self._consent = self.add_field("join_consent", CheckField("join_consent"))
        self.retranslate()

    def heading(self) -> str:
        """What is about to happen."""
        return self.tr("Join the patient portal of %1").replace("%1", self.practice.name)

    def primary_text(self) -> str:
        """The button."""
        return self.tr("Join")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._lead.setText(
            self.tr("Your user ID and password stay the same. With them you also reach %1 from now on.").replace(
                "%1", self.practice.name
            )
        )
        self._terms.setText(self.tr("Ask the front desk for the full terms on paper."))
        self._consent.row.setText(self.tr("I agree to use my account for this practice, too"))

    def may_go_back(self, draft: Draft) -> bool:
        """Back would ask for the password again; "Start over" leaves."""
        return False

    def collect(self, draft: Draft) -> Draft | Problems:
        """Nothing happens without the consent."""
        answers = Answers()
        if not self._consent.ticked:
            answers.refuse("join_consent", Refusal.CONSENT_MISSING)
        return answers.problems or dataclasses.replace(draft, consented=True)

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal."""
        return partial(_join, self.service, draft)


def _join(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    reply = service.join(draft)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.LOG_IN_AGAIN),)
