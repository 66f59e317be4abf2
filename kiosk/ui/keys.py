"""Hardware keys that mean more than a letter: Enter, and the burst of a USB scanner."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.ui.widgets import PlainLineEdit

__all__ = ["KeyWatch"]

BURST_GAP_S = 0.035
"""A scanner types faster than any hand: less than this between two keys (measured)."""

_SHORTEST = 15
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)


class KeyWatch(QObject):
    """Watches the keys of one window.

    Enter in a line of text means the primary button, elsewhere it presses what has the focus. A scanner's burst is
    taken out of whatever line it fell into: a code never lands in a name by accident.

    Signals:
        scanned: a burst that reads like a code or a link ended; carries its text.
        go_on: Enter was pressed in a line of text.
    """

    scanned = Signal(str)
    go_on = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        reads_like_a_code: Callable[[str], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Watch `window`, switched on; `clock` counts seconds for keys that no window system timed."""
        super().__init__(window)
        self._window = window
        self._reads_like_a_code = reads_like_a_code
        self._clock = clock
        self._burst = ""
        self._before = ""
        self._last = float("-inf")
        self.enabled = True
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each key once: where it arrives first."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.enabled:
            return False
        focused = QApplication.focusWidget()
        first = focused if focused is not None else self._window
        if watched is not first or not isinstance(first, QWidget):
            return False
        if first is not self._window and not self._window.isAncestorOf(first):
            return False
        if event.key() in _ENTER:
            return self._entered(first, event)
        if event.key() in _TABS:
            self._burst = ""  # what follows goes elsewhere: no code has a Tab in it
        elif event.key() not in _MODIFIERS:
            self._note(first, event)
        return False

    def _at(self, event: QKeyEvent) -> float:
        """When the key was pressed, in seconds: by the window system, since a busy screen gets keys late."""
        return event.timestamp() / 1000 or self._clock()

    def _note(self, focused: QWidget, event: QKeyEvent) -> None:
        now = self._at(event)
        if now - self._last >= BURST_GAP_S:
            self._burst = ""
            self._before = focused.text() if isinstance(focused, PlainLineEdit) else ""
        self._last = now
        self._burst += event.text()

    def _entered(self, focused: QWidget, event: QKeyEvent) -> bool:
        burst, self._burst = self._burst, ""
        in_time = self._at(event) - self._last < BURST_GAP_S
        self._last = float("-inf")
        before, self._before = self._before, ""
        if in_time and len(burst) >= _SHORTEST and self._reads_like_a_code(burst):
            if isinstance(focused, PlainLineEdit):
                focused.setText(before)
            self.scanned.emit(burst)
            return True
        if event.isAutoRepeat():
            return True
        if isinstance(focused, PlainLineEdit):
            if focused.objectName().endswith(("_month", "_day")):
                return False  # the date field walks on to its next box
            self.go_on.emit()
            return True
        if isinstance(focused, QAbstractButton):
            focused.click()
            return True
        return False
