"""A wrong date of birth or ZIP: after a photo ID the invitation says what the patient typed (F4, S13)."""

from __future__ import annotations

import datetime as dt
import uuid
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.outcomes import Outcome
from kiosk.portal import rosters, sync
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.rosters import SealedRow, Unsealed
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import InvitationAnswer, MatchLookup
from kiosk.protocol.wire_sync import CaseChange, InvitationChange, RosterChange
from tests.contract.together import together
from tests.portal.device import TestDevice, activation, desk_request, invitation, resolution, sign_up
from tests.portal.house import House

CODE, NEWER = (ActivationCode.from_entropy(bytes([first] * 9)) for first in (1, 2))
BORN, ZIP = "1990-12-31", "94110"
"""Of the invitation that ``tests.portal.device`` makes."""


def _held(house: House, tablet: TestDevice, subject: UUID, **typed: str) -> None:
    """The patient asks the desk, with details that disagree."""
    nobody = {"first": "", "last": "", "email": "", "gender": "", "phone": ""}
    given = nobody | {"birth_date": BORN, "zip_code": ZIP, "lookup_id": lookup_id(CODE, house.practice_id)} | typed
    assert house.deliver(tablet, desk_request("details", **given), subject) is Outcome.ACCEPTED


def _task(house: House, desk: TestDevice) -> CaseChange:
    return next(task for task in house.tasks(desk) if task.state == "open")


def _resolve(house: House, desk: TestDevice, task: CaseChange, decision: str = "allow") -> Outcome:
    return house.deliver(desk, resolution(house.staff_id, task.case_id, decision), task.subject)


def _seal(house: House, code: ActivationCode = CODE, born: str = BORN, zip5: str = ZIP) -> None:
    """Let the code have a sealed row, as the portal makes one after the desk's sync."""
    row = SealedRow(house.practice_id, lookup_id(code, house.practice_id), b"sealed", born, zip5)
    house.database.run(lambda c: rosters.store(c, [row]))


def _chart(house: House) -> tuple[str, str, str | None, str | None]:
    (row,) = house.rows(t.invitations)
    return row.birth_date, row.birth_date_cmp, row.zip_code, row.zip_cmp


def _look_up(house: House, zip_code: str, born: str = BORN) -> InvitationAnswer:
    return house.look_up(house.device(), lookup_id(CODE, house.practice_id), born, zip_code)


@pytest.mark.rule("F4", "S13")
@pytest.mark.parametrize(
    ("typed", "chart"),
    [
        ({"zip_code": "60601-2345"}, (BORN, BORN, "60601-2345", "60601")),
        ({"birth_date": "1990-12-13"}, ("1990-12-13", "1990-12-13", "94110-1234", ZIP)),
        ({"birth_date": "1990-12-13", "zip_code": ""}, ("1990-12-13", "1990-12-13", None, None)),
    ],
    ids=["ZIP", "date of birth", "both, no US ZIP"],
)
def test_the_chart_says_what_was_typed(
    house: House, typed: dict[str, str], chart: tuple[str, str, str | None, str | None]
) -> None:
    """Desks learn it, tablets drop the sealed row, the code works live with the typed answers, the account has them."""
    house.invite(CODE)
    tablet, desk, other, subject = house.device(), house.device("desk"), house.device("desk"), uuid.uuid4()
    _seal(house)
    house.sync(tablet)
    house.sync(other)
    _held(house, tablet, subject, **typed)
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    assert _chart(house) == chart
    (told,) = (change for change in house.sync(other).changes if isinstance(change, InvitationChange))
    assert (told.birth_date, told.state) == (chart[0], "printed")
    (row,) = (change for change in house.sync(tablet).changes if isinstance(change, RosterChange))
    assert (row.lookup_id, row.sealed) == (lookup_id(CODE, house.practice_id), "")
    given = {"birth_date": BORN, "zip_code": ZIP} | typed
    if given["zip_code"]:
        assert _look_up(house, given["zip_code"], given["birth_date"]).state == "match"
    assert house.deliver(tablet, activation(CODE, **given), subject) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert (account.birth_date, account.birth_date_cmp, account.zip_code, account.zip_cmp) == chart


