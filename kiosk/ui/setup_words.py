"""Why a device does not open: one true sentence for each state of its files and each fault, for the staff."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.errors import DiskFullError, StorageError, WrongRoleError
from kiosk.vault.startup import StartupState

__all__ = ["WhyNot", "why_not"]

translate = QCoreApplication.translate

WhyNot = StartupState | BaseException
"""What the files were judged to be, or what happened when they were opened."""


def why_not(found: WhyNot) -> str:
    """The sentence; it names no file and claims no more than is known."""
    match found:
        case StartupState.LOCKED:
            return translate("SetupWords", "This passphrase does not open this device.")
        case StartupState.KEY_MISMATCH:
            return translate("SetupWords", "This device's files have another key. Delete nothing, and call support.")
        case StartupState.ORPHAN_DB:
            return translate("SetupWords", "This device's key file is missing. Delete nothing, and call support.")
        case StartupState.DB_MISSING:
            return translate("SetupWords", "Files of this device are missing. Delete nothing, and call support.")
        case StartupState.TAMPER:
            return translate("SetupWords", "This device's files are damaged. Delete nothing, and call support.")
        case StartupState.FIRST_RUN:
            return translate("SetupWords", "This device's files are gone. Please call support.")
        case WrongRoleError():
            return translate("SetupWords", "This device is enrolled for other screens than these. Please call support.")
        case DiskFullError():
            return translate("SetupWords", "The disk is full. Make room on it and try again: nothing is lost.")
        case StorageError():
            return translate("SetupWords", "The files cannot be read or written now. If it stays so, call support.")
        case _:
            return translate("SetupWords", "This did not work. Please try again.")
