"""The chat at the tablet: notice first, lines once and in order, nothing left behind (S40, S47, K3)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.domain.replies import ChatLine, ChatNews, Reply, ReplyState
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language
from kiosk.ui.chat import NOBODY_S, Chat
from tests.ui.fakes import Kiosk, ManualBackground

AT = dt.datetime(2026, 11, 23, 16, 0, tzinfo=dt.UTC)
HELLO = ChatLine(1, True, "Rosa", "Hello, how can I help you?", AT)
DONE = Reply(ReplyState.DONE)
TYPED = "I forgot <b>my</b> password"


def play(kiosk: Kiosk) -> None:
    """Let the work happen, and what follows from it."""
    assert isinstance(kiosk.background, ManualBackground)
    while kiosk.background.waiting:
        kiosk.background.play()


def poll(kiosk: Kiosk, *news: ChatNews | None) -> None:
    """Let the next looks for news bring these."""
    timer = kiosk.window.findChild(Chat).findChild(QTimer)  # type: ignore[union-attr]  # it stands while the window does
    assert isinstance(timer, QTimer)
    for told in news:
        kiosk.service.news = [told]
        assert timer.isActive(), "the chat looks for no news"
        timer.timeout.emit()
        play(kiosk)


def begin(kiosk: Kiosk) -> None:
    """Start a chat from the welcome screen."""
    kiosk.service.chat = uuid.uuid4()
    kiosk.service.news = [ChatNews("waiting", agents=1)]
    kiosk.tap("welcome_help", "help_chat")
    kiosk.fill({"chat_name": "Linh", "chat_topic_password": "tap"})
    kiosk.tap("primary")
    play(kiosk)


def bubbles(kiosk: Kiosk) -> list[str]:
    """The texts of all bubbles in sight, from top to bottom."""
    found = [w for w in kiosk.window.findChildren(QWidget) if w.objectName().startswith("chat_bubble_")]
    shown = [w for w in found if w.objectName().endswith("_text") and not w.isHidden()]
    return [w.accessibleName() for w in shown]


@pytest.mark.rule("S47", "S48")
def test_the_notice_stands_whole_before_the_first_message(kiosk: Kiosk) -> None:
    """The source's words with the operator's name, 911, and no line to type into yet."""
    kiosk.tap("welcome_help", "help_chat")
    assert kiosk.said("chat_notice") == (
        "PLEASE NOTE: HealthKey Support is able to assist you with technical support only. We can provide you with "
        "login assistance and we can help if you encounter difficulty when trying to accomplish a task in the portal. "
        "If you are a patient and have questions about your appointment, your bill, your medical care, or the contents "
        "of a message you received on the portal, please contact your practice directly as HealthKey Support is unable "
        "to answer questions related to the service you receive at your doctor's office."
    )
    assert kiosk.said("chat_emergency") == "In an emergency call 911."
    assert not kiosk.seen("chat_line")


@pytest.mark.rule("S40")
def test_a_chat_needs_a_name_and_a_topic(kiosk: Kiosk) -> None:
    """Both are named; the portal hears nothing."""
    kiosk.tap("welcome_help", "help_chat", "primary")
    assert kiosk.said("error_link_0") == "Enter your first name, so that we know how to call you"
    assert kiosk.said("error_link_1") == "Choose one of the answers"
    assert kiosk.service.asked == []


@pytest.mark.rule("S40")
def test_talking_to_an_agent(kiosk: Kiosk) -> None:
    """Name and topic travel; the place in the line, then the agent's name; markup is shown as typed."""
    begin(kiosk)
    assert kiosk.service.asked[0] == ("open_chat", "Linh", ChatTopic.PASSWORD, Language.ENGLISH)
    poll(kiosk, ChatNews("waiting", agents=1, place=2))
    assert kiosk.said("chat_who") == "Please wait. You are number 3 in line."
    poll(kiosk, ChatNews("open", (HELLO,), agent="Rosa", agents=1))
    assert kiosk.said("chat_who") == "You are talking to Rosa."
    assert kiosk.said("chat_bubble_1_who") == "Rosa · 10:00\u202fAM", "the time at the practice, whatever the tablet's"
    kiosk.service.replies["say"] = DONE
    own = ChatLine(2, False, "Linh", TYPED, AT)
    kiosk.service.news = [ChatNews("open", (own,), agent="Rosa", agents=1)]
    kiosk.type("chat_line", TYPED)
    kiosk.tap("chat_send")
    play(kiosk)
    assert ("say", TYPED) in kiosk.service.asked
    assert bubbles(kiosk) == [HELLO.text, TYPED]
    poll(kiosk, ChatNews("open", (own,), agent="Rosa", agents=1))
    assert bubbles(kiosk) == [HELLO.text, TYPED], "a line told twice is shown once"


