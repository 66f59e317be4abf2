"""The desk says no to what a patient left with "saved": one neutral mail says who finishes it (S8, F4)."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationReissued
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import tables as t
from kiosk.protocol.wire_sync import CaseChange
from tests.portal.device import TestDevice, activation, desk_request, resolution, sign_up
from tests.portal.house import House

pytestmark = pytest.mark.rule("F4", "S8")

CODE, NEWER = ActivationCode.from_entropy(bytes(range(9))), ActivationCode.from_entropy(bytes(range(1, 10)))
TYPED, INVITED = ("see_front_desk", "Maria.Okafor@example.org"), ("see_front_desk", "tomas@example.org")
LATER = dt.timedelta(minutes=1)


def decline(house: House, desk: TestDevice, task: CaseChange) -> Outcome:
    """What "Decline", and also "Not now", sends."""
    return house.deliver(desk, resolution(house.staff_id, task.case_id, "decline", id_document=""), task.subject)


def declined(house: House, body: Body, subject: uuid.UUID | None = None) -> list[tuple[str, str]]:
    """What is mailed after somebody submitted something and the desk declined it."""
    house.now += LATER
    house.deliver(house.device(), body, subject)
    before = len(house.mails())
    desk = house.device("desk")
    (task,) = [task for task in house.tasks(desk) if task.state == "open"]
    house.now += LATER
    assert decline(house, desk, task) is Outcome.ACCEPTED
    assert house.cases() == []
    return house.mails()[before:]


@pytest.mark.rule("S2", "S11")
@pytest.mark.parametrize(
    "lacks",
    [{"birth_date": "2010-07-09"}, {"zip_code": ""}, {"birth_date": "2010-07-09", "language": "es"}],
    ids=["minor", "no ZIP", "in Spanish"],
)
def test_a_sign_up(house: House, lacks: dict[str, Any]) -> None:
    """To the address that was typed, in the patient's language, with first name, practice and no reason; no account."""
    assert declined(house, sign_up(**lacks)) == [TYPED]
    (fields,) = house.mailed("see_front_desk")
    assert fields == {
        "first": "María",
        "practice": "Lakeside Family Practice",
        "network": "HealthKey",
        "address": fields["address"],
    }
    (row,) = house.rows(t.mail_outbox)
    assert row.language == lacks.get("language", "en")
    assert house.rows(t.accounts) == []


@pytest.mark.rule("S13")
def test_an_activation(house: House) -> None:
    """At home or disconnected somebody typed other details than the invitation's: its own address is written to."""
    invitation_id = house.invite(CODE)
    assert declined(house, activation(CODE, zip_code="60601"), invitation_id) == [INVITED]
    (fields,) = house.mailed("see_front_desk")
    assert fields["first"] == "Tomás"


def test_nobody_to_write_to(house: House) -> None:
    """Without an address on either nothing is written."""
    assert declined(house, sign_up(email="")) == []
    invitation_id = house.invite(CODE)
    none = sa.update(t.invitations).values(email=None, email_cmp=None)
    house.database.run(lambda connection: connection.execute(none))
    assert declined(house, activation(CODE, zip_code="60601"), invitation_id) == []


def test_who_stands_at_the_tablet(house: House) -> None:
    """A held page says it at once, and nothing was submitted yet."""
    assert declined(house, desk_request("no_zip", zip_code="")) == []


@pytest.mark.rule("S18")
def test_who_has_a_newer_code(house: House) -> None:
    """The desk gave a new slip and took the task off its list: the slip finishes it."""
    invitation_id = house.invite(CODE)
    house.now += LATER
    house.deliver(house.device(), activation(CODE, zip_code="60601"), invitation_id)
    desk = house.device("desk")
    (task,) = house.tasks(desk)
    house.now += LATER
    fresh = InvitationReissued(
        invitation_id=invitation_id, code=NEWER.symbols, expires_at=house.now + dt.timedelta(days=14), by=house.staff_id
    )
    assert house.deliver(desk, fresh, invitation_id) is Outcome.ACCEPTED
    assert decline(house, desk, task) is Outcome.ACCEPTED
    assert INVITED not in house.mails()


@pytest.mark.rule("S26")
def test_who_has_an_account(house: House) -> None:
    """A certain match was told by mail already: taking the task off the list writes nothing more."""
    house.deliver(house.device(), sign_up())
    assert declined(house, sign_up("maria.again")) == []


def test_two_desks_write_once(house: House) -> None:
    """Both decline; also who allows it after the other declined changes nothing."""
    house.deliver(house.device(), sign_up(zip_code=""))
    desk, other = house.device("desk"), house.device("desk")
    (task,) = house.tasks(desk)
    assert [decline(house, one, task) for one in (desk, other)] == [Outcome.ACCEPTED] * 2
    allowed = resolution(house.staff_id, task.case_id, "allow")
    assert house.deliver(other, allowed, task.subject) is Outcome.ACCEPTED
    assert house.mails() == [TYPED]
    assert house.rows(t.accounts) == []
