"""Which photo ID the desk saw: one chip each, for whatever needs one (F4, F7)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.cases import IdDocument
from kiosk.ui.staff.task_words import document_word
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Piece, Role, Text, announce

__all__ = ["IdChips"]


class IdChips(Piece):
    """A question and a row of chips, of which at most one is pressed; its number is asked for nowhere.

    The texts are named NAME_label and NAME_error, the chips PREFIX_passport and so on.
    """

    def __init__(self, name: str, *, prefix: str = "", optional: bool = False) -> None:
        """Ask; `prefix` stands for `name` in the chips' names; an `optional` question may stay without an answer."""
        super().__init__()
        self.setObjectName(f"{name}_chips")
        self._missing = False
        self._optional = optional
        self._label = Text("", Role.LABEL, name=f"{name}_label")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._chips = {document: Action("", name=f"{prefix or name}_{document.value}") for document in IdDocument}
        self.setFocusProxy(next(iter(self._chips.values())))
        row = QWidget()
        chips = WrappingRow(row)
        for chip in self._chips.values():
            chip.setProperty("staff", True)
            chip.setCheckable(True)
            chip.clicked.connect(self._pressed)
            chips.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._label, self._error, row):
            column.addWidget(part)
        self.refresh()

    @property
    def seen(self) -> IdDocument | None:
        """What is pressed."""
        return next((document for document, chip in self._chips.items() if chip.isChecked()), None)

    def ask(self) -> IdDocument | None:
        """Return what is pressed; if nothing is, say so and go there."""
        if self.demand() is None:
            announce(self._error, self._error.text())
            self.focus_first()
        return self.seen

    def demand(self, *, needed: bool = True) -> IdDocument | None:
        """Return what is pressed; if nothing is, and it is `needed`, say so."""
        self._missing = needed and self.seen is None
        self.retranslate()
        return self.seen

    def focus_first(self) -> QWidget:
        """Put the keyboard on the first chip, and return it."""
        first = next(iter(self._chips.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first

    def wipe(self) -> None:
        """Another patient: nothing was seen yet."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self._missing = False
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        self._label.setText(
            self.tr("Photo ID, if you checked one") if self._optional else self.tr("Which photo ID did you see?")
        )
        self._error.setText(self.tr("First press the photo ID that you saw.") if self._missing else "")
        self._error.setVisible(self._missing)
        for document, chip in self._chips.items():
            chip.setText(document_word(document))
            chip.role = ActionRole.PRIMARY if chip.isChecked() else ActionRole.SECONDARY
            chip.set_invalid(self._missing)

    def _pressed(self) -> None:
        pressed = self.sender()
        for chip in self._chips.values():
            chip.setChecked(chip is pressed and chip.isChecked())
        self._missing = False
        self.retranslate()
