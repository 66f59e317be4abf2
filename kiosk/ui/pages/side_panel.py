"""A page with a panel at its side that does not scroll with it; on a narrow screen the panel stands below (S18)."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.page import Page
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.theme import look
from kiosk.ui.widgets import ScrollArea

__all__ = ["SidePanelPage"]

WIDE: Final = 1000
"""The page's least width with the panel beside it, in pixels at 100 % text."""
WIDEST: Final = 16_777_215
"""Qt's own word for no limit (QWIDGETSIZE_MAX)."""
PANEL: Final = 360
"""Width of the panel, likewise."""


class SidePanelPage(Page):
    """The panel is on the right, in right-to-left languages on the left; a subclass gives it to `place`."""

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build a page without its panel."""
        super().__init__(practice, service)
        self.panel_beside = True
        """Whether the panel stands at the side; a subclass that names the side looks here when it retranslates."""
        self._panel: QWidget | None = None
        self._side = ScrollArea(name=f"{self.slug}_side")
        self._stack = QWidget()
        self._below = QVBoxLayout(self._stack)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(16)
        self.view.set_content(self._stack)  # first: it lets go of the card
        self._card.setMaximumWidth(WIDEST)  # the column is limited now, and with it the card
        self._below.addWidget(self._card)
        self._card.show()
        row = cast(QBoxLayout, self.layout())
        row.setDirection(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self._side)

    def place(self, panel: QWidget) -> None:
        """Show a panel; once, at the end of the constructor."""
        self._panel = panel
        self._side.set_content(panel)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turned: there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text leaves less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        panel = getattr(self, "_panel", None)
        if panel is None:
            return
        beside = self.width() >= look().text(WIDE)
        self._side.setFixedWidth(look().text(PANEL))
        if beside is not self.panel_beside:
            self.panel_beside = beside
            if beside:
                self._side.set_content(panel)
            else:
                self._below.addWidget(panel)
            panel.show()
            self.retranslate()
        self._side.setVisible(beside)
