"""Enroll a patient: type, make the invitation, hand over its slip (F1)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff.enroll_form import EnrollForm
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.slip_step import SlipStep
from kiosk.ui.staff.slips import Made, Slips
from kiosk.ui.staff.twin_notice import TwinNotice
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.widgets import Action, ActionRole, Card, ErrorSummary, Notice, announce

__all__ = ["EnrollPage"]


TWIN_MS = 600
"""Pause in the typing after which an invitation or account of the same person is looked for."""


class EnrollPage(StaffPage):
    """The form first; its slip once the invitation is made and durable.

    Signals:
        twin_chosen: carries the row of an invitation that the patient has already.
        account_wanted: carries the name of a patient who has an account already.
    """

    twin_chosen = Signal(object)
    account_wanted = Signal(str)
    slug = "enroll"
    icon = "user-plus"

    def __init__(
        self,
        service: DeskService,
        slips: Slips,
        background: Background,
        practice: StaffPractice,
        timer_factory: Callable[[], Timer] = single_shot_timer,
    ) -> None:
        """Make an empty page."""
        super().__init__(background)
        self._service = service
        self._practice = practice
        self._busy = self._again = False
        self._summary = ErrorSummary()
        self._broken = Notice("", name="enroll_problem", icon="triangle-alert")
        self._broken.hide()
        self._form = EnrollForm()
        self._twin = TwinNotice(service, background, practice)
        self._pause = timer_factory()
        self._make = Action("", ActionRole.PRIMARY, name="make_invitation", icon="printer")
        self._make.setProperty("staff", True)
        self._clear = Action("", name="clear_form")
        self._clear.setProperty("staff", True)
        self._slip = SlipStep(service, slips, background, timer_factory)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._typing())
        self._steps.addWidget(self._slip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._steps)
        self._form.submitted.connect(self._submit)
        self._form.person_edited.connect(self._person_edited)
        self._pause.timeout.connect(self._look_for_twin)
        self._twin.opened.connect(self.twin_chosen)
        self._twin.account_wanted.connect(self.account_wanted)
        self._make.clicked.connect(self._submit)
        self._clear.clicked.connect(self._next)
        self._slip.done.connect(self._next)
        self.refresh()

    @property
    def holds_slip(self) -> bool:
        """Whether a slip waits here: its code stands nowhere else."""
        return self._steps.currentIndex() == 1

    def want(self, task: DeskTask) -> None:
        """Begin an invitation with what a task knows of its patient."""
        self._form.wipe()
        self._form.fill(task)

    @property
    def unfinished(self) -> bool:
        """Whether an invitation is being made, or its slip is still to be printed."""
        return self._busy or self._slip.unfinished

    def show_slip(self, *made: Made) -> None:
        """Print slips of something that was not made here; what was typed stays for afterwards."""
        if self.session is not None:
            self._steps.setCurrentIndex(1)
            self._again = True
            self._slip.show_made(self.session, *made)
            self.headed.emit()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Enroll a patient")

    def heading(self) -> str:
        """Above a slip that was not made here: what it is."""
        return self._slip.heading() if self._again else self.title()

    def enter(self, session: StaffSession) -> None:
        """Go on where it was left: what was typed stays until this person leaves."""
        super().enter(session)
        if self._steps.currentIndex() == 0:
            self._form.focus_first()

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name, with the slip, too."""
        super().take_over(session)
        self._form.forget_seen()
        self._slip.take_over(session)

    def leave(self) -> None:
        """Keep everything, also an invitation on its way: it is durable, and its slip is still to be printed."""

    def wipe(self) -> None:
        """Forget the patient."""
        super().leave()
        super().wipe()
        self._busy = self._again = False
        self._form.wipe()
        self._pause.stop()
        self._twin.wipe()
        self._summary.wipe()
        self._broken.hide()
        self._slip.wipe()
        self._steps.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Look up every text, the errors' too."""
        self._make.setText(self.tr("Make invitation and print slip"))
        self._clear.setText(self.tr("Clear"))
        self._broken.set_text(
            self.tr("The invitation could not be saved: this device's storage does not work. Nothing was made.")
        )

    def _typing(self) -> QWidget:
        card = Card("enroll_card")
        card.box.setContentsMargins(28, 18, 28, 20)
        card.box.addWidget(self._form)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        for part in (self._summary, self._broken, self._twin, card):
            inner.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(12)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(self._make)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WideScroll(content, name="enroll_scroll"), 1)
        column.addLayout(foot)
        return page

    def _submit(self) -> None:
        if self._busy or self.session is None:
            return
        self._broken.hide()
        form = self._form.collect(self._practice.today())
        self._summary.show_problems(self._form.problems())
        for link in self._summary.findChildren(Action):
            link.setProperty("staff", True)
        if form is not None:
            self._busy = True
            work = partial(self._service.invite, self.session, form)
            self.job = self.background.run(work, self._made, self._failed)

    def _made(self, made: MadeInvitation) -> None:
        self._busy = False
        if self.session is not None:
            self._form.wipe()
            self._twin.wipe()
            self._steps.setCurrentIndex(1)
            self._slip.show_made(self.session, made)

    def _failed(self, _error: BaseException) -> None:
        self._busy = False
        self._broken.show()
        announce(self._broken, self._broken.text)
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_edited(self) -> None:
        self._twin.wipe()
        self._pause.start(TWIN_MS)

    def _look_for_twin(self) -> None:
        if self.session is not None:
            self._twin.look(self.session, self._form.person(self._practice.today()))

    def _next(self) -> None:
        if self._again:
            self._again = False
            self._slip.wipe()
            self._steps.setCurrentIndex(0)
            self._form.focus_first()
            self.headed.emit()
            return
        session = self.session
        self.wipe()
        if session is not None:
            self.enter(session)
