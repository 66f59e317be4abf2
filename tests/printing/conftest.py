"""What the tests of paper share: a Qt application for fonts, and a slip of somebody made up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, Protocol

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Language
from kiosk.printing.slip import Slip


class MakeSlip(Protocol):
    """Makes a slip that differs from Maria's in what is given."""

    def __call__(self, **changes: Any) -> Slip:
        """Make it."""


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Qt finds fonts only with an application."""


@pytest.fixture(scope="session")
def make_slip() -> MakeSlip:
    """Return a maker of slips."""
    maria = Slip(
        practice_name="Cedar Hill Family Practice",
        first_name="Maria",
        last_initial="G",
        code=ActivationCode.from_entropy(bytes(range(9))),
        number="INV-7F3K",
        host="portal.example.org",
        expires=dt.date(2026, 12, 6),
        language=Language.ENGLISH,
    )
    return lambda **changes: replace(maria, **changes)
