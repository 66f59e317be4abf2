"""A password's field, and the list of rules that ticks while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kiosk.ui.icons import pixmap
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.theme import look
from kiosk.ui.widgets.action import Action, ActionRole
from kiosk.ui.widgets.line_edit import FieldKind
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.text_field import TextField

__all__ = ["PasswordField", "RuleChecklist", "RuleState"]

SHOWN_MS = 5000
"""How long a password stays readable on a screen in a waiting room."""


class PasswordField(TextField):
    """A line that shows dots, and its text for at most five seconds when asked.

    The button is named NAME_show. Dots appear at once: Qt would let each letter flash on some platforms.
    """

    def __init__(
        self,
        name: str,
        *,
        label: str = "",
        hint: str = "",
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field; 64 characters are the longest password, a few more are taken so that it can be said."""
        self._show = Action("", ActionRole.LINK, name=f"{name}_show", icon="eye")
        super().__init__(name, FieldKind.PASSWORD, label=label, hint=hint, limit=80, parent=parent)
        self.row.addWidget(self._show)
        self._timer = timer_factory()
        self._timer.timeout.connect(self.conceal)
        self._show.clicked.connect(self._toggle)

    @property
    def revealed(self) -> bool:
        """Whether the password can be read on the screen now."""
        return self.edit.echoMode() == QLineEdit.EchoMode.Normal

    def conceal(self) -> None:
        """Show dots."""
        self._timer.stop()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.retranslate()

    def wipe(self) -> None:
        """Forget the text and show dots again."""
        self.conceal()
        super().wipe()

    def retranslate(self) -> None:
        """Say what pressing the button does."""
        self._show.setText(self.tr("Hide") if self.revealed else self.tr("Show"))
        self._show.set_icon_name("eye-off" if self.revealed else "eye")

    def _toggle(self) -> None:
        if self.revealed:
            self.conceal()
            return
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        self.retranslate()
        self._timer.start(SHOWN_MS)


class RuleState(Enum):
    """How far one rule is: not yet, kept, or broken."""

    OPEN = "circle"
    MET = "circle-check"
    BROKEN = "circle-x"


class _RuleRow(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.state = RuleState.OPEN
        self._icon = QLabel()
        self.text = Text("", Role.MUTED, name=name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def show_state(self) -> None:
        colours = look().colours
        colour, role = {
            RuleState.OPEN: (colours.muted, Role.MUTED),
            RuleState.MET: (colours.ok, Role.OK),
            RuleState.BROKEN: (colours.error, Role.PROBLEM),
        }[self.state]
        self._icon.setPixmap(pixmap(self.state.value, colour, look().text(24)))
        if self.text.property("role") != role.value:
            self.text.set_role(role)


class RuleChecklist(Piece):
    """The rules of a password with a mark each (rules S5 to S7).

    The state is in the accessible text too, not only in colour and shape.

    The rows are named NAME_0, NAME_1 …
    """

    def __init__(self, rows: Sequence[str] = (), *, name: str = "rules", parent: QWidget | None = None) -> None:
        """Show the rules, all open."""
        super().__init__(parent)
        self.setObjectName(name)
        self._rows = [_RuleRow(f"{name}_{number}") for number in range(len(rows))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self._rows:
            column.addWidget(row)
        self.set_rows(rows)
        self.refresh()

    def set_rows(self, rows: Sequence[str]) -> None:
        """Show the same rules in other words (another language)."""
        for row, text in zip(self._rows, rows, strict=True):
            row.text.setText(text)
        self.retranslate()

    def set_states(self, states: Sequence[RuleState]) -> None:
        """Tick the rules, in the order of the rows."""
        for row, state in zip(self._rows, states, strict=True):
            row.state = state
            row.show_state()
        self.retranslate()

    def states(self) -> tuple[RuleState, ...]:
        """Return the marks shown."""
        return tuple(row.state for row in self._rows)

    def retranslate(self) -> None:
        """Say each rule with its state."""
        said = {
            RuleState.OPEN: self.tr("not yet"),
            RuleState.MET: self.tr("done"),
            RuleState.BROKEN: self.tr("broken"),
        }
        for row in self._rows:
            row.text.setAccessibleName(": ".join((row.text.text(), said[row.state])))
        self.setAccessibleName(". ".join(row.text.accessibleName() for row in self._rows))

    def restyle(self) -> None:
        """Tint the marks."""
        for row in self._rows:
            row.show_state()
