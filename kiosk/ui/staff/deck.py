"""Pages one behind the other."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

__all__ = ["Deck"]


class Deck(QStackedWidget):
    """A stack that takes whatever height it is given.

    Qt's own asks for the height that the longest page would like at this width, and treats that as the least it can
    live with: at 200 % text the window would grow past the screen, although every page scrolls by itself.
    """

    def hasHeightForWidth(self) -> bool:
        """Do not hand the pages' wishes on."""
        return False
