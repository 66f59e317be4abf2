"""Ending: stored on the tablet, not decided yet (S8, K1)."""

from __future__ import annotations

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage

__all__ = ["SavedPage"]


class SavedPage(EndingPage):
    """Claims nothing that only the portal can know."""

    step = Step.SAVED
    slug = "saved"
    icon = "clock"

    def heading(self) -> str:
        """The short truth."""
        return self.tr("Saved. Your account becomes active when we are connected.")

    def body(self) -> str:
        """What happens next."""
        return self.tr(
            "Your answers are safe and you need not wait. Please remember your user ID and your password. "
            "If something is missing, the front desk will tell you."
        )
