"""The panel at the side of the activation code's page: "have your activation code resent to you" (S18, S19)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable

from PySide6.QtCore import Signal

from kiosk.domain.replies import Reply, ReplyState
from kiosk.ui.countdown import Countdown, clock_face
from kiosk.ui.setbacks import Setback, setback_sentence
from kiosk.ui.widgets import Action, Card, Role, Text, announce

__all__ = ["ResendPanel"]

DAY = dt.timedelta(days=1)


class _Said(enum.Enum):
    NOTHING = enum.auto()
    SENT = enum.auto()
    WAIT = enum.auto()
    TOO_LATE = enum.auto()
    NOT_CONNECTED = enum.auto()


class ResendPanel(Card):
    """Two buttons, `resend_code` and `code_ask_desk`, and `resend_said`, which never tells whether anybody is known.

    Signals:
        resend: the patient wants the code again.
        ask_desk: the patient wants the front desk.
    """

    resend = Signal()
    ask_desk = Signal()

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        """Make a panel on which nothing was asked; `now` is aware, UTC."""
        super().__init__("resend_panel")
        self._state = _Said.NOTHING
        self._left = 0
        self._title = Text("", Role.TITLE, name="resend_title")
        self._resend = Action("", name="resend_code", icon="mail", leading=True)
        self._said = Text(name="resend_said")
        self._desk_lead = Text(name="code_desk_lead")
        self._desk = Action("", name="code_ask_desk", icon="users", leading=True)
        self.box.setContentsMargins(24, 24, 24, 24)
        for part in (self._title, self._resend, self._said, self._desk_lead, self._desk):
            self.box.addWidget(part)
        self._clock = Countdown(now, self)
        self._clock.ticked.connect(self._ticked)
        self._resend.clicked.connect(self.resend)
        self._desk.clicked.connect(self.ask_desk)

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("No code?"))
        self._resend.setText(self.tr("Have your activation code resent to you"))
        self._desk_lead.setText(self.tr("They can help you go on without the code."))
        self._desk.setText(self.tr("Ask the front desk"))
        self._said.setText(self._words())
        self._said.setVisible(self._state is not _Said.NOTHING)

    def show_reply(self, reply: Reply) -> None:
        """Say neutrally what happened."""
        if reply.state is ReplyState.DONE:
            self._state = _Said.SENT
        elif reply.state is ReplyState.EXPIRED:
            self._state = _Said.TOO_LATE
        elif reply.state is ReplyState.NOT_CONNECTED:
            self._state = _Said.NOT_CONNECTED
        else:
            self._state = _Said.WAIT
            if reply.until is not None:
                self._clock.start(reply.until, at_most=DAY)
        self.retranslate()
        announce(self._said, self._said.text())

    def stop(self) -> None:
        """Stop the clock and forget what was said."""
        self._clock.stop()
        self._state, self._left = _Said.NOTHING, 0

    def _ticked(self, left: int) -> None:
        self._left = left
        if not left and self._state is _Said.WAIT:
            self._state = _Said.NOTHING
        self.retranslate()

    def _words(self) -> str:
        if self._state is _Said.SENT:
            return self.tr(
                "Done. If your practice has an email address for you, your code is on its way. "
                "What you typed stays here."
            )
        if self._state is _Said.WAIT:
            if not self._left:
                return setback_sentence(Setback.ASKED_TOO_OFTEN)
            return self.tr("Please wait a little. You can ask again in %1.").replace("%1", clock_face(self._left))
        if self._state is _Said.TOO_LATE:
            return setback_sentence(Setback.TOO_LATE)
        if self._state is _Said.NOT_CONNECTED:
            return self.tr("We are not connected now. If no email comes, please ask the front desk.")
        return ""
