"""The help screen, "Need Help?": the source's questions and answers, and who else can help (S42, S46, S48)."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import help_texts
from kiosk.ui.over_screen import OverScreen
from kiosk.ui.widgets import Action, Card, Notice, Piece, Role, ScrollArea, Text

__all__ = ["Help"]

_ENTRIES = 11


class _Entry(Piece):
    """A question to press (`help_question_N`) and its answer below (`help_answer_N`), folded at first.

    Signals:
        unfolded: the answer is in sight now.
    """

    unfolded = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("keepVisible", True)
        self._question = Action("", name=f"help_question_{number}", icon="chevron-down", leading=True)
        self._answer = Text(name=f"help_answer_{number}")
        self._answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._answer)
        self._question.clicked.connect(self._pressed)

    def show_entry(self, asked: str, told: str) -> None:
        self._question.setText(asked)
        self._answer.setText(told)
        self._describe()

    def fold(self) -> None:
        self._unfold(False)

    def _pressed(self) -> None:
        self._unfold(self._answer.isHidden())

    def _unfold(self, unfold: bool) -> None:
        self._answer.setVisible(unfold)
        self._question.set_icon_name("chevron-up" if unfold else "chevron-down")
        self._describe()
        if unfold:
            self.unfolded.emit()

    def _describe(self) -> None:
        self._question.setAccessibleDescription("" if self._answer.isHidden() else self._answer.text())


class Help(OverScreen):
    """Named `help`.

    Signals:
        start_over: "Start over" was pressed; the owner asks before it clears.
        chat: "Chat with us".
        call_back: "Ask us to call you back".
    """

    start_over = Signal()
    chat = Signal()
    call_back = Signal()

    def __init__(self, network: str = "HealthKey", operator: str = "HealthKey Support") -> None:
        """Make the screen; both names stand in the answers."""
        super().__init__()
        self.setObjectName("help")
        self._names = (network, operator)
        card = Card("help_card")
        self._title = Text("", Role.HEADING, name="help_title")
        self._lead = Text("", Role.TITLE, name="help_lead")
        self._entries = [_Entry(number) for number in range(_ENTRIES)]
        self._still = Text("", Role.TITLE, name="help_still")
        self._chat = Action("", name="help_chat", icon="message-circle", leading=True)
        self._call_back = Action("", name="help_call_back", icon="clock", leading=True)
        self._desk = Notice(name="help_desk", icon="users")
        self._start_over = Action("", name="help_start_over", icon="rotate-ccw", leading=True)
        for part in (self._title, self._lead, *self._entries, self._still):
            card.box.addWidget(part)
        for part in (self._chat, self._call_back, self._desk, self._start_over):
            card.box.addWidget(part)
        self.view = ScrollArea(card, name="help_scroll")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._start_over.clicked.connect(self.start_over)
        self._chat.clicked.connect(self.chat)
        self._call_back.clicked.connect(self.call_back)
        for entry in self._entries:
            entry.unfolded.connect(self._follow)
        self.set_support_visible(False)
        self.refresh()

    def primary_text(self) -> str:
        """Back to the answers."""
        return self.tr("Close help")

    def set_start_over_visible(self, visible: bool) -> None:
        """Offer "Start over" only where there is something to clear."""
        self._start_over.setVisible(visible)

    def set_support_visible(self, visible: bool) -> None:
        """Offer chat and call-back only where somebody takes them."""
        self._chat.setVisible(visible)
        self._call_back.setVisible(visible)

    def opened(self) -> None:
        """Fold every answer: the questions are the list to choose from."""
        super().opened()
        for entry in self._entries:
            entry.fold()

    def retranslate(self) -> None:
        """Look up the words; the labels in quotes are the source's."""
        self._title.setText(self.tr("Need Help?"))
        self._lead.setText(self.tr("We're here for you!"))
        for entry, (asked, told) in zip(self._entries, help_texts.entries(*self._names), strict=True):
            entry.show_entry(asked, told)
        self._still.setText(self.tr("Still need help?"))
        self._chat.setText(self.tr("Click on the link to chat with us!"))
        self._call_back.setText(self.tr("Ask us to call you back"))
        self._desk.set_text(self.tr("Or ask the front desk. In an emergency call 911."))
        self._start_over.setText(self.tr("Start over"))
        self.setAccessibleName(self._title.text())

    def first_focus(self) -> QWidget | None:
        """The keyboard starts on "Close help"."""
        return None

    def _follow(self) -> None:
        QTimer.singleShot(0, self.view.show_focused)  # once the answer has its room
