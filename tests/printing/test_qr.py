"""The QR code by itself: size, version, module."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.activation import ActivationCode
from kiosk.printing import qr
from kiosk.printing.errors import LinkTooLongError

CODE = ActivationCode.from_entropy(b"\xff" * 9)


@pytest.mark.rule("F1")
def test_the_longest_host_fits_and_one_letter_more_is_refused() -> None:
    """A host has 36 characters at most, port included; a longer one is a typed fault that does not tell the code."""
    modules = qr.matrix(CODE.link("h" * 36))
    assert len(modules) == 4 * 4 + 17 + 2 * 4
    with pytest.raises(LinkTooLongError) as caught:
        qr.matrix(CODE.link("h" * 37))
    assert CODE.symbols not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_quiet_zone_is_four_light_modules_all_around() -> None:
    """ISO/IEC 18004: without it scanners do not find the code."""
    modules = qr.matrix(CODE.link("portal.example.org"))
    turned: list[list[bool]] = [list(column) for column in zip(*modules, strict=True)]
    for side in (modules[:4], modules[-4:], turned[:4], turned[-4:]):
        assert not any(any(row) for row in side)
    for edge in (modules[4], turned[4]):
        assert any(edge)


@given(wanted=st.floats(0.1, 3), dpi=st.integers(100, 2400))
def test_a_module_is_whole_pixels_and_never_below_half_a_millimetre(wanted: float, dpi: int) -> None:
    """Uneven modules, and those under 0.5 mm, are what scanners fail on."""
    pixels = qr.module_pixels(wanted, dpi)
    assert isinstance(pixels, int)
    assert pixels * 25.4 / dpi >= 0.5 - 1e-9


def test_at_203_dpi_half_a_millimetre_is_four_pixels() -> None:
    """4 pixels (0.5 mm) at the resolution of label printers."""
    assert qr.module_pixels(0.5, 203) == 4
