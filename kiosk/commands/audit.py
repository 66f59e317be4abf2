"""``kiosk audit verify``: whether the trail of staff acts is whole, and if not, where it breaks (F5)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from kiosk.commands.opened import opened
from kiosk.commands.signed_in import known
from kiosk.config import Config
from kiosk.store import audit as trail


def verify(settings: Config, *, as_json: bool, environment: Mapping[str, str] = os.environ) -> int:
    """Follow the hash chain from its first row, and compare it with what the portal knew at the last sync.

    It tells numbers alone and must be possible without adding to what it judges, so it needs no PIN; whoever signs in
    all the same (``KIOSK_STAFF``) leaves a row, after it was judged (F5).

    Returns:
        the exit code: 1 if a row was edited, cut or moved.

    Raises:
        KioskError: the device cannot be opened, or the PIN is wrong.
    """
    with opened(settings, environment) as device:
        rows = device.outbox.audit_rows()
        portal_knows = device.local.known_trail()
        with known(device, environment) as session:
            if session is not None:
                device.desk.trail_verified(session)
    count = len(rows)
    head = rows[-1].hash if rows else ""
    bad = trail.first_bad(rows)
    unknown = trail.first_unknown(rows, portal_knows) if bad is None else None
    first = bad if bad is not None else unknown
    if as_json:
        print(json.dumps({"rows": count, "first_bad": first, "head": head, "portal_knows": portal_knows[0]}))
    elif bad is not None:
        print(f"The audit trail breaks at row {bad} of {count}: it was edited, cut or moved.")
    elif unknown is not None and unknown > count:
        print(
            f"The audit trail breaks at row {unknown}: it was cut there, since the portal knows {portal_knows[0]} rows."
        )
    elif unknown is not None:
        print(
            f"The audit trail breaks at row {unknown} of {count}: the portal knows another one, so the rows up to it "
            "were made anew."
        )
    else:
        print(f"The audit trail holds: {count} rows, head {head or '-'}.")
        print(_limits(count, portal_knows[0]))
    return 0 if first is None else 1


def _limits(count: int, known: int) -> str:
    """What nobody can know from here."""
    if known == count:
        return "The portal knew every row at the last sync."
    rows = "no row" if known == 0 else f"rows 1 to {known}"
    return (
        f"The portal knew {rows} at the last sync. Whether later ones were changed or cut off cannot be told on this "
        "computer alone; the portal compares the trail with every sync."
    )
