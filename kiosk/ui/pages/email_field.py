"""The email address: shown back large, with domains to touch and "Did you mean …?" (S2)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.ui import email_hints
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, FieldKind, Role, Text, TextField

__all__ = ["EmailField"]


class _Chip(Action):
    picked = Signal(str)

    def __init__(self, domain: str, name: str) -> None:
        super().__init__(f"@{domain}", ActionRole.LINK, name=name)
        self._domain = domain
        # The line keeps the focus and the keyboard stays open; without a finger the domain is typed.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.picked.emit(self._domain)


class EmailField(TextField):
    """A `TextField` with its helpers below: NAME_domain_0 …, NAME_suggestion, NAME_shown.

    Signals:
        grew: the helpers may take more room than before.
    """

    grew = Signal()

    def __init__(self, name: str) -> None:
        """Make an empty field."""
        self._shown = Text("", Role.TITLE, name=f"{name}_shown")
        self._suggestion = Action("", ActionRole.SECONDARY, name=f"{name}_suggestion", leading=True)
        self._suggested: str | None = None
        self._chips = [_Chip(domain, f"{name}_domain_{number}") for number, domain in enumerate(email_hints.CHIPS)]
        super().__init__(name, FieldKind.EMAIL, limit=254)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._suggestion)
        self._column.addWidget(self._shown)
        self._shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for chip in self._chips:
            chip.picked.connect(self._add_domain)
        self.edit.textChanged.connect(self._typed)
        self._suggestion.clicked.connect(self._accept)
        self._typed()
        self.refresh()

    def retranslate(self) -> None:
        """Ask again in the language in force."""
        super().retranslate()
        if not self._suggestion.parent():
            return
        asked = self._suggested
        self._suggestion.setText(self.tr("Did you mean %1?").replace("%1", asked) if asked else "")
        self._suggestion.setVisible(asked is not None)

    def restyle(self) -> None:
        """Put the domains into as many columns as there is room for."""
        super().restyle()
        if not hasattr(self, "_grid"):
            return
        columns = 4 if look().appearance.text_percent == 100 else 2
        for number, chip in enumerate(self._chips):
            self._grid.addWidget(chip, number // columns, number % columns)

    def wipe(self) -> None:
        """Forget the address and what was guessed from it."""
        super().wipe()
        self._typed()

    def _typed(self) -> None:
        address = self.edit.text()
        # While the domain is being typed nobody is asked what it is going to be.
        self._suggested = email_hints.did_you_mean(address) if "." in address.rpartition("@")[2] else None
        self._shown.setText(address)
        self._shown.setVisible(bool(address))
        self.retranslate()
        self.grew.emit()

    def _accept(self) -> None:
        if self._suggested:
            self.edit.setText(self._suggested)
            self.edit.setFocus()

    def _add_domain(self, domain: str) -> None:
        self.edit.setText(email_hints.with_domain(self.edit.text(), domain))
        self.edit.setFocus()