@pytest.mark.rule("F4", "S13", "S14", "S29")
def test_the_match_knows_the_corrected_person(house: House) -> None:
    """Under the draft's own name, where the desk's word stands: what the invitation tells is enough to find them."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, sign_up())
    house.invite(CODE, first="María", last="Okafor", gender="female", phone="+16175550123", birth_date="1984-07-09")
    nothing = dict.fromkeys(("first", "last", "birth_date", "zip_code", "email", "gender", "phone"), "")
    asked = MatchLookup(subject=subject, **nothing, language="en")
    with pytest.raises(RequestRefusedError):
        house.match(tablet, asked)
    _held(house, tablet, subject, zip_code="60601", birth_date="1984-07-09")
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    assert _look_up(house, "60601", "1984-07-09").missing == []
    assert house.match(tablet, asked).state == "verify_phone"


@pytest.mark.rule("F4", "S13")
def test_what_was_sent_late_corrects_too(house: House) -> None:
    """An activation of a disconnected tablet that became a case: allowed, chart and account say what was typed."""
    house.invite(CODE)
    desk = house.device("desk")
    assert house.deliver(house.device(), activation(CODE, zip_code="60601")) is Outcome.DETAILS_DIFFER
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    assert _chart(house)[2:] == ("60601", "60601")
    assert [row.zip_code for row in house.rows(t.accounts)] == ["60601"]


@pytest.mark.rule("F4", "S13", "S11")
def test_what_the_desk_did_not_see_is_wrong_again(house: House) -> None:
    """A tablet that sends other details for the same draft than the desk compared makes no account with them."""
    house.invite(CODE)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    _held(house, tablet, subject, birth_date="2011-12-13")
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    other = activation(CODE, birth_date="1991-12-13")
    assert house.deliver(tablet, other, subject) is Outcome.DETAILS_DIFFER
    assert house.deliver(tablet, activation(CODE, birth_date="2011-12-13"), subject) is Outcome.MINOR
    assert house.rows(t.accounts) == []


@pytest.mark.rule("F4")
def test_declined_corrects_nothing(house: House) -> None:
    """The desk was not convinced: the chart and the sealed row stay."""
    house.invite(CODE)
    desk = house.device("desk")
    _seal(house)
    before = _chart(house)
    _held(house, house.device(), uuid.uuid4(), zip_code="60601")
    assert _resolve(house, desk, _task(house, desk), "decline") is Outcome.ACCEPTED
    assert _chart(house) == before
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [b"sealed"]


@pytest.mark.rule("F4")
def test_nothing_differs_any_more(house: House) -> None:
    """Another desk had corrected it already: the row that is sealed with the right answers stays."""
    house.invite(CODE)
    desk = house.device("desk")
    _seal(house)
    _held(house, house.device(), uuid.uuid4(), zip_code="94110-9999")
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    assert _chart(house) == (BORN, BORN, "94110-1234", ZIP)
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [b"sealed"]


@pytest.mark.rule("F4", "K2")
def test_no_invitation_of_another_practice(house: House) -> None:
    """A case that names another practice's invitation corrects nothing of it."""
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    house.invite(CODE)
    desk = house.device("desk")
    _held(house, house.device(), uuid.uuid4(), zip_code="60601")
    task, before = _task(house, desk), _chart(house)
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(practice_id=other)))
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert _chart(house) == before


@pytest.mark.rule("F4")
@pytest.mark.parametrize("over", ["used", "withdrawn"])
def test_an_invitation_that_is_over_stays(house: House, over: str) -> None:
    """Meanwhile it was used at another tablet, or withdrawn: its chart tells what was true then."""
    invitation_id = house.invite(CODE)
    desk = house.device("desk")
    _held(house, house.device(), uuid.uuid4(), zip_code="60601")
    task, before = _task(house, desk), _chart(house)
    if over == "used":
        house.deliver(house.device(), activation(CODE))
    else:
        house.deliver(desk, InvitationRevoked(invitation_id=invitation_id, by=house.staff_id), invitation_id)
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert _chart(house) == before


