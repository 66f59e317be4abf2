"""Durable save of a finished record, beside one durable insert of 1.5 KB through sqlcipher3."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.made_up import NOW, device_files, sign_up
from benchmarks.measure import Figure, side_by_side
from kiosk.device import OUTBOX, SystemEntropy
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.store.outbox import Outbox
from kiosk.store.schema import OUTBOX_PURPOSE
from kiosk.vault.sqlcipher import open_database

ROUNDS = 300
ROWS = 20_000

_COUNT = "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < ?)"
_FILL_OPERATIONS = f"""
    {_COUNT} INSERT INTO operations (seq, op_id, kind, subject, recorded_at, payload_hash, envelope)
    SELECT seq + n, op_id, kind, subject, recorded_at, payload_hash, envelope
    FROM count, (SELECT * FROM operations ORDER BY seq DESC LIMIT 1)"""  # noqa: S608 - a constant
_FILL_AUDIT = f"""
    {_COUNT} INSERT INTO audit (number, at, staff_id, action, object_id, hash)
    SELECT number + n, at, staff_id, action, object_id, hash
    FROM count, (SELECT * FROM audit ORDER BY number DESC LIMIT 1)"""  # noqa: S608 - a constant


def measure(folder: Path) -> list[Figure]:
    """Run both."""
    bare = open_database(folder / "floor.db", os.urandom(32), create=True)
    bare.execute("CREATE TABLE records (body BLOB)")
    payload = os.urandom(1500)
    keys = device_files(folder / "save")
    signing_key = Ed25519PrivateKey.from_private_bytes(keys.signing)
    outbox = Outbox(folder / "save" / OUTBOX, keys.outbox, signing_key, SystemEntropy())
    body, staff = sign_up(), uuid.uuid4()

    def insert() -> None:
        bare.execute("INSERT INTO records VALUES (?)", (payload,))

    def record() -> None:
        audit = AuditEntry(staff, AuditAction.INVITATION_MADE, NOW)
        outbox.record(body, subject=uuid.uuid4(), at=NOW, audit=audit)

    name = "durable save, with queue and audit rows"
    figures = [Figure(name, *side_by_side(insert, record, rounds=ROUNDS), goal=1.4)]
    outbox.close()
    _fill(folder / "save" / OUTBOX, keys.outbox)
    outbox = Outbox(folder / "save" / OUTBOX, keys.outbox, signing_key, SystemEntropy())
    name = f"the same, behind {ROWS:,} rows"
    figures.append(Figure(name, *side_by_side(insert, record, rounds=ROUNDS), goal=1.4))
    outbox.close()
    bare.close()
    return figures


def _fill(path: Path, key: bytes) -> None:
    """Add rows to queue and audit, each like the last one there."""
    with contextlib.closing(open_database(path, key, purpose=OUTBOX_PURPOSE)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute(_FILL_OPERATIONS, (ROWS,))
        db.execute(_FILL_AUDIT, (ROWS,))
        db.execute("COMMIT")
