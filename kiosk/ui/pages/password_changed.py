"""Ending: the slip of the front desk has set the new password (F7)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action

__all__ = ["PasswordChangedPage"]


class PasswordChangedPage(EndingPage):
    """Shown only after the portal's own answer."""

    step = Step.PASSWORD_CHANGED
    slug = "password_changed"
    offers_another = False

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        self._log_in = Action("", name="password_changed_log_in", icon="log-in")
        super().__init__(practice, service)
        self.box.addWidget(self._log_in, 0, Qt.AlignmentFlag.AlignLeading)
        self._log_in.clicked.connect(self.log_in)

    def heading(self) -> str:
        """What is true now."""
        return self.tr("Your password is changed.")

    def body(self) -> str:
        """What to do with it."""
        return self.tr("You can log in now. The slip does not work any more: you can throw it away.")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._log_in.setText(self.tr("Log in"))
