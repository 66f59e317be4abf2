"""Ending: too many wrong tries. A clock says how long to wait; the tablet is free for the next patient (S44, S45)."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kiosk.domain.draft import Draft
from kiosk.domain.flow import Step
from kiosk.ui.countdown import Countdown, clock_face
from kiosk.ui.pages.ending import EndingPage
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.setbacks import Setback, setback_sentence
from kiosk.ui.widgets import BigCode, Text

__all__ = ["LockedPage"]

LOCK: Final = dt.timedelta(minutes=15)
"""No lock is longer, whatever the tablet's clock says."""


class LockedPage(EndingPage):
    """The same for user IDs that there are and user IDs that there are not."""

    step = Step.LOCKED
    slug = "locked"
    icon = "lock"
    shows_portal = False
    offers_another = False

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        self._left: int | None = None
        self._clock = BigCode(name="locked_clock")
        self._next = Text(name="locked_next")
        super().__init__(practice, service)
        self.box.addWidget(self._clock)
        self.box.addWidget(self._next)
        self._countdown = Countdown(practice.now, self)
        self._countdown.ticked.connect(self._ticked)

    def heading(self) -> str:
        """What to do."""
        return self.tr("Please take a short break")

    def body(self) -> str:
        """The source's words, whole."""
        return setback_sentence(Setback.LOCKED)

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._clock.setVisible(bool(self._left))
        self._clock.set_text(clock_face(self._left or 0))
        self._next.setText(
            self.tr("You can try again now.")
            if self._left == 0
            else self.tr("You need not wait at this tablet. The front desk can help you, too.")
        )

    def load(self, draft: Draft) -> None:
        """Start the clock, if the end is known."""
        if draft.reply is not None and draft.reply.until is not None:
            self._countdown.start(draft.reply.until, at_most=LOCK)

    def left(self) -> None:
        """Stop the clock."""
        self._countdown.stop()

    def _ticked(self, left: int) -> None:
        shown, self._left = self._left, left
        if not shown or not left:
            self.retranslate()
        self._clock.set_text(clock_face(left))
