"""What needs the desk: who, why in one sentence, one main action (F4)."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_service import DeskService, TaskGlance
from kiosk.domain.ports import DeskTask
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.task_card import TaskCard
from kiosk.ui.staff.task_list import TaskList
from kiosk.ui.staff.task_model import TaskModel
from kiosk.ui.staff.task_words import Choice
from kiosk.ui.theme import look
from kiosk.ui.widgets import Notice, Role, Text, announce

__all__ = ["NEEDS_ATTENTION", "NeedsAttentionPage"]

NEEDS_ATTENTION: Final = "attention"


class NeedsAttentionPage(StaffPage):
    """The list beside the opened task; below it where the screen is narrow."""

    slug = NEEDS_ATTENTION
    icon = "triangle-alert"

    def __init__(
        self, service: DeskService, feed: Feed[TaskGlance], background: Background, practice: StaffPractice
    ) -> None:
        """Make a page that looks anew when `feed` tells of other tasks."""
        super().__init__(background)
        self._service = service
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
        self._problem.set_text(self.tr("This device's storage does not work. Please call technical support."))
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
        self._list.setMinimumHeight(look().text(240))

    def _build(self) -> None:
        # At 200 % the list would be squeezed to nothing: then the page as a whole scrolls.
        scroll = self._scroll = QScrollArea()
        scroll.setObjectName("task_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("role", "page")
        scroll.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._problem)
        column.addWidget(self._none)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._list, 1)
        self._sides.addWidget(self._card, 1)
        column.addLayout(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

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
        self._none.setVisible(not tasks)
        self._list.setVisible(bool(tasks))
        self._turn_to(opened)
        if self._entered and tasks:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
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
        self.background.run(partial(self._service.task_viewed, self.session, task), self._noted, self._failed)

    def _go_on(self) -> None:
        self._scroll.ensureWidgetVisible(self._card.focus_main())

    def _noted(self, _nothing: None) -> None:
        """The view stands in the audit trail (F5)."""

    def _decide(self, choice: Choice, seen: IdDocument | None) -> None:
        task = self._card.task
        if self.session is None or task is None or self._busy:
            return
        self._busy = True
        work = partial(self._service.resolve, self.session, task, choice.decision, seen)
        self.job = self.background.run(work, self._resolved, self._failed)

    def _resolved(self, _nothing: None) -> None:
        self._busy = False
        self._card.show_task(None)
        announce(self, self.tr("Done."))
        self._entered = True  # the button that was pressed is gone
        self._load()
        self._feed.ask()

    def _failed(self, _error: BaseException) -> None:
        self._busy = False
        self._problem.show()
        announce(self._problem, self._problem.text)
