"""Last page of both journeys: user ID, password, secret question, consent (S4-S7, S33, S43)."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtWidgets import QAbstractButton

from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.patient_ports import UserIdState
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import NamePart, UserId
from kiosk.ui import texts
from kiosk.ui.check_field import CheckField
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.new_password import NewPassword
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.texts import Setback
from kiosk.ui.widgets import ChoiceField, FieldKind, Role, Text, TextField

__all__ = ["CredentialsPage"]


class CredentialsPage(Page):
    """The button "Create Account" checks the user ID where there is a connection, then hashes, seals and stores."""

    step = Step.CREDENTIALS
    slug = "credentials"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._suggested = ""
        self._named: tuple[NamePart | None, NamePart | None] = (None, None)
        self._user_id = self.add_field("user_id", TextField("user_id", FieldKind.USER_ID, limit=40))
        self._password = self.add_field("password", NewPassword("password"))
        self._question = self.add_field("question", ChoiceField("question", _questions()))
        self._answer = self.add_field("answer", TextField("answer", FieldKind.TEXT, limit=120))
        self._terms = Text("", Role.MUTED, name="consent_text")
        self.box.addWidget(self._terms)
        self._consent = self.add_field("consent", CheckField("consent"))
        self._password.edit.textChanged.connect(self.keep_in_sight)  # a broken rule may need another line
        for button in self._question.findChildren(QAbstractButton, "question"):
            button.toggled.connect(self.keep_in_sight)
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Create your user ID and password")

    def primary_text(self) -> str:
        """The source's label (S8)."""
        return self.tr("Create Account")

    def retranslate(self) -> None:
        """Look up the words; the consent text is a paper's short form."""
        super().retranslate()
        self._user_id.set_label(self.tr("User ID"))
        self._user_id.set_hint(self.tr("Please write it down. You may change our idea."))
        self._password.set_label(self.tr("Password"))
        self._question.set_label(self.tr("Secret question"))
        self._question.set_options(_questions())
        self._answer.set_label(self.tr("Your answer"))
        self._answer.set_hint(self.tr("You need it if you forget your password."))
        self._terms.setText(
            self.tr(
                "We send your answers to the patient portal of %1, and nobody else. "
                "Ask the front desk for the full terms on paper."
            ).replace("%1", self.practice.name)
        )
        self._consent.row.setText(self.tr("I agree to have a patient portal account"))

    def load(self, draft: Draft) -> None:
        """Suggest a user ID that needs no typing (S4); after Back with another name, another one."""
        named = (draft.first, draft.last)
        if not self._user_id.text or (self._user_id.text == self._suggested and named != self._named):
            suggested = self.service.suggest_user_id(draft)
            self._suggested, self._named = suggested.text if suggested else "", named
            self._user_id.set_text(self._suggested)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse every field, so that all problems are told at once."""
        answers = Answers()
        user_id = answers.take("user_id", UserId.parse(self._user_id.text))
        password = answers.take("password", Password.parse(self._password.text))
        question = SecretQuestion(self._question.choice) if self._question.choice else None
        if question is None:
            answers.refuse("question", Refusal.CHOICE_MISSING)
        answer = answers.take("answer", SecurityAnswer.parse(self._answer.text))
        if not self._consent.ticked:
            answers.refuse("consent", Refusal.CONSENT_MISSING)
        return answers.problems or dataclasses.replace(
            draft, user_id=user_id, password=password, question=question, answer=answer, consented=True
        )

    def wipe(self) -> None:
        """Forget for whom a user ID was suggested, too."""
        self._suggested, self._named = "", (None, None)
        super().wipe()

    def work(self, draft: Draft) -> Work | None:
        """Create the account."""
        self._password.conceal()
        return partial(_create, self.service, draft)


def _create(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    if draft.user_id is not None and service.check_user_id(draft.user_id) is UserIdState.TAKEN:
        return (FieldProblem("user_id", Setback.USER_ID_TAKEN),)
    return service.finish(draft)


def _questions() -> tuple[tuple[str, str], ...]:
    return tuple((asked.value, texts.question(asked)) for asked in SecretQuestion)
