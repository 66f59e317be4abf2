"""How a day sheet was read, shown and changeable: letters, delimiter, dates, and what each column holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.day_sheet import DateOrder, Delimiter, SheetField, TextEncoding
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan
from kiosk.ui.staff.sheet_model import ColumnsModel
from kiosk.ui.staff.sheet_table import SheetTable
from kiosk.ui.staff.sheet_words import delimiter_word, encoding_word, field_word, order_word
from kiosk.ui.theme import look
from kiosk.ui.widgets import ChoiceField, Piece, Text
from kiosk.ui.widgets.text import Role

__all__ = ["SheetSettings"]

_IGNORED = "ignored"
_DELIMITERS = {delimiter.name.lower(): delimiter for delimiter in Delimiter}
_ENCODINGS = {encoding.name.lower(): encoding for encoding in TextEncoding}
_ORDERS = {order.name.lower(): order for order in DateOrder}


class SheetSettings(Piece):
    """The list of columns, and a field for what the pressed one holds.

    Signals:
        changed: carries the `SheetChoices` with which to read the file again.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        """Make settings of no file."""
        super().__init__()
        self.setObjectName("sheet_settings_box")
        self._plan: SheetPlan | None = None
        self._choices = SheetChoices()
        self._place = 0
        self._dates = ChoiceField("sheet_dates")
        self._delimiter = ChoiceField("sheet_delimiter")
        self._encoding = ChoiceField("sheet_encoding")
        self._columns = ColumnsModel(self)
        self._table = SheetTable(self._columns, name="sheet_columns", stretch=2, leaves_first=(1,), rows=4)
        self._hint = Text("", Role.HINT, name="sheet_columns_hint")
        self._field = ChoiceField("sheet_field")
        self._build()
        self._dates.chosen.connect(self._choose)
        self._delimiter.chosen.connect(self._choose)
        self._encoding.chosen.connect(self._choose)
        self._field.chosen.connect(self._hold)
        self._table.reached.connect(self._reach)
        self.refresh()

    def show_plan(self, plan: SheetPlan, choices: SheetChoices) -> None:
        """Show how a file was read, and what of it was set by hand."""
        self._plan, self._choices = plan, choices
        self._columns.set_plan(plan)
        self._place = min(self._place, len(plan.columns) - 1)
        if plan.missing and None in plan.columns and plan.columns[self._place] is not None:
            self._place = plan.columns.index(None)  # most likely the column that is asked for
        self._dates.set_choice(plan.dates.name.lower() if plan.dates else None)
        self._delimiter.set_choice(plan.sheet.delimiter.name.lower() if plan.sheet.delimiter else None)
        self._encoding.set_choice(plan.sheet.encoding.name.lower() if plan.sheet.encoding else None)
        self._table.fit()
        self._table.selectRow(self._place)
        self._reach(self._place)

    def focus_question(self) -> None:
        """Put the keyboard where an answer is needed."""
        if self._plan is not None and self._plan.dates is None and not self._plan.missing:
            self._dates.setFocus()
        else:
            self._table.setFocus()

    def wipe(self) -> None:
        """Forget the file."""
        self._plan, self._choices, self._place = None, SheetChoices(), 0
        self._columns.set_plan(None)
        for field in (self._dates, self._delimiter, self._encoding, self._field):
            field.wipe()

    def retranslate(self) -> None:
        """Look up every text."""
        self._dates.set_label(self.tr("Dates are written"))
        self._dates.set_options(tuple((key, order_word(order)) for key, order in _ORDERS.items()))
        self._delimiter.set_label(self.tr("Between two cells stands"))
        self._delimiter.set_options(tuple((key, delimiter_word(each)) for key, each in _DELIMITERS.items()))
        self._encoding.set_label(self.tr("Letters are written as"))
        self._encoding.set_options(tuple((key, encoding_word(each)) for key, each in _ENCODINGS.items()))
        self._hint.setText(self.tr("Choose a column of the file, then what it holds."))
        self._table.setAccessibleName(self.tr("Columns of the file"))
        self._columns.set_plan(self._plan)
        fields = ((_IGNORED, field_word(None)), *((field.value, field_word(field)) for field in SheetField))
        self._field.set_options(fields)
        self._reach(self._place)

    def restyle(self) -> None:
        """Measure the columns again."""
        self._table.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where the screen is narrow."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        for row in (self._formats, self._holds):
            row.setDirection(across if self.width() >= look().text(620) else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        for field in (self._dates, self._delimiter, self._encoding, self._field):
            for part in field.findChildren(QWidget):
                part.setProperty("staff", True)
        self._formats = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._formats.setSpacing(16)
        for field in (self._dates, self._delimiter, self._encoding):
            self._formats.addLayout(_on_top(field), 1)
        self._holds = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._holds.setSpacing(16)
        self._holds.addWidget(self._table, 3)
        self._holds.addLayout(_on_top(self._field), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._formats)
        column.addWidget(self._hint)
        column.addLayout(self._holds)

    def _choose(self, _key: str) -> None:
        """Read anew; columns set by hand belong to the delimiter under which they were set."""
        dates, delimiter, encoding = self._dates.choice, self._delimiter.choice, self._encoding.choice
        kept = self._choices.columns
        if self._plan is not None and delimiter and _DELIMITERS[delimiter] is not self._plan.sheet.delimiter:
            kept = None
        by_hand = self._choices.dates is not None or self.sender() is self._dates
        self._choices = SheetChoices(
            encoding=_ENCODINGS[encoding] if encoding else None,
            delimiter=_DELIMITERS[delimiter] if delimiter else None,
            dates=_ORDERS[dates] if dates and by_hand else None,
            columns=kept,
        )
        self.changed.emit(self._choices)

    def _hold(self, key: str) -> None:
        """A column holds something else now; another column that held it holds nothing."""
        if self._plan is None:
            return
        field = None if key == _IGNORED else SheetField(key)
        columns = [None if each is field else each for each in self._plan.columns]
        columns[self._place] = field
        self._choices = SheetChoices(
            self._choices.encoding, self._choices.delimiter, self._choices.dates, tuple(columns)
        )
        self.changed.emit(self._choices)

    def _reach(self, place: int) -> None:
        self._place = place
        if self._plan is None:
            return
        header, field = self._plan.sheet.header[place], self._plan.columns[place]
        self._field.set_label(self.tr("%1 holds").replace("%1", " ".join(header[:40].split()) or str(place + 1)))
        self._field.set_choice(field.value if field else _IGNORED)


def _on_top(field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(field)
    column.addStretch(1)
    return column
