"""``kiosk audit verify``: whether the trail of staff acts is whole, and if not, where it breaks (F5)."""

from __future__ import annotations

import json

from kiosk.commands.opened import opened
from kiosk.config import Config
from kiosk.store import audit as trail


def verify(settings: Config, *, as_json: bool) -> int:
    """Follow the hash chain from its first row.

    Returns:
        the exit code: 1 if a row was edited, cut or moved.

    Raises:
        KioskError: the device cannot be opened.
    """
    with opened(settings) as device:
        rows = device.outbox.audit_rows()
    bad = trail.first_bad(rows)
    head = rows[-1].hash if rows else ""
    if as_json:
        print(json.dumps({"rows": len(rows), "first_bad": bad, "head": head}))
    elif bad is None:
        print(f"The audit trail holds: {len(rows)} rows, head {head or '-'}.")
    else:
        print(f"The audit trail breaks at row {bad} of {len(rows)}: it was edited, cut or moved.")
    return 0 if bad is None else 1
