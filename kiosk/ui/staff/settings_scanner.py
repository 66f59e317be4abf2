"""Scanner test: what a code is, without showing it and without keeping it."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from kiosk.domain.activation import ActivationCode
from kiosk.domain.refusals import Refusal, Refused
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.widgets import Card, FieldKind, Piece, Role, Text, TextField, announce

__all__ = ["ScannerCard"]

_LONGEST = 200
"""More than any code of ours; what is longer is none."""


class _Scanned(enum.Enum):
    NOTHING = "nothing"
    ACTIVATION = "activation"
    RESET_SLIP = "reset_slip"
    MISREAD = "misread"
    FOREIGN = "foreign"


class ScannerCard(Piece):
    """A line that takes a scan, or a typed code and Enter; it shows dots and is empty again at once."""

    def __init__(self, practice: StaffPractice) -> None:
        """Make a card that has scanned nothing."""
        super().__init__()
        self.setObjectName("settings_scanner")
        self._practice = practice
        self._result = _Scanned.NOTHING
        self._title = Text("", Role.TITLE, name="scanner_title")
        self._field = TextField("scanner_test", FieldKind.TEXT, limit=_LONGEST)
        self._field.edit.setProperty("staff", True)
        self._field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._said = Text("", Role.OK, name="scanner_said")
        card = Card("scanner_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        for part in (self._title, self._field, self._said):
            card.box.addWidget(part)
        card.box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._field.submitted.connect(self._scanned)
        self.refresh()

    def wipe(self) -> None:
        """Forget what was scanned."""
        self._field.wipe()
        self._result = _Scanned.NOTHING
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("Scanner test"))
        self._field.set_label(self.tr("Press here, then scan a code, or type it and press Enter"))
        self._said.setText(self._sentence())
        self._said.set_role(Role.OK if self._result in (_Scanned.ACTIVATION, _Scanned.RESET_SLIP) else Role.PROBLEM)
        self._said.setVisible(self._result is not _Scanned.NOTHING)

    def _sentence(self) -> str:
        match self._result:
            case _Scanned.NOTHING:
                return ""
            case _Scanned.ACTIVATION:
                return self.tr("The scanner works: this is an activation code.")
            case _Scanned.RESET_SLIP:
                return self.tr("The scanner works: this is the code of a slip for a new password.")
            case _Scanned.MISREAD:
                return self.tr("This looks like a code of ours, but was not read right.")
            case _Scanned.FOREIGN:
                return self.tr("The scanner works, but this is not one of our codes.")

    def _scanned(self) -> None:
        text = self._field.text
        self._field.wipe()
        self._result = _judge(text, self._practice.portal_host)
        self.retranslate()
        announce(self, self._said.text())
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _judge(text: str, host: str) -> _Scanned:
    if not text.strip():
        return _Scanned.NOTHING
    code = ActivationCode.parse_scan(text, host=host)
    if not isinstance(code, Refused):
        return _Scanned.ACTIVATION
    match code.reason:
        case Refusal.CODE_OF_RESET_SLIP:
            return _Scanned.RESET_SLIP
        case Refusal.CODE_CHECK:
            return _Scanned.MISREAD
        case _:
            return _Scanned.FOREIGN
