"""The conversation itself: who is there, the lines, and a line to type into."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.replies import ChatLine, ChatNews
from kiosk.ui.chat_lines import ChatLines
from kiosk.ui.widgets import (
    Action,
    ActionRole,
    Card,
    FieldKind,
    Notice,
    Piece,
    PlainLineEdit,
    Role,
    ScrollArea,
    Text,
    TextField,
    announce,
)

__all__ = ["ChatTalk"]

LINE_MAX = 1000


class ChatTalk(Piece):
    """Named `chat_talk`.

    Signals:
        said: the patient sent a line.
        call_back: "Ask us to call you back", offered when nobody comes.
    """

    said = Signal(str)
    call_back = Signal()

    def __init__(self, zone: dt.tzinfo) -> None:
        """Make an empty conversation, with times as clocks in `zone` show them."""
        super().__init__()
        self.setObjectName("chat_talk")
        self._news = ChatNews("waiting")
        self._alone = False
        card = Card("chat_card")
        self._who = Text("", Role.TITLE, name="chat_who")
        self.lines = ChatLines(zone)
        self._nobody = Notice(name="chat_alone", icon="clock")
        self._call_back = Action("", name="chat_call_back", icon="clock", leading=True)
        self._field = TextField("chat_line", FieldKind.TEXT, limit=LINE_MAX)
        self._send = Action("", ActionRole.PRIMARY, name="chat_send")
        self._field.row.addWidget(self._send)
        for part in (self._who, self.lines, self._nobody, self._call_back, self._field):
            card.box.addWidget(part)
        self.view = ScrollArea(card, name="chat_scroll")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._send.clicked.connect(self.send)
        self._call_back.clicked.connect(self.call_back)
        self.refresh()

    @property
    def line(self) -> PlainLineEdit:
        """Where the patient types."""
        return self._field.edit

    def show_news(self, news: ChatNews, *, alone: bool, fresh: tuple[ChatLine, ...] = ()) -> None:
        """Say who is there; read new lines of the agent aloud to a screen reader."""
        said_before = self._who.text()
        self._news, self._alone = news, alone
        self.retranslate()
        for line in fresh:
            if line.from_agent:
                announce(self, f"{line.author}: {line.text}")
        if fresh:
            self.to_end()
        elif self._who.text() != said_before:
            announce(self, self._who.text())

    def send(self) -> None:
        """Hand over what was typed, if anything was."""
        text = " ".join(self._field.text.split())
        if text:
            self._field.wipe()
            self._field.setFocus()
            self.said.emit(text)

    def to_end(self) -> None:
        """Scroll to the newest line, once it has been laid out."""
        QTimer.singleShot(0, self._scroll_to_end)

    def wipe(self) -> None:
        """Forget every line."""
        self.lines.wipe()
        self._field.wipe()
        self._news, self._alone = ChatNews("waiting"), False
        self.retranslate()

    def retranslate(self) -> None:
        """Look up the words."""
        news = self._news
        closed = news.state == "closed"
        self._who.setText(self._presence())
        self._nobody.set_text(self.tr("It takes long now. You can ask us to call you back, or ask the front desk."))
        self._call_back.setText(self.tr("Ask us to call you back"))
        self._nobody.setVisible(self._alone)
        self._call_back.setVisible(self._alone)
        self._field.set_label(self.tr("Your message"))
        self._send.setText(self.tr("Send"))
        self._field.setVisible(not closed)
        self.setAccessibleName(self._who.text())

    def _presence(self) -> str:
        news = self._news
        if news.state == "closed":
            return self.tr("The chat has ended.")
        if news.state == "offline":
            return self.tr("We are not connected right now. Your lines are kept and sent again.")
        if news.agent:
            return self.tr("You are talking to %1.").replace("%1", news.agent)
        if news.place > 0:
            return self.tr("Please wait. You are number %1 in line.").replace("%1", str(news.place + 1))
        return self.tr("Please wait. Somebody will be with you soon.")

    def _scroll_to_end(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())
