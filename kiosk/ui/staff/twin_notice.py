"""Tells while somebody types that the patient is invited already (F1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.desk_service import DeskService, InvitationForm
from kiosk.domain.ports import DayListRow
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
    """

    opened = Signal(object)

    def __init__(self, service: DeskService, background: Background, practice: StaffPractice) -> None:
        """Make a silent notice."""
        super().__init__()
        self.setObjectName("twin_notice")
        self._service = service
        self._background = background
        self._practice = practice
        self._job: Job | None = None
        self._person: InvitationForm | None = None
        self._row: DayListRow | None = None
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
        """Look for an invitation of the person, once for each that was typed whole."""
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
        self._job = self._person = self._row = None
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Look up the texts."""
        self._open.setText(self.tr("Open"))
        if self._row is None:
            self._said.set_text("")
            return
        made = words.day(self._practice.local(self._row.made_at).date())
        said = self.tr("Already invited on %1 (%2). A second invitation is seldom needed.")
        self._said.set_text(words.fill(said, made, self._row.number))

    def _found(self, row: DayListRow | None) -> None:
        self._row = row
        self.retranslate()
        self.setVisible(row is not None)
        if row is not None:
            announce(self._said, self._said.text)

    def _failed(self, _error: BaseException) -> None:
        """Making the invitation says what is wrong with the storage; this is only help."""

    def _chosen(self) -> None:
        if self._row is not None:
            self.opened.emit(self._row)
