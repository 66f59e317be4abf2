"""On what, and where: stock, first free label, printer, and by how much that printer misses; all of it remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.print_service import PrintMemory, PrintService
from kiosk.domain.staff import StaffSession
from kiosk.printing.layouts import LAYOUTS, LETTER, Design, Offset
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff import print_words
from kiosk.ui.staff.slips import Slips
from kiosk.ui.staff.trial_run import TrialRun
from kiosk.ui.widgets import Action, ChoiceField, FieldKind, Piece, Role, Text, TextField, announce

__all__ = ["PrintChoice"]

_FARTHEST = 20.0
"""Millimetres: a printer that misses by more has other paper in it."""


class PrintChoice(Piece):
    """Begins with what was printed on last; a printer that is gone has to be chosen anew.

    Signals:
        changed: another stock, first label, printer or offset.
        found: the printers are known.
    """

    changed = Signal()
    found = Signal()

    def __init__(
        self,
        slips: Slips,
        printing: PrintService,
        background: Background,
        timer_factory: Callable[[], Timer] = single_shot_timer,
    ) -> None:
        """Offer every stock; `enter` fetches the printers."""
        super().__init__()
        self.setObjectName("print_choice")
        self._slips = slips
        self._printing = printing
        self._background = background
        self._session: StaffSession | None = None
        self._memory = PrintMemory()
        self._printers: tuple[str, ...] = ()
        self._trial = TrialRun(slips, printing, background, timer_factory(), self)
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
        self._first.edited.connect(self._counted)
        for field in (self._x, self._y):
            field.edited.connect(self._measured)
            field.edit.editingFinished.connect(self._keep_offset)
        self._adjust.toggled.connect(self.retranslate)
        self._page.clicked.connect(self._print_test_page)
        self._trial.moved.connect(self._trial_moved)
        self.refresh()

    @property
    def paper(self) -> Paper:
        """Stock, first free label, and the printer's offset."""
        layout = LAYOUTS[self._stock.choice or LETTER.key]
        first = int(self._first.text) if self._first.text.isdecimal() else 1
        return Paper(layout=layout, first=first, offset=Offset(*self._memory.offset(self.printer, layout.key)))

    @property
    def printer(self) -> str:
        """Exact name; "" while none is chosen."""
        number = self._printer.choice
        return self._printers[int(number)] if number else ""

    @property
    def has_printers(self) -> bool:
        """Whether there is one to choose."""
        return bool(self._printers)

    def enter(self, session: StaffSession) -> None:
        """Ask for printers and memory on behalf of somebody."""
        self._session = session
        ask = partial(_ask, self._slips, self._printing)
        self._background.run(ask, self._found, self._found_none)

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name."""
        self._session = session

    def forget(self) -> None:
        """Nobody prints any more; the choices stay."""
        self._session = None
        self._trial.forget()

    def printing(self) -> None:
        """Remember the choices: they are used now."""
        self._keep_offset()
        printer, stock = self.printer or self._memory.printer, self.paper.layout.key
        self._memory = self._memory.chose(printer, stock)
        self._background.run(partial(self._printing.chose, printer, stock), self._kept)

    def set_first(self, first: int) -> None:
        """Say where the next label goes, and remember it."""
        self._first.edit.setText(str(first))
        stock = self.paper.layout.key
        self._memory = self._memory.began(stock, first)
        self._background.run(partial(self._printing.began, stock, first), self._kept)

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
        self._page.setEnabled(not self._trial.running)
        self._said.setText(self._about_trial())
        self._first.setVisible(self.paper.layout.per_page > 1)
        self._printer.setVisible(self.has_printers)
        self._none.setVisible(not self.has_printers)
        self._adjust.setVisible(bool(self.printer))
        adjusting = bool(self.printer) and self._adjust.isChecked()
        for part in (self._x, self._y, self._page):
            part.setVisible(adjusting)
        self._said.setVisible(adjusting and bool(self._said.text()))

    def _name(self, key: str) -> str:
        layout = LAYOUTS[key]
        if layout.design is Design.SLIP:
            return self.tr("%1, folded slip").replace("%1", layout.name)
        if layout.per_page > 1:
            return self.tr("%1, sheet of labels").replace("%1", layout.name)
        return self.tr("%1, label").replace("%1", layout.name)

    def _found(self, found: tuple[list[str], PrintMemory]) -> None:
        """Choose what was printed on last, or the only printer if there was none before."""
        printers, self._memory = found
        self._printers = tuple(printers)
        self._printer.set_options(())
        self._printer.set_options(tuple((str(number), name) for number, name in enumerate(printers)))
        if self._memory.stock in LAYOUTS:
            self._stock.set_choice(self._memory.stock)
        last = self._memory.printer
        if last in printers or (len(printers) == 1 and not last):
            self._printer.set_choice(str(printers.index(last) if last else 0))
        self._chose()
        if last and last not in printers:
            self._printer.set_error(print_words.ended(PrintState.VANISHED, last))
        self.found.emit()

    def _found_none(self, _error: BaseException) -> None:
        self._found(([], self._memory))

    def _chose(self) -> None:
        self._printer.set_error(None)
        paper = self.paper
        self._first.edit.setText(str(self._memory.first_free(paper.layout.key)))
        self._x.edit.setText(f"{paper.offset.x:g}")
        self._y.edit.setText(f"{paper.offset.y:g}")
        self.retranslate()
        self.changed.emit()

    def _counted(self) -> None:
        paper = self.paper
        self._memory = self._memory.began(paper.layout.key, paper.first)
        self.changed.emit()

    def _measured(self) -> None:
        if self.printer:
            x, y = _millimetres(self._x.text), _millimetres(self._y.text)
            self._memory = self._memory.adjusted(self.printer, self.paper.layout.key, x, y)
        self.changed.emit()

    def _keep_offset(self) -> None:
        if self.printer and self._session is not None:
            paper = self.paper
            adjust = partial(self._printing.adjust, self._session, self.printer, paper.layout.key)
            self._background.run(partial(adjust, paper.offset.x, paper.offset.y), self._kept, self._kept)

    def _kept(self, _result: object) -> None:
        """What could not be kept holds as long as this program runs."""

    def _print_test_page(self) -> None:
        self._keep_offset()
        if self._session is not None:
            self._trial.start(self._session, self.paper, self.printer)

    def _trial_moved(self) -> None:
        self.retranslate()
        announce(self, self._said.text())

    def _about_trial(self) -> str:
        """How far the test page is, or how it ended."""
        state = self._trial.state
        if state is None:
            return ""
        if self._trial.running:
            return print_words.going_on(state) or self.tr("The test page is on its way.")
        return self.tr("The test page is printed.") if state.on_paper else print_words.ended(state, self._trial.printer)


def _ask(slips: Slips, printing: PrintService) -> tuple[list[str], PrintMemory]:
    return slips.queue.printers(), printing.recall()


def _millimetres(typed: str) -> float:
    """A number as people write it; what is none, or too far, is 0."""
    try:
        value = float(typed.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return 0.0
    return value if abs(value) <= _FARTHEST else 0.0
