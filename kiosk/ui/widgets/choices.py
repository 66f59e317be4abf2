"""One answer of several: rows to touch. Combo boxes are refused: on Linux they have no accessible name."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kiosk.ui.widgets.action import Action
from kiosk.ui.widgets.rows import RadioRow
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Role, Text

__all__ = ["ChoiceField", "RadioRows"]


class RadioRows(Piece):
    """A question with all its answers in sight; the row of the answer "x" is named NAME_x.

    Signals:
        chosen: the patient chose another answer; carries its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: tuple[tuple[str, str], ...] = (),
        *,
        label: str = "",
        hint: str = "",
        prefix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer `options`, each a key and its text; `prefix` stands for `name` in the rows' names."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("keepVisible", True)
        self._name = prefix or name
        self._keys: tuple[str, ...] = ()
        self._rows: dict[str, RadioRow] = {}
        self._group = QButtonGroup(self)
        self._label = Text("", Role.LABEL, name=f"{name}_label")
        self._hint = Text("", Role.HINT, name=f"{name}_hint")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for text in (self._label, self._hint, self._error):
            self._column.addWidget(text)
        self.set_label(label)
        self.set_hint(hint)
        self.set_options(options)
        self.set_error(None)
        self._group.idClicked.connect(self._clicked)

    @property
    def choice(self) -> str | None:
        """Key of the chosen answer."""
        return next((key for key, row in self._rows.items() if row.isChecked()), None)

    @property
    def choice_text(self) -> str:
        """The chosen answer as shown, or ""."""
        choice = self.choice
        return "" if choice is None else self._rows[choice].accessibleName()

    @property
    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def set_choice(self, key: str | None) -> None:
        """Choose an answer, or none.

        Raises:
            KeyError: there is no such answer.
        """
        self._group.setExclusive(False)
        for row in self._rows.values():
            row.setChecked(False)
        self._group.setExclusive(True)
        if key is not None:
            self._rows[key].setChecked(True)

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other answers, or the same in another language: the choice stays if its key does."""
        choice = self.choice
        if tuple(key for key, _ in options) == self._keys:
            for key, text in options:
                self._rows[key].setText(text)
            return
        for row in self._rows.values():
            self._group.removeButton(row)
            row.setParent(None)
            row.deleteLater()
        self._keys = tuple(key for key, _ in options)
        self._rows = {key: RadioRow(text, name=f"{self._name}_{key}") for key, text in options}
        for number, row in enumerate(self._rows.values()):
            self._group.addButton(row, number)
            self._column.addWidget(row)
        self._take_their_turn()
        if self._keys:
            self.setFocusProxy(self._rows[self._keys[0]])
        if choice in self._rows:
            self.set_choice(choice)

    def _take_their_turn(self) -> None:
        """Let Tab reach rows made now where they stand: Qt puts them last on the page."""
        self.setFocusProxy(None)  # type: ignore[arg-type]  # takes it away
        policy = self.focusPolicy()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what takes no focus has no turn after which theirs could come
        for before, after in itertools.pairwise((self, *self._rows.values())):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(policy)

    def set_label(self, label: str) -> None:
        """Name the question."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Help with the answer."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_error(self, error: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        self._error.setText(error or "")
        self._error.setVisible(bool(error))
        for row in self._rows.values():
            row.set_invalid(bool(error))
            row.setAccessibleDescription(error or "")

    def wipe(self) -> None:
        """Choose nothing and show no error."""
        self.set_choice(None)
        self.set_error(None)

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])


class ChoiceField(Piece):
    """A question with many answers: shows the chosen one, and all of them once pressed.

    The button is named NAME, the rows NAME_KEY.

    Signals:
        chosen: the patient chose another answer; carries its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: tuple[tuple[str, str], ...] = (),
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer `options`, each a key and its text; closed at first."""
        super().__init__(parent)
        self.setObjectName(f"{name}_field")
        self.setProperty("keepVisible", True)
        self._label = Text("", Role.LABEL, name=f"{name}_label")
        self._error = Text("", Role.ERROR, name=f"{name}_error")
        self._button = Action(name=name, icon="chevron-down", icon_last=True)
        self._button.setCheckable(True)
        self._rows = RadioRows(f"{name}_list", prefix=name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, self._error, self._button, self._rows):
            column.addWidget(part)
        self._rows.hide()
        self._button.toggled.connect(self._open)
        self._rows.chosen.connect(self._chose)
        self.setFocusProxy(self._button)
        self.set_options(options)
        self.set_label(label)
        self.set_error(None)
        self.refresh()

    @property
    def choice(self) -> str | None:
        """Key of the chosen answer."""
        return self._rows.choice

    @property
    def error(self) -> str | None:
        """The error shown, if any."""
        return self._error.text() or None

    def set_choice(self, key: str | None) -> None:
        """Choose an answer, or none."""
        self._rows.set_choice(key)
        self.retranslate()

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other answers, or the same in another language."""
        self._rows.set_options(options)
        self.retranslate()

    def set_label(self, label: str) -> None:
        """Name the question."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.retranslate()

    def set_error(self, error: str | None) -> None:
        """Say what is wrong, or that nothing is."""
        self._error.setText(error or "")
        self._error.setVisible(bool(error))
        self._button.set_invalid(bool(error))
        self._button.setAccessibleDescription(error or "")

    def wipe(self) -> None:
        """Choose nothing, close, and show no error."""
        self._rows.wipe()
        self._button.setChecked(False)
        self.set_error(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the chosen answer, or ask for one."""
        shown = self._rows.choice_text or self.tr("Choose one")
        self._button.setText(shown)
        self._button.setAccessibleName(": ".join(filter(None, (self._label.text(), shown))))

    def _open(self, opened: bool) -> None:
        self._button.set_icon_name("chevron-up" if opened else "chevron-down")
        self._rows.setVisible(opened)

    def _chose(self, key: str) -> None:
        self._button.setChecked(False)
        self._button.setFocus()
        self.retranslate()
        self.chosen.emit(key)
