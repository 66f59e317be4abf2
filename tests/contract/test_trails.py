"""The portal compares a device's audit trail with what it knew of it, on both databases (F5)."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import pytest
import sqlalchemy as sa

from kiosk.portal import sync
from kiosk.portal import tables as t
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_sync import SyncRequest, SyncResponse
from tests.portal.device import TestDevice
from tests.portal.house import House

pytestmark = pytest.mark.rule("F5")


@dataclass
class Trail:
    """The rows' hashes of a device, and how many the portal named last."""

    house: House
    device: TestDevice
    rows: list[str]
    known: int = 0
    told: list[str] = field(default_factory=list)

    def turn(self, *, answer_lost: bool = False) -> SyncResponse:
        """One turn of a program that hides nothing."""
        request = SyncRequest(
            operations=[],
            cursor=self.device.cursor,
            epoch=self.device.epoch,
            audit_count=len(self.rows),
            audit_head=self.rows[-1] if self.rows else "",
            audit_known_count=self.known,
            audit_known_head=self.rows[self.known - 1] if 0 < self.known <= len(self.rows) else "",
        )
        return self.send(request, answer_lost=answer_lost)

    def send(self, request: SyncRequest, *, answer_lost: bool = False) -> SyncResponse:
        """The portal's answer to any request."""

        def work(connection: sa.Connection) -> SyncResponse:
            return sync.sync(
                connection, self.house.known(connection, self.device), request, keys=self.house.keys, now=self.house.now
            )

        answer = self.house.database.run(work)
        if not answer_lost:
            self.known = answer.audit_count
        return answer


@pytest.fixture
def trail(house: House) -> Trail:
    """A tablet with four rows that the portal knows."""
    made = Trail(house, house.device(), ["one", "two", "three", "four"])
    made.turn()
    return made


def test_an_honest_trail_grows(house: House, trail: Trail) -> None:
    """Nobody is told of anything, and each answer names the newest row."""
    trail.turn()
    trail.rows += ["five", "six"]
    answer = trail.turn()
    assert (answer.audit_count, answer.audit_head) == (6, "six")
    trail.turn()
    assert house.cases() == []
    assert [(row.audit_count, row.audit_head) for row in house.rows(t.devices)] == [(6, "six")]


TAMPERED = {
    "cut": ["one", "two", "three"],
    "cut away": [],
    "cut and grown": ["one", "two", "three", "4b", "5b"],
    "rebuilt": ["one", "2b", "3b", "4b"],
    "rebuilt and grown": ["one", "2b", "3b", "4b", "five"],
}


@pytest.mark.parametrize("rows", TAMPERED.values(), ids=TAMPERED)
@pytest.mark.parametrize("forgets", [False, True], ids=["", "forgets"])
def test_a_trail_that_was_altered(house: House, trail: Trail, rows: list[str], forgets: bool) -> None:
    """The practice's desks have one task, also if the device was made to forget what the portal knew."""
    desk, task = house.device("desk"), ("trail_broken", trail.device.device_id, "open")
    trail.rows = list(rows)
    if forgets:
        trail.known = 0
        trail.turn()
        assert house.cases() == []
    trail.turn()
    assert [(one.kind, one.subject, one.state) for one in house.tasks(desk)] == [task]
    trail.rows.append("next")
    trail.turn()
    assert house.cases() == ["trail_broken"]


def test_each_break_is_told_once(house: House, trail: Trail) -> None:
    """A task that somebody has seen does not come back; the next break is a new one."""
    trail.rows.pop()
    trail.turn()
    house.database.run(lambda c: c.execute(sa.update(t.cases).values(state="done")))
    trail.turn()
    assert house.cases() == []
    trail.rows.pop()
    trail.turn()
    assert house.cases() == ["trail_broken"]


def test_a_lost_answer_is_no_break(house: House, trail: Trail) -> None:
    """The device still names the former row: it is told the newer one, and judged by its next turn."""
    trail.rows.append("five")
    trail.turn(answer_lost=True)
    trail.rows.append("six")
    assert trail.turn().audit_count == 5
    assert trail.turn().audit_count == 6
    assert house.cases() == []


def test_a_request_that_comes_late_is_no_break(house: House, trail: Trail) -> None:
    """What was sent before, and arrives behind a newer one, says less than the portal knows."""
    late = SyncRequest(
        operations=[],
        cursor="",
        epoch="",
        audit_count=4,
        audit_head="four",
        audit_known_count=4,
        audit_known_head="four",
    )
    trail.rows.append("five")
    trail.turn()
    trail.send(late)
    assert trail.turn().audit_count == 5
    assert house.cases() == []


@pytest.mark.parametrize("name", ["audit_count", "audit_known_count"])
@pytest.mark.parametrize("count", [-1, 2**63])
def test_a_count_that_cannot_be_stored(house: House, trail: Trail, name: str, count: int) -> None:
    """Refused as a whole."""
    whole = SyncRequest(operations=[], cursor="", epoch="")
    with pytest.raises(RequestRefusedError) as refused:
        trail.send(msgspec.structs.replace(whole, **{name: count}))
    assert refused.value.code == "malformed"
