"""Work off the GUI's thread: one verb, one executor, one signal.

The screens call `Background.run` for everything that may take longer than a blink (hashing, the store, the network).
The result comes back in the GUI's thread to a bound method of a QObject. If that object was deleted meanwhile (the
patient left), the result is dropped: nobody is waiting for it any more.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

__all__ = ["Background", "Job"]

T = TypeVar("T")


class Job:
    """One piece of work on its way; `cancel` makes its result be dropped, also when it is already done."""

    __slots__ = ("_cancelled", "_done", "_failed")

    def __init__(self, done: Callable[[object], None], failed: Callable[[BaseException], None] | None) -> None:
        """Keep who waits for the result."""
        self._done = done
        self._failed = failed
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Drop the result, whenever it comes. The work itself is not interrupted: Python's threads cannot be."""
        self._cancelled = True


class Background(QObject):
    """Runs operations in worker threads and hands their results to the GUI.

    Signals:
        failed_unexpectedly: an operation raised and its caller named no `failed`; carries the exception's type name
            alone, because its text may hold what a patient typed.
    """

    failed_unexpectedly = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, workers: int = 2) -> None:
        """Start an executor of at most `workers` threads (threads start with the first operation)."""
        super().__init__(parent)
        self._closed = False
        self._executor = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="background")
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        op: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run `op` in a worker, then `done(result)` or `failed(exception)` in the GUI's thread.

        Args:
            op: must touch no widget.
            done: a bound method of a QObject, or a `partial` of one; dropped if that object was deleted.
            failed: likewise; without it `failed_unexpectedly` is sent.

        Raises:
            TypeError: `done` or `failed` is no bound method of a QObject (a lambda that captured a widget would call
                into a deleted one).
            RuntimeError: after `shutdown`.
        """
        for callback in (done, failed):
            if callback is not None and _owner(callback) is None:
                raise TypeError("the callbacks must be bound methods of a QObject")
        job = Job(done, failed)  # type: ignore[arg-type]  # T is lost on the way through the signal
        self._executor.submit(self._work, job, op)
        return job

    def shutdown(self) -> None:
        """Take no more work, wait for what was asked for, drop its results: nothing reaches a screen afterwards.

        What waits for a worker is done, too: it may be an audit row, or a page with a code that is taken back.
        """
        self._closed = True
        self._executor.shutdown(wait=True)

    def _work(self, job: Job, op: Callable[[], object]) -> None:
        value: object = None
        error: BaseException | None = None
        try:
            value = op()
        except BaseException as raised:  # noqa: BLE001 - handed over to the GUI's thread, whatever it is
            error = raised
        if not self._closed and isValid(self):
            self._finished.emit(job, value, error)

    def _deliver(self, job: Job, value: object, error: BaseException | None) -> None:
        if self._closed or job.cancelled:
            return
        if error is None:
            if _waits(job._done):
                job._done(value)
        elif job._failed is None:
            self.failed_unexpectedly.emit(type(error).__name__)
        elif _waits(job._failed):
            job._failed(error)


def _owner(callback: object) -> QObject | None:
    method = callback.func if isinstance(callback, partial) else callback
    owner = getattr(method, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _waits(callback: object) -> bool:
    owner = _owner(callback)
    return owner is not None and isValid(owner)
