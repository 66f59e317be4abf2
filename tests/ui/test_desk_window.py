"""The desk's window closes, or the system ends the program: no code is lost unasked, none comes out later (F3)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kiosk import config
from kiosk.app import Program
from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.staff import AuditAction
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background
from kiosk.ui.staff.import_page import ImportPage
from kiosk.ui.staff.print_run import PrintRun
from kiosk.ui.staff.slips import Made, Slips
from kiosk.windows import DeskWindow
from tests.ui.staff_fakes import ANAS_PIN, Desk, HandTimer, Later, Timers, button, sign_in, text
from tests.ui.staff_scenes import sheet_of
from tests.ui.test_staff_enroll import all_texts, fill
from tests.ui.test_staff_print import Noted, Printers, many, press_print

pytestmark = pytest.mark.rule("F3", "K3")


@pytest.fixture
def desk() -> Desk:
    """Return a desk."""
    return Desk()


@pytest.fixture
def printers() -> Printers:
    """Return printers that take a while."""
    made = Printers()
    made.now = PrintState.WAITING
    return made


@pytest.fixture
def background() -> Later:
    """Return workers that wait when they are told to."""
    return Later()


@pytest.fixture
def window(desk: Desk, printers: Printers, background: Later, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    """Return the real window, with Ana signed in."""
    with desk.area(tmp_path, Timers(), can_leave=False, printers=printers, background=background) as area:
        made = DeskWindow(area, "Lakeside Family Practice")
        made.show()
        sign_in(area, 0, ANAS_PIN)
        yield made
        if isValid(made):
            area.setParent(None)
            made.deleteLater()


def make_slip(window: DeskWindow) -> None:
    """Enroll Maria; her slip waits."""
    fill(window.area)
    button(window.area, "make_invitation").click()


@pytest.mark.rule("F5")
def test_it_closes_like_any_other(window: DeskWindow, desk: Desk) -> None:
    """Nothing is unfinished: it closes at once, and the trail says that Ana left."""
    assert window.close()
    assert desk.acts[-1] is AuditAction.SIGNED_OUT
    assert window.area.session is None


@pytest.mark.rule("F1")
def test_a_slip_that_is_still_to_be_printed_holds_it(window: DeskWindow, desk: Desk) -> None:
    """Its code stands nowhere else: it asks kindly, and the button that Enter presses keeps everything."""
    make_slip(window)
    assert not window.close()
    assert "Slips are still to be printed." in text(window.area, "close_question_body")
    button(window.area, "close_question_primary").click()
    assert button(window.area, "save_slip").isVisible()
    assert desk.acts[-1] is AuditAction.INVITATION_MADE
    button(window.area, "save_slip").click()
    assert window.close()


@pytest.mark.rule("F5")
@pytest.mark.parametrize("locked", [False, True])
def test_whoever_closes_all_the_same_takes_the_job_back(
    window: DeskWindow, desk: Desk, printers: Printers, locked: bool
) -> None:
    """Also at the locked door: the page leaves the printer's queue, and who was here is signed out."""
    make_slip(window)
    press_print(window.area)
    if locked:
        window.area.lock()
    assert not window.close()
    button(window.area, "close_question_secondary").click()
    assert not window.isVisible()
    assert printers.taken_back == [1]
    assert desk.acts[-2:] == [AuditAction.PRINT_CANCELLED, AuditAction.SIGNED_OUT]
    assert desk.invitation.number not in "\n".join(all_texts())


@pytest.mark.rule("F2")
def test_an_import_on_its_way_holds_it(window: DeskWindow, desk: Desk, background: Later, tmp_path: Path) -> None:
    """The codes that it makes stand nowhere else; stopped, what is made waits under "Needs attention"."""
    sheet = tmp_path / "monday.csv"
    sheet.write_text(sheet_of(3), encoding="utf-8")
    button(window.area, "nav_import").click()
    (page,) = window.area.findChildren(ImportPage)
    page.open_file(str(sheet))
    background.held = True
    button(window.area, "sheet_import").click()
    assert not window.close()
    background.play()
    assert not window.close(), "the slips"
    button(window.area, "close_question_secondary").click()
    assert not window.isVisible()
    assert {row.progress for row in desk.rows()} == {InvitationProgress.READY}


@pytest.mark.rule("F5")
def test_the_system_ends_the_program(
    window: DeskWindow, desk: Desk, printers: Printers, qapp: QApplication, tmp_path: Path
) -> None:
    """SIGTERM asks nobody: the job is taken back and noted, and who was here is signed out, before the files close."""
    make_slip(window)
    press_print(window.area)
    program = Program(qapp, config.load({"data_folder": str(tmp_path / "device")}, {}, None), desk=True)
    program._window = window
    program.close()
    assert printers.taken_back == [1]
    assert desk.acts[-2:] == [AuditAction.PRINT_CANCELLED, AuditAction.SIGNED_OUT]
    assert not isValid(window)


def test_a_job_that_the_queue_takes_at_the_last_moment(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """The program ends while the pages are on their way: the worker that sends them takes them back itself."""
    entered, gate = threading.Event(), threading.Event()
    printers, notes = Printers(), Noted()
    slips = Slips(tmp_path, desk.practice, printers)

    def send(_made: Sequence[Made], _paper: Paper, printer: str) -> int | PrintState:
        entered.set()
        gate.wait(30)
        return printers.send(printer, b"", "")

    slips.send = send  # type: ignore[method-assign,assignment]  # the pages do not matter here
    background = Background()
    run = PrintRun(slips, background, HandTimer(), None)
    _, (mine,) = many(desk, 1)
    run.start([mine], Paper(), "Labels", notes)
    assert entered.wait(30)
    run.drop()
    gate.set()
    background.shutdown()
    assert printers.taken_back == [1]
    assert (notes.printed, notes.back) == ([], [mine])
