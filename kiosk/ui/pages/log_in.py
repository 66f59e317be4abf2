"""Log in with an account of the network (S20-S25); the tablet only asks, the portal knows."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import AccountChoice, Draft
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.replies import ReplyState
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Action, ActionRole, FieldKind, PasswordField, Text, TextField

__all__ = ["LogInPage"]


class LogInPage(Page):
    """Both answers go as they were typed; which of them is wrong is never said."""

    step = Step.LOG_IN
    slug = "log_in_page"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._lead = Text(name="log_in_lead")
        self.box.addWidget(self._lead)
        self._user_id = self.add_field("log_in_user_id", TextField("log_in_user_id", FieldKind.USER_ID, limit=40))
        self._password = self.add_field("log_in_password", PasswordField("log_in_password"))
        self._forgot_user_id = Action("", ActionRole.LINK, name="log_in_forgot_user_id")
        self._forgot_password = Action("", ActionRole.LINK, name="log_in_forgot_password")
        for link in (self._forgot_user_id, self._forgot_password):
            self.box.addWidget(link)
        self._forgot_user_id.clicked.connect(self._user_id_forgotten)
        self._forgot_password.clicked.connect(self._password_forgotten)
        self.retranslate()

    def heading(self) -> str:
        """The source's label."""
        return self.tr("Log in")

    def primary_text(self) -> str:
        """The same."""
        return self.tr("Log in")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._lead.setText(
            self.tr("Use your %1 account for the portal of %2, too. You are logged out here when you leave.")
            .replace("%1", self.practice.network_name)
            .replace("%2", self.practice.name)
        )
        self._user_id.set_label(self.tr("User ID"))
        self._password.set_label(self.tr("Password"))
        self._forgot_user_id.setText(self.tr("forgot your user ID?"))
        self._forgot_password.setText(self.tr("forgot your password?"))

    def collect(self, draft: Draft) -> Draft | Problems:
        """Ask for both; nothing else about them is judged here."""
        answers = Answers()
        for name, field in (("log_in_user_id", self._user_id), ("log_in_password", self._password)):
            if not field.text:
                answers.refuse(name, Refusal.LOG_IN_EMPTY)
        return answers.problems or dataclasses.replace(draft, account_choice=AccountChoice.LOG_IN, log_in=None)

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal; the password leaves the screen when it is used."""
        password = self._password.text
        self._password.wipe()
        return partial(_log_in, self.service, draft, self._user_id.text, password)

    def left(self) -> None:
        """The password is not kept for "Back"."""
        self._password.wipe()

    def _user_id_forgotten(self) -> None:
        self._choose(AccountChoice.FORGOT_USER_ID)

    def _password_forgotten(self) -> None:
        self._choose(AccountChoice.FORGOT_PASSWORD)

    def _choose(self, choice: AccountChoice) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, account_choice=choice, reply=None, log_in=None))


def _log_in(service: PatientUseCases, draft: Draft, user_id: str, password: str) -> Draft | Problems:
    reply = service.log_in(draft, user_id, password)
    match reply.state:
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return (FieldProblem("", Setback.LOG_IN_WRONG),)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.DONE:
            return dataclasses.replace(draft, reply=reply, log_in=reply)
        case ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply)
