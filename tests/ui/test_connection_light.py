"""The light on the patients' screens (F6): one bit, for eyes and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kiosk.ui.widgets import TopBar
from kiosk.ui.widgets.connection_light import EVERY_MS
from tests.ui.staff_fakes import Timers

pytestmark = pytest.mark.rule("F6")


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[TopBar]:
    """The head of a patient screen."""
    made = TopBar("Lakeside Family Practice")
    made.resize(1280, 80)
    made.show()
    yield made
    delete(made)


def test_it_follows_the_connection(bar: TopBar) -> None:
    """Asked at once and every three seconds; its name says the same, and the two look different in black and white."""
    timers, answers = Timers(), [True]
    bar.light.watch(lambda: answers[-1], timers)
    assert bar.light.isVisible()
    assert bar.light.accessibleName() == "Connected"
    full = bar.light.grab().toImage().pixelColor(bar.light.width() // 2, bar.light.height() // 2)
    answers.append(False)
    timers.pass_time(EVERY_MS / 1000)
    assert bar.light.accessibleName() == "Not connected"
    ring = bar.light.grab().toImage().pixelColor(bar.light.width() // 2, bar.light.height() // 2)
    assert full.lightness() < ring.lightness()
    answers.append(True)
    timers.pass_time(EVERY_MS / 1000)
    assert bar.light.accessibleName() == "Connected"


def test_it_is_no_control(bar: TopBar) -> None:
    """Nothing to press, nothing to reach with Tab, and hidden where nobody knows."""
    assert not bar.light.isVisible()
    bar.light.watch(lambda: True, Timers())
    assert bar.light.focusPolicy().name == "NoFocus"
    assert QApplication.focusWidget() is not bar.light
