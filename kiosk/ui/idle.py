"""Notices that nobody touches the tablet any more, asks, and then gives up waiting; and that somebody is stuck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

__all__ = ["IdleWatch", "StepWatch", "Timer", "single_shot_timer"]

STEP_S = 20 * 60
"""How long a step may take before the front desk is offered."""

_ACTIVITY = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class Timer(Protocol):
    """The part of QTimer that is needed here, so that tests can put a clock of their own in its place."""

    timeout: Any

    def start(self, msec: int, /) -> None:
        """Ring once, `msec` milliseconds from now; a second start begins anew."""

    def stop(self) -> None:
        """Do not ring."""


def single_shot_timer() -> Timer:
    """Return a real timer that rings once."""
    timer = QTimer()
    timer.setSingleShot(True)
    return timer


class StepWatch(QObject):
    """Notices that a step is not finished although somebody is there (K3).

    Signals:
        stuck: 20 minutes have passed since `begin`; time to offer the front desk.
    """

    stuck = Signal()

    def __init__(self, parent: QObject, *, timer_factory: Callable[[], Timer] = single_shot_timer) -> None:
        """Make a stopped watch."""
        super().__init__(parent)
        self._timer = timer_factory()
        self._timer.timeout.connect(self.stuck)

    def begin(self) -> None:
        """Count from now."""
        self._timer.start(STEP_S * 1000)

    def stop(self) -> None:
        """Nobody is at a step."""
        self._timer.stop()


class IdleWatch(QObject):
    """Watches all input of the application (rule K3).

    While the question stands, presses do not count: only `touch`, called by "I need more time", does. A sleeve on the
    glass must not keep a stranger's answers open.

    Signals:
        asked: silence lasted; time to show "Are you still there?".
        resumed: `touch` answered that question.
        expired: the question stayed without an answer; time to clear everything.
    """

    asked = Signal()
    resumed = Signal()
    expired = Signal()

    # Of the class too: at the program's end Qt still asks the filter when Python has cleared the watch's own.
    _enabled = False
    _asking = False

    def __init__(
        self,
        app: QApplication,
        *,
        silence_s: float = 90,
        grace_s: float = 30,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a watch, switched off; times in seconds."""
        super().__init__(parent or app)
        self._silence_ms = round(silence_s * 1000)
        self._grace_ms = round(grace_s * 1000)
        self._enabled = False
        self._asking = False
        self._timer = timer_factory()
        self._timer.timeout.connect(self._rang)
        app.installEventFilter(self)

    def set_limits(self, silence_s: float, grace_s: float) -> None:
        """Change both times (an ending clears after 45 s: `set_limits(45, 0)`) and count from now.

        With a grace of 0 `expired` follows the silence at once and nothing is asked.
        """
        self._silence_ms = round(silence_s * 1000)
        self._grace_ms = round(grace_s * 1000)
        self._begin()

    def set_enabled(self, enabled: bool) -> None:
        """Start watching from now, or stop; off on the welcome screen, where nobody's answers are."""
        self._enabled = enabled
        self._begin()

    def touch(self) -> None:
        """Somebody is there: count from now, and take the question back if it stands."""
        was_asking = self._asking
        self._begin()
        if was_asking:
            self.resumed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every press; swallow none."""
        if self._enabled and not self._asking and event.type() in _ACTIVITY:
            self._timer.start(self._silence_ms)
        return False

    def _begin(self) -> None:
        self._asking = False
        self._timer.stop()
        if self._enabled:
            self._timer.start(self._silence_ms)

    def _rang(self) -> None:
        if not self._enabled:
            return
        if self._asking or self._grace_ms == 0:
            self._enabled = False
            self._asking = False
            self.expired.emit()
        else:
            self._asking = True
            self._timer.start(self._grace_ms)
            self.asked.emit()
