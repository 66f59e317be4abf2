"""Staff at the portal: a desk's manager adds, changes and ends colleagues; the practice keeps a manager (F5)."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import StaffAdded, StaffUpdated
from kiosk.domain.outcomes import Outcome
from kiosk.portal import tables as t
from kiosk.protocol.wire_sync import StaffChange
from kiosk.vault.pin import pin_verifier
from tests.contract.together import together
from tests.portal.device import TestDevice, desk_request, invitation, resolution
from tests.portal.house import House

pytestmark = pytest.mark.rule("F5")

VERIFIER = "$argon2id$v=19$m=65536,t=3,p=1$" + "A" * 22 + "$" + "B" * 43
OTHER_VERIFIER = VERIFIER.replace("B", "C")


def added(by: UUID, role: str = "receptionist", **changes: Any) -> StaffAdded:
    """A manager adds a colleague; ``changes`` replaces fields."""
    fields: dict[str, Any] = {"staff_id": uuid.uuid4(), "name": "Lea Novak", "verifier": VERIFIER}
    return StaffAdded(role=role, by=by, **(fields | changes))


def updated(
    by: UUID, staff_id: UUID, *, role: str | None = None, verifier: str | None = None, active: bool | None = None
) -> StaffUpdated:
    """Somebody changes a member."""
    return StaffUpdated(staff_id=staff_id, role=role, verifier=verifier, active=active, by=by)


def deliver(house: House, device: TestDevice, body: StaffAdded | StaffUpdated) -> Outcome:
    """Deliver under the member's own subject."""
    return house.deliver(device, body, body.staff_id)


def colleague(house: House, desk: TestDevice, role: str = "receptionist", **changes: Any) -> UUID:
    """Let the house's manager add somebody."""
    body = added(house.staff_id, role, **changes)
    assert deliver(house, desk, body) is Outcome.ACCEPTED
    return body.staff_id


def stands(house: House, staff_id: UUID) -> tuple[str, str, bool]:
    """Role, verifier and state of a member."""
    (row,) = (row for row in house.rows(t.staff) if row.staff_id == staff_id)
    return row.role, row.verifier, row.active


def told(house: House, device: TestDevice) -> dict[UUID, StaffChange]:
    """What a device learns of the staff in its next turn."""
    return {change.staff_id: change for change in house.sync(device).changes if isinstance(change, StaffChange)}


def test_the_verifier_is_what_devices_make() -> None:
    """The pattern takes what a desk makes of a PIN; nothing else passes below."""
    assert len(pin_verifier("735120", bytes(16))) == len(VERIFIER)


@pytest.mark.parametrize("role", ["receptionist", "manager"])
def test_a_colleague_is_added_everywhere(house: House, role: str) -> None:
    """Every device of the practice learns of them, tablets too, with the verifier and without surrounding blanks."""
    desk, tablet = house.device("desk"), house.device()
    staff_id = colleague(house, desk, role, name=" Lea Novak ", verifier=pin_verifier("735120", bytes(16)))
    for device in (desk, tablet):
        change = told(house, device).get(staff_id)
        if device is tablet:
            assert change is not None
            assert (change.name, change.role, change.active) == ("Lea Novak", role, True)
    assert stands(house, staff_id) == (role, pin_verifier("735120", bytes(16)), True)


def test_a_colleague_works_at_once(house: House) -> None:
    """What she made at the disconnected desk comes in the same batch as her account, and a manager of hers manages."""
    desk = house.device("desk")
    lea, mei = added(house.staff_id, "manager"), uuid.uuid4()
    code = ActivationCode.from_entropy(bytes(range(9)))
    answer = house.sync(
        desk,
        desk.operation(lea, subject=lea.staff_id),
        desk.operation(invitation(lea.staff_id, code)),
        desk.operation(added(lea.staff_id, staff_id=mei, name="Mei"), subject=mei),
    )
    assert [house.outcome(answer, index) for index in range(3)] == [Outcome.ACCEPTED] * 3
    assert stands(house, mei)[2]


def test_the_same_bytes_again_change_nothing(house: House) -> None:
    """A lost answer: the receipt comes again, the member is there once."""
    desk = house.device("desk")
    body = added(house.staff_id)
    text = desk.operation(body, subject=body.staff_id)
    first, again = house.sync(desk, text), house.sync(desk, text)
    assert (first.results[0].receipt, again.results[0].replayed) == (again.results[0].receipt, True)
    assert len(house.rows(t.staff)) == 2


