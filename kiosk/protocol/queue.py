"""The queue of operations between a device's store and its sync."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

__all__ = [
    "QueueCounts",
    "Queued",
    "SyncPosition",
]


@dataclass(frozen=True, slots=True)
class Queued:
    """One operation on its way; ``text`` is sent as it is."""

    seq: int
    op_id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The queue at a glance; ``held`` counts sealed payloads still on the device."""

    waiting: int
    waiting_since: dt.datetime | None
    stuck: int
    held: int


@dataclass(frozen=True, slots=True)
class SyncPosition:
    """Where the device's copy of the portal's changes stands; both values are opaque."""

    epoch: str
    cursor: str
