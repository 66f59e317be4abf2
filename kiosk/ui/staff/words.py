"""The sentences of the staff area that more than one page says, in the language of the screen."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from kiosk.domain.ports import InvitationProgress, SyncStatus, Trouble
from kiosk.ui.staff.practice import StaffPractice

__all__ = [
    "clock_time",
    "clock_trouble",
    "day",
    "fill",
    "full_date",
    "full_date_of",
    "progress_word",
    "sync_line",
    "sync_state",
    "trouble_advice",
    "trouble_word",
    "waiting_since",
]


def progress_word(progress: InvitationProgress) -> str:
    """What staff call a state."""
    match progress:
        case InvitationProgress.READY:
            return QCoreApplication.translate("StaffWords", "Ready to print")
        case InvitationProgress.PRINTED:
            return QCoreApplication.translate("StaffWords", "Printed")
        case InvitationProgress.SENT:
            return QCoreApplication.translate("StaffWords", "Sent by email")
        case InvitationProgress.ACTIVATED:
            return QCoreApplication.translate("StaffWords", "Activated")
        case InvitationProgress.EXPIRED:
            return QCoreApplication.translate("StaffWords", "Expired")
        case InvitationProgress.REVOKED:
            return QCoreApplication.translate("StaffWords", "Withdrawn")


def trouble_word(trouble: Trouble) -> str:
    """Why the last try to sync failed, in two or three words."""
    match trouble:
        case Trouble.NO_NETWORK:
            return QCoreApplication.translate("StaffWords", "no network")
        case Trouble.NOT_TRUSTED:
            return QCoreApplication.translate("StaffWords", "the portal could not prove who it is")
        case Trouble.PORTAL_BUSY:
            return QCoreApplication.translate("StaffWords", "the portal is busy")
        case Trouble.REFUSED:
            return QCoreApplication.translate("StaffWords", "the portal refused this device")
        case Trouble.DISK:
            return QCoreApplication.translate("StaffWords", "this device's storage does not work")


def trouble_advice(trouble: Trouble) -> str:
    """What to do about it, in plain words (F6)."""
    match trouble:
        case Trouble.NO_NETWORK:
            said = QCoreApplication.translate(
                "StaffWords", "Check the network cable or the Wi-Fi. Work goes on meanwhile."
            )
        case Trouble.NOT_TRUSTED:
            said = QCoreApplication.translate(
                "StaffWords",
                "The portal's certificate or signature does not hold, so nothing is sent. Check this device's date and "
                "time, then call technical support.",
            )
        case Trouble.PORTAL_BUSY:
            said = QCoreApplication.translate(
                "StaffWords", "Nothing needs to be done: this device tries again by itself."
            )
        case Trouble.REFUSED:
            said = QCoreApplication.translate(
                "StaffWords", "The portal does not take this device's records. Please call technical support."
            )
        case Trouble.DISK:
            said = QCoreApplication.translate(
                "StaffWords", "The disk is full or broken. Please call technical support before the next patient."
            )
    return said


def clock_trouble(status: SyncStatus) -> str:
    """How far the clock is off, and what to do; "" while it is right."""
    if not status.clock_wrong:
        return ""
    minutes = str(round(abs(status.clock_off).total_seconds() / 60))
    if status.clock_off > dt.timedelta(0):
        said = QCoreApplication.translate("StaffWords", "This device's clock is %1 min slow. Please have it set.")
    else:
        said = QCoreApplication.translate("StaffWords", "This device's clock is %1 min fast. Please have it set.")
    return said.replace("%1", minutes)


def full_date(date: dt.date) -> str:
    """For example "Mar 27, 1984"."""
    pattern = QCoreApplication.translate("StaffWords", "MMM d, yyyy")
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def full_date_of(iso: str) -> str:
    """The same, of a date as rows carry it (ISO 8601)."""
    return full_date(dt.date.fromisoformat(iso))


def fill(text: str, *values: str) -> str:
    """Put values in the places %1 … %9 of a looked-up text; a value that holds "%2" itself stays as it is."""
    return re.sub(r"%([1-9])", lambda found: values[int(found.group(1)) - 1], text)


def day(date: dt.date) -> str:
    """A day of these weeks, for example "Dec 6"."""
    pattern = QCoreApplication.translate("StaffWords", "MMM d")
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def clock_time(moment: dt.datetime, practice: StaffPractice) -> str:
    """A time on the practice's clock, for example "9:12"; with its day where that is not today."""
    local = practice.local(moment)
    time = QLocale().toString(QTime(local.hour, local.minute), QCoreApplication.translate("StaffWords", "h:mm"))
    if local.date() == practice.today():
        return time
    return ", ".join((day(local.date()), time))


def sync_state(status: SyncStatus, practice: StaffPractice) -> str:
    """How the last try went: "Synced 2 min ago" or "Last failed 9:12: no network" (F6)."""
    if status.trouble is not None and status.last_failure is not None:
        said = QCoreApplication.translate("StaffWords", "Last failed %1: %2")
        time = clock_time(status.last_failure, practice)
        return fill(said, time, trouble_word(status.trouble))
    if status.last_success is None:
        return QCoreApplication.translate("StaffWords", "Not synced yet")
    minutes = int((practice.now() - status.last_success).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("StaffWords", "Synced just now")
    if minutes < 60:
        return QCoreApplication.translate("StaffWords", "Synced %1 min ago").replace("%1", str(minutes))
    time = clock_time(status.last_success, practice)
    return QCoreApplication.translate("StaffWords", "Synced at %1").replace("%1", time)


def sync_line(status: SyncStatus, practice: StaffPractice) -> str:
    """The line in the head of every staff page: state, what waits, what needs a person."""
    parts = [sync_state(status, practice)]
    if status.waiting:
        parts.append(QCoreApplication.translate("StaffWords", "%1 waiting").replace("%1", str(status.waiting)))
    if status.stuck:
        parts.append(QCoreApplication.translate("StaffWords", "%1 stuck").replace("%1", str(status.stuck)))
    if status.clock_wrong:
        parts.append(QCoreApplication.translate("StaffWords", "clock wrong"))
    return " · ".join(parts)


def waiting_since(status: SyncStatus, practice: StaffPractice) -> str:
    """How many records wait, and since when (F6)."""
    if not status.waiting:
        return QCoreApplication.translate("StaffWords", "Nothing is waiting.")
    if status.waiting_since is None:
        return QCoreApplication.translate("StaffWords", "%1 waiting").replace("%1", str(status.waiting))
    said = QCoreApplication.translate("StaffWords", "%1 waiting, the oldest since %2")
    return fill(said, str(status.waiting), clock_time(status.waiting_since, practice))
