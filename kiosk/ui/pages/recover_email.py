"""Forgot user ID, first question: the email address, or the slip of the front desk instead (S30, S31, F7)."""

from __future__ import annotations

import dataclasses

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.values import Email
from kiosk.ui.page import Answers, Problems
from kiosk.ui.pages.email_field import EmailField
from kiosk.ui.pages.slip_offer import SlipOffer
from kiosk.ui.session import PatientUseCases, PracticeView

__all__ = ["RecoverEmailPage"]


class RecoverEmailPage(SlipOffer):
    """One question a page, in the source's order."""

    step = Step.RECOVER_EMAIL
    slug = "recover_email"
    slip_name = "recovery_slip"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the field."""
        super().__init__(practice, service)
        self._email = self.add_field("recovery_email", EmailField("recovery_email"))
        self._email.grew.connect(self.keep_in_sight)
        self.offer_slip()
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Enter your email address.")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._email.set_label(self.tr("Email address"))
        self._email.set_hint(
            self.tr("The one of your account: your user ID is sent there. No email? The front desk makes you a slip.")
        )

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse it."""
        answers = Answers()
        email = answers.take("recovery_email", Email.parse(self._email.text))
        return answers.problems or dataclasses.replace(draft, email=email, recovery=None, has_slip=False)
