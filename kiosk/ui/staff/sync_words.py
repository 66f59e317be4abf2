"""How the sync stands, in plain words: what is wrong, what works all the same, and what to do (F6)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from kiosk.domain.sync_status import SyncStatus, Trouble
from kiosk.ui.staff import words
from kiosk.ui.staff.practice import StaffPractice

__all__ = [
    "clock_fault",
    "is_fine",
    "since",
    "state",
    "status_line",
    "trouble_advice",
    "trouble_effect",
    "trouble_sentence",
    "trouble_word",
]


def trouble_word(trouble: Trouble) -> str:
    """Why the last try to sync failed, in two or three words."""
    match trouble:
        case Trouble.NO_NETWORK:
            return QCoreApplication.translate("StaffWords", "no network")
        case Trouble.NOT_TRUSTED:
            return QCoreApplication.translate("StaffWords", "the portal could not prove who it is")
        case Trouble.PORTAL_BUSY:
            return QCoreApplication.translate("StaffWords", "the portal is busy or down")
        case Trouble.REFUSED:
            return QCoreApplication.translate("StaffWords", "the portal refused this device")
        case Trouble.DISK:
            return QCoreApplication.translate("StaffWords", "this device's storage does not work")
        case Trouble.FAULT:
            return QCoreApplication.translate("StaffWords", "a mistake in this program")


def trouble_sentence(trouble: Trouble) -> str:
    """What it is."""
    match trouble:
        case Trouble.NO_NETWORK:
            said = QCoreApplication.translate("StaffWords", "This device does not reach the portal.")
        case Trouble.NOT_TRUSTED:
            said = QCoreApplication.translate(
                "StaffWords", "The portal's certificate or signature does not hold, so nothing is sent to it."
            )
        case Trouble.PORTAL_BUSY:
            said = QCoreApplication.translate(
                "StaffWords", "The network works, but the portal does not take anything now."
            )
        case Trouble.REFUSED:
            said = QCoreApplication.translate(
                "StaffWords", "The portal does not take this device's records: it may have been taken off its list."
            )
        case Trouble.DISK:
            said = QCoreApplication.translate("StaffWords", "The disk is full, broken or cannot be written to.")
        case Trouble.FAULT:
            said = QCoreApplication.translate("StaffWords", "This program made a mistake while it was syncing.")
    return said


def trouble_effect(trouble: Trouble) -> str:
    """What still works."""
    if trouble is Trouble.DISK:
        return QCoreApplication.translate(
            "StaffWords", "What was saved before stays, but nothing new can be saved: no sign-up, no invitation."
        )
    return QCoreApplication.translate(
        "StaffWords", "Sign-ups, invitations and slips go on: everything is kept safe on this device and sent later."
    )


def trouble_advice(trouble: Trouble) -> str:
    """What to do."""
    match trouble:
        case Trouble.NO_NETWORK:
            said = QCoreApplication.translate(
                "StaffWords",
                "Check the network cable or the Wi-Fi, and whether the Wi-Fi asks for a sign-in of its own.",
            )
        case Trouble.NOT_TRUSTED:
            said = QCoreApplication.translate(
                "StaffWords",
                "Check this device's date and time and press “Sync now”; if that does not help, please call technical "
                "support.",
            )
        case Trouble.PORTAL_BUSY:
            said = QCoreApplication.translate(
                "StaffWords", "Nothing needs to be done: this device tries again by itself."
            )
        case Trouble.REFUSED:
            said = QCoreApplication.translate("StaffWords", "Please call technical support.")
        case Trouble.DISK:
            said = QCoreApplication.translate("StaffWords", "Please call technical support before the next patient.")
        case Trouble.FAULT:
            said = QCoreApplication.translate(
                "StaffWords", "It tries again by itself; if this stays, please call technical support."
            )
    return said


def clock_fault(status: SyncStatus) -> str:
    """How far the clock is off, and what to do; "" while it is right."""
    if not status.clock_wrong:
        return ""
    if status.clock_off > dt.timedelta(0):
        said = QCoreApplication.translate("StaffWords", "%1 min slow. Please have it set.")
    else:
        said = QCoreApplication.translate("StaffWords", "%1 min fast. Please have it set.")
    return said.replace("%1", words.number(round(abs(status.clock_off).total_seconds() / 60)))


def state(status: SyncStatus, practice: StaffPractice) -> str:
    """How the last try went: "Synced 2 min ago" or "Last failed 9:12: no network"."""
    if status.trouble is not None and status.last_failure is not None:
        said = QCoreApplication.translate("StaffWords", "Last failed %1: %2")
        time = words.clock_time(status.last_failure, practice)
        return words.fill(said, time, trouble_word(status.trouble))
    if status.last_success is None:
        return QCoreApplication.translate("StaffWords", "Not synced yet")
    minutes = int((practice.now() - status.last_success).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("StaffWords", "Synced just now")
    if minutes < 60:
        return QCoreApplication.translate("StaffWords", "Synced %1 min ago").replace("%1", str(minutes))
    time = words.clock_time(status.last_success, practice)
    return QCoreApplication.translate("StaffWords", "Synced at %1").replace("%1", time)


def is_fine(status: SyncStatus) -> bool:
    """Whether nobody has to do or to know anything."""
    return status.trouble is None and not status.stuck and not status.clock_wrong


def status_line(status: SyncStatus, practice: StaffPractice) -> str:
    """The line in the head of every staff page: state, what waits since when, what needs a person."""
    parts = [state(status, practice)]
    if status.waiting and status.waiting_since is not None:
        said = QCoreApplication.translate("StaffWords", "%1 waiting since %2")
        parts.append(words.fill(said, words.number(status.waiting), words.clock_time(status.waiting_since, practice)))
    if status.stuck:
        said = QCoreApplication.translate("StaffWords", "%1 stuck")
        parts.append(said.replace("%1", words.number(status.stuck)))
    if status.clock_wrong:
        parts.append(QCoreApplication.translate("StaffWords", "clock wrong"))
    return " · ".join(parts)


def since(status: SyncStatus, practice: StaffPractice) -> str:
    """How many records wait, and since when the oldest of them."""
    if not status.waiting or status.waiting_since is None:
        return QCoreApplication.translate("StaffWords", "None")
    said = QCoreApplication.translate("StaffWords", "%1, the oldest since %2")
    return words.fill(said, words.number(status.waiting), words.clock_time(status.waiting_since, practice))
