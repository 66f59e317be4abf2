"""The rows of a day sheet as a table, and its columns as a list to press."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kiosk.domain.day_sheet_rows import JudgedRow
from kiosk.domain.sheet_plan import SheetPlan
from kiosk.ui.staff import sheet_words, words
from kiosk.ui.staff.table_model import SAID, Index, TableModel

__all__ = ["Column", "ColumnsModel", "RowsModel", "Show"]


class Show(Enum):
    """Which rows are in sight."""

    ALL = "all"
    READY = "ready"
    REFUSED = "refused"


class Column(IntEnum):
    """The columns of the preview."""

    ROW = 0
    PATIENT = 1
    BORN = 2
    SLIP = 3
    RESULT = 4


class RowsModel(TableModel[JudgedRow, Column]):
    """Whole dates of birth: a misread date format shows nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(Column, _head, parent)
        self._all: tuple[JudgedRow, ...] = ()
        self._kept = Show.ALL

    def set_rows(self, rows: Sequence[JudgedRow]) -> None:
        """Show other rows."""
        self._all = tuple(rows)
        self.set_show(self._kept)

    def set_show(self, show: Show) -> None:
        """Keep some rows in sight."""
        self._kept = show
        self._show(row for row in self._all if show is Show.ALL or (row.form is None) is (show is Show.REFUSED))

    def row(self, number: int) -> JudgedRow:
        """The row in sight at a place."""
        return self._shown[number]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers."""
        return _cell(self._shown[index.row()], Column(index.column())) if role in SAID else None


class _About(IntEnum):
    HEAD = 0
    EXAMPLE = 1
    FIELD = 2


class ColumnsModel(TableModel[int, _About]):
    """The file's columns: head, an example, and what each is taken for; a row is a column's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(_About, _about_head, parent)
        self._plan: SheetPlan | None = None

    def set_plan(self, plan: SheetPlan | None) -> None:
        """Show another file's columns."""
        self._plan = plan
        self._show(range(len(plan.columns)) if plan else ())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if self._plan is None or role not in SAID:
            return None
        place, sheet = index.row(), self._plan.sheet
        if index.column() == _About.HEAD:
            return _one_line(sheet.header[place])
        if index.column() == _About.FIELD:
            return sheet_words.field_word(self._plan.columns[place])
        cells = (record.cells[place] for record in sheet.records if place < len(record.cells))
        return _one_line(next(filter(str.strip, cells), ""))


def _about_head(about: _About) -> str:
    match about:
        case _About.HEAD:
            return QCoreApplication.translate("SheetModel", "Column")
        case _About.EXAMPLE:
            return QCoreApplication.translate("SheetModel", "Example")
        case _About.FIELD:
            return QCoreApplication.translate("SheetModel", "Holds")


def _one_line(cell: str) -> str:
    return " ".join(cell[:80].split())


def _cell(row: JudgedRow, column: Column) -> str:
    match column:
        case Column.ROW:
            return str(row.number)
        case Column.PATIENT:
            return row.name
        case Column.BORN:
            return words.full_date(row.form.birth_date.date) if row.form is not None else row.born
        case Column.SLIP:
            return "" if row.form is None else sheet_words.slip_word(row)
        case Column.RESULT:
            if row.form is None:
                return sheet_words.reasons_sentence(row)
            ready = QCoreApplication.translate("SheetModel", "Ready")
            return " · ".join(filter(None, (ready, row.time, row.guardian if row.through_guardian else "")))


def _head(column: Column) -> str:
    match column:
        case Column.ROW:
            return QCoreApplication.translate("SheetModel", "Row")
        case Column.PATIENT:
            return QCoreApplication.translate("SheetModel", "Patient")
        case Column.BORN:
            return QCoreApplication.translate("SheetModel", "Born")
        case Column.SLIP:
            return QCoreApplication.translate("SheetModel", "Slip")
        case Column.RESULT:
            return QCoreApplication.translate("SheetModel", "Result")
