"""What a list without rows says in its middle, instead of nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView

from kiosk.ui.theme import look
from kiosk.ui.widgets import Role, Text

__all__ = ["EmptyNote"]


class EmptyNote(Text):
    """Lies over the rows' place while there are none; it is named like its list with "_none"."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Watch a list that has its model."""
        super().__init__("", Role.MUTED, name=f"{view.objectName()}_none", parent=view.viewport())
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = view
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look)
        view.viewport().installEventFilter(self)
        self._look()

    def setText(self, text: str) -> None:
        """Say another sentence: why there is nothing, and what can be done."""
        super().setText(text)
        if hasattr(self, "_view"):
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        across = look().space(32)
        self.setGeometry(self._view.viewport().rect().adjusted(across, 0, -across, 0))
        self.setVisible(bool(self.text()) and self._view.model().rowCount() == 0)
