"""A page's container on a desk's wide screen."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import look
from kiosk.ui.widgets import ScrollArea

__all__ = ["WideScroll"]

WIDEST = 1100
"""Widest content at 100 % text, in pixels."""


class WideScroll(ScrollArea):
    """As `ScrollArea`; two columns of fields need more than one column of reading."""

    def __init__(self, content: QWidget, *, name: str) -> None:
        """Show `content`."""
        super().__init__(content, name=name)
        self._wide = content

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content its room."""
        super().resizeEvent(event)
        self._wide.setMaximumWidth(look().text(WIDEST))
