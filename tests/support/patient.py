"""A patient who chats at a tablet, and accounts for whom agents do something."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from kiosk.device import Device
from kiosk.domain.replies import ChatNews
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language
from tests.journeys.house import House, utc_now
from tests.support.agents import add_account


@dataclass
class Patient:
    """A patient who chats at a tablet; the tablet listens by itself, as its chat page does."""

    tablet: Device
    chat_id: UUID
    heard: list[str] = field(default_factory=list)
    news: ChatNews | None = None
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def says(self, text: str) -> None:
        """Say a line."""
        self.tablet.commands.say(self.chat_id, uuid.uuid4(), text)

    def hears(self, text: str) -> None:
        """Wait until the agent said this."""
        self._until(lambda: text in self.heard)

    def is_told(self, state: str) -> ChatNews:
        """Wait until the chat is in a state."""
        self._until(lambda: self.news is not None and self.news.state == state)
        assert self.news is not None
        return self.news

    def _until(self, holds: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(holds, timeout=30), f"heard {self.heard}, {self.news}"

    def listen(self, stopped: threading.Event) -> None:
        """Listen until told to stop."""
        after = 0
        while not stopped.wait(0.1):
            news = self.tablet.commands.listen(self.chat_id, after)
            if news is None:
                continue
            after = max([after, *(line.number for line in news.lines)])
            with self._changed:
                self.news = news
                self.heard += [line.text for line in news.lines if line.from_agent]
                self._changed.notify_all()


@contextmanager
def chatting(tablet: Device, name: str, topic: ChatTopic = ChatTopic.PASSWORD) -> Iterator[Patient]:
    """Open a chat and listen in a thread meanwhile."""
    _, chat_id = tablet.commands.open_chat(name, topic, Language.ENGLISH)
    assert chat_id is not None
    patient, stopped = Patient(tablet, chat_id), threading.Event()
    thread = threading.Thread(target=patient.listen, args=(stopped,))
    thread.start()
    try:
        yield patient
    finally:
        stopped.set()
        thread.join()
        tablet.commands.close_chat(chat_id)


def account(house: House, user_id: str, first: str = "Rosalind") -> tuple[UUID, str]:
    """Make an account with a mailbox of its own; its id and address."""
    email = f"{user_id}@mail.example"
    return add_account(house.database, house.practice_id, utc_now(), first=first, user_id=user_id, email=email), email
