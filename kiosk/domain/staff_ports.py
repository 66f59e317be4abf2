"""Where the staff, its PINs and their throttles are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kiosk.domain.staff import PinThrottle, StaffMember

__all__ = [
    "PinVerifier",
    "StaffDirectory",
]


class StaffDirectory(Protocol):
    """Staff of this practice as the last sync brought them, and this device's counters of wrong PINs."""

    def members(self) -> Sequence[StaffMember]:
        """Everybody, also who is no longer active."""
        ...

    def put_member(self, member: StaffMember) -> None:
        """Add the member, or replace them, until the portal's change confirms or corrects it."""
        ...

    def throttle(self, staff_id: UUID) -> PinThrottle:
        """The counter of a staff member; a fresh one where nothing went wrong yet."""
        ...

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        """Durable on return, before the answer is shown."""
        ...

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        """Count a wrong PIN unless tries do not count now, in one step, because a command may try PINs beside a screen.

        Returns:
            the counter as it was found; its ``wait`` tells whether this try was counted. Durable on return.
        """
        ...


class PinVerifier(Protocol):
    """Compares a PIN with what the portal sent down for it."""

    def matches(self, pin: str, verifier: str) -> bool:
        """Whether the PIN is the verifier's, by Argon2id; a tenth of a second and 64 MiB: run it in a worker."""
        ...
