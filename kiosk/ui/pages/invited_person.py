"""Invitation, second page: date of birth and ZIP code (S11, S13, S14)."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.domain.conditions import needs_guardian
from kiosk.domain.draft import Draft, of_another_person
from kiosk.domain.flow import Step
from kiosk.domain.patient_ports import InvitationState
from kiosk.domain.replies import Reply, ReplyState
from kiosk.domain.values import BirthDate, ZipCode
from kiosk.ui.check_field import CheckField
from kiosk.ui.page import Answers, FieldProblem, Page, Problems, Work
from kiosk.ui.pages.account_for import AccountFor
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.texts import Setback
from kiosk.ui.widgets import Action, DateField, FieldKind, Text, TextField

__all__ = ["InvitedPersonPage"]


class InvitedPersonPage(Page):
    """Both answers must agree with the invitation; which one does not is never said."""

    step = Step.INVITED_PERSON
    slug = "invited_person"

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the fields."""
        super().__init__(practice, service)
        self._account_for = AccountFor("invited_for", "invited_guardian")
        self._why = Text(name="invited_why")
        self.box.addWidget(self._account_for)
        self.keep_field("invited_for", self._account_for.rows)
        self.keep_field("invited_guardian", self._account_for.guardian)
        self.box.addWidget(self._why)
        self._ask_desk = Action("", name="invited_ask_desk", icon="users", leading=True)
        self._ask_desk.hide()
        self.box.insertWidget(1, self._ask_desk)  # below the words that say no
        self._born = self.add_field("invited_birth_date", DateField("invited_birth_date"))
        self._zip = self.add_field("invited_zip", TextField("invited_zip", FieldKind.ZIP, width=10, full_at=5))
        self._no_zip = self.add_field("invited_no_zip", CheckField("invited_no_zip"))
        self._no_zip.row.setProperty("insteadOfLine", True)
        self._no_zip.row.toggled.connect(self._zip.setHidden)
        self._ask_desk.clicked.connect(self._desk_asked)
        self.retranslate()

    def heading(self) -> str:
        """The title."""
        return self.tr("Activate your account")

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._why.setText(self.tr("Enter your date of birth and zip code to activate your account."))
        self._born.set_label(self.tr("Date of birth of the patient"))
        self._zip.set_label(self.tr("ZIP code of the patient"))
        self._no_zip.row.setText(self.tr("I have no US ZIP"))
        self._ask_desk.setText(self.tr("Ask the front desk"))

    def doubted(self) -> QWidget | None:
        """Not for whom the account is."""
        return self._born

    def collect(self, draft: Draft) -> Draft | Problems:
        """Parse every field; a child's or a cared-for person's guardian gives a name, too."""
        answers = Answers()
        draft_for = self._account_for.collect(answers, draft)
        born = answers.take("invited_birth_date", BirthDate.parse(*self._born.parts(), today=draft.today))
        no_zip = self._no_zip.ticked
        zip_code = None if no_zip else answers.take("invited_zip", ZipCode.parse(self._zip.text))
        given = dataclasses.replace(
            draft_for,
            birth_date=born,
            zip_code=zip_code,
            no_zip=no_zip,
            asks_desk=no_zip,  # whether the invitation has one nobody here knows: the desk compares
        )
        if draft.birth_date is not None and (born, zip_code) != (draft.birth_date, draft.zip_code):
            given = of_another_person(given, self.practice.new_subject())
        return answers.problems or given

    def work(self, draft: Draft) -> Work | None:
        """Ask the portal; without a ZIP code only the front desk can tell, and a child needs its guardian (S11)."""
        if draft.no_zip or needs_guardian(draft):
            return None
        return partial(_check, self.service, draft)

    def show_problems(self, problems: Problems) -> None:
        """Where the portal said no, the front desk is one touch away; not connected nobody says no."""
        super().show_problems(problems)
        self._ask_desk.setVisible(any(problem.reason is Setback.NO_MATCH for problem in problems))

    def _desk_asked(self) -> None:
        given = self.collect(self.draft) if self.draft is not None else ()
        if isinstance(given, Draft):
            self.decided.emit(dataclasses.replace(given, asks_desk=True))
        else:
            self.show_problems(given)


def _check(service: PatientUseCases, draft: Draft) -> Draft | Problems:
    if draft.code is None or draft.birth_date is None or draft.zip_code is None:
        raise ValueError("the flow let an unanswered question through")
    check = service.check_invitation(draft.code, draft.birth_date, draft.zip_code)
    match check.state:
        case InvitationState.NO_MATCH:
            return (FieldProblem("", Setback.NO_MATCH),)
        case InvitationState.LOCKED:
            return dataclasses.replace(draft, reply=Reply(ReplyState.LOCKED, check.until))
        case InvitationState.MATCH | InvitationState.UNKNOWN:
            # Not connected, nobody knows yet: the activation is taken and decided later (K1).
            return service.found(draft, check.match)
