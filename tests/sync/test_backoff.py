"""When to try again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.backoff import MAX_S, delay_s
from tests.store.samples import Dice


class Loaded(Dice):
    """Always the same bytes."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def random_bytes(self, count: int) -> bytes:
        """The chosen bytes."""
        assert count == len(self.raw)
        return self.raw


@pytest.mark.rule("K1")
@given(failures=st.integers(1, 10_000), raw=st.binary(min_size=4, max_size=4))
def test_full_jitter_within_its_bounds(failures: int, raw: bytes) -> None:
    """From nothing to the ceiling, which doubles from 2 s to 15 minutes and no further."""
    delay = delay_s(failures, Loaded(raw))
    assert 0 <= delay < min(MAX_S, 2.0 * 2 ** min(failures, 30))
    assert delay_s(failures, Loaded(bytes(4))) == 0


@pytest.mark.rule("K1")
def test_the_ceiling_doubles() -> None:
    """The longest wait after one, two, three … failures."""
    top = [round(delay_s(failures, Loaded(b"\xff" * 4)), 3) for failures in (1, 2, 3, 8, 9, 500)]
    assert top == [4, 8, 16, 512, 900, 900]


@given(asked=st.floats(-10, 10**9), failures=st.integers(1, 99))
def test_the_portals_wish_wins(asked: float, failures: int) -> None:
    """``Retry-After``, but never longer than 15 minutes."""
    assert delay_s(failures, Dice(), retry_after=asked) == min(max(asked, 0), MAX_S)
