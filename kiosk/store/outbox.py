"""``outbox.db``: the durable queue of sealed operations, their receipts, the chain, and the audit trail.

What is stored here no longer shows a patient: bodies are sealed to the portal before they are written, and the sealed
text goes when the portal's signed receipt says that it is durable there (K2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.errors import StorageError
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Family, Outcome
from kiosk.domain.ports import Entropy
from kiosk.domain.staff import AuditEntry
from kiosk.protocol import envelope
from kiosk.protocol.keys import KeyStatement, verify_statement
from kiosk.protocol.queue import QueueCounts, Queued
from kiosk.protocol.receipts import Receipt
from kiosk.store import schema
from kiosk.store.audit import AuditFile
from kiosk.store.file import stamp

_DEFERRED_FIRST_S: Final = 60
_DEFERRED_MAX_S: Final = 15 * 60

_INSERT_DEVICE: Final = """
    INSERT INTO device (id, device_id, role, practice_id, portal_url, root_key, keys) VALUES (1, ?, ?, ?, ?, ?, ?)"""
_SELECT_DEVICE: Final = "SELECT device_id, role, practice_id, portal_url, root_key, keys FROM device"
_UPDATE_KEYS: Final = "UPDATE device SET keys = ?"
_SELECT_HEAD: Final = """
    SELECT max(seq), payload_hash FROM (
        SELECT * FROM (SELECT seq, payload_hash FROM operations ORDER BY seq DESC LIMIT 1)
        UNION ALL SELECT * FROM (SELECT seq, payload_hash FROM receipts ORDER BY seq DESC LIMIT 1))"""
_INSERT_OPERATION: Final = """
    INSERT INTO operations (seq, op_id, kind, subject, recorded_at, payload_hash, envelope)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_SELECT_READY: Final = """
    SELECT seq, op_id, envelope
    FROM operations LEFT JOIN (
        SELECT subject, min(seq) AS failed_at FROM operations WHERE state IN ('stuck', 'quarantined') GROUP BY subject
    ) USING (subject)
    WHERE state = 'queued' AND next_try_at <= ? AND (failed_at IS NULL OR seq < failed_at)
    ORDER BY seq LIMIT ?"""
_SEND_AGAIN: Final = """
    UPDATE operations SET state = 'queued', next_try_at = '' WHERE state IN ('acknowledged', 'attention') AND seq = ?"""
_SEND_AGAIN_ABOVE: Final = """
    UPDATE operations SET state = 'queued', next_try_at = '' WHERE state IN ('acknowledged', 'attention') AND seq > ?"""
_SELECT_HASH: Final = "SELECT payload_hash, attempts FROM operations WHERE seq = ? AND op_id = ?"
_UPDATE_SETTLED: Final = "UPDATE operations SET state = ?, receipt = ?, outcome = ? WHERE seq = ?"
_UPDATE_DEFERRED: Final = """
    UPDATE operations SET state = 'queued', receipt = NULL, outcome = ?, attempts = attempts + 1, next_try_at = ?
    WHERE seq = ?"""
_UPDATE_STUCK: Final = "UPDATE operations SET state = 'stuck' WHERE op_id = ? AND state = 'queued'"
_DURABLE: Final = "state IN ('acknowledged', 'attention') AND receipt IS NOT NULL AND seq <= ?"
_KEEP_RECEIPTS: Final = f"""
    INSERT INTO receipts (seq, op_id, payload_hash, outcome, receipt)
    SELECT seq, op_id, payload_hash, outcome, receipt FROM operations WHERE {_DURABLE}"""  # noqa: S608 - a constant
_PURGE: Final = f"DELETE FROM operations WHERE {_DURABLE}"  # noqa: S608 - a constant
# Newest first without an index: whoever asks waits for one that was just recorded.
_SELECT_OUTCOME: Final = """
    SELECT * FROM (SELECT outcome FROM operations WHERE op_id = :op_id ORDER BY seq DESC LIMIT 1)
    UNION ALL SELECT * FROM (SELECT outcome FROM receipts WHERE op_id = :op_id ORDER BY seq DESC LIMIT 1)"""
