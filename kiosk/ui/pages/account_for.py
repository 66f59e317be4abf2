"""The notice with which both journeys begin, and for whom the account is (S11)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.values import Relationship
from kiosk.ui import texts
from kiosk.ui.widgets import Notice, Piece, RadioRows

__all__ = ["AccountFor"]


class AccountFor(Piece):
    """Notice and rows; the rows are named NAME_self, NAME_child, NAME_cared_for.

    Signals:
        changed: another row was chosen.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        """Begin with "For me"."""
        super().__init__()
        self.notice = Notice(name=f"{name}_notice")
        self.rows = RadioRows(name, tuple((r.value, texts.relationship(r)) for r in Relationship))
        self.rows.set_choice(Relationship.SELF.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.notice)
        column.addWidget(self.rows)
        self.rows.chosen.connect(self._chosen)
        self.refresh()

    @property
    def relationship(self) -> Relationship:
        """The row chosen; there always is one."""
        return Relationship(self.rows.choice or Relationship.SELF.value)

    def set_relationship(self, relationship: Relationship) -> None:
        """Choose a row."""
        self.rows.set_choice(relationship.value)

    def retranslate(self) -> None:
        """Look the words up; the notice is the source's, whole."""
        self.notice.set_text(
            self.tr(
                "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must "
                "have their own account. Due to new regulations, accounts cannot be shared."
            )
        )
        self.rows.set_label(self.tr("Who is this account for?"))
        self.rows.set_options(tuple((r.value, texts.relationship(r)) for r in Relationship))

    def _chosen(self) -> None:
        self.changed.emit()
