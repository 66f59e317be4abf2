"""The window of the waiting room: welcome → one patient's wizard → welcome, with help, covers and the staff's door."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain import flow
from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft, Journey
from kiosk.domain.refusals import Refusal, Refused
from kiosk.ui.background import Background
from kiosk.ui.cover import ConfirmCover
from kiosk.ui.help import Help
from kiosk.ui.i18n import LANGUAGES, Translator
from kiosk.ui.idle import IdleWatch
from kiosk.ui.keys import KeyWatch
from kiosk.ui.session import PatientUseCases, PracticeView, carried_over, new_draft
from kiosk.ui.theme import Appearance, apply_theme, look
from kiosk.ui.welcome import Welcome
from kiosk.ui.widgets import BusyOverlay, Cover, Footer, OnScreenKeyboard, ProgressStrip, TopBar
from kiosk.ui.window_parts import DevelopmentBanner, StaffScreen
from kiosk.ui.wizard import PatientWizard

__all__ = ["PatientWindow"]

USUAL = Appearance()
SILENCE_S = 90
GRACE_S = 30
ENDING_S = 45
"""How long a page with answers, the question, and an ending wait in silence (`ux.md`)."""


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
        staff_area_factory: Callable[[], StaffScreen] | None = None,
        development: bool = False,
        appearance: Appearance = USUAL,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        """Show the welcome screen.

        Args:
            staff_area_factory: makes what lies behind the staff's door; without it there is no door.
            development: the device's key is a development key: say so on top of every screen.
            appearance: what the screens return to after each patient.
            clock: seconds, for telling a scanner from a hand.
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
        self._after_confirm: Callable[[], None] = self._leave_patient
        self._focus_before: QWidget | None = None
        languages = tuple(language for language in LANGUAGES if language.code in practice.languages)
        self._top = TopBar(practice.name, languages=languages)
        self._progress = ProgressStrip()
        self._welcome = Welcome(practice.name, languages)
        self._help = Help()
        self._views = QStackedWidget()
        self._footer = Footer()
        self._rooms = QStackedWidget()
        self._keyboard = OnScreenKeyboard()
        self._lay_out(development)
        self._busy = BusyOverlay(self)
        self._cover = Cover(self)
        self._confirm = ConfirmCover(self)
        self._keys = KeyWatch(self, reads_like_a_code=self._reads_like_a_code, clock=clock)
        self._connect()
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
        wizard.busy_changed.connect(self._busy_changed)
        wizard.finished_here.connect(self._leave_patient)
        wizard.another.connect(self._begin_another)
        wizard.fault.connect(self.fault)
        self._views.addWidget(wizard)
        self._show_wizard()
        self._page_entered()
        wizard.focus_page()
        self.patient_began.emit()

    def _begin_sign_up(self) -> None:
        self.begin(new_draft(self._practice, Journey.SIGN_UP))

    def _begin_invitation(self) -> None:
        self.begin(new_draft(self._practice, Journey.INVITATION))

    def _begin_another(self) -> None:
        if self._wizard is not None:
            self.begin(carried_over(self._practice, self._wizard.draft))

    def _leave_patient(self) -> None:
        """Finish, Start over or silence: nothing of the patient stays, and the next finds the screen as usual."""
        self._uncover()
        self._drop_wizard()
        app = _app()
        app.clipboard().clear()
        if look().appearance != self._appearance:
            apply_theme(app, self._appearance)
        self._use_language(self._practice.languages[0])
        self._to_welcome()
        self.patient_left.emit()

    def _drop_wizard(self) -> None:
        wizard, self._wizard = self._wizard, None
        if wizard is not None:
            self._focus_before = None
            self._views.removeWidget(wizard)
            wizard.dispose()

    # Screens

    def _to_welcome(self) -> None:
        self._views.setCurrentWidget(self._welcome)
        self._refresh_shell()
        self._idle.set_limits(SILENCE_S, 0)
        self._idle.set_enabled(False)
        self._welcome.focus_first()

    def _show_wizard(self) -> None:
        if self._wizard is None:
            self._to_welcome()
            return
        self._views.setCurrentWidget(self._wizard)
        self._refresh_shell()

    def _page_entered(self) -> None:
        wizard = self._wizard
        if wizard is None:
            return
        self._idle.set_limits(*((ENDING_S, 0) if wizard.at_end else (SILENCE_S, GRACE_S)))
        self._idle.set_enabled(True)
        self._refresh_shell()
        if wizard.page_now().first_focus() is None:
            self._footer.focus_primary()
        self.page_entered.emit()

    def _refresh_shell(self) -> None:
        view, wizard = self._views.currentWidget(), self._wizard
        self._footer.setVisible(view is not self._welcome)
        if view is self._help:
            self._footer.set_back_visible(False)
            self._footer.set_primary(self.tr("Close help"))
            self._progress.set_step(0, 0)
        elif wizard is not None and view is wizard:
            self._footer.set_back_visible(wizard.may_go_back)
            self._footer.set_primary(wizard.page_now().primary_text())
            self._progress.set_step(*(flow.progress(wizard.step, wizard.draft.journey) or (0, 0)))
        else:
            self._progress.set_step(0, 0)
        self._make_room()

    def _open_help(self) -> None:
        if self._views.currentWidget() is not self._help:
            self._help.set_start_over_visible(self._wizard is not None)
            self._help.view.verticalScrollBar().setValue(0)
            self._views.setCurrentWidget(self._help)
            self._refresh_shell()
            self._footer.focus_primary()

    def _primary(self) -> None:
        if self._views.currentWidget() is self._help:
            self._show_wizard()
            if self._wizard is not None:
                self._wizard.focus_page()
        elif self._wizard is not None and not self._covered():
            self._wizard.go_on()

    def _back(self) -> None:
        wizard = self._wizard
        if wizard is None or self._covered():
            return
        if not wizard.at_start:
            wizard.go_back()
        elif wizard.untouched:
            self._leave_patient()
        else:
            self._ask_start_over()

    def _make_room(self) -> None:
        """On a low screen large text and the keyboard leave the page too little: the head waits meanwhile."""
        tight = not self._keyboard.isHidden() and self.height() < 900
        self._top.setVisible(not (tight and look().appearance.text_percent >= 150))
        view, wizard = self._views.currentWidget(), self._wizard
        counted = wizard is not None and view is wizard and flow.progress(wizard.step, wizard.draft.journey)
        self._progress.setVisible(bool(counted) and not tight)

    # Covers

    def _covered(self) -> bool:
        return any(not cover.isHidden() for cover in (self._busy, self._cover, self._confirm))

    def _put_over(self, cover: BusyOverlay | Cover) -> None:
        if not self._covered():
            self._focus_before = QApplication.focusWidget()
        # Nothing below can be pressed, reached by Tab or read out.
        self._rooms.setEnabled(False)
        self._keyboard.setEnabled(False)
        cover.open()

    def _uncover(self) -> None:
        for cover in (self._busy, self._cover, self._confirm):
            cover.hide()
        self._rooms.setEnabled(True)
        self._keyboard.setEnabled(True)
        focus, self._focus_before = self._focus_before, None
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy_changed(self, busy: bool) -> None:
        if busy:
            self._put_over(self._busy)
        else:
            self._uncover()

    def _ask_still_there(self) -> None:
        self._put_over(self._cover)

    def _more_time(self) -> None:
        self._uncover()
        self._idle.touch()
        self._reopen_busy()

    def _reopen_busy(self) -> None:
        if self._wizard is not None and self._wizard.busy:
            self._put_over(self._busy)

    def _ask_start_over(self) -> None:
        self._after_confirm = self._leave_patient
        self._cover.hide()
        self._put_over(self._confirm)
        self._idle.touch()

    def _keep_answers(self) -> None:
        self._uncover()
        self._idle.touch()
        self._reopen_busy()

    def _confirmed(self) -> None:
        self._after_confirm()

    # Staff

    def _staff_requested(self) -> None:
        if self._staff_area_factory is None or self._staff is not None or self._covered():
            return
        if self._wizard is not None and not self._wizard.at_end:
            self._after_confirm = self._open_staff
            self._put_over(self._confirm)
        else:
            self._open_staff()

    def _open_staff(self) -> None:
        self._leave_patient()
        factory = self._staff_area_factory
        if factory is None:
            return
        self._staff = factory()
        self._staff.closed.connect(self._close_staff)
        self._staff.quit_requested.connect(self._quit)
        self._keys.enabled = False
        self._rooms.addWidget(self._staff)
        self._rooms.setCurrentWidget(self._staff)

    def _close_staff(self) -> None:
        staff, self._staff = self._staff, None
        if staff is not None:
            self._keys.enabled = True
            self._rooms.setCurrentIndex(0)
            self._rooms.removeWidget(staff)
            staff.hide()
            staff.deleteLater()
            self._to_welcome()

    def _quit(self) -> None:
        self.allow_close()
        self.close()

    # Keys and scanner

    def _reads_like_a_code(self, burst: str) -> bool:
        read = ActivationCode.parse_scan(burst, host=self._practice.host)
        return isinstance(read, ActivationCode) or read.reason is Refusal.CODE_FOREIGN

    def _scanned(self, burst: str) -> None:
        if self._covered():
            return
        if self._views.currentWidget() is self._welcome:
            code = ActivationCode.parse_scan(burst, host=self._practice.host)
            if not isinstance(code, Refused):
                self.begin(new_draft(self._practice, Journey.INVITATION, code))
        elif self._wizard is not None and self._views.currentWidget() is self._wizard:
            self._wizard.scanned(burst, self._practice.host)

    # Look and language

    def _use_language(self, code: str) -> None:
        app = _app()
        if Translator.current(app) != code:
            Translator.install(app, code)
        self._top.set_language(code)
        self._welcome.set_language(code)

    def _language_chosen(self, code: str) -> None:
        self._use_language(code)
        self._watch_welcome()

    def _appearance_changed(self, appearance: Appearance) -> None:
        apply_theme(_app(), appearance)
        self._make_room()
        self._watch_welcome()

    def _watch_welcome(self) -> None:
        """Whoever changed language or text size on the welcome screen and left: the next finds the usual ones."""
        if self._wizard is None:
            self._idle.set_limits(SILENCE_S, 0)
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_keys"):
            self._refresh_shell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turned from portrait to landscape: there may be more room."""
        if hasattr(self, "_keys"):
            self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double tap on a footer button is one press: the second half would hit the page that comes next."""
        return event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent)

    def _lay_out(self, development: bool) -> None:
        self._views.addWidget(self._welcome)
        self._views.addWidget(self._help)
        room = QWidget()
        room.setObjectName("patient_room")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top, self._progress, self._views, self._footer):
            column.addWidget(part, 1 if part is self._views else 0)
        self._rooms.addWidget(room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if development:
            whole.addWidget(DevelopmentBanner())
        whole.addWidget(self._rooms, 1)
        whole.addWidget(self._keyboard)
        self._keyboard.attach(self)

    def _connect(self) -> None:
        self._welcome.sign_up.connect(self._begin_sign_up)
        self._welcome.invitation.connect(self._begin_invitation)
        self._welcome.help_requested.connect(self._open_help)
        self._welcome.language_chosen.connect(self._language_chosen)
        self._top.language_chosen.connect(self._language_chosen)
        self._top.appearance_changed.connect(self._appearance_changed)
        self._top.help_requested.connect(self._open_help)
        self._top.staff_requested.connect(self._staff_requested)
        self._footer.primary.connect(self._primary)
        self._footer.back.connect(self._back)
        self._help.start_over.connect(self._ask_start_over)
        self._cover.more_time.connect(self._more_time)
        self._cover.start_over.connect(self._ask_start_over)
        self._confirm.more_time.connect(self._keep_answers)
        self._confirm.start_over.connect(self._confirmed)
        self._idle.asked.connect(self._ask_still_there)
        self._idle.expired.connect(self._leave_patient)
        self._keys.scanned.connect(self._scanned)
        self._keys.go_on.connect(self._primary)
        self._keyboard.shown_changed.connect(self._make_room)
        for button in self._footer.findChildren(QWidget):
            if button.objectName() in ("primary", "back"):
                button.installEventFilter(self)


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
