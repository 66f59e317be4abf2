"""A PIN is chosen: the one there is, if it is one's own; then the new one, twice. Nobody else types or sees it (F5)."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.staff import Pin, PinRefusal
from kiosk.ui.staff import staff_words
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.staff.staff_words import PinSlip, Refusal
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, Card, Piece, Role, Text, announce

__all__ = ["PinFor", "PinStep"]


_WIDEST = 560
"""Of the card, in pixels at 100 % text."""


class PinFor(enum.Enum):
    """Whose PIN it will be."""

    ONESELF = "oneself"
    NEWCOMER = "newcomer"
    COLLEAGUE = "colleague"


class _Entry(enum.Enum):
    OLD = "old"
    NEW = "new"
    AGAIN = "again"


_ENTRIES = {
    PinFor.ONESELF: (_Entry.OLD, _Entry.NEW, _Entry.AGAIN),
    PinFor.NEWCOMER: (_Entry.NEW, _Entry.AGAIN),
    PinFor.COLLEAGUE: (_Entry.NEW, _Entry.AGAIN),
}


class PinStep(Piece):
    """One pad, asked two or three times; the line is named new_pin.

    Signals:
        chosen: carries the old PIN, "" if it was not asked for, and the new one.
        cancelled: "Cancel", or Escape.
    """

    chosen = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        """Make a step that asks nobody."""
        super().__init__()
        self.setObjectName("pin_step")
        self._whom, self._name = PinFor.ONESELF, ""
        self._typed: list[str] = []
        self._busy = False
        self._refusal: Refusal | None = None
        self._heading = Text("", Role.TITLE, name="pin_step_heading")
        self._alone = Text("", name="pin_step_alone")
        self._rules = Text("", Role.MUTED, name="pin_step_rules")
        self._pad = PinPad("new_pin")
        self._cancel = Action("", name="pin_step_cancel")
        self._cancel.setProperty("staff", True)
        card = self._card = Card("pin_step_card")
        for part in (self._heading, self._alone, self._rules, self._pad, self._cancel):
            card.box.addWidget(part)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WideScroll(content, name="pin_step_scroll"))
        self._pad.entered.connect(self._entered)
        self._cancel.clicked.connect(self.cancelled)
        self.refresh()

    def ask(self, whom: PinFor, name: str = "") -> None:
        """Begin to ask; `name` is the colleague's."""
        self.wipe()
        self._whom, self._name = whom, name
        self.retranslate()
        self._pad.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._heading.text())

    def refuse(self, why: Refusal) -> None:
        """Say why it was not taken, and ask from the beginning."""
        self._busy = False
        self._typed.clear()
        self._say(why)

    def wipe(self) -> None:
        """Forget every PIN."""
        self._pad.line.take()
        self._typed.clear()
        self._busy, self._refusal, self._name = False, None, ""
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits typed anywhere belong to the PIN."""
        if event.text() and event.text() in "0123456789":
            self._pad.press(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Look up every text."""
        own = self._whom is PinFor.ONESELF
        heading = self.tr("A new PIN for %1") if self._whom is PinFor.COLLEAGUE else self.tr("A PIN for %1")
        self._heading.setText(self.tr("Change your PIN") if own else heading.replace("%1", self._name))
        self._alone.setText(self.tr("%1 types it now, alone: nobody else sees or knows it.").replace("%1", self._name))
        self._alone.setVisible(not own)
        self._rules.setText(self.tr("6 to 12 digits, not all the same and none that count up or down."))
        self._pad.set_label(self._question())
        self._pad.set_error("" if self._refusal is None else staff_words.refusal(self._refusal))
        self._cancel.setText(self.tr("Cancel"))

    def restyle(self) -> None:
        """The pad is for one hand, not for the whole width of a desk."""
        self._card.setMaximumWidth(look().text(_WIDEST))

    def _question(self) -> str:
        if self._busy:
            return self.tr("One moment …")
        match _ENTRIES[self._whom][len(self._typed)]:
            case _Entry.OLD:
                return self.tr("Your PIN now")
            case _Entry.NEW:
                return self.tr("New PIN")
            case _Entry.AGAIN:
                return self.tr("New PIN again")

    def _entered(self) -> None:
        typed = self._pad.line.take()
        if self._busy:
            return
        entries = _ENTRIES[self._whom]
        entry = entries[len(self._typed)]
        refused = Pin.parse(typed) if entry is _Entry.NEW else None
        if not typed:
            self._say(PinSlip.NOTHING_TYPED)
        elif isinstance(refused, PinRefusal):
            self._say(refused)
        elif entry is _Entry.AGAIN and typed != self._typed[-1]:
            self._typed.pop()
            self._say(PinSlip.DIFFERENT)
        elif entry is not entries[-1]:
            self._typed.append(typed)
            self._refusal = None
            self.retranslate()
            announce(self._pad, self._question())
            self._pad.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            old = self._typed[0] if entries[0] is _Entry.OLD else ""
            self._refusal = None
            self._busy = True
            self.retranslate()
            self._typed.clear()
            self.chosen.emit(old, typed)

    def _say(self, why: Refusal) -> None:
        self._refusal = why
        self.retranslate()
        announce(self._pad, self._pad.error)
        self._pad.line.setFocus(Qt.FocusReason.OtherFocusReason)
