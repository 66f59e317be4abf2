"""How the sync stands: what is wrong and what to do, what waits since when, what is stuck, and "Sync now" (F6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.staff import StaffSession
from kiosk.domain.sync_status import SeenDevice, SyncStatus
from kiosk.ui.background import Background
from kiosk.ui.icons import pixmap
from kiosk.ui.staff import sync_words, words
from kiosk.ui.staff.devices_card import DevicesCard
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, Card, Role, Text, announce

__all__ = ["SyncPage"]

_FACTS = ("success", "waiting", "stuck", "clock")


class SyncPage(StaffPage):
    """A few sentences, each true, and one button."""

    slug = "sync"
    icon = "refresh-cw"

    def __init__(
        self,
        service: DeskService,
        feed: Feed[SyncStatus],
        background: Background,
        practice: StaffPractice,
        desk_id: UUID | None = None,
    ) -> None:
        """Make a page that shows what `feed` says, and on a desk, `desk_id`, the practice's devices."""
        super().__init__(background)
        self._service = service
        self._feed = feed
        self._practice = practice
        self._tried: tuple[dt.datetime | None, dt.datetime | None] | None = None
        self._sign = QLabel()
        self._state = Text("", Role.TITLE, name="sync_state")
        self._trouble = Text("", name="sync_trouble")
        self._effect = Text("", name="sync_effect")
        self._advice = Text("", Role.STRONG, name="sync_advice")
        self._said = Text("", Role.OK, name="sync_said")
        self._now = Action("", ActionRole.PRIMARY, name="sync_now", icon="refresh-cw")
        self._now.setProperty("staff", True)
        self._facts = {
            fact: (Text("", Role.MUTED, name=f"sync_{fact}_label"), Text("", name=f"sync_{fact}")) for fact in _FACTS
        }
        self._devices = None if desk_id is None else DevicesCard(practice, desk_id)
        self._promise = Text("", Role.MUTED, name="sync_promise")
        self._build()
        self._now.clicked.connect(self._sync)
        feed.changed.connect(self._show)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Sync status")

    def enter(self, session: StaffSession) -> None:
        """Note who looks, and look anew."""
        super().enter(session)
        self._tried = None
        self.retranslate()
        self.background.run(partial(self._service.view_status, session), self._seen, self._failed)
        self._feed.ask()
        self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text."""
        self._now.setText(self.tr("Sync now"))
        names = (self.tr("Last synced"), self.tr("Records waiting"), self.tr("Records stuck"), self.tr("Clock"))
        for (label, _), name in zip(self._facts.values(), names, strict=True):
            label.setText(name)
        self._promise.setText(
            self.tr("What waits is kept safe on this device and is sent by itself as soon as it can.")
        )
        self._say(self.tr("Trying now …") if self._tried else "")
        if self._feed.latest is None:
            self._state.setText(self.tr("One moment …"))
            for fact in _FACTS:
                self._fact(fact, "")
            for text in (self._trouble, self._effect, self._advice):
                text.hide()
        else:
            self._show(self._feed.latest)

    def restyle(self) -> None:
        """Draw the sign in the look's colours."""
        latest = self._feed.latest
        fine = latest is None or sync_words.is_fine(latest)
        colour = look().colours.ok if fine else look().colours.error
        self._sign.setPixmap(pixmap("circle-check" if fine else "triangle-alert", colour, look().text(28)))

    def _build(self) -> None:
        card = Card("sync_card")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._state, 1)
        act = QHBoxLayout()
        act.setSpacing(16)
        act.addWidget(self._now)
        act.addWidget(self._said, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(self._facts.values()):
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        card.box.addLayout(head)
        for text in (self._trouble, self._effect, self._advice):
            card.box.addWidget(text)
        card.box.addLayout(act)
        card.box.addSpacing(8)
        card.box.addLayout(grid)
        card.box.addWidget(self._promise)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        if self._devices is not None:
            column.addWidget(self._devices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WideScroll(content, name="sync_scroll"))

    def _show(self, status: SyncStatus) -> None:
        self._state.setText(sync_words.state(status, self._practice))
        self.restyle()
        trouble = status.trouble
        sentences = (sync_words.trouble_sentence, sync_words.trouble_effect, sync_words.trouble_advice)
        for text, sentence in zip((self._trouble, self._effect, self._advice), sentences, strict=True):
            text.setText("" if trouble is None else sentence(trouble))
            text.setVisible(trouble is not None)
        last = status.last_success
        stuck = self.tr("%1. The portal did not take them. Please call technical support.")
        self._fact("success", self.tr("Never") if last is None else words.clock_time(last, self._practice))
        self._fact("waiting", sync_words.since(status, self._practice))
        self._fact("stuck", stuck.replace("%1", words.number(status.stuck)) if status.stuck else "", bad=True)
        self._fact("clock", sync_words.clock_fault(status), bad=True)
        tries = (status.last_success, status.last_failure)
        if self._tried is not None and self._tried != tries:
            self._tried = None
            self._say("")
            announce(self._state, self._state.text())

    def _fact(self, fact: str, said: str, *, bad: bool = False) -> None:
        for part in self._facts[fact]:
            part.setVisible(bool(said))
        value = self._facts[fact][1]
        value.setText(said)
        value.set_role(Role.PROBLEM if bad else Role.BODY)

    def _sync(self) -> None:
        if self.session is not None:
            latest = self._feed.latest
            self._tried = (latest.last_success, latest.last_failure) if latest else (None, None)
            self._say(self.tr("Trying now …"))
            announce(self._said, self._said.text())
            self.job = self.background.run(partial(self._service.sync_now, self.session), self._asked, self._failed)

    def _seen(self, devices: Sequence[SeenDevice] | None) -> None:
        if self._devices is not None:
            self._devices.show_devices(devices)

    def _asked(self, _nothing: None) -> None:
        self._feed.soon()

    def _failed(self, _error: BaseException) -> None:
        self._tried = None
        self._say(self.tr("This device's storage does not work. Please call technical support."), bad=True)

    def _say(self, text: str, *, bad: bool = False) -> None:
        self._said.set_role(Role.PROBLEM if bad else Role.OK)
        self._said.setText(text)
