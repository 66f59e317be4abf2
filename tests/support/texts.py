"""Text messages that the portal decided to send."""

from __future__ import annotations

import re

import msgspec
import sqlalchemy as sa

from kiosk.portal import tables_people
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys


def phone_codes(database: Database, keys: PortalKeys) -> list[tuple[str, str]]:
    """Number and six digits of each text that waits, in order; of one that was sent nothing is left."""
    table = tables_people.sms_outbox
    query = sa.select(table).where(table.c.payload.is_not(None)).order_by(table.c.created_at)
    rows = database.run(lambda connection: connection.execute(query).all())
    return [_read(keys.decrypt(row.payload, row.sms_id.bytes)) for row in rows]


def _read(payload: bytes) -> tuple[str, str]:
    fields = msgspec.json.decode(payload, type=dict[str, str])
    (code,) = re.findall(r"\b\d{6}\b", fields["text"])
    return fields["number"], code