def test_an_id_is_used_once(house: House) -> None:
    """Another operation under a member's id replaces nobody."""
    desk = house.device("desk")
    staff_id = colleague(house, desk)
    again = added(house.staff_id, "manager", staff_id=staff_id, verifier=OTHER_VERIFIER)
    assert deliver(house, desk, again) is Outcome.REJECTED_MALFORMED
    assert stands(house, staff_id) == ("receptionist", VERIFIER, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"verifier": "$argon2id$v=19$m=8,t=1,p=1$" + "A" * 22 + "$" + "B" * 43},
        {"verifier": VERIFIER.replace("65536", "99999999")},
        {"verifier": VERIFIER.replace("t=3", "t=30000")},
        {"verifier": VERIFIER + "B" * 1_000},
        {"verifier": VERIFIER.replace("argon2id", "argon2d")},
        {"verifier": VERIFIER + "\n"},
        {"verifier": "735120"},
        {"verifier": ""},
        {"role": "owner"},
        {"name": ""},
        {"name": "  "},
        {"name": "x" * 81},
        {"name": "Lea\x00"},
        {"name": "Lea \u202eNovak"},
    ],
    ids=[
        *("cheap", "much memory", "many rounds", "long", "other hash", "line", "a PIN", "no verifier", "role"),
        *("no name", "blank name", "long name", "NUL", "direction"),
    ],
)
def test_nonsense_is_refused(house: House, changes: dict[str, str]) -> None:
    """Neither a cheap hash, nor one that would stop every device, nor a PIN in clear; no such role, no such name."""
    desk = house.device("desk")
    assert deliver(house, desk, added(house.staff_id, **changes)) is Outcome.REJECTED_MALFORMED
    assert len(house.rows(t.staff)) == 1
    if "name" not in changes:
        staff_id = colleague(house, desk)
        assert deliver(house, desk, updated(house.staff_id, staff_id, **changes)) is Outcome.REJECTED_MALFORMED  # type: ignore[arg-type]  # of the parameters' texts
        assert stands(house, staff_id) == ("receptionist", VERIFIER, True)


def test_a_tablet_changes_no_staff(house: House) -> None:
    """It stands among patients: an opened one must not make itself a manager's PIN."""
    tablet, desk = house.device(), house.device("desk")
    staff_id = colleague(house, desk)
    for body in (
        added(house.staff_id),
        updated(house.staff_id, house.staff_id, verifier=OTHER_VERIFIER),
        updated(staff_id, staff_id, verifier=OTHER_VERIFIER),
        updated(house.staff_id, staff_id, active=False),
    ):
        assert deliver(house, tablet, body) is Outcome.REJECTED_MALFORMED
    assert len(house.rows(t.staff)) == 2
    assert stands(house, staff_id) == ("receptionist", VERIFIER, True)


def test_the_subject_is_the_member(house: House) -> None:
    """A stuck operation blocks its own member only, so it must name the right one."""
    desk = house.device("desk")
    assert house.deliver(desk, added(house.staff_id)) is Outcome.REJECTED_MALFORMED
    assert house.deliver(desk, updated(house.staff_id, house.staff_id, active=True)) is Outcome.REJECTED_MALFORMED


def test_a_receptionist_changes_nobody(house: House) -> None:
    """What she could not do goes back down as it stands; whom she added may not sign in, and managers see it."""
    desk, other = house.device("desk"), house.device("desk")
    lea, ana = colleague(house, desk), colleague(house, desk, name="Ana Ruiz")
    mei = added(lea, "manager", name="Mei")
    told(house, other)
    for body in (
        mei,
        updated(lea, lea, role="manager"),
        updated(lea, ana, verifier=OTHER_VERIFIER),
        updated(lea, ana, active=False),
        updated(lea, lea, verifier=OTHER_VERIFIER, role="manager"),
    ):
        assert deliver(house, desk, body) is Outcome.ACCEPTED
    assert stands(house, lea) == stands(house, ana) == ("receptionist", VERIFIER, True)
    assert stands(house, mei.staff_id) == ("manager", VERIFIER, False)
    corrected = told(house, other)
    assert {staff_id: (one.role, one.active) for staff_id, one in corrected.items()} == {
        lea: ("receptionist", True),
        ana: ("receptionist", True),
        mei.staff_id: ("manager", False),
    }


def test_ones_own_pin(house: House) -> None:
    """Everybody changes their own PIN; the new verifier comes down to every device."""
    desk, tablet = house.device("desk"), house.device()
    lea = colleague(house, desk)
    told(house, tablet)
    assert deliver(house, desk, updated(lea, lea, verifier=OTHER_VERIFIER)) is Outcome.ACCEPTED
    assert stands(house, lea) == ("receptionist", OTHER_VERIFIER, True)
    assert told(house, tablet)[lea].verifier == OTHER_VERIFIER


def test_a_manager_changes_role_pin_and_state(house: House) -> None:
    """None leaves what is; who was ended may come back."""
    desk = house.device("desk")
    lea = colleague(house, desk)
    for change, after in (
        ({"role": "manager"}, ("manager", VERIFIER, True)),
        ({"verifier": OTHER_VERIFIER}, ("manager", OTHER_VERIFIER, True)),
        ({"active": False}, ("manager", OTHER_VERIFIER, False)),
        ({"active": True, "role": "receptionist"}, ("receptionist", OTHER_VERIFIER, True)),
    ):
        assert deliver(house, desk, updated(house.staff_id, lea, **change)) is Outcome.ACCEPTED
        assert stands(house, lea) == after


