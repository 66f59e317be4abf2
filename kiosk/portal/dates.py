"""Dates as people read them, in the languages of mails and pages."""

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
_ORDER: Final = {"en": "{month} {day}, {year}", "es": "{day} de {month} de {year}"}


def in_words(at: dt.datetime, time_zone: str, language: str) -> str:
    """``March 16, 2026``: the day of an instant, where the practice is.

    Args:
        at: aware.
        time_zone: IANA name.
        language: one of ``domain.values.Language``.
    """
    day = at.astimezone(zoneinfo.ZoneInfo(time_zone)).date()
    return _ORDER[language].format(month=_MONTHS[language][day.month - 1], day=day.day, year=day.year)
