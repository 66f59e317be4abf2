"""The welcome screen (S1): what a patient can do here, and the languages by their own names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.draft import Journey
from kiosk.ui.i18n import Language
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, Card, Notice, Piece, Role, ScrollArea, Text

__all__ = ["Welcome"]


class _LanguageChoice(Action):
    picked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__(language.own_name, ActionRole.SECONDARY, name=f"welcome_language_{language.code}")
        self._code = language.code
        self.setCheckable(True)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.setChecked(True)
        self.picked.emit(self._code)

    def mark(self, code: str) -> None:
        """Show whether this is the language in force."""
        self.setChecked(code == self._code)


class _JourneyChoice(Action):
    picked = Signal(object)

    def __init__(self, journey: Journey, name: str, role: ActionRole = ActionRole.SECONDARY, icon: str = "") -> None:
        super().__init__("", role, name=name, icon=icon)
        self._journey = journey
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.picked.emit(self._journey)


class Welcome(Piece):
    """Named `welcome`; nothing of a patient stands here.

    Signals:
        journey_chosen: one of the ways was pressed; carries the `Journey`.
        help_requested: "Need Help?".
        language_chosen: carries the language's code.
    """

    journey_chosen = Signal(object)
    help_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, practice: str, languages: tuple[Language, ...], parent: QWidget | None = None) -> None:
        """Greet in the name of the practice."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self._practice = practice
        card = Card("welcome_card")
        self._title = Text("", Role.HEADING, name="welcome_title")
        self._lead = Text(name="welcome_lead")
        self._sign_up = _JourneyChoice(Journey.SIGN_UP, "create_account", ActionRole.PRIMARY, "user-plus")
        self._invitation = _JourneyChoice(Journey.INVITATION, "have_invitation", icon="ticket")
        self._log_in = _JourneyChoice(Journey.LOG_IN, "log_in", icon="log-in")
        self._user_id = _JourneyChoice(Journey.USER_ID, "forgot_user_id", ActionRole.LINK)
        self._password = _JourneyChoice(Journey.PASSWORD, "forgot_password", ActionRole.LINK)
        self._help = Action("", name="welcome_help", icon="circle-question-mark")
        self._scan = Notice(name="welcome_scan", icon="scan-qr-code")
        self._pairs = QGridLayout()
        self._pairs.setSpacing(12)
        for part in (self._title, self._lead, self._sign_up, self._invitation, self._scan):
            card.box.addWidget(part)
        card.box.addLayout(self._pairs)
        self._choices = [_LanguageChoice(language) for language in languages]
        for choice in self._choices:
            choice.picked.connect(self.language_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollArea(card, name="welcome_scroll"))
        for way in (self._sign_up, self._invitation, self._log_in, self._user_id, self._password):
            way.picked.connect(self.journey_chosen)
        self._help.clicked.connect(self.help_requested)
        self.refresh()

    def restyle(self) -> None:
        """Two buttons in a row, as long as the text is not too large for that."""
        columns = 2 if look().appearance.text_percent < 150 else 1
        pairs: tuple[Action, ...] = (self._log_in, self._help, self._user_id, self._password, *self._choices)
        for number, part in enumerate(pairs):
            self._pairs.addWidget(part, number // columns, number % columns)

    def set_language(self, code: str) -> None:
        """Mark the language in force."""
        for choice in self._choices:
            choice.mark(code)

    def focus_first(self) -> None:
        """Put the keyboard on "Create An Account"."""
        self._sign_up.setFocus()

    def retranslate(self) -> None:
        """Look up the words; the labels are the source's."""
        self._title.setText(self.tr("Welcome to %1").replace("%1", self._practice))
        self._lead.setText(self.tr("Here you can get your patient portal account. It takes a few minutes."))
        self._sign_up.setText(self.tr("Create An Account"))
        self._invitation.setText(self.tr("I have an invitation"))
        self._log_in.setText(self.tr("Log in"))
        self._user_id.setText(self.tr("forgot your user ID?"))
        self._password.setText(self.tr("forgot your password?"))
        self._help.setText(self.tr("Need Help?"))
        self._scan.set_text(
            self.tr("You have a code on paper or on your phone? If you see a scanner here, hold the code under it.")
        )
        self.setAccessibleName(self._title.text())
