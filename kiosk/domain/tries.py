"""Wrong tries while nobody at the portal counts them (S13, K1): the same five in fifteen minutes.

Times here are the device's steady time, which no clock setting and no reboot moves forward: a lock may last longer
than it should, never shorter (``docs/architecture.md``, "Time").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

TRIES: Final = 5
TRIES_OF_UNKNOWN: Final = 15
"""Unknown codes of all patients at this device: 60 an hour."""

TRIES_IN_ALL: Final = 15
"""From here on only the desk helps; the portal revokes the code when it hears of it."""

WINDOW: Final = dt.timedelta(minutes=15)
LOCK: Final = dt.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Tries:
    """The counter of one code.

    Attributes:
        recent: when, within the window, oldest first.
        total: since ever.
        locked_until: of the newest lock, or None.
    """

    recent: tuple[dt.datetime, ...] = ()
    total: int = 0
    locked_until: dt.datetime | None = None

    def wait(self, now: dt.datetime) -> dt.timedelta:
        """How long until a try counts again; zero if now."""
        if self.locked_until is None:
            return dt.timedelta(0)
        return max(self.locked_until - now, dt.timedelta(0))

    def failed(self, now: dt.datetime, limit: int = TRIES) -> Tries:
        """After one more wrong try; tries while locked neither count nor extend."""
        if self.wait(now):
            return self
        recent = (*(at for at in self.recent if now - at < WINDOW), now)
        if len(recent) >= limit:
            return Tries((), self.total + 1, now + LOCK)
        return Tries(recent, self.total + 1)
