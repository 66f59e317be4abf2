"""Containers of pages: they scroll, and keep what is being typed into in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from kiosk.ui.theme import COLUMN, look

__all__ = ["FollowingScroll", "ScrollArea"]


class FollowingScroll(QScrollArea):
    """Scrolls up and down alone, and keeps what has the focus in sight.

    When the focus moves or the keyboard opens, the whole field is scrolled into sight: the nearest ancestor of the
    focused widget with the property `keepVisible`, which holds its label, its error and its rules.
    """

    def __init__(self, content: QWidget, *, name: str, parent: QWidget | None = None) -> None:
        """Show `content`."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("role", "page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ground = content
        self.setWidget(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def show_focused(self) -> None:
        """Scroll so that the focused field is in sight; the line itself has precedence over its surroundings."""
        focused = QApplication.focusWidget()
        # While a page is destroyed the focus leaves it, when its content may be gone already.
        if focused is None or not isValid(self._ground) or not self._ground.isAncestorOf(focused):
            return
        self._show(_whole_field(focused, self._ground))
        self._show(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in sight when the keyboard takes its share."""
        super().resizeEvent(event)
        self.show_focused()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field in sight when something around it needs another line."""
        handled = super().eventFilter(watched, event)
        grew = event.type() == QEvent.Type.Resize and watched is self.widget()
        if grew and isinstance(QApplication.focusWidget(), QLineEdit):
            self.show_focused()
        return handled

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A button that is pressed is in sight; if it moved away under the finger, the release would miss it.
        if isinstance(new, QLineEdit) or QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_focused()

    def _show(self, widget: QWidget) -> None:
        top = widget.mapTo(self._ground, QPoint(0, 0)).y()
        bottom = top + widget.height()
        bar, height, margin = self.verticalScrollBar(), self.viewport().height(), 12
        if bottom + margin > bar.value() + height:
            bar.setValue(bottom + margin - height)
        if top - margin < bar.value():
            bar.setValue(top - margin)


class ScrollArea(FollowingScroll):
    """Holds one widget in a column of comfortable width, in the middle of the screen."""

    def __init__(self, content: QWidget | None = None, *, name: str = "scroll", parent: QWidget | None = None) -> None:
        """Show `content`."""
        super().__init__(QWidget(), name=name, parent=parent)
        self._row = QHBoxLayout(self._ground)
        self._row.setContentsMargins(24, 16, 24, 24)
        self._column = QVBoxLayout()
        self._row.addStretch(1)
        self._row.addLayout(self._column, 1000)
        self._row.addStretch(1)
        self._content: QWidget | None = None
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Show another widget and scroll to its top; the former one is handed back to nobody and stays its owner's."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.setParent(None)
        while self._column.count():
            self._column.takeAt(0)
        self._content = content
        content.setSizePolicy(QSizePolicy.Policy.Expanding, content.sizePolicy().verticalPolicy())
        self._column.addWidget(content)
        self._column.addStretch(1)
        self._limit_width()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width."""
        self._limit_width()
        super().resizeEvent(event)

    def _limit_width(self) -> None:
        if self._content is not None:
            narrow = self.width() < 900
            across = 12 if narrow and look().appearance.text_percent >= 150 else 24
            self._row.setContentsMargins(across, 16, across, 24)
            self._content.setMaximumWidth(look().text(COLUMN))


def _whole_field(widget: QWidget, ground: QWidget) -> QWidget:
    here: QWidget | None = widget
    while here is not None and here is not ground:
        if here.property("keepVisible"):
            return here
        here = here.parentWidget()
    return widget
