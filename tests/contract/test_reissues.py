"""A lost slip and a mistaken invitation, as the portal decides them (F1, S18)."""

from __future__ import annotations

import datetime as dt
import uuid
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.outcomes import Outcome
from kiosk.portal import codes, rosters, sync
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.rosters import Unsealed
from kiosk.protocol import roster
from kiosk.protocol.encoding import b64decode
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_sync import InvitationChange, RosterChange, SyncResponse
from tests.contract.together import together
from tests.portal.device import TestDevice, activation, delivered, sign_up
from tests.portal.house import House

LOST = ActivationCode.from_entropy(bytes(range(9)))
FRESH = ActivationCode.from_entropy(bytes(range(1, 10)))
THIRD = ActivationCode.from_entropy(bytes(range(2, 11)))
BORN, ZIP = "1990-12-31", "94110"


def reissued(house: House, invitation_id: UUID, code: ActivationCode = FRESH, days: int = 14) -> InvitationReissued:
    """The desk made a new slip."""
    end = house.now + dt.timedelta(days=days)
    return InvitationReissued(invitation_id=invitation_id, code=code.symbols, expires_at=end, by=house.staff_id)


def revoked(house: House, invitation_id: UUID) -> InvitationRevoked:
    """The desk withdrew it."""
    return InvitationRevoked(invitation_id=invitation_id, by=house.staff_id)


def state(house: House) -> str:
    """Of the one invitation."""
    (row,) = house.rows(t.invitations)
    return str(row.state)


def code_states(house: House) -> list[str]:
    """Of all codes, by age."""
    rows = sorted(house.rows(tp.invitation_codes), key=lambda row: (row.state != "revoked", row.made_at))
    return [row.state for row in rows]


def opens(house: House, code: ActivationCode) -> bool:
    """Whether the code, with the right date of birth and ZIP, opens an invitation."""
    return house.look_up(house.device(), lookup_id(code, house.practice_id), BORN, ZIP).state == "match"


@pytest.mark.rule("S18", "F1")
def test_a_new_slip_revokes_every_older_code(house: House) -> None:
    """Only the newest slip opens the invitation, its patient is the same, and it is good for two weeks from now."""
    invitation_id = house.invite(LOST)
    desk = house.device("desk")
    house.now += dt.timedelta(days=3)
    assert house.deliver(desk, reissued(house, invitation_id), invitation_id) is Outcome.ACCEPTED
    house.now += dt.timedelta(minutes=1)
    assert house.deliver(desk, reissued(house, invitation_id, THIRD), invitation_id) is Outcome.ACCEPTED
    assert [opens(house, code) for code in (LOST, FRESH, THIRD)] == [False, False, True]
    (row,) = house.rows(t.invitations)
    assert (row.state, row.expires_at) == ("ready", house.now + dt.timedelta(days=14))
    assert code_states(house) == ["revoked", "revoked", "open"]
    assert house.deliver(desk, delivered(house.staff_id, invitation_id), invitation_id) is Outcome.ACCEPTED
    assert state(house) == "printed"
    assert house.deliver(house.device(), activation(THIRD)) is Outcome.ACCEPTED
    assert state(house) == "activated"


@pytest.mark.rule("S9", "F1")
@pytest.mark.parametrize("email", ["tomas@example.org", None], ids=["on-file", "none"])
def test_a_new_code_goes_to_the_email_on_file(house: House, email: str | None) -> None:
    """The desks learn that there is one, never which; the code that is mailed opens the invitation."""
    invitation_id = house.invite(LOST, email=email)
    desk, other = house.device("desk"), house.device("desk")
    (change,) = (change for change in house.sync(other).changes if isinstance(change, InvitationChange))
    assert change.mailable is (email is not None)
    assert "example.org" not in str(change)
    house.deliver(desk, reissued(house, invitation_id), invitation_id)
    outcome = house.deliver(desk, delivered(house.staff_id, invitation_id, FRESH), invitation_id)
    if email is None:
        assert outcome is not Outcome.ACCEPTED
        assert (state(house), house.mails()) == ("ready", [])
    else:
        assert (outcome, state(house), house.mails()) == (Outcome.ACCEPTED, "sent", [("invitation", email)])
        assert opens(house, FRESH)


@pytest.mark.rule("S18")
def test_the_lost_slip_makes_no_account(house: House) -> None:
    """Who finds it gets to the desk, although the invitation is open."""
    invitation_id = house.invite(LOST)
    house.deliver(house.device("desk"), reissued(house, invitation_id), invitation_id)
    assert house.deliver(house.device(), activation(LOST)) is Outcome.INVITATION_REVOKED
    assert (house.rows(t.accounts), state(house)) == ([], "ready")