@pytest.mark.rule("F4")
def test_two_desks_decide_at_once(house: House) -> None:
    """The first one counts: either chart and fact, or neither."""
    house.invite(CODE)
    _seal(house)
    tablet, first, second, subject = house.device(), house.device("desk"), house.device("desk"), uuid.uuid4()
    _held(house, tablet, subject, zip_code="60601")
    task = _task(house, first)
    answers = together(
        house,
        [
            (one, one.operation(resolution(house.staff_id, task.case_id, decision), subject=subject))
            for one, decision in ((first, "allow"), (second, "decline"))
        ],
    )
    assert {house.outcome(answer) for answer in answers} == {Outcome.ACCEPTED}
    (case,) = house.rows(t.cases)
    allowed = case.decision == "allow"
    assert _chart(house)[3] == ("60601" if allowed else ZIP)
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [None if allowed else b"sealed"]
    assert len(house.rows(tp.identity_checks)) == allowed
    outcome = house.deliver(tablet, activation(CODE, zip_code="60601"), subject)
    assert outcome is (Outcome.ACCEPTED if allowed else Outcome.DETAILS_DIFFER)


@pytest.mark.rule("F4", "S18")
def test_a_new_slip_meanwhile(house: House) -> None:
    """Corrected and reissued at the same moment: the chart is corrected, only the new code opens it, live alone."""
    invitation_id = house.invite(CODE)
    tablet, first, second, subject = house.device(), house.device("desk"), house.device("desk"), uuid.uuid4()
    _held(house, tablet, subject, zip_code="60601")
    task = _task(house, first)
    again = InvitationReissued(invitation_id=invitation_id, code=NEWER.symbols, expires_at=house.now, by=house.staff_id)
    body = resolution(house.staff_id, task.case_id)
    answers = together(
        house,
        [(first, first.operation(body, subject=subject)), (second, second.operation(again, subject=invitation_id))],
    )
    assert {house.outcome(answer) for answer in answers} == {Outcome.ACCEPTED}
    assert _chart(house)[2:] == ("60601", "60601")
    _seal(house, NEWER)  # was being sealed with the former ZIP
    states = {row.lookup_id: (row.state, row.roster) for row in house.rows(tp.invitation_codes)}
    assert states[lookup_id(CODE, house.practice_id)][0] == "revoked"
    assert states[lookup_id(NEWER, house.practice_id)] == ("open", None)
    _seal(house, NEWER, zip5="60601")
    assert [row.roster for row in house.rows(tp.invitation_codes) if row.state == "open"] == [b"sealed"]
    outcome = house.deliver(tablet, activation(CODE, zip_code="60601"), subject)
    assert outcome is Outcome.INVITATION_REVOKED


@pytest.mark.rule("F4", "S13", "S18")
def test_a_new_slip_of_the_corrected_invitation(house: House) -> None:
    """Whoever left the tablet takes it along: one sync of the desk's, and the new code asks for what was typed."""
    invitation_id = house.invite(CODE)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    _held(house, tablet, subject, zip_code="60601")
    assert _resolve(house, desk, _task(house, desk)) is Outcome.ACCEPTED
    expires_at = house.now + dt.timedelta(days=14)
    again = InvitationReissued(
        invitation_id=invitation_id, code=NEWER.symbols, expires_at=expires_at, by=house.staff_id
    )
    assert house.deliver(desk, again, invitation_id) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(NEWER, zip_code="60601")) is Outcome.ACCEPTED
    assert [row.zip_cmp for row in house.rows(t.accounts)] == ["60601"]


@pytest.mark.rule("K1", "F4")
def test_a_row_that_was_sealed_with_the_former_answers_is_not_stored(house: House) -> None:
    """Sealing takes a moment; corrected meanwhile, the code works live only."""
    desk, unsealed = house.device("desk"), list[Unsealed]()
    body = invitation(house.staff_id, CODE)
    request = desk.sync_request(desk.operation(body))
    house.database.run(
        lambda c: sync.sync(c, house.known(c, desk), request, keys=house.keys, now=house.now, unsealed=unsealed)
    )
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(zip_code=None, zip_cmp=None)))
    sealed = rosters.seal(unsealed)
    house.database.run(lambda c: rosters.store(c, sealed))
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [None]
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(zip_code=ZIP, zip_cmp=ZIP)))
    house.database.run(lambda c: rosters.store(c, sealed))
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [sealed[0].row]
