"""Sets the stage for the story: Qt, an enrolled tablet and desk with their windows; then judges what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import app, log
from kiosk.demo import report
from kiosk.demo.backstage import Backstage
from kiosk.demo.people import DISCONNECTED, INVITED, SIGNS_UP
from kiosk.demo.player import Player, PlayError
from kiosk.demo.story import House, Story
from kiosk.demo.witness import portal_facts, tablet_facts
from kiosk.device import Device, enrol_device, open_device
from kiosk.domain.errors import NotReadyError
from kiosk.ui.background import Background


def play_in(house: Backstage, output: Path) -> bool:
    """Play the three journeys and write the report; True if all is as promised."""
    qInstallMessageHandler(_quiet)
    log.install(output / "tablet" / "log")
    qt = QApplication.instance() or QApplication([])
    if not isinstance(qt, QApplication):
        raise NotReadyError("another kind of Qt application runs in this process")
    app.prepare(qt, "en")
    pictures = output / report.PICTURES
    pictures.mkdir()
    tablet, desk = (_enrolled(house, output / role, role) for role in ("tablet", "desk"))
    background = Background()
    windows: list[QWidget] = []
    story: Story | None = None
    problem = ""
    try:
        slips = output / "slips"
        windows = [
            app.patient_window(qt, tablet, background, slips_folder=slips),
            app.desk_window(desk, background, slips_folder=slips),
        ]
        for window in windows:
            window.resize(*app.WINDOW_SIZE)
            window.show()
        print("A tablet and a desk are enrolled.", flush=True)

        def taken(name: str, title: str) -> None:
            if story is not None:
                story.picture_taken(name, title)

        story = Story(
            House(
                tablet=Player(windows[0], pictures, "tablet", taken),
                desk=Player(windows[1], pictures, "desk", taken),
                tablet_device=tablet,
                desk_device=desk,
                portal=house.portal,
                slips_folder=slips,
                pin=house.pin,
                say=_say,
            )
        )
        for journey in (story.sign_up, story.invitation, story.disconnected):
            journey()
        for person in (SIGNS_UP, INVITED, DISCONNECTED):
            house.mail.wait_for(person.email)
    except (PlayError, TimeoutError, RuntimeError) as error:
        problem = str(error)
        print(f"  Not as promised: {problem}", file=sys.stderr, flush=True)
    finally:
        for window in windows:
            app.destroy(window)
        background.shutdown()
        tablet.close()
        desk.close()
    journeys = story.played if story else []
    people = [journey.person for journey in journeys]
    facts = report.Facts(
        journeys=journeys,
        portal=portal_facts(house.portal),
        tablet=tablet_facts(output / "tablet" / "device", [output / "tablet" / "log"], people),
        slip=story.slip if story else None,
        decoded=story.decoded if story else "",
        mails=house.mail.mails(),
    )
    report.write(output, facts)
    _say(report.table(facts))
    return not problem and report.as_promised(facts)


def _enrolled(house: Backstage, folder: Path, role: str) -> Device:
    enrol_device(folder / "device", house.ticket(role), None)
    state, device = open_device(folder / "device", None)
    if device is None:
        raise NotReadyError(f"the {role} did not open: {state.value}")
    device.engine.run_once(device.clock.now())
    device.start()
    return device


def _quiet(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's notes on the offscreen platform are no news to anybody; faults are."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        print(f"Qt: {message}", file=sys.stderr)


def _say(text: str) -> None:
    print(text, flush=True)
