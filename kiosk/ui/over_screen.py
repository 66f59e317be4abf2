"""What a screen over the page is: help, chat, call-back. The answers typed so far stay below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.page import Patience
from kiosk.ui.widgets import Piece, ScrollArea

__all__ = ["OverScreen"]


class OverScreen(Piece):
    """The shell draws its two buttons and asks it what they say and do.

    Signals:
        closed: back to what lies below.
        changed: the buttons, or how long silence may last, changed.
    """

    closed = Signal()
    changed = Signal()

    view: ScrollArea

    def primary_text(self) -> str:
        """The one primary button's label."""
        raise NotImplementedError

    def back_text(self) -> bool:
        """Whether "Back" is offered."""
        return False

    def press_primary(self) -> None:
        """The primary button."""
        self.closed.emit()

    def press_enter(self) -> None:
        """Enter in a line of text."""
        self.press_primary()

    def press_back(self) -> None:
        """The button "Back"."""
        self.closed.emit()

    def opened(self) -> None:
        """Come into sight."""
        self.view.verticalScrollBar().setValue(0)

    def wipe(self) -> None:
        """The patient is gone, or the screen is closed: forget everything, stop everything."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts; None leaves it on the primary button."""
        return None

    @property
    def stays(self) -> bool:
        """Whether help may lie over this screen for a while without ending it."""
        return False

    @property
    def patience(self) -> Patience:
        """How long silence may last here."""
        return Patience.TYPING
