"""The slip of an invitation whose person the portal has forgotten turns up again (decision 21)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import housekeeping
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import MatchAnswer, MatchLookup
from tests.portal.device import activation, desk_request, resolution
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))


@pytest.mark.rule("F4", "S16")
@pytest.mark.parametrize("id_document", ["", "passport"])
def test_a_forgotten_invitation_stays_closed(house: House, id_document: str) -> None:
    """An old slip that turns up becomes a task, whatever the desk allows: no account without a name, and no fault."""
    house.invite(CODE)
    house.now += dt.timedelta(days=15) + housekeeping.INVITED_KEPT
    housekeeping.sweep(house.database, house.now)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    asked = {"lookup_id": lookup_id(CODE, house.practice_id), "birth_date": "1990-12-31", "zip_code": "94110"}
    unnamed = desk_request("details", first="", last="", email="", gender="", phone="", **asked)
    assert house.deliver(tablet, unnamed, subject) is Outcome.ACCEPTED
    outcomes = []
    for _ in range(2):
        (case,) = (row for row in house.rows(t.cases) if row.state == "open")
        decided = resolution(house.staff_id, case.case_id, id_document=id_document)
        outcomes.append(house.deliver(desk, decided, subject))
        person = dict.fromkeys(("first", "last", "birth_date", "zip_code", "email"), "")
        answers = MatchLookup(subject=subject, gender="male", phone="+14155550187", language="en", **person)
        assert house.match(tablet, answers) == MatchAnswer(state="none")
        if not house.cases():
            outcomes.append(house.deliver(tablet, activation(CODE), subject))
    closed = Outcome.INVITATION_REVOKED
    assert (outcomes, house.cases()) == ([Outcome.ACCEPTED, closed, closed], ["invitation_revoked"])
    assert (house.rows(t.accounts), house.rows(tp.identity_checks)) == ([], [])
