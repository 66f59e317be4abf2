"""Ask support to call or write back (S40): works without a network, as a sealed record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.errors import StorageError
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Email, Language, NamePart, Phone
from kiosk.ui import support_texts
from kiosk.ui.background import Background, Job
from kiosk.ui.over_screen import OverScreen
from kiosk.ui.session import SupportUseCases
from kiosk.ui.setbacks import Setback
from kiosk.ui.texts import sentence
from kiosk.ui.widgets import (
    Card,
    ErrorSummary,
    FieldKind,
    Notice,
    Problem,
    RadioRows,
    Role,
    ScrollArea,
    Text,
    TextField,
)

__all__ = ["CallBack"]


class CallBack(OverScreen):
    """Named `call_back`.

    Signals:
        fault: something failed that nobody expects; carries the exception's type name alone.
    """

    fault = Signal(str)

    def __init__(self, support: SupportUseCases, background: Background, operator: str) -> None:
        """Make an empty form; `operator` is who calls back."""
        super().__init__()
        self.setObjectName("call_back")
        self._support, self._background, self._operator = support, background, operator
        self._language = Language.ENGLISH
        self._job: Job | None = None
        self._done = False
        self._problems: tuple[tuple[str, Refusal | Setback], ...] = ()
        card = Card("call_back_card")
        self._title = Text("", Role.HEADING, name="call_back_title")
        self._summary = ErrorSummary(self)
        self._lead = Text(name="call_back_lead")
        self._said = Notice(name="call_back_said", icon="clock")
        self._notice = Notice(name="call_back_notice")
        self._name = TextField("call_back_name", FieldKind.NAME, limit=60)
        self._contact = TextField("call_back_contact", FieldKind.EMAIL, limit=254)
        self._topic = RadioRows("call_back_topic", support_texts.topics())
        self._fields: dict[str, TextField | RadioRows] = {
            "call_back_name": self._name,
            "call_back_contact": self._contact,
            "call_back_topic": self._topic,
        }
        for part in (self._title, self._summary, self._lead, self._said, self._notice, *self._fields.values()):
            card.box.addWidget(part)
        self.view = ScrollArea(card, name="call_back_scroll")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._show_done(False)
        self.refresh()

    def set_language(self, language: Language) -> None:
        """In which language to call back."""
        self._language = language

    def primary_text(self) -> str:
        """Send, or leave."""
        return self.tr("Close") if self._done else self.tr("Ask to be called")

    def back_text(self) -> bool:
        """Until it is sent."""
        return not self._done

    def press_primary(self) -> None:
        """Record the request, or leave."""
        if self._done:
            self.closed.emit()
            return
        if self._job is not None:
            return
        name, contact = NamePart.parse(self._name.text), _contact(self._contact.text)
        problems: list[tuple[str, Refusal | Setback]] = []
        if isinstance(name, Refused):
            reason = Refusal.CHAT_NAME_EMPTY if name.reason is Refusal.NAME_EMPTY else name.reason
            problems.append(("call_back_name", reason))
        if contact is None:
            problems.append(("call_back_contact", Refusal.CONTACT_FORMAT))
        if self._topic.choice is None:
            problems.append(("call_back_topic", Refusal.CHOICE_MISSING))
        self._say(tuple(problems))
        if isinstance(name, Refused) or contact is None or self._topic.choice is None:
            return
        ask = partial(self._support.ask_call_back, name.text, contact, ChatTopic(self._topic.choice), self._language)
        self._job = self._background.run(ask, self._asked, self._failed)

    def first_focus(self) -> QWidget | None:
        """The keyboard starts where the notice is read: on no line."""
        return self._title

    def wipe(self) -> None:
        """Forget the form."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        for field in self._fields.values():
            field.wipe()
        self._say(())
        self._show_done(False)

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("We will get back to you") if self._done else self.tr("Ask us to call you back"))
        self._lead.setText(self.tr("Tell us how to reach you. A person calls you or writes to you."))
        self._said.set_text(
            self.tr("Your request is saved. It goes to %1 as soon as this tablet is connected.").replace(
                "%1", self._operator
            )
        )
        self._notice.set_text(f"{support_texts.notice(self._operator)} {support_texts.emergency()}")
        self._name.set_label(self.tr("Your name"))
        self._contact.set_label(self.tr("Your phone number or email address"))
        self._topic.set_label(self.tr("What is it about?"))
        self._topic.set_options(support_texts.topics())
        self.setAccessibleName(self._title.text())
        self._say(self._problems)

    def _asked(self, _none: None) -> None:
        self._job = None
        for field in self._fields.values():
            field.wipe()
        self._show_done(True)
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, StorageError):
            self.fault.emit(type(error).__name__)
        self._say((("", Setback.NOT_SAVED),))

    def _show_done(self, done: bool) -> None:
        self._done = done
        self._said.setVisible(done)
        for part in (self._lead, self._notice, *self._fields.values()):
            part.setVisible(not done)
        self.retranslate()

    def _say(self, problems: tuple[tuple[str, Refusal | Setback], ...]) -> None:
        self._problems = problems
        words = [(at, sentence(reason, at)) for at, reason in problems]
        for name, field in self._fields.items():
            field.set_error(next((text for at, text in words if at == name), None))
        self._summary.show_problems([Problem(text, self._fields.get(at, self._name)) for at, text in words])


def _contact(typed: str) -> Phone | Email | None:
    """A phone number or an address, whichever it is."""
    for parsed in (Email.parse(typed),) if "@" in typed else (Phone.parse(typed),):
        if not isinstance(parsed, Refused):
            return parsed
    return None
