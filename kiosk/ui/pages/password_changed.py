"""Ending: the slip of the front desk has set the new password (F7)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action, BigCode, Role, Text

__all__ = ["PasswordChangedPage"]


class PasswordChangedPage(EndingPage):
    """Shown only after the portal's own answer."""

    step = Step.PASSWORD_CHANGED
    slug = "password_changed"
    offers_another = False

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        self._label = Text("", Role.LABEL, name="password_changed_user_id_label")
        self._user_id = BigCode(name="password_changed_user_id")
        self._log_in = Action("", name="password_changed_log_in", icon="log-in")
        super().__init__(practice, service)
        for place, part in enumerate((self._label, self._user_id), self.box.indexOf(self._where)):
            self.box.insertWidget(place, part)
        self.box.addWidget(self._log_in, 0, Qt.AlignmentFlag.AlignLeading)
        self._log_in.clicked.connect(self.log_in)

    def heading(self) -> str:
        """What is true now."""
        if self.draft is not None and self.draft.user_id is not None:
            return self.tr("Your user ID and your password are saved.")
        return self.tr("Your password is changed.")

    def body(self) -> str:
        """What to do with it."""
        return self.tr("You can log in now. The slip does not work any more: you can throw it away.")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._label.setText(self.tr("Your user ID:"))
        self._log_in.setText(self.tr("Log in"))

    def load(self, draft: Draft) -> None:
        """Show the user ID once more."""
        self._user_id.set_text(draft.slip_user_id)

    def wipe(self) -> None:
        """Forget it."""
        super().wipe()
        self._user_id.set_text("")
