"""A chat with support (S40, S47): the notice and who asks first, then the conversation. Leaving ends it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.replies import ChatNews, Reply, ReplyState
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language
from kiosk.ui.background import Background, Job
from kiosk.ui.chat_start import ChatStart
from kiosk.ui.chat_talk import ChatTalk
from kiosk.ui.over_screen import OverScreen
from kiosk.ui.page import Patience
from kiosk.ui.session import SupportUseCases
from kiosk.ui.widgets import ScrollArea

__all__ = ["Chat"]

T = TypeVar("T")

POLL_MS: Final = 1500
NOBODY_S: Final = 60.0
"""So long without an agent, and a call-back or the front desk is offered (S40)."""


class Chat(OverScreen):
    """Named `chat`; one chat at a time, and nothing of it stays when it is closed.

    Signals:
        call_back: "Ask us to call you back".
        fault: something failed that nobody expects; carries the exception's type name alone.
    """

    call_back = Signal()
    fault = Signal(str)

    def __init__(
        self,
        support: SupportUseCases,
        background: Background,
        operator: str,
        zone: dt.tzinfo,
        *,
        poll_ms: int = POLL_MS,
        clock: Callable[[], float] = time.monotonic,
        new_id: Callable[[], UUID] = uuid4,
    ) -> None:
        """Make a chat that nobody began.

        Args:
            operator: who gives support.
            zone: the practice's, in which times are shown.
            poll_ms: pause between two looks for news.
            clock: seconds, for how long nobody has come.
            new_id: names a line, so that it arrives once.
        """
        super().__init__()
        self.setObjectName("chat")
        self._support, self._background, self._clock, self._new_id = support, background, clock, new_id
        self._language = Language.ENGLISH
        self._flow: UUID | None = None
        self._state = ""
        self._heard = 0
        self._alone_since = 0.0
        self._waiting: dict[UUID, str] = {}
        self._sending: UUID | None = None
        self._jobs: dict[str, Job] = {}
        self._visit = object()
        self._start = ChatStart(operator)
        self._talk = ChatTalk(zone)
        self._rooms = QStackedWidget()
        self._start_view = ScrollArea(self._start, name="chat_start_scroll")
        self._rooms.addWidget(self._start_view)
        self._rooms.addWidget(self._talk)
        self.view = self._start_view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rooms)
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.setInterval(poll_ms)
        self._poll.timeout.connect(self._listen)
        self._talk.said.connect(self._say)
        for asked in (self._start.call_back, self._talk.call_back):
            asked.connect(self.call_back)
        self.refresh()

    def set_language(self, language: Language) -> None:
        """The language in which the patient wants to talk."""
        self._language = language

    @property
    def talking(self) -> bool:
        """Whether a chat is open or waits for an agent."""
        return self._flow is not None and self._state != "closed"

    @property
    def patience(self) -> Patience:
        """An answer may take a while."""
        return Patience.MESSAGE if self.talking else Patience.TYPING

    def primary_text(self) -> str:
        """Start, end, or leave."""
        if self._flow is None:
            return self.tr("Start chat")
        return self.tr("End chat") if self.talking else self.tr("Close")

    def back_text(self) -> bool:
        """Only before it begins."""
        return self._flow is None

    @property
    def stays(self) -> bool:
        """Help over a chat does not end it."""
        return self.talking

    def press_primary(self) -> None:
        """Start the chat; later: leave, which ends it."""
        if self._flow is not None:
            self.closed.emit()
        elif "open" not in self._jobs and (given := self._start.collect()) is not None:
            name, topic = given
            begin = partial(self._support.open_chat, name, ChatTopic(topic), self._language)
            self._run("open", partial(_opened, self._visit, begin), self._opened, self._not_opened)

    def press_enter(self) -> None:
        """In the conversation Enter sends; ending it takes the button."""
        if self._flow is None:
            self.press_primary()
        else:
            self._talk.send()

    def first_focus(self) -> QWidget | None:
        """The line to type into, once one can talk; before, the notice is read first."""
        return self._start.title if self._flow is None else self._talk.line

    def wipe(self) -> None:
        """End the chat and forget every line."""
        for kind, job in self._jobs.items():
            if kind != "open":  # a chat that opens after its patient has left has to be closed
                job.cancel()
        self._jobs.clear()
        self._visit = object()
        self._poll.stop()
        if self._flow is not None and self._state != "closed":
            self._end(self._flow)
        self._flow, self._state, self._heard, self._sending = None, "", 0, None
        self._waiting.clear()
        self._start.wipe()
        self._talk.wipe()
        self._rooms.setCurrentWidget(self._start_view)
        self.view = self._start_view

    def retranslate(self) -> None:
        """Name the screen, and renew the first room's words: a card does not hear of languages by itself."""
        self.setAccessibleName(self.tr("Chat with us"))
        self._start.retranslate()

    def _opened(self, opened: tuple[object, UUID | None]) -> None:
        visit, flow = opened
        if visit is not self._visit:
            if flow is not None:
                self._end(flow)
            return
        self._jobs.pop("open", None)
        if flow is None:
            self._say_nobody()
            return
        self._flow, self._state, self._alone_since = flow, "waiting", self._clock()
        self._start.wipe()
        self._rooms.setCurrentWidget(self._talk)
        self.view = self._talk.view
        self._talk.show_news(ChatNews("waiting", agents=1), alone=False)
        self.changed.emit()
        self._talk.line.setFocus()
        self._listen()

    def _listen(self) -> None:
        if self._flow is not None and "listen" not in self._jobs:
            self._poll.stop()
            self._run("listen", partial(self._support.listen, self._flow, self._heard), self._told, self._unheard)

    def _told(self, news: ChatNews | None) -> None:
        self._jobs.pop("listen", None)
        if news is None or news.state == "offline":
            news = ChatNews("offline")
        else:
            self._state = news.state
            if news.agent:
                self._alone_since = self._clock()
        fresh = tuple(line for line in news.lines if line.number > self._heard)
        if fresh:
            self._heard = fresh[-1].number
            self._talk.lines.add(fresh)
        self._talk.lines.show_waiting(tuple(self._waiting.values()))
        nobody = news.state == "waiting" and not news.agents
        alone = self._state != "closed" and (nobody or self._clock() - self._alone_since >= NOBODY_S)
        self._talk.show_news(news, alone=alone, fresh=fresh)
        if self._state == "closed":
            self._poll.stop()
            self._talk.lines.show_waiting(tuple(self._waiting.values()), lost=True)
            self.changed.emit()
            return
        self._send_next()
        self._poll.start()

    def _unheard(self, error: BaseException) -> None:
        self._jobs.pop("listen", None)
        self.fault.emit(type(error).__name__)
        self._poll.start()

    def _say(self, text: str) -> None:
        if self.talking:
            self._waiting[self._new_id()] = text
            self._talk.lines.show_waiting(tuple(self._waiting.values()))
            self._talk.to_end()
            self._send_next()

    def _send_next(self) -> None:
        """One line after the other, so that they arrive in order; one that did not arrive is sent again as the same."""
        if self._sending is None and self._waiting and self._flow is not None:
            line_id, text = next(iter(self._waiting.items()))
            self._sending = line_id
            self._run("say", partial(self._support.say, self._flow, line_id, text), self._said, self._unsaid)

    def _said(self, reply: Reply) -> None:
        self._jobs.pop("say", None)
        line_id, self._sending = self._sending, None
        if reply.state is ReplyState.EXPIRED:
            self._told(ChatNews("closed"))
        elif reply.state in (ReplyState.DONE, ReplyState.WRONG) and line_id is not None:
            self._waiting.pop(line_id, None)
            self._listen()

    def _unsaid(self, error: BaseException) -> None:
        self._jobs.pop("say", None)
        self._sending = None
        self.fault.emit(type(error).__name__)

    def _run(
        self,
        kind: str,
        op: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """One of each kind at a time: so nothing that was asked for one patient is told to the next."""
        self._jobs[kind] = self._background.run(op, done, failed)

    def _end(self, flow: UUID) -> None:
        self._background.run(partial(self._support.close_chat, flow), self._nobody_waits, self._nobody_waits)

    def _not_opened(self, error: BaseException) -> None:
        self.fault.emit(type(error).__name__)
        if self._jobs.pop("open", None) is not None:
            self._say_nobody()

    def _say_nobody(self) -> None:
        self._start.say_nobody()
        self.view.verticalScrollBar().setValue(0)

    def _nobody_waits(self, _result: object) -> None:
        """The portal ends a silent chat by itself."""


def _opened(visit: object, begin: Callable[[], UUID | None]) -> tuple[object, UUID | None]:
    return visit, begin()
