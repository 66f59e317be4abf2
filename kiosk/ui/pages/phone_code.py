"""The six digits of the text message (S29)."""

from __future__ import annotations

import dataclasses
import re
from functools import partial

from kiosk.domain.draft import AccountChoice, Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import Reply, ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Patience, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback, setback_sentence
from kiosk.ui.widgets import Action, FieldKind, Text, TextField, announce

__all__ = ["PhoneCodePage"]


class PhoneCodePage(Page):
    """Nothing here tells whether a message was sent: the number typed may be nobody's."""

    step = Step.PHONE_CODE
    slug = "phone_code"
    patience = Patience.MESSAGE

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._resent_as: ReplyState | None = None
        self._why = Text(name="phone_code_why")
        self.box.addWidget(self._why)
        self._code = self.add_field("sms_code", TextField("sms_code", FieldKind.DIGITS, limit=6, width=10, full_at=6))
        self._again = Action("", name="phone_code_again", icon="refresh-cw", leading=True)
        self._said = Text(name="phone_code_said")
        self._no_message = Text(name="phone_code_none")
        self._not_me = Action("", name="phone_code_not_me", icon="users", leading=True)
        for part in (self._again, self._said, self._no_message, self._not_me):
            self.box.addWidget(part)
        self._again.clicked.connect(self._send_again)
        self._not_me.clicked.connect(self._another_person)
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Enter the code of the text message")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._why.setText(
            self.tr(
                "If the phone number is on file, a text message with 6 digits comes in a minute. "
                "It is good for 10 minutes."
            )
        )
        self._code.set_label(self.tr("Code"))
        self._code.set_hint(self.tr("6 digits"))
        self._again.setText(self.tr("Send again"))
        self._no_message.setText(
            self.tr("No message? The account may have another phone number. Please go back, or ask the front desk.")
        )
        self._not_me.setText(self.tr("This is not me"))
        self._said.setText(self._words())
        self._said.setVisible(bool(self._words()))

    def load(self, draft: Draft) -> None:
        """Begin with nothing sent again, and without the digits of an earlier message."""
        self._resent_as = None
        self._code.wipe()

    def collect(self, draft: Draft) -> Draft | Problems:
        """Look at the digits."""
        answers = Answers()
        if not re.fullmatch(r"[0-9]{6}", self._code.text):
            answers.refuse("sms_code", Refusal.PHONE_CODE_FORMAT)
        return answers.problems or dataclasses.replace(draft, account_choice=None)

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal, unless it has said yes already."""
        return None if draft.phone_verified else partial(_check, self.service, draft, self._code.text)

    def _send_again(self) -> None:
        if self.draft is not None and self.draft.phone_to_verify is not None:
            phone = self.draft.phone_to_verify
            self.run(partial(self.service.send_phone_code, self.draft, phone), self._sent)

    def _sent(self, reply: Reply) -> None:
        self._resent_as = reply.state
        if reply.state is ReplyState.DONE:
            self._code.wipe()
            self.show_problems(())
        self.retranslate()
        announce(self._said, self._said.text())

    def _words(self) -> str:
        match self._resent_as:
            case None:
                return ""
            case ReplyState.DONE:
                return self.tr("Done. If the phone number is on file, a new message is on its way.")
            case ReplyState.NOT_CONNECTED:
                return self.tr("We are not connected now. If no message comes, please ask the front desk.")
            case ReplyState.EXPIRED:
                return setback_sentence(Setback.TOO_LATE)
            case _:
                return setback_sentence(Setback.ASKED_TOO_OFTEN)

    def _another_person(self) -> None:
        if self.draft is not None:
            choice = AccountChoice.NOT_ME
            self.decided.emit(dataclasses.replace(self.draft, account_choice=choice, reply=None))


def _check(service: PatientUseCases, draft: Draft, code: str) -> Draft | Problems:
    reply = service.check_phone_code(draft, code)
    match reply.state:
        case ReplyState.WRONG:
            return (FieldProblem("sms_code", Setback.PHONE_CODE_WRONG),)
        case ReplyState.EXPIRED | ReplyState.WAIT:
            return (FieldProblem("sms_code", Setback.PHONE_CODE_USED_UP),)
        case ReplyState.DONE:
            return dataclasses.replace(draft, reply=reply, phone_verified=True)
        case ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply)
