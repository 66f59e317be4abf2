"""``kiosk status``: how this device stands with its portal, in a line or as JSON (F6)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.commands.opened import opened
from kiosk.commands.signed_in import known
from kiosk.config import Config
from kiosk.device import Device
from kiosk.domain.errors import KioskError, NotReadyError, StorageError
from kiosk.domain.sync_status import CLOCK_TOLERANCE, Trouble
from kiosk.protocol import wire_lookups
from kiosk.sync.loop import trouble_of

_ROOM: Final = 16 * 1024 * 1024
"""Bytes that a day's records need at most; below it the next of them may find no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is printed; times are ISO 8601 in UTC, None where there is nothing to say.

    Attributes:
        ready: the device is enrolled and its files are open; without it nothing else is known.
        connected: the portal answered a signed question just now.
        waiting: operations that the portal has not acknowledged, ``since`` the oldest was recorded.
        stuck: operations that need a person.
        last_failure: now, if the portal did not answer or the disk takes nothing; then ``trouble`` says why.
        clock_off_s: seconds by which the portal's signed time was ahead of this device's at the last sync.
        clock_wrong: that is too much, and somebody has to set the clock.
    """

    ready: bool
    reason: str | None = None
    role: str | None = None
    connected: bool = False
    waiting: int = 0
    since: str | None = None
    stuck: int = 0
    last_success: str | None = None
    last_failure: str | None = None
    trouble: str | None = None
    clock_off_s: int | None = None
    clock_wrong: bool = False

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        return self.ready and self.connected and not self.stuck and not self.trouble and not self.clock_wrong


def status(settings: Config, *, as_json: bool, environment: Mapping[str, str] = os.environ) -> int:
    """Ask the portal one neutral question and tell counts and times; nobody is named, so a monitor needs no PIN.

    Whoever signs in all the same (``KIOSK_STAFF``) leaves the row that the screen would (F5).

    Returns:
        the exit code: 1 if the device is not ready or not connected, something is stuck, or disk or clock are wrong.
    """
    try:
        with opened(settings, environment) as device, known(device, environment) as session:
            if session is not None:
                device.desk.status_told(session)
            standing = _standing(device, settings.data_folder)
    except NotReadyError as error:
        standing = Standing(ready=False, reason=str(error))
    except StorageError:
        reason = "this device's storage does not work; please call technical support"
        standing = Standing(ready=False, reason=reason, trouble=Trouble.DISK.value)
    print(json.dumps(dataclasses.asdict(standing)) if as_json else _sentence(standing))
    return 0 if standing.fine else 1


def _standing(device: Device, folder: Path) -> Standing:
    answered, trouble = True, None
    try:
        # Signed both ways, so it also finds a device that was revoked and a portal that is none of ours.
        device.gateway.request(wire_lookups.RequestLookup(op_id=device.entropy.uuid4()))
    except KioskError as error:
        answered, trouble = False, trouble_of(error)
    if not _takes_files(folder):
        trouble = Trouble.DISK
    clock_off = device.local.clock_off()
    counts = device.outbox.counts()
    return Standing(
        ready=True,
        role=device.identity.role,
        connected=answered,
        waiting=counts.waiting,
        since=_stamp(counts.waiting_since),
        stuck=counts.stuck,
        last_success=_stamp(device.local.last_success()),
        last_failure=_stamp(device.clock.now()) if trouble else None,
        trouble=trouble.value if trouble else None,
        clock_off_s=None if clock_off is None else round(clock_off.total_seconds()),
        clock_wrong=clock_off is not None and abs(clock_off) > CLOCK_TOLERANCE,
    )


def _takes_files(folder: Path) -> bool:
    """Whether the disk has room and is not read-only; looked at without writing."""
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _ROOM


def _sentence(standing: Standing) -> str:
    if not standing.ready:
        return standing.reason or "not ready"
    parts = [f"{standing.role}, {'connected' if standing.connected else 'not connected'}"]
    if standing.trouble:
        parts[0] += f" ({standing.trouble})"
    parts.append(f"{standing.waiting} waiting" + (f" since {standing.since}" if standing.since else ""))
    if standing.stuck:
        parts.append(f"{standing.stuck} stuck")
    if standing.clock_wrong and standing.clock_off_s is not None:
        parts.append(f"clock {abs(standing.clock_off_s) // 60} min {'slow' if standing.clock_off_s > 0 else 'fast'}")
    parts.append(f"last synced {standing.last_success or 'never'}")
    return "; ".join(parts)


def _stamp(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None
