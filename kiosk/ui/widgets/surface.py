"""What all our widgets share: live texts, live colours, and one way to paint a surface with its focus ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import look

__all__ = ["Piece", "breakable", "mirrored", "paint_surface"]

BREAK = "\u200b"
"""Zero width: a line may end there."""
RING = 4
"""Width of the focus ring in pixels (WCAG 2.4.13 asks for 2)."""


class Piece(QWidget):
    """A composed widget that looks its texts and colours up again when language or theme change.

    A subclass builds itself in its constructor and then calls `refresh()`.
    """

    _built = False

    def refresh(self) -> None:
        """Look texts and colours up; from now on this happens by itself."""
        self._built = True
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Look up the texts that belong to this widget (those its page gave it are the page's to renew)."""

    def restyle(self) -> None:
        """Look up sizes, colours and icons that no style sheet reaches."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language, direction or theme."""
        if self._built:
            if event.type() == QEvent.Type.LanguageChange:
                self.retranslate()
            elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
                self.restyle()
        super().changeEvent(event)


def breakable(text: str) -> str:
    """Return the text as it is painted: with places to break after underscores, a printer's name has no others."""
    return text.replace("_", f"_{BREAK}")


def mirrored(widget: QWidget) -> bool:
    """Return whether the widget is laid out from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def paint_surface(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: str,
    border: str = "",
    width: float = 2,
    radius: float = 10,
    focused: bool = False,
    gap: bool = False,
) -> None:
    """Paint a rounded box.

    Args:
        fill: ground colour, or "" for none.
        border: line colour, or "" for none.
        width: of the border, in pixels.
        focused: put the focus ring in the border's place.
        gap: leave a light line between ring and ground, for grounds on which the ring alone would not stand out.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if focused:
        border, width = look().colours.focus, RING
    inset = width / 2 if border else 0.0
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius - inset, radius - inset)
    if focused and gap:
        inner = rect.adjusted(RING + 1, RING + 1, -RING - 1, -RING - 1)
        painter.setPen(QPen(QColor(look().colours.card), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, radius - RING, radius - RING)
