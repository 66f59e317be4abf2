"""How often something may be done within a rolling window, counted over restarts and together (S18, S44)."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kiosk.portal import limits
from kiosk.portal import tables as t
from tests.portal.house import House

SECOND = dt.timedelta(seconds=1)
RULES = ((1, limits.MINUTE), (5, limits.DAY))


def take(house: House, key: str = "one") -> dt.datetime | None:
    """Count a doing: once a minute, five a day."""
    return house.database.run(lambda connection: limits.take(connection, key, house.now, *RULES))


@pytest.mark.rule("S18")
def test_once_a_minute(house: House) -> None:
    """At 59 s it waits for the minute's end, at 60 s it goes; what waited was not counted."""
    began = house.now
    assert take(house) is None
    house.now = began + 59 * SECOND
    assert take(house) == began + limits.MINUTE
    house.now = began + 60 * SECOND
    assert take(house) is None
    assert [row.total for row in house.rows(t.lockouts)] == [2]


@pytest.mark.rule("S18")
def test_five_a_day_is_24_hours_rolling(house: House) -> None:
    """The sixth waits until the first is a day old, and the seventh until the second is."""
    began = house.now
    for hour in range(5):
        house.now = began + hour * limits.HOUR
        assert take(house) is None
    house.now = began + limits.DAY - SECOND
    assert take(house) == began + limits.DAY
    house.now = began + limits.DAY
    assert take(house) is None
    house.now += limits.MINUTE
    assert take(house) == began + limits.HOUR + limits.DAY


@pytest.mark.rule("S18")
def test_the_later_of_two_waits(house: House) -> None:
    """Both rules hold: whoever has used up the day is not told to come again in a minute."""
    began = house.now
    for minute in range(5):
        house.now = began + minute * limits.MINUTE
        take(house)
    house.now += 30 * SECOND
    assert take(house) == began + limits.DAY


def test_keys_are_apart(house: House) -> None:
    """One key's doings are not another's."""
    assert take(house, "one") is None
    assert take(house, "two") is None
    assert take(house, "one") is not None


@pytest.mark.rule("S18")
def test_together(house: House) -> None:
    """Eight at the same moment are one; so are eight after a restart."""
    barrier = Barrier(8)

    def one(_: int) -> bool:
        barrier.wait(timeout=30)
        return take(house) is None

    for _ in range(2):
        with ThreadPoolExecutor(8) as pool:
            done = list(pool.map(one, range(8)))
        assert sum(done) == 1
        house.database.close()
        house.now += limits.MINUTE


@pytest.mark.rule("S38", "S44")
def test_mails_and_checks_name_nobody(house: House) -> None:
    """Five mails a day to an address, sixty checks an hour at a device; the address stands in no table."""
    device_id = uuid.uuid4()
    mailed = [
        house.database.run(lambda c: limits.may_mail(c, house.keys, "maria@example.org", house.now)) for _ in range(6)
    ]
    assert mailed == [True] * 5 + [False]
    checked = [house.database.run(lambda c: limits.identity_check(c, device_id, house.now)) for _ in range(61)]
    assert checked == [None] * 60 + [house.now + limits.HOUR]
    assert "maria" not in str(house.rows(t.lockouts))
