"""The one loop of ``kiosk-sync/1``: operations up, receipts and changes down, in one transaction.

An operation is decided once. Its receipt is stored in the transaction that stores its effect, and the same bytes get
the same receipt for ever. Deferred operations get a receipt too, but it is not kept: sent again, they are decided anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.outcomes import Family, Outcome
from kiosk.portal import changes, decisions, offline_tries, practices, pull, refused, trails
from kiosk.portal import tables as t
from kiosk.portal.devices import Device
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.rosters import Unsealed
from kiosk.portal.turn import Turn
from kiosk.protocol import envelope as envelopes
from kiosk.protocol import receipts
from kiosk.protocol.envelope import Envelope, EnvelopeError, Header
from kiosk.protocol.wire_sync import MAX_OPERATIONS, ReceiptsResponse, Result, SyncRequest, SyncResponse

MISSING_NAMED: Final = MAX_OPERATIONS
"""How many missing sequences one answer names: as many as the next request can bring."""

_INSERT_RECEIPT: Final = sa.insert(t.receipts)
_DELETE_DEFERRAL: Final = sa.delete(t.deferrals).where(
    t.deferrals.c.device_id == sa.bindparam("of_device"), t.deferrals.c.seq == sa.bindparam("of_seq")
)
_SELECT_DECIDED: Final = sa.select(
    t.receipts.c.op_id, t.receipts.c.payload_hash, t.receipts.c.device_id, t.receipts.c.receipt
).where(t.receipts.c.op_id.in_(sa.bindparam("op_ids", expanding=True)))
_SELECT_LINKS: Final = sa.union_all(
    *(
        sa.select(
            table.c.op_id,
            table.c.seq,
            table.c.payload_hash,
            table.c.prev,
            sa.literal_column(str(deferred)).label("deferred"),
        ).where(table.c.device_id == sa.bindparam("of_device"), table.c.seq.in_(sa.bindparam("seqs", expanding=True)))
        for deferred, table in enumerate((t.receipts, t.deferrals))
    )
)


@dataclass(frozen=True, slots=True)
class _Decided:
    payload_hash: str
    device_id: UUID
    receipt: str


@dataclass(frozen=True, slots=True)
class _Link:
    op_id: UUID
    payload_hash: str
    prev: str
    deferred: bool


@dataclass(slots=True)
class _Known:
    """What is known of a batch: read once for all of it, then kept up to date while it is decided.

    Attributes:
        decided: by operation id.
        chain: this device's operations and their neighbours, by sequence.
        new: rows of ``receipts`` that are still to be written.
    """

    decided: dict[UUID, _Decided]
    chain: dict[int, _Link]
    new: list[dict[str, object]] = field(default_factory=list)


def sync(
    connection: sa.Connection,
    device: Device,
    request: SyncRequest,
    *,
    keys: PortalKeys,
    now: dt.datetime,
    unsealed: list[Unsealed] | None = None,
) -> SyncResponse:
    """Decide the operations and collect what the device has to learn.

    The device's row has to be locked by this transaction (``devices.known``).

    Args:
        unsealed: gets the new codes whose roster rows are to be made afterwards (``rosters``).

    Raises:
        RequestRefusedError: ``malformed``, if something is no operation of this device at all; nothing was written.
    """
    if len(request.operations) > MAX_OPERATIONS:
        raise RequestRefusedError("too_large", f"at most {MAX_OPERATIONS} operations")
    if not 0 <= request.waiting < 2**63:
        raise RequestRefusedError("malformed", "a count is out of range")
    practice = practices.get(connection, device.practice_id)
    changed = offline_tries.add(connection, device, request.tries, now)
    audit_count, audit_head, broken = trails.take(connection, device, request, now)
    changed += broken
    parsed = [_parse(text, device) for text in request.operations]
    headers = [one if isinstance(one, Header) else one.header for one in parsed]
    known = _known(connection, device.device_id, headers)
    results: list[Result] = []
    for one, header in zip(parsed, headers, strict=True):
        turn = Turn(connection=connection, practice=practice, device=device, header=header, keys=keys, now=now)
        results.append(_settle(turn, known, one, text=request.operations[len(results)]))
        changed += turn.changed
        if unsealed is not None:
            unsealed += turn.unsealed
    if known.new:
        connection.execute(_INSERT_RECEIPT, known.new)
    changes.append(connection, device.practice_id, changed)
    connection.execute(
        sa.update(t.devices).where(t.devices.c.device_id == device.device_id).values(waiting=request.waiting)
    )
    durable_seq, missing = _chain(connection, device.device_id)
    epoch = connection.execute(sa.select(t.portal.c.epoch)).scalar_one()
    pulled = pull.pull(
        connection, device.practice_id, device.role, cursor=request.cursor, epoch=epoch, keys=keys, now=now
    )
    return SyncResponse(
        results=results,
        changes=pulled.changes,
        cursor=pulled.cursor,
        epoch=epoch,
        durable_seq=durable_seq,
        portal_time=now,
        reset=pulled.reset,
        more=pulled.more,
        missing=missing,
        audit_count=audit_count,
        audit_head=audit_head,
    )


def receipts_of(connection: sa.Connection, device: Device, op_ids: Sequence[UUID]) -> ReceiptsResponse:
    """The receipts of decided operations of this device; others are simply not there."""
    query = sa.select(t.receipts.c.op_id, t.receipts.c.receipt).where(
        t.receipts.c.device_id == device.device_id, t.receipts.c.op_id.in_(op_ids)
    )
    found = {row.op_id: row.receipt for row in connection.execute(query)}
    return ReceiptsResponse(
        results=[Result(receipt=found[op_id], replayed=True) for op_id in dict.fromkeys(op_ids) if op_id in found]
    )


def _parse(text: str, device: Device) -> Envelope | Header:
    """Read an operation, or only the header of one that is too long.

    Raises:
        RequestRefusedError: there is no readable header, or it names another device: nobody to give a receipt to.
    """
    try:
        if not text.isascii():
            raise EnvelopeError("not ASCII")
        if len(text) > envelopes.MAX_BYTES:
            head = text.partition(".")[0]
            parsed: Envelope | Header = envelopes.parse(f"{head}..").header
        else:
            parsed = envelopes.parse(text)
    except EnvelopeError:
        raise RequestRefusedError("malformed", "not an operation") from None
    header = parsed if isinstance(parsed, Header) else parsed.header
    if header.device_id != device.device_id:
        raise RequestRefusedError("malformed", "an operation of another device")
    return parsed


def _settle(turn: Turn, known: _Known, parsed: Envelope | Header, *, text: str) -> Result:
    """Find the operation's receipt, or decide it and add one to ``known.new``."""
    header = turn.header
    own_hash = envelopes.payload_hash(text)
    decided = known.decided.get(header.op_id)
    if decided is not None:
        if (decided.payload_hash, decided.device_id) == (own_hash, turn.device.device_id):
            return Result(receipt=decided.receipt, replayed=True)
        return Result(receipt=_receipt(turn, own_hash, Outcome.REJECTED_MISMATCH))
    if not _fits_chain(turn, known.chain, own_hash):
        return Result(receipt=_receipt(turn, own_hash, Outcome.REJECTED_FORK))
    outcome = Outcome.REJECTED_TOO_LARGE if isinstance(parsed, Header) else decisions.decide(turn, parsed)
    receipt = _receipt(turn, own_hash, outcome)
    link = {
        "op_id": header.op_id,
        "device_id": turn.device.device_id,
        "seq": header.seq,
        "payload_hash": own_hash,
        "prev": header.prev,
    }
    former = known.chain.get(header.seq)
    if former is not None and former.deferred:
        turn.connection.execute(_DELETE_DEFERRAL, {"of_device": turn.device.device_id, "of_seq": header.seq})
    deferred = outcome.family is Family.DEFERRED
    if deferred:
        if not insert_once(turn.connection, t.deferrals, link | {"outcome": outcome.value}):  # another one has this id
            return Result(receipt=_receipt(turn, own_hash, Outcome.REJECTED_MISMATCH))
    else:
        if former is not None and former.deferred:
            turn.changed.extend(refused.end_waiting(turn))
        known.new.append(link | {"outcome": outcome.value, "receipt": receipt, "decided_at": turn.now})
        known.decided[header.op_id] = _Decided(own_hash, turn.device.device_id, receipt)
    known.chain[header.seq] = _Link(header.op_id, own_hash, header.prev, deferred)
    return Result(receipt=receipt)


