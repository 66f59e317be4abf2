"""What needs the desk as a list: who, why, since when."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.domain.desk_task import DeskTask
from kiosk.ui.staff import task_words, words
from kiosk.ui.staff.practice import StaffPractice

__all__ = ["SINCE_ROLE", "WAITING_ROLE", "WHY_ROLE", "TaskModel", "born", "since"]

WHY_ROLE = Qt.ItemDataRole.UserRole
SINCE_ROLE = Qt.ItemDataRole.UserRole + 1
WAITING_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def born(task: DeskTask) -> str:
    """The year of birth, as far as one is known."""
    return (
        words.fill(QCoreApplication.translate("TaskModel", "born %1"), task.birth_date[:4]) if task.birth_date else ""
    )


def since(task: DeskTask, practice: StaffPractice) -> str:
    """Since when, and whether the patient stands at the tablet."""
    said = (
        QCoreApplication.translate("TaskModel", "Waiting since %1")
        if task.waiting
        else QCoreApplication.translate("TaskModel", "Since %1")
    )
    return words.fill(said, words.clock_time(task.made_at, practice))


class TaskModel(QAbstractListModel):
    """The tasks in the order in which they were given: whoever waits comes first."""

    def __init__(self, practice: StaffPractice, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._practice = practice
        self._tasks: tuple[DeskTask, ...] = ()

    def set_tasks(self, tasks: Sequence[DeskTask]) -> None:
        """Show other tasks."""
        self.beginResetModel()
        self._tasks = tuple(tasks)
        self.endResetModel()

    @property
    def tasks(self) -> tuple[DeskTask, ...]:
        """The tasks shown."""
        return self._tasks

    def row_of(self, case_id: UUID) -> int:
        """Where a task stands, or -1."""
        return next((row for row, task in enumerate(self._tasks) if task.case_id == case_id), -1)

    def retranslate(self) -> None:
        """Let every view look the rows up again."""
        if self._tasks:
            self.dataChanged.emit(self.index(0), self.index(len(self._tasks) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of tasks."""
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return who it is, why, since when, or all of it for a screen reader."""
        task = self._tasks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " · ".join(filter(None, (task_words.who(task), born(task))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join((f"{self.data(index)}.", task_words.why(task), since(task, self._practice)))
            case _ if role == WHY_ROLE:
                return task_words.why(task)
            case _ if role == SINCE_ROLE:
                return since(task, self._practice)
            case _ if role == WAITING_ROLE:
                return task.waiting
            case _:
                return None
