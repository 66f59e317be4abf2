"""Waiting for the front desk behind a neutral cover: nothing of the patient stands here (F4, K3)."""

from __future__ import annotations

import dataclasses
import enum
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import RequestState
from kiosk.ui.page import Page, Patience
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action, Notice, announce

__all__ = ["HeldAboutPage", "HeldMatchPage"]


class _State(enum.Enum):
    WAITING = enum.auto()
    UNHEARD = enum.auto()
    """The request is saved, but nobody at the front desk can have seen it."""
    NOT_SAVED = enum.auto()


class HeldPage(Page):
    """Asks the front desk on entering, then looks every two seconds whether it has decided.

    The patient may be away, at the front desk: so nothing typed is shown, "Back" does not lead to it, and the page
    waits longer than others.
    """

    patience = Patience.DESK
    passing = True
    poll_ms: ClassVar[int] = 2000
    unheard_polls: ClassVar[int] = 8
    """After so many answers of nobody in a row the patient is told, and need not wait."""
    before_match: ClassVar[bool] = False
    """Whether what the desk corrected has to be looked for before the page goes on."""

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._state = _State.WAITING
        self._request: UUID | None = None
        self._unheard = 0
        self._poll = QTimer(self)
        self._poll.setObjectName("held_poll")
        self._poll.setSingleShot(True)
        self._poll.setInterval(self.poll_ms)
        self._poll.timeout.connect(self._look)
        self._said = Notice(name=f"{self.slug}_said", icon="users")
        self._go_on = Action("", name=f"{self.slug}_go_on")
        self._again = Action("", name=f"{self.slug}_again", icon="refresh-cw")
        self._start_over = Action("", name=f"{self.slug}_start_over", icon="rotate-ccw")
        self.box.addWidget(self._said)
        for button in (self._go_on, self._again, self._start_over):
            self.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._go_on.clicked.connect(self._without_waiting)
        self._again.clicked.connect(self._ask)
        self._start_over.clicked.connect(self.start_over)
        self.retranslate()

    def heading(self) -> str:
        """What to do."""
        return self.tr("Please wait here")

    def primary_text(self) -> str:
        """Nothing to press: the front desk decides, and the page goes on by itself."""
        return ""

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        if self._state is _State.UNHEARD:
            said = self.tr(
                "Your request is saved, but this tablet cannot reach the front desk now. "
                "You need not wait: please go to the front desk."
            )
        elif self._state is _State.NOT_SAVED:
            said = self.tr("Please press “Try again”, or go to the front desk.")
        else:
            said = self.tr("Someone from the front desk will help you. This page goes on by itself.")
        self._said.set_text(said)
        self._go_on.setText(self.tr("Continue without waiting"))
        self._again.setText(self.tr("Try again"))
        self._start_over.setText(self.tr("Start over"))
        self._go_on.setVisible(self._state is _State.UNHEARD)
        self._again.setVisible(self._state is _State.NOT_SAVED)

    def may_go_back(self, draft: Draft) -> bool:
        """Not to what was typed: the patient may be away."""
        return False

    def first_focus(self) -> QWidget | None:
        """Not on "Start over": a stray press must not end the waiting."""
        return self._title

    def load(self, draft: Draft) -> None:
        """Ask."""
        self._ask()

    def left(self) -> None:
        """Look no more."""
        self._poll.stop()

    def _show(self, state: _State) -> None:
        if state is not self._state:
            self._state = state
            self.retranslate()
            announce(self, self._said.text)

    def _ask(self) -> None:
        if self.draft is not None:
            self._request, self._unheard = None, 0
            self.show_problems(())
            self._show(_State.WAITING)
            self.run(partial(self.service.ask_desk, self.draft), self._asked, self._not_asked)

    def _asked(self, request: UUID) -> None:
        self._request = request
        self._look()

    def _not_asked(self, error: BaseException) -> None:
        self._show(_State.NOT_SAVED)
        self.say_failed(error)

    def _look(self) -> None:
        if self._request is not None and self.draft is not None:
            self.run(partial(_news, self.service, self._request, self.draft, self.before_match), self._heard)

    def _heard(self, news: tuple[RequestState, Draft]) -> None:
        state, draft = news
        if state is RequestState.ALLOWED:
            self.decided.emit(draft)
        elif state is RequestState.DECLINED:
            self._without_waiting()
        else:
            self._unheard = self._unheard + 1 if state is RequestState.UNKNOWN else 0
            self._show(_State.UNHEARD if self._unheard >= self.unheard_polls else _State.WAITING)
            self._poll.start()

    def _without_waiting(self) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, declined=True, ending=Ending.DESK))


def _news(service: PatientUseCases, request: UUID, draft: Draft, before_match: bool) -> tuple[RequestState, Draft]:
    """How far the desk is, and the draft, with its word once it has allowed what was asked."""
    state = service.request_state(request)
    if state is not RequestState.ALLOWED:
        return state, draft
    allowed = dataclasses.replace(draft, allowed=draft.allowed | draft.desk_reasons)
    return state, service.after_desk(allowed) if before_match else allowed


class HeldAboutPage(HeldPage):
    """Before the match; an invitation that the desk corrected is known when the page goes on (S13, S14)."""

    step = Step.HELD_ABOUT
    slug = "held_about"
    before_match = True


class HeldMatchPage(HeldPage):
    """After the match."""

    step = Step.HELD_MATCH
    slug = "held_match"
