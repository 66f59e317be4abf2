"""What the tests of the screens share: the theme and language of a fresh start, and a clock that is wound by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.i18n import Translator
from kiosk.ui.theme import Appearance, apply_theme, look

if TYPE_CHECKING:
    from tests.ui.fakes import Kiosk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass the one warning that the offscreen platform gives for every window: it has no window manager."""
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


class ManualTimer(QObject):
    """A timer that rings when the test says so."""

    timeout = Signal()

    def __init__(self) -> None:
        """Make a stopped timer."""
        super().__init__()
        self._msec: int | None = None

    def start(self, msec: int, /) -> None:
        """Note the time asked for."""
        self._msec = msec

    def stop(self) -> None:
        """Forget it."""
        self._msec = None

    def asked_for(self) -> int | None:
        """Return the time that the running timer waits for, in milliseconds."""
        return self._msec

    def ring(self) -> None:
        """Let the time pass.

        Raises:
            AssertionError: nobody started the timer.
        """
        assert self._msec is not None, "the timer is not running"
        self._msec = None
        self.timeout.emit()


@pytest.fixture
def timer() -> ManualTimer:
    """Return a timer wound by hand."""
    return ManualTimer()


@pytest.fixture
def timer_factory(timer: ManualTimer) -> Callable[[], ManualTimer]:
    """Return a factory that hands out `timer`."""
    return lambda: timer


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> None:
    """The application's font and palette, once."""
    apply_theme(qapp, Appearance())


@pytest.fixture(autouse=True)
def fresh_look(qapp: QApplication, theme: None) -> Iterator[None]:
    """Start each test in English, at 100 %, in the light theme, and leave nothing behind."""
    if look().appearance != Appearance():
        apply_theme(qapp, Appearance())
    Translator.install(qapp, "en")
    yield
    Translator.install(qapp, "en")


@pytest.fixture
def kiosk(qtbot: QtBot, qapp: QApplication) -> Iterator[Kiosk]:
    """Return an open kiosk whose background works when the test says so."""
    from tests.ui.fakes import FakeStaff, Kiosk, ManualBackground  # here: they need the timer above

    background = ManualBackground()
    made = Kiosk(qapp, background, staff_area_factory=FakeStaff)
    made.window.resize(1280, 800)
    with qtbot.waitActive(made.window):
        made.window.show()
    yield made
    made.close()
    background.shutdown()
