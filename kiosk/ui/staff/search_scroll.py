"""The scroll area around a page that is a table: at 200 % the page as a whole scrolls, or the table would vanish."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.widgets import FollowingScroll

__all__ = ["SearchScroll"]


class SearchScroll(FollowingScroll):
    """Holds the page; `column` is its layout."""

    def __init__(self, name: str, page: QWidget) -> None:
        """Fill `page` with an empty scroll area."""
        content = QWidget()
        super().__init__(content, name=name)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(24, 4, 24, 16)
        self.column.setSpacing(12)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def bring(self, part: QWidget) -> None:
        """Show a part that has only just become visible: it needs its room before anybody can look at it."""
        content = self.widget()
        if content is not None:
            content.adjustSize()
        self.ensureWidgetVisible(part)
