"""The loop around the sync: soon, again, never twice at once, and never dead."""

import datetime as dt
import threading
import uuid
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from kiosk.domain.errors import (
    KioskError,
    NotConnectedError,
    NotTrustedError,
    PortalDownError,
    PortalRefusedError,
    StorageError,
)
from kiosk.domain.outcomes import Outcome
from kiosk.domain.sync_status import SyncStatus, Trouble
from kiosk.protocol.queue import QueueCounts
from kiosk.sync.loop import SyncLoop
from kiosk.sync.ports import SyncReport
from tests.store.samples import NOW, Dice

PATIENCE_S = 20.0
"""Longest wait of a test for another thread; only a failure takes that long."""


class House:
    """Clock, engine and decisions of a loop, all in memory.

    Attributes:
        runs: one release for each sync that ended.
        answers: what the next syncs do; without one they succeed.
    """

    def __init__(self) -> None:
        self.answers: list[Callable[[], None]] = []
        self.runs = 0
        self.changed = threading.Condition()
        self.outcomes: dict[UUID, Outcome] = {}
        self.time = NOW
        self.reported: list[BaseException] = []
        self.at_once = 0
        self.clock_off = dt.timedelta(0)

    def now(self) -> dt.datetime:
        """The chosen time."""
        return self.time

    def run_once(self, now: dt.datetime, stopping: Callable[[], bool]) -> SyncReport:
        """One sync."""
        self.at_once += 1
        assert self.at_once == 1
        try:
            if self.answers:
                self.answers.pop(0)()
            return SyncReport(1, 0, self.clock_off)
        finally:
            self.at_once -= 1
            with self.changed:
                self.runs += 1
                self.changed.notify_all()

    def outcome(self, op_id: UUID) -> Outcome | None:
        """As decided."""
        return self.outcomes.get(op_id)

    def counts(self) -> QueueCounts:
        """Two wait, one is stuck."""
        return QueueCounts(2, NOW - dt.timedelta(minutes=5), 1, 3)

    def wait_runs(self, runs: int) -> None:
        """Until so many syncs ended."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.runs >= runs, PATIENCE_S)


@pytest.fixture
def house() -> House:
    """Everything the loop needs."""
    return House()


@pytest.fixture
def loop(house: House) -> Iterator[SyncLoop]:
    """A loop that would idle for an hour and back off for as long as the dice say."""
    made = SyncLoop(house, house, clock=house, entropy=Slow(), idle_s=3600, report=house.reported.append)
    yield made
    made.stop()


class Slow(Dice):
    """Always the longest wait."""

    def random_bytes(self, count: int) -> bytes:
        """The highest number."""
        return b"\xff" * count


def raising(error: Exception) -> Callable[[], None]:
    """A sync that fails."""

    def fail() -> None:
        raise error

    return fail


def tried(loop: SyncLoop, house: House) -> SyncStatus:
    """The status after one more whole sync."""
    loop.wait_for(uuid.uuid4(), PATIENCE_S)
    return loop.status()


@pytest.mark.rule("K1")
def test_waiting_ends_with_the_decision(loop: SyncLoop, house: House) -> None:
    """The ending waits for the portal's word and gets it from the sync that it asked for."""
    op_id = uuid.uuid4()
    loop.start()
    house.wait_runs(1)
    house.answers = [lambda: house.outcomes.update({op_id: Outcome.ACCEPTED})]
    assert loop.wait_for(op_id, PATIENCE_S) is Outcome.ACCEPTED


@pytest.mark.rule("K1")
def test_a_decision_in_the_midst_of_a_sync_is_enough(loop: SyncLoop, house: House) -> None:
    """The patient does not wait for the rest of a long sync: ``settled`` wakes who waits."""
    op_id = uuid.uuid4()
    hold = threading.Event()

    def long() -> None:
        house.outcomes[op_id] = Outcome.MINOR
        loop.settled()
        assert hold.wait(PATIENCE_S)

    house.answers = [long]
    loop.start()
    assert loop.wait_for(op_id, PATIENCE_S) is Outcome.MINOR
    assert house.runs == 0
    hold.set()


@pytest.mark.rule("K1")
def test_waiting_ends_early_without_a_connection(loop: SyncLoop, house: House) -> None:
    """Nobody looks at a busy screen for a portal that did not answer."""
    house.answers = [raising(NotConnectedError("no network"))] * 3
    loop.start()
    assert loop.wait_for(uuid.uuid4(), 3600) is None
    assert loop.status().trouble is Trouble.NO_NETWORK


