"""The scroll area around a page that is a table: at 200 % the page as a whole scrolls, or the table would vanish."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

__all__ = ["SearchScroll"]


class SearchScroll(QScrollArea):
    """Holds the page; `column` is its layout."""

    def __init__(self, name: str, page: QWidget) -> None:
        """Fill `page` with an empty scroll area."""
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("role", "page")
        self.setWidget(content)
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
