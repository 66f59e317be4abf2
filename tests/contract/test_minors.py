"""The age policy stops an invited patient as it stops a sign-up: tablet, desk and portal by one rule (S11)."""

from __future__ import annotations

import uuid

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import tables as t
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import InvitationAnswer
from tests.portal.device import TestDevice, activation, desk_request, resolution
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
CHILD, TEEN, ADULT = "2016-07-09", "2010-07-09", "1990-12-31"
ZIP = "94110"


def looked_up(house: House, born: str) -> InvitationAnswer:
    """What a tablet is told."""
    return house.look_up(house.device(), lookup_id(CODE, house.practice_id), born, ZIP)


def allow(house: House, desk: TestDevice) -> Outcome:
    """The desk allows the one task that is open."""
    (task,) = (task for task in house.tasks(desk) if task.state == "open")
    return house.deliver(desk, resolution(house.staff_id, task.case_id), task.subject)


@pytest.mark.rule("S11", "S12", "F2")
@pytest.mark.parametrize(
    ("born", "relationship", "outcome"),
    [
        (CHILD, "self", Outcome.MINOR),
        (CHILD, "child", Outcome.ACCEPTED),
        (CHILD, "cared_for", Outcome.ACCEPTED),
        (TEEN, "self", Outcome.MINOR),
        (TEEN, "child", Outcome.MINOR),
        ("2008-03-03", "self", Outcome.MINOR),
        ("2008-03-02", "self", Outcome.ACCEPTED),
        (ADULT, "self", Outcome.ACCEPTED),
    ],
)
def test_age_policy(house: House, born: str, relationship: str, outcome: Outcome) -> None:
    """Under 13 only through a guardian, 13 to 17 to the desk, to the day; the guardian's name is kept."""
    invitation_id = house.invite(CODE, birth_date=born)
    guardian = "" if relationship == "self" else "Ana Nguyễn"
    body = activation(CODE, birth_date=born, relationship=relationship, guardian=guardian)
    assert house.deliver(house.device(), body, invitation_id) is outcome
    made = [(row.relationship, row.guardian) for row in house.rows(t.accounts)]
    assert made == ([(relationship, guardian)] if outcome is Outcome.ACCEPTED else [])
    assert [row.state for row in house.rows(t.invitations)] == ["activated" if made else "printed"]
    assert house.cases() == ([] if made else ["minor"])


@pytest.mark.rule("S11", "F4")
def test_the_desk_allows_what_was_sent(house: House) -> None:
    """A record of a tablet with another date: the desk sees whose it is, allows, and the account is made."""
    invitation_id = house.invite(CODE, birth_date=TEEN)
    desk = house.device("desk")
    assert house.deliver(house.device(), activation(CODE, birth_date=TEEN), invitation_id) is Outcome.MINOR
    (task,) = (task for task in house.tasks(desk) if task.state == "open")
    assert (task.kind, task.reasons, task.first, task.number) == ("minor", ["minor"], "Tomás", "INV-7F3K")
    assert house.deliver(desk, resolution(house.staff_id, task.case_id), task.subject) is Outcome.ACCEPTED
    assert [row.birth_date for row in house.rows(t.accounts)] == [TEEN]


@pytest.mark.rule("S11", "F4")
def test_the_desk_allows_while_the_page_is_held(house: House) -> None:
    """Its word stays with the invitation: the activation is taken, and another visit is told of it."""
    invitation_id = house.invite(CODE, birth_date=TEEN)
    tablet, desk = house.device(), house.device("desk")
    assert not looked_up(house, TEEN).minor_allowed
    nobody = {"first": "", "last": "", "email": "", "gender": "", "phone": ""}
    sought = lookup_id(CODE, house.practice_id)
    body = desk_request("minor", **nobody, birth_date=TEEN, zip_code=ZIP, lookup_id=sought)
    assert house.deliver(tablet, body, invitation_id) is Outcome.ACCEPTED
    (task,) = (task for task in house.tasks(desk) if task.state == "open")
    assert (task.first, task.differs, task.waiting) == ("Tomás", [], True)
    assert house.deliver(desk, resolution(house.staff_id, task.case_id), task.subject) is Outcome.ACCEPTED
    assert looked_up(house, TEEN).minor_allowed
    assert house.deliver(tablet, activation(CODE, birth_date=TEEN), invitation_id) is Outcome.ACCEPTED


@pytest.mark.rule("S11", "F1", "F4")
@pytest.mark.parametrize(("born", "outcome"), [(TEEN, Outcome.ACCEPTED), (CHILD, Outcome.MINOR)])
def test_a_desk_that_saw_a_photo_id_has_met_the_patient(house: House, born: str, outcome: Outcome) -> None:
    """Who made the invitation with a photo ID in hand decided for a teen; a child needs its guardian all the same."""
    invitation_id = house.invite(CODE, birth_date=born, id_document="passport")
    assert looked_up(house, born).minor_allowed is (outcome is Outcome.ACCEPTED)
    assert house.deliver(house.device(), activation(CODE, birth_date=born), invitation_id) is outcome


@pytest.mark.rule("S11", "S13", "F4")
def test_wrong_details_of_a_minor(house: House) -> None:
    """One visit to the desk settles both, under the draft's own name; who is how old is judged by what it corrected."""
    house.invite(CODE, birth_date=ADULT)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    typed = {"birth_date": TEEN, "zip_code": ZIP, "lookup_id": lookup_id(CODE, house.practice_id)}
    house.deliver(tablet, desk_request("details", "minor", first="", last="", **typed), subject)
    assert allow(house, desk) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(CODE, birth_date=TEEN), subject) is Outcome.ACCEPTED
    late = uuid.uuid4()
    other = ActivationCode.from_entropy(bytes(range(1, 10)))
    house.invite(other, birth_date=ADULT, number="INV-8G4M", first="Linh", email="linh@example.org")
    typed |= {"lookup_id": lookup_id(other, house.practice_id)}
    house.deliver(tablet, desk_request("details", first="", last="", **typed), late)
    assert allow(house, desk) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(other, "linh.nguyen05", birth_date=TEEN), late) is Outcome.MINOR