@pytest.mark.rule("S18")
def test_a_new_slip_for_one_that_has_expired(house: House) -> None:
    """Expired is not over: the new slip opens it, and the desks hear of its new end."""
    invitation_id = house.invite(LOST)
    house.now += dt.timedelta(days=20)
    desk, other = house.device("desk"), house.device("desk")
    house.sync(other)
    house.deliver(desk, reissued(house, invitation_id), invitation_id)
    assert opens(house, FRESH)
    (change,) = (change for change in house.sync(other).changes if isinstance(change, InvitationChange))
    assert (change.state, change.expires_at) == ("ready", house.now + dt.timedelta(days=14))
    assert (change.number, change.language) == ("INV-7F3K", "es")


@pytest.mark.rule("S18")
def test_a_clock_ahead_lengthens_nothing(house: House) -> None:
    """The portal's clock bounds the new end."""
    invitation_id = house.invite(LOST)
    house.deliver(house.device("desk"), reissued(house, invitation_id, days=90), invitation_id)
    ends = {row.expires_at for row in house.rows(t.invitations)}
    ends |= {row.expires_at for row in house.rows(tp.invitation_codes)}
    assert ends == {house.now + dt.timedelta(days=14)}


@pytest.mark.rule("S18")
def test_a_withdrawn_invitation_opens_for_nobody(house: House) -> None:
    """None of its codes works, no new slip brings it back, and a sign-up of its person is asked for no code (S16)."""
    invitation_id = house.invite(LOST)
    desk = house.device("desk")
    house.deliver(desk, reissued(house, invitation_id), invitation_id)
    assert house.deliver(desk, revoked(house, invitation_id), invitation_id) is Outcome.ACCEPTED
    assert state(house) == "revoked"
    assert not opens(house, FRESH)
    assert house.deliver(house.device(), activation(FRESH)) is Outcome.INVITATION_REVOKED
    assert house.deliver(desk, reissued(house, invitation_id, THIRD), invitation_id) is Outcome.ACCEPTED
    assert (state(house), opens(house, THIRD)) == ("revoked", False)
    body = sign_up(
        first="Tomás", last="Nguyễn", birth_date=BORN, zip_code=ZIP, email="tomas@example.org", gender="male"
    )
    assert house.deliver(house.device(), body) is Outcome.ACCEPTED


@pytest.mark.rule("S18")
def test_what_was_used_meanwhile_stays_used(house: House) -> None:
    """The patient was faster than the desk's sync: the account stands, and the desk hears of it."""
    invitation_id = house.invite(LOST)
    desk = house.device("desk")
    assert house.deliver(house.device(), activation(LOST)) is Outcome.ACCEPTED
    house.sync(desk)
    for body in (reissued(house, invitation_id), revoked(house, invitation_id)):
        answer = house.sync(desk, desk.operation(body, subject=invitation_id))
        assert house.outcome(answer) is Outcome.ACCEPTED
        assert [change.state for change in answer.changes if isinstance(change, InvitationChange)] == ["activated"]
    assert (state(house), code_states(house)) == ("activated", ["used"])


@pytest.mark.rule("S18")
def test_patient_and_desk_at_the_same_moment(house: House) -> None:
    """Either the account was made with the lost slip, or the new slip stands and the lost one does not: never both."""
    invitation_id = house.invite(LOST)
    desk, tablet = house.device("desk"), house.device()
    answers = together(
        house,
        [
            (tablet, tablet.operation(activation(LOST))),
            (desk, desk.operation(reissued(house, invitation_id), subject=invitation_id)),
        ],
    )
    activated = house.outcome(answers[0]) is Outcome.ACCEPTED
    assert house.outcome(answers[1]) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == activated
    assert (state(house), code_states(house)) == (
        ("activated", ["used"]) if activated else ("ready", ["revoked", "open"])
    )


