"""Ending: the user ID goes by mail, never to the screen (S34)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["UserIdSentPage"]


class UserIdSentPage(EndingPage):
    """The same for people the portal knows and people it does not."""

    step = Step.USER_ID_SENT
    slug = "user_id_sent"
    icon = "mail"
    offers_another = False

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Your User ID will be sent to your email address.")

    def body(self) -> str:
        """Neutral: nobody learns here who has an account."""
        return self.tr(
            "If your answers are right, the mail comes in a few minutes. Nothing there? Look into the junk mail, try "
            "once more, chat with us under “Need Help?”, or ask the front desk."
        )
