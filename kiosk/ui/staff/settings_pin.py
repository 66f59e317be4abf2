"""One's own PIN: the card that leads to changing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.staff import staff_words
from kiosk.ui.staff.staff_words import Done
from kiosk.ui.widgets import Action, Card, Piece, Role, Text, announce

__all__ = ["OwnPinCard"]


class OwnPinCard(Piece):
    """On a tablet it only says where a PIN is changed.

    Signals:
        change_asked: "Change my PIN".
    """

    change_asked = Signal()

    def __init__(self, *, can_change: bool) -> None:
        """Make a card of nobody."""
        super().__init__()
        self.setObjectName("settings_pin")
        self._can_change = can_change
        self._done = False
        self._title = Text("", Role.TITLE, name="own_pin_title")
        self._about = Text("", name="own_pin_about")
        self._said = Text("", Role.OK, name="own_pin_said")
        self._change = Action("", name="own_pin_change", icon="lock")
        self._change.setProperty("staff", True)
        self._change.setVisible(can_change)
        card = Card("own_pin_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        for part in (self._title, self._about, self._said, self._change):
            card.box.addWidget(part)
        card.box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setFocusProxy(self._change)
        self._change.clicked.connect(self.change_asked)
        self.refresh()

    def show_done(self, done: bool) -> None:
        """Say that the PIN was changed, or nothing."""
        self._done = done
        self.retranslate()
        if done:
            announce(self, self._said.text())
            self.setFocus()

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("My PIN"))
        if self._can_change:
            about = self.tr("It is yours alone: what is done after it was typed stands in the records as yours.")
        else:
            about = self.tr("PINs and the staff's accounts are changed at the front desk's computer.")
        self._about.setText(about)
        self._said.setText(staff_words.done(Done.OWN_PIN, "") if self._done else "")
        self._said.setVisible(self._done)
        self._change.setText(self.tr("Change my PIN"))
