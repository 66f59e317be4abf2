"""What receipts do: only the portal's word on these very bytes lets a payload go (K2)."""

import datetime as dt
import uuid

import pytest

from kiosk.domain.outcomes import Outcome
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.queue import Queued
from kiosk.store.outbox import Outbox
from tests.store.samples import CANARIES, NOW, House, PortalKeys, queue, record


@pytest.mark.rule("K2")
@pytest.mark.parametrize("wrong", ["hash", "device", "operation", "seq"])
def test_a_receipt_about_something_else_deletes_nothing(house: House, outbox: Outbox, wrong: str) -> None:
    """Another hash, another device, an unknown operation, another number: each is ignored."""
    record(outbox)
    (queued,) = queue(outbox)
    receipt = {
        "hash": lambda: house.portal.receipt(queued, payload_hash=b64encode(bytes(32))),
        "device": lambda: house.portal.receipt(queued, device_id=uuid.uuid4()),
        "operation": lambda: house.portal.receipt(Queued(queued.seq, uuid.uuid4(), queued.text)),
        "seq": lambda: house.portal.receipt(Queued(2, queued.op_id, queued.text)),
    }[wrong]()
    outbox.apply([receipt], durable_seq=99, now=NOW)
    assert queue(outbox) == [queued]
    assert outbox.outcome(queued.op_id) is None
    assert outbox.counts().held == 1


@pytest.mark.rule("K2")
@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.EXACT_MATCH])
def test_a_payload_goes_when_it_is_durable(house: House, outbox: Outbox, outcome: Outcome) -> None:
    """Decided and durable at the portal: gone here; decided but above ``durable_seq``: kept, and sent no more."""
    ids = [record(outbox) for _ in range(3)]
    outbox.apply([house.portal.receipt(queued, outcome) for queued in queue(outbox)], durable_seq=2, now=NOW)
    assert queue(outbox) == []
    assert outbox.counts().held == 1
    outbox.apply([], durable_seq=3, now=NOW)
    assert (outbox.counts().held, outbox.counts().waiting) == (0, 0)
    assert [outbox.outcome(op_id) for op_id in ids] == [outcome] * 3


@pytest.mark.rule("K2")
def test_durable_alone_deletes_nothing(outbox: Outbox) -> None:
    """Without a receipt the word "durable" is no reason to delete."""
    record(outbox)
    outbox.apply([], durable_seq=99, now=NOW)
    assert len(queue(outbox)) == 1


@pytest.mark.rule("K2")
@pytest.mark.parametrize("family", ["rejected", "deferred", "stuck"])
def test_what_the_portal_did_not_take_is_kept(house: House, outbox: Outbox, family: str) -> None:
    """Refused, deferred and stuck operations stay on the device whatever is durable, and are counted."""
    record(outbox)
    (queued,) = queue(outbox)
    if family == "stuck":
        outbox.mark_stuck(queued.op_id)
    else:
        outcome = Outcome.REJECTED_FORK if family == "rejected" else Outcome.DEFERRED_SCHEMA
        outbox.apply([house.portal.receipt(queued, outcome)], durable_seq=99, now=NOW)
    outbox.apply([], durable_seq=99, now=NOW)
    counts = outbox.counts()
    assert (counts.held, counts.stuck, counts.waiting) == (1, int(family != "deferred"), int(family == "deferred"))


def test_a_deferred_operation_comes_back_later_and_later(house: House, outbox: Outbox) -> None:
    """1, 2, 4, 8 minutes, then every quarter of an hour."""
    record(outbox)
    now = NOW
    for wait in (60, 120, 240, 480, 900, 900):
        (queued,) = queue(outbox, now)
        outbox.apply([house.portal.receipt(queued, Outcome.DEFERRED_DEPENDENCY)], durable_seq=0, now=now)
        assert queue(outbox, now) == []
        now += dt.timedelta(seconds=wait)
        assert queue(outbox, now - dt.timedelta(microseconds=1)) == []
    assert len(queue(outbox, now)) == 1


