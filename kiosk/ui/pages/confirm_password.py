"""Forgot password, last page: the mail's code and the new password once more, here or at home (S38, S39)."""

from __future__ import annotations

import dataclasses
import re
from functools import partial

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Patience, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Action, FieldKind, Notice, PasswordField, Text, TextField

__all__ = ["ConfirmPasswordPage"]


class ConfirmPasswordPage(Page):
    """Nothing here tells whether a mail was sent."""

    step = Step.CONFIRM_PASSWORD
    slug = "confirm_password_page"
    patience = Patience.MESSAGE

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._mail = Notice(name="confirm_mail", icon="mail")
        self._here = Text(name="confirm_here")
        self.box.addWidget(self._mail)
        self.box.addWidget(self._here)
        code = TextField("confirm_code", FieldKind.DIGITS, limit=6, width=10, full_at=6)
        self._code = self.add_field("confirm_code", code)
        self._password = self.add_field("confirm_password", PasswordField("confirm_password"))
        self._at_home = Action("", name="confirm_at_home", icon="house", leading=True)
        self.box.addWidget(self._at_home)
        self._at_home.clicked.connect(self._leave_to_link)
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Confirm your password")

    def primary_text(self) -> str:
        """The same."""
        return self.tr("Confirm")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._mail.set_text(self.tr("Open your email and click the “confirm my password” link."))
        self._here.setText(
            self.tr(
                "Or stay here: type the 6 digits of the mail and your new password once more. If your answers are "
                "right, the mail comes in a minute; its digits are good for 10 minutes."
            )
        )
        self._code.set_label(self.tr("Code of the mail"))
        self._code.set_hint(self.tr("6 digits"))
        self._password.set_label(self.tr("New password, once more"))
        self._at_home.setText(self.tr("I will open the link later"))

    def may_go_back(self, draft: Draft) -> bool:
        """What was answered is sent; a new try begins anew."""
        return False

    def collect(self, draft: Draft) -> Draft | Problems:
        """Ask for both."""
        answers = Answers()
        if not re.fullmatch(r"[0-9]{6}", self._code.text):
            answers.refuse("confirm_code", Refusal.PHONE_CODE_FORMAT)
        if not self._password.text:
            answers.refuse("confirm_password", Refusal.LOG_IN_EMPTY)
        return answers.problems or draft

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal; the password leaves the screen when it is used."""
        password = self._password.text
        self._password.wipe()
        return partial(_confirm, self.service, draft, self._code.text, password)

    def left(self) -> None:
        """Forget the password."""
        self._password.wipe()

    def _leave_to_link(self) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, confirms_at_home=True, reply=None))


def _confirm(service: PatientUseCases, draft: Draft, code: str, password: str) -> Draft | Problems:
    reply = service.confirm_password(draft, code, password)
    match reply.state:
        case ReplyState.DONE | ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply)
        case ReplyState.WRONG:
            return (FieldProblem("", Setback.CONFIRM_WRONG),)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.EXPIRED:
            return (FieldProblem("", Setback.CONFIRM_USED_UP),)
