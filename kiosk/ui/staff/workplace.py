"""Behind the door: navigation, the page in sight, and the line that says how the sync stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.desk_service import TaskGlance
from kiosk.domain.staff import StaffSession
from kiosk.domain.sync_status import SyncStatus
from kiosk.ui.staff import sync_words
from kiosk.ui.staff.needs_attention import NEEDS_ATTENTION
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.rail import Rail, RailButton
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.wide_scroll import WIDEST
from kiosk.ui.theme import look
from kiosk.ui.widgets import Piece, Role, Text, announce

__all__ = ["Workplace"]

_KEYBOARD_LEAVES = 0.75
"""Part of the window's height below which a keyboard must have taken the rest."""


class Workplace(Piece):
    """The entries of the navigation are named nav_enroll, nav_invitations …, hand_over, lock, leave.

    Signals:
        hand_over_asked: "Hand over".
        lock_asked: "Lock".
        leave_asked: "Patient screens".
    """

    hand_over_asked = Signal()
    lock_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self,
        pages: Sequence[StaffPage],
        feed: Feed[SyncStatus],
        tasks: Feed[TaskGlance] | None,
        practice: StaffPractice,
        *,
        can_leave: bool,
    ) -> None:
        """Make a workplace for nobody yet."""
        super().__init__()
        self.setObjectName("workplace")
        self._pages = {page.slug: page for page in pages}
        self._practice = practice
        self._feed = feed
        self._tasks = tasks
        self._waiting = 0
        self._session: StaffSession | None = None
        self._entries = {
            page.slug: RailButton(name=f"nav_{page.slug}", icon=page.icon, checkable=True) for page in pages
        }
        self._hand_over = RailButton(name="hand_over", icon="arrow-left-right", checkable=False)
        self._lock = RailButton(name="lock", icon="lock", checkable=False)
        self._leave = RailButton(name="leave", icon="arrow-left", checkable=False)
        self._title = Text("", Role.HEADING, name="staff_title")
        self._who = Text("", Role.STEP, name="staff_who")
        self._status = Text("", Role.STEP, name="staff_status")
        if not can_leave:
            self._leave.hide()
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page)
        self.retranslate()
        self._rail = Rail(tuple(self._entries.values()), (self._hand_over, self._lock, self._leave))
        self._head = QWidget()
        self._build()
        self._rail.chosen.connect(self.open)
        self._hand_over.clicked.connect(self.hand_over_asked)
        self._lock.clicked.connect(self.lock_asked)
        self._leave.clicked.connect(self.leave_asked)
        for page in pages:
            page.headed.connect(self.retranslate)
        feed.changed.connect(self._show_status)
        if tasks is not None:
            tasks.changed.connect(self._show_tasks)
        self.refresh()

    @property
    def current(self) -> StaffPage:
        """The page in sight."""
        page = self._stack.currentWidget()
        assert isinstance(page, StaffPage)  # noqa: S101 - nothing else is ever put into the stack
        return page

    @property
    def unfinished(self) -> bool:
        """Whether something is lost if the program ends now."""
        return any(page.unfinished for page in self._pages.values())

    def enter(self, session: StaffSession) -> None:
        """Let somebody in, to the page that was open."""
        self._session = session
        self._feed.start()
        if self._tasks is not None:
            self._tasks.start()
        self.open(self.current.slug)

    def take_over(self, session: StaffSession) -> None:
        """Let everything go on in another's name."""
        for page in self._pages.values():
            page.take_over(session)

    def pause(self) -> None:
        """Somebody locked: ask nothing, keep everything."""
        self._stop()
        self.current.leave()

    def wipe(self) -> None:
        """Forget whoever was here and everything of patients; begin with the first page again."""
        self._stop()
        for page in self._pages.values():
            page.wipe()
        self._session = None
        self._stack.setCurrentIndex(0)
        self.retranslate()

    def open(self, slug: str) -> None:
        """Turn to a page (again, if it is in sight: it looks anew)."""
        if self._session is None:
            return
        self.current.leave()
        self._stack.setCurrentWidget(self._pages[slug])
        self.retranslate()
        self.current.enter(self._session)

    def retranslate(self) -> None:
        """Look up every text."""
        for slug, entry in self._entries.items():
            entry.set_word(self._pages[slug].title())
            entry.setChecked(self._pages[slug] is self.current)
        self._hand_over.set_word(self.tr("Hand over"))
        self._lock.set_word(self.tr("Lock"))
        self._leave.set_word(self.tr("Patient screens"))
        self._title.setText(self.current.heading())
        self._who.setText(self._session.name if self._session else "")
        if self._feed.latest is not None:
            self._show_status(self._feed.latest)
        if self._tasks is not None and self._tasks.latest is not None:
            self._show_tasks(self._tasks.latest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the navigation on top where the screen is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Large text needs the width too."""
        self._arrange()

    def _arrange(self) -> None:
        # With large text and the keyboard open the page needs all there is; navigation and head wait meanwhile.
        height, whole = self.height(), self.window().height()
        tight = height < _KEYBOARD_LEAVES * whole and height < look().text(400)
        self._rail.setVisible(not tight)
        self._head.setVisible(not tight)
        narrow = self.width() < look().text(1000)
        self._rail.set_narrow(narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else right)
        self._side.setMaximumWidth(look().text(WIDEST))

    def _build(self) -> None:
        self._rail.set_practice(self._practice.name)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(16)
        head.addWidget(self._title, 2)
        right = QVBoxLayout()
        right.setSpacing(0)
        for text in (self._status, self._who):
            text.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            right.addWidget(text)
        head.addLayout(right, 3)
        self._side = QWidget()  # title, page and foot have one width, and lie in the middle of what is wider
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._rail)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._side, 1000)
        middle.addStretch(1)
        self._sides.addLayout(middle, 1)

    def _stop(self) -> None:
        self._feed.stop()
        if self._tasks is not None:
            self._tasks.stop()

    def _show_tasks(self, glance: TaskGlance) -> None:
        """Count on the entry; whoever works elsewhere hears that a patient waits."""
        waiting, before = len(glance.waiting), self._waiting
        self._waiting = waiting
        said = self.tr("%1 waiting at the tablet").replace("%1", str(waiting)) if waiting else ""
        self._entries[NEEDS_ATTENTION].set_count(len(glance.open), said)
        if waiting > before:
            announce(self, said)

    def _show_status(self, status: SyncStatus) -> None:
        self._status.setText(sync_words.status_line(status, self._practice))
        self._status.set_role(Role.OK if sync_words.is_fine(status) else Role.PROBLEM)
