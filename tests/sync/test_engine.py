"""One sync, against a portal in memory and the device's real files."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest

from kiosk.domain.errors import NotConnectedError, NotTrustedError, PortalRefusedError, StorageError
from kiosk.domain.outcomes import Outcome
from kiosk.protocol import envelope, wire_sync
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.queue import SyncPosition
from kiosk.store.local import LocalStore
from kiosk.store.outbox import Outbox
from kiosk.sync.engine import SyncEngine
from tests.store.samples import NOW, STAFF_ID, House, PortalKeys, queue, record
from tests.sync.memory_portal import MemoryPortal, replace


@pytest.fixture
def portal(house: House) -> MemoryPortal:
    """The portal of this device."""
    return MemoryPortal(house.portal)


@pytest.fixture
def engine(outbox: Outbox, local: LocalStore, portal: MemoryPortal) -> SyncEngine:
    """The device's engine."""
    return SyncEngine(outbox, local, portal, lambda: None)


@pytest.mark.rule("K1", "K2")
def test_it_runs_until_nothing_is_left(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """In order, at most fifty at once; afterwards the device holds nothing."""
    ids = [record(outbox) for _ in range(120)]
    report = engine.run_once(NOW)
    assert [len(batch) for batch in portal.batches] == [50, 50, 20]
    assert sorted(portal.held) == list(range(1, 121)) == [seq for batch in portal.batches for seq in batch]
    assert (report.turns, report.sent) == (3, 120)
    assert outbox.counts().held == 0
    assert {outbox.outcome(op_id) for op_id in ids} == {Outcome.ACCEPTED}
    assert [request.waiting for request in portal.requests] == [70, 20, 0]


def test_an_empty_queue_is_one_turn(engine: SyncEngine, portal: MemoryPortal) -> None:
    """Changes are asked for also when there is nothing to send."""
    assert engine.run_once(NOW).turns == 1
    assert portal.batches == [[]]


@pytest.mark.rule("F6")
def test_the_clock_is_compared_in_the_first_turn(engine: SyncEngine, portal: MemoryPortal) -> None:
    """Signed portal time minus the device's own; later turns are later, which is nobody's fault."""
    ahead = dt.timedelta(minutes=7)

    def later(response: wire_sync.SyncResponse) -> wire_sync.SyncResponse:
        turns = len(portal.batches)
        return replace(response, more=turns < 3, portal_time=NOW + ahead * turns)

    portal.twist = later
    assert engine.run_once(NOW).clock_off == ahead


def test_more_changes_are_fetched_at_once(engine: SyncEngine, portal: MemoryPortal) -> None:
    """Until the portal says that there are no more; each turn sends the cursor of the one before."""
    portal.twist = lambda response: replace(response, more=len(portal.batches) < 4, cursor=str(len(portal.batches)))
    assert engine.run_once(NOW).turns == 4
    assert [request.cursor for request in portal.requests] == ["0", "1", "2", "3"]


@pytest.mark.rule("K1")
def test_a_poisoned_batch_is_halved_to_one(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """One bad operation among many is set aside and shown; all others arrive in the same sync."""
    for _ in range(20):
        record(outbox)
    portal.poison = {13}
    engine.run_once(NOW)
    assert sorted(portal.held) == [seq for seq in range(1, 21) if seq != 13]
    assert [len(batch) for batch in portal.batches] == [20, 10, 10, 5, 2, 8, 4, 2, 1, 0, 1, 6]
    assert (outbox.counts().stuck, outbox.counts().waiting, outbox.counts().held) == (1, 0, 1)
    tries = len(portal.batches)
    engine.run_once(NOW)
    assert len(portal.batches) == tries + 1


@pytest.mark.rule("K1")
@pytest.mark.parametrize("code", ["malformed", "too_large"])
def test_what_is_wrong_around_the_operations_makes_none_stuck(
    outbox: Outbox, engine: SyncEngine, portal: MemoryPortal, code: str
) -> None:
    """The portal refuses a request without any operation, too: no record is to blame, and all of them stay queued."""
    for _ in range(3):
        record(outbox)

    def refuse(response: wire_sync.SyncResponse) -> wire_sync.SyncResponse:
        raise PortalRefusedError(code)

    portal.twist = refuse
    with pytest.raises(PortalRefusedError):
        engine.run_once(NOW)
    assert [len(batch) for batch in portal.batches] == [3, 1, 0]
    assert (outbox.counts().stuck, outbox.counts().waiting) == (0, 3)


@pytest.mark.parametrize("code", ["device_revoked", "unauthenticated", "busy", "unavailable"])
def test_a_refused_device_makes_nothing_stuck(
    outbox: Outbox, engine: SyncEngine, portal: MemoryPortal, code: str
) -> None:
    """Only a malformed or too large batch speaks about its operations."""
    record(outbox)

    def refuse(response: wire_sync.SyncResponse) -> wire_sync.SyncResponse:
        raise PortalRefusedError(code)

    portal.twist = refuse
    with pytest.raises(PortalRefusedError):
        engine.run_once(NOW)
    assert (outbox.counts().stuck, outbox.counts().waiting) == (0, 1)


@pytest.mark.rule("K1")
def test_missing_operations_are_sent_again(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """What the portal names and the device still holds goes once more, as the same bytes."""
    for _ in range(4):
        record(outbox)
    portal.durable = 1
    engine.run_once(NOW)
    before = dict(portal.held)
    del portal.held[3]
    portal.twist = lambda response: replace(response, missing=[s for s in (1, 2, 3) if s not in portal.held])
    engine.run_once(NOW)
    assert portal.held == before
    assert portal.batches[-1] == [3]


def test_a_portal_that_misses_for_ever_ends_the_sync(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """Each named number is sent once a sync, not ten thousand times."""
    record(outbox)
    portal.durable = 0
    portal.twist = lambda response: replace(response, missing=[1])
    engine.run_once(NOW)
    assert portal.batches == [[1], [1]]


@pytest.mark.rule("K1")
def test_a_restored_portal_gets_all_it_may_have_lost(
    outbox: Outbox, local: LocalStore, engine: SyncEngine, portal: MemoryPortal
) -> None:
    """A new epoch: everything held above ``durable_seq`` goes again, and the new position stands."""
    for _ in range(5):
        record(outbox)
    portal.durable = 2
    engine.run_once(NOW)
    before = dict(portal.held)
    assert outbox.counts().held == 3
    portal.held = {seq: text for seq, text in portal.held.items() if seq <= 2}
    portal.epoch = "epoch-2"
    engine.run_once(NOW)
    assert portal.held == before
    assert local.position().epoch == "epoch-2"
    portal.durable = 5
    engine.run_once(NOW)
    assert portal.batches[-1] == []
    assert outbox.counts().held == 0


def forged(receipt: str) -> str:
    """The same words under a signature of nobody."""
    return f"{receipt.partition('.')[0]}.{b64encode(bytes(64))}"


WRONG: dict[str, Callable[[wire_sync.SyncResponse], wire_sync.SyncResponse]] = {
    "too few": lambda r: replace(r, results=r.results[:1]),
    "too many": lambda r: replace(r, results=[*r.results, r.results[0]]),
    "another order": lambda r: replace(r, results=r.results[::-1]),
    "the same twice": lambda r: replace(r, results=[r.results[0]] * 2),
    "forged": lambda r: replace(r, results=[r.results[0], wire_sync.Result(receipt=forged(r.results[1].receipt))]),
    "no receipt": lambda r: replace(r, results=[r.results[0], wire_sync.Result(receipt="")]),
}


@pytest.mark.rule("K2")
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_results_that_do_not_fit_delete_nothing(
    outbox: Outbox,
    local: LocalStore,
    engine: SyncEngine,
    portal: MemoryPortal,
    wrong: Callable[[wire_sync.SyncResponse], wire_sync.SyncResponse],
) -> None:
    """Not trusted as a whole: no receipt of the answer is stored, the cursor does not move."""
    record(outbox)
    record(outbox)
    before = queue(outbox)
    portal.twist = lambda response: wrong(replace(response, cursor="9"))
    with pytest.raises(NotTrustedError):
        engine.run_once(NOW)
    assert queue(outbox) == before
    assert local.position().cursor == "0"


@pytest.mark.rule("K2")
def test_a_decision_about_other_bytes_is_set_aside(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """The portal once got other bytes under this id: nothing is deleted, and the sync does not turn for ever."""
    record(outbox)
    (queued,) = queue(outbox)
    _, text = portal.keys.receipt(queued, Outcome.REJECTED_MISMATCH, payload_hash=b64encode(bytes(32)))
    portal.twist = lambda response: replace(
        response, results=[wire_sync.Result(receipt=text) for _ in response.results]
    )
    assert engine.run_once(NOW).turns == 1
    assert (outbox.counts().stuck, outbox.counts().held) == (1, 1)


@pytest.mark.parametrize("limit", [0, -5, 1])
def test_the_portals_limit_is_kept(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal, limit: int) -> None:
    """After the first turn batches are as small as it asks; an impossible limit is one."""
    for _ in range(53):
        record(outbox)
    portal.twist = lambda response: replace(response, limits=wire_sync.Limits(max_operations=limit))
    engine.run_once(NOW)
    assert [len(batch) for batch in portal.batches] == [50, 1, 1, 1]


@pytest.mark.rule("K2")
def test_new_keys_come_under_the_root(house: House, outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """Signed by the root they serve at once, for receipts of the same answer too; otherwise nothing is believed."""
    rolled = PortalKeys(root=house.portal.root)
    strange = PortalKeys()
    record(outbox)
    portal.twist = lambda response: replace(
        response, changes=[wire_sync.KeysChange(keys=list(strange.statements("2")))]
    )
    with pytest.raises(NotTrustedError):
        engine.run_once(NOW)
    assert outbox.counts().waiting == 1
    assert set(outbox.identity.keys("sign")) == {"sign-1"}
    both = [*rolled.statements("2"), *house.portal.statements("1")]  # the current one first, as the portal lists them
    portal.twist = lambda response: replace(response, changes=[wire_sync.KeysChange(keys=both)])
    engine.run_once(NOW)
    assert set(portal.portal_keys) == {"sign-1", "sign-2"}
    record(outbox)
    (queued,) = queue(outbox)
    assert envelope.parse(queued.text).header.key_id == "seal-2"


def test_changes_arrive_with_their_cursor(local: LocalStore, engine: SyncEngine, portal: MemoryPortal) -> None:
    """What came down stands, and so does how far."""
    staff = wire_sync.StaffChange(staff_id=STAFF_ID, name="Ada", role="manager", verifier="v", active=True)
    portal.twist = lambda response: replace(response, changes=[staff], cursor="41", durable_seq=0)
    engine.run_once(NOW)
    assert [member.name for member in local.members()] == ["Ada"]
    assert local.position() == SyncPosition("epoch-1", "41")
    assert local.last_success() == NOW


@pytest.mark.rule("K2")
def test_receipts_without_their_changes_come_again(
    outbox: Outbox, local: LocalStore, engine: SyncEngine, portal: MemoryPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two files are two transactions, receipts first: a fault between them costs one more turn, nothing else."""
    record(outbox)

    def broken(self: LocalStore, *args: object, **kwargs: object) -> None:
        raise StorageError("fault between the files")

    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "apply", broken)
        with pytest.raises(StorageError):
            engine.run_once(NOW)
    assert outbox.counts().held == 0
    engine.run_once(NOW)
    assert [request.cursor for request in portal.requests] == ["0", "0"]


@pytest.mark.rule("K2")
def test_the_day_ends_without_a_network(house: House, outbox: Outbox, portal: MemoryPortal) -> None:
    """A desk that is cut off forgets its list at midnight all the same."""
    desk = LocalStore(house.folder / "local.db", house.local_key, is_desk=True)
    change = wire_sync.InvitationChange(
        invitation_id=uuid.uuid4(),
        number="INV-7F3K",
        first="Maria",
        last="Quillfeather",
        birth_date="1987-06-05",
        state="ready",
        made_at=NOW,
        expires_at=NOW,
    )
    portal.twist = lambda response: replace(response, changes=[change])
    engine = SyncEngine(outbox, desk, portal, lambda: None)
    engine.run_once(NOW)
    assert len(desk.rows()) == 1
    portal.connected = False
    with pytest.raises(NotConnectedError):
        engine.run_once(NOW + dt.timedelta(days=1))
    assert desk.rows() == []
    desk.close()


def test_nothing_is_sent_before_the_probe(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """No operation leaves for whoever does not answer as the portal."""
    record(outbox)
    portal.connected = False
    with pytest.raises(NotConnectedError):
        engine.run_once(NOW)
    assert portal.batches == []


@pytest.mark.rule("F5")
def test_the_audit_head_goes_along(outbox: Outbox, engine: SyncEngine, portal: MemoryPortal) -> None:
    """So that a trail cut at its end is found at the portal."""
    from kiosk.domain.staff import AuditAction, AuditEntry

    outbox.audit(AuditEntry(STAFF_ID, AuditAction.SIGNED_IN, NOW))
    engine.run_once(NOW)
    assert (portal.requests[0].audit_count, portal.requests[0].audit_head) == outbox.audit_head()


@pytest.mark.rule("F5")
def test_the_row_that_the_portal_knows_is_named_as_it_stands(
    outbox: Outbox, local: LocalStore, engine: SyncEngine, portal: MemoryPortal
) -> None:
    """So a trail that was cut or rebuilt is found however long it has grown; what the portal knows outlives a start."""
    from kiosk.domain.staff import AuditAction, AuditEntry

    for _ in range(3):
        outbox.audit(AuditEntry(STAFF_ID, AuditAction.SIGNED_IN, NOW))
    portal.twist = lambda response: replace(response, audit_count=2, audit_head="as it was")
    engine.run_once(NOW)
    assert local.known_trail() == (2, "as it was")
    SyncEngine(outbox, local, portal, lambda: None).run_once(NOW)
    told = [(request.audit_known_count, request.audit_known_head) for request in portal.requests]
    assert told == [(0, ""), (2, outbox.audit_rows()[1].hash)]


@pytest.mark.rule("S13", "K1")
def test_wrong_tries_go_up_and_the_roster_comes_down(
    local: LocalStore, engine: SyncEngine, portal: MemoryPortal
) -> None:
    """Counted here, added there; the portal's signed time is the one that counts."""
    row = wire_sync.RosterChange(lookup_id="one", sealed="cm93", expires_at=NOW + dt.timedelta(days=1))
    portal.twist = lambda response: replace(response, changes=[row])
    engine.run_once(NOW)
    assert local.row("one") is not None
    local.wrong_try("one")
    engine.run_once(NOW)
    assert [request.tries for request in portal.requests] == [[], [wire_sync.WrongTries(lookup_id="one", count=1)]]
    portal.twist = lambda response: replace(response, portal_time=NOW + dt.timedelta(days=2))
    engine.run_once(NOW)
    assert local.row("one") is None


def test_a_program_that_ends_lets_the_turn_finish_and_begins_no_other(
    outbox: Outbox, engine: SyncEngine, portal: MemoryPortal
) -> None:
    """What is not sent stays queued; the next start sends it."""
    for _ in range(120):
        record(outbox)
    assert engine.run_once(NOW, lambda: bool(portal.batches)).turns == 1
    assert [len(batch) for batch in portal.batches] == [50]
    assert outbox.counts().waiting == 70
    assert engine.run_once(NOW).turns == 2
