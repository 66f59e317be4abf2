"""The conversation of a chat as bubbles: who said what, when; plain text always."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QLocale, QRectF, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.replies import ChatLine
from kiosk.ui.theme import look
from kiosk.ui.widgets import Piece, Role, Text
from kiosk.ui.widgets.surface import paint_surface

__all__ = ["ChatLines"]


class _Bubble(Piece):
    """One line, named `chat_bubble_N`."""

    def __init__(self, line: ChatLine | None, text: str, number: int, zone: dt.tzinfo, *, lost: bool = False) -> None:
        super().__init__()
        self._lost, self._zone = lost, zone
        self.setObjectName(f"chat_bubble_{number}")
        self._line, self._typed = line, text
        self._own = line is None or not line.from_agent
        self._who = Text("", Role.HINT, name=f"chat_bubble_{number}_who")
        self._text = Text(text, name=f"chat_bubble_{number}_text")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(2)
        column.addWidget(self._who)
        column.addWidget(self._text)
        self.refresh()

    def retranslate(self) -> None:
        if self._line is None:
            who = self.tr("You · not sent") if self._lost else self.tr("You · on its way")
        else:
            author = self._line.author if self._line.from_agent else self.tr("You")
            who = f"{author} · {_time_of_day(self._line.at, self._zone)}"
        self._who.setText(who)
        self.setAccessibleName(f"{who}: {self._typed}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = look().colours
        fill = colours.card if self._own else colours.bed
        paint_surface(painter, QRectF(self.rect()), fill=fill, border=colours.line, radius=14)
        painter.end()


class ChatLines(Piece):
    """All lines so far, and below them those that are still on their way. Named `chat_lines`."""

    def __init__(self, zone: dt.tzinfo) -> None:
        """Make an empty conversation, with times as clocks in `zone` show them."""
        super().__init__()
        self._zone = zone
        self.setObjectName("chat_lines")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._rows: list[QWidget] = []
        self._waiting_rows: list[QWidget] = []
        self.refresh()

    def add(self, lines: tuple[ChatLine, ...]) -> None:
        """Show further lines."""
        self.show_waiting(())
        for line in lines:
            self._rows.append(self._row(_Bubble(line, line.text, line.number, self._zone), own=not line.from_agent))

    def show_waiting(self, texts: tuple[str, ...], *, lost: bool = False) -> None:
        """Show what was typed and has not arrived yet; `lost`: and never will, for the chat is over."""
        _drop(self._waiting_rows)
        self._waiting_rows = [
            self._row(_Bubble(None, text, 10_000 + number, self._zone, lost=lost), own=True)
            for number, text in enumerate(texts)
        ]

    def wipe(self) -> None:
        """Forget every line."""
        _drop(self._rows)
        _drop(self._waiting_rows)
        self._rows, self._waiting_rows = [], []

    def _row(self, bubble: _Bubble, *, own: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        if own:
            line.addStretch(1)
        line.addWidget(bubble, 4)
        if not own:
            line.addStretch(1)
        self._column.addWidget(row)
        return row


def _drop(rows: list[QWidget]) -> None:
    for row in rows:
        row.setParent(None)
        row.deleteLater()


def _time_of_day(at: dt.datetime, zone: dt.tzinfo) -> str:
    local = at.astimezone(zone)
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
