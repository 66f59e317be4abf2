"""The staff area as one widget: the door, and what lies behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.screen_service import ScreenService
from kiosk.domain.staff import StaffRole, StaffSession
from kiosk.domain.staff_service import StaffService
from kiosk.domain.sync_status import SyncMonitor, SyncStatus
from kiosk.ui.background import Background
from kiosk.ui.idle import IdleWatch, Timer, single_shot_timer
from kiosk.ui.staff.desk_pages import DeskPages, DeskWork
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.settings import SettingsPage
from kiosk.ui.staff.settings_device import DeviceFacts
from kiosk.ui.staff.sign_in import SignInPage
from kiosk.ui.staff.status_feed import status_feed
from kiosk.ui.staff.style import staff_style
from kiosk.ui.staff.sync_page import SyncPage
from kiosk.ui.staff.workplace import Workplace
from kiosk.ui.theme import dress
from kiosk.ui.widgets import Cover
from kiosk.ui.window_parts import StaffScreen

__all__ = ["LOCK_S", "SIGN_OUT_S", "DeskWork", "StaffArea"]

LOCK_S = 120
"""Silence after which the door shuts; the work stays behind it."""
SIGN_OUT_S = 900
"""Silence after which the work is gone and nobody is signed in."""


class StaffArea(StaffScreen):
    """Sign-in, workplace, lock (F5, K3, K4).

    Signals:
        closed: whoever was here is gone; time for the patient screens.
        quit_requested: a manager ended the program; the audit row stands.
    """

    def __init__(
        self,
        service: DeskService,
        staff: StaffService,
        monitor: SyncMonitor,
        background: Background,
        practice: StaffPractice,
        *,
        device: DeviceFacts,
        desk: DeskWork | None = None,
        can_close: bool = False,
        can_leave: bool = True,
        screen: ScreenService | None = None,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QWidget | None = None,
    ) -> None:
        """Make a locked area; it fetches the staff's names when it is shown.

        Args:
            device: what "Settings" says of it.
            desk: offer what a desk does; a tablet is told of nobody (K2), and the portal takes no invitation of one.
            can_close: offer "Close the kiosk" to managers.
            can_leave: offer "Back to the patient screens" (a tablet has some, a desk has none).
            screen: offer how it looks; a tablet looks as its patient chose.
            timer_factory: for tests.
        """
        super().__init__(parent)
        self.setObjectName("staff_area")
        self._service, self._staff = service, staff
        self._background = background
        self._can_leave = can_leave
        self._session: StaffSession | None = None
        self._closes_window = False
        feed = self._feed = status_feed(monitor, background, timer_factory, self)
        own_id = device.device_id if device.is_desk else None
        self._settings = SettingsPage(staff, feed, background, practice, device, can_close=can_close, screen=screen)
        status = SyncPage(service, feed, background, practice, own_id)
        pages = None
        if desk is not None:
            pages = DeskPages(service, desk, feed, background, practice, timer_factory, self)
        self._door = SignInPage(service, staff, background, practice.name, can_leave=can_leave)
        self._workplace = Workplace(
            (*(pages.pages if pages else ()), status, self._settings),
            feed,
            pages.tasks if pages else None,
            practice,
            can_leave=can_leave,
        )
        if pages:
            pages.wanted.connect(self._workplace.open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._door)
        self._stack.addWidget(self._workplace)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._question = Cover(self, name="close_question")
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - widgets exist only inside one
        self._watch = IdleWatch(
            app, silence_s=LOCK_S, grace_s=SIGN_OUT_S - LOCK_S, timer_factory=timer_factory, parent=self
        )
        self._connect()

    @property
    def session(self) -> StaffSession | None:
        """Whose work lies here, also behind the locked door."""
        return self._session

    @property
    def locked(self) -> bool:
        """Whether a PIN is asked for."""
        return self._stack.currentWidget() is self._door

    @property
    def unfinished(self) -> bool:
        """Whether slips are still to be printed, or invitations are being made, also behind the locked door."""
        return self._workplace.unfinished

    def ask_before_closing(self) -> None:
        """Somebody closes the window while codes are here that stand nowhere else."""
        self._closes_window = True
        self._name_question()
        self._question.open()

    def end(self) -> None:
        """The program ends: sign whoever is here out, take back what was not printed, and note it."""
        if self._session is not None:
            self._forget()

    def lock(self) -> None:
        """Shut the door; the work stays behind it until the same person comes back."""
        self._question.hide()
        self._workplace.pause()
        self._stack.setCurrentWidget(self._door)
        self._door.enter(self._session)

    def hand_over(self) -> None:
        """Shut the door and let whoever signs in next go on with the work; silence takes the offer back."""
        self.lock()
        self._door.enter(self._session, hands_over=True)

    def sign_out(self) -> None:
        """Forget the work and whoever did it; ask who is there."""
        self._forget()
        self._door.enter()
        self._watch_door()

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the door, dressed: earlier, each widget that the area is put into would restyle it once more."""
        dress(self, staff_style)
        super().showEvent(event)
        if self._session is None:
            self._door.enter()
            self._watch_door()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_question()

    def _connect(self) -> None:
        self._door.signed_in.connect(self._let_in)
        self._door.left.connect(self._leave)
        self._workplace.hand_over_asked.connect(self.hand_over)
        self._workplace.lock_asked.connect(self.lock)
        self._workplace.leave_asked.connect(self._leave)
        self._settings.close_asked.connect(self._ask_to_close)
        # The button that Enter presses is the harmless one.
        self._question.more_time.connect(self._question.hide)
        self._question.start_over.connect(self._close)
        self._watch.asked.connect(self.lock)
        self._watch.expired.connect(self._expired)
        self._feed.changed.connect(self._ask_who_is_still_there)

    def _let_in(self, session: StaffSession) -> None:
        if self._session is not None and self._session.staff_id != session.staff_id:
            if self._door.hands_over:
                self._workplace.take_over(session)
            else:
                self._forget()
        self._session = session
        self._door.wipe()
        self._watch.set_limits(LOCK_S, SIGN_OUT_S - LOCK_S)
        self._watch.set_enabled(True)
        self._stack.setCurrentWidget(self._workplace)
        self._workplace.enter(session)

    def _watch_door(self) -> None:
        # A tablet whose door nobody opens goes back to the patients; a desk has nowhere to go.
        self._watch.set_limits(LOCK_S, 0)
        self._watch.set_enabled(self._can_leave)

    def _expired(self) -> None:
        self._leave() if self._can_leave else self.sign_out()

    def _ask_who_is_still_there(self, _status: SyncStatus) -> None:
        session = self._session
        if session is not None:
            self._background.run(partial(self._staff.still_there, session), partial(self._know, session), self._unknown)

    def _know(self, session: StaffSession, still_there: bool) -> None:
        if self._session == session and not still_there:
            self._expired()

    def _unknown(self, _error: BaseException) -> None:
        """A broken disk shows at what they do next."""

    def _leave(self) -> None:
        self._forget()
        self._watch.set_enabled(False)
        self.closed.emit()

    def _forget(self) -> None:
        self._question.hide()
        self._workplace.wipe()  # first: it notes what it takes back, in the name of who is here
        if self._session is not None:
            self._background.run(partial(self._service.sign_out, self._session), self._noted)
        self._session = None
        self._door.wipe()
        self._stack.setCurrentWidget(self._door)

    def _ask_to_close(self) -> None:
        self._closes_window = False
        self._name_question()
        self._question.open()

    def _name_question(self) -> None:
        said = self.tr("Nobody can use this device until it is started again.")
        if self.unfinished:
            said = self.tr("Slips are still to be printed. If you close now, you have to make new ones afterwards.")
        self._question.set_texts(self.tr("Close the kiosk?"), said, self.tr("Keep it open"), self.tr("Close the kiosk"))

    def _close(self) -> None:
        session = self._session
        if self._closes_window:  # as any other window does
            self._closing(None)
        elif session is not None and session.role is StaffRole.MANAGER:
            self._background.run(partial(self._service.close_kiosk, session), self._closing, self._closing)

    def _closing(self, _result: object) -> None:
        # Also when the audit row could not be written: a device with a broken disk must be possible to close.
        self._forget()
        self._watch.set_enabled(False)
        self.quit_requested.emit()

    def _noted(self, _nothing: None) -> None:
        """The audit row stands."""
