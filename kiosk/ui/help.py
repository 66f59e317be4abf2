"""The help screen, "Need Help?": the source's questions and answers that are true in this version (S42)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.widgets import Action, Card, Piece, Role, ScrollArea, Text

__all__ = ["Help"]

_ENTRIES = 4


class Help(Piece):
    """A screen over the page; the answers typed so far stay below. Named `help`.

    Signals:
        start_over: "Start over" was pressed; the owner asks before it clears.
    """

    start_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the screen."""
        super().__init__(parent)
        self.setObjectName("help")
        card = Card("help_card")
        self._title = Text("", Role.HEADING, name="help_title")
        self._lead = Text("", Role.TITLE, name="help_lead")
        self._entries = [
            (Text("", Role.LABEL, name=f"help_question_{n}"), Text(name=f"help_answer_{n}")) for n in range(_ENTRIES)
        ]
        self._start_over = Action("", name="help_start_over", icon="rotate-ccw")
        card.box.addWidget(self._title)
        card.box.addWidget(self._lead)
        for question, answer in self._entries:
            card.box.addWidget(question)
            card.box.addWidget(answer)
            card.box.addSpacing(8)
        card.box.addWidget(self._start_over)
        self.view = ScrollArea(card, name="help_scroll")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._start_over.clicked.connect(self.start_over)
        self.refresh()

    def set_start_over_visible(self, visible: bool) -> None:
        """Offer "Start over" only where there is something to clear."""
        self._start_over.setVisible(visible)

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("Need Help?"))
        self._lead.setText(self.tr("We're here for you!"))
        for (question, answer), (asked, answered) in zip(self._entries, self._texts(), strict=True):
            question.setText(asked)
            answer.setText(answered)
        self._start_over.setText(self.tr("Start over"))
        self.setAccessibleName(self._title.text())

    def _texts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("I would like to sign up for the patient portal."),
                self.tr(
                    '1. Press "Create An Account."\n'
                    '2. Enter your name, date of birth, zip code and email. Press "Continue."\n'
                    "3. Complete all required questions and create a unique user ID and password for your account. "
                    'Press "Create Account."\n'
                    "4. Congratulations! You have an account."
                ),
            ),
            (
                self.tr("My practice sent me an invitation to join the patient portal. Now what?"),
                self.tr(
                    '1. Press "I have an invitation" and scan or type the code.\n'
                    '2. Enter your date of birth and zip code to activate your account. Press "Continue."\n'
                    '3. Create a unique user ID and password for your account. Press "Create Account."'
                ),
            ),
            (
                self.tr("What are the requirements for my password?"),
                self.tr(
                    "Your password must be at least 6 characters, must contain at least one number OR an upper case "
                    "letter, and should not contain any special characters."
                ),
            ),
            (
                self.tr("Still need help?"),
                self.tr(
                    "Ask the front desk. They also help if you forgot your user ID or your password. "
                    "In an emergency call 911."
                ),
            ),
        )
