"""Composition root: the one module that puts screens on a device.

``run`` is the program; ``patient_window`` and ``desk_window`` are what the demo and the journeys drive, too.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk import log, process
from kiosk.config import Config
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.age import AgePolicy
from kiosk.domain.errors import KioskError, StorageError, WrongRoleError
from kiosk.ui.background import Background
from kiosk.ui.collector import Collector
from kiosk.ui.i18n import Translator
from kiosk.ui.idle import IdleWatch
from kiosk.ui.session import PracticeView
from kiosk.ui.theme import Appearance, apply_theme
from kiosk.ui.window import PatientWindow
from kiosk.ui.window_parts import StaffScreen
from kiosk.vault.startup import StartupState

if TYPE_CHECKING:
    from kiosk.printing.queue import PrinterQueue
    from kiosk.ui.staff.area import DeskWork, StaffArea

WINDOW_SIZE: Final = (1280, 800)
"""Size of a window that does not fill the screen."""

TIDY_EVERY_MS: Final = 3_600_000

SYNC_AFTER_MS: Final = 250
"""Wait of the first sync: its imports would hold up the first paint."""


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


class Program(QObject):
    """The running program: judges the device's files, then shows the screen that fits their state."""

    def __init__(self, qt: QApplication, config: Config, *, desk: bool) -> None:
        """Prepare; ``show`` begins."""
        super().__init__()
        self._qt = qt
        self._config = config
        self._desk = desk
        self._background = Background(self)
        self._background.failed_unexpectedly.connect(self._fault)
        self._device: Device | None = None
        self._window: QWidget | None = None
        self._hourly = QTimer(self)
        self._hourly.timeout.connect(self._tidy)

    def show(self) -> StartupState | None:
        """Open the device, if that is possible without a passphrase, and show what is true.

        Returns:
            how the files were found; None if they could not be read.

        Raises:
            WrongRoleError: the device was enrolled for the other role.
        """
        try:
            state, self._device = open_device(self._config.data_folder, None, ca_file=self._config.ca_file)
        except StorageError as error:
            # A damaged page, a full disk: patients are told where to go, staff and the log what it is.
            log.report(error)
            self._show_setup(error)
            return None
        if self._device is not None:
            self._serve()
        else:
            self._show_setup(state)
        return state

    def close(self) -> None:
        """End background work and close the files."""
        window, self._window = self._window, None
        if window is not None:
            for area in window.findChildren(StaffScreen):
                area.end()  # while the workers still take work: they take prints back, and note who left
            destroy(window)
        self._background.shutdown()
        if self._device is not None:
            self._device.close()

    def _show_setup(self, found: StartupState | KioskError) -> None:
        # Here: an enrolled device never needs it.
        from kiosk.ui.first_run import EnrolPage, NotReadyPage, SetupWindow, UnlockPage

        page: EnrolPage | UnlockPage | NotReadyPage
        match found:
            case StartupState.FIRST_RUN:
                page = enrol = EnrolPage(self._enrol, self._background)
                enrol.enrolled.connect(self._serve_or_say_why)
            case StartupState.LOCKED:
                page = unlock = UnlockPage(self._unlock, self._background)
                unlock.unlocked.connect(self._serve_or_say_why)
            case _:
                page = NotReadyPage(found)
        self._show_window(SetupWindow(page))

    def _enrol(self, ticket: str, passphrase: str) -> None:
        """Enrol and open; runs in a worker."""
        with _reported():
            enrol_device(self._config.data_folder, ticket, passphrase, ca_file=self._config.ca_file)
        with contextlib.suppress(KioskError):  # it is enrolled; what keeps it shut is said when it is unlocked
            self._unlock(passphrase)

    def _unlock(self, passphrase: str) -> StartupState:
        """Open the device, or tell how its files were found; runs in a worker."""
        with _reported():
            state, self._device = open_device(self._config.data_folder, passphrase, ca_file=self._config.ca_file)
        return state

    def _serve(self) -> None:
        device = self._device
        if device is None:
            return
        folder = self._config.slips_folder
        role = device.identity.role
        if (role == "desk") != self._desk:
            raise WrongRoleError(f"this device is enrolled as a {role}: {_OTHER_START[role]}")
        if self._desk:
            self._show_window(desk_window(device, self._background, slips_folder=folder))
        else:
            self._show_window(patient_window(self._qt, device, self._background, language=self._config.language))
        QTimer.singleShot(SYNC_AFTER_MS, self, device.start)
        self._tidy()
        self._hourly.start(TIDY_EVERY_MS)

    def _tidy(self) -> None:
        """Slips of earlier days hold names and codes: they go, also on a device that is never switched off (K2)."""
        if self._device is not None:
            device, folder = self._device, self._config.slips_folder
            self._background.run(partial(_clear_slips, device, folder), self._tidied)

    def _tidied(self, _gone: int) -> None:
        """Nobody waits for it."""

    def _serve_or_say_why(self) -> None:
        """After a passphrase was typed: a device of the other role is nobody's fault at this screen."""
        if self._device is None:
            self._show_setup(StartupState.LOCKED)
            return
        try:
            self._serve()
        except WrongRoleError as error:
            log.report(error)
            sys.stderr.write(f"kiosk: {error}\n")
            self._show_setup(error)

    def _fault(self, type_name: str) -> None:
        log.event(log.Event.FAULT, type=type_name)

    def _show_window(self, window: QWidget) -> None:
        former, self._window = self._window, window
        window.resize(*WINDOW_SIZE)
        if self._config.full_screen:
            window.showFullScreen()
        else:
            window.show()
        if former is not None:
            former.hide()
            former.deleteLater()


