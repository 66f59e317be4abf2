"""Opening the device for a command: its files stay as they are, whether or not the program runs beside it."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from kiosk.config import Config
from kiosk.device import Device
from kiosk.device_files import open_device
from kiosk.domain.errors import NotReadyError
from kiosk.vault.startup import StartupState

PASSPHRASE: Final = "KIOSK_PASSPHRASE"  # noqa: S105 - a name
"""Holds the staff passphrase where nobody can be asked for it."""

_SAID: Final = {
    StartupState.FIRST_RUN: "not ready: this device is not enrolled yet; `kiosk enrol` does that",
    StartupState.LOCKED: f"not ready: this device is locked; the staff passphrase opens it (typed, or {PASSPHRASE})",
}


@contextlib.contextmanager
def opened(settings: Config, environment: Mapping[str, str] = os.environ) -> Iterator[Device]:
    """The device, closed when the block ends; nothing syncs in the background.

    Raises:
        NotReadyError: it is not enrolled, locked, or its files need help; says which, kindly.
        StorageError: its files cannot be read.
    """
    state, device = open_device(settings.data_folder, None, ca_file=settings.ca_file)
    if device is None and state is StartupState.LOCKED:
        passphrase = environment.get(PASSPHRASE)
        if passphrase is None and sys.stdin.isatty():
            passphrase = getpass.getpass("Staff passphrase: ")
        if passphrase is not None:
            state, device = open_device(settings.data_folder, passphrase, ca_file=settings.ca_file)
    if device is None:
        raise NotReadyError(_SAID.get(state, "not ready: this device's files need help; please call technical support"))
    with contextlib.closing(device):
        yield device
