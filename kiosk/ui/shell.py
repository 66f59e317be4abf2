"""The patient's room: head, progress, one of the views, foot."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain import flow
from kiosk.ui.help import Help
from kiosk.ui.i18n import LANGUAGES, Language, Translator
from kiosk.ui.over_screen import OverScreen
from kiosk.ui.session import PracticeView
from kiosk.ui.theme import Appearance, apply_theme, look
from kiosk.ui.welcome import Welcome
from kiosk.ui.widgets import ErrorSummary, Footer, ProgressStrip, TopBar
from kiosk.ui.wizard import PatientWizard

__all__ = ["Shell"]

LOW = 900
"""Windows lower than this many pixels have no room for head, page, foot and keyboard at once."""


class Shell(QWidget):
    """Shows the welcome screen, help, or the wizard it is given; its parts are public, their signals the window's.

    Signals:
        over_changed: help, chat or call-back came into sight, changed or left.
        look_chosen: somebody chose a language, a text size or a contrast, and has it.
    """

    look_chosen = Signal()
    over_changed = Signal()

    def __init__(
        self, practice: str, languages: tuple[Language, ...], *, network: str = "HealthKey", operator: str = ""
    ) -> None:
        """Show the welcome screen; network and operator stand in the answers of help."""
        super().__init__()
        self.setObjectName("patient_room")
        self.top = TopBar(practice, languages=languages)
        self.welcome = Welcome(practice, languages)
        self.help = Help(network, operator)
        self.footer = Footer()
        self._progress = ProgressStrip()
        self._views = QStackedWidget()
        self._wizard: PatientWizard | None = None
        self._keyboard_open = False
        self._views.addWidget(self.welcome)
        self._over: OverScreen | None = None
        self._under_help: OverScreen | None = None
        self.add_over(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self._progress, self._views, self.footer):
            column.addWidget(part, 1 if part is self._views else 0)
        for name in ("primary", "back"):
            for button in self.footer.findChildren(QWidget, name):
                button.installEventFilter(self)
        for chosen in (self.top.language_chosen, self.welcome.language_chosen):
            chosen.connect(self._language_chosen)
        self.top.appearance_changed.connect(self._appearance_changed)
        self.refresh()

    @classmethod
    def of(cls, practice: PracticeView) -> Shell:
        """Make the room of a practice."""
        languages = tuple(entry for entry in LANGUAGES if entry.code in practice.languages)
        return cls(practice.name, languages, network=practice.network_name, operator=practice.operator_name)

    @property
    def at_welcome(self) -> bool:
        """Whether the welcome screen is in sight."""
        return self._views.currentWidget() is self.welcome

    @property
    def over(self) -> OverScreen | None:
        """Help, chat or call-back, if one of them is in sight."""
        return self._over

    def add_over(self, screen: OverScreen) -> None:
        """Let a screen be opened over the page."""
        self._views.addWidget(screen)
        screen.closed.connect(self.close_over)
        screen.changed.connect(self._over_changed)

    def set_wizard(self, wizard: PatientWizard | None) -> None:
        """Show a patient's wizard, or let go of it and show the welcome screen."""
        if self._wizard is not None:
            self._views.removeWidget(self._wizard)
        self._wizard = wizard
        if wizard is not None:
            self._views.addWidget(wizard)
        self.leave_over()

    def open_help(self) -> None:
        """Show help over whatever is in sight; a conversation goes on below it."""
        self.help.set_start_over_visible(self._wizard is not None)
        if self._over is not None and self._over.stays:
            self._under_help, self._over = self._over, None
        self.open_over(self.help)

    def open_over(self, screen: OverScreen) -> None:
        """Show a screen over whatever is in sight; one that is left forgets everything."""
        if screen is not self.help and screen is not self._under_help:
            self._forget_under_help()
        former, self._over = self._over, screen
        if former is not None and former is not screen:
            former.wipe()
        if screen is self._under_help:
            self._under_help = None
        else:
            screen.opened()
        self._views.setCurrentWidget(screen)
        self.refresh()
        target = screen.first_focus()
        if target is None:
            self.footer.focus_primary()
        else:
            target.setFocus()
        self.over_changed.emit()

    def close_over(self) -> None:
        """Show what lies below: a conversation, the wizard, else the welcome screen."""
        if self._under_help is not None:
            self.open_over(self._under_help)
        else:
            self.leave_over()

    def leave_over(self) -> None:
        """Show the wizard if there is one, else the welcome screen, and put the keyboard there."""
        self._forget_under_help()
        former, self._over = self._over, None
        if former is not None:
            former.wipe()
        self._views.setCurrentWidget(self._wizard or self.welcome)
        self.refresh()
        if former is not None:
            self.over_changed.emit()
        if self._wizard is None:
            self.welcome.focus_first()
        else:
            self._wizard.focus_page()

    def press_primary(self) -> None:
        """Do what the primary button says: of a screen over the page, else of the page."""
        if self._over is not None:
            self._over.press_primary()
        elif self._wizard is not None:
            self._wizard.go_on()

    def press_enter(self) -> None:
        """Enter in a line of text."""
        if self._over is not None:
            self._over.press_enter()
        else:
            self.press_primary()

    def press_back(self) -> bool:
        """Go back a page, or out of a screen over the page; False where there is nothing to go back to."""
        if self._over is not None:
            self._over.press_back()
        elif self._wizard is not None and not self._wizard.at_start:
            self._wizard.go_back()
        else:
            return False
        return True

    def _forget_under_help(self) -> None:
        under, self._under_help = self._under_help, None
        if under is not None:
            under.wipe()

    def refresh(self) -> None:
        """Name the buttons and the step for what is in sight."""
        wizard = self._wizard
        self.footer.setVisible(not self.at_welcome)
        if self._over is not None:
            self.footer.set_back_visible(self._over.back_text())
            self.footer.set_primary(self._over.primary_text())
        elif wizard is not None:
            self.footer.set_back_visible(wizard.may_go_back)
            self.footer.set_primary(wizard.page_now().primary_text())
        self.make_room()

    def set_keyboard_open(self, is_open: bool) -> None:
        """Leave room for the keyboard."""
        self._keyboard_open = is_open
        self.make_room()
        here: QWidget | None = self
        while is_open and here is not None and (layout := here.layout()) is not None:
            layout.activate()  # at once: the window must learn of the room before the keyboard takes it
            here = here.parentWidget()

    def make_room(self) -> None:
        """On a low window the step, and with large text the head, wait until the keyboard is closed."""
        tight = self._keyboard_open and self.window().height() < LOW
        self.top.setVisible(not (tight and look().appearance.text_percent >= 150))
        wizard = self._wizard
        counted = None
        if wizard is not None and self._views.currentWidget() is wizard and not tight:
            counted = flow.progress(wizard.step, wizard.draft.journey)
        self._progress.set_step(*(counted or (0, 0)))

    def use_language(self, code: str) -> None:
        """Speak a language, on every screen."""
        app = _app()
        if Translator.current(app) != code:
            Translator.install(app, code)
        self.top.set_language(code)
        self.welcome.set_language(code)

    def use_look(self, appearance: Appearance) -> None:
        """Show everything in a text size and a contrast."""
        if look().appearance != appearance:
            apply_theme(_app(), appearance)
            self.make_room()

    def _over_changed(self) -> None:
        self.refresh()
        focused = QApplication.focusWidget()
        if self._over is not None and (focused is None or not self._over.isAncestorOf(focused)):
            self.footer.focus_primary()
        self.over_changed.emit()

    def _language_chosen(self, code: str) -> None:
        self.use_language(code)
        self.look_chosen.emit()

    def _appearance_changed(self, appearance: Appearance) -> None:
        self.use_look(appearance)
        self.look_chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Walk as the screen reads: head, problems, page, then the primary button and "Back".

        Qt walks in the order of making, in which a page, made for each patient, comes after the foot.
        """
        stops = self._tab_stops()
        focused = QApplication.focusWidget()
        if focused not in stops:
            return super().focusNextPrevChild(next)
        target = stops[(stops.index(focused) + (1 if next else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def _tab_stops(self) -> list[QWidget]:
        stops: list[QWidget] = []
        here: QWidget | None = self.nextInFocusChain()
        while here is not None and here is not self:
            wants = here.focusPolicy() & Qt.FocusPolicy.TabFocus
            if wants and here.isVisible() and here.isEnabled() and self.isAncestorOf(here):
                stops.append(here)
            here = here.nextInFocusChain()
        return sorted(stops, key=self._section)

    def _section(self, stop: QWidget) -> int:
        if self.top.isAncestorOf(stop):
            return 0
        if self.footer.isAncestorOf(stop):
            return 4 if stop.objectName() == "back" else 3
        here: QWidget | None = stop
        while here is not None and not isinstance(here, ErrorSummary):
            here = here.parentWidget()
        return 2 if here is None else 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double tap on a footer button is one press: the second half would hit the page that comes next."""
        return event.type() == QEvent.Type.MouseButtonDblClick


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
