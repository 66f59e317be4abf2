"""Sign-up, first page: for whom, name, date of birth, ZIP code and email (S2, S11)."""

from __future__ import annotations

import dataclasses

from kiosk.domain.draft import Draft, of_another_person
from kiosk.domain.flow import Step
from kiosk.domain.values import BirthDate, Email, NamePart, ZipCode
from kiosk.ui.check_field import CheckField
from kiosk.ui.page import Answers, Page, Problems
from kiosk.ui.pages.account_for import AccountFor
from kiosk.ui.pages.email_field import EmailField
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import DateField, FieldKind, Role, Text, TextField

__all__ = ["AboutYouPage"]


class AboutYouPage(Page):
    """The notice stands first, so the keyboard starts on the rows below it and no keys hide it."""

    step = Step.ABOUT_YOU
    slug = "about_you"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._account_for = AccountFor("account_for", "guardian_name")
        self.box.addWidget(self._account_for)
        self.keep_field("account_for", self._account_for.rows)
        self.keep_field("guardian_name", self._account_for.guardian)
        self._patient = Text("", Role.TITLE, name="patient_heading")
        self.box.addWidget(self._patient)
        self._first = self.add_field("first_name", TextField("first_name", FieldKind.NAME))
        self._last = self.add_field("last_name", TextField("last_name", FieldKind.NAME))
        self._one_name = self.add_field("one_name", CheckField("one_name"))
        self._born = self.add_field("birth_date", DateField("birth_date"))
        self._zip = self.add_field("zip_code", TextField("zip_code", FieldKind.ZIP, width=10, full_at=5))
        self._no_zip = self.add_field("no_zip", CheckField("no_zip"))
        self._email = self.add_field("email", EmailField("email"))
        self._no_email = self.add_field("no_email", CheckField("no_email"))
        self._email.grew.connect(self.keep_in_sight)
        self._account_for.changed.connect(self._follow_choices)
        for choice in (self._one_name, self._no_zip, self._no_email):
            choice.row.toggled.connect(self._follow_choices)
            choice.row.setProperty("insteadOfLine", True)
        self.retranslate()

    def heading(self) -> str:
        """Also the label on the welcome screen that led here."""
        return self.tr("Create An Account")

    def retranslate(self) -> None:
        """Look up all labels."""
        super().retranslate()
        hint = self.tr("As on your ID or insurance card")
        self._patient.setText(self.tr("Now about the patient"))
        self._first.set_label(self.tr("First name"))
        self._first.set_hint(hint)
        self._last.set_label(self.tr("Last name"))
        self._last.set_hint(hint)
        self._one_name.row.setText(self.tr("I have only one name"))
        self._born.set_label(self.tr("Date of birth"))
        self._zip.set_label(self.tr("ZIP code"))
        self._no_zip.row.setText(self.tr("I have no US ZIP"))
        self._email.set_label(self.tr("Email address"))
        self._email.set_hint(self.tr("We send a message here when the account is ready."))
        self._no_email.row.setText(self.tr("I have no email"))
        self._follow_choices()

    def load(self, draft: Draft) -> None:
        """Show what "Create another account" carries (S12)."""
        if draft.first is None and not self._first.text:
            self._account_for.load(draft)
            for field, value in ((self._zip, draft.zip_code), (self._email, draft.email)):
                if value and not field.text:
                    field.set_text(value.text)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse every field, so that all problems are told at once."""
        answers = Answers()
        draft_for = self._account_for.collect(answers, draft)
        first = answers.take("first_name", NamePart.parse(self._first.text))
        last = None
        if not self._one_name.ticked:
            last = answers.take("last_name", NamePart.parse(self._last.text))
        born = answers.take("birth_date", BirthDate.parse(*self._born.parts(), today=draft.today))
        zip_code, email = None, None
        if not self._no_zip.ticked:
            zip_code = answers.take("zip_code", ZipCode.parse(self._zip.text))
        if not self._no_email.ticked:
            email = answers.take("email", Email.parse(self._email.text))
        given = dataclasses.replace(
            draft_for,
            first=first,
            last=last,
            birth_date=born,
            zip_code=zip_code,
            email=email,
            no_zip=self._no_zip.ticked,
            no_email=self._no_email.ticked,
        )
        if draft.first is not None and _who(given) != _who(draft):
            given = of_another_person(given, self.practice.new_subject())
        return answers.problems or given

    def _follow_choices(self) -> None:
        self._patient.setVisible(self._account_for.for_other)
        self._last.setVisible(not self._one_name.ticked)
        self._zip.setVisible(not self._no_zip.ticked)
        self._email.setVisible(not self._no_email.ticked)


def _who(draft: Draft) -> tuple[object, ...]:
    return draft.first, draft.last, draft.birth_date, draft.zip_code, draft.email, draft.relationship
