"""Python's garbage collector, kept to the GUI's thread.

A collection runs in whatever thread allocates next. If that is a worker, and the garbage holds a widget, Qt destroys
the widget outside its thread and the program crashes. So the automatic collector is off, and a timer in the GUI's
thread does its work by the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

__all__ = ["Collector"]

INTERVAL_MS = 500


class Collector(QObject):
    """Collects while it lives; make one for the application, in the GUI's thread."""

    def __init__(self, parent: QObject) -> None:
        """Switch the automatic collector off, and leave what stands by now out of every later collection."""
        super().__init__(parent)
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(INTERVAL_MS)

    def collect(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if 0 < threshold < count
        ]
        if due:
            gc.collect(due[-1])
