"""One patient's way through the pages. Qt's wizard is the engine only: no buttons, no title, no fields of its own.

A fresh wizard is made for each patient and destroyed after: `restart()` would leave text and undo steps behind.
"""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain import flow
from kiosk.domain.draft import Draft
from kiosk.domain.errors import StorageError
from kiosk.domain.flow import Step
from kiosk.domain.values import Language
from kiosk.ui.background import Background, Job
from kiosk.ui.i18n import Translator
from kiosk.ui.page import FieldProblem, Page, Patience, Problems
from kiosk.ui.pages import PAGES
from kiosk.ui.quiet_wizard import QuietWizard
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.texts import Setback
from kiosk.ui.widgets import ErrorSummary, PlainLineEdit

__all__ = ["PatientWizard", "spoken_language"]


class PatientWizard(QuietWizard):
    """The pages of one journey; page ids are the steps.

    Signals:
        entered: another page is in sight.
        busy_changed: work in the background began (True) or ended (False).
        finished_here: "Finish" was pressed on an ending.
        another: "Create another account" was pressed on an ending.
        log_in: "Log in" was pressed.
        start_over: "Start over" was pressed on a page.
        call_back_requested: the patient wants to be called.
        fault: something failed that no page expects; carries the exception's type name alone.
    """

    entered = Signal()
    busy_changed = Signal(bool)
    finished_here = Signal()
    another = Signal()
    log_in = Signal()
    start_over = Signal()
    call_back_requested = Signal()
    fault = Signal(str)

    def __init__(
        self,
        draft: Draft,
        *,
        practice: PracticeView,
        service: PatientUseCases,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        """Open the journey's first page, or the second if the invitation's code was scanned already."""
        super().__init__(parent)
        self.draft = draft
        self._practice, self._service, self._background = practice, service, background
        self._entered: Page | None = None
        self._going_back = False
        self._busy = False
        self._job: Job | None = None
        self._summary = ErrorSummary(self)
        self.setObjectName("wizard")
        self._make(flow.START[draft.journey])
        self.setStartId(flow.START[draft.journey])
        self.currentIdChanged.connect(self._page_changed)
        self.restart()
        if draft.code is not None:
            self._next()

    # What the shell reads

    @property
    def busy(self) -> bool:
        """Whether a press is still being worked on."""
        return self._busy

    @property
    def step(self) -> Step:
        """The step in sight."""
        return Step(self.currentId())

    @property
    def at_end(self) -> bool:
        """Whether something was finished and nothing is left to do but leave."""
        return flow.is_last(self.step) and flow.ending_at(self.step, self.draft) is not None

    @property
    def patience(self) -> Patience:
        """How long silence may last here."""
        return Patience.ENDING if self.at_end else self.page_now().patience

    @property
    def may_go_back(self) -> bool:
        """Whether "Back" is offered; never to what was sent."""
        return self.draft.ending is None and not self.at_end and self.page_now().may_go_back(self.draft)

    @property
    def at_start(self) -> bool:
        """Whether "Back" would leave the wizard."""
        return len(self.visitedIds()) <= 1

    @property
    def untouched(self) -> bool:
        """Whether no letter was typed, so that leaving loses nothing."""
        return not any(line.text() for line in self.findChildren(PlainLineEdit))

    def page_now(self) -> Page:
        """The page in sight."""
        page = self.currentPage()
        if not isinstance(page, Page):
            raise TypeError("a wizard holds pages of ours only")
        return page

    # What the shell does

    def go_on(self) -> None:
        """The primary button: take the answers, work if need be, and show the next page or what is wrong."""
        if self._busy:
            return
        page = self.page_now()
        if flow.is_last(self.step):
            self.finished_here.emit()
            return
        if not page.primary_text():
            return  # no button, nothing to press: the page goes on by itself
        collected = page.collect(dataclasses.replace(self.draft, language=spoken_language(), reply=None))
        if isinstance(collected, tuple):
            page.show_problems(collected)
            return
        work = page.work(collected)
        if work is None:
            self._accept(collected)
            return
        # Only what was worked off becomes the draft: a password that was refused is kept nowhere.
        self._set_busy(True)
        self._job = self._background.run(work, self._worked, self._failed)

    def go_back(self) -> None:
        """Show the page before; the answers of both stay."""
        if not self._busy and self.may_go_back and not self.at_start:
            self._going_back = True
            self.back()
            while self.page_now().passing:
                self.back()
            self._going_back = False
            self._page_changed(self.currentId())
            self.focus_page()

    def scanned(self, text: str, host: str) -> None:
        """Take a scanner's burst, if this page expects one."""
        if not self._busy and self.page_now().scanned(text, host):
            self.go_on()

    def dispose(self) -> None:
        """Forget everything at once, then let Qt delete the wizard with all its pages."""
        if self._job is not None:
            self._job.cancel()
        self.page_now().leave()
        self._wipe()
        self.hide()
        self.deleteLater()

    # Qt's engine

    def nextId(self) -> int:
        """Read the flow; there is no other place that knows what comes next."""
        if self.currentId() < 0:
            return -1
        step = flow.next_step(self.step, self.draft)
        return -1 if step is None else step

    # Inside

    def _make(self, step: Step) -> None:
        """Build a page when it is first needed: a patient sees a few of the many that a journey can lead to."""
        if self.page(step) is None:
            page = PAGES[step](self._practice, self._service)
            page.attach(self._background)
            page.answered.connect(self.go_on)
            page.decided.connect(self._decided)
            page.another.connect(self.another)
            page.log_in.connect(self.log_in)
            page.start_over.connect(self.start_over)
            page.call_back_requested.connect(self.call_back_requested)
            page.fault.connect(self.fault)
            self.setPage(step, page)

    def _next(self) -> None:
        following = flow.next_step(self.step, self.draft)
        if following is not None:
            self._make(following)
            self.next()

    def _page_changed(self, page_id: int) -> None:
        if page_id < 0 or self._going_back:
            return
        if self._entered is not None:
            self._entered.leave()
        page = self._entered = self.page_now()
        page.enter(self.draft, self._summary)
        if self.draft.ending is not None or self.at_end:
            self._wipe_answers()
        self.entered.emit()

    def _decided(self, draft: Draft) -> None:
        if not self._busy:
            self._accept(dataclasses.replace(draft, language=spoken_language()))

    def _accept(self, draft: Draft) -> None:
        self.draft = draft
        self.page_now().show_problems(())
        self._next()
        self.focus_page()

    def _worked(self, result: Draft | Problems) -> None:
        self._set_busy(False)
        if isinstance(result, tuple):
            self.page_now().show_problems(result)
        else:
            self._accept(result)

    def _failed(self, error: BaseException) -> None:
        self._set_busy(False)
        if not isinstance(error, StorageError):
            self.fault.emit(type(error).__name__)
        self.page_now().show_problems((FieldProblem("", Setback.NOT_SAVED),))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._job = None
        self.busy_changed.emit(busy)

    def focus_page(self) -> None:
        """Put the keyboard where the page begins."""
        page = self.page_now()
        target = page.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(QApplication.focusWidget(), PlainLineEdit):
            # No keyboard opens, so the page can be read from its top (S11's notice stands there).
            page.view.verticalScrollBar().setValue(0)

    def _wipe_answers(self) -> None:
        """At an ending the fields are not needed any more; the draft stays for "Create another account"."""
        for page_id in self.pageIds():
            page = self.page(page_id)
            if isinstance(page, Page) and page is not self.currentPage():
                page.wipe()

    def _wipe(self) -> None:
        self._wipe_answers()
        self.page_now().wipe()
        self.draft = Draft(journey=self.draft.journey, subject=self.draft.subject, today=self.draft.today)


def spoken_language() -> Language:
    """The screens' language, in which mails and slips are written too."""
    app = QApplication.instance()
    code = Translator.current(app) if isinstance(app, QApplication) else ""
    # A language that only tests the screens is none that mails and slips are written in.
    return next((language for language in Language if language.value == code), Language.ENGLISH)
