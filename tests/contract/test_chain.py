"""The chain of a device's operations, the cursor and the schema, on both databases."""

from __future__ import annotations

import uuid

import pytest
import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.portal import changes, devices, schema
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.wire_sync import MAX_CHANGES, PracticeChange, StaffChange
from tests.portal.device import TestDevice, sign_up
from tests.portal.house import House


def test_migrations_make_the_tables(house: House) -> None:
    """The migrations make exactly the tables that the code knows, and a second run changes nothing."""
    schema.upgrade(house.database)
    assert house.database.run(schema.differences) == []


def test_gap_is_accepted_and_named(house: House) -> None:
    """An operation past a gap is decided at once, the missing ones are named, and late ones close the gap."""
    device = house.device()
    operations = [device.operation(sign_up(f"person.{i}000", first="Ann" + "abc"[i])) for i in range(3)]
    past = house.sync(device, operations[2])
    assert (house.outcome(past), past.missing, past.durable_seq) == (Outcome.ACCEPTED, [1, 2], 3)
    assert house.sync(device, operations[0]).missing == [2]
    closed = house.sync(device, operations[1])
    assert (house.outcome(closed), closed.missing, closed.durable_seq) == (Outcome.ACCEPTED, [], 3)
    assert [row.chain_seq for row in house.rows(t.devices)] == [3]


def test_far_gap_names_few(house: House) -> None:
    """A device that jumps far ahead gets a bounded list."""
    device = house.device()
    device.seq = 10**12
    assert house.sync(device, device.operation(sign_up())).missing == list(range(1, 51))


def test_fork_is_rejected(house: House) -> None:
    """Another operation at a used seq, or one that does not follow its predecessor, is a fork and leaves nothing."""
    device = house.device()
    house.deliver(device, sign_up())
    device.seq -= 1
    assert house.deliver(device, sign_up("copied.disk1", first="Ann")) is Outcome.REJECTED_FORK
    device.prev = b64encode(bytes(range(32)))
    assert house.deliver(device, sign_up("copied.disk2", first="Ann")) is Outcome.REJECTED_FORK
    assert len(house.rows(t.accounts)) == 1


def test_gap_that_does_not_close_is_a_fork(house: House) -> None:
    """What would fill a gap has to fit what came after it."""
    device = house.device()
    device.operation(sign_up())
    house.deliver(device, sign_up("person.2000"))
    forged = TestDevice(key=device.key, device_id=device.device_id)
    forged.sealing_id, forged.sealing_key = device.sealing_id, device.sealing_key
    assert house.deliver(forged, sign_up("person.1000", first="Ann")) is Outcome.REJECTED_FORK


def test_unknown_kind_waits(house: House) -> None:
    """A kind or schema that this portal does not know is kept on the device, and decided by a newer portal."""
    device = house.device()
    operation = device.operation(sign_up(), schema=2)
    answers = [house.sync(device, operation), house.sync(device, operation)]
    assert [house.outcome(answer) for answer in answers] == [Outcome.DEFERRED_SCHEMA] * 2
    assert house.rows(t.receipts) == []


def test_two_waiting_operations_under_one_id(house: House) -> None:
    """An operation under the id of one that already waits is a mismatch, from the same device or another one."""
    first, second = house.device(), house.device()
    op_id = uuid.uuid4()
    waiting = first.operation(sign_up(), schema=2, op_id=op_id)
    assert house.outcome(house.sync(first, waiting)) is Outcome.DEFERRED_SCHEMA
    for device in (first, second):
        again = device.operation(sign_up(), schema=2, op_id=op_id)
        assert house.outcome(house.sync(device, again)) is Outcome.REJECTED_MISMATCH
    assert house.outcome(house.sync(first, waiting)) is Outcome.DEFERRED_SCHEMA
    assert [row.device_id for row in house.rows(t.deferrals)] == [first.device_id]


def test_unknown_sealing_key_waits(house: House) -> None:
    """A body sealed to a key that is not in the key file is kept on the device until the key is back."""
    device = house.device()
    operation = device.operation(sign_up(), key_id="seal-9")
    assert house.outcome(house.sync(device, operation)) is Outcome.DEFERRED_DEPENDENCY


def test_body_of_another_header_is_malformed(house: House) -> None:
    """A sealed body under a header that it was not sealed with does not open."""
    device = house.device()
    text = device.operation(sign_up())
    other = device.operation(sign_up(first="Ann"))
    mixed = f"{other.split('.')[0]}.{text.split('.')[1]}"
    signed = f"{mixed}.{b64encode(device.key.sign(mixed.encode()))}"
    assert house.outcome(house.sync(device, text, signed), 1) is Outcome.REJECTED_MALFORMED
    assert len(house.rows(t.accounts)) == 1