@pytest.mark.rule("K2")
def test_deferred_after_accepted_takes_the_acceptance_back(house: House, outbox: Outbox) -> None:
    """A restored portal that now lacks what it needs has not taken the record over, so it may not be deleted."""
    record(outbox)
    (queued,) = queue(outbox)
    outbox.apply([house.portal.receipt(queued)], durable_seq=0, now=NOW)
    outbox.apply([house.portal.receipt(queued, Outcome.DEFERRED_DEPENDENCY)], durable_seq=99, now=NOW)
    assert outbox.counts().held == 1
    assert queue(outbox, NOW + dt.timedelta(minutes=1)) == [queued]


def test_a_stuck_operation_blocks_its_own_subject_only(outbox: Outbox) -> None:
    """What follows it about the same person waits; what came before it, and all others, go."""
    person, other = uuid.uuid4(), uuid.uuid4()
    for subject in (person, person, other, person):
        record(outbox, subject=subject)
    outbox.mark_stuck(queue(outbox)[1].op_id)
    assert [queued.seq for queued in queue(outbox)] == [1, 3]


def test_first_in_first_out_in_bounded_batches(outbox: Outbox) -> None:
    """At most so many and so large, in order; one too large for the limit goes alone, or it would never go."""
    for _ in range(5):
        record(outbox)
    everything = queue(outbox)
    assert [queued.seq for queued in everything] == [1, 2, 3, 4, 5]
    assert outbox.ready(NOW, limit=3, max_chars=10**6) == everything[:3]
    room = sum(len(queued.text) + 3 for queued in everything[:2])
    assert outbox.ready(NOW, limit=50, max_chars=room) == everything[:2]
    assert outbox.ready(NOW, limit=50, max_chars=room - 1) == everything[:1]
    assert outbox.ready(NOW, limit=50, max_chars=1) == everything[:1]


@pytest.mark.rule("K1")
def test_what_the_portal_lacks_goes_again(house: House, outbox: Outbox) -> None:
    """Held operations are queued again, as the same bytes; stuck ones and those already gone are not."""
    for _ in range(5):
        record(outbox)
    sent = queue(outbox)
    outbox.mark_stuck(sent[4].op_id)
    outbox.apply([house.portal.receipt(queued) for queued in sent[:4]], durable_seq=1, now=NOW)
    outbox.send_again([1, 2, 5, 77])
    assert queue(outbox) == [sent[1]]
    outbox.send_again_above(2)
    assert queue(outbox) == sent[1:4]


@pytest.mark.rule("K2")
def test_nothing_of_a_patient_is_left(house: House, outbox: Outbox) -> None:
    """With the right key: no canary in any table, before and after delivery; raw: none in any byte of any file."""

    def dump() -> str:
        tables = [row[0] for row in outbox._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert {"operations", "receipts", "audit", "device"} <= set(tables)
        return repr([outbox._db.execute(f"SELECT * FROM {name}").fetchall() for name in tables])  # noqa: S608

    def raw() -> bytes:
        files = list(house.folder.iterdir())
        assert any(path.name.endswith("-wal") for path in files)
        return b"".join(path.read_bytes() for path in files)

    for _ in range(3):
        record(outbox)
    sealed = [queued.text for queued in queue(outbox)]
    for canary in CANARIES:
        assert canary not in dump()
        assert canary.encode() not in raw()
    assert all(text in dump() for text in sealed)
    outbox.apply([house.portal.receipt(queued) for queued in queue(outbox)], durable_seq=3, now=NOW)
    assert not any(text in dump() or text.encode() in raw() for text in sealed)


def test_only_the_root_gives_keys(house: House, outbox: Outbox) -> None:
    """A statement by another root, or a set without a sealing key, changes nothing, also after reopening."""
    before = outbox.identity
    for statements in (PortalKeys().statements("2"), house.portal.statements("2")[:1], ()):
        with pytest.raises(ValueError, match=r"root|missing"):
            outbox.set_keys(statements)
    assert outbox.identity == before
    again = house.outbox()
    assert again.identity == before
    again.close()
