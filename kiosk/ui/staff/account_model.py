"""The accounts that were found, as a table: years of birth alone, no contact."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kiosk.domain.desk_help import AccountRow
from kiosk.ui.staff import account_words, words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.search_table import PILL_ROLE
from kiosk.ui.staff.style import account_colours
from kiosk.ui.staff.table_model import SAID, Index, TableModel

__all__ = ["AccountModel", "Column", "full_name"]


class Column(IntEnum):
    """The columns, from the start of the row."""

    PATIENT = 0
    BORN = 1
    STATUS = 2
    CHECKED = 3


def full_name(row: AccountRow) -> str:
    """As lists sort people: "Okafor, Maria"; one-word names alone."""
    return ", ".join(filter(None, (row.last, row.first)))


class AccountModel(TableModel[AccountRow, Column]):
    """Shows rows in the order in which the portal gave them."""

    def __init__(self, practice: StaffPractice, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(Column, _head, parent)
        self._practice = practice

    @property
    def rows(self) -> tuple[AccountRow, ...]:
        """What is shown."""
        return self._shown

    def set_rows(self, rows: Sequence[AccountRow]) -> None:
        """Show others."""
        self._show(rows)

    def replace(self, row: AccountRow) -> None:
        """Show an account as it stands now."""
        self._shown = tuple(row if row.account_id == old.account_id else old for old in self._shown)
        self._changed()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the same for screen readers, or a state's colours."""
        row, column = self._shown[index.row()], Column(index.column())
        if role in SAID:
            return self._text(row, column)
        if role == PILL_ROLE and column is Column.STATUS and account_words.state(row, self._practice):
            return account_colours(locked=bool(account_words.lock(row, self._practice)))
        return None

    def _text(self, row: AccountRow, column: Column) -> str:
        match column:
            case Column.PATIENT:
                return full_name(row)
            case Column.BORN:
                return row.birth_date[:4]
            case Column.STATUS:
                return account_words.state(row, self._practice)
            case Column.CHECKED:
                return words.full_date(self._practice.local(row.checked_at).date()) if row.checked_at else "–"


def _head(column: Column) -> str:
    match column:
        case Column.PATIENT:
            return QCoreApplication.translate("AccountModel", "Patient")
        case Column.BORN:
            return QCoreApplication.translate("AccountModel", "Born")
        case Column.STATUS:
            return QCoreApplication.translate("AccountModel", "Status")
        case Column.CHECKED:
            return QCoreApplication.translate("AccountModel", "Photo ID checked")
