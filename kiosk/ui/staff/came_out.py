"""What only people know: whether the slips are on the paper, and if not, from which one on they are missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.staff import words
from kiosk.ui.staff.slips import Made
from kiosk.ui.widgets import Action, ActionRole, FieldKind, Piece, Role, Text, TextField

__all__ = ["CameOut"]


class CameOut(Piece):
    """Two answers; after "No" of several the good ones are counted: whatever follows them is printed again.

    Signals:
        counts: the good ones are counted now.
        all_there: every slip came out.
        missing: carries how many came out well, counted from the first.
    """

    counts = Signal()
    all_there = Signal()
    missing = Signal(int)

    def __init__(self, names: Callable[[Made], str]) -> None:
        """Make a question that nobody is asked yet.

        Args:
            names: what stands on somebody's slip, by which it is found among the others.
        """
        super().__init__()
        self.setObjectName("came_out")
        self._names = names
        self._made: tuple[Made, ...] = ()
        self._yes = Action("", ActionRole.PRIMARY, name="labels_printed")
        self._no = Action("", name="print_again")
        self._good = TextField("labels_good", FieldKind.DIGITS, limit=4, width=5)
        self._said = Text("", Role.HINT, name="labels_good_said")
        self._rest = Action("", ActionRole.PRIMARY, name="labels_counted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self._good, self._said, self._rest, self._yes, self._no):
            part.setProperty("staff", True)
            column.addWidget(part)
        self._good.edit.setProperty("staff", True)
        self._yes.clicked.connect(self.all_there)
        self._no.clicked.connect(self._count)
        self._good.edited.connect(self._counted)
        self._good.submitted.connect(self._go_on)
        self._rest.clicked.connect(self._go_on)
        self.ask(())
        self.refresh()

    @property
    def counting(self) -> bool:
        """Whether the good ones are counted."""
        return self._counting

    def ask(self, made: Sequence[Made]) -> None:
        """Ask about these, in the order in which they came out; about none: forget them."""
        self._made, self._counting = tuple(made), False
        self._good.wipe()
        self.retranslate()

    def focus(self) -> None:
        """Put the keyboard on what most probably comes next."""
        (self._good if self._counting else self._yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text for what is asked."""
        alone = len(self._made) <= 1
        self._yes.setText(self.tr("Yes") if alone else self.tr("Yes, all of them"))
        self._no.setText(self.tr("No"))
        self._good.set_label(self.tr("How many came out well, counted from the first?"))
        self._rest.setText(self.tr("Go on"))
        for part in (self._good, self._said, self._rest):
            part.setVisible(self._counting)
        self._no.setVisible(not self._counting)
        self._yes.role = ActionRole.SECONDARY if self._counting else ActionRole.PRIMARY
        self._yes.update()
        self._said.setText(self._consequence())

    def _consequence(self) -> str:
        """Whose slip the last good one should be, so that a wrong count is seen."""
        good, total = self._number(), len(self._made)
        if not self._counting or good is None or good > total:
            return ""
        if good == 0:
            return self.tr("None: all %1 are printed again.").replace("%1", str(total))
        said = self.tr("The last good one is that of %1. After it %2 are printed again.")
        return words.fill(said, self._names(self._made[good - 1]), str(total - good))

    def _number(self) -> int | None:
        typed = self._good.text
        return int(typed) if typed.isdecimal() else None

    def _count(self) -> None:
        if len(self._made) <= 1:
            self.missing.emit(0)
            return
        self._counting = True
        self.retranslate()
        self.counts.emit()
        self.focus()

    def _counted(self) -> None:
        self._good.set_error(None)
        self.retranslate()

    def _go_on(self) -> None:
        good, total = self._number(), len(self._made)
        if good is None:
            self._good.set_error(self.tr("Type a number; 0 if none did"))
        elif good > total:
            self._good.set_error(self.tr("There are only %1").replace("%1", str(total)))
        elif good == total:
            self.all_there.emit()
        else:
            self.missing.emit(good)
