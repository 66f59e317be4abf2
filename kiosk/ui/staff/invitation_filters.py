"""The states of invitations with how many there are of each, as filters of the list (F1)."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.day_list import InvitationProgress
from kiosk.ui.staff import words
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole

__all__ = ["InvitationFilters"]

_ALWAYS = (
    InvitationProgress.READY,
    InvitationProgress.PRINTED,
    InvitationProgress.ACTIVATED,
    InvitationProgress.EXPIRED,
)


class InvitationFilters(QWidget):
    """Named filter_all, filter_ready …; `current` is None for all.

    Signals:
        chosen: another state, or all.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Show all."""
        super().__init__()
        self.setObjectName("invitation_filters")
        self.current: InvitationProgress | None = None
        self._chips: dict[InvitationProgress | None, Action] = {}
        row = WrappingRow(self)
        for progress in (None, *InvitationProgress):
            chip = self._chips[progress] = Action("", name=f"filter_{progress.value if progress else 'all'}")
            chip.setProperty("staff", True)
            chip.setCheckable(True)
            chip.clicked.connect(self._pressed)
            row.addWidget(chip)

    def show_counts(self, counts: Counter[InvitationProgress], total: int) -> None:
        """Look up the words and say how many; states that nobody is in and that matter little are left out."""
        for progress, chip in self._chips.items():
            everybody = QCoreApplication.translate("InvitationsPage", "All")
            word, number = (words.progress_word(progress), counts[progress]) if progress else (everybody, total)
            chip.setText(" ".join((word, words.number(number))))
            current = progress is self.current
            chip.setVisible(progress is None or progress in _ALWAYS or bool(number) or current)
            chip.setChecked(current)
            chip.role = ActionRole.PRIMARY if current else ActionRole.SECONDARY
            chip.update()

    def _pressed(self) -> None:
        pressed = self.sender()
        self.current = next(progress for progress, chip in self._chips.items() if chip is pressed)
        self.chosen.emit()
