"""Small parts of the patient's window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.theme import look
from kiosk.ui.widgets import Piece, Role, Text

__all__ = ["DevelopmentBanner", "StaffScreen", "lay_out"]


class StaffScreen(QWidget):
    """What the staff's door opens to (`kiosk.ui.staff.area.StaffArea` has this shape).

    Signals:
        closed: back to the patient's screens.
        quit_requested: a manager ended the program.
    """

    closed = Signal()
    quit_requested = Signal()

    def end(self) -> None:
        """The program ends: whoever is here is signed out."""


class DevelopmentBanner(Piece):
    """A red strip on top of every screen of a device whose key anybody could read."""

    def __init__(self) -> None:
        """Make the strip."""
        super().__init__()
        self.setObjectName("development_banner")
        self._text = Text("", Role.PROBLEM, name="development_text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self._text)
        self.refresh()

    def retranslate(self) -> None:
        """Look up the words."""
        self._text.setText(self.tr("Development key – not for patients"))
        self.setAccessibleName(self._text.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a warning with a line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().colours.error_fill))
        painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), QColor(look().colours.error))
        painter.end()


def lay_out(window: QWidget, rooms: QWidget, keyboard: QWidget, *, development: bool) -> None:
    """Fill a window: what is in sight, the keyboard below it, and with a development key the banner above."""
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if development:
        column.addWidget(DevelopmentBanner())
    column.addWidget(rooms, 1)
    column.addWidget(keyboard)
