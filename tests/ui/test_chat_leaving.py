"""How a chat ends, and what does not end it: one patient's chat never reaches the next (S40, K3)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from kiosk.domain.replies import ChatLine, ChatNews, Reply, ReplyState
from kiosk.ui.chat import NOBODY_S, Chat
from kiosk.ui.chat_lines import ChatLines
from tests.ui.fakes import Kiosk, ManualBackground
from tests.ui.test_chat import begin, play, poll

SECRET = "Quetzalcoatlus asked for a link"
LINE = ChatLine(1, True, "Rosa", SECRET, dt.datetime(2026, 11, 23, 16, 0, tzinfo=dt.UTC))
OPEN = ChatNews("open", agent="Rosa", agents=1)


def asked(kiosk: Kiosk) -> list[str]:
    """The names of the commands given so far."""
    return [str(given[0]) for given in kiosk.service.asked]


def waiting(kiosk: Kiosk) -> ManualBackground:
    """The background whose work has to be let happen."""
    assert isinstance(kiosk.background, ManualBackground)
    return kiosk.background


def told(kiosk: Kiosk) -> str:
    """All that the conversation holds, as a screen reader says it."""
    lines = kiosk.window.findChild(ChatLines)
    assert lines is not None
    return " | ".join(text.accessibleName() for text in lines.findChildren(QLabel))


def fill_in(kiosk: Kiosk) -> None:
    """Open the chat's form and answer it."""
    kiosk.service.chat = uuid.uuid4()
    kiosk.service.news = [OPEN]
    kiosk.tap("welcome_help", "help_chat")
    kiosk.fill({"chat_name": "Linh", "chat_topic_password": "tap"})


@pytest.mark.rule("S40")
def test_enter_sends_the_line_and_does_not_end_the_chat(kiosk: Kiosk) -> None:
    """A hardware keyboard's Enter is the Send button, not the one below it that ends the chat."""
    begin(kiosk)
    kiosk.type("chat_line", "hello")
    kiosk.press(Qt.Key.Key_Return)
    play(kiosk)
    assert ("say", "hello") in kiosk.service.asked
    assert "close_chat" not in asked(kiosk)
    assert kiosk.seen("chat_line")


@pytest.mark.rule("S40", "S42")
def test_help_may_lie_over_a_chat(kiosk: Kiosk) -> None:
    """Help is on every page, on this one too: closing it leads back, and the chat was not ended."""
    begin(kiosk)
    kiosk.type("chat_line", "half a sent")
    kiosk.tap("need_help")
    assert kiosk.seen("help_title")
    kiosk.tap("primary")
    play(kiosk)
    assert kiosk.said("chat_line") == "half a sent"
    assert "close_chat" not in asked(kiosk)


@pytest.mark.rule("S40", "K3")
def test_silence_in_help_over_a_chat_ends_the_chat(kiosk: Kiosk) -> None:
    """Nothing of it waits below help for the next patient."""
    begin(kiosk)
    poll(kiosk, ChatNews("open", (LINE,), agent="Rosa", agents=1))
    kiosk.tap("need_help")
    kiosk.idle.expired.emit()
    play(kiosk)
    assert "close_chat" in asked(kiosk)
    assert kiosk.seen("create_account")
    kiosk.tap("welcome_help", "help_chat")
    assert kiosk.seen("chat_name")
    assert SECRET not in told(kiosk)


@pytest.mark.rule("S40", "K3")
def test_a_chat_that_opens_after_its_patient_left_is_closed(kiosk: Kiosk) -> None:
    """No agent greets an empty chair."""
    fill_in(kiosk)
    kiosk.tap("primary", "back")
    play(kiosk)
    assert asked(kiosk) == ["open_chat", "close_chat"]
    assert kiosk.seen("create_account")


@pytest.mark.rule("K3")
def test_news_for_one_patient_never_reach_the_next(kiosk: Kiosk) -> None:
    """A slow answer to the first one's chat comes when the second one's is open: it is dropped."""
    begin(kiosk)
    looks = kiosk.window.findChild(Chat).findChild(QTimer)  # type: ignore[union-attr]  # it stands with the window
    assert isinstance(looks, QTimer)
    looks.timeout.emit()
    kiosk.type("chat_line", "a line of the first")
    kiosk.tap("chat_send")
    slow = waiting(kiosk)._waiting
    assert len(slow) == 2, "a look for news and a line are under way"
    waiting(kiosk)._waiting = []
    kiosk.tap("primary")
    play(kiosk)
    begin(kiosk)
    kiosk.service.news = [ChatNews("open", (LINE,), agent="Rosa", agents=1)]
    for late in slow:
        late()
    assert SECRET not in told(kiosk)
    assert kiosk.said("chat_who") != "You are talking to Rosa."


@pytest.mark.rule("S40", "K1")
def test_a_minute_without_a_connection_offers_the_call_back(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The network went away in the middle of the chat; a short break offers nothing."""
    begin(kiosk)
    poll(kiosk, OPEN, None)
    assert not kiosk.seen("chat_call_back")
    chat = kiosk.window.findChild(Chat)
    assert chat is not None
    lost = chat._clock()
    monkeypatch.setattr(chat, "_clock", lambda: lost + NOBODY_S + 1)
    poll(kiosk, None)
    assert kiosk.seen("chat_call_back")


@pytest.mark.rule("S40")
def test_a_chat_that_is_over_takes_no_line_and_says_so(kiosk: Kiosk) -> None:
    """The portal forgot the chat: the line is marked as not sent, and nothing claims otherwise."""
    begin(kiosk)
    kiosk.service.replies["say"] = Reply(ReplyState.EXPIRED)
    kiosk.type("chat_line", "too late")
    kiosk.tap("chat_send")
    play(kiosk)
    assert kiosk.said("chat_who") == "The chat has ended."
    assert not kiosk.seen("chat_line")
    assert told(kiosk) == "You · not sent | too late"


@pytest.mark.rule("K3")
def test_the_welcome_screen_waits_as_usual_after_a_chat(kiosk: Kiosk) -> None:
    """Ten minutes are for who waits for an answer; the next patient's screen is reset after 90 s."""
    begin(kiosk)
    assert kiosk.timer.asked_for() == 600_000
    kiosk.tap("primary")
    play(kiosk)
    assert kiosk.timer.asked_for() == 90_000
