"""Qt's wizard without Qt's habits: no window, no buttons, no keys, no margins of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget, QWizard

__all__ = ["QuietWizard"]


class QuietWizard(QWizard):
    """The engine alone; whoever owns it draws the buttons and decides when it ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty wizard inside another widget."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        self.setOption(QWizard.WizardOption.NoCancelButton)
        self.setButtonLayout([])

    def reject(self) -> None:
        """Esc does nothing: leaving is "Start over", with its question."""

    def done(self, result: int) -> None:
        """Qt may not close what the shell owns."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nor may a window manager."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """QDialog would press its default button on Enter; ours are the shell's."""
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt has laid itself out."""
        super().showEvent(event)
        self._strip()

    def changeEvent(self, event: QEvent) -> None:
        """Qt lays itself out anew with each style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._strip()

    def _strip(self) -> None:
        """Take away what Qt draws around a page although there are no buttons: its margins and its line."""
        for layout in self.findChildren(QGridLayout):
            frame = layout.parent()
            # Pages have no grid of their own at this depth: only Qt's one frame is a child of the wizard.
            if isinstance(frame, QWidget) and frame.parent() is self:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.setSpacing(0)
                for part in frame.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly):
                    if part.metaObject().className() == "QWidget":
                        part.setFixedHeight(0)
