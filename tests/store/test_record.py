"""Recording: one transaction, a gapless chain, and nothing half whatever breaks."""

import subprocess
import sys
import tempfile
import threading
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.protocol import envelope
from kiosk.store import audit as trail
from kiosk.store.outbox import Outbox
from tests.store.samples import DEVICE_ID, NOW, STAFF_ID, House, queue, record, sign_up

ENTRY = AuditEntry(STAFF_ID, AuditAction.INVITATION_MADE, NOW, "object")


def check_chain(outbox: Outbox, house: House) -> None:
    """Every operation is the device's, follows its predecessor, and can be opened by the portal."""
    previous = envelope.GENESIS
    for expected, queued in enumerate(queue(outbox), 1):
        parsed = envelope.parse(queued.text)
        envelope.verify(parsed, house.signing.public_key().public_bytes_raw())
        assert (parsed.header.seq, parsed.header.prev) == (expected, previous)
        assert (parsed.header.op_id, parsed.header.device_id) == (queued.op_id, DEVICE_ID)
        previous = parsed.payload_hash


@pytest.mark.rule("K2")
def test_a_record_can_be_read_by_the_portal_alone(house: House, outbox: Outbox) -> None:
    """The body comes back from the portal's key, exactly as recorded; the device has only the public half."""
    record(outbox)
    (queued,) = queue(outbox)
    assert envelope.open_body(envelope.parse(queued.text), house.portal.seal) == sign_up()


@pytest.mark.rule("K1")
@settings(max_examples=10)
@given(batches=st.lists(st.integers(0, 4), min_size=1, max_size=5), deliver=st.booleans())
def test_the_chain_has_no_gap(batches: list[int], deliver: bool) -> None:
    """Numbers and ``prev`` go on over reopening, and over operations that have already left the device."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        house.create()
        seqs: list[int] = []
        previous = envelope.GENESIS
        for size in batches:
            outbox = house.outbox()
            for _ in range(size):
                record(outbox)
            for queued in [queued for queued in queue(outbox) if queued.seq not in seqs]:
                parsed = envelope.parse(queued.text)
                assert parsed.header.prev == previous
                previous = parsed.payload_hash
                seqs.append(queued.seq)
            if deliver:
                outbox.apply([house.portal.receipt(q) for q in queue(outbox)], durable_seq=len(seqs), now=NOW)
                assert outbox.counts().held == 0
            outbox.close()
        assert seqs == list(range(1, sum(batches) + 1))


@pytest.mark.rule("F5")
def test_an_operation_and_its_audit_row_stand_or_fall_together(outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault between the two leaves neither; the next record takes the number as if nothing had been."""

    def broken(self: Outbox, db: Any, entry: AuditEntry) -> None:
        raise OSError(5, "fault between operation and audit row")

    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "_append_audit", broken)
        with pytest.raises(StorageError):
            outbox.record(sign_up(), subject=uuid.uuid4(), at=NOW, audit=ENTRY)
    assert (queue(outbox), outbox.audit_rows()) == ([], [])
    outbox.record(sign_up(), subject=uuid.uuid4(), at=NOW, audit=ENTRY)
    assert [queued.seq for queued in queue(outbox)] == [1]
    assert [row.action for row in outbox.audit_rows()] == ["invitation_made"]


def fill(outbox: Outbox) -> int:
    """Record until there is no room; how many were saved."""
    for saved in range(100):
        try:
            outbox.record(sign_up(), subject=uuid.uuid4(), at=NOW, audit=ENTRY)
        except DiskFullError:
            return saved
    return 100


def test_a_full_disk_leaves_nothing_half(house: House, outbox: Outbox) -> None:
    """``DiskFullError`` says that nothing was saved; what was saved stands, and it goes on when there is room."""
    pages = outbox._db.execute("PRAGMA page_count").fetchone()[0]
    outbox._db.execute(f"PRAGMA max_page_count = {pages + 8}")
    saved = fill(outbox)
    assert 0 < saved < 100
    with pytest.raises(DiskFullError):
        outbox.record(sign_up(), subject=uuid.uuid4(), at=NOW, audit=ENTRY)
    assert len(queue(outbox)) == len(outbox.audit_rows()) == saved
    outbox._db.execute("PRAGMA max_page_count = 1000000")
    record(outbox)
    assert len(queue(outbox)) == saved + 1
    check_chain(outbox, house)


def test_threads_may_record_at_once(house: House, outbox: Outbox) -> None:
    """Two screens' workers and the sync share one file: the chain stays one chain."""
    begin = threading.Barrier(3)

    def work() -> None:
        begin.wait()
        for _ in range(20):
            outbox.record(sign_up(), subject=uuid.uuid4(), at=NOW, audit=ENTRY)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    begin.wait()
    for thread in threads:
        thread.join()
    assert len(queue(outbox)) == 40
    check_chain(outbox, house)
    assert trail.first_bad(outbox.audit_rows()) is None


@pytest.mark.rule("K1")
def test_new_keys_never_mix_with_old_ones(house: House, outbox: Outbox) -> None:
    """While the portal's keys roll, each record is sealed to the key that its header names."""
    rolled = type(house.portal)(root=house.portal.root)
    begin = threading.Barrier(2)

    def roll() -> None:
        begin.wait()
        for _ in range(20):
            outbox.set_keys(rolled.statements("2"))
            outbox.set_keys(house.portal.statements("1"))

    thread = threading.Thread(target=roll)
    thread.start()
    begin.wait()
    for _ in range(40):
        record(outbox)
    thread.join()
    keys = {"seal-1": house.portal.seal, "seal-2": rolled.seal}
    for queued in queue(outbox):
        parsed = envelope.parse(queued.text)
        assert envelope.open_body(parsed, keys[parsed.header.key_id]) == sign_up()


@pytest.mark.rule("K1")
def test_nobody_records_while_keys_change(house: House, outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key's id and its bytes are two values: no other thread gets in between."""
    free: list[bool] = []

    def look(self: Outbox) -> None:
        thread = threading.Thread(target=lambda: free.append(self._lock.acquire(blocking=False)))
        thread.start()
        thread.join()

    monkeypatch.setattr(Outbox, "_use_keys", look)
    outbox.set_keys(house.portal.statements("2"))
    assert free == [False]


CHILD = """
import sys
from pathlib import Path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.store.samples import House, record
folder, outbox_key, signing = sys.argv[1:]
house = House(Path(folder), outbox_key=bytes.fromhex(outbox_key),
              signing=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(signing)))
outbox = house.outbox()
while True:
    sys.stdout.write(f"{record(outbox)}\\n")
    sys.stdout.flush()
"""


@pytest.mark.rule("K1")
@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_a_killed_process_loses_nothing_it_acknowledged(house: House, acknowledged: int) -> None:
    """``kill -9`` while it records: afterwards every operation it spoke of is there, and the chain holds."""
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            CHILD,
            str(house.folder),
            house.outbox_key.hex(),
            house.signing.private_bytes_raw().hex(),
        ],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        spoken = [child.stdout.readline().strip() for _ in range(acknowledged)]
        child.kill()
        spoken += [line.strip() for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    outbox = house.outbox()
    try:
        assert set(spoken) <= {str(queued.op_id) for queued in queue(outbox)}
        assert len(queue(outbox)) >= acknowledged
        check_chain(outbox, house)
        record(outbox)
        check_chain(outbox, house)
    finally:
        outbox.close()
