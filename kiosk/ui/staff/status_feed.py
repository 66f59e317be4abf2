"""Asks again and again how something stands, while somebody looks (F4, F6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.domain.desk_service import DeskService, TaskGlance
from kiosk.domain.sync_status import SyncMonitor, SyncStatus
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer, single_shot_timer

__all__ = ["Feed", "status_feed", "task_feed"]

T = TypeVar("T")

EVERY_MS = 3000
SOON_MS = 1000
TASKS_EVERY_MS = 2000
"""A patient may be waiting at a tablet."""


class Feed(QObject, Generic[T]):
    """One question at a time, and a pause after each answer.

    Signals:
        changed: carries the answer, also when it is the same: "2 min ago" grows older.
    """

    changed = Signal(object)

    def __init__(
        self,
        question: Callable[[], T],
        every_ms: int,
        background: Background,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QObject | None = None,
    ) -> None:
        """Make a feed that asks nothing yet."""
        super().__init__(parent)
        self.latest: T | None = None
        self._question = question
        self._every_ms = every_ms
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
            self._job = self._background.run(self._question, self._answered, self._failed)

    def soon(self) -> None:
        """Ask in a second: a sync has just been asked for and needs a moment."""
        if self._running:
            self._timer.start(SOON_MS)

    def _answered(self, answer: T) -> None:
        self.latest = answer
        self._timer.start(self._every_ms)
        self.changed.emit(answer)

    def _failed(self, _error: BaseException) -> None:
        self._timer.start(self._every_ms)


def status_feed(
    monitor: SyncMonitor, background: Background, timer_factory: Callable[[], Timer], parent: QObject
) -> Feed[SyncStatus]:
    """How the sync stands (F6)."""
    return Feed(monitor.status, EVERY_MS, background, timer_factory, parent)


def task_feed(
    service: DeskService, background: Background, timer_factory: Callable[[], Timer], parent: QObject
) -> Feed[TaskGlance]:
    """What needs attention (F4)."""
    return Feed(service.attention.glance, TASKS_EVERY_MS, background, timer_factory, parent)
