"""An opened account: whose it is, which photo ID was seen, and what the desk can do for its holder (F7)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.desk_help import AccountRow, Helped, HelpState
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Email
from kiosk.ui import texts
from kiosk.ui.staff import account_words, words
from kiosk.ui.staff.account_model import full_name
from kiosk.ui.staff.account_words import Act
from kiosk.ui.staff.id_chips import IdChips
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Card, FieldKind, Piece, Role, Text, TextField, announce

__all__ = ["AccountCard"]

_FACTS = ("birth_date", "email", "user_id", "lock", "identity")
_NAMES = {Act.MAIL: "account_mail", Act.SLIP: "account_slip", Act.UNLOCK: "account_unlock"}
_ICONS = {Act.MAIL: "mail", Act.SLIP: "printer", Act.UNLOCK: "rotate-ccw"}


class AccountCard(Piece):
    """The photo IDs are named account_id_passport and so on; each act needs one of them pressed.

    Signals:
        asked: carries an `Act`, the `IdDocument` seen, and for `Act.EMAIL` an `Email`, else None.
    """

    asked = Signal(object, object, object)

    def __init__(self, practice: StaffPractice) -> None:
        """Make a card of nobody."""
        super().__init__()
        self.setObjectName("account_card_box")
        self._practice = practice
        self._row: AccountRow | None = None
        self._ended: tuple[Act, Helped, str] | None = None
        self._busy = self._no_email = False
        self._card = Card("account_card")
        self._who = Text("", Role.TITLE, name="account_who")
        self._lines = {
            fact: (Text("", Role.HINT, name=f"account_{fact}_label"), Text("", name=f"account_{fact}"))
            for fact in _FACTS
        }
        self._chips = IdChips("account_id")
        self._said = Text("", Role.OK, name="account_said")
        self._buttons = {act: Action("", name=name, icon=_ICONS[act]) for act, name in _NAMES.items()}
        self._email = TextField("account_new_email", FieldKind.EMAIL, limit=254)
        self._change = Action("", name="account_change_email")
        self._build()
        for act, button in self._buttons.items():
            button.clicked.connect(self._press)
            button.setProperty("act", act.name)
        self._change.clicked.connect(self._ask_change)
        self._email.submitted.connect(self._ask_change)
        self._email.edited.connect(self._typed)
        self.refresh()
        self.hide()

    @property
    def row(self) -> AccountRow | None:
        """The account shown."""
        return self._row

    def show_row(self, row: AccountRow | None) -> None:
        """Show another account, without a photo ID yet, or none."""
        self._ended, self._busy = None, False
        self._chips.wipe()
        self._email.wipe()
        self._no_email = False
        self.update_row(row)

    def update_row(self, row: AccountRow | None) -> None:
        """Show the same account as it stands now."""
        self._row = row
        self.setVisible(row is not None)
        self.retranslate()

    def forget_seen(self) -> None:
        """Somebody else looks at the photo ID now."""
        self._chips.wipe()

    def begin(self) -> None:
        """The portal is being asked."""
        self._busy, self._ended = True, None
        self.retranslate()

    def end(self, act: Act, helped: Helped, address: str) -> QWidget:
        """Say how it ended, and return where that stands; `address` is where a mail went."""
        self._busy, self._ended = False, (act, helped, address)
        if act is Act.EMAIL and helped.state is HelpState.DONE:
            self._email.wipe()
        self.retranslate()
        announce(self._said, self._said.text())
        if self.window().focusWidget() is None:  # the button that was pressed is gone
            self.focus_first()
        return self._said

    def drop(self) -> None:
        """Nothing was asked after all."""
        self._busy = False
        self.retranslate()

    def focus_first(self) -> QWidget:
        """Go to what the desk does first, the photo ID, and return it."""
        return self._chips.focus_first()

    def retranslate(self) -> None:
        """Look up every text."""
        row = self._row
        self._buttons[Act.MAIL].setText(self.tr("Mail a link to reset the password"))
        self._buttons[Act.SLIP].setText(self.tr("Print a one-time slip"))
        self._buttons[Act.UNLOCK].setText(self.tr("Unlock"))
        self._email.set_label(self.tr("New email address"))
        self._change.setText(self.tr("Change the email address"))
        self._say_email_error()
        self._say()
        if row is None:
            self._who.setText("")
            for _, value in self._lines.values():
                value.setText("")
            return
        self._who.setText(full_name(row))
        self._fill_facts(row)
        mails = row.email_verified and bool(row.masked_email) and row.has_user_id  # a password alone opens nothing
        self._buttons[Act.MAIL].setVisible(mails)
        self._buttons[Act.UNLOCK].setVisible(account_words.is_locked(row, self._practice.now()))
        main = Act.MAIL if mails else Act.SLIP
        for act, button in self._buttons.items():
            button.role = ActionRole.PRIMARY if act is main else ActionRole.SECONDARY
            button.update()

    def _build(self) -> None:
        self._card.box.setContentsMargins(24, 16, 24, 18)
        self._card.box.setSpacing(10)
        facts = QWidget()
        facts.setObjectName("account_facts")
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(self._lines.values()):
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        acts = QWidget()
        row = WrappingRow(acts)
        for button in self._buttons.values():
            row.addWidget(button)
        change = QWidget()
        below = QVBoxLayout(change)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(10)
        below.addWidget(self._email)
        below.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (*self._buttons.values(), self._change, self._email, self._email.edit):
            part.setProperty("staff", True)
        for part in (self._who, facts, self._chips, self._said, acts, change):
            self._card.box.addWidget(part)
        self._card.box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def _fill_facts(self, row: AccountRow) -> None:
        none = self.tr("None yet: the patient chooses one with a one-time slip")
        shown = {
            "birth_date": (self.tr("Date of birth"), words.full_date_of(row.birth_date)),
            "email": (self.tr("Email"), account_words.email(row)),
            "user_id": (self.tr("User ID"), "" if row.has_user_id else none),
            "lock": (self.tr("Lock"), account_words.lock(row, self._practice)),
            "identity": (self.tr("Identity"), account_words.identity(row, self._practice)),
        }
        for fact, (label, value) in self._lines.items():
            name, said = shown[fact]
            label.setText(name)
            value.setText(said)
            for text in (label, value):
                text.setVisible(bool(said))
        self._lines["lock"][1].set_role(Role.PROBLEM)

    def _say(self) -> None:
        if self._busy:
            self._said.setText(self.tr("One moment …"))
            self._said.set_role(Role.MUTED)
        elif self._ended is not None:
            act, helped, address = self._ended
            self._said.setText(account_words.outcome(act, helped, address, self._practice))
            self._said.set_role(Role.OK if helped.state is HelpState.DONE else Role.PROBLEM)
        else:
            self._said.setText("")
        self._said.setVisible(bool(self._said.text()))

    def _typed(self) -> None:
        self._no_email = False
        self._say_email_error()

    def _say_email_error(self) -> None:
        self._email.set_error(texts.sentence(Refusal.EMAIL_FORMAT) if self._no_email else None)

    def _press(self) -> None:
        self._ask(Act[self.sender().property("act")])

    def _ask_change(self) -> None:
        """Say at once what lacks: the photo ID, the address, or both."""
        email = Email.parse(self._email.text)
        self._no_email = isinstance(email, Refused)
        self._say_email_error()
        self._ask(Act.EMAIL, None if isinstance(email, Refused) else email)

    def _ask(self, act: Act, email: Email | None = None) -> None:
        if self._busy or self._row is None:
            return
        seen = self._chips.ask()
        if seen is not None and self._no_email and act is Act.EMAIL:
            announce(self._email, self._email.error or "")
            self._email.setFocus(Qt.FocusReason.OtherFocusReason)
        elif seen is not None:
            self.asked.emit(act, seen, email)
