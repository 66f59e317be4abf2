"""The sentences of the staff area that more than one page says, in the language of the screen."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from kiosk.domain.day_list import InvitationProgress
from kiosk.ui.staff.practice import StaffPractice

__all__ = [
    "clock_time",
    "day",
    "fill",
    "full_date",
    "full_date_of",
    "number",
    "progress_word",
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


def number(count: int) -> str:
    """A count as people write it, for example "2,000"."""
    return QLocale().toString(count)


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
