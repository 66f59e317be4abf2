"""A tick box whose error stands above it, as at every other field."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.widgets import CheckRow, Role, Text

__all__ = ["CheckField"]


class CheckField(QWidget):
    """A `CheckRow` named NAME with its error."""

    def __init__(self, name: str) -> None:
        """Make an unticked box without a text."""
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.setProperty("keepVisible", True)
        self.row = CheckRow(name=name)
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._error)
        column.addWidget(self.row)
        self.setFocusProxy(self.row)

    @property
    def ticked(self) -> bool:
        """Whether the box is ticked."""
        return self.row.isChecked()

    @property
    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def set_error(self, error: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        self._error.setText(error or "")
        self._error.setVisible(bool(error))
        self.row.set_error(error)

    def wipe(self) -> None:
        """Take the tick and the error away."""
        self.row.wipe()
        self.set_error(None)
