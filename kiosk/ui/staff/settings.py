"""Settings: one's own PIN, the staff, this device and its screen, a scanner test, and what this program is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.screen_service import ScreenChoice, ScreenService
from kiosk.domain.staff import StaffSession
from kiosk.domain.staff_service import StaffService
from kiosk.domain.sync_status import SyncStatus
from kiosk.ui.background import Background
from kiosk.ui.staff.about import AboutCard, LicencesStep
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.settings_device import DeviceCard, DeviceFacts
from kiosk.ui.staff.settings_pin import OwnPinCard
from kiosk.ui.staff.settings_pin_step import PinFor, PinStep
from kiosk.ui.staff.settings_scanner import ScannerCard
from kiosk.ui.staff.settings_screen import ScreenCard
from kiosk.ui.staff.settings_staff import StaffCard
from kiosk.ui.staff.staff_words import Done, PinSlip, Refusal
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look

__all__ = ["SettingsPage"]

_DONE = {PinFor.NEWCOMER: Done.ADDED, PinFor.COLLEAGUE: Done.NEW_PIN}


class SettingsPage(StaffPage):
    """Cards, one a subject; before them, one at a time: the PIN that somebody types, and the licences.

    Signals:
        close_asked: "Close the kiosk".
    """

    close_asked = Signal()
    slug = "settings"
    icon = "settings"

    def __init__(
        self,
        staff: StaffService,
        feed: Feed[SyncStatus],
        background: Background,
        practice: StaffPractice,
        device: DeviceFacts,
        *,
        can_close: bool,
        screen: ScreenService | None = None,
    ) -> None:
        """Make a page; `can_close` offers managers to end the program, `screen` everybody how it looks."""
        super().__init__(background)
        self._staff, self._keeper = staff, screen
        self._whom, self._name = PinFor.ONESELF, ""
        self._take: Callable[[str], UUID | Refusal | None] | None = None
        self._own = OwnPinCard(can_change=staff.changes_staff)
        self._members = StaffCard(staff, background, practice)
        self._device = DeviceCard(feed, practice, device, can_close=can_close)
        self._scanner, self._about = ScannerCard(practice), AboutCard()
        self._screen = ScreenCard() if screen is not None else None
        self._pin, self._licences = PinStep(), LicencesStep(background)
        self._rows = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2)]
        self._steps = QStackedWidget()
        for step in (self._cards(), self._pin, self._licences):
            self._steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._steps)
        self._own.change_asked.connect(self._ask_own)
        self._members.pin_wanted.connect(self._ask)
        self._pin.chosen.connect(self._chosen)
        self._pin.cancelled.connect(self._cancelled)
        self._device.close_asked.connect(self.close_asked)
        self._about.licences_asked.connect(self._show_licences)
        self._licences.closed.connect(self._close_licences)
        if self._screen is not None:
            self._screen.chosen.connect(self._keep_screen)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Settings")

    def enter(self, session: StaffSession) -> None:
        """Note who looks (F5)."""
        super().enter(session)
        self._device.enter(session)
        self._members.enter(session)
        self.background.run(partial(self._staff.settings_viewed, session), self._noted, self._not_noted)
        (self._own if self._staff.changes_staff else self._about).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """A PIN half typed is forgotten."""
        super().leave()
        self._members.leave()
        self._scanner.wipe()
        self._own.show_done(False)
        self._show_cards()

    def wipe(self) -> None:
        """Forget who was here and the staff."""
        super().wipe()
        self._members.wipe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards one below the other where the screen is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Large text needs the width too."""
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= look().text(760)
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _cards(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row, cards in zip(self._rows, self._pairs(), strict=True):
            row.setSpacing(16)
            for card in cards:
                row.addWidget(card, 1)
        column.addLayout(self._rows[0])
        column.addWidget(self._members)
        column.addLayout(self._rows[1])
        return WideScroll(content, name="settings_scroll")

    def _pairs(self) -> tuple[tuple[QWidget, QWidget], tuple[QWidget, QWidget]]:
        """What stands side by side where there is room."""
        if self._screen is None:
            return (self._own, self._scanner), (self._device, self._about)
        both = QWidget()
        stack = QVBoxLayout(both)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(16)
        for card in (self._own, self._scanner):
            stack.addWidget(card, 1)
        return (both, self._screen), (self._device, self._about)

    def _keep_screen(self, choice: ScreenChoice) -> None:
        if self.session is not None and self._keeper is not None:
            keep = partial(self._keeper.choose, self.session, choice)
            self.background.run(keep, self._screen_kept, self._screen_not_kept)

    def _screen_kept(self, _nothing: None) -> None:
        if self._screen is not None:
            self._screen.show_kept(True)

    def _screen_not_kept(self, _error: BaseException) -> None:
        if self._screen is not None:
            self._screen.show_kept(False)

    def _ask_own(self) -> None:
        self._own.show_done(False)
        self._ask(PinFor.ONESELF, "", None)

    def _ask(self, whom: PinFor, name: str, take: Callable[[str], UUID | Refusal | None] | None) -> None:
        self._whom, self._name, self._take = whom, name, take
        self._steps.setCurrentWidget(self._pin)
        self._pin.ask(whom, name)

    def _chosen(self, old: str, new: str) -> None:
        if self.session is None:
            return
        work: Callable[[], UUID | Refusal | None] = partial(self._staff.change_own_pin, self.session, old, new)
        if self._take is not None:
            work = partial(self._take, new)
        self.job = self.background.run(work, self._decided, self._broken)

    def _decided(self, answer: UUID | Refusal | None) -> None:
        if answer is not None and not isinstance(answer, UUID):
            self._pin.refuse(answer)
            return
        whom, name = self._whom, self._name
        self._show_cards()
        if whom is PinFor.ONESELF:
            self._own.show_done(True)
        else:
            self._members.show_done(_DONE[whom], name, answer)

    def _cancelled(self) -> None:
        self._show_cards()
        if self._whom is PinFor.ONESELF:
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._members.go_back()

    def _broken(self, _error: BaseException) -> None:
        self._pin.refuse(PinSlip.BROKEN)

    def _show_cards(self) -> None:
        self._pin.wipe()
        self._take = None
        self._steps.setCurrentIndex(0)

    def _show_licences(self) -> None:
        self._steps.setCurrentWidget(self._licences)
        self._licences.show_licences()

    def _close_licences(self) -> None:
        self._steps.setCurrentIndex(0)
        self._about.setFocus(Qt.FocusReason.OtherFocusReason)

    def _noted(self, _nothing: None) -> None:
        """The audit row stands."""

    def _not_noted(self, _error: BaseException) -> None:
        """What is here names no patient; the staff's list fails by itself (F5)."""
