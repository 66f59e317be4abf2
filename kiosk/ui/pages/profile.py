"""After an activation or a log-in: "Now just update your profile and click “update profile.”" (S15)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain import values
from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.profile import Address, ContactPreference, Profile
from kiosk.domain.values import Phone
from kiosk.ui.i18n import LANGUAGES
from kiosk.ui.page import Answers, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action, FieldKind, RadioRows, Text, TextField

__all__ = ["ProfilePage"]

NEVER_ASKED: Final = frozenset({"address", "contact_preference"})
"""What no invitation carries; gender and phone were asked before the credentials (S14)."""


class ProfilePage(Page):
    """Optional, each answer too; asks only what is missing. What it saves is one more record."""

    step = Step.PROFILE
    slug = "profile"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._profile = Profile()
        self._joined = False
        self._lead = Text(name="profile_lead")
        self.box.addWidget(self._lead)
        self._skip = Action("", name="profile_skip")
        self.box.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeading)
        self._phone = self.add_field("profile_phone", TextField("profile_phone", FieldKind.PHONE, limit=30, width=18))
        self._street = self.add_field("profile_street", TextField("profile_street", limit=100))
        self._city = self.add_field("profile_city", TextField("profile_city", limit=100))
        self._language = self.add_field("profile_language", RadioRows("profile_language", _languages(practice)))
        self._contact = self.add_field("profile_contact", RadioRows("profile_contact", self._ways()))
        self._skip.clicked.connect(self._skipped)
        self.retranslate()

    def heading(self) -> str:
        """The source's words; after a log-in no account was made."""
        return self.tr("You have joined") if self._joined else self.tr("Congratulations! You have an account.")

    def primary_text(self) -> str:
        """The source's label."""
        return self.tr("update profile")

    def retranslate(self) -> None:
        """Look up labels and answers."""
        super().retranslate()
        self._lead.setText(self.tr("Now just update your profile and click “update profile.”"))
        self._phone.set_label(self.tr("Phone number"))
        self._phone.set_hint(self.tr("With the area code, for example 555 010 1234"))
        self._street.set_label(self.tr("Street and number"))
        self._city.set_label(self.tr("City and state"))
        self._language.set_label(self.tr("In which language may we write to you?"))
        self._contact.set_label(self.tr("How may we reach you best?"))
        self._contact.set_options(self._ways())
        self._skip.setText(self.tr("Skip for now"))

    def load(self, draft: Draft) -> None:
        """Show the questions that are open; the language of the screen is the likely one."""
        self._joined = draft.log_in is not None and draft.ending is None
        missing = NEVER_ASKED if draft.log_in is None or not self._joined else draft.log_in.missing
        self._phone.setVisible("phone" in missing)
        self._street.setVisible("address" in missing)
        self._city.setVisible("address" in missing)
        self._contact.setVisible("contact_preference" in missing)
        self._language.setVisible(not self._joined and len(self.practice.languages) > 1)
        if self._language.choice is None and draft.language.value in self.practice.languages:
            self._language.set_choice(draft.language.value)

    def may_go_back(self, draft: Draft) -> bool:
        """What is done is done."""
        return False

    def first_focus(self) -> QWidget | None:
        """The keyboard starts on the button: nobody has to fill this in."""
        return None

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse what was given; empty answers leave what the portal has."""
        answers = Answers()
        phone = answers.take("profile_phone", Phone.parse(self._phone.text)) if self._phone.text.strip() else None
        lines = "\n".join((self._street.text, self._city.text))
        address = answers.take("profile_street", Address.parse(lines)) if lines.strip() else None
        language = None if self._language.isHidden() else self._language.choice
        self._profile = Profile(
            phone=phone,
            address=address,
            language=values.Language(language) if language else None,
            contact_preference=ContactPreference(self._contact.choice) if self._contact.choice else None,
        )
        return answers.problems or draft

    def work(self, draft: Draft) -> Work | None:
        """Record it, if there is anything."""
        return None if self._profile == Profile() else partial(_update, self.service, draft, self._profile)

    def wipe(self) -> None:
        """Forget the profile, too."""
        self._profile = Profile()
        super().wipe()

    def _ways(self) -> tuple[tuple[str, str], ...]:
        words = {
            ContactPreference.EMAIL: self.tr("By email"),
            ContactPreference.PHONE: self.tr("By phone"),
            ContactPreference.MAIL: self.tr("By mail"),
        }
        return tuple((way.value, text) for way, text in words.items())

    def _skipped(self) -> None:
        if self.draft is not None:
            self.decided.emit(self.draft)


def _languages(practice: PracticeView) -> tuple[tuple[str, str], ...]:
    return tuple((entry.code, entry.own_name) for entry in LANGUAGES if entry.code in practice.languages)


def _update(service: PatientUseCases, draft: Draft, profile: Profile) -> Draft | Problems:
    service.update_profile(draft, profile)
    return draft
