"""How the sync stands (F6), and what the portal saw of the practice's devices."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

__all__ = [
    "CLOCK_TOLERANCE",
    "PracticeDevices",
    "SeenDevice",
    "SyncMonitor",
    "SyncStatus",
    "Trouble",
]


CLOCK_TOLERANCE: Final = dt.timedelta(minutes=5)
"""How far a device's clock may be off before the desk is told (F6)."""


class Trouble(enum.Enum):
    """Why the last try to sync failed, in the words of F6."""

    NO_NETWORK = "no_network"
    NOT_TRUSTED = "not_trusted"
    PORTAL_BUSY = "portal_busy"
    """Or down: the network is not to blame."""
    REFUSED = "refused"
    DISK = "disk"
    FAULT = "fault"
    """A mistake in this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """What the desk sees at a glance (F6).

    Attributes:
        connected: the last try reached the portal.
        waiting: operations not yet acknowledged.
        waiting_since: when the oldest of them was recorded.
        stuck: refused or quarantined operations that need a person.
        clock_off: the portal's signed time minus this device's, when they last met.
    """

    connected: bool
    last_success: dt.datetime | None
    last_failure: dt.datetime | None
    trouble: Trouble | None
    waiting: int
    waiting_since: dt.datetime | None
    stuck: int
    clock_off: dt.timedelta = dt.timedelta(0)

    @property
    def clock_wrong(self) -> bool:
        """Whether somebody has to set this device's clock: then slips expire at another time than they say."""
        return abs(self.clock_off) > CLOCK_TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDevice:
    """A device of the practice, as the portal knows it (F6).

    Attributes:
        is_desk: else it is a tablet.
        last_seen: its last sync, UTC by the portal's clock; None before the first.
        waiting: records that were left on it after that sync.
    """

    device_id: UUID
    is_desk: bool
    last_seen: dt.datetime | None
    waiting: int


class PracticeDevices(Protocol):
    """The portal, asked by a desk for the practice's devices; the call blocks."""

    def devices(self) -> Sequence[SeenDevice] | None:
        """Tablets first, the older before the newer; None if not connected."""
        ...


class SyncMonitor(Protocol):
    """Where the desk's glance goes (F6)."""

    def status(self) -> SyncStatus:
        """How the device stands with the portal now; no I/O over the network."""
        ...
