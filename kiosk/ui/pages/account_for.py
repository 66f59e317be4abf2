"""The notice with which both journeys begin, for whom the account is, and who types for somebody else (S11)."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.draft import Draft
from kiosk.domain.values import NamePart, Relationship
from kiosk.ui import texts
from kiosk.ui.page import Answers
from kiosk.ui.widgets import FieldKind, Notice, Piece, RadioRows, TextField

__all__ = ["AccountFor"]


class AccountFor(Piece):
    """Notice, rows, and the own name of who does not choose "For me"; the rows are named NAME_self, NAME_child, ….

    Signals:
        changed: another row was chosen.
    """

    changed = Signal()

    def __init__(self, name: str, guardian: str) -> None:
        """Begin with "For me"; the own name's field is named `guardian`."""
        super().__init__()
        self.notice = Notice(name=f"{name}_notice")
        self.rows = RadioRows(name, tuple((r.value, texts.relationship(r)) for r in Relationship))
        self.rows.set_choice(Relationship.SELF.value)
        self.guardian = TextField(guardian, FieldKind.NAME)
        self._guardian_name = guardian
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.notice)
        column.addWidget(self.rows)
        column.addWidget(self.guardian)
        self.rows.chosen.connect(self._chosen)
        self.refresh()

    @property
    def for_other(self) -> bool:
        """Whether the account is for a child or a cared-for person, whose parent, guardian or caregiver types."""
        return self._relationship is not Relationship.SELF

    def load(self, draft: Draft) -> None:
        """Show what "Create another account" carries (S12)."""
        self.rows.set_choice(draft.relationship.value)
        if draft.guardian and not self.guardian.text:
            self.guardian.set_text(draft.guardian.text)
        self.guardian.setVisible(self.for_other)

    def collect(self, answers: Answers, draft: Draft) -> Draft:
        """The draft with for whom the account is, and by whom; what is wrong goes to `answers`."""
        guardian = None
        if self.for_other:
            guardian = answers.take(self._guardian_name, NamePart.parse(self.guardian.text))
        return dataclasses.replace(draft, relationship=self._relationship, guardian=guardian)

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
        self.guardian.set_label(self.tr("Your own name (parent, guardian or caregiver)"))
        self.guardian.setVisible(self.for_other)

    @property
    def _relationship(self) -> Relationship:
        return Relationship(self.rows.choice or Relationship.SELF.value)

    def _chosen(self) -> None:
        self.guardian.setVisible(self.for_other)
        self.changed.emit()