@pytest.mark.rule("S18")
def test_the_code_is_looked_at_again_with_the_invitation_in_hand(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's new slip comes in between the tablet's question and its taking: the lost slip makes no account."""
    house.invite(LOST)
    honest, opened = codes.is_open, list[sa.Connection]()

    def just_before(row: sa.Row[tuple[object, ...]], now: dt.datetime) -> bool:
        answer = honest(row, now)
        opened[0].execute(sa.update(tp.invitation_codes).values(state="revoked"))
        return answer

    tablet = house.device()

    def work(connection: sa.Connection) -> SyncResponse:
        opened.append(connection)
        request = tablet.sync_request(tablet.operation(activation(LOST)))
        return sync.sync(connection, house.known(connection, tablet), request, keys=house.keys, now=house.now)

    monkeypatch.setattr(codes, "is_open", just_before)
    assert house.outcome(house.database.run(work)) is Outcome.INVITATION_REVOKED
    assert (house.rows(t.accounts), state(house)) == ([], "printed")


@pytest.mark.rule("K1", "S18")
def test_tablets_get_the_new_code_and_lose_the_old(house: House) -> None:
    """A row for activation without a network, made of the invitation's date of birth and ZIP."""
    invitation_id = house.invite(LOST)
    desk, tablet = house.device("desk"), house.device()
    unsealed: list[Unsealed] = []
    operation = desk.operation(reissued(house, invitation_id), subject=invitation_id)

    def work(connection: sa.Connection) -> None:
        known = house.known(connection, desk)
        sync.sync(connection, known, desk.sync_request(operation), keys=house.keys, now=house.now, unsealed=unsealed)

    house.sync(tablet)
    house.database.run(work)
    sealed = rosters.seal(unsealed)
    house.database.run(lambda connection: rosters.store(connection, sealed))
    rows = {change.lookup_id: change for change in house.sync(tablet).changes if isinstance(change, RosterChange)}
    fresh = rows[lookup_id(FRESH, house.practice_id)]
    opened = roster.open_row(
        b64decode(fresh.sealed), FRESH, dt.date(1990, 12, 31), ZIP, house.practice_id, fresh.expires_at
    )
    assert opened is not None
    assert opened.invitation_id == invitation_id
    assert rows[lookup_id(LOST, house.practice_id)].sealed == ""


@pytest.mark.rule("F1")
def test_another_practice_has_no_say(house: House) -> None:
    """Its desk's word waits like one about an invitation that never was, and nothing moves."""
    invitation_id = house.invite(LOST)
    elsewhere = uuid.uuid4()
    house.add_practice(elsewhere, "Riverside Clinic")
    for body in (reissued(house, invitation_id), revoked(house, invitation_id)):
        stranger = house.device("desk", elsewhere)
        assert house.deliver(stranger, body, invitation_id) is Outcome.DEFERRED_DEPENDENCY
    assert (state(house), code_states(house)) == ("printed", ["open"])
    assert opens(house, LOST)


@pytest.mark.rule("K1")
def test_it_waits_for_the_desk_that_made_the_invitation(house: House) -> None:
    """And for a member of staff whom the portal does not know yet."""
    desk = house.device("desk")
    nowhere = uuid.uuid4()
    assert house.deliver(desk, reissued(house, nowhere), nowhere) is Outcome.DEFERRED_DEPENDENCY
    invitation_id = house.invite(LOST)
    body = InvitationRevoked(invitation_id=invitation_id, by=uuid.uuid4())
    assert house.deliver(house.device("desk"), body, invitation_id) is Outcome.DEFERRED_DEPENDENCY
    assert state(house) == "printed"


def test_nonsense_is_refused(house: House) -> None:
    """A tablet, another subject, a code that is none, a code that exists: nothing was written."""
    invitation_id = house.invite(LOST)
    bad = InvitationReissued(
        invitation_id=invitation_id, code="AAAAAAAAAAAAAAA", expires_at=house.now, by=house.staff_id
    )

    def refused(device: TestDevice, body: InvitationReissued | InvitationRevoked, subject: UUID) -> None:
        assert house.deliver(device, body, subject) is Outcome.REJECTED_MALFORMED
        assert (state(house), code_states(house)) == ("printed", ["open"])

    refused(house.device(), reissued(house, invitation_id), invitation_id)
    refused(house.device(), revoked(house, invitation_id), invitation_id)
    refused(house.device("desk"), reissued(house, invitation_id), uuid.uuid4())
    refused(house.device("desk"), revoked(house, invitation_id), uuid.uuid4())
    refused(house.device("desk"), bad, invitation_id)
    refused(house.device("desk"), reissued(house, invitation_id, LOST), invitation_id)


@pytest.mark.parametrize(
    "end",
    [dt.datetime(2026, 3, 9), dt.datetime(1, 1, 1, tzinfo=dt.UTC), dt.datetime(9999, 1, 1, tzinfo=dt.UTC)],  # noqa: DTZ001
    ids=str,
)
def test_an_end_that_no_database_can_hold(house: House, end: dt.datetime) -> None:
    """A time without a zone, or at the ends of the calendar, is malformed: the desk's other operations go on."""
    invitation_id = house.invite(LOST)
    body = InvitationReissued(invitation_id=invitation_id, code=FRESH.symbols, expires_at=end, by=house.staff_id)
    assert house.deliver(house.device("desk"), body, invitation_id) is Outcome.REJECTED_MALFORMED
    assert code_states(house) == ["open"]
