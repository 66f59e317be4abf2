"""The audit trail's hash chain: a hash covers its row and the hash before (F5, ``docs/protocol.md``, "Audit trail")."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kiosk.domain.staff import AuditEntry
from kiosk.protocol.encoding import b64encode
from kiosk.store.file import EncryptedFile, stamp

START = b64encode(bytes(32))

_SELECT_AUDIT_HEAD: Final = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"
_INSERT_AUDIT: Final = "INSERT INTO audit (number, at, staff_id, action, object_id, hash) VALUES (?, ?, ?, ?, ?, ?)"
_SELECT_AUDIT_HASH: Final = "SELECT hash FROM audit WHERE number = ?"
_SELECT_AUDIT: Final = "SELECT number, at, staff_id, action, object_id, hash FROM audit ORDER BY number"


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

    The chain has no secret: one that was cut at its end or made anew holds, too. ``first_unknown`` finds those.
    """
    previous = START
    for expected, row in enumerate(rows, 1):
        made = row_hash(previous, row.number, row.at, row.staff_id, row.action, row.object_id)
        if row.number != expected or row.hash != made:
            return expected
        previous = row.hash
    return None


def first_unknown(rows: Sequence[AuditRow], known: tuple[int, str]) -> int | None:
    """The number of the first row that is not as the portal knows it, or None if nothing speaks against the trail.

    Args:
        rows: whose chain holds (``first_bad``).
        known: number and hash of the newest row that the portal confirmed.

    Returns:
        the first row that is missing; or the known row itself, if it is another one now: then the rows up to it were
        made anew, and which of them was changed can no longer be told.
    """
    count, head = known
    if len(rows) < count:
        return len(rows) + 1
    return count if count and rows[count - 1].hash != head else None


class AuditFile(EncryptedFile):
    """The trail's part of the outbox: an act and its row are one transaction."""

    def audit(self, entry: AuditEntry) -> None:
        """Append an audit row (``kiosk.domain.ports.OperationLog``)."""
        with self._transaction() as db:
            self._append_audit(db, entry)

    def _append_audit(self, db: Any, entry: AuditEntry) -> None:
        last = db.execute(_SELECT_AUDIT_HEAD).fetchone()
        number, head = (last[0] + 1, last[1]) if last else (1, START)
        fields = (stamp(entry.at), str(entry.staff_id), entry.action.value, entry.object_id)
        db.execute(_INSERT_AUDIT, (number, *fields, row_hash(head, number, *fields)))

    def audit_head(self) -> tuple[int, str]:
        """How many audit rows there are, and the newest one's hash (empty if none)."""
        with self._reading() as db:
            row = db.execute(_SELECT_AUDIT_HEAD).fetchone()
        return (row[0], row[1]) if row else (0, "")

    def audit_hash(self, number: int) -> str:
        """The hash that a row has now; empty if there is no such row."""
        with self._reading() as db:
            row = db.execute(_SELECT_AUDIT_HASH, (number,)).fetchone()
        return str(row[0]) if row else ""

    def audit_rows(self) -> list[AuditRow]:
        """The whole trail, oldest first."""
        with self._reading() as db:
            return [AuditRow(*row) for row in db.execute(_SELECT_AUDIT)]