def _fits_chain(turn: Turn, chain: dict[int, _Link], own_hash: str) -> bool:
    """Whether the operation follows and precedes what is known of this device; a gap fits until it closes."""
    header = turn.header
    own, before, after = (chain.get(seq) for seq in (header.seq, header.seq - 1, header.seq + 1))
    if own is not None and (own.op_id, own.payload_hash) != (header.op_id, own_hash):
        return False
    if header.seq == 1 and header.prev != envelopes.GENESIS:
        return False
    if before is not None and before.payload_hash != header.prev:
        return False
    return after is None or after.prev == own_hash


def _known(connection: sa.Connection, device_id: UUID, headers: Sequence[Header]) -> _Known:
    """Read what the portal knows of a batch: its receipts, and the chain around it, decided or deferred."""
    if not headers:
        return _Known({}, {})
    rows = connection.execute(_SELECT_DECIDED, {"op_ids": [header.op_id for header in headers]})
    decided = {row.op_id: _Decided(row.payload_hash, row.device_id, row.receipt) for row in rows}
    seqs = sorted({seq for header in headers for seq in (header.seq - 1, header.seq, header.seq + 1) if seq < 2**63})
    links = connection.execute(_SELECT_LINKS, {"of_device": device_id, "seqs": seqs})
    return _Known(decided, {row.seq: _Link(row.op_id, row.payload_hash, row.prev, bool(row.deferred)) for row in links})


