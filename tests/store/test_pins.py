"""Wrong PINs that several programs count at once: screens and commands share one file."""

import datetime as dt

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.staff import PinThrottle
from kiosk.store.local import LocalStore
from tests.store.samples import NOW, STAFF_ID, House

pytestmark = pytest.mark.rule("F5")


def test_no_other_program_counts_between_reading_and_writing(
    house: House, tablet: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of them would store the same number, and one wrong PIN would cost nothing."""
    other = house.local()
    other._db.execute("PRAGMA busy_timeout = 0")
    failed = PinThrottle.failed

    def while_another_tries(self: PinThrottle, now: dt.datetime) -> PinThrottle:
        with pytest.raises(StorageError):
            other.count_wrong_pin(STAFF_ID, now)
        return failed(self, now)

    monkeypatch.setattr(PinThrottle, "failed", while_another_tries)
    assert tablet.count_wrong_pin(STAFF_ID, NOW) == PinThrottle()
    monkeypatch.undo()
    assert other.count_wrong_pin(STAFF_ID, NOW) == PinThrottle(1)
    assert tablet.throttle(STAFF_ID) == PinThrottle(2)
    other.close()


@pytest.mark.parametrize("found", [PinThrottle(5, NOW + dt.timedelta(seconds=60)), PinThrottle(10)])
def test_a_try_that_does_not_count_is_not_counted(tablet: LocalStore, found: PinThrottle) -> None:
    """While tries wait they neither count nor make the wait longer."""
    tablet.set_throttle(STAFF_ID, found)
    assert tablet.count_wrong_pin(STAFF_ID, NOW) == found
    assert tablet.throttle(STAFF_ID) == found