def test_unsigned_operation_is_malformed(house: House) -> None:
    """An operation that the device did not sign makes no account."""
    device = house.device()
    text = device.operation(sign_up())
    forged = f"{text.rpartition('.')[0]}.{b64encode(bytes(64))}"
    assert house.outcome(house.sync(device, forged)) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.accounts) == []


def test_too_large_operation(house: House) -> None:
    """An operation of more than 64 KiB is refused on its own; its neighbours are decided."""
    device = house.device()
    large = device.operation(sign_up(guardian="x" * 70_000))
    answer = house.sync(device, large, device.operation(sign_up()))
    assert [house.outcome(answer, i) for i in (0, 1)] == [Outcome.REJECTED_TOO_LARGE, Outcome.ACCEPTED]


@pytest.mark.parametrize("text", ["", "x", "a.b.c", "é.é.é", "A" * 70_000])
def test_unreadable_operation_refuses_the_request(house: House, text: str) -> None:
    """Without a readable header there is nobody to give a receipt to: the request is malformed and changes nothing."""
    device = house.device()
    good = device.operation(sign_up())
    with pytest.raises(RequestRefusedError) as refused:
        house.sync(device, good, text)
    assert refused.value.code == "malformed"
    assert house.rows(t.accounts) == []


def test_operation_of_another_device(house: House) -> None:
    """A device cannot deliver what another one signed."""
    device, other = house.device(), house.device()
    with pytest.raises(RequestRefusedError) as refused:
        house.sync(device, other.operation(sign_up()))
    assert refused.value.code == "malformed"


def test_changes_come_in_pages_and_once(house: House) -> None:
    """Changes come in commit order, at most 500 at a time, each object once; nothing is there twice."""
    device = house.device()
    assert len(house.sync(device).changes) == 2
    assert house.sync(device).changes == []

    def change_often(connection: sa.Connection) -> None:
        for _ in range(3):
            changes.append(connection, house.practice_id, [Changed("staff", house.staff_id)])
        gone = [Changed("staff", uuid.UUID(int=i)) for i in range(MAX_CHANGES)]
        changes.append(connection, house.practice_id, [*gone, Changed("practice", house.practice_id)])

    house.database.run(change_often)
    first = house.sync(device)
    assert ([type(change) for change in first.changes], first.more) == ([StaffChange], True)
    second = house.sync(device)
    assert ([type(change) for change in second.changes], second.more) == ([PracticeChange], False)
    assert len(house.rows(t.changes)) == MAX_CHANGES + 2


@pytest.mark.parametrize("cursor", ["", "nonsense", "other-epoch.1", "\x00", "x.99999999999999999999"])
def test_foreign_cursor_resets(house: House, cursor: str) -> None:
    """A cursor of another epoch, or none of ours, starts from the beginning and says so."""
    device = house.device()
    house.sync(device)
    device.cursor = cursor
    answer = house.sync(device)
    assert answer.reset
    assert [type(change) for change in answer.changes][1:] == [StaffChange]


def test_enrolment_is_idempotent_and_single(house: House) -> None:
    """The same code and key get the same answer, also after ten minutes; another key gets nothing."""
    device = TestDevice()
    code = house.database.run(lambda c: devices.add_code(c, house.practice_id, "tablet", house.now))
    request = device.enrol_request(code)
    first, second = (house.enrol(request) for _ in range(2))
    assert first == second
    with pytest.raises(RequestRefusedError) as refused:
        house.database.run(lambda c: devices.enrol(c, TestDevice().enrol_request(code), keys=house.keys, now=house.now))
    assert refused.value.code == "enrolment_refused"
    assert len(house.rows(t.devices)) == 1


def test_enrolment_code_expires(house: House) -> None:
    """A code is good for ten minutes, and an unknown one is refused in the same words."""
    code = house.database.run(lambda c: devices.add_code(c, house.practice_id, "tablet", house.now))
    messages = set()
    house.now += devices.CODE_LIFE
    for given in (code, b64encode(bytes(16))):
        with pytest.raises(RequestRefusedError) as refused:
            house.enrol(TestDevice().enrol_request(given))
        messages.add(refused.value.message)
    assert len(messages) == 1


def test_enrolment_needs_the_private_key(house: House) -> None:
    """A device that cannot sign with the key it names is refused, and the code stays good."""
    code = house.database.run(lambda c: devices.add_code(c, house.practice_id, "tablet", house.now))
    request = TestDevice().enrol_request(code)
    thief = TestDevice()
    forged = type(request)(code=code, public_key=b64encode(thief.public_key), signature=request.signature)
    with pytest.raises(RequestRefusedError) as refused:
        house.enrol(forged)
    assert refused.value.code == "malformed"
    assert house.enrol(request).role == "tablet"


def test_unknown_practice(house: House) -> None:
    """A ticket for a practice that does not exist is not made."""
    with pytest.raises(RequestRefusedError) as refused:
        house.database.run(lambda c: devices.add_code(c, uuid.uuid4(), "tablet", house.now))
    assert refused.value.code == "not_found"
