"""The pages of the patient's journeys: one module a step, its class in `PAGES`."""

from __future__ import annotations

from typing import Final

from kiosk.domain.flow import Step
from kiosk.ui.page import Page
from kiosk.ui.pages.about_you import AboutYouPage
from kiosk.ui.pages.activation_code import ActivationCodePage
from kiosk.ui.pages.active import ActivePage
from kiosk.ui.pages.credentials import CredentialsPage
from kiosk.ui.pages.front_desk import FrontDeskPage
from kiosk.ui.pages.invited_person import InvitedPersonPage
from kiosk.ui.pages.required_questions import RequiredQuestionsPage
from kiosk.ui.pages.saved import SavedPage

__all__ = ["PAGES"]

PAGES: Final[dict[Step, type[Page]]] = {
    page.step: page
    for page in (
        AboutYouPage,
        ActivationCodePage,
        InvitedPersonPage,
        RequiredQuestionsPage,
        CredentialsPage,
        ActivePage,
        SavedPage,
        FrontDeskPage,
    )
}
