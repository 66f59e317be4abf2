"""The screen of a desk: text size, contrast and language, as patients have them in their top bar (K5)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.domain.screen_service import ScreenChoice
from kiosk.ui.i18n import LANGUAGES, Translator, offered
from kiosk.ui.theme import TEXT_SIZES, Appearance, apply_theme, look
from kiosk.ui.widgets import Card, CheckRow, ChoiceField, Piece, Role, Text, announce

__all__ = ["ScreenCard", "show_screen"]


def show_screen(app: QApplication, choice: ScreenChoice) -> None:
    """Make the whole program look so, at once; what this version does not know stays as it is."""
    appearance = Appearance(choice.text_percent, choice.high_contrast)
    if choice.text_percent in TEXT_SIZES and look().appearance != appearance:
        apply_theme(app, appearance)
    known = choice.language in (language.code for language in LANGUAGES)
    if known and Translator.current(app) != choice.language:
        Translator.install(app, choice.language)


class ScreenCard(Piece):
    """Shows what is in force; a choice holds at once, whatever becomes of keeping it.

    Signals:
        chosen: carries the `ScreenChoice` to keep; it is in force.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        """Make the card."""
        super().__init__()
        self.setObjectName("settings_screen")
        self._kept = True
        self._title = Text("", Role.TITLE, name="screen_title")
        self._size = ChoiceField("screen_size")
        self._contrast = CheckRow(name="screen_contrast")
        self._language = ChoiceField("screen_language")
        self._said = Text("", Role.PROBLEM, name="screen_said")
        card = Card("screen_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        for part in (self._title, self._size, self._contrast, self._language, self._said):
            card.box.addWidget(part)
            for widget in (part, *part.findChildren(QWidget)):
                widget.setProperty("staff", True)
        card.box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        # Languages are found by their own names.
        self._language.set_options(tuple((language.code, language.own_name) for language in offered()))
        self._size.chosen.connect(self._choose)
        self._contrast.clicked.connect(self._choose)
        self._language.chosen.connect(self._choose)
        self.refresh()

    def show_kept(self, kept: bool) -> None:
        """Say that a choice ends with the program, or nothing."""
        self._kept = kept
        self.retranslate()
        if not kept:
            announce(self, self._said.text())

    def retranslate(self) -> None:
        """Look up every text, and the language in force."""
        self._title.setText(self.tr("This screen"))
        self._size.set_label(self.tr("Text size"))
        self._size.set_options(tuple((str(size), self.tr("%1 %").replace("%1", str(size))) for size in TEXT_SIZES))
        self._contrast.setText(self.tr("High contrast"))
        self._language.set_label(self.tr("Language"))
        current = Translator.current(_app())
        self._language.set_choice(current if current in (language.code for language in offered()) else None)
        self._said.setText(self.tr("This could not be saved: it lasts until the program is closed."))
        self._said.setVisible(not self._kept)
        self.restyle()

    def restyle(self) -> None:
        """Show the look in force."""
        appearance = look().appearance
        self._size.set_choice(str(appearance.text_percent))
        self._contrast.setChecked(appearance.high_contrast)

    def _choose(self) -> None:
        choice = ScreenChoice(
            text_percent=int(self._size.choice or look().appearance.text_percent),
            high_contrast=self._contrast.isChecked(),
            language=self._language.choice or Translator.current(_app()),
        )
        show_screen(_app(), choice)
        self.chosen.emit(choice)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - widgets exist only inside one
    return app
