"""Ending: the new password is in force (S39)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["PasswordConfirmedPage"]


class PasswordConfirmedPage(EndingPage):
    """Shown only after the portal's own answer."""

    step = Step.PASSWORD_CONFIRMED
    slug = "password_confirmed"
    offers_another = False

    def heading(self) -> str:
        """What is true now."""
        return self.tr("Your new password is ready")

    def body(self) -> str:
        """What to do with it."""
        return self.tr("Use it with your user ID from now on. We have sent you a mail about the change.")