_SELECT_COUNTS: Final = """
    SELECT count(*) FILTER (WHERE state = 'queued'), min(recorded_at) FILTER (WHERE state = 'queued'),
           count(*) FILTER (WHERE state IN ('stuck', 'quarantined')), count(*)
    FROM operations"""


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """Who this device is and which portal it belongs to.

    Attributes:
        root_key: the portal's root, Ed25519, 32 bytes, checked against the enrolment ticket.
        statements: the portal's keys under that root.
    """

    device_id: UUID
    role: Literal["tablet", "desk"]
    practice_id: UUID
    portal_url: str
    root_key: bytes
    statements: tuple[KeyStatement, ...]

    def keys(self, purpose: Literal["sign", "seal"]) -> dict[str, bytes]:
        """The portal's public keys for a purpose, by key id, each checked against the root; the current one first."""
        return {s.key_id: verify_statement(self.root_key, s) for s in self.statements if s.purpose == purpose}


class Outbox(AuditFile):
    """The open outbox."""

    def __init__(self, path: Path, key: bytes, signing_key: Ed25519PrivateKey, entropy: Entropy) -> None:
        """Open an enrolled device's file.

        Raises:
            StorageError: it does not open, or was never enrolled.
        """
        self._signing_key = signing_key
        self._entropy = entropy
        super().__init__(path, key, schema.OUTBOX_PURPOSE, schema.OUTBOX_STEPS)
        try:
            self._identity = self._read_identity()
            self._use_keys()
        except BaseException:
            self.close()
            raise

    @staticmethod
    def create(path: Path, key: bytes, identity: DeviceIdentity) -> None:
        """Make the file of a newly enrolled device.

        Raises:
            StorageError: it exists, or cannot be written.
        """
        with Outbox._made(path, key, schema.OUTBOX_PURPOSE, schema.OUTBOX_STEPS) as db:
            row = (
                str(identity.device_id),
                identity.role,
                str(identity.practice_id),
                identity.portal_url,
                identity.root_key,
                msgspec.json.encode(identity.statements),
            )
            db.execute(_INSERT_DEVICE, row)

    @property
    def identity(self) -> DeviceIdentity:
        """Who this device is."""
        return self._identity

    def _read_identity(self) -> DeviceIdentity:
        with self._reading() as db:
            row = db.execute(_SELECT_DEVICE).fetchone()
        if row is None:
            raise StorageError("this file was never enrolled")
        device_id, role, practice_id, url, root, keys = row
        statements = msgspec.json.decode(keys, type=tuple[KeyStatement, ...])
        return DeviceIdentity(UUID(device_id), role, UUID(practice_id), url, bytes(root), statements)

    def _use_keys(self) -> None:
        self._sealing_id, self._sealing_key = next(iter(self._identity.keys("seal").items()))

    def sealing_key(self) -> tuple[str, bytes]:
        """The portal's current sealing key, with its id."""
        with self._lock:
            return self._sealing_id, self._sealing_key

    def set_keys(self, statements: Sequence[KeyStatement]) -> dict[str, bytes]:
        """Take the portal's new keys.

        Returns:
            its signing keys by key id.

        Raises:
            ValueError: the root did not sign one of them, or a purpose has none; nothing was changed.
        """
        for statement in statements:
            verify_statement(self._identity.root_key, statement)
        if {statement.purpose for statement in statements} != {"sign", "seal"}:
            raise ValueError("keys are missing")
        with self._lock:  # a record made meanwhile must not pair one key's id with another's bytes
            with self._transaction() as db:
                db.execute(_UPDATE_KEYS, (msgspec.json.encode(statements),))
            self._identity = self._read_identity()
            self._use_keys()
        return self._identity.keys("sign")

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        """Seal, chain and store (``kiosk.domain.ports.OperationLog``)."""
        op_id = self._entropy.uuid4()
        with self._transaction() as db:
            last, head = db.execute(_SELECT_HEAD).fetchone()
            seq = (last or 0) + 1
            header = envelope.Header(
                v=envelope.VERSION,
                op_id=op_id,
                device_id=self._identity.device_id,
                seq=seq,
                prev=head or envelope.GENESIS,
                kind=body.KIND,
                schema=body.SCHEMA,
                subject=subject,
                recorded_at=at.astimezone(dt.UTC),
                key_id=self._sealing_id,
            )
            text = envelope.make(header, body, sealing_key=self._sealing_key, signing_key=self._signing_key)
            digest = envelope.payload_hash(text)
            db.execute(_INSERT_OPERATION, (seq, str(op_id), body.KIND, str(subject), stamp(at), digest, text))
            if audit is not None:
                self._append_audit(db, audit)
        return op_id

    def ready(self, now: dt.datetime, *, limit: int, max_chars: int) -> list[Queued]:
        """The oldest operations to send now, first in first out; a stuck one blocks its own subject only."""
        with self._reading() as db:
            rows = db.execute(_SELECT_READY, (stamp(now), limit)).fetchall()
        batch: list[Queued] = []
        for seq, op_id, text in rows:
            max_chars -= len(text) + 3  # quotes and comma
            if batch and max_chars < 0:
                break
            batch.append(Queued(seq, UUID(op_id), text))
        return batch

    def send_again(self, seqs: Collection[int]) -> None:
        """Queue what the portal lacks, as far as it is still held; what is stuck or refused stays so."""
        with self._transaction() as db:
            for seq in seqs:
                db.execute(_SEND_AGAIN, (seq,))

    def send_again_above(self, durable_seq: int) -> None:
        """Queue all that is held above ``durable_seq``: the portal was restored and may have lost it."""
        with self._transaction() as db:
            db.execute(_SEND_AGAIN_ABOVE, (durable_seq,))

    def apply(self, receipts: Sequence[tuple[Receipt, str]], *, durable_seq: int, now: dt.datetime) -> None:
        """Take verified receipts and purge what is durable at the portal, in one transaction.

        A receipt for other bytes, another device or an operation we do not have is ignored: it deletes nothing.
        """
        with self._transaction() as db:
            for receipt, text in receipts:
                row = db.execute(_SELECT_HASH, (receipt.seq, str(receipt.op_id))).fetchone()
                if row is None or receipt.device_id != self._identity.device_id or row[0] != receipt.payload_hash:
                    continue
                self._settle(db, receipt, text, attempts=row[1], now=now)
            db.execute(_KEEP_RECEIPTS, (durable_seq,))
            db.execute(_PURGE, (durable_seq,))

    def _settle(self, db: Any, receipt: Receipt, text: str, *, attempts: int, now: dt.datetime) -> None:
        family = receipt.outcome.family
        if family is Family.DEFERRED:
            wait = min(_DEFERRED_MAX_S, _DEFERRED_FIRST_S * 2 ** min(attempts, 10))
            later = stamp(now + dt.timedelta(seconds=wait))
            db.execute(_UPDATE_DEFERRED, (receipt.outcome.value, later, receipt.seq))
            return
        state = {
            Family.ACCEPTED: "acknowledged",
            Family.NEEDS_ATTENTION: "attention",
            Family.REJECTED: "quarantined",
        }[family]
        db.execute(_UPDATE_SETTLED, (state, text, receipt.outcome.value, receipt.seq))

    def mark_stuck(self, op_id: UUID) -> None:
        """Set aside an operation that the portal cannot take; kept, shown, never sent again by itself."""
        with self._transaction() as db:
            db.execute(_UPDATE_STUCK, (str(op_id),))

    def outcome(self, op_id: UUID) -> Outcome | None:
        """The portal's decision, as far as it is known here."""
        with self._reading() as db:
            row = db.execute(_SELECT_OUTCOME, {"op_id": str(op_id)}).fetchone()
        return Outcome(row[0]) if row and row[0] else None

    def counts(self) -> QueueCounts:
        """The queue at a glance."""
        with self._reading() as db:
            waiting, since, stuck, held = db.execute(_SELECT_COUNTS).fetchone()
        return QueueCounts(waiting, dt.datetime.fromisoformat(since) if since else None, stuck, held)
