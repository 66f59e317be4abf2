"""The audit trail's hash chain: each row's hash covers the row and the hash before it (F5, ``security.md``)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.protocol.encoding import b64encode

START = b64encode(bytes(32))


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A stored row; ``at`` is ISO 8601 in UTC, ``object_id`` an id or empty."""

    number: int
    at: str
    staff_id: str
    action: str
    object_id: str
    hash: str


def row_hash(previous: str, number: int, at: str, staff_id: str, action: str, object_id: str) -> str:
    """SHA-256 over the previous hash and the row's fields, each ended by a unit separator, base64url."""
    joined = "\x1f".join([previous, str(number), at, staff_id, action, object_id])
    return b64encode(hashlib.sha256(joined.encode()).digest())


def first_bad(rows: Iterable[AuditRow]) -> int | None:
    """The number of the first row that was edited, cut or moved, or None if the chain holds.

    A trail cut at its end is found by the head that each sync hands to the portal.
    """
    previous = START
    for expected, row in enumerate(rows, 1):
        made = row_hash(previous, row.number, row.at, row.staff_id, row.action, row.object_id)
        if row.number != expected or row.hash != made:
            return expected
        previous = row.hash
    return None
