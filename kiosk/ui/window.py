"""The window of the waiting room: welcome → one patient's wizard → welcome, with help, covers and the staff's door."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.draft import Draft, Journey
from kiosk.ui.background import Background
from kiosk.ui.covers import Covers
from kiosk.ui.i18n import LANGUAGES
from kiosk.ui.idle import IdleWatch, StepWatch, Timer, single_shot_timer
from kiosk.ui.keys import KeyWatch
from kiosk.ui.page import Patience
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
from kiosk.ui.support_screens import SupportScreens
from kiosk.ui.theme import Appearance
from kiosk.ui.widgets import OnScreenKeyboard
from kiosk.ui.window_parts import DevelopmentBanner, StaffScreen
from kiosk.ui.wizard import PatientWizard

__all__ = ["PatientWindow"]

UNWATCHED_S = 90
"""How long the welcome screen keeps somebody's language and text size in silence."""

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
        self._service, self._practice, self._background, self._idle = service, practice, background, idle
        self._appearance = appearance
        self._staff_area_factory = staff_area_factory
        self._staff: StaffScreen | None = None
        self._wizard: PatientWizard | None = None
        self._may_close = False
        self._shell = Shell(
            practice.name,
            tuple(entry for entry in LANGUAGES if entry.code in practice.languages),
            network=practice.network_name,
            operator=practice.operator_name,
        )
        if connected is not None:
            self._shell.top.light.watch(connected)
        self._support: SupportScreens | None = None
        if support is not None:
            self._support = SupportScreens(self._shell, support, background, practice, self)
            self._support.fault.connect(self.fault)
        self._rooms = QStackedWidget()
        self._keyboard = OnScreenKeyboard()
        self._lay_out(development)
        self._covers = Covers(self, (self._rooms, self._keyboard))
        self._step_watch = StepWatch(self, timer_factory=step_timer)
        self._keys = KeyWatch(self, reads_like_a_code=partial(reads_like_a_code, practice), clock=clock)
        self._connect()
        self._shell.use_language(practice.languages[0])
        self._to_welcome()

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
        self._idle.set_limits(*wizard.patience.value)
        self._idle.set_enabled(True)
        self._watch_step()
        self._shell.refresh()
        if wizard.page_now().first_focus() is None:
            self._shell.footer.focus_primary()
        self.page_entered.emit()

    def _watch_step(self) -> None:
        """Count the time of this step, where there is something to do."""
        if self._wizard is not None and self._wizard.patience in (Patience.TYPING, Patience.MESSAGE):
            self._step_watch.begin()
        else:
            self._step_watch.stop()

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
        self._watch_step()
        self._idle.set_limits(UNWATCHED_S, 0)
        self._idle.set_enabled(False)

    # Buttons

    def _primary(self) -> None:
        if self._covers.covered:
            return
        if self._shell.over is not None:
            self._shell.over.press_primary()
        elif self._wizard is not None:
            self._wizard.go_on()

    def _entered(self) -> None:
        """Enter in a line of text."""
        if self._shell.over is not None and not self._covers.covered:
            self._shell.over.press_enter()
        else:
            self._primary()

    def _back(self) -> None:
        wizard = self._wizard
        if self._covers.covered:
            return
        if self._shell.over is not None:
            self._shell.over.press_back()
            return
        if wizard is None:
            return
        if not wizard.at_start:
            wizard.go_back()
        elif wizard.untouched:
            self._leave_patient()
        else:
            self._ask_start_over()

    def _ask_start_over(self) -> None:
        self._covers.ask_start_over(self._leave_patient)
        self._idle.touch()

    # Staff

    def _staff_requested(self) -> None:
        if self._staff_area_factory is None or self._staff is not None or self._covers.covered:
            return
        if self._wizard is not None and not self._wizard.at_end:
            self._covers.ask_start_over(self._open_staff)
        else:
            self._open_staff()

    def _open_staff(self) -> None:
        self._leave_patient()
        if self._staff_area_factory is None:
            return
        self._staff = self._staff_area_factory()
        self._staff.closed.connect(self._close_staff)
        self._staff.quit_requested.connect(self._quit)
        self._keys.enabled = False
        self._rooms.addWidget(self._staff)
        self._rooms.setCurrentWidget(self._staff)

    def _close_staff(self) -> None:
        staff, self._staff = self._staff, None
        if staff is not None:
            self._keys.enabled = True
            self._rooms.setCurrentWidget(self._shell)
            self._rooms.removeWidget(staff)
            staff.hide()
            staff.deleteLater()
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

    def _over_changed(self) -> None:
        over = self._shell.over
        if over is not None:
            self._idle.set_limits(*over.patience.value)
            self._idle.set_enabled(True)
        elif self._wizard is not None:
            self._idle.set_limits(*self._wizard.patience.value)
        else:
            self._watch_welcome()

    def _watch_welcome(self) -> None:
        """Whoever changed language or text size on the welcome screen and left: the next finds the usual ones."""
        if self._wizard is None:
            self._idle.set_limits(UNWATCHED_S, 0)
            self._idle.set_enabled(True)

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

    def _lay_out(self, development: bool) -> None:
        self._rooms.addWidget(self._shell)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if development:
            whole.addWidget(DevelopmentBanner())
        whole.addWidget(self._rooms, 1)
        whole.addWidget(self._keyboard)
        self._keyboard.attach(self)

    def _connect(self) -> None:
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
        self._covers.lifted.connect(self._idle.touch)
        self._step_watch.stuck.connect(self._stuck)
        self._covers.start_over_asked.connect(self._ask_start_over)
        self._idle.asked.connect(self._covers.ask_still_there)
        self._idle.expired.connect(self._leave_patient)
        self._keys.scanned.connect(self._scanned)
        self._keys.go_on.connect(self._entered)
        self._keyboard.shown_changed.connect(shell.set_keyboard_open)
