"""Ending: a person has to help; one sentence says why (S8, S11)."""

from __future__ import annotations

from kiosk.domain.draft import Journey
from kiosk.domain.flow import Step
from kiosk.ui import texts
from kiosk.ui.pages.ending import EndingPage

__all__ = ["FrontDeskPage"]


class FrontDeskPage(EndingPage):
    """Nothing typed is lost; where nothing was sent yet, "Back" leads to the answers."""

    step = Step.FRONT_DESK
    slug = "front_desk"
    icon = "message-circle"
    shows_portal = False

    def heading(self) -> str:
        """What to do."""
        return self.tr("Please see the front desk")

    def body(self) -> str:
        """Why: the portal's decision, the desk's, else the age policy's."""
        draft = self.draft
        if draft is None:
            return ""
        if draft.outcome is not None:
            has_email = None if draft.journey is Journey.INVITATION else draft.email is not None
            return texts.outcome_sentence(draft.outcome, self.practice.network_name, has_email=has_email)
        if draft.declined:
            return self.tr("Your request is saved. Someone at the front desk helps you in person.")
        return texts.age_sentence(draft.age_decision)