@pytest.mark.parametrize("change", [{"active": False}, {"role": "receptionist"}], ids=["ended", "receptionist"])
def test_the_last_manager_stays(house: House, change: dict[str, Any]) -> None:
    """The one manager stays one, also beside an ended one; the desk that showed it otherwise is corrected."""
    desk, other = house.device("desk"), house.device("desk")
    lea = colleague(house, desk, "manager")
    assert deliver(house, desk, updated(house.staff_id, lea, active=False)) is Outcome.ACCEPTED
    told(house, other)
    body = updated(house.staff_id, house.staff_id, verifier=OTHER_VERIFIER, **change)
    assert deliver(house, desk, body) is Outcome.ACCEPTED
    assert stands(house, house.staff_id) == ("manager", OTHER_VERIFIER, True)
    assert [(one.role, one.active) for one in told(house, other).values()] == [("manager", True)]


def test_two_managers_who_end_each_other(house: House) -> None:
    """At the same moment, from two desks: one of them stays, and both desks learn which."""
    first, second = house.device("desk"), house.device("desk")
    lea = colleague(house, first, "manager")
    told(house, second)
    answers = together(
        house,
        [
            (first, first.operation(updated(house.staff_id, lea, active=False), subject=lea)),
            (second, second.operation(updated(lea, house.staff_id, active=False), subject=house.staff_id)),
        ],
    )
    assert [house.outcome(answer) for answer in answers] == [Outcome.ACCEPTED] * 2
    states = {staff_id: stands(house, staff_id)[2] for staff_id in (lea, house.staff_id)}
    assert sorted(states.values()) == [False, True]
    for device, answer in zip((first, second), answers, strict=True):
        seen = {change.staff_id: change.active for change in answer.changes if isinstance(change, StaffChange)}
        seen |= {staff_id: change.active for staff_id, change in told(house, device).items()}
        assert seen.items() <= states.items()


def test_what_an_ended_manager_does_changes_nothing(house: House) -> None:
    """Ended at one desk, he goes on at another that was disconnected: nobody he lets in gets in, his PIN stays."""
    desk, other = house.device("desk"), house.device("desk")
    lea = colleague(house, desk, "manager")
    deliver(house, desk, updated(house.staff_id, lea, active=False))
    friend = added(lea, "manager", name="A friend")
    for body in (
        friend,
        updated(lea, lea, active=True),
        updated(lea, lea, verifier=OTHER_VERIFIER),
        updated(lea, house.staff_id, verifier=OTHER_VERIFIER),
        updated(lea, friend.staff_id, active=True),
    ):
        assert deliver(house, other, body) is Outcome.ACCEPTED
    assert stands(house, friend.staff_id) == ("manager", VERIFIER, False)
    assert stands(house, lea) == ("manager", VERIFIER, False)
    assert stands(house, house.staff_id)[1] != OTHER_VERIFIER


@pytest.mark.rule("F4")
def test_an_ended_member_decides_no_case(house: House) -> None:
    """Their word about a patient counts no longer; a slip they handed out before still opens what it says."""
    desk, tablet = house.device("desk"), house.device()
    lea = colleague(house, desk)
    deliver(house, desk, updated(house.staff_id, lea, active=False))
    house.deliver(tablet, desk_request("no_email", email=""))
    (task,) = house.tasks(desk)
    assert house.deliver(desk, resolution(lea, task.case_id), task.subject) is Outcome.REJECTED_MALFORMED
    code = ActivationCode.from_entropy(bytes(range(9)))
    assert house.deliver(desk, invitation(lea, code)) is Outcome.ACCEPTED


def test_another_practice_knows_nothing(house: House) -> None:
    """Its manager changes nobody here, its desk learns of nobody, and its members are no actors here."""
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    here, there = house.device("desk"), house.device("desk", practice_id)
    lea = colleague(house, here)
    for body in (
        added(house.staff_id),
        updated(house.staff_id, lea, active=False),
        updated(lea, lea, verifier=OTHER_VERIFIER),
    ):
        assert deliver(house, there, body) is Outcome.DEFERRED_DEPENDENCY
    assert stands(house, lea) == ("receptionist", VERIFIER, True)
    assert told(house, there) == {}
    assert len(house.rows(t.staff)) == 2


def test_nobody_known_does_that(house: House) -> None:
    """A manager of whom another desk has not told the portal yet: it waits, and is decided when she is known."""
    first, second = house.device("desk"), house.device("desk")
    lea = added(house.staff_id, "manager")
    early = updated(lea.staff_id, house.staff_id, verifier=OTHER_VERIFIER)
    text = second.operation(early, subject=early.staff_id)
    assert house.outcome(house.sync(second, text)) is Outcome.DEFERRED_DEPENDENCY
    assert deliver(house, first, lea) is Outcome.ACCEPTED
    assert house.outcome(house.sync(second, text)) is Outcome.ACCEPTED
    assert stands(house, house.staff_id)[1] == OTHER_VERIFIER
