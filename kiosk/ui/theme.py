"""The look of the application: colours, sizes and fonts, in one place.

Qt needs a palette *and* a style sheet: the style sheet alone leaves the pages of a wizard white, the palette alone
knows no borders. Both are made here from one set of colours, so that they cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.resources import resource

__all__ = [
    "COLUMN",
    "CONTRAST",
    "LIGHT",
    "TEXT_SIZES",
    "TOUCH_TARGET",
    "Appearance",
    "Colours",
    "Look",
    "apply_theme",
    "dress",
    "look",
    "repolish",
    "style_sheet",
]

TEXT_SIZES = (100, 125, 150, 200)
TOUCH_TARGET = 60
"""Smallest height of anything a patient touches, in pixels at 100 % text."""

COLUMN = 880
"""Widest content at 100 % text, in pixels; longer lines are hard to read."""

_FAMILIES = ("Atkinson Hyperlegible Next", "Inter", "Noto Sans Arabic")
_TOKEN = re.compile(r"@([a-z_]+)@")


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a patient may change about the look: the size of the text in percent, and the contrast."""

    text_percent: int = 100
    high_contrast: bool = False


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, each named after its use. Every text colour keeps 4.5:1 on its ground (WCAG 1.4.3)."""

    background: str
    card: str
    ink: str
    muted: str
    line: str
    brand: str
    brand_pressed: str
    on_brand: str
    error: str
    error_fill: str
    ok: str
    focus: str
    bed: str
    """Ground of the on-screen keyboard and of quiet boxes."""


LIGHT = Colours(
    background="#F4F6F8",
    card="#FFFFFF",
    ink="#16202B",
    muted="#4A5866",
    line="#6B7885",
    brand="#0B5C8C",
    brand_pressed="#08456A",
    on_brand="#FFFFFF",
    error="#B3261E",
    error_fill="#FDECEA",
    ok="#176639",
    focus="#16202B",
    bed="#E6ECF1",
)
CONTRAST = Colours(
    background="#000000",
    card="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    brand="#FFE600",
    brand_pressed="#FFF27A",
    on_brand="#000000",
    error="#FF9C94",
    error_fill="#000000",
    ok="#7CF2A0",
    focus="#00E5FF",
    bed="#000000",
)


@dataclass(frozen=True, slots=True)
class Look:
    """The look in force: what painted widgets and icons ask for their colours and sizes."""

    appearance: Appearance = Appearance()
    colours: Colours = LIGHT

    def text(self, pixels: int) -> int:
        """Return a text size, given in pixels at 100 %, scaled as the patient chose."""
        return round(pixels * self.appearance.text_percent / 100)

    def space(self, pixels: int) -> int:
        """Return a distance scaled at 40 % of the text's growth: room is what large text needs most."""
        return round(pixels * (1 + (self.appearance.text_percent - 100) * 0.004))

    @property
    def control(self) -> int:
        """Height of an input or a button in pixels; never below the touch target."""
        return self.space(TOUCH_TARGET)


_look = Look()


def look() -> Look:
    """Return the look that `apply_theme` put in force (the light one at 100 % before its first call)."""
    return _look


def apply_theme(app: QApplication, appearance: Appearance) -> None:
    """Give the whole application a look; may be called again at any time, dressed windows follow.

    Raises:
        ValueError: the text size is none of `TEXT_SIZES`.
    """
    global _look  # noqa: PLW0603 - one application has one look; passing it to every painted key would say no more
    if appearance.text_percent not in TEXT_SIZES:
        raise ValueError(f"text size {appearance.text_percent} % is none of {TEXT_SIZES}")
    _look = Look(appearance, CONTRAST if appearance.high_contrast else LIGHT)
    _load_fonts()
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPixelSize(_look.text(20))
    app.setFont(font)
    app.setPalette(_palette(_look.colours))
    for window, addition in list(_dressed.items()):
        if isValid(window):
            dress(window, addition)


_dressed: WeakKeyDictionary[QWidget, Callable[[], str]] = WeakKeyDictionary()


def dress(window: QWidget, addition: Callable[[], str] = str) -> None:
    """Put the look's style sheet on a window, or on a part of one that looks different, once it is built.

    Not on the application: then Qt restyles all that a widget holds each time it is put into another one, and pages are
    built from the inside out. A page of thirty widgets costs 3x as much that way.

    Args:
        window: follows `apply_theme` from now on.
        addition: makes what its sheet has on top, anew for each look.
    """
    _dressed[window] = addition
    sheet = style_sheet(_look) + addition()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def repolish(widget: QWidget) -> None:
    """Make the style sheet look again at the widget's dynamic properties."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


@cache
def _load_fonts() -> None:
    for path in sorted(resource("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"the font {path.name} cannot be read")


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.background),
        (role.Base, colours.card),
        (role.AlternateBase, colours.background),
        (role.Button, colours.card),
        (role.ToolTipBase, colours.card),
        (role.WindowText, colours.ink),
        (role.Text, colours.ink),
        (role.ButtonText, colours.ink),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.brand),
        (role.HighlightedText, colours.on_brand),
        (role.Link, colours.brand),
        (role.LinkVisited, colours.brand),
        (role.Mid, colours.line),
    ):
        palette.setColor(where, QColor(colour))
    return palette


@lru_cache(maxsize=2)
def style_sheet(current: Look) -> str:
    """The style sheet of every window in a look."""
    tokens = {field.name: str(getattr(current.colours, field.name)) for field in fields(Colours)}
    tokens |= {
        "small": f"{current.text(18)}px",
        "base": f"{current.text(20)}px",
        "input": f"{current.text(22)}px",
        "title": f"{current.text(26)}px",
        "heading": f"{current.text(34)}px",
        "code": f"{current.text(40)}px",
        "staff": f"{current.text(16)}px",
        # Qt's min-height is the content's: the border (2 px, with focus 4 px, on both sides) is taken off here.
        "control": f"{current.control - 4}px",
        "control_focus": f"{current.control - 8}px",
        "staff_control": f"{current.space(44) - 4}px",
        "staff_control_focus": f"{current.space(44) - 8}px",
        "pad": f"{current.space(16)}px",
        "pad_focus": f"{current.space(16) - 2}px",
    }
    template = resource("qss", "kiosk.qss").read_text(encoding="utf-8")
    return _TOKEN.sub(lambda found: tokens[found.group(1)], template)
