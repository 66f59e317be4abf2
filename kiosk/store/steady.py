"""Time that only moves forward and that nobody at the device can push: for locks (``docs/architecture.md``, "Time")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class SteadyTime:
    """The last signed portal time plus what the monotonic clock counted since.

    Time while the device is switched off does not count, so a reboot shortens no lock. One attribute holds all that
    changes: whoever asks while another thread meets the portal gets the time before or after it, never a mixture.
    """

    def __init__(self, known: dt.datetime | None, monotonic: Callable[[], float]) -> None:
        """Go on from what the file says.

        Args:
            known: the newest steady time that was stored; None on a device that never met its portal.
            monotonic: seconds; its zero does not matter.
        """
        self._monotonic = monotonic
        self._zero = (known or _NEVER) - dt.timedelta(seconds=monotonic())
        """Steady time when the monotonic clock stood at zero."""

    def now(self) -> dt.datetime:
        """Steady time, UTC."""
        return self._zero + dt.timedelta(seconds=self._monotonic())

    def met(self, portal_time: dt.datetime) -> dt.datetime:
        """Take a signed portal time, unless it lies behind; returns what to store."""
        known = max(self.now(), portal_time.astimezone(dt.UTC))
        self._zero = known - dt.timedelta(seconds=self._monotonic())
        return known
