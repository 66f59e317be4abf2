"""Composition root of the screens: what puts them on a device. The demo and the journeys drive these windows, too."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.device import Device
from kiosk.domain.age import AgePolicy
from kiosk.ui.background import Background
from kiosk.ui.collector import Collector
from kiosk.ui.i18n import Translator
from kiosk.ui.idle import IdleWatch
from kiosk.ui.session import PracticeView
from kiosk.ui.theme import Appearance, apply_theme
from kiosk.ui.window import PatientWindow

if TYPE_CHECKING:
    from kiosk.printing.queue import PrinterQueue
    from kiosk.ui.staff.area import DeskWork, StaffArea

__all__ = [
    "WINDOW_SIZE",
    "DeskWindow",
    "desk_window",
    "destroy",
    "patient_window",
    "practice_view",
    "prepare",
    "staff_area",
]


WINDOW_SIZE: Final = (1280, 800)
"""Size of a window that does not fill the screen."""


def prepare(qt: QApplication, language: str) -> None:
    """Theme, fonts and language, before the first widget (restyling later would cost a blink)."""
    apply_theme(qt, Appearance())
    Translator.install(qt, language)
    if qt.findChild(Collector) is None:
        Collector(qt)


def practice_view(device: Device, language: str) -> PracticeView:
    """What the patient's screens know of their practice."""
    practice = device.local.practice
    first = language if language in ("en", "es") else practice.language
    return PracticeView(
        name=practice.name,
        portal_address=practice.portal_host,
        host=practice.portal_host,
        network_name=practice.network_name,
        operator_name=practice.operator_name,
        zone=device.local.zone(),
        today=device.today,
        now=device.clock.now,
        new_subject=device.entropy.uuid4,
        languages=tuple(dict.fromkeys((first, "en", "es"))),
        age_policy=AgePolicy(practice.guardian_below, practice.adult_from),
    )


def staff_area(device: Device, background: Background, desk: DeskWork | None = None) -> StaffArea:
    """The staff's screens, on a tablet behind their door, on a desk the whole window."""
    # Here: the patients' first screen needs neither them nor what prints slips (``make bench``).
    from kiosk.ui.staff.area import StaffArea
    from kiosk.ui.staff.practice import StaffPractice
    from kiosk.ui.staff.settings_device import DeviceFacts

    practice = device.local.practice
    return StaffArea(
        device.desk,
        device.staff,
        device.loop,
        background,
        StaffPractice(
            name=practice.name,
            portal_host=practice.portal_host,
            zone=device.local.zone(),
            now=device.clock.now,
            age_policy=device.age_policy(),
        ),
        device=DeviceFacts(device.is_desk, device.identity.device_id, device.identity.portal_url),
        desk=desk,
        can_close=True,
        can_leave=not device.is_desk,
        screen=device.screen if device.is_desk else None,
    )


def patient_window(qt: QApplication, device: Device, background: Background, *, language: str = "en") -> PatientWindow:
    """The window of the waiting room."""

    def make_area() -> StaffArea:
        return staff_area(device, background)

    return PatientWindow(
        service=device.patients,
        support=device.support,
        practice=practice_view(device, language),
        background=background,
        idle=IdleWatch(qt),
        staff_area_factory=make_area,
        development=device.development,
        connected=device.loop.connected,
    )


def destroy(window: QWidget) -> None:
    """Destroy a window now, while Qt stands; left to the end of the interpreter it would crash."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    gc.collect()


class DeskWindow(QWidget):
    """The window of a desk computer: the staff area and nothing else."""

    def __init__(self, area: StaffArea, practice_name: str) -> None:
        """Show the sign-in."""
        super().__init__()
        self.setObjectName("desk_window")
        self.setWindowTitle(practice_name)
        self.area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        area.quit_requested.connect(self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A desk computer's window closes like any other, but asks first while codes are here alone (F3)."""
        if self.area.unfinished:
            event.ignore()
            self.area.ask_before_closing()
            return
        self.area.end()
        event.accept()


def desk_window(
    device: Device, background: Background, *, slips_folder: Path, printers: PrinterQueue | None = None
) -> DeskWindow:
    """The window of the front desk, looking as it was made to; it prints with this machine's printers unless told."""
    from kiosk.printing.cups import CupsQueue  # here: as in ``staff_area``
    from kiosk.ui.staff.area import DeskWork
    from kiosk.ui.staff.settings_screen import show_screen

    choice, qt = device.screen.recall(), QApplication.instance()
    if choice is not None and isinstance(qt, QApplication):
        show_screen(qt, choice)
    work = DeskWork(device.imports, device.desk_help, slips_folder, printers or CupsQueue())
    return DeskWindow(staff_area(device, background, work), device.local.practice.name)
