"""From a device out of the box to the welcome screen, and through the next start, as staff do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kiosk import app, windows
from kiosk.config import Config
from kiosk.demo.player import Player
from kiosk.domain.errors import DiskFullError
from kiosk.vault.startup import StartupState
from tests.journeys.house import House

PASSPHRASE = "correct horse 7"


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[], tuple[app.Program, StartupState | None]]]:
    """Return what starts the program on this test's device; each is ended before the next one starts."""
    windows.prepare(qapp, "en")
    running: list[app.Program] = []
    config = Config(
        data_folder=tmp_path / "tablet" / "device",
        log_folder=tmp_path / "log",
        slips_folder=tmp_path / "slips",
        full_screen=False,
    )

    def make() -> tuple[app.Program, StartupState | None]:
        while running:
            running.pop().close()
        program = app.Program(qapp, config, desk=False)
        running.append(program)
        return program, program.show()

    yield make
    while running:
        running.pop().close()


def in_front_of(folder: Path, name: str) -> Player:
    """Stand before the one window that is open."""
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.findChild(QWidget, name))
    return Player(window, folder, "staff", lambda picture, title: None)


@pytest.mark.rule("K2")
def test_enrol_by_ticket_then_unlock_by_passphrase(
    start: Callable[[], tuple[app.Program, StartupState | None]], house: House, tmp_path: Path
) -> None:
    """Ticket and a new passphrase lead to the welcome screen; the next start asks for the passphrase."""
    _, state = start()
    assert state is StartupState.FIRST_RUN
    staff = in_front_of(tmp_path, "first_run")
    staff.keys("ticket", house.ticket("tablet"))
    staff.keys("passphrase", PASSPHRASE)
    staff.keys("passphrase_again", PASSPHRASE)
    staff.tap("first_run_go")
    staff.wait_until(lambda: not isValid(staff.window), "the enrolment")
    in_front_of(tmp_path, "create_account").find("create_account")

    _, state = start()
    assert state is StartupState.LOCKED
    staff = in_front_of(tmp_path, "unlock")
    staff.keys("unlock_passphrase", "wrong horse 77")
    staff.tap("unlock_go")
    problem = staff.window.findChild(QLabel, "unlock_problem")
    assert problem is not None
    staff.wait_until(lambda: problem.text() == "This passphrase does not open this device.", "the refusal")
    line = staff.window.findChild(QLineEdit, "unlock_passphrase")
    assert line is not None
    line.clear()
    staff.keys("unlock_passphrase", PASSPHRASE)
    staff.tap("unlock_go")
    staff.wait_until(lambda: not isValid(staff.window), "the unlocking")
    in_front_of(tmp_path, "create_account").find("create_account")


@pytest.mark.rule("K2")
def test_enrolled_but_not_opened_is_still_enrolled(
    start: Callable[[], tuple[app.Program, StartupState | None]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ticket is used up then: the passphrase is asked for, and what keeps the device shut is said and logged."""
    logged: list[str] = []
    monkeypatch.setattr("kiosk.log.report", lambda error: logged.append(type(error).__name__))
    program, state = start()
    assert state is StartupState.FIRST_RUN

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("no room left on the disk")

    monkeypatch.setattr(app, "enrol_device", lambda *_, **__: None)
    monkeypatch.setattr(app, "open_device", full)
    staff = in_front_of(tmp_path, "first_run")
    staff.keys("ticket", "kiosk-enrol:1?u=https://portal.riverside.example&c=ABCD&k=0123")
    staff.keys("passphrase", PASSPHRASE)
    staff.keys("passphrase_again", PASSPHRASE)
    staff.tap("first_run_go")
    staff.wait_until(lambda: not isValid(staff.window), "the enrolment")
    staff = in_front_of(tmp_path, "unlock")
    staff.keys("unlock_passphrase", PASSPHRASE)
    staff.tap("unlock_go")
    problem = staff.window.findChild(QLabel, "unlock_problem")
    assert problem is not None
    staff.wait_until(lambda: problem.text().startswith("The disk is full."), "the reason")
    assert logged == ["DiskFullError"] * 2
    assert program._device is None


@pytest.mark.rule("K2")
def test_a_disk_that_is_full_at_the_start_is_called_so(
    start: Callable[[], tuple[app.Program, StartupState | None]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not a damage, after which somebody would delete the files with all that waits in them."""

    def full(*_: object, **__: object) -> None:
        raise DiskFullError("no room left on the disk")

    monkeypatch.setattr(app, "open_device", full)
    _, state = start()
    assert state is None
    reason = in_front_of(tmp_path, "not_ready").window.findChild(QLabel, "not_ready_reason")
    assert reason is not None
    assert reason.text() == "Staff: The disk is full. Make room on it and try again: nothing is lost."
