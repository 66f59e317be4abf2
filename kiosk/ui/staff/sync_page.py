"""How the sync stands: the last success, what waits since when, what is stuck, and "Sync now" (F6)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.ports import SyncStatus
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background
from kiosk.ui.staff import words
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.widgets import Action, ActionRole, Card, Role, Text, announce

__all__ = ["SyncPage"]


class SyncPage(StaffPage):
    """A few sentences, each true, and one button."""

    slug = "sync"
    icon = "refresh-cw"

    def __init__(
        self, service: DeskService, feed: Feed[SyncStatus], background: Background, practice: StaffPractice
    ) -> None:
        """Make a page that shows what `feed` says."""
        super().__init__(background)
        self._service = service
        self._feed = feed
        self._practice = practice
        self._pressed = False
        self._state = Text("", Role.TITLE, name="sync_state")
        self._advice = Text("", name="sync_advice")
        self._clock = Text("", Role.PROBLEM, name="sync_clock")
        self._success = Text("", Role.MUTED, name="sync_success")
        self._waiting = Text("", name="sync_waiting")
        self._stuck = Text("", Role.PROBLEM, name="sync_stuck")
        self._promise = Text("", Role.MUTED, name="sync_promise")
        self._said = Text("", Role.OK, name="sync_said")
        self._now = Action("", ActionRole.PRIMARY, name="sync_now", icon="refresh-cw")
        self._now.setProperty("staff", True)
        card = Card("sync_card")
        for text in (
            self._state,
            self._advice,
            self._clock,
            self._success,
            self._waiting,
            self._stuck,
            self._promise,
        ):
            card.box.addWidget(text)
        row = QHBoxLayout()
        row.addWidget(self._now)
        row.addWidget(self._said, 1)
        card.box.addSpacing(8)
        card.box.addLayout(row)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WideScroll(content, name="sync_scroll"))
        self._now.clicked.connect(self._sync)
        feed.changed.connect(self._show)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Sync status")

    def enter(self, session: StaffSession) -> None:
        """Note who looks, and look anew."""
        super().enter(session)
        self._pressed = False
        self.retranslate()
        self.background.run(partial(self._service.status_viewed, session), self._noted)
        self._feed.ask()
        self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text."""
        self._now.setText(self.tr("Sync now"))
        self._promise.setText(
            self.tr("What waits is kept safe on this device and is sent by itself as soon as it can.")
        )
        self._said.setText(self.tr("Trying now …") if self._pressed else "")
        if self._feed.latest is None:
            self._state.setText(self.tr("One moment …"))
            for text in (self._advice, self._clock, self._success, self._waiting, self._stuck):
                text.hide()
        else:
            self._show(self._feed.latest)

    def _show(self, status: SyncStatus) -> None:
        self._state.setText(words.sync_state(status, self._practice))
        failed = status.trouble is not None
        self._advice.setText(words.trouble_advice(status.trouble) if status.trouble is not None else "")
        self._advice.setVisible(failed)
        self._clock.setText(words.clock_trouble(status))
        self._clock.setVisible(status.clock_wrong)
        self._success.setVisible(failed)
        if status.last_success is None:
            self._success.setText(self.tr("This device has not synced yet."))
        else:
            time = words.clock_time(status.last_success, self._practice)
            self._success.setText(self.tr("The last sync that worked was at %1.").replace("%1", time))
        self._waiting.setText(words.waiting_since(status, self._practice))
        self._waiting.show()
        stuck = self.tr("%1 stuck: the portal did not take them. Please call technical support.")
        self._stuck.setText(stuck.replace("%1", str(status.stuck)))
        self._stuck.setVisible(status.stuck > 0)
        if self.sender() is self._feed:
            self._pressed = False
            self._said.setText("")

    def _sync(self) -> None:
        if self.session is not None:
            self._pressed = True
            self._said.setText(self.tr("Trying now …"))
            announce(self._said, self._said.text())
            self.job = self.background.run(partial(self._service.sync_now, self.session), self._asked, self._failed)

    def _noted(self, _nothing: None) -> None:
        """The audit row stands."""

    def _asked(self, _nothing: None) -> None:
        self._feed.soon()

    def _failed(self, _error: BaseException) -> None:
        self._pressed = False
        self._said.setText(self.tr("This device's storage does not work. Please call technical support."))
