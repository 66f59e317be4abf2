"""Asks again and again how the sync stands, while somebody looks (F6)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.domain.ports import SyncMonitor, SyncStatus
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer, single_shot_timer

__all__ = ["StatusFeed"]

EVERY_MS = 3000
SOON_MS = 1000


class StatusFeed(QObject):
    """One question at a time, and a pause after each answer.

    Signals:
        changed: carries a `SyncStatus`, also when it is the same: "2 min ago" grows older.
    """

    changed = Signal(object)

    def __init__(
        self,
        monitor: SyncMonitor,
        background: Background,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QObject | None = None,
    ) -> None:
        """Make a feed that asks nothing yet."""
        super().__init__(parent)
        self.latest: SyncStatus | None = None
        self._monitor = monitor
        self._background = background
        self._job: Job | None = None
        self._running = False
        self._timer = timer_factory()
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """Ask now and from now on."""
        self._running = True
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._running = False
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def ask(self) -> None:
        """Ask now; the pause begins anew."""
        if self._running:
            self._timer.stop()
            if self._job is not None:
                self._job.cancel()
            self._job = self._background.run(self._monitor.status, self._answered, self._failed)

    def soon(self) -> None:
        """Ask in a second: a sync has just been asked for and needs a moment."""
        if self._running:
            self._timer.start(SOON_MS)

    def _answered(self, status: SyncStatus) -> None:
        self.latest = status
        self._timer.start(EVERY_MS)
        self.changed.emit(status)

    def _failed(self, _error: BaseException) -> None:
        self._timer.start(EVERY_MS)
