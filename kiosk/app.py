"""The program: from the state of the device's files to the window that fits it, and to its end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QObject,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import log, process
from kiosk.config import Config
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.errors import KioskError, StorageError, WrongRoleError
from kiosk.qt_process import note_qt_message, quit_on_signals
from kiosk.ui.background import Background
from kiosk.ui.window_parts import StaffScreen
from kiosk.vault.startup import StartupState
from kiosk.windows import WINDOW_SIZE, desk_window, destroy, patient_window, prepare

TIDY_EVERY_MS: Final = 3_600_000

SYNC_AFTER_MS: Final = 250
"""Wait of the first sync: its imports would hold up the first paint."""


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
    qInstallMessageHandler(note_qt_message)
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
