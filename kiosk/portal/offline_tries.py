"""Wrong dates of birth and ZIPs that devices counted without a network (S13, ``docs/protocol.md``, "Roster row")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from kiosk.portal import codes
from kiosk.portal import tables_people as tp
from kiosk.portal.changes import Changed
from kiosk.portal.devices import Device
from kiosk.portal.engine import insert_once
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_sync import WrongTries

MOST_CODES: Final = 500
MOST_TRIES: Final = 10_000


def add(connection: sa.Connection, device: Device, tries: Sequence[WrongTries], now: dt.datetime) -> list[Changed]:
    """Count what is new since the device last told; its totals only grow, so telling twice counts once.

    The device's row has to be locked by this transaction.

    Returns:
        what devices have to learn.

    Raises:
        RequestRefusedError: ``malformed``: no such codes or counts.
    """
    if len(tries) > MOST_CODES or not all(
        re.fullmatch(r"[A-Za-z0-9_-]{43}", one.lookup_id) and 0 < one.count <= MOST_TRIES for one in tries
    ):
        raise RequestRefusedError("malformed", "not wrong tries")
    table = tp.wrong_tries
    changed: list[Changed] = []
    for one in sorted(tries, key=lambda one: one.lookup_id):  # in one order everywhere: no two wait for each other
        key = {"device_id": device.device_id, "lookup_id": one.lookup_id}
        its = (table.c.device_id == device.device_id, table.c.lookup_id == one.lookup_id)
        insert_once(connection, table, key | {"count": 0})
        known: int = connection.execute(sa.select(table.c["count"]).where(*its)).scalar_one()
        if one.count > known:
            connection.execute(sa.update(table).where(*its).values(count=one.count))
            counted = codes.count_wrong(connection, device.practice_id, one.lookup_id, now, earlier=one.count - known)
            changed += counted.changed
    return changed
