"""On what, and where: stock, first free label, printer, and by how much that printer misses."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.printing.layouts import EXACT, LAYOUTS, LETTER, Design, Offset
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background
from kiosk.ui.staff import print_words
from kiosk.ui.staff.slips import Slips
from kiosk.ui.widgets import Action, ChoiceField, FieldKind, Piece, Role, Text, TextField, announce

__all__ = ["PrintChoice"]

_FARTHEST = 20.0
"""Millimetres: a printer that misses by more has other paper in it."""


class PrintChoice(Piece):
    """Keeps what was chosen from patient to patient, and an offset for each printer.

    Signals:
        changed: another stock, first label, printer or offset.
    """

    changed = Signal()

    def __init__(self, slips: Slips, background: Background) -> None:
        """Offer every stock; `look` fetches the printers."""
        super().__init__()
        self.setObjectName("print_choice")
        self._slips = slips
        self._background = background
        self._printers: tuple[str, ...] = ()
        self._offsets: dict[str, Offset] = {}
        self._test: int | PrintState | None = None
        self._stock = ChoiceField("stock")
        self._first = TextField("first_label", FieldKind.DIGITS, limit=2, width=4)
        self._printer = ChoiceField("printer")
        self._none = Text("", Role.HINT, name="no_printer")
        self._adjust = Action("", name="adjust_printer", icon="chevron-down", icon_last=True)
        self._adjust.setCheckable(True)
        self._x = TextField("offset_x", limit=6, width=6)
        self._y = TextField("offset_y", limit=6, width=6)
        self._page = Action("", name="test_page", icon="printer")
        self._said = Text("", Role.HINT, name="test_page_said")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (
            self._stock, self._first, self._printer, self._none, self._adjust, self._x, self._y, self._page, self._said
        ):  # fmt: skip
            column.addWidget(part)
            for widget in (part, *part.findChildren(QWidget)):
                widget.setProperty("staff", True)
        self._stock.set_options(tuple((key, "") for key in LAYOUTS))
        self._stock.set_choice(LETTER.key)
        for chosen in (self._stock.chosen, self._printer.chosen):
            chosen.connect(self._chose)
        for field in (self._first, self._x, self._y):
            field.edited.connect(self._typed)
        self._adjust.toggled.connect(self.retranslate)
        self._page.clicked.connect(self._print_test_page)
        self.refresh()

    @property
    def paper(self) -> Paper:
        """Stock, first free label, and the printer's offset."""
        layout = LAYOUTS[self._stock.choice or LETTER.key]
        first = int(self._first.text) if self._first.text.isdecimal() else 1
        return Paper(layout=layout, first=first, offset=self._offsets.get(self.printer, EXACT))

    @property
    def printer(self) -> str:
        """Exact name; "" while none is chosen."""
        number = self._printer.choice
        return self._printers[int(number)] if number else ""

    @property
    def has_printers(self) -> bool:
        """Whether there is one to choose."""
        return bool(self._printers)

    def set_first(self, first: int) -> None:
        """Say where the next label goes."""
        self._first.edit.setText(str(first))

    def set_printers(self, printers: list[str]) -> None:
        """Offer these printers; the chosen one stays if it is among them, an only one is chosen."""
        chosen = self.printer
        self._printers = tuple(printers)
        self._printer.set_options(())
        self._printer.set_options(tuple((str(number), name) for number, name in enumerate(printers)))
        if len(printers) == 1 or chosen in printers:
            self._printer.set_choice(str(printers.index(chosen) if chosen in printers else 0))
        self._chose()

    def ask_for_printer(self) -> bool:
        """Return whether a printer is chosen; say so at the field if not."""
        lacking = not self.printer
        self._printer.set_error(self.tr("Choose a printer") if lacking else None)
        if lacking:
            self._printer.setFocus()
        return not lacking

    def retranslate(self) -> None:
        """Look up every text."""
        self._stock.set_options(tuple((key, self._name(key)) for key in LAYOUTS))
        self._stock.set_label(self.tr("Paper"))
        self._first.set_label(self.tr("First free label on the sheet"))
        self._printer.set_label(self.tr("Printer"))
        self._none.setText(self.tr("No printer is set up on this computer."))
        self._adjust.setText(self.tr("Adjust this printer"))
        self._x.set_label(self.tr("Move to the right, in millimetres"))
        self._y.set_label(self.tr("Move down, in millimetres"))
        self._page.setText(self.tr("Print a test page"))
        if isinstance(self._test, PrintState):
            self._said.setText(print_words.ended(self._test, self.printer))
        else:
            self._said.setText("" if self._test is None else self.tr("The test page is on its way."))
        self._first.setVisible(self.paper.layout.per_page > 1)
        self._printer.setVisible(self.has_printers)
        self._none.setVisible(not self.has_printers)
        self._adjust.setVisible(bool(self.printer))
        adjusting = bool(self.printer) and self._adjust.isChecked()
        for part in (self._x, self._y, self._page):
            part.setVisible(adjusting)
        self._said.setVisible(adjusting and self._test is not None)

    def _name(self, key: str) -> str:
        layout = LAYOUTS[key]
        if layout.design is Design.SLIP:
            return self.tr("%1, folded slip").replace("%1", layout.name)
        if layout.per_page > 1:
            return self.tr("%1, sheet of labels").replace("%1", layout.name)
        return self.tr("%1, label").replace("%1", layout.name)

    def _chose(self) -> None:
        self._printer.set_error(None)
        self._test = None
        offset = self._offsets.get(self.printer, EXACT)
        self._x.edit.setText(f"{offset.x:g}")
        self._y.edit.setText(f"{offset.y:g}")
        self.retranslate()
        self.changed.emit()

    def _typed(self) -> None:
        if self.printer:
            self._offsets[self.printer] = Offset(_millimetres(self._x.text), _millimetres(self._y.text))
        self.changed.emit()

    def _print_test_page(self) -> None:
        send = partial(self._slips.send_test_page, self.paper, self.printer)
        self._background.run(send, self._test_sent, self._test_failed)

    def _test_sent(self, result: int | PrintState) -> None:
        self._test = result
        self.retranslate()
        announce(self, self._said.text())

    def _test_failed(self, _error: BaseException) -> None:
        self._test_sent(PrintState.FAILED)


def _millimetres(typed: str) -> float:
    """A number as people write it; what is none, or too far, is 0."""
    try:
        value = float(typed.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return 0.0
    return value if abs(value) <= _FARTHEST else 0.0
