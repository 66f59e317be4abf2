"""The desk's screen before a real CUPS: a paused printer that is resumed, and a batch taken back midway (F2, F3)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.day_list import InvitationProgress
from kiosk.printing.cups import CupsQueue
from kiosk.printing.readback import read_codes
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.slip_step import SlipStep
from tests.printing.cups_server import CupsServer, running
from tests.ui.staff_fakes import ANAS_PIN, Desk, Timers, button, sign_in, text
from tests.ui.test_staff_enroll import fill
from tests.ui.test_staff_print import choose, many, press_print, problem

pytestmark = [pytest.mark.tier("cups"), pytest.mark.rule("F3")]


@pytest.fixture(scope="module")
def server() -> Iterator[CupsServer]:
    """Return a server with one printer."""
    with running() as server:
        server.add("front_desk")
        yield server


@dataclass(frozen=True, slots=True)
class Screen:
    """A desk with a slip that waits to be printed."""

    desk: Desk
    area: StaffArea
    timers: Timers

    def until(self, holds: Callable[[], bool]) -> None:
        """Let seconds pass, as far as the screen can tell, until something holds."""
        pause = threading.Event()
        for _ in range(100):
            if holds():
                return
            pause.wait(0.02)
            self.timers.pass_time(1)
        raise AssertionError(text(self.area, "slip_said") or problem(self.area))

    def asks(self) -> bool:
        """Whether somebody is to look at the paper."""
        return button(self.area, "labels_printed").isVisible()


@pytest.fixture
def screen(server: CupsServer, tmp_path: Path, qtbot: QtBot) -> Iterator[Screen]:
    """Return it, before that server."""
    server.printer_is("fine")
    desk, timers = Desk(), Timers()
    with desk.area(tmp_path, timers, printers=CupsQueue(server.address)) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        button(area, "make_invitation").click()
        yield Screen(desk, area, timers)


def test_a_paused_printer_is_resumed(server: CupsServer, screen: Screen) -> None:
    """It is said, nothing lies in its queue, and "Try again" prints that very slip, once."""
    area, before = screen.area, server.jobs()
    server.tool("cupsdisable", "front_desk")
    press_print(area)
    assert "is paused. Resume it" in problem(area)
    assert button(area, "print_slip").text() == "Try again"
    assert server.jobs() == before
    server.tool("cupsenable", "front_desk")
    button(area, "print_slip").click()
    screen.until(screen.asks)
    assert len(server.jobs() - before) == 1
    assert read_codes(server.last_printed()) == [[f"https://portal.example.org/a#{screen.desk.invitation.code}"]]


@pytest.mark.rule("F2")
def test_a_batch_is_taken_back_midway(server: CupsServer, screen: Screen) -> None:
    """The first part is on paper; the second is out of the queue for good, and is printed when asked again."""
    area, before = screen.area, server.jobs()
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(screen.desk, 62)
    step.show_made(session, *made)
    choose(area, "stock", "avery5160")
    server.printer_is("next-offline")
    press_print(area)
    screen.until(lambda: text(area, "slip_said") == "Printing … 60 of 62 are done.")
    first, second = sorted(server.jobs() - before)
    screen.until(lambda: "does not answer" in problem(area))
    button(area, "cancel_print").click()
    assert "2 of 62 are still to be printed" in problem(area)
    assert server.tool("lpstat", "-o") == "", "nothing waits in the queue"
    server.printer_is("fine")
    button(area, "print_slip").click()
    screen.until(screen.asks)
    (third,) = server.jobs() - before - {first, second}
    assert not (server.root / f"out/{second}.pdf").exists()
    codes = [code for job in (first, third) for page in read_codes(server.printed(job), 300) for code in page]
    assert sorted(codes) == sorted(one.code.link("portal.example.org") for one in made)
    numbers = {one.invitation_id for one in made}
    assert {row.progress for row in screen.desk.rows() if row.invitation_id in numbers} == {InvitationProgress.PRINTED}
