"""Ending: the "confirm my password" link is opened elsewhere (S38)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["PasswordMailedPage"]


class PasswordMailedPage(EndingPage):
    """The same whether or not a mail was sent."""

    step = Step.PASSWORD_MAILED
    slug = "password_mailed"
    icon = "mail"
    offers_another = False

    def heading(self) -> str:
        """What to do next."""
        return self.tr("Open your email")

    def body(self) -> str:
        """Neutral, and true of the old password."""
        return self.tr(
            "If your answers are right, a mail is on its way. Click the “confirm my password” link within 24 hours and "
            "type your new password once more. Until then your old password works."
        )
