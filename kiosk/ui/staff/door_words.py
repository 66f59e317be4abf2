"""What the door says: why a PIN did not open it, and what to do."""

from __future__ import annotations

import datetime as dt
import enum
import math

from PySide6.QtCore import QCoreApplication

__all__ = ["Answer", "sentence"]

_LONGEST_IN_SECONDS = 90

translate = QCoreApplication.translate


class Answer(enum.Enum):
    """Every answer but a wait, which is a ``timedelta``."""

    NO_STAFF = "no_staff"
    NO_NAME = "no_name"
    NO_PIN = "no_pin"
    CHECKING = "checking"
    WRONG = "wrong"
    DISABLED = "disabled"
    BROKEN = "broken"


def sentence(answer: Answer | dt.timedelta) -> str:
    """The words for an answer, or for how long to wait."""
    if isinstance(answer, dt.timedelta):
        return _wait(math.ceil(answer.total_seconds()))
    match answer:
        case Answer.NO_STAFF:
            return translate(
                "StaffDoor", "This device knows no staff yet. They come from the portal when it is connected."
            )
        case Answer.NO_NAME:
            return translate("StaffDoor", "Choose your name first.")
        case Answer.NO_PIN:
            return translate("StaffDoor", "Type your PIN.")
        case Answer.CHECKING:
            return translate("StaffDoor", "One moment …")
        case Answer.WRONG:
            return translate("StaffDoor", "This PIN is not right. Please try again.")
        case Answer.DISABLED:
            return translate(
                "StaffDoor", "Too many wrong PINs: this account is off on this device. Please ask a manager."
            )
        case Answer.BROKEN:
            return translate("StaffDoor", "This device's storage does not work. Please call technical support.")


def _wait(seconds: int) -> str:
    if seconds <= _LONGEST_IN_SECONDS:
        said = translate("StaffDoor", "Too many wrong PINs. Please wait %1 seconds and try again.")
        return said.replace("%1", str(seconds))
    said = translate("StaffDoor", "Too many wrong PINs. Please wait %1 minutes and try again.")
    return said.replace("%1", str(math.ceil(seconds / 60)))
