"""A close match: "Verify by Phone Number." The number is typed, never shown (S29)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import AccountChoice, Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import ReplyState
from kiosk.domain.values import Phone
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Action, FieldKind, Text, TextField

__all__ = ["VerifyPhonePage"]


class VerifyPhonePage(Page):
    """Whether the number is on file is never said: the next page comes either way."""

    step = Step.VERIFY_PHONE
    slug = "verify_phone"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._why = Text(name="verify_phone_why")
        self.box.addWidget(self._why)
        self._phone = self.add_field("verified_phone", TextField("verified_phone", FieldKind.PHONE, limit=30, width=18))
        self._not_me = Action("", name="verify_phone_not_me", icon="users", leading=True)
        self.box.addWidget(self._not_me)
        self._not_me.clicked.connect(self._another_person)
        self.retranslate()

    def heading(self) -> str:
        """The source's label."""
        return self.tr("Verify by Phone Number")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._why.setText(
            self.tr(
                "Your information closely matches an existing portal account. Type the phone number of that account. "
                "If it is on file, we send a text message with a code of 6 digits to it."
            )
        )
        self._phone.set_label(self.tr("Phone number of that account"))
        self._phone.set_hint(self.tr("With the area code, for example 555 010 1234"))
        self._not_me.setText(self.tr("This is not me"))

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse the number; it is not the one the patient gave for this account before."""
        answers = Answers()
        answers.take("verified_phone", Phone.parse(self._phone.text))
        return answers.problems or dataclasses.replace(draft, account_choice=None, phone_verified=False)

    def work(self, draft: Draft) -> Work | None:
        """Ask for the text message."""
        phone = Phone.parse(self._phone.text)
        return None if isinstance(phone, Refused) else partial(_send, self.service, draft, phone)

    def _another_person(self) -> None:
        if self.draft is not None:
            choice = AccountChoice.NOT_ME
            self.decided.emit(dataclasses.replace(self.draft, account_choice=choice, reply=None))


def _send(service: PatientUseCases, draft: Draft, phone: Phone) -> Draft | Problems:
    reply = service.send_phone_code(draft, phone)
    if reply.state is ReplyState.EXPIRED:
        return (FieldProblem("", Setback.TOO_LATE),)
    if reply.state is ReplyState.WAIT:
        return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
    return dataclasses.replace(draft, reply=reply, phone_to_verify=phone)
