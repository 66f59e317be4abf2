"""Ending: the account is used at this practice, too (S25)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["JoinedPage"]


class JoinedPage(EndingPage):
    """The tablet never was more than a place to log in: nobody stays logged in here."""

    step = Step.JOINED
    slug = "joined"
    offers_another = False

    def heading(self) -> str:
        """What is true now."""
        return self.tr("You can use your account here, too")

    def body(self) -> str:
        """What to do with it."""
        return (
            self.tr("Your %1 account works for the patient portal of %2. You are logged out on this tablet.")
            .replace("%1", self.practice.network_name)
            .replace("%2", self.practice.name)
        )
