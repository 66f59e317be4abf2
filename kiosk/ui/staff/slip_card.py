"""How the slip step lies on the screen: what is said and pressed beside the picture, or above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, Card

__all__ = ["SlipCard"]


class SlipCard(QWidget):
    """Texts and buttons in one column, the picture in another."""

    def __init__(self, parts: Sequence[QWidget], picture: QWidget) -> None:
        """Lay them out."""
        super().__init__()
        card = Card("slip_card")
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in parts:
            if isinstance(part, Action):
                part.setProperty("staff", True)
            column.addWidget(part)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(texts, 1)
        desk = QFrame()
        desk.setObjectName("slip_desk")  # a ground on which white paper is seen
        QVBoxLayout(desk).addWidget(picture)
        self._columns.addWidget(desk, 1)
        card.box.addLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = WideScroll(card, name="slip_scroll")
        whole.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture below where the screen is narrow."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if self.width() >= look().text(700) else QBoxLayout.Direction.TopToBottom)

    def begin_anew(self) -> None:
        """Measure what came and went, and scroll to the top: only then it is known where a button lies."""
        if (page := self._scroll.widget()) is not None:
            page.adjustSize()
            self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self, buttons: Sequence[QWidget]) -> None:
        """Put the keyboard on the first of these that is there, and scroll to it."""
        self.begin_anew()
        for button in buttons:
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        self._scroll.show_focused()
