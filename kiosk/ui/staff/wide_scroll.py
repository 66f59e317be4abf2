"""How wide a page of the staff area is on a desk's wide screen, and its container."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import look
from kiosk.ui.widgets import ScrollArea

__all__ = ["WIDEST", "WideScroll"]

WIDEST = 1280
"""Widest page at 100 % text, in pixels: longer lines are hard to read, and a row's ends would lie far apart."""


class WideScroll(ScrollArea):
    """As `ScrollArea`, as wide as the page; two columns of fields need more than one column of reading."""

    def __init__(self, content: QWidget, *, name: str) -> None:
        """Show `content`."""
        super().__init__(content, name=name)
        self._wide = content

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content its room."""
        super().resizeEvent(event)
        self._wide.setMaximumWidth(look().text(WIDEST))
