"""The activation code that a sign-up is asked for, and having it resent (S16-S19)."""

from __future__ import annotations

import datetime as dt
import uuid
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.portal import facts, flows
from kiosk.portal import tables as t
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import commands as c
from kiosk.protocol.roster import lookup_id
from tests.contract.asking import ask
from tests.portal.device import TestDevice
from tests.portal.house import House

CODE, SECOND, FOREIGN = (ActivationCode.from_entropy(bytes([number] * 9)) for number in (1, 2, 3))
MINUTE = dt.timedelta(minutes=1)


def match(house: House, tablet: TestDevice, invitation_id: UUID | None, subject: UUID | None = None) -> UUID:
    """A flow as the match lookup begins it for somebody who was invited."""

    def work(connection: sa.Connection) -> UUID:
        return flows.begin(
            connection,
            house.keys,
            house.known(connection, tablet),
            Purpose.MATCH,
            house.now,
            subject=subject or uuid.uuid4(),
            invitation_id=invitation_id,
        )

    return house.database.run(work)


def resend(house: House, tablet: TestDevice, flow: UUID) -> c.Done:
    """The panel at the right."""
    return ask(house, tablet, "resend-code", c.ResendCode(flow=flow), c.Done)


def check(house: House, tablet: TestDevice, flow: UUID, code: ActivationCode) -> c.Done:
    """Type the code."""
    known = house.database.run(lambda connection: house.known(connection, tablet))
    sought = lookup_id(code, known.practice_id)
    return ask(house, tablet, "check-code", c.CheckCode(flow=flow, lookup_id=sought), c.Done)


@pytest.mark.rule("S16", "S17")
def test_right_code(house: House) -> None:
    """The code of the slip makes the fact that the sign-up of the same draft is decided with; again is harmless."""
    invitation_id, tablet, subject = house.invite(CODE), house.device(), uuid.uuid4()
    flow = match(house, tablet, invitation_id, subject)
    for _ in range(2):
        assert check(house, tablet, flow, CODE) == c.Done(state="done")
    known = house.database.run(lambda connection: facts.known(connection, house.practice_id, subject))
    assert known == {Fact.CODE: invitation_id}


@pytest.mark.rule("S16")
def test_code_of_the_other_slip(house: House) -> None:
    """Who was invited twice may hold either slip; another person's code stays wrong."""
    first, second = house.invite(CODE), house.invite(SECOND)
    house.invite(FOREIGN, first="Ann", last="Moreau")
    tablet, subject = house.device(), uuid.uuid4()
    flow = match(house, tablet, second, subject)
    assert check(house, tablet, flow, FOREIGN).state == "wrong"
    assert check(house, tablet, flow, CODE).state == "done"
    known = house.database.run(lambda connection: facts.known(connection, house.practice_id, subject))
    assert known == {Fact.CODE: first}


@pytest.mark.rule("S16", "S44")
def test_wrong_codes_lock(house: House) -> None:
    """Five wrong codes lock the invitation's asking for fifteen minutes; nobody's invitation locks alike."""
    invitation_id = house.invite(CODE)

    def story(of: UUID | None) -> list[c.Done]:
        tablet = house.device()
        flow = match(house, tablet, of)
        return [check(house, tablet, flow, FOREIGN) for _ in range(6)]

    answers = story(invitation_id)
    locked = c.Done(state="locked", until=house.now + 15 * MINUTE)
    assert answers == [c.Done(state="wrong")] * 4 + [locked] * 2
    assert story(None) == answers
    tablet = house.device()
    assert check(house, tablet, match(house, tablet, invitation_id), CODE) == locked
    house.now += 15 * MINUTE
    assert check(house, tablet, match(house, tablet, invitation_id), CODE).state == "done"


@pytest.mark.rule("S18", "S19")
def test_resend(house: House) -> None:
    """A further code goes to the contact on file; both codes work; the desk sees that it was sent."""
    invitation_id, tablet = house.invite(CODE), house.device()
    desk = house.device("desk")
    house.sync(desk)
    flow = match(house, tablet, invitation_id)
    assert resend(house, tablet, flow) == c.Done(state="done")
    assert house.mails() == [("code_resend", "tomas@example.org")]
    mailed = ActivationCode.parse(house.mailed("code_resend")[0]["code"])
    assert isinstance(mailed, ActivationCode)
    assert [check(house, tablet, flow, code).state for code in (mailed, CODE)] == ["done", "done"]
    assert [change.state for change in house.sync(desk).changes if hasattr(change, "state")] == ["sent"]


