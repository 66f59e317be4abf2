"""The foot of every patient screen, and the strip that says how far one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kiosk.ui.theme import COLUMN, look
from kiosk.ui.widgets.action import Action, ActionRole
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Role, Text

__all__ = ["Footer", "ProgressStrip"]


class Footer(Piece):
    """Back at the start, the one primary button at the end; never greyed out. Right-to-left languages mirror it.

    The buttons are named `back` and `primary`.

    Signals:
        back: "Back" was pressed.
        primary: the primary button was pressed.
    """

    back = Signal()
    primary = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a footer whose primary button has no text yet."""
        super().__init__(parent)
        self.setObjectName("footer")
        frame = QFrame(self)
        frame.setProperty("role", "foot")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._row = QHBoxLayout(frame)
        self._row.setSpacing(12)
        self._back = Action("", name="back", icon="arrow-left")
        self._primary = Action("", ActionRole.PRIMARY, name="primary")
        self._row.addWidget(self._back)
        self._row.addStretch(1)
        self._row.addWidget(self._primary)
        self._back.clicked.connect(self.back)
        self._primary.clicked.connect(self.primary)
        self.set_primary("")
        self.refresh()

    def set_primary(self, text: str) -> None:
        """Name the primary button; "" hides it."""
        self._primary.setText(text)
        self._primary.setVisible(bool(text))

    def set_back_visible(self, visible: bool) -> None:
        """Show "Back", or not (first page, endings)."""
        self._back.setVisible(visible)

    def focus_primary(self) -> None:
        """Put the keyboard on the primary button."""
        self._primary.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Look up "Back"."""
        self._back.setText(self.tr("Back"))

    def restyle(self) -> None:
        """Give the buttons room; very little at 200 %."""
        across = 24 if look().appearance.text_percent < 200 else 12
        self._row.setContentsMargins(across, 10, across, 10)
        self._primary.setMinimumWidth(look().space(210))
        self._back.setMinimumWidth(look().space(150))


class ProgressStrip(Piece):
    """The words "Step 2 of 3" and a bar; the words are named `step`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden strip."""
        super().__init__(parent)
        self.setObjectName("progress")
        self._step = 0
        self._of = 0
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setObjectName("progress_bar")
        self._text = Text("", Role.STEP, name="step")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        self._line.addWidget(self._text, 1000)
        self._line.addStretch(1)
        column.addLayout(self._line)
        self.refresh()
        self.hide()

    def set_step(self, step: int, of: int) -> None:
        """Show that step `step` (from 1) of `of` is being done; `of` 0 hides the strip."""
        self._step, self._of = step, of
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(step)
        self.setVisible(of > 0)
        self.retranslate()

    def restyle(self) -> None:
        """Begin where the page's column begins."""
        self._text.setMaximumWidth(look().text(COLUMN))
        self._line.setContentsMargins(24, 10, 24, 4)

    def retranslate(self) -> None:
        """Look up the words."""
        said = self.tr("Step %1 of %2").replace("%1", str(self._step)).replace("%2", str(self._of))
        self._text.setText(said)
        self._bar.setAccessibleName(said)
