"""Steady time: locks run by it, and nothing that happens meanwhile pushes it."""

import datetime as dt
from collections.abc import Callable

import pytest

from kiosk.store.steady import SteadyTime
from tests.store.samples import NOW

pytestmark = pytest.mark.rule("S13", "K1")

HOUR = dt.timedelta(hours=1)


class Interrupted:
    """A monotonic clock; when it is read, another thread comes between."""

    def __init__(self) -> None:
        """Stand at zero."""
        self.seconds = 0.0
        self.between: Callable[[], object] | None = None

    def __call__(self) -> float:
        """Let the other thread do its work, which reads the clock as well."""
        between, self.between = self.between, None
        if between is not None:
            between()
            self.between = between
        return self.seconds


@pytest.fixture
def clock() -> Interrupted:
    """A clock that nobody interrupts yet."""
    return Interrupted()


@pytest.fixture
def steady(clock: Interrupted) -> SteadyTime:
    """What was known an hour ago."""
    made = SteadyTime(NOW, clock)
    clock.seconds = HOUR.total_seconds()
    return made


def test_who_asks_while_the_portal_is_met_sees_no_jump(clock: Interrupted, steady: SteadyTime) -> None:
    """A lock must not end early, nor begin anew, because a sync came in just then."""
    seen: set[dt.datetime] = set()
    clock.between = lambda: seen.add(steady.now())
    assert steady.met(NOW + 2 * HOUR) == NOW + 2 * HOUR
    assert seen == {NOW + HOUR}
    assert steady.now() == NOW + 2 * HOUR


def test_a_sync_in_the_middle_of_a_question_moves_nothing_twice(clock: Interrupted, steady: SteadyTime) -> None:
    """The answer is the time before the sync or after it."""
    clock.between = lambda: steady.met(NOW + 2 * HOUR)
    assert steady.now() in (NOW + HOUR, NOW + 2 * HOUR)
    clock.between = None
    assert steady.now() == NOW + 2 * HOUR
