"""Before the first chat message: what support can do, who asks, and about what (S47)."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import NamePart
from kiosk.ui import support_texts
from kiosk.ui.texts import sentence
from kiosk.ui.widgets import (
    Action,
    Card,
    ErrorSummary,
    FieldKind,
    Notice,
    Problem,
    RadioRows,
    Role,
    Text,
    TextField,
    announce,
)

__all__ = ["ChatStart"]


class ChatStart(Card):
    """Named `chat_start`.

    Signals:
        call_back: "Ask us to call you back", offered when nobody can chat.
    """

    call_back = Signal()

    def __init__(self, operator: str) -> None:
        """Make an empty form."""
        super().__init__("chat_start")
        self._operator = operator
        self._problems: tuple[tuple[str, Refusal], ...] = ()
        self.title = Text("", Role.HEADING, name="chat_title")
        self._summary = ErrorSummary(self)
        self._nobody = Notice(name="chat_nobody", icon="wifi-off")
        self._call_back = Action("", name="chat_nobody_call_back", icon="clock", leading=True)
        self._notice = Notice(name="chat_notice")
        self._emergency = Text("", Role.STRONG, name="chat_emergency")
        self._name = TextField("chat_name", FieldKind.NAME, limit=60)
        self._topic = RadioRows("chat_topic", support_texts.topics())
        for part in (self.title, self._summary, self._nobody, self._call_back, self._notice, self._emergency):
            self.box.addWidget(part)
        self.box.addWidget(self._name)
        self.box.addWidget(self._topic)
        self._call_back.clicked.connect(self.call_back)
        self.wipe()
        self.retranslate()

    def collect(self) -> tuple[str, str] | None:
        """Name and topic; None after saying what is missing."""
        name = NamePart.parse(self._name.text)
        problems: list[tuple[str, Refusal]] = []
        if isinstance(name, Refused):
            reason = Refusal.CHAT_NAME_EMPTY if name.reason is Refusal.NAME_EMPTY else name.reason
            problems.append(("chat_name", reason))
        if self._topic.choice is None:
            problems.append(("chat_topic", Refusal.CHOICE_MISSING))
        self._say(tuple(problems))
        if isinstance(name, Refused) or self._topic.choice is None:
            return None
        return name.text, self._topic.choice

    def say_nobody(self) -> None:
        """Nobody can chat now: the call-back and the front desk can still help."""
        self._nobody.show()
        self._call_back.show()
        announce(self, self._nobody.text)

    def wipe(self) -> None:
        """Forget the answers."""
        self._name.wipe()
        self._topic.wipe()
        self._nobody.hide()
        self._call_back.hide()
        self._say(())

    def retranslate(self) -> None:
        """Look up the words."""
        self.title.setText(self.tr("Chat with us"))
        self._nobody.set_text(
            self.tr("Nobody can chat right now. Ask us to call you back, or ask the front desk: they can help you now.")
        )
        self._call_back.setText(self.tr("Ask us to call you back"))
        self._notice.set_text(support_texts.notice(self._operator))
        self._emergency.setText(support_texts.emergency())
        self._name.set_label(self.tr("Your first name"))
        self._topic.set_label(self.tr("What is it about?"))
        self._topic.set_options(support_texts.topics())
        self._say(self._problems)

    def _say(self, problems: tuple[tuple[str, Refusal], ...]) -> None:
        self._problems = problems
        fields: dict[str, TextField | RadioRows] = {"chat_name": self._name, "chat_topic": self._topic}
        words = [(at, sentence(reason, at)) for at, reason in problems]
        for name, field in fields.items():
            field.set_error(next((text for at, text in words if at == name), None))
        self._summary.show_problems([Problem(text, fields[at]) for at, text in words])
