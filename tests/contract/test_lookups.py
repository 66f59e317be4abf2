"""The lookups of an invitation and of a desk request: what is noted, locked and told on the way (S13, F4)."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Barrier

import msgspec
import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import Resolution
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import DeskRequest, SignUp
from kiosk.portal import codes, lookups
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import InvitationAnswer, RequestLookup
from kiosk.protocol.wire_sync import CaseChange
from tests.portal.device import TestDevice, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
OTHER = ActivationCode.from_entropy(bytes(range(1, 10)))
BORN, ZIP = "1990-12-31", "94110"


@pytest.mark.rule("S13")
def test_opening_is_noted(house: House) -> None:
    """A right code, date of birth and ZIP are noted under the invitation; a wrong one is not."""
    invitation_id = house.invite(CODE)
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    house.look_up(tablet, sought, BORN, "00000")
    assert house.rows(tp.draft_facts) == []
    house.look_up(tablet, sought, BORN, ZIP)
    (fact,) = house.rows(tp.draft_facts)
    assert (fact.practice_id, fact.subject, fact.fact, fact.object_id) == (
        *(house.practice_id, invitation_id, "opened", invitation_id),
    )


@pytest.mark.rule("S2", "S13")
def test_invitation_without_a_zip(house: House) -> None:
    """Who has no US ZIP opens an invitation that has none; any ZIP is wrong for it, and none for one that has."""
    invitation_id = house.invite(CODE, zip_code="")
    house.invite(OTHER, number="INV-8G4L")
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    assert house.look_up(tablet, sought, BORN, "").invitation_id == invitation_id
    assert house.look_up(tablet, sought, BORN, ZIP).state == "no_match"
    assert house.look_up(tablet, lookup_id(OTHER, house.practice_id), BORN, "").state == "no_match"


@pytest.mark.rule("S13", "S44")
@pytest.mark.parametrize("code", [CODE, OTHER], ids=["known", "unknown"])
def test_the_lock_says_until_when(house: House, code: ActivationCode) -> None:
    """Locked answers tell the end, the same for the fifth try and each after it, known code or not."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(code, house.practice_id)
    for _ in range(4):
        assert house.look_up(tablet, sought, BORN, "00000").until is None
    end = house.now + dt.timedelta(minutes=15)
    for _ in range(2):
        answer = house.look_up(tablet, sought, BORN, "00000")
        assert (answer.state, answer.until) == ("locked", end)
        house.now += dt.timedelta(minutes=1)


@pytest.mark.rule("S13", "S44")
def test_fifteen_wrong_tries_revoke(house: House) -> None:
    """The fifteenth wrong try in all revokes the code and gives the desk one task; the answers do not tell."""
    invitation_id = house.invite(CODE)
    desk, tablet = house.device("desk"), house.device()
    told: dict[str, list[bytes]] = {"known": [], "unknown": []}
    for number in range(20):
        for kind, code in (("known", CODE), ("unknown", OTHER)):
            answer = house.look_up(tablet, lookup_id(code, house.practice_id), BORN, "00000")
            told[kind].append(msgspec.json.encode(answer))
        house.now += dt.timedelta(minutes=16) if number % 5 == 4 else dt.timedelta()
    assert told["known"] == told["unknown"]
    assert house.look_up(tablet, lookup_id(CODE, house.practice_id), BORN, ZIP).state == "no_match"
    assert [row.state for row in house.rows(tp.invitation_codes)] == ["revoked"]
    assert house.cases() == ["code_locked"]
    (case,) = (change for change in house.sync(desk).changes if isinstance(change, CaseChange))
    assert (case.kind, case.subject) == ("code_locked", invitation_id)


@pytest.mark.rule("S13", "S44")
def test_many_tries_at_once(house: House) -> None:
    """Of twelve tries at the same moment, each with another ZIP, five are answered and no sixth."""
    house.invite(CODE)
    tablets = [house.device() for _ in range(12)]
    sought, barrier = lookup_id(CODE, house.practice_id), Barrier(12)

    def one(number: int) -> str:
        barrier.wait(timeout=30)
        return house.look_up(tablets[number], sought, BORN, f"{number:05}").state

    with ThreadPoolExecutor(12) as pool:
        states = list(pool.map(one, range(12)))
    assert sorted(states) == ["locked"] * 8 + ["no_match"] * 4
    assert [row.total for row in house.rows(t.lockouts)] == [5]
    assert house.look_up(tablets[0], sought, BORN, ZIP).state == "locked"


@pytest.mark.rule("S13", "S44")
def test_a_right_try_beside_the_fifth_wrong_one(house: House) -> None:
    """While the fifth wrong try is being counted a right one waits for it, and finds the code locked."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)

    def count(connection: sa.Connection, pool: ThreadPoolExecutor) -> Future[InvitationAnswer]:
        for _ in range(5):
            codes.count_wrong(connection, house.practice_id, sought, house.now)
        right = pool.submit(house.look_up, tablet, sought, BORN, ZIP)
        waits = sa.text("SELECT 1 FROM pg_locks WHERE NOT granted")
        if connection.dialect.name == "postgresql":  # SQLite has one writer: the other cannot even begin
            while not right.done() and connection.execute(waits).first() is None:
                pass
        return right

    with ThreadPoolExecutor(1) as pool:
        right = house.database.run(partial(count, pool=pool))
        assert right.result(timeout=30).state == "locked"


def _request(body: SignUp) -> DeskRequest:
    return DeskRequest(
        reasons=("not_me",),
        first=body.first,
        last=body.last,
        birth_date=body.birth_date,
        zip_code=body.zip_code,
        email=body.email,
        gender=body.gender,
        phone=body.phone,
        language=body.language,
        relationship=body.relationship,
        guardian=body.guardian,
        lookup_id="",
    )


@pytest.mark.rule("F4")
@pytest.mark.parametrize(
    ("decision", "state"), [("allow", "allowed"), ("decline", "declined"), ("same_person", "declined")]
)
def test_how_far_the_desk_is(house: House, decision: str, state: str) -> None:
    """Unknown before the portal has it, waiting until the desk decides, then its word; no other device is told."""
    tablet, desk, stranger = house.device(), house.device("desk"), house.device()
    op_id = uuid.uuid4()
    operation = tablet.operation(_request(sign_up()), op_id=op_id)

    def told(device: TestDevice) -> str:
        asked_for = RequestLookup(op_id=op_id)
        return house.database.run(lambda c: lookups.request(c, house.known(c, device), asked_for)).state

    assert told(tablet) == "unknown"
    house.sync(tablet, operation)
    assert told(tablet) == "waiting"
    assert told(stranger) == "unknown"
    (task,) = house.tasks(desk)
    resolution = Resolution(case_id=task.case_id, decision=decision, id_document="passport", by=house.staff_id)
    assert house.deliver(desk, resolution, task.subject) is Outcome.ACCEPTED
    assert told(tablet) == state
    assert told(stranger) == "unknown"
