"""The way from the patients' screens to the staff's and back (K4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.ui.window_parts import StaffScreen

__all__ = ["StaffDoor"]


class StaffDoor(QObject):
    """Makes the staff area when the door opens and lets go of it when it shuts.

    Signals:
        shut: the patients' screens are in sight again.
        quit_requested: a manager ended the program.
    """

    shut = Signal()
    quit_requested = Signal()

    def __init__(
        self, rooms: QStackedWidget, patients: QWidget, factory: Callable[[], StaffScreen] | None, parent: QObject
    ) -> None:
        """Stand shut.

        Args:
            rooms: shows either the patients' screens or the staff area.
            patients: those screens.
            factory: makes what lies behind the door; without it there is no door.
            parent: owner.
        """
        super().__init__(parent)
        self._rooms, self._patients, self._factory = rooms, patients, factory
        self._staff: StaffScreen | None = None

    @property
    def can_open(self) -> bool:
        """Whether there is a door, and it is shut."""
        return self._factory is not None and self._staff is None

    def open(self) -> None:
        """Show the staff area; whoever was signing up has left."""
        if self._factory is None or self._staff is not None:
            return
        self._staff = staff = self._factory()
        staff.closed.connect(self._close)
        staff.quit_requested.connect(self.quit_requested)
        self._rooms.addWidget(staff)
        self._rooms.setCurrentWidget(staff)

    def _close(self) -> None:
        staff, self._staff = self._staff, None
        if staff is not None:
            self._rooms.setCurrentWidget(self._patients)
            self._rooms.removeWidget(staff)
            staff.hide()
            staff.deleteLater()
            self.shut.emit()