@pytest.mark.rule("S16", "S18")
def test_resend_for_an_expired_invitation(house: House) -> None:
    """The old code has expired and is wrong; the new one is right."""
    invitation_id, tablet = house.invite(CODE), house.device()
    house.now += dt.timedelta(days=15)
    flow = match(house, tablet, invitation_id)
    assert check(house, tablet, flow, CODE).state == "wrong"
    resend(house, tablet, flow)
    mailed = ActivationCode.parse(house.mailed("code_resend")[0]["code"])
    assert isinstance(mailed, ActivationCode)
    assert check(house, tablet, flow, mailed).state == "done"


@pytest.mark.rule("S18")
def test_resend_once_a_minute_five_a_day(house: House) -> None:
    """Counted for the invitation, in whatever flow, at whatever tablet; nobody's invitation counts alike."""
    invitation_id, began = house.invite(CODE), house.now

    def story(of: UUID | None) -> list[c.Done]:
        house.now, tablet = began, house.device()
        flow, heard = match(house, tablet, of), []
        for seconds in (0, 59, 60, 120, 180, 240, 300):
            house.now = began + dt.timedelta(seconds=seconds)
            heard.append(resend(house, tablet, flow))
        return heard

    done, soon = c.Done(state="done"), c.Done(state="wait", until=began + MINUTE)
    tomorrow = c.Done(state="wait", until=began + dt.timedelta(days=1))
    assert story(invitation_id) == [done, soon, done, done, done, done, tomorrow]
    assert story(None) == [done, soon, done, done, done, done, tomorrow]
    tablet = house.device()
    assert resend(house, tablet, match(house, tablet, invitation_id)) == tomorrow
    assert len(house.mails()) == 5
    house.now = began + dt.timedelta(days=1)
    assert resend(house, tablet, match(house, tablet, invitation_id)) == done


@pytest.mark.rule("S18", "S19")
def test_resend_without_an_address(house: House) -> None:
    """Without an email on file nothing goes out, and the answer is the same."""
    tablet = house.device()
    assert resend(house, tablet, match(house, tablet, house.invite(CODE, email=None))) == c.Done(state="done")
    assert house.mails() == []


@pytest.mark.rule("S16", "S18")
def test_flow_is_of_its_tablet_and_practice(house: House) -> None:
    """Another tablet, another practice and an old flow get nothing; another practice's code is wrong."""
    invitation_id, tablet, practice_id = house.invite(CODE), house.device(), uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    foreign = house.device(practice_id=practice_id)
    flow, expired = match(house, tablet, invitation_id), c.Done(state="expired")
    for other in (house.device(), foreign):
        assert resend(house, other, flow) == expired
        assert check(house, other, flow, CODE) == expired
    invented = match(house, foreign, invitation_id)  # no lookup begins such a flow: the object is checked all the same
    assert resend(house, foreign, invented) == c.Done(state="done")
    assert check(house, foreign, invented, CODE) == c.Done(state="wrong")
    assert house.mails() == []
    house.now += flows.LIFE
    assert resend(house, tablet, flow) == expired
    assert check(house, tablet, flow, CODE) == expired


@pytest.mark.rule("S16")
@pytest.mark.parametrize("sought", ["", "x" * 42, "x" * 44, "x" * 42 + "\0", "x" * 42 + "\n"])
def test_no_lookup_id(house: House, sought: str) -> None:
    """What no tablet of ours sends is malformed."""
    tablet = house.device()
    with pytest.raises(RequestRefusedError, match="malformed"):
        ask(house, tablet, "check-code", c.CheckCode(flow=uuid.uuid4(), lookup_id=sought), c.Done)


@pytest.mark.rule("S18")
def test_used_invitation_gets_no_code(house: House) -> None:
    """Once it is used up nothing is sent any more, and nobody is told."""
    invitation_id, tablet = house.invite(CODE), house.device()
    update = sa.update(t.invitations).where(t.invitations.c.invitation_id == invitation_id).values(state="activated")
    house.database.run(lambda connection: connection.execute(update))
    assert resend(house, tablet, match(house, tablet, invitation_id)) == c.Done(state="done")
    assert house.mails() == []