@pytest.mark.rule("S40", "K1")
def test_a_line_that_did_not_arrive_is_kept_and_sent_again_in_order(kiosk: Kiosk) -> None:
    """Two lines typed while disconnected go out one after the other when the portal answers again."""
    begin(kiosk)
    for text in ("first", "second"):
        kiosk.type("chat_line", text)
        kiosk.tap("chat_send")
        play(kiosk)
    poll(kiosk, None)
    assert kiosk.said("chat_who").startswith("We are not connected right now.")
    assert bubbles(kiosk) == ["first", "second"]
    kiosk.service.asked.clear()
    kiosk.service.replies["say"] = DONE
    poll(kiosk, ChatNews("open", agent="Rosa", agents=1))
    poll(kiosk, ChatNews("open", agent="Rosa", agents=1))
    assert [asked for asked in kiosk.service.asked if asked[0] == "say"] == [("say", "first"), ("say", "second")]


@pytest.mark.rule("S40")
def test_nobody_there_offers_the_call_back_at_once(kiosk: Kiosk) -> None:
    """No agent on duty: the call-back is one touch away."""
    begin(kiosk)
    poll(kiosk, ChatNews("waiting", agents=1))
    assert not kiosk.seen("chat_call_back")
    poll(kiosk, ChatNews("waiting", agents=0))
    kiosk.tap("chat_call_back")
    assert kiosk.seen("call_back_contact")


@pytest.mark.rule("S40")
def test_after_a_minute_alone_the_call_back_is_offered(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agent is on duty but does not come; the chat goes on meanwhile."""
    begin(kiosk)
    chat = kiosk.window.findChild(Chat)
    assert chat is not None
    begun = chat._clock()
    monkeypatch.setattr(chat, "_clock", lambda: begun + NOBODY_S + 1)
    poll(kiosk, ChatNews("waiting", agents=1))
    assert kiosk.seen("chat_call_back")
    assert kiosk.seen("chat_line")


@pytest.mark.rule("S40", "K1")
def test_not_connected_no_chat_begins(kiosk: Kiosk) -> None:
    """Kind words, the call-back and the front desk instead."""
    kiosk.tap("welcome_help", "help_chat")
    kiosk.fill({"chat_name": "Linh", "chat_topic_password": "tap"})
    kiosk.tap("primary")
    play(kiosk)
    assert kiosk.said("chat_nobody").startswith("Nobody can chat right now.")
    kiosk.tap("chat_nobody_call_back")
    assert kiosk.seen("call_back_contact")


@pytest.mark.rule("S40", "K3")
@pytest.mark.parametrize("leave", ["primary", "idle"])
def test_leaving_ends_the_chat_and_nothing_of_it_stays(kiosk: Kiosk, leave: str) -> None:
    """The portal is told; no line, name or text is found in any widget."""
    begin(kiosk)
    poll(kiosk, ChatNews("open", (HELLO,), agent="Rosa", agents=1))
    kiosk.type("chat_line", TYPED)
    if leave == "primary":
        kiosk.tap("primary")
    else:
        kiosk.idle.expired.emit()
    play(kiosk)
    assert ("close_chat",) in kiosk.service.asked
    assert kiosk.seen("create_account")
    left = [w.objectName() for w in kiosk.window.findChildren(QWidget) if HELLO.text in w.accessibleName()]
    assert left == []
    assert (kiosk.line("chat_line").text(), kiosk.line("chat_name").text()) == ("", "")


@pytest.mark.rule("S40")
def test_the_agents_end_is_shown_and_the_line_goes(kiosk: Kiosk) -> None:
    """Closed at the console: the words stay to be read, nothing more can be typed, no close is sent again."""
    begin(kiosk)
    poll(kiosk, ChatNews("closed", (HELLO,)))
    assert kiosk.said("chat_who") == "The chat has ended."
    assert not kiosk.seen("chat_line")
    kiosk.tap("primary")
    play(kiosk)
    assert ("close_chat",) not in kiosk.service.asked


@pytest.mark.rule("S42")
def test_a_chat_over_a_page_keeps_its_answers(kiosk: Kiosk) -> None:
    """A patient half through the sign-up chats and goes on where they were."""
    kiosk.tap("create_account")
    kiosk.type("first_name", "Maria")
    kiosk.service.chat = uuid.uuid4()
    kiosk.service.news = [ChatNews("waiting", agents=1)]
    kiosk.tap("need_help", "help_chat")
    kiosk.fill({"chat_name": "Linh", "chat_topic_password": "tap"})
    kiosk.tap("primary")
    play(kiosk)
    kiosk.tap("primary")
    play(kiosk)
    assert kiosk.said("first_name") == "Maria"
