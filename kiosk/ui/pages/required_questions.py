"""Gender and phone: only what is not known yet (S3, S14)."""

from __future__ import annotations

import dataclasses
from functools import partial

from kiosk.domain.draft import Draft, Journey, Missing, unmatched
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Gender, Phone
from kiosk.ui import texts
from kiosk.ui.page import Answers, Page, Problems, Work
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import FieldKind, RadioRows, TextField

__all__ = ["RequiredQuestionsPage"]


class RequiredQuestionsPage(Page):
    """Asks `draft.missing` and nothing else."""

    step = Step.REQUIRED_QUESTIONS
    slug = "required_questions"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._gender = self.add_field("gender", RadioRows("gender", _genders()))
        self._phone = self.add_field("phone", TextField("phone", FieldKind.PHONE, limit=30, width=18))
        self.retranslate()

    def heading(self) -> str:
        """The source's words."""
        return self.tr("Required questions")

    def retranslate(self) -> None:
        """Look up labels and answers."""
        super().retranslate()
        self._gender.set_label(self.tr("Gender"))
        self._gender.set_options(_genders())
        self._phone.set_label(self.tr("Phone number"))
        self._phone.set_hint(self.tr("With the area code, for example 555 010 1234"))

    def load(self, draft: Draft) -> None:
        """Show the questions that are open."""
        self._gender.setVisible(Missing.GENDER in draft.missing)
        self._phone.setVisible(Missing.PHONE in draft.missing)
        if draft.phone and not self._phone.text:
            self._phone.set_text(draft.phone.e164)

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse what was asked; what was not asked stays unknown."""
        answers = Answers()
        gender, phone = None, None
        if Missing.GENDER in draft.missing:
            choice = self._gender.choice
            if choice is None:
                answers.refuse("gender", Refusal.CHOICE_MISSING)
            else:
                gender = Gender(choice)
        if Missing.PHONE in draft.missing:
            phone = answers.take("phone", Phone.parse(self._phone.text))
        return answers.problems or dataclasses.replace(unmatched(draft), gender=gender, phone=phone)

    def work(self, draft: Draft) -> Work | None:
        """Look for an account or an invitation; an invitation that nobody could check yet has nobody to look for."""
        if draft.journey is Journey.INVITATION and draft.invitation is None:
            return None
        return partial(self.service.check_match, draft)


def _genders() -> tuple[tuple[str, str], ...]:
    return tuple((gender.value, texts.gender(gender)) for gender in Gender)
