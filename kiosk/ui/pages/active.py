"""Ending: the portal has acknowledged the account (S8)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["ActivePage"]


class ActivePage(EndingPage):
    """Shown only after the portal's own answer."""

    step = Step.ACTIVE
    slug = "active"

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Congratulations! You have an account.")

    def body(self) -> str:
        """What to do with it."""
        return self.tr("Your account is active now. Please remember your user ID and your password.")
