"""The rows of a day sheet as a table, and its columns as a list to press."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.domain.day_sheet_rows import JudgedRow
from kiosk.domain.import_service import SheetPlan
from kiosk.ui.staff import sheet_words, words

__all__ = ["Column", "ColumnsModel", "RowsModel", "Show"]

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


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


class RowsModel(QAbstractTableModel):
    """Whole dates of birth: a misread date format shows nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._all: tuple[JudgedRow, ...] = ()
        self._shown: tuple[JudgedRow, ...] = ()
        self._show = Show.ALL

    def set_rows(self, rows: Sequence[JudgedRow]) -> None:
        """Show other rows."""
        self._all = tuple(rows)
        self.set_show(self._show)

    def set_show(self, show: Show) -> None:
        """Keep some rows in sight."""
        self.beginResetModel()
        self._show = show
        self._shown = tuple(
            row for row in self._all if show is Show.ALL or (row.form is None) is (show is Show.REFUSED)
        )
        self.endResetModel()

    def row(self, number: int) -> JudgedRow:
        """The row in sight at a place."""
        return self._shown[number]

    def retranslate(self) -> None:
        """Let every view look up heads and cells again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows are in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's head."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return _head(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers."""
        return _cell(self._shown[index.row()], Column(index.column())) if role in _SAID else None


class ColumnsModel(QAbstractTableModel):
    """The file's columns: head, an example, and what each is taken for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._plan: SheetPlan | None = None

    def set_plan(self, plan: SheetPlan | None) -> None:
        """Show another file's columns."""
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns the file has."""
        return 0 if parent.isValid() or self._plan is None else len(self._plan.columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Head, example, field."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's head."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        heads = (
            QCoreApplication.translate("SheetModel", "Column"),
            QCoreApplication.translate("SheetModel", "Example"),
            QCoreApplication.translate("SheetModel", "Holds"),
        )
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text."""
        if self._plan is None or role not in _SAID:
            return None
        place, sheet = index.row(), self._plan.sheet
        if index.column() == 0:
            return _one_line(sheet.header[place])
        if index.column() == 2:
            return sheet_words.field_word(self._plan.columns[place])
        cells = (record.cells[place] for record in sheet.records if place < len(record.cells))
        return _one_line(next(filter(str.strip, cells), ""))


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
