"""Wrong tries while disconnected: five in fifteen minutes lock for fifteen minutes."""

import datetime as dt

import pytest

from kiosk.domain.tries import TRIES_OF_UNKNOWN, Tries

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


def after(*times: dt.datetime, limit: int = 5) -> Tries:
    """The counter after wrong tries at these times."""
    counter = Tries()
    for at in times:
        counter = counter.failed(at, limit)
    return counter


@pytest.mark.rule("S13")
def test_the_fifth_locks_for_fifteen_minutes() -> None:
    """At 14:59 it is locked, at 15:00 it is not; it takes five new ones to lock again."""
    counter = after(*(NOW + i * SECOND for i in range(5)))
    locked_at = NOW + 4 * SECOND
    assert counter.total == 5
    assert counter.wait(locked_at + 15 * MINUTE - SECOND) == SECOND
    assert counter.wait(locked_at + 15 * MINUTE) == dt.timedelta(0)
    again = counter
    for _ in range(4):
        again = again.failed(locked_at + 15 * MINUTE)
    assert not again.wait(locked_at + 15 * MINUTE)
    assert again.failed(locked_at + 15 * MINUTE).wait(locked_at + 15 * MINUTE) == 15 * MINUTE


@pytest.mark.rule("S13")
def test_four_lock_nothing() -> None:
    """And the first falls out of the window after fifteen minutes, not before."""
    four = [NOW, NOW + MINUTE, NOW + 2 * MINUTE, NOW + 3 * MINUTE]
    assert not after(*four).wait(NOW + 3 * MINUTE)
    assert after(*four, NOW + 15 * MINUTE - SECOND).wait(NOW + 15 * MINUTE - SECOND)
    assert not after(*four, NOW + 15 * MINUTE).wait(NOW + 15 * MINUTE)


@pytest.mark.rule("S13", "S44")
def test_tries_while_locked_neither_count_nor_extend() -> None:
    """The lock ends when it said it would."""
    locked = after(*[NOW] * 5)
    assert locked.failed(NOW + 10 * MINUTE) == locked


@pytest.mark.rule("K1")
def test_unknown_codes_have_more_room() -> None:
    """They are counted for all patients of the device together."""
    assert not after(*[NOW] * (TRIES_OF_UNKNOWN - 1), limit=TRIES_OF_UNKNOWN).wait(NOW)
    assert after(*[NOW] * TRIES_OF_UNKNOWN, limit=TRIES_OF_UNKNOWN).wait(NOW) == 15 * MINUTE
