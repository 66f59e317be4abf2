"""Accounts of the practice: look for one, check a photo ID, help its holder back in (F7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import AccountRow, FoundAccounts, Helped, HelpState
from kiosk.domain.desk_help_service import DeskHelpService
from kiosk.domain.desk_search import Question
from kiosk.domain.staff import StaffSession
from kiosk.domain.sync_status import SyncStatus
from kiosk.domain.values import Email
from kiosk.ui.background import Background
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff.account_acts import AccountActs
from kiosk.ui.staff.account_card import AccountCard
from kiosk.ui.staff.account_model import AccountModel, Column
from kiosk.ui.staff.account_words import Act
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.search_line import SearchLine
from kiosk.ui.staff.search_scroll import SearchScroll
from kiosk.ui.staff.search_table import SearchTable
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.theme import look
from kiosk.ui.widgets import Notice, Role, Text, announce

__all__ = ["AccountsPage"]


class AccountsPage(StaffPage):
    """What was found beside the opened account; above it where the screen is narrow.

    The work stays when somebody looks elsewhere or locks; what the portal answers meanwhile is shown on return.

    Signals:
        slip_made: carries the `ResetSlip` to be printed.
    """

    slip_made = Signal(object)
    slug = "accounts"
    icon = "key-round"

    def __init__(
        self,
        accounts: DeskHelpService,
        feed: Feed[SyncStatus],
        background: Background,
        practice: StaffPractice,
        *,
        slip_waits: Callable[[], bool] = lambda: False,
        timer_factory: Callable[[], Timer] = single_shot_timer,
    ) -> None:
        """Make an empty page.

        Args:
            accounts: the use cases.
            feed: tells whether the portal can be asked.
            background: for them.
            practice: this one.
            slip_waits: whether another slip is still to be printed; a new one would push its code away.
            timer_factory: for tests.
        """
        super().__init__(background)
        self._accounts = accounts
        self._slip_waits = slip_waits
        self._acts = AccountActs(accounts, background, self)
        self._connected = True
        self._wanted: str | UUID | None = None
        self._offline = Notice("", name="account_offline", icon="wifi-off")
        self._search = SearchLine("account_search", practice, timer_factory, numbers=False)
        self._note = Text("", Role.HINT, name="account_note")
        self._model = AccountModel(practice, self)
        self._table = SearchTable(
            "account_table",
            self._model,
            stretched=Column.PATIENT,
            state=Column.STATUS,
            leave_first=(Column.CHECKED, Column.BORN, Column.STATUS),
        )
        self._card = AccountCard(practice)
        self._scroll = SearchScroll("account_scroll", self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._table, 1)
        self._sides.addWidget(self._card, 1)
        for part in (self._offline, self._search, self._note):
            self._scroll.column.addWidget(part)
        self._scroll.column.addLayout(self._sides, 1)
        self._forget_found()
        self._search.edited.connect(self._typed)
        self._search.paused.connect(self._ask)
        self._table.row_pressed.connect(self._open)
        self._card.asked.connect(self._help)
        self._acts.ended.connect(self._helped)
        self._acts.failed.connect(self._not_helped)
        feed.changed.connect(self._status_changed)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Accounts")

    def enter(self, session: StaffSession) -> None:
        """Go on where it was left."""
        super().enter(session)
        self._hand_over()
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, UUID):
            self.job = self.background.run(partial(self._accounts.view, session, wanted), self._viewed, self._failed)
        elif wanted and self._search.question is not None:
            self._ask(self._search.question)
        if self._card.row is None:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, session: StaffSession) -> None:
        """Another colleague goes on: they look at the opened account, and at the photo ID, themselves (F5)."""
        super().take_over(session)
        row = self._card.row
        if self.session is not None and row is not None:
            self._card.forget_seen()
            work = partial(self._accounts.view, self.session, row.account_id)
            self.job = self.background.run(work, self._seen_again, self._failed)

    def want(self, who: str | UUID) -> None:
        """Look for somebody by name, or open that very account, as soon as the page comes into sight."""
        self._forget_found()
        self._search.setText(who if isinstance(who, str) else "")
        self._wanted = who

    def leave(self) -> None:
        """Look for nothing any more; what was asked of the portal for a patient goes on."""
        super().leave()
        self._search.stop()

    def wipe(self) -> None:
        """Forget whom was looked for, found and helped."""
        super().wipe()
        self._acts.drop()
        self._search.wipe()
        self._forget_found()
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        self._search.set_hint(self.tr("Search name or date of birth"))
        self._table.setAccessibleName(self.tr("Accounts found"))
        self._offline.set_text(
            self.tr(
                "Not connected. Accounts are kept at the portal and can be opened as soon as this device is connected "
                "again. Invitations and slips go on meanwhile."
            )
        )
        self._offline.setVisible(self._unanswered or not self._connected)
        said = self._hint()
        nothing = not (self._model.rows or self._broken or self._refused)
        self._table.none.setText(said if nothing else "")
        self._note.setText(said)
        self._note.setVisible(not nothing)
        self._model.retranslate()
        self._table.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the opened account below the list where the screen is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Large text needs the width too; and measure the columns again."""
        self._arrange()
        self._table.fit()

    def _arrange(self) -> None:
        wide = self.width() >= look().text(900)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _hint(self) -> str:
        if self._broken:
            return self.tr("This device's storage does not work. Please call technical support.")
        if self._refused:
            return self.tr("First finish the slip under “Enroll a patient”: its code stands nowhere else.")
        if self._unanswered:
            return self.tr("The portal did not answer. What you typed stays; please try again.")
        if self._answer is None:
            return self.tr("Type at least two letters of a name, or a date of birth.")
        if self._answer.more:
            return self.tr("More than 50 accounts fit. Type more.")
        if not self._answer.rows:
            return self.tr("No account of this practice fits.")
        return self.tr("Press a row to open the account.")

    def _forget_found(self) -> None:
        self._answer: FoundAccounts | None = None
        self._broken = self._refused = self._unanswered = False
        self._model.set_rows(())
        self._card.show_row(None)

    def _typed(self) -> None:
        super().leave()
        self._forget_found()
        self.retranslate()

    def _ask(self, question: Question) -> None:
        if self.session is not None:
            super().leave()
            work = partial(self._accounts.search, self.session, question)
            self.job = self.background.run(work, self._answered, self._failed)

    def _answered(self, answer: FoundAccounts | None) -> None:
        self._forget_found()
        self._answer, self._unanswered = answer, answer is None
        self._model.set_rows(answer.rows if answer else ())
        self.retranslate()
        announce(self._note, self._note.text())

    def _status_changed(self, status: SyncStatus) -> None:
        back = status.connected and not self._connected
        self._connected = status.connected
        question = self._search.question
        if back and self._unanswered and question is not None and self.isVisible():
            self._ask(question)
        self.retranslate()

    def _open(self, number: int) -> None:
        row, opened = self._model.rows[number], self._card.row
        if opened is not None and opened.account_id == row.account_id:
            self._card.focus_first()
        elif self.session is not None:
            self._card.show_row(None)
            super().leave()
            work = partial(self._accounts.view, self.session, row.account_id)
            self.job = self.background.run(work, self._viewed, self._failed)

    def _viewed(self, row: AccountRow | None) -> None:
        if row is not None and self._answer is None:  # a task led here, no search
            self._answered(FoundAccounts((row,)))
        self._broken, self._refused, self._unanswered = False, False, row is None
        self._card.show_row(row)
        if row is not None:
            self._model.replace(row)
            self._scroll.bring(self._card.focus_first())
        self.retranslate()
        if row is None:
            announce(self._note, self._note.text())

    def _help(self, act: Act, seen: IdDocument, email: Email | None) -> None:
        row, session = self._card.row, self.session
        if row is None or session is None:
            return
        self._broken = False
        self._refused = act is Act.SLIP and (self._acts.slip is not None or self._slip_waits())
        self.retranslate()
        if self._refused:
            self._scroll.bring(self._note)
            announce(self._note, self._note.text())
        else:
            self._card.begin()
            self._acts.start(session, row, act, seen, email)

    def _helped(self, act: Act, row: AccountRow, address: str, helped: Helped) -> None:
        opened = self._card.row
        if opened is not None and opened.account_id == row.account_id:
            self._scroll.bring(self._card.end(act, helped, address))
            if helped.state is HelpState.DONE and self.session is not None:
                work = partial(self._accounts.view, self.session, row.account_id)
                self.job = self.background.run(work, self._seen_again, self._failed)
        self._hand_over()

    def _seen_again(self, row: AccountRow | None) -> None:
        opened = self._card.row
        if row is not None and opened is not None and opened.account_id == row.account_id:
            self._card.update_row(row)
            self._model.replace(row)
            self._table.fit()

    def _hand_over(self) -> None:
        """To the printing, unless nobody is here: then on return."""
        if self._acts.slip is not None and self.isVisible() and not self._slip_waits():
            slip, self._acts.slip = self._acts.slip, None
            self.slip_made.emit(slip)

    def _not_helped(self) -> None:
        self._card.drop()
        self._say_broken()

    def _failed(self, _error: BaseException) -> None:
        self._say_broken()

    def _say_broken(self) -> None:
        self._broken = True
        self.retranslate()
        announce(self._note, self._note.text())
