"""Whether a device's audit trail still goes on from where the portal saw it last (F5).

The portal holds number and hash of the newest row that it knows. With each turn a device names its newest row, and the
hash that the row of the portal's number has now. A trail that was cut or rebuilt, however long it has grown since, has
another row there or none. A device that does not know the portal's number yet (an answer was lost, the portal was
restored) is told it, and judged by its next turn.
"""

from __future__ import annotations

import datetime as dt
import logging

import sqlalchemy as sa

from kiosk.portal import cases
from kiosk.portal import tables as t
from kiosk.portal.cases import Case
from kiosk.portal.changes import Changed
from kiosk.portal.devices import Device
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_sync import SyncRequest

_log = logging.getLogger(__name__)


def take(
    connection: sa.Connection, device: Device, request: SyncRequest, now: dt.datetime
) -> tuple[int, str, list[Changed]]:
    """Compare the trail with what is known of it, and know its newest row from now on.

    Each break is one case, however long nobody looks at it. The device's row is locked by this transaction.

    Returns:
        number and hash of the row that the portal knows now, and what desks have to learn.

    Raises:
        RequestRefusedError: ``malformed``: what cannot be stored.
    """
    _check(request.audit_count, request.audit_head)
    _check(request.audit_known_count, request.audit_known_head)
    its = t.devices.c
    row = connection.execute(sa.select(its.audit_count, its.audit_head).where(its.device_id == device.device_id)).one()
    held = (row.audit_count, row.audit_head)
    if request.audit_known_count != row.audit_count:
        return *held, []
    newest = (request.audit_count, request.audit_head)
    goes_on = request.audit_known_head == row.audit_head and (request.audit_count > row.audit_count or newest == held)
    connection.execute(
        sa.update(t.devices)
        .where(its.device_id == device.device_id)
        .values(audit_count=request.audit_count, audit_head=request.audit_head)
    )
    return *newest, [] if goes_on else _tell(connection, device, now)


def _tell(connection: sa.Connection, device: Device, now: dt.datetime) -> list[Changed]:
    if cases.is_open(connection, device.practice_id, "trail_broken", device.device_id):
        return []
    _log.warning("the audit trail of device %s was changed or cut short", device.device_id)
    case = Case(kind="trail_broken", subject=device.device_id)
    return cases.open_case(connection, None, device.practice_id, case, now)


def _check(count: int, head: str) -> None:
    if not 0 <= count < 2**63:
        raise RequestRefusedError("malformed", "a count is out of range")
    if len(head) > 64 or not head.isascii() or "\0" in head:
        raise RequestRefusedError("malformed", "not an audit head")