def test_waiting_has_an_end(loop: SyncLoop, house: House) -> None:
    """With no time left, and after the loop has stopped, the answer is what is known."""
    op_id = uuid.uuid4()
    house.outcomes[op_id] = Outcome.ACCEPTED
    assert loop.wait_for(op_id, 0) is Outcome.ACCEPTED
    assert loop.wait_for(uuid.uuid4(), 0) is None
    loop.start()
    loop.stop()
    assert loop.wait_for(uuid.uuid4(), 3600) is None


@pytest.mark.rule("K1")
def test_a_kick_ends_a_pause_between_retries(loop: SyncLoop, house: House) -> None:
    """A new record does not wait for the quarter of an hour to pass."""
    house.answers = [raising(PortalRefusedError("busy", retry_after=900))]
    loop.start()
    house.wait_runs(1)
    loop.kick()
    house.wait_runs(2)


@pytest.mark.rule("K1")
def test_it_tries_again_by_itself(house: House) -> None:
    """After the pause, without anybody's kick; and so it goes on after successes."""
    house.answers = [raising(NotConnectedError("no network"))] * 3

    class Quick(Dice):
        def random_bytes(self, count: int) -> bytes:
            return bytes(count)

    loop = SyncLoop(house, house, clock=house, entropy=Quick(), idle_s=0)
    loop.start()
    house.wait_runs(6)
    loop.stop()


@pytest.mark.parametrize("error", [NotTrustedError("certificate"), PortalRefusedError("device_revoked")])
def test_a_portal_that_is_not_trusted_pauses_the_loop(house: House, error: KioskError) -> None:
    """It is not asked again by itself, however often the pause ends; a kick asks once more."""
    house.answers = [raising(error)]
    passed = threading.Semaphore(0)

    class Quick(Dice):
        def random_bytes(self, count: int) -> bytes:
            return bytes(count)

    loop = SyncLoop(house, house, clock=house, entropy=Quick(), idle_s=3600)
    wait = loop._changed.wait_for

    def counted(predicate: Callable[[], bool], timeout: float | None = None) -> bool:
        passed.release()
        return wait(predicate, timeout)

    loop._changed.wait_for = counted  # type: ignore[method-assign,assignment]
    loop.start()
    for _ in range(50):
        assert passed.acquire(timeout=PATIENCE_S)
    assert house.runs == 1
    loop.kick()
    house.wait_runs(2)
    loop.stop()
    assert loop.status().trouble is None


@pytest.mark.rule("K1")
def test_a_bug_does_not_end_the_loop(house: House) -> None:
    """It is reported, treated like a failure and, unlike distrust, tried again by itself."""
    bug = ZeroDivisionError("a bug")
    house.answers = [raising(bug)]

    class Quick(Dice):
        def random_bytes(self, count: int) -> bytes:
            return bytes(count)

    loop = SyncLoop(house, house, clock=house, entropy=Quick(), idle_s=3600, report=house.reported.append)
    loop.start()
    house.wait_runs(2)
    loop.stop()
    assert house.reported == [bug]


def test_stop_lets_a_sync_finish(loop: SyncLoop, house: House) -> None:
    """Nothing is torn off; afterwards the thread is gone and no kick brings it back."""
    begun, hold = threading.Event(), threading.Event()

    def long() -> None:
        begun.set()
        assert hold.wait(PATIENCE_S)

    house.answers = [long]
    loop.start()
    assert begun.wait(PATIENCE_S)
    stopper = threading.Thread(target=loop.stop)
    stopper.start()
    assert stopper.is_alive()
    hold.set()
    stopper.join(PATIENCE_S)
    assert not stopper.is_alive()
    assert not loop._thread.is_alive()
    loop.kick()
    assert house.runs == 1


