"""Today's invitations, and while connected all others: search, states with counts, one row opened at a time (F1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff.invitation_detail import InvitationDetail
from kiosk.ui.staff.invitation_filters import InvitationFilters
from kiosk.ui.staff.invitation_model import Column, InvitationModel
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.search_line import SearchLine
from kiosk.ui.staff.search_scroll import SearchScroll
from kiosk.ui.staff.search_table import SearchTable
from kiosk.ui.widgets import Action, Role, Text, announce

__all__ = ["InvitationsPage"]


class InvitationsPage(StaffPage):
    """The filters are named filter_all, filter_ready …; a pressed row shows the whole date of birth below the table.

    Signals:
        reissued: carries the `MadeInvitation` whose slip is to be printed.
    """

    reissued = Signal(object)
    slug = "invitations"
    icon = "mail"

    def __init__(
        self,
        service: DeskService,
        background: Background,
        practice: StaffPractice,
        *,
        slip_waits: Callable[[], bool] = lambda: False,
        timer_factory: Callable[[], Timer] = single_shot_timer,
    ) -> None:
        """Make a page whose list `enter` fetches.

        Args:
            slip_waits: whether another slip is still to be printed; a new one would push its code away.
            timer_factory: for tests.
        """
        super().__init__(background)
        self._service = service
        self._practice = practice
        self._problem = False
        self._slip_waits = slip_waits
        self._wanted: DayListRow | None = None
        self._searching: Job | None = None
        self._answer: Found | None = None
        self._asked = self._refused = False
        self._model = InvitationModel(practice, self)
        self._search = SearchLine("invitation_search", practice, timer_factory)
        self._reload = Action("", name="invitation_reload", icon="refresh-cw")
        self._reload.setProperty("staff", True)
        self._filters = InvitationFilters()
        self._table = SearchTable(
            "invitation_table",
            self._model,
            stretched=Column.PATIENT,
            state=Column.STATUS,
            leave_first=(Column.EXPIRES, Column.BORN, Column.STATUS),
        )
        self._note = Text("", Role.HINT, name="invitation_note")
        self._detail = InvitationDetail(practice)
        self._build()
        self._search.edited.connect(self._typed)
        self._search.paused.connect(self._ask)
        self._filters.chosen.connect(self._apply)
        self._detail.reissue_asked.connect(self._reissue)
        self._detail.revoke_asked.connect(self._revoke)
        self._reload.clicked.connect(self._load)
        self._table.row_pressed.connect(self._open)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Invitations")

    def enter(self, session: StaffSession) -> None:
        """Fetch today's list; that is noted in the audit trail (F5)."""
        super().enter(session)
        self._load()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the opened row: who comes next sees years alone."""
        super().leave()
        self._stop_asking()
        self._model.close_row()
        self._show_detail(None)

    def wipe(self) -> None:
        """Forget list, search and filter."""
        super().wipe()
        self._search.wipe()
        self._filters.current = self._wanted = None
        self._forget_found()
        self._show(())

    def retranslate(self) -> None:
        """Look up every text."""
        self._search.set_hint(self.tr("Search name, date of birth or invitation number"))
        self._reload.setText(self.tr("Refresh"))
        self._table.setAccessibleName(self.tr("Invitations of today"))
        self._model.retranslate()
        self._count()

    def restyle(self) -> None:
        """Measure the columns again."""
        self._table.fit()

    def _build(self) -> None:
        self._scroll = SearchScroll("invitation_scroll", self)
        column = self._scroll.column
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._search, 1)
        top.addWidget(self._reload)
        column.addLayout(top)
        column.addWidget(self._filters)
        column.addWidget(self._table, 1)
        column.addWidget(self._detail)
        column.addWidget(self._note)

    def _load(self) -> None:
        if self.session is not None:
            self.job = self.background.run(partial(self._service.today, self.session), self._show, self._failed)

    def _show(self, rows: list[DayListRow] | tuple[DayListRow, ...]) -> None:
        self._problem = False
        self._model.set_rows(rows)
        self._apply()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._search.setText(wanted.number)
            self._model.set_found((wanted,))
            self._apply()
            place = self._model.place_of(wanted.invitation_id)
            if place is not None:
                self._open(place)

    def want(self, row: DayListRow) -> None:
        """Open this invitation as soon as the page comes into sight."""
        self._wanted, self._filters.current = row, None

    def _typed(self) -> None:
        self._stop_asking()
        self._forget_found()
        self._apply()

    def _ask(self, question: Question) -> None:
        if self.session is not None:
            work = partial(self._service.invitations.search, self.session, question)
            self._searching = self.background.run(work, self._answered, self._failed)

    def _answered(self, answer: Found | None) -> None:
        self._asked, self._answer = True, answer
        self._model.set_found(answer.rows if answer else ())
        self._apply()
        announce(self._note, self._note.text())

    def _stop_asking(self) -> None:
        self._search.stop()
        if self._searching is not None:
            self._searching.cancel()

    def _forget_found(self) -> None:
        self._asked, self._answer = False, None
        self._model.set_found(())

    def _failed(self, _error: BaseException) -> None:
        self._problem = True
        self._count()

    def _apply(self) -> None:
        self._model.set_filter(self._filters.current, self._search.text())
        if self._model.opened is None:
            self._show_detail(None)
        self._count()
        self._table.fit()

    def _count(self) -> None:
        self._filters.show_counts(self._model.counts(), self._model.total())
        self._tell()

    def _tell(self) -> None:
        """Below the rows, or in their place where there are none."""
        said, failed = self._hint(), self._problem or self._refused
        nothing = not failed and not self._model.rowCount()
        self._table.none.setText(said if nothing else "")
        self._note.setText(said)
        self._note.setVisible(failed or not (nothing or self._detail.row))

    def _hint(self) -> str:
        if self._problem:
            return self.tr("This device's storage does not work. Please call technical support.")
        if self._refused:
            return self.tr("First finish the slip under “Enroll a patient”: its code stands nowhere else.")
        if self._asked and self._answer is None:
            return self.tr("Not connected: only today's invitations were searched.")
        if self._answer is not None and self._answer.more:
            return self.tr("More than 50 invitations fit. Type more.")
        if self._asked and not self._model.rowCount():
            return self.tr("No invitation fits, neither of today nor earlier.")
        if not self._model.total():
            return self.tr("No invitations today yet. Make the first one under “Enroll a patient”.")
        if not self._model.rowCount():
            return self.tr("Nobody in today's list fits.")
        return self.tr("Press a row to see the whole date of birth.")

    def _open(self, number: int) -> None:
        row = self._model.toggle(number)
        self._show_detail(None)
        if row is not None and self.session is not None:
            view = partial(self._service.invitations.view, self.session, row)
            self.job = self.background.run(view, partial(self._viewed, row), self._failed)
        self._table.fit()

    def _viewed(self, brief: DayListRow, whole: DayListRow | None) -> None:
        if whole is not None:
            self._model.replace(whole)
        self._show_detail(whole or brief)
        self._table.fit()

    def _show_detail(self, row: DayListRow | None) -> None:
        self._refused = False
        self._detail.show_row(row)
        self._tell()
        if row is not None:
            self._scroll.bring(self._detail)

    def _reissue(self) -> None:
        row = self._detail.row
        self._refused = self._slip_waits()
        if self._refused:
            self._tell()
            announce(self._note, self._note.text())
        elif row is not None and self.session is not None:
            work = partial(self._service.invitations.reissue, self.session, row)
            self.job = self.background.run(work, self._made, self._failed)

    def _made(self, made: MadeInvitation) -> None:
        self._show_detail(None)
        self.reissued.emit(made)

    def _revoke(self) -> None:
        row = self._detail.row
        if row is not None and self.session is not None:
            over = dataclasses.replace(row, progress=InvitationProgress.REVOKED)
            work = partial(self._service.invitations.revoke, self.session, row)
            self.job = self.background.run(work, partial(self._revoked, over), self._failed)

    def _revoked(self, over: DayListRow, _nothing: None) -> None:
        self._model.replace(over)
        self._show_detail(over)
        self._apply()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
