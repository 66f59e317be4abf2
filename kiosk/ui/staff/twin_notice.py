"""Tells while somebody types that the patient is invited already, or has an account (F1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.desk_service import DeskService, InvitationForm
from kiosk.domain.invitation_service import Twin
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background, Job
from kiosk.ui.staff import words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.widgets import Action, Notice, Piece, announce

__all__ = ["TwinNotice"]


class TwinNotice(Piece):
    """Hidden until there is something to tell; it forbids nothing.

    Signals:
        opened: "Open": carries the invitation's row.
        account_wanted: "Open", of an account: carries the name that was typed.
    """

    opened = Signal(object)
    account_wanted = Signal(str)

    def __init__(self, service: DeskService, background: Background, practice: StaffPractice) -> None:
        """Make a silent notice."""
        super().__init__()
        self.setObjectName("twin_notice")
        self._service = service
        self._background = background
        self._practice = practice
        self._job: Job | None = None
        self._person: InvitationForm | None = None
        self._twin: Twin | None = None
        self._said = Notice("", name="twin_said", icon="triangle-alert")
        self._open = Action("", name="twin_open")
        self._open.setProperty("staff", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._said, 1)
        row.addWidget(self._open)
        self._open.clicked.connect(self._chosen)
        self.refresh()
        self.hide()

    def look(self, session: StaffSession, person: InvitationForm | None) -> None:
        """Look for an invitation or account of the person, once for each that was typed whole."""
        if person == self._person:
            return
        self.wipe()
        self._person = person
        if person is not None:
            work = partial(self._service.invitations.twin, session, person)
            self._job = self._background.run(work, self._found, self._failed)

    def wipe(self) -> None:
        """Forget the person."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._person = self._twin = None
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Look up the texts."""
        self._open.setText(self.tr("Open"))
        self._said.set_text(self._sentence())

    def _sentence(self) -> str:
        if self._twin is None or self._person is None:
            return ""
        row = self._twin.invitation
        if row is None or self._twin.has_account:
            said = self.tr("%1 already has an account. An invitation is seldom needed.")
            return said.replace("%1", _name(self._person))
        made = words.day(self._practice.local(row.made_at).date())
        said = self.tr("Already invited on %1 (%2). A second invitation is seldom needed.")
        return words.fill(said, made, row.number)

    def _found(self, twin: Twin | None) -> None:
        self._twin = twin
        self.retranslate()
        self.setVisible(twin is not None)
        if twin is not None:
            announce(self._said, self._said.text)

    def _failed(self, _error: BaseException) -> None:
        """Making the invitation says what is wrong with the storage; this is only help."""

    def _chosen(self) -> None:
        if self._twin is None or self._person is None:
            return
        if self._twin.has_account:
            self.account_wanted.emit(_name(self._person))
        else:
            self.opened.emit(self._twin.invitation)


def _name(person: InvitationForm) -> str:
    return " ".join(part.text for part in (person.first, person.last) if part)
