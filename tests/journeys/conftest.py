"""What the journeys share: one house for all, and for each test an enrolled tablet, its window and an orderly end."""

from __future__ import annotations

import gc
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import windows
from kiosk.demo.player import Player
from kiosk.device import Device
from kiosk.domain import credentials
from kiosk.ui.background import Background
from kiosk.ui.idle import IdleWatch
from tests.journeys.home import ARGUMENTS, Home
from tests.journeys.house import PIN, House, house_in
from tests.journeys.steps import Receptionist


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass the one warning that the offscreen platform gives for every window: it has no window manager."""
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def _hashes_at_the_least_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let devices hash as cheaply as the portal takes it: a quarter of today's cost, which tests/domain proves."""
    monkeypatch.setattr(credentials, "BCRYPT_COST", 10)


@pytest.fixture(scope="session")
def standing_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Build the house once; patients differ in every test."""
    with house_in(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def house(standing_house: House) -> Iterator[House]:
    """Return the house with a whole line, whatever the test before did to it."""
    standing_house.line.mends()
    yield standing_house
    standing_house.line.mends()


@pytest.fixture
def new_device(house: House, tmp_path: Path) -> Iterator[Callable[..., Device]]:
    """Return what enrols another tablet; all are closed at the end."""
    made: list[Device] = []

    def make(name: str = "tablet", **how: object) -> Device:
        made.append(house.enrolled(tmp_path / name / "device", "tablet", **how))  # type: ignore[arg-type]  # passed on
        return made[-1]

    yield make
    house.line.mends()
    for device in made:
        device.close()


@dataclass
class Stage:
    """A device with its window and somebody before it."""

    folder: Path
    device: Device
    window: QWidget
    player: Player
    background: Background

    def synced(self) -> None:
        """Let the device sync until it holds nothing."""
        self.device.loop.kick()
        self.player.wait_until(lambda: self.device.outbox.counts().held == 0, "the sync")


@pytest.fixture
def stages(house: House, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Stage]]:
    """Return what sets up a tablet or a desk with its window; takes all down without a trace."""
    made: list[Stage] = []

    def make(role: str, name: str = "", device: Device | None = None, **how: object) -> Stage:
        folder = tmp_path / (name or role)
        if device is None:
            device = house.enrolled(folder / "device", role, **how)  # type: ignore[arg-type]  # passed on
        background = Background()
        windows.prepare(qapp, "en")
        slips = tmp_path / "slips"
        window: QWidget
        if role == "tablet":
            window = windows.patient_window(qapp, device, background)
        else:
            window = windows.desk_window(device, background, slips_folder=slips)
        window.resize(*windows.WINDOW_SIZE)
        window.show()
        device.start()
        player = Player(window, tmp_path, name or role, lambda name, title: None)
        made.append(Stage(folder, device, window, player, background))
        return made[-1]

    yield make
    house.line.mends()
    for stage in made:
        stage.window.hide()
        stage.background.shutdown()
        stage.device.close()
        with qtbot.waitSignal(stage.window.destroyed):
            stage.window.deleteLater()
    for watch in qapp.findChildren(IdleWatch):
        qapp.removeEventFilter(watch)
        watch.deleteLater()
    made.clear()
    gc.collect()  # here, in the thread of Qt's objects: a later collection may run in any worker
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith(("sync", "background"))]
    assert left == [], "threads outlived their device"


@pytest.fixture
def tablet(stages: Callable[..., Stage]) -> Stage:
    """Return a tablet in the waiting room."""
    return stages("tablet")


@pytest.fixture
def hilltop(house: House, stages: Callable[..., Stage]) -> Stage:
    """Return a tablet of the second practice."""
    return stages("tablet", name="hilltop", practice_id=house.second_practice())


@pytest.fixture
def receptionist(stages: Callable[..., Stage], tmp_path: Path) -> Callable[..., Receptionist]:
    """Return what seats somebody, signed in, at a desk that reaches the portal past the breakable line."""

    def seat(name: str = "desk", **how: object) -> Receptionist:
        stage = stages("desk", name=name, **{"direct": True, **how})
        seated = Receptionist(stage.player, PIN, tmp_path / "slips", stage.device)
        seated.signs_in()
        return seated

    return seat


@pytest.fixture
def desk(receptionist: Callable[..., Receptionist]) -> Receptionist:
    """Return somebody at the practice's desk, signed in."""
    return receptionist()


@pytest.fixture
def hilltop_desk(house: House, receptionist: Callable[..., Receptionist]) -> Receptionist:
    """Return somebody at the second practice's desk, signed in."""
    return receptionist("hilltop_desk", practice_id=house.second_practice())


@pytest.fixture(scope="module")
def browser(standing_house: House) -> Iterator[Browser]:
    """Return Debian's Chromium, for which all practices' hosts are the portal process; for the tier `chromium`.

    Not for the session: while one runs, nothing else in this thread can use an event loop of asyncio.
    """
    path = shutil.which("chromium")
    assert path is not None, "the tier makes sure that it is there"
    rule = f"--host-resolver-rules=MAP *.example:80 {standing_house.portal.url.removeprefix('http://')}"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, rule])
        yield started
        started.close()


@pytest.fixture
def home(browser: Browser, house: House) -> Iterator[Home]:
    """Return the patient's own browser, at home."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(20_000)
    yield Home(house, context.new_page())
    context.close()