def test_stop_waits_for_no_network_that_hangs(loop: SyncLoop, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever switches the device off has gone; what the late answer then finds closed is no bug."""
    monkeypatch.setattr("kiosk.sync.loop.STOP_S", 0)
    begun, hold = threading.Event(), threading.Event()

    def hangs() -> None:
        begun.set()
        assert hold.wait(PATIENCE_S)
        raise ValueError("the file is closed")

    house.answers = [hangs]
    loop.start()
    assert begun.wait(PATIENCE_S)
    loop.stop()
    assert house.runs == 0
    hold.set()
    loop._thread.join(PATIENCE_S)
    assert not loop._thread.is_alive()
    assert house.reported == []


def test_a_sync_is_told_that_the_loop_stops() -> None:
    """A long one ends between two turns."""
    told: list[bool] = []

    class Asks(House):
        def run_once(self, now: dt.datetime, stopping: Callable[[], bool]) -> SyncReport:
            told.append(stopping())
            made._stopping = True
            told.append(stopping())
            return SyncReport(1, 0)

    asks = Asks()
    made = SyncLoop(asks, asks, clock=asks, entropy=Slow(), idle_s=3600)
    made.start()
    made._thread.join(PATIENCE_S)
    assert told == [False, True]


@pytest.mark.rule("F6")
def test_each_change_of_trouble_is_told_once(house: House) -> None:
    """A week without a network is two lines in the log, when it began and when it ended, not one a minute."""
    told: list[Trouble | None] = []
    loop = SyncLoop(house, house, clock=house, entropy=Slow(), idle_s=3600, troubled=told.append)
    loop.start()
    away, refused = NotConnectedError("x"), PortalRefusedError("device_revoked")
    for error in (away, away, refused, None, None, away):
        house.answers = [raising(error)] if error else []
        tried(loop, house)
    loop.stop()
    assert told == [Trouble.NO_NETWORK, Trouble.REFUSED, None, Trouble.NO_NETWORK]


def test_a_loop_that_never_began_can_be_stopped(loop: SyncLoop) -> None:
    """Closing a device that was opened only to be looked at."""
    loop.stop()


class TestStatus:
    """What the desk sees at a glance (F6) is true."""

    @pytest.mark.rule("F6")
    def test_before_the_first_try(self, house: House) -> None:
        """An old success is no connection."""
        loop = SyncLoop(house, house, clock=house, entropy=Dice(), last_success=NOW - dt.timedelta(days=1))
        assert loop.status() == SyncStatus(
            connected=False,
            last_success=NOW - dt.timedelta(days=1),
            last_failure=None,
            trouble=None,
            waiting=2,
            waiting_since=NOW - dt.timedelta(minutes=5),
            stuck=1,
        )

    @pytest.mark.rule("F6")
    @pytest.mark.parametrize(
        ("error", "trouble"),
        [
            (NotConnectedError("x"), Trouble.NO_NETWORK),
            (NotTrustedError("x"), Trouble.NOT_TRUSTED),
            (PortalDownError("x"), Trouble.PORTAL_BUSY),
            (PortalRefusedError("busy"), Trouble.PORTAL_BUSY),
            (PortalRefusedError("unavailable"), Trouble.PORTAL_BUSY),
            (PortalRefusedError("device_revoked"), Trouble.REFUSED),
            (StorageError("x"), Trouble.DISK),
            (ZeroDivisionError("x"), Trouble.FAULT),
        ],
        ids=lambda value: repr(value) if isinstance(value, Exception) else value.name,
    )
    def test_after_success_failure_and_success(
        self, loop: SyncLoop, house: House, error: Exception, trouble: Trouble
    ) -> None:
        """Each kind of failure in its own words, since when, and forgotten when it works again."""
        loop.start()
        good = tried(loop, house)
        assert (good.connected, good.last_success, good.last_failure, good.trouble) == (True, NOW, None, None)
        house.time = later = NOW + dt.timedelta(minutes=1)
        house.answers = [raising(error)]
        bad = tried(loop, house)
        assert (bad.connected, bad.last_success, bad.last_failure, bad.trouble) == (False, NOW, later, trouble)
        house.time = last = NOW + dt.timedelta(minutes=2)
        again = tried(loop, house)
        assert (again.connected, again.last_success, again.trouble) == (True, last, None)

    @pytest.mark.rule("F6")
    def test_the_light_and_the_clock(self, loop: SyncLoop, house: House) -> None:
        """Connected only after a success, and only until the next failure; the clock's error is the last one known."""
        assert not loop.connected()
        house.clock_off = dt.timedelta(minutes=-6)
        loop.start()
        status = tried(loop, house)
        assert (loop.connected(), status.clock_off, status.clock_wrong) == (True, house.clock_off, True)
        house.answers = [raising(NotConnectedError("x"))]
        status = tried(loop, house)
        assert (loop.connected(), status.clock_wrong) == (False, True)
        house.clock_off = dt.timedelta(minutes=5)
        status = tried(loop, house)
        assert (loop.connected(), status.clock_wrong) == (True, False)
