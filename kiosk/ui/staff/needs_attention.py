"""What needs the desk: who, why in one sentence, one main action (F4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.staff import StaffSession
from kiosk.domain.task_service import NOT_PRINTED, TaskGlance, TaskService
from kiosk.ui.background import Background
from kiosk.ui.staff import task_words
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.task_card import TaskCard
from kiosk.ui.staff.task_choices import Choice, Does, Stop
from kiosk.ui.staff.task_list import TaskList
from kiosk.ui.staff.task_model import TaskModel
from kiosk.ui.theme import look
from kiosk.ui.widgets import FollowingScroll, Notice, Role, Text, announce

__all__ = ["NEEDS_ATTENTION", "NeedsAttentionPage"]

NEEDS_ATTENTION: Final = "attention"


_NO_LIMIT: Final = 16777215
"""Qt's own word for no limit (QWIDGETSIZE_MAX)."""


class NeedsAttentionPage(StaffPage):
    """The list beside the opened task; below it where the screen is narrow.

    Signals:
        slips_made: carries a list of `MadeInvitation`, to be printed.
        enroll_wanted: carries the `DeskTask` whose patient gets a new invitation.
        invitations_wanted: the list of today is to be opened.
        account_wanted: carries the id of the account to be opened, or the name to look for.
        status_wanted: the sync status is to be opened.
    """

    slips_made = Signal(list)
    enroll_wanted = Signal(object)
    invitations_wanted = Signal()
    account_wanted = Signal(object)
    status_wanted = Signal()

    slug = NEEDS_ATTENTION
    icon = "triangle-alert"

    def __init__(
        self,
        service: TaskService,
        feed: Feed[TaskGlance],
        background: Background,
        practice: StaffPractice,
        slip_waits: Callable[[], bool] = lambda: False,
        sheet_waits: Callable[[], bool] = lambda: False,
    ) -> None:
        """Make a page that looks anew when `feed` tells of other tasks.

        Args:
            service: what needs the desk.
            feed: tells of it.
            background: for the use cases.
            practice: this one.
            slip_waits: whether another slip is still to be printed; a new one would push its code away.
            sheet_waits: whether a day sheet's slips are, or its invitations are being made.
        """
        super().__init__(background)
        self._service = service
        self._slip_waits, self._sheet_waits = slip_waits, sheet_waits
        self._stop = Stop.STORAGE
        self._feed = feed
        self._shown: TaskGlance | None = None
        self._busy = False
        self._entered = False
        self._model = TaskModel(practice, self)
        self._list = TaskList(self._model)
        self._card = TaskCard(practice)
        self._none = Text("", Role.MUTED, name="task_none")
        self._problem = Notice("", name="task_problem", icon="triangle-alert")
        self._problem.hide()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._list.opened.connect(self._open)
        self._list.entered_row.connect(self._go_on)
        self._card.decided.connect(self._decide)
        feed.changed.connect(self._changed)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Needs attention")

    def enter(self, session: StaffSession) -> None:
        """Fetch the tasks; that is noted in the audit trail (F5)."""
        super().enter(session)
        self._entered = True
        self._load()

    def take_over(self, session: StaffSession) -> None:
        """Another colleague goes on, and looks at the task and the photo ID themselves (F5)."""
        super().take_over(session)
        self._card.forget_seen()
        task = self._card.task
        if self.session is not None and task is not None:
            self.background.run(partial(self._service.viewed, self.session, task), self._noted, self._failed)

    def leave(self) -> None:
        """Close the opened task."""
        super().leave()
        self._busy = False
        self._shown = None
        self._card.show_task(None)

    def wipe(self) -> None:
        """Forget every task."""
        super().wipe()
        self._problem.hide()
        self._model.set_tasks(())

    def retranslate(self) -> None:
        """Look up every text."""
        self._list.setAccessibleName(self.title())
        self._none.setText(self.tr("Nothing needs you. This list fills by itself."))
        self._problem.set_text(task_words.stopped(self._stop))
        self._model.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the opened task below the list where the screen is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Large text needs the width too."""
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= look().text(900)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        # Above the card the list takes no more than its rows need, so that a single one leaves no hole.
        needed = self._model.rowCount() * self._list.sizeHintForRow(0) + look().space(16)
        self._list.setMinimumHeight(look().text(240) if wide else min(look().text(240), needed))
        self._list.setMaximumHeight(_NO_LIMIT if wide else needed)

    def _build(self) -> None:
        # At 200 % the list would be squeezed to nothing: then the page as a whole scrolls.
        content = QWidget()
        self._scroll = FollowingScroll(content, name="task_scroll")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._problem)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self._none, 1)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._list, 1)
        self._sides.addWidget(self._card, 1)
        column.addLayout(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _changed(self, glance: TaskGlance) -> None:
        if self.session is not None and self.isVisible() and self._shown is not None and glance != self._shown:
            self._load()

    def _load(self) -> None:
        if self.session is not None and not self._busy:
            self.job = self.background.run(partial(self._service.tasks, self.session), self._show, self._failed)

    def _show(self, tasks: list[DeskTask]) -> None:
        self._problem.hide()
        opened = self._card.task.case_id if self._card.task else None
        self._shown = TaskGlance(
            frozenset(task.case_id for task in tasks), frozenset(task.case_id for task in tasks if task.waiting)
        )
        self._model.set_tasks(tasks)
        self._list.setVisible(bool(tasks))
        self._arrange()
        self._turn_to(opened)
        self._none.setVisible(not tasks)  # last: where it had the focus, the list takes that, and opens what it shows
        if self._entered:
            (self._list if tasks else self._none).setFocus(Qt.FocusReason.OtherFocusReason)
        self._entered = False

    def _turn_to(self, opened: UUID | None) -> None:
        """Keep the opened task in sight; else open the first, which waits for the longest."""
        row = self._model.row_of(opened) if opened else -1
        if row >= 0:
            self._list.show_row(row)  # the card stays as it is, with the photo ID that was pressed
            return
        self._card.show_task(None)
        if self._model.tasks:
            self._list.show_row(0)
            self._open(0)

    def _open(self, row: int) -> None:
        task = self._model.tasks[row]
        if self.session is None or (self._card.task and self._card.task.case_id == task.case_id):
            return
        self._card.show_task(task)
        self.background.run(partial(self._service.viewed, self.session, task), self._noted, self._failed)

    def _go_on(self) -> None:
        self._scroll.ensureWidgetVisible(self._card.focus_main())

    def _noted(self, _nothing: None) -> None:
        """The view stands in the audit trail (F5)."""

    def _decide(self, choice: Choice, seen: IdDocument | None) -> None:
        task = self._card.task
        if self.session is None or task is None or self._busy:
            return
        match choice.does:
            case Does.DECIDE:
                self._busy = True
                work = partial(self._service.resolve, self.session, task, choice.decision, seen)
                self.job = self.background.run(work, self._resolved, self._failed)
            case Does.REISSUE | Does.REISSUE_ALL | Does.CORRECT_REISSUE | Does.ENROLL if self._slip_waits():
                self._say(Stop.SLIP_WAITS)
            case Does.REISSUE | Does.REISSUE_ALL if task.kind == NOT_PRINTED and self._sheet_waits():
                self._say(Stop.SHEET_WAITS)
            case Does.REISSUE:
                # No job of this page's: whoever turns to another page meanwhile must not lose the new code.
                self._busy = True
                self.background.run(partial(self._service.new_slip, self.session, task), self._reissued, self._failed)
            case Does.REISSUE_ALL:
                self._busy = True
                announce(self, self.tr("One moment …"))
                self.background.run(partial(self._service.new_slips, self.session), self._all_reissued, self._failed)
            case Does.CORRECT_REISSUE if seen is not None:
                self._busy = True
                correct = partial(self._service.corrected_slip, self.session, task, seen)
                self.background.run(correct, self._reissued, self._failed)
            case Does.CORRECT_REISSUE:
                pass  # the card asks for the photo ID first
            case Does.ENROLL:
                self.enroll_wanted.emit(task)
            case Does.OPEN_INVITATIONS:
                self.invitations_wanted.emit()
            case Does.OPEN_STATUS:
                self.status_wanted.emit()
            case Does.OPEN_ACCOUNT:
                self.account_wanted.emit(task.account_id or " ".join(filter(None, (task.first, task.last))))

    def _resolved(self, _nothing: None) -> None:
        self._busy = False
        self._card.show_task(None)
        announce(self, self.tr("Done."))
        self._entered = True  # the button that was pressed is gone
        self._load()
        self._feed.ask()

    def _reissued(self, made: MadeInvitation | None) -> None:
        self._busy = False
        if made is None:
            self._say(Stop.NO_SLIP)
        elif self.session is not None:
            self._card.show_task(None)
            self.slips_made.emit([made])

    def _all_reissued(self, made: list[MadeInvitation]) -> None:
        self._busy = False
        if not made:
            self._say(Stop.PRINTED)
        elif self.session is not None:
            self._card.show_task(None)
            self.slips_made.emit(made)

    def _failed(self, _error: BaseException) -> None:
        self._busy = False
        self._say(Stop.STORAGE)

    def _say(self, stop: Stop) -> None:
        self._stop = stop
        self._problem.set_text(task_words.stopped(self._stop))
        self._problem.show()
        self._scroll.ensureWidgetVisible(self._problem)
        announce(self._problem, self._problem.text)
