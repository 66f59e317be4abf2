"""A slip of the front desk, second page: the user ID, or a field for one, and the new password (F7, S2, S4-S7)."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.domain.credentials import Password
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.patient_ports import UserIdState
from kiosk.domain.replies import ReplyState
from kiosk.domain.values import UserId
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.new_password import NewPassword
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback
from kiosk.ui.widgets import Action, BigCode, FieldKind, Role, Text, TextField

__all__ = ["SlipPasswordPage"]


class SlipPasswordPage(Page):
    """The holder reads the user ID here, or chooses one where the account has none; both are in force at once."""

    step = Step.SLIP_PASSWORD
    slug = "slip_password_page"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._label = Text("", Role.LABEL, name="slip_user_id_label")
        self._known = BigCode(name="slip_user_id_known")
        self._remember = Text("", Role.MUTED, name="slip_user_id_hint")
        self._log_in = Action("", name="slip_log_in", icon="log-in", leading=True)
        for part in (self._label, self._known, self._remember, self._log_in):
            self.box.addWidget(part)
        self._log_in.clicked.connect(self.log_in)
        self._user_id = self.add_field("slip_user_id", TextField("slip_user_id", FieldKind.USER_ID, limit=40))
        self._password = self.add_field("slip_password", NewPassword("slip_password"))
        self._password.edit.textChanged.connect(self.keep_in_sight)
        self.retranslate()

    @property
    def _asks_user_id(self) -> bool:
        return self.draft is not None and not self.draft.slip_user_id

    def heading(self) -> str:
        """What to do."""
        if self._asks_user_id:
            return self.tr("Choose a user ID and a password")
        return self.tr("Choose a new password")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._label.setText(self.tr("Your user ID:"))
        self._remember.setText(
            self.tr("Your account has no user ID yet. Please choose one, and a new password.")
            if self._asks_user_id
            else self.tr("Please write it down. Do you still know your password? Then you need no new one.")
        )
        self._log_in.setText(self.tr("Log in"))
        self._user_id.set_label(self.tr("User ID"))
        self._user_id.set_hint(self.tr("Please write it down."))
        self._password.set_label(self.tr("New password"))

    def load(self, draft: Draft) -> None:
        """Show the user ID, or ask for one."""
        self._known.set_text(draft.slip_user_id)
        for part in (self._label, self._known, self._log_in):
            part.setVisible(not self._asks_user_id)
        self._user_id.setVisible(self._asks_user_id)

    def first_focus(self) -> QWidget | None:
        """A user ID that is told is read first: no keyboard pushes it out of sight."""
        return self._user_id if self._asks_user_id else None

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse both."""
        answers = Answers()
        user_id = None if draft.slip_user_id else answers.take("slip_user_id", UserId.parse(self._user_id.text))
        password = answers.take("slip_password", Password.parse(self._password.text))
        return answers.problems or dataclasses.replace(draft, user_id=user_id, password=password)

    def work(self, draft: Draft) -> Work | None:
        """Hash the password and use the slip; a taken user ID alone leaves the password where it is."""
        self._password.conceal() if self._asks_user_id else self._password.wipe()
        return partial(_use, self.service, draft)

    def left(self) -> None:
        """The password is not kept for "Back"."""
        self._password.wipe()

    def wipe(self) -> None:
        """Forget the user ID, too."""
        super().wipe()
        self._known.set_text("")


def _use(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    taken = (FieldProblem("slip_user_id", Setback.USER_ID_TAKEN),)
    if draft.user_id is not None and service.check_user_id(draft.user_id) is UserIdState.TAKEN:
        return taken
    reply = service.use_reset_slip(draft)
    match reply.state:
        case ReplyState.DONE:
            return dataclasses.replace(draft, reply=reply, password=None, slip_user_id=reply.user_id)
        case ReplyState.LOCKED | ReplyState.NOT_CONNECTED:
            return dataclasses.replace(draft, reply=reply, password=None)
        case ReplyState.WAIT:
            return (FieldProblem("", Setback.ASKED_TOO_OFTEN),)
        case ReplyState.WRONG | ReplyState.EXPIRED:
            return taken if reply.taken else (FieldProblem("", Setback.SLIP_WRONG),)
