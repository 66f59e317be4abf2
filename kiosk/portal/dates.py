"""Dates and times as people read them, in the languages of mails and pages."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Final

_MONTHS: Final = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
_HALVES: Final = {"en": ("AM", "PM"), "es": ("a. m.", "p. m.")}
_ORDER: Final = {"en": "{month} {day}, {year}", "es": "{day} de {month} de {year}"}


def clock(at: dt.datetime, time_zone: str, language: str) -> str:
    """``2:31 PM``: the time of an instant where the practice is, rounded up to the minute.

    Args:
        at: aware.
        time_zone: IANA name.
        language: one of ``domain.values.Language``.
    """
    minute = dt.timedelta(minutes=1)
    begun = dt.timedelta(seconds=at.second, microseconds=at.microsecond)
    local = (at + (minute - begun if begun else begun)).astimezone(zoneinfo.ZoneInfo(time_zone))
    return f"{local.hour % 12 or 12}:{local.minute:02d} {_HALVES[language][local.hour // 12]}"


def in_words(at: dt.datetime, time_zone: str, language: str) -> str:
    """``March 16, 2026``: the day of an instant, where the practice is.

    Args:
        at: aware.
        time_zone: IANA name.
        language: one of ``domain.values.Language``.
    """
    day = at.astimezone(zoneinfo.ZoneInfo(time_zone)).date()
    return _ORDER[language].format(month=_MONTHS[language][day.month - 1], day=day.day, year=day.year)
