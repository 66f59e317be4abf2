"""Line icons (Lucide, ISC licence) in any colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.resources import resource

__all__ = ["icon", "pixmap"]

_SIZES = (24, 32, 48, 64, 96)


def icon(name: str, colour: str, *, mirrored: bool = False) -> QIcon:
    """Return an icon of resources/icons in a colour such as "#16202B".

    Args:
        name: the file's name without its ending.
        colour: any colour that SVG knows.
        mirrored: for arrows in languages written from right to left.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size, mirrored=mirrored))
    return made


def pixmap(name: str, colour: str, size: int, *, mirrored: bool = False) -> QPixmap:
    """Return an icon as a square picture of `size` pixels; all who ask for the same share it."""
    key = f"{name} {colour} {size} {mirrored}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    if mirrored:
        drawn = drawn.transformed(QTransform().scale(-1, 1))
    QPixmapCache.insert(key, drawn)
    return drawn


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
