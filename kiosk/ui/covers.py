"""What may lie over the whole window, one at a time: "Please wait", "Are you still there?", "Start over?", the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.cover import ConfirmCover, StuckCover
from kiosk.ui.widgets import BusyOverlay, Cover

__all__ = ["Covers"]


class Covers(QObject):
    """Puts covers over a window and takes them away; what lies below can meanwhile not be pressed or reached by Tab.

    Signals:
        lifted: a cover was answered with "go on"; the patient is there.
        start_over_asked: "Start over" was pressed on the silence question, or where the desk was offered.
    """

    lifted = Signal()
    start_over_asked = Signal()

    def __init__(self, window: QWidget, below: tuple[QWidget, ...]) -> None:
        """Make hidden covers of `window`; `below` is switched off while one is shown."""
        super().__init__(window)
        self._below = below
        self._focus_before: QWidget | None = None
        self._is_busy = False
        self._confirmed: Callable[[], None] | None = None
        self._busy = BusyOverlay(window)
        self._silence = Cover(window)
        self._confirm = ConfirmCover(window)
        self._stuck = StuckCover(window)
        self._all = (self._busy, self._silence, self._confirm, self._stuck)
        self._silence.more_time.connect(self._lift)
        self._silence.start_over.connect(self.start_over_asked)
        self._stuck.more_time.connect(self._lift)
        self._stuck.start_over.connect(self.start_over_asked)
        self._confirm.more_time.connect(self._lift)
        self._confirm.start_over.connect(self._answered)

    @property
    def covered(self) -> bool:
        """Whether anything lies over the window."""
        return any(not cover.isHidden() for cover in self._all)

    def set_busy(self, busy: bool) -> None:
        """Show "Please wait", or no more; a question that stands meanwhile stays."""
        self._is_busy = busy
        if busy:
            self._open(self._busy)
        elif not self._busy.isHidden():
            self.clear()

    def ask_still_there(self) -> None:
        """Show the silence question."""
        self._open(self._silence)

    def offer_desk(self) -> None:
        """Offer the front desk to who is stuck."""
        self._open(self._stuck)

    def ask_start_over(self, confirmed: Callable[[], None]) -> None:
        """Ask once whether the answers may be cleared; then `confirmed` is called."""
        self._confirmed = confirmed
        self._open(self._confirm)

    def forget_focus(self) -> None:
        """The widget that had the focus is about to go."""
        self._focus_before = None

    def clear(self) -> None:
        """Take every cover away; the focus returns to where it was."""
        for cover in self._all:
            cover.hide()
        for widget in self._below:
            widget.setEnabled(True)
        focus, self._focus_before = self._focus_before, None
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, cover: BusyOverlay | Cover) -> None:
        if not self.covered:
            self._focus_before = QApplication.focusWidget()
        for other in self._all:
            if other is not cover:
                other.hide()
        for widget in self._below:
            widget.setEnabled(False)
        cover.open()

    def _lift(self) -> None:
        self.clear()
        if self._is_busy:
            self._open(self._busy)
        self.lifted.emit()

    def _answered(self) -> None:
        confirmed, self._confirmed = self._confirmed, None
        if confirmed is not None:
            confirmed()
