"""Garbage that holds widgets is collected in the GUI's thread, never in a worker."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.ui.collector import Collector


class Cycle:
    """Garbage that only a collection finds; it notes which thread destroyed it."""

    destroyed_in: str = ""

    def __init__(self) -> None:
        """Point at itself."""
        self.myself = self

    def __del__(self) -> None:
        """Say where."""
        Cycle.destroyed_in = threading.current_thread().name


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    """A collector, and the automatic one as before afterwards."""
    owner = QObject()
    was_on = gc.isenabled()
    yield Collector(owner)
    owner.deleteLater()
    gc.unfreeze()
    if was_on:
        gc.enable()


def allocate_much() -> None:
    """What would set off a collection of all generations, were the automatic one on."""
    kept = [[] for _ in range(200_000)]  # type: ignore[var-annotated]  # empty on purpose
    kept.clear()


def test_no_worker_ever_collects(collector: Collector, qtbot: QtBot) -> None:
    """A worker that allocates much leaves the garbage alone; the timer's thread takes it."""
    Cycle.destroyed_in = ""
    gone = weakref.ref(Cycle())
    worker = threading.Thread(target=allocate_much, name="worker")
    worker.start()
    worker.join()
    assert gone() is not None
    kept = [[] for _ in range(5000)]  # type: ignore[var-annotated]  # makes the youngest generation due
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert Cycle.destroyed_in == threading.main_thread().name
    assert kept


def test_nothing_is_collected_while_nothing_is_due(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    """An idle tablet does not search the same memory twice a second."""
    calls: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    monkeypatch.setattr(gc, "collect", calls.append)
    collector.collect()
    monkeypatch.setattr(gc, "get_count", lambda: (gc.get_threshold()[0] + 1, gc.get_threshold()[1] + 1, 0))
    collector.collect()
    assert calls == [1]