def _receipt(turn: Turn, own_hash: str, outcome: Outcome) -> str:
    """Sign the outcome; the desk hears of a record that is refused."""
    if outcome.family is Family.REJECTED:
        refused.tell(turn)
    return receipts.issue(
        receipts.Receipt(
            v=receipts.VERSION,
            op_id=turn.header.op_id,
            device_id=turn.device.device_id,
            seq=turn.header.seq,
            payload_hash=own_hash,
            outcome=outcome,
            decided_at=turn.now,
            key_id=turn.keys.signing_id,
        ),
        turn.keys.signing,
    )


def _chain(connection: sa.Connection, device_id: UUID) -> tuple[int, list[int]]:
    """The newest durable sequence, and what is missing below; moves the end of the gapless chain on."""
    chained: int = connection.execute(
        sa.select(t.devices.c.chain_seq).where(t.devices.c.device_id == device_id)
    ).scalar_one()
    known = sa.union_all(
        *(
            sa.select(table.c.seq).where(table.c.device_id == device_id, table.c.seq > chained)
            for table in (t.receipts, t.deferrals)
        )
    )
    missing: list[int] = []
    expected = chained + 1
    for seq in sorted(connection.execute(known).scalars()):
        missing += range(expected, min(seq, expected + MISSING_NAMED - len(missing)))
        expected = seq + 1
        if not missing:
            chained = seq
    connection.execute(sa.update(t.devices).where(t.devices.c.device_id == device_id).values(chain_seq=chained))
    durable = sa.select(sa.func.max(t.receipts.c.seq)).where(t.receipts.c.device_id == device_id)
    return connection.execute(durable).scalar_one() or 0, missing
