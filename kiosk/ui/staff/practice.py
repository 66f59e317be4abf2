"""What the staff area knows of its practice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.age import AgePolicy

__all__ = ["StaffPractice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPractice:
    """The practice at whose desk this device stands.

    Attributes:
        name: as on the slip and in the head of every screen.
        portal_host: ``name[:port]`` of the portal, for the link in the slip's QR code.
        zone: the practice's time zone; every time on a staff page is shown in it.
        now: aware time, UTC.
        age_policy: whose slip speaks to a parent or guardian.
    """

    name: str
    portal_host: str
    zone: dt.tzinfo
    now: Callable[[], dt.datetime]
    age_policy: AgePolicy = AgePolicy()  # noqa: RUF009 - frozen

    def today(self) -> dt.date:
        """Today's date where the practice is."""
        return self.local(self.now()).date()

    def local(self, moment: dt.datetime) -> dt.datetime:
        """The same moment on the practice's clock."""
        return moment.astimezone(self.zone)
