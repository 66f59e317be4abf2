"""Sets the stage for the scenes: Qt, three enrolled devices with their windows; then judges what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import log, windows
from kiosk.demo import report
from kiosk.demo.backstage import Backstage
from kiosk.demo.people import CAST, NORTHGATE, RIVERSIDE
from kiosk.demo.player import Player, PlayError
from kiosk.demo.scenes import SCENES
from kiosk.demo.scenes.house import House, Place, keeper
from kiosk.demo.witness import portal_facts, tablet_facts
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.errors import NotReadyError
from kiosk.printing.queue import NoPrinters
from kiosk.ui.background import Background

TABLET, DESK, OTHER_TABLET = "tablet", "desk", "northgate-tablet"
"""The devices' folders; their pictures begin with the same words."""


def play_in(behind: Backstage, output: Path) -> bool:
    """Play all scenes and write the report; True if all is as promised."""
    qInstallMessageHandler(_quiet)
    log.install(output / TABLET / "log")
    qt = QApplication.instance() or QApplication([])
    if not isinstance(qt, QApplication):
        raise NotReadyError("another kind of Qt application runs in this process")
    windows.prepare(qt, "en")
    (output / report.PICTURES).mkdir()
    background = Background()
    devices: list[Device] = []
    shown: list[QWidget] = []
    house: House | None = None
    problem = ""

    def place(name: str, practice: str, practice_id: str) -> Place:
        role = "desk" if name == DESK else "tablet"
        device = _enrolled(output / name / "device", behind.ticket(practice_id, role))
        devices.append(device)
        slips = output / "slips"
        window: QWidget
        if role == "desk":
            # Slips of made-up people: whatever printers this machine has, nothing comes out of them.
            window = windows.desk_window(device, background, slips_folder=slips, printers=NoPrinters())
        else:
            window = windows.patient_window(qt, device, background)
        shown.append(window)
        window.resize(*windows.WINDOW_SIZE)
        window.show()
        device.start()
        player = Player(window, output / report.PICTURES, name, keeper(lambda: house, report.PICTURES))
        return Place(practice, player, device)

    try:
        places = (
            place(TABLET, RIVERSIDE.name, behind.riverside),
            place(DESK, RIVERSIDE.name, behind.riverside),
            place(OTHER_TABLET, NORTHGATE.name, behind.northgate),
        )
        print(f"{RIVERSIDE.name} has a tablet and a desk, {NORTHGATE.name} a tablet; all are enrolled.", flush=True)
        house = House(behind, places, output)
        for scene in SCENES:
            scene(house)
    except (PlayError, TimeoutError, RuntimeError) as error:
        problem = str(error)
        print(f"   Not as promised: {problem}", file=sys.stderr, flush=True)
    finally:
        for window in shown:
            windows.destroy(window)
        background.shutdown()
        for device in devices:
            device.close()
    if house is None:
        return False
    facts = report.Facts(
        journeys=house.played,
        promised=house.promised,
        portal=portal_facts(behind.portal),
        tablets=[tablet_facts(output / name, CAST) for name in (TABLET, OTHER_TABLET)],
        slip=house.slip,
        decoded=house.decoded,
        mails=behind.mail.mails(),
        texts=behind.phones.texts(),
    )
    found = report.broken_promises(facts, len(SCENES))
    broken = [problem, *found] if problem else found
    report.write(output, facts, broken)
    print(report.table(facts), flush=True)
    for line in found:
        print(f"Not as promised: {line}", file=sys.stderr, flush=True)
    return not broken


def _enrolled(folder: Path, ticket: str) -> Device:
    enrol_device(folder, ticket, None)
    state, device = open_device(folder, None)
    if device is None:
        raise NotReadyError(f"the device did not open: {state.value}")
    device.engine.run_once(device.clock.now())
    return device


def _quiet(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's notes on the offscreen platform are no news to anybody; faults are."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        print(f"Qt: {message}", file=sys.stderr)
