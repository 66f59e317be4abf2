"""Background work: results come back to whoever still waits, and to nobody else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from kiosk.ui.background import Background


class Waiter(QObject):
    """Keeps what it was told."""

    told = Signal()

    def __init__(self) -> None:
        """Know nothing yet."""
        super().__init__()
        self.values: list[object] = []
        self.thread_seen: QThread | None = None

    def take(self, value: object) -> None:
        """Keep a result or an error."""
        self.values.append(value)
        self.thread_seen = QThread.currentThread()
        self.told.emit()


class Told(Waiter):
    """Hears besides what the result belongs to."""

    def take_with(self, extra: object, value: object) -> None:
        """Keep both."""
        self.values.append(extra)
        self.take(value)


@pytest.fixture
def background() -> Iterator[Background]:
    """Return a background with one worker, closed at the end: jobs run one after the other."""
    made = Background(workers=1)
    yield made
    made.shutdown()


def test_a_result_arrives_in_the_threads_of_the_screens(qtbot: QtBot, background: Background) -> None:
    """The operation runs elsewhere, its result comes back to the thread that may touch widgets."""
    waiter, ran_in = Waiter(), list[int]()

    def work() -> int:
        ran_in.append(threading.get_ident())
        return 42

    with qtbot.waitSignal(waiter.told):
        background.run(work, waiter.take)
    assert waiter.values == [42]
    assert waiter.thread_seen is waiter.thread()
    assert ran_in != [threading.get_ident()]


def test_a_failure_goes_to_failed(qtbot: QtBot, background: Background) -> None:
    """An exception is handed over as it is."""
    waiter, done = Waiter(), Waiter()
    with qtbot.waitSignal(waiter.told):
        background.run(lambda: 1 // 0, done.take, waiter.take)
    assert [type(error) for error in waiter.values] == [ZeroDivisionError]
    assert done.values == []


def test_an_unexpected_failure_tells_its_type_alone(qtbot: QtBot, background: Background) -> None:
    """The default policy carries no text of the exception: it may hold what a patient typed."""

    def work() -> None:
        raise ValueError("maria@example.org")

    with qtbot.waitSignal(background.failed_unexpectedly) as caught:
        background.run(work, Waiter().take)
    assert caught.args == ["ValueError"]


@pytest.mark.rule("K3")
def test_a_late_result_for_a_deleted_screen_is_dropped(qtbot: QtBot, background: Background) -> None:
    """The patient left while the work ran: nobody is called, nothing fails."""
    gone, after, gate = Waiter(), Waiter(), threading.Event()

    def slow() -> str:
        gate.wait(10)
        return "late"

    background.run(slow, gone.take)
    shiboken6.delete(gone)
    with qtbot.waitSignal(after.told):
        background.run(lambda: "next", after.take)
        gate.set()
    assert gone.values == []
    assert after.values == ["next"]


def test_a_cancelled_job_tells_nobody(qtbot: QtBot, background: Background) -> None:
    """After `cancel` the result is dropped, although the work was done."""
    waiter, after, gate = Waiter(), Waiter(), threading.Event()
    job = background.run(lambda: gate.wait(10), waiter.take)
    job.cancel()
    with qtbot.waitSignal(after.told):
        background.run(lambda: None, after.take)
        gate.set()
    assert job.cancelled
    assert waiter.values == []


def test_a_method_may_bring_something_along(qtbot: QtBot, background: Background) -> None:
    """A partial of a bound method knows its widget as well as the method itself: gone, it is not called."""
    waiter, gone = Told(), Told()
    background.run(lambda: 1, partial(gone.take_with, "nobody"))
    shiboken6.delete(gone)
    with qtbot.waitSignal(waiter.told):
        background.run(lambda: 2, partial(waiter.take_with, "row"))
    assert (gone.values, waiter.values) == ([], ["row", 2])


def test_callbacks_that_could_outlive_a_widget_are_refused(background: Background) -> None:
    """A lambda is no bound method of a QObject: nobody could tell whether what it captured still exists."""
    with pytest.raises(TypeError):
        background.run(lambda: 1, lambda value: None)
    with pytest.raises(TypeError):
        background.run(lambda: 1, Waiter().take, lambda error: None)


def test_what_was_asked_for_is_done_before_the_end(background: Background) -> None:
    """An audit row that waits for a worker is written, although nobody hears of it any more."""
    gate, written = threading.Event(), []
    waiter = Waiter()
    for _ in range(2):
        background.run(lambda: gate.wait(10), waiter.take)
    background.run(lambda: written.append("row"), waiter.take)
    gate.set()
    background.shutdown()
    assert (written, waiter.values) == (["row"], [])


def test_after_shutdown_nothing_starts(background: Background) -> None:
    """A closing application takes no more work."""
    background.shutdown()
    with pytest.raises(RuntimeError):
        background.run(lambda: 1, Waiter().take)
