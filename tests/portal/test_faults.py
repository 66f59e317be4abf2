"""What the portal logs of a fault."""

from __future__ import annotations

import logging

import pytest

from kiosk.portal import faults


def _raised(text: str) -> Exception:
    try:
        int(text)
    except ValueError as error:
        return error
    raise AssertionError


def test_type_and_place_alone(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the message nor a value of the fault is written: it may be what a patient typed."""
    faults.log(logging.getLogger("portal"), _raised("Okafor"), "sweep")
    (said,) = caplog.messages
    assert said.startswith("sweep: ValueError at portal/test_faults.py:")
    assert said.endswith(" in _raised")
    assert "Okafor" not in said
