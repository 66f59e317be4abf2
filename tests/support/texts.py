"""Text messages that the portal decided to send."""

from __future__ import annotations

import re

import msgspec

from kiosk.portal import tables_people
from tests.portal.house import House


def phone_codes(house: House) -> list[tuple[str, str]]:
    """Number and six digits of each text that waits, in order."""
    rows = sorted(house.rows(tables_people.sms_outbox), key=lambda row: row.created_at)
    return [_read(house.keys.decrypt(row.payload, row.sms_id.bytes)) for row in rows]


def _read(payload: bytes) -> tuple[str, str]:
    fields = msgspec.json.decode(payload, type=dict[str, str])
    (code,) = re.findall(r"\b\d{6}\b", fields["text"])
    return fields["to"], code
