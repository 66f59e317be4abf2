"""The head of every patient screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.i18n import Language, offered
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.theme import TEXT_SIZES, Appearance, look
from kiosk.ui.widgets.action import Action, ActionRole
from kiosk.ui.widgets.connection_light import ConnectionLight
from kiosk.ui.widgets.surface import Piece

__all__ = ["TopBar"]

HOLD_MS = 2000
"""How long the practice's name is held to reach the staff's door."""


class TopBar(Piece):
    """Practice name, language, text size, contrast, help; only icons where room is short.

    Object names: `connection_light`, `practice_name`, `language_CODE` (one language to change to) or `language` (a row
    of them), `text_size` with `text_size_100` …, `contrast`, `need_help`.

    Signals:
        language_chosen: carries the language's code.
        appearance_changed: carries an `Appearance`; the owner applies it.
        help_requested: "Need Help?" was pressed.
        staff_requested: the name was held for two seconds, or Ctrl+Shift+L was pressed.
    """

    language_chosen = Signal(str)
    appearance_changed = Signal(object)
    help_requested = Signal()
    staff_requested = Signal()

    def __init__(
        self,
        practice: str = "",
        *,
        languages: tuple[Language, ...] | None = None,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QWidget | None = None,
    ) -> None:
        """Make a bar for a practice; `languages` are those offered unless said otherwise."""
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._languages = offered() if languages is None else languages
        self._language = "en"
        self._practice = _Name(practice, ActionRole.LINK, name="practice_name", leading=True)
        self._practice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.light = ConnectionLight()
        self._text_size = Action("", ActionRole.LINK, name="text_size", icon="a-large-small")
        self._contrast = Action("", ActionRole.LINK, name="contrast", icon="contrast")
        self._help = Action("", ActionRole.LINK, name="need_help", icon="circle-question-mark")
        self._choose_language = Action("", ActionRole.LINK, name="language", icon="languages")
        self._language_buttons = [_LanguageButton(language) for language in self._languages]
        self._size_buttons = [_SizeButton(percent) for percent in TEXT_SIZES]
        self._language_row = _row_of(self._language_buttons, "language_row")
        self._size_row = _row_of(self._size_buttons, "text_size_row")
        self._lay_out()
        self._hold = timer_factory()
        self._connect()
        self.set_practice(practice)
        self.set_language("en")
        self.refresh()

    def set_practice(self, practice: str) -> None:
        """Show the practice's name."""
        self._practice.setText(practice)

    def set_language(self, code: str) -> None:
        """Tell the bar which language is in force: it offers the others."""
        self._language = code
        few = len(self._languages) == 2
        for button in self._language_buttons:
            if few:
                button.setVisible(button.language.code != code)
            button.setChecked(button.language.code == code)
        self._choose_language.setVisible(len(self._languages) > 2)
        self._collapse()

    def retranslate(self) -> None:
        """Look up the texts; the languages keep their own names."""
        self._text_size.setText(self.tr("Text size"))
        self._contrast.setText(self.tr("Contrast"))
        self._help.setText(self.tr("Need Help?"))
        self._choose_language.setText(self.tr("Language"))
        self._collapse()

    def restyle(self) -> None:
        """Mark the text size and contrast in force."""
        appearance = look().appearance
        for button in self._size_buttons:
            button.setChecked(button.percent == appearance.text_percent)
        self._contrast.setAccessibleDescription(self.tr("on") if appearance.high_contrast else self.tr("off"))
        self._collapse()

    def minimumSizeHint(self) -> QSize:
        """Fit the narrowest screen, as icons."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words while they fit, icons otherwise."""
        super().resizeEvent(event)
        self._collapse()

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "bar")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # The words' width must not widen the window: the bar takes the width it gets and then drops words.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(4)
        self._bar.addWidget(self.light)
        self._bar.addWidget(self._practice)
        self._bar.addStretch(1)
        self._tools = [self._choose_language, self._text_size, self._contrast, self._help]
        few = len(self._languages) == 2
        if few:
            for button in self._language_buttons:
                self._bar.addWidget(button)
            self._tools = [*self._language_buttons, *self._tools[1:]]
        for tool in (self._choose_language, self._text_size, self._contrast, self._help):
            self._bar.addWidget(tool)
        column.addLayout(self._bar)
        if few:
            self._language_row.setParent(frame)  # empty: its buttons stand in the bar
        else:
            column.addWidget(self._language_row)
        column.addWidget(self._size_row)
        self._language_row.hide()
        self._size_row.hide()

    def _connect(self) -> None:
        for language_button in self._language_buttons:
            language_button.picked.connect(self._picked_language)
        for size_button in self._size_buttons:
            size_button.picked.connect(self._picked_size)
        self._text_size.clicked.connect(self._toggle_sizes)
        self._choose_language.clicked.connect(self._toggle_languages)
        self._contrast.clicked.connect(self._toggle_contrast)
        self._help.clicked.connect(self.help_requested)
        self._practice.pressed.connect(self._start_hold)
        self._practice.released.connect(self._hold_ended)
        self._hold.timeout.connect(self.staff_requested)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.staff_requested)

    def _collapse(self) -> None:
        if not self._built:
            return
        shown = [tool for tool in self._tools if not tool.isHidden()]
        for tool in shown:
            tool.set_icon_only(False)
        for tool in (self._contrast, self._text_size, *shown):
            if self._needed(shown) <= self.width() - 32:
                break
            tool.set_icon_only(bool(tool.icon_name))

    def _needed(self, shown: list[Action]) -> int:
        light = 0 if self.light.isHidden() else self.light.width() + 4
        return light + self._practice.sizeHint().width() + sum(tool.sizeHint().width() + 4 for tool in shown) + 8

    def _start_hold(self) -> None:
        self._hold.start(HOLD_MS)

    def _hold_ended(self) -> None:
        self._hold.stop()

    def _toggle_sizes(self) -> None:
        self._language_row.hide()
        self._size_row.setVisible(self._size_row.isHidden())

    def _toggle_languages(self) -> None:
        self._size_row.hide()
        self._language_row.setVisible(self._language_row.isHidden())

    def _toggle_contrast(self) -> None:
        appearance = look().appearance
        self.appearance_changed.emit(replace(appearance, high_contrast=not appearance.high_contrast))

    def _picked_size(self, percent: int) -> None:
        self._size_row.hide()
        self._text_size.setFocus()
        self.appearance_changed.emit(Appearance(percent, look().appearance.high_contrast))

    def _picked_language(self, code: str) -> None:
        self._language_row.hide()
        self.language_chosen.emit(code)


class _Name(Action):
    """The practice's name: looks like a text, can be held. No tab stop: on the keyboard there is Ctrl+Shift+L."""

    def _colour(self) -> str:
        return look().colours.ink


class _LanguageButton(Action):
    picked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__(language.own_name, ActionRole.LINK, name=f"language_{language.code}", icon="languages")
        self.language = language
        self.setCheckable(True)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.picked.emit(self.language.code)


class _SizeButton(Action):
    picked = Signal(int)

    def __init__(self, percent: int) -> None:
        super().__init__(f"{percent}\N{NO-BREAK SPACE}%", ActionRole.SECONDARY, name=f"text_size_{percent}")
        self.percent = percent
        self.setCheckable(True)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.picked.emit(self.percent)


def _row_of(buttons: list[_LanguageButton] | list[_SizeButton], name: str) -> QWidget:
    holder = QWidget()
    holder.setObjectName(name)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return holder
