"""The look: contrast, sizes, and that it changes while screens are open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from kiosk.ui.icons import icon, pixmap
from kiosk.ui.theme import (
    CONTRAST,
    LIGHT,
    TEXT_SIZES,
    Appearance,
    Colours,
    apply_theme,
    dress,
    look,
    style_sheet,
)
from kiosk.ui.widgets import Action, FieldKind, PasswordField, Role, Text, TextField

THEMES = pytest.mark.parametrize("colours", [LIGHT, CONTRAST], ids=["light", "contrast"])


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    rgb = QColor(colour)
    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF())


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_one_of_wcag() -> None:
    """Black on white is 21, and the amber that was refused for focus rings is 1.8 on white."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFB000", "#FFFFFF") == pytest.approx(1.8, abs=0.1)


@THEMES
@pytest.mark.rule("K5")
@pytest.mark.parametrize("text", ["ink", "muted", "brand", "error", "ok"])
@pytest.mark.parametrize("ground", ["background", "card", "bed"])
def test_every_text_colour_is_readable_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    """Text keeps 4.5:1 (WCAG 1.4.3)."""
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@THEMES
@pytest.mark.rule("K5")
def test_filled_surfaces_and_lines_stand_out(colours: Colours) -> None:
    """Text on the primary button and in the error box keeps 4.5:1; borders and the focus ring 3:1 (WCAG 1.4.11)."""
    assert contrast(colours.on_brand, colours.brand) >= 4.5
    assert contrast(colours.on_brand, colours.brand_pressed) >= 4.5
    assert contrast(colours.error, colours.error_fill) >= 4.5
    for ground in (colours.card, colours.background):
        assert contrast(colours.line, ground) >= 3
        assert contrast(colours.focus, ground) >= 3


def test_palette_and_style_sheet_agree(qapp: QApplication) -> None:
    """A wizard page takes the palette, its inputs the style sheet: both hold the theme's colours, no token is left."""
    apply_theme(qapp, Appearance(high_contrast=True))
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(CONTRAST.background)
    sheet = style_sheet(look())
    assert f"color: {CONTRAST.ink}" in sheet
    assert "@" not in sheet.split("*/", 1)[1]


@pytest.mark.rule("K5")
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_open_screens_follow_the_text_size(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    """Base text is 20 px, inputs 22, headings 34, each times the size chosen, also in widgets that exist already."""
    heading, field, button = Text("Hello", Role.HEADING), TextField("x"), Action("Go")
    for widget in (heading, field, button):
        qtbot.addWidget(widget)
        dress(widget)
        widget.show()
    apply_theme(qapp, Appearance(text_percent=percent))
    assert heading.font().pixelSize() == round(34 * percent / 100)
    assert field.edit.font().pixelSize() == round(22 * percent / 100)
    assert button.font().pixelSize() == round(20 * percent / 100)
    assert look().appearance.text_percent == percent


@pytest.mark.rule("K5")
@pytest.mark.parametrize("kind", list(FieldKind))
def test_inputs_are_large_enough_to_touch(qtbot: QtBot, kind: FieldKind) -> None:
    """An input is at least 60 px high, focused or not."""
    field = TextField("x", kind)
    qtbot.addWidget(field)
    dress(field)
    with qtbot.waitExposed(field):
        field.show()
    assert field.edit.sizeHint().height() >= 60
    field.edit.setFocus()
    assert field.edit.sizeHint().height() >= 60


def test_no_character_of_a_password_is_seen(qtbot: QtBot) -> None:
    """The dot comes at once: a touch screen's style would show each character for a second."""
    field = PasswordField("password")
    qtbot.addWidget(field)
    dress(field)
    hint = QStyle.StyleHint.SH_LineEdit_PasswordMaskDelay
    assert field.edit.style().styleHint(hint, None, field.edit) == 0


def test_staff_controls_are_smaller(qtbot: QtBot) -> None:
    """A button marked as staff's is 44 px high, a patient's 60."""
    button = Action("Go")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 60
    button.setProperty("staff", True)
    assert button.sizeHint().height() == 44


def test_other_sizes_are_refused(qapp: QApplication) -> None:
    """Only the four sizes exist: a setting from outside cannot make text unreadable."""
    with pytest.raises(ValueError, match="30 %"):
        apply_theme(qapp, replace(Appearance(), text_percent=30))


def test_our_fonts_are_there(qapp: QApplication) -> None:
    """The fonts come with the product, none is expected on the machine."""
    apply_theme(qapp, Appearance())
    assert {"Atkinson Hyperlegible Next", "Inter", "Noto Sans Arabic"} <= set(QFontDatabase.families())


def test_icons_take_the_colour_asked_for(qapp: QApplication) -> None:
    """An icon's strokes have the colour given and turn round for right-to-left; an unknown name is an error."""
    drawn = pixmap("arrow-left", "#FF0000", 48).toImage()
    pixels = [drawn.pixelColor(x, y) for x in range(48) for y in range(48)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {"#ff0000"}
    assert pixmap("arrow-left", "#FF0000", 48, mirrored=True).toImage() == drawn.flipped(Qt.Orientation.Horizontal)
    assert not icon("eye", "#000000").isNull()
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#000000")
