"""Durable save of a finished record, beside one durable insert of 1.5 KB through sqlcipher3."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.made_up import NOW, device_files, sign_up
from benchmarks.measure import Figure, side_by_side
from kiosk.device import OUTBOX, SystemEntropy
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.store.outbox import Outbox
from kiosk.vault.sqlcipher import open_database

ROUNDS = 300


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

    floor_ms, ours_ms = side_by_side(insert, record, rounds=ROUNDS)
    outbox.close()
    bare.close()
    return [Figure("durable save, with queue and audit rows", floor_ms, ours_ms, goal=1.4)]
