"""The secret question that the portal asks, and the line for its answer (S33, S37)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.draft import Draft
from kiosk.domain.questions import SecretQuestion
from kiosk.ui import texts
from kiosk.ui.widgets import FieldKind, Piece, Role, Text, TextField

__all__ = ["SecretQuestionPiece"]


class SecretQuestionPiece(Piece):
    """`NAME_question` shows the question of `Draft.recovery`; `field` takes the answer and is named NAME."""

    def __init__(self, name: str) -> None:
        """Make an empty piece."""
        super().__init__()
        self.setObjectName(f"{name}_piece")
        self._asked: SecretQuestion | None = None
        self._question = Text("", Role.TITLE, name=f"{name}_question")
        self.field = TextField(name, FieldKind.TEXT, limit=120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addWidget(self.field)
        self.refresh()

    def ask(self, draft: Draft) -> None:
        """Show the question of this draft."""
        self._asked = draft.recovery.question if draft.recovery else None
        self.retranslate()

    def retranslate(self) -> None:
        """Look up the words."""
        self._question.setText(texts.question(self._asked) if self._asked else "")
        self.field.set_label(self.tr("Your answer"))
