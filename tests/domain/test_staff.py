"""Staff PINs and the throttle against guessing them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staff import Pin, PinRefusal, PinThrottle

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@pytest.mark.rule("F5")
@pytest.mark.parametrize("typed", ["290417", "112233", "121212", "135790", "123457", "987653", "290417290417"])
def test_pins_of_six_to_twelve_digits(typed: str) -> None:
    """Any digits that are no run."""
    assert Pin.parse(typed) == Pin(typed)


@pytest.mark.rule("F5")
@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", PinRefusal.LENGTH),
        ("29041", PinRefusal.LENGTH),
        ("2904172904172", PinRefusal.LENGTH),
        ("29041a", PinRefusal.DIGITS),
        ("290417\n", PinRefusal.DIGITS),
        (" 290417", PinRefusal.DIGITS),
        ("٢٩٠٤١٧", PinRefusal.DIGITS),
        ("²90417", PinRefusal.DIGITS),
        ("000000", PinRefusal.RUN),
        ("123456", PinRefusal.RUN),
        ("654321", PinRefusal.RUN),
        ("7890123", PinRefusal.RUN),
        ("3210987", PinRefusal.RUN),
    ],
)
def test_other_pins_are_refused(typed: str, refusal: PinRefusal) -> None:
    """Too short, too long, no ASCII digits, all equal, counting up or down, also past nine."""
    assert Pin.parse(typed) is refusal


@pytest.mark.rule("F5")
@given(st.text("0123456789", max_size=14))
def test_a_pin_is_refused_exactly_for_its_length_or_a_run(typed: str) -> None:
    """Against the rule written a second way: a run is a piece of the digits in a circle, forwards or back."""
    circle = "0123456789" * 3
    run = typed in circle or typed in circle[::-1] or len(set(typed)) == 1
    assert isinstance(Pin.parse(typed), Pin) == (6 <= len(typed) <= 12 and not run)


def _failed(times: int) -> PinThrottle:
    throttle = PinThrottle()
    for _ in range(times):
        throttle = throttle.failed(NOW)
    return throttle


@pytest.mark.rule("F5")
@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (1, 0), (4, 0), (5, 60), (6, 120), (7, 240), (8, 480), (9, 960)]
)
def test_the_wait_starts_with_the_fifth_wrong_pin_and_doubles(failures: int, seconds: int) -> None:
    """Four slips cost nothing, the fifth a minute, each further one twice as long."""
    throttle = _failed(failures)
    assert throttle.failures == failures
    assert throttle.wait(NOW) == dt.timedelta(seconds=seconds)
    assert not throttle.disabled


@pytest.mark.rule("F5")
def test_the_wait_ends_to_the_second() -> None:
    """One second before the end one second is left, at the end none, and never less than none."""
    throttle = _failed(5)
    assert throttle.wait(NOW + dt.timedelta(seconds=59)) == dt.timedelta(seconds=1)
    assert throttle.wait(NOW + dt.timedelta(seconds=60)) == dt.timedelta(0)
    assert throttle.wait(NOW + dt.timedelta(days=1)) == dt.timedelta(0)


@pytest.mark.rule("F5")
def test_ten_wrong_pins_disable() -> None:
    """After the tenth no wait helps, only a manager."""
    assert not _failed(9).disabled
    assert _failed(10).disabled
    assert _failed(11).disabled
    assert _failed(10).wait(NOW + dt.timedelta(days=365)) == dt.timedelta.max
