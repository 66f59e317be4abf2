"""A clock that counts down to a moment (S44), for a page that stays usable meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

__all__ = ["Countdown", "clock_face"]

TICK_MS: Final = 1000


class Countdown(QObject):
    """Ticks each second until the moment is there.

    Signals:
        ticked: the seconds that are left, rounded up; 0 once, at the end.
    """

    ticked = Signal(int)

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject) -> None:
        """Make a clock that stands still; `now` is aware, UTC."""
        super().__init__(parent)
        self._now = now
        self._until: dt.datetime | None = None
        self._timer = QTimer(self)
        self._timer.setObjectName("countdown_timer")
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether the moment is still to come."""
        return self._timer.isActive()

    def start(self, until: dt.datetime, *, at_most: dt.timedelta) -> None:
        """Count down to `until` (UTC), from `at_most` if the clocks of portal and tablet differ by more."""
        self._until = min(until, self._now() + at_most)
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def tick(self) -> None:
        """Tell what is left."""
        if self._until is None:
            return
        left = -((self._now() - self._until) // dt.timedelta(seconds=1))
        if left <= 0:
            self.stop()
        self.ticked.emit(max(left, 0))


def clock_face(seconds: int) -> str:
    """``14:59``, or ``1:00:00`` from an hour on: digits, so that every language reads them."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
