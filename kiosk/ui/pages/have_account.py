"""The person has an account of the network already: log in with it, there is no need for a second one (S20-S28)."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QWidget

from kiosk.domain.draft import AccountChoice, Draft
from kiosk.domain.flow import Step
from kiosk.ui.page import Page, Problems
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action, Notice, Text

__all__ = ["HaveAccountPage"]


class HaveAccountPage(Page):
    """Three ways on; neither a user ID nor another practice's name stands on a shared screen (S25)."""

    step = Step.HAVE_ACCOUNT
    slug = "have_account"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._why = Text(name="have_account_why")
        self._mail = Notice(name="have_account_mail", icon="mail")
        self._forgot = Action("", name="have_account_forgot", icon="lock", leading=True)
        self._not_me = Action("", name="have_account_not_me", icon="users", leading=True)
        for part in (self._why, self._mail, self._forgot, self._not_me):
            self.box.addWidget(part)
        self._forgot.clicked.connect(self._forgotten)
        self._not_me.clicked.connect(self._another_person)
        self.retranslate()

    def heading(self) -> str:
        """The source's words, with the network's name."""
        return self.tr("You already have a %1 account").replace("%1", self.practice.network_name)

    def primary_text(self) -> str:
        """The first of the three ways."""
        return self.tr("Log in")

    def retranslate(self) -> None:
        """Look up the words: the source's, with the names of the network and of its operator."""
        super().retranslate()
        self._why.setText(
            self.tr(
                "Although you haven’t logged into this portal before, you may have created an account with another "
                "patient portal powered by %2. %1 is a tool that allows you to join multiple patient portals, powered "
                "by %2, with one user ID and password. If you remember your user ID and password, you may simply "
                "login."
            )
            .replace("%1", self.practice.network_name)
            .replace("%2", self.practice.operator_name)
        )
        self._mail.set_text(
            self.tr(
                "If your first and last name, gender, date of birth, zip code and email address exactly match an "
                "existing portal account, you will receive an email containing your user ID and a list of the medical "
                "practices with which you have an active patient portal account. If you remember your password, you "
                'can simply login, otherwise click the "Forgot Password" link to reset your password.'
            )
        )
        self._forgot.setText(self.tr("Forgot Password"))
        self._not_me.setText(self.tr("This is not me"))

    def first_focus(self) -> QWidget | None:
        """The keyboard starts on "Log in"."""
        return None

    def collect(self, draft: Draft) -> Draft | Problems:
        """Log in with the account."""
        return dataclasses.replace(draft, account_choice=AccountChoice.LOG_IN)

    def _forgotten(self) -> None:
        self._choose(AccountChoice.FORGOT_PASSWORD)

    def _another_person(self) -> None:
        self._choose(AccountChoice.NOT_ME)

    def _choose(self, choice: AccountChoice) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, account_choice=choice, reply=None))
