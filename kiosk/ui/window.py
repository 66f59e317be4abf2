"""The window of the waiting room: welcome → one patient's wizard → welcome, with help, covers and the staff's door."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kiosk.domain.draft import Draft, Journey
from kiosk.ui.background import Background
from kiosk.ui.covers import Covers
from kiosk.ui.idle import IdleWatch, StepWatch, Timer, single_shot_timer
from kiosk.ui.keys import KeyWatch
from kiosk.ui.session import (
    PatientUseCases,
    PracticeView,
    SupportUseCases,
    carried_over,
    new_draft,
    reads_like_a_code,
    scanned_draft,
)
from kiosk.ui.shell import Shell
from kiosk.ui.silence import Silence
from kiosk.ui.staff_door import StaffDoor
from kiosk.ui.support_screens import SupportScreens
from kiosk.ui.theme import Appearance, dress
from kiosk.ui.widgets import OnScreenKeyboard
from kiosk.ui.window_parts import StaffScreen, lay_out
from kiosk.ui.wizard import PatientWizard

__all__ = ["PatientWindow"]

USUAL = Appearance()


class PatientWindow(QWidget):
    """Everything a patient sees. It closes only after `allow_close` (K4).

    Signals:
        patient_began: a fresh wizard stands.
        patient_left: nothing of the last patient is left (K3).
        page_entered: another page of the wizard is in sight.
        fault: something failed that no page expects; carries the exception's type name alone.
    """

    patient_began = Signal()
    patient_left = Signal()
    page_entered = Signal()
    fault = Signal(str)

    def __init__(
        self,
        *,
        service: PatientUseCases,
        practice: PracticeView,
        background: Background,
        idle: IdleWatch,
        support: SupportUseCases | None = None,
        staff_area_factory: Callable[[], StaffScreen] | None = None,
        development: bool = False,
        appearance: Appearance = USUAL,
        connected: Callable[[], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
        step_timer: Callable[[], Timer] = single_shot_timer,
        parent: QWidget | None = None,
    ) -> None:
        """Show the welcome screen.

        Args:
            support: chat and call-back; without it help offers neither.
            staff_area_factory: makes what lies behind the staff's door; without it there is no door.
            development: the device's key is a development key: say so on top of every screen.
            appearance: what the screens return to after each patient.
            connected: whether the portal is reached, told at once; shown as a small light (F6).
            clock: seconds, for telling a scanner from a hand.
            step_timer: makes what rings when a step takes long.
        """
        super().__init__(parent)
        self.setObjectName("patient_window")
        self.setWindowTitle(practice.name)
        self._service, self._practice, self._background = service, practice, background
        self._appearance = appearance
        self._wizard: PatientWizard | None = None
        self._may_close = False
        self._shell = Shell.of(practice)
        if connected is not None:
            self._shell.top.light.watch(connected)
        self._support: SupportScreens | None = None
        if support is not None:
            self._support = SupportScreens(self._shell, support, background, practice, self)
            self._support.fault.connect(self.fault)
        self._rooms = QStackedWidget()
        self._keyboard = OnScreenKeyboard()
        self._rooms.addWidget(self._shell)
        lay_out(self, self._rooms, self._keyboard, development=development)
        self._keyboard.attach(self)
        self._covers = Covers(self, (self._rooms, self._keyboard))
        self._step_watch = StepWatch(self, timer_factory=step_timer)
        self._silence = Silence(idle, self._step_watch)
        self._keys = KeyWatch(self, reads_like_a_code=partial(reads_like_a_code, practice), clock=clock)
        self._door = StaffDoor(self._rooms, self._shell, staff_area_factory, self)
        self._connect(idle)
        self._shell.use_language(practice.languages[0])
        self._to_welcome()
        dress(self)

    @property
    def wizard(self) -> PatientWizard | None:
        """The patient's wizard, if somebody is signing up."""
        return self._wizard

    def allow_close(self) -> None:
        """Let the window be closed; called by the staff area after a sign-in."""
        self._may_close = True

    # Patients

    def begin(self, draft: Draft) -> None:
        """Open a fresh wizard."""
        self._drop_wizard()
        wizard = PatientWizard(draft, practice=self._practice, service=self._service, background=self._background)
        self._wizard = wizard
        wizard.entered.connect(self._page_entered)
        wizard.busy_changed.connect(self._covers.set_busy)
        wizard.finished_here.connect(self._leave_patient)
        wizard.another.connect(self._begin_another)
        wizard.log_in.connect(self._begin_log_in)
        wizard.start_over.connect(self._ask_start_over)
        wizard.fault.connect(self.fault)
        if self._support is not None:
            wizard.call_back_requested.connect(self._support.open_call_back)
        self._shell.set_wizard(wizard)
        self._page_entered()
        self.patient_began.emit()

    def _begin_journey(self, journey: Journey) -> None:
        self.begin(new_draft(self._practice, journey))

    def _begin_log_in(self) -> None:
        self._begin_journey(Journey.LOG_IN)

    def _begin_another(self) -> None:
        if self._wizard is not None:
            self.begin(carried_over(self._practice, self._wizard.draft))

    def _page_entered(self) -> None:
        wizard = self._wizard
        if wizard is None:
            return
        self._silence.allow_page(wizard.patience)
        self._shell.refresh()
        if wizard.page_now().first_focus() is None:
            self._shell.footer.focus_primary()
        self.page_entered.emit()

    def _stuck(self) -> None:
        self._step_watch.begin()
        if not self._covers.covered and self._shell.over is None:  # else somebody helps, or asks something, already
            self._covers.offer_desk()

    def _leave_patient(self) -> None:
        """Finish, Start over or silence: nothing of the patient stays, and the next finds the screen as usual."""
        self._covers.forget_focus()
        self._covers.set_busy(False)
        self._covers.clear()
        self._drop_wizard()
        QApplication.clipboard().clear()
        self._shell.use_look(self._appearance)
        self._shell.use_language(self._practice.languages[0])
        self._to_welcome()
        self.patient_left.emit()

    def _drop_wizard(self) -> None:
        wizard, self._wizard = self._wizard, None
        if wizard is not None:
            self._shell.set_wizard(None)
            wizard.dispose()

    def _to_welcome(self) -> None:
        self._shell.leave_over()
        self._silence.allow_welcome(changed=False)

    # Buttons

    def _primary(self) -> None:
        if not self._covers.covered:
            self._shell.press_primary()

    def _entered(self) -> None:
        """Enter in a line of text."""
        if not self._covers.covered:
            self._shell.press_enter()

    def _back(self) -> None:
        if self._covers.covered or self._shell.press_back() or self._wizard is None:
            return
        if self._wizard.untouched:
            self._leave_patient()
        else:
            self._ask_start_over()

    def _ask_start_over(self) -> None:
        self._covers.ask_start_over(self._leave_patient)
        self._silence.touch()

    # Staff

    def _staff_requested(self) -> None:
        if not self._door.can_open or self._covers.covered:
            return
        if self._wizard is not None and not self._wizard.at_end:
            self._covers.ask_start_over(self._open_staff)
        else:
            self._open_staff()

    def _open_staff(self) -> None:
        self._leave_patient()
        self._keys.enabled = False
        self._door.open()

    def _staff_left(self) -> None:
        self._keys.enabled = True
        self._to_welcome()

    def _quit(self) -> None:
        self.allow_close()
        self.close()

    # Scanner

    def _scanned(self, burst: str) -> None:
        if self._covers.covered:
            return
        if self._shell.at_welcome:
            draft = scanned_draft(self._practice, burst)
            if draft is not None:
                self.begin(draft)
        elif self._wizard is not None and self._shell.over is None:
            self._wizard.scanned(burst, self._practice.host)

    # Silence

    def _over_changed(self) -> None:
        sight = self._shell.over or self._wizard
        if sight is not None:
            self._silence.allow(sight.patience)
        else:
            self._watch_welcome()

    def _watch_welcome(self) -> None:
        """Whoever changed language or text size on the welcome screen and left: the next finds the usual ones."""
        if self._wizard is None:
            self._silence.allow_welcome(changed=True)

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless staff said otherwise (K4)."""
        if self._may_close:
            self._drop_wizard()
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key of Qt's own means anything here: Esc does nothing (K4)."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turned from portrait to landscape: there may be more room."""
        super().resizeEvent(event)
        self._shell.make_room()

    def _connect(self, idle: IdleWatch) -> None:
        shell = self._shell
        shell.welcome.journey_chosen.connect(self._begin_journey)
        shell.look_chosen.connect(self._watch_welcome)
        shell.over_changed.connect(self._over_changed)
        shell.top.staff_requested.connect(self._staff_requested)
        for asked in (shell.welcome.help_requested, shell.top.help_requested):
            asked.connect(shell.open_help)
        shell.help.start_over.connect(self._ask_start_over)
        shell.footer.primary.connect(self._primary)
        shell.footer.back.connect(self._back)
        self._door.shut.connect(self._staff_left)
        self._door.quit_requested.connect(self._quit)
        self._covers.lifted.connect(self._silence.touch)
        self._step_watch.stuck.connect(self._stuck)
        self._covers.start_over_asked.connect(self._ask_start_over)
        idle.asked.connect(self._covers.ask_still_there)
        idle.expired.connect(self._leave_patient)
        self._keys.scanned.connect(self._scanned)
        self._keys.go_on.connect(self._entered)
        self._keyboard.shown_changed.connect(shell.set_keyboard_open)
