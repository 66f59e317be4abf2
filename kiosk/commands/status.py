"""``kiosk status``: how this device stands with its portal, in a line or as JSON (F6)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass

from kiosk.commands.opened import opened
from kiosk.config import Config
from kiosk.device import Device
from kiosk.domain.errors import KioskError, NotReadyError
from kiosk.protocol import wire
from kiosk.sync.loop import trouble_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is printed; times are ISO 8601 in UTC, None where there is nothing to say.

    Attributes:
        ready: the device is enrolled and its files are open; without it nothing else is known.
        connected: the portal answered a signed question just now.
        waiting: operations that the portal has not acknowledged, ``since`` the oldest was recorded.
        stuck: operations that need a person.
        last_failure: now, if the portal did not answer; then ``trouble`` says why.
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


def status(settings: Config, *, as_json: bool) -> int:
    """Ask the portal one neutral question and tell.

    Returns:
        the exit code: 1 if the device is not ready, not connected, or something is stuck.

    Raises:
        StorageError: its files cannot be read.
    """
    try:
        with opened(settings) as device:
            standing = _standing(device)
    except NotReadyError as error:
        standing = Standing(ready=False, reason=str(error))
    print(json.dumps(dataclasses.asdict(standing)) if as_json else _sentence(standing))
    return 0 if standing.ready and standing.connected and not standing.stuck else 1


def _standing(device: Device) -> Standing:
    trouble = None
    try:
        # Signed both ways, so it also finds a device that was revoked and a portal that is none of ours.
        device.gateway.request(wire.RequestLookup(op_id=device.entropy.uuid4()))
    except KioskError as error:
        trouble = trouble_of(error)
    counts = device.outbox.counts()
    return Standing(
        ready=True,
        role=device.identity.role,
        connected=trouble is None,
        waiting=counts.waiting,
        since=_stamp(counts.waiting_since),
        stuck=counts.stuck,
        last_success=_stamp(device.local.last_success()),
        last_failure=_stamp(device.clock.now()) if trouble else None,
        trouble=trouble.value if trouble else None,
    )


def _sentence(standing: Standing) -> str:
    if not standing.ready:
        return standing.reason or "not ready"
    parts = [f"{standing.role}, {'connected' if standing.connected else 'not connected'}"]
    if standing.trouble:
        parts[0] += f" ({standing.trouble})"
    parts.append(f"{standing.waiting} waiting" + (f" since {standing.since}" if standing.since else ""))
    if standing.stuck:
        parts.append(f"{standing.stuck} stuck")
    parts.append(f"last synced {standing.last_success or 'never'}")
    return "; ".join(parts)


def _stamp(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None