@contextlib.contextmanager
def _reported() -> Iterator[None]:
    """What is told to staff in a sentence stands in the log by type and place."""
    try:
        yield
    except Exception as error:
        log.report(error)
        raise


def _clear_slips(device: Device, folder: Path) -> int:
    from kiosk.printing.saved import clear_slips  # when the first screen is painted

    return clear_slips(folder, device.local.day_start(device.clock.now()))


_OTHER_START: Final = {"desk": "start it with --desk", "tablet": "start it without --desk"}


def run(config: Config, *, desk: bool) -> int:
    """The command ``kiosk run``, in a process that ``kiosk.cli`` hardened and whose log it began.

    Raises:
        KioskError: the program cannot start.
    """
    held = process.hold_instance(config.data_folder.parent)
    qInstallMessageHandler(_qt_message)
    qt = QApplication([])
    qt.setApplicationName("portal-kiosk")
    prepare(qt, config.language)
    program = Program(qt, config, desk=desk)
    stop = quit_on_signals(qt)
    try:
        program.show()
        log.event(log.Event.STARTED, role="desk" if desk else "tablet")
        qt.exec()
    finally:
        program.close()
        stop()
        held.close()
        log.event(log.Event.STOPPED)
    return 0


def quit_on_signals(qt: QApplication) -> Callable[[], None]:
    """Quit on SIGINT and SIGTERM; Python sees a signal only between Qt's events, so a socket wakes it.

    Not by ``QApplication.quit``, which the patients' window refuses like any other close (K4); and by a timer, which
    also holds what came before the event loop began.

    Returns:
        what puts the former handlers back.
    """

    def leave(number: int, frame: FrameType | None) -> None:
        QTimer.singleShot(0, lambda: qt.exit(0))

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    former_fd = signal.set_wakeup_fd(writer.fileno())
    former = {number: signal.signal(number, leave) for number in (signal.SIGINT, signal.SIGTERM)}
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: os.read(reader.fileno(), 64))

    def restore() -> None:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(former_fd)
        for number, handler in former.items():
            signal.signal(number, handler)
        reader.close()
        writer.close()

    return restore


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages may quote what a field holds: only their level and category are kept."""
    log.event(log.Event.QT_MESSAGE, level=kind.name, kind=context.category or "")
