"""Codes of invitations: several at once, each works until one is used; wrong tries revoke; slips offline (S13-S19)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from functools import partial

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import StaffRole
from kiosk.portal import changes, codes, lockouts, practices, rosters, sync
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.changes import Changed
from kiosk.portal.letters import Post
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.rosters import SealedRow, Unsealed
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.roster import lookup_id, open_row
from kiosk.protocol.wire_sync import InvitationChange, RosterChange, SyncRequest, WrongTries
from tests.contract.together import together
from tests.portal.device import TestDevice, activation, delivered, invitation, resolution
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
OTHER = ActivationCode.from_entropy(bytes(range(1, 10)))
BORN, ZIP = dt.date(1990, 12, 31), "94110"


def _write(house: House, work: object, *args: object) -> list[Changed]:
    """Run a function of ``codes`` as its callers do: what devices have to learn is written at the end."""

    def run(connection: sa.Connection) -> list[Changed]:
        changed: list[Changed] = work(connection, *args)  # type: ignore[operator]  # any function of codes
        changes.append(connection, house.practice_id, changed)
        return changed

    return house.database.run(run)


def _find(house: House, code: ActivationCode, connection: sa.Connection) -> object:
    """The invitation that the code opens now."""
    return codes.find(connection, house.practice_id, lookup_id(code, house.practice_id), house.now)


def _second(house: House, code: ActivationCode = OTHER) -> None:
    """Give the one invitation a further code."""
    (row,) = house.rows(t.invitations)
    house.database.run(
        lambda c: codes.add(
            c,
            house.practice_id,
            row.invitation_id,
            code,
            roster=None,
            now=house.now,
            expires_at=house.now + codes.LIFE,
        )
    )


def _send(house: House) -> ActivationCode:
    """Mail a new code, as the resend panel does; returns the mail's."""

    def run(connection: sa.Connection) -> None:
        post = Post(connection, house.keys, practices.get(connection, house.practice_id), house.now)
        row = connection.execute(sa.select(t.invitations)).one()
        changes.append(connection, house.practice_id, codes.remind(post, row, uuid.uuid4()))

    house.database.run(run)
    code = ActivationCode.parse(house.mailed("code_resend")[-1]["code"])
    assert isinstance(code, ActivationCode)
    return code


def _roster(house: House, tablet: TestDevice) -> list[RosterChange]:
    return [change for change in house.sync(tablet).changes if isinstance(change, RosterChange)]


def _sync_tries(house: House, device: TestDevice, **counts: int) -> None:
    tries = [WrongTries(lookup_id=sought, count=count) for sought, count in counts.items()]
    request = SyncRequest(operations=[], cursor=device.cursor, epoch=device.epoch, tries=tries)
    house.database.run(lambda c: sync.sync(c, house.known(c, device), request, keys=house.keys, now=house.now))


@pytest.mark.rule("S18", "S19")
@pytest.mark.parametrize("used", [CODE, OTHER], ids=["older", "newer"])
def test_every_code_works_until_one_is_used(house: House, used: ActivationCode) -> None:
    """Whichever code of an invitation is used, the account is made, and neither opens anything afterwards."""
    house.invite(CODE)
    _second(house)
    assert house.deliver(house.device(), activation(used)) is Outcome.ACCEPTED
    assert {row.state for row in house.rows(tp.invitation_codes)} == {"used"}
    for code in (CODE, OTHER):
        assert house.database.run(partial(_find, house, code)) is None


@pytest.mark.rule("S18", "S19")
def test_two_codes_at_two_tablets_together(house: House) -> None:
    """Two codes of one invitation used at the same moment make one account."""
    house.invite(CODE)
    _second(house)
    first, second = house.device(), house.device()
    answers = together(
        house,
        [
            (first, first.operation(activation(CODE, "tomas.nguyen01"))),
            (second, second.operation(activation(OTHER, "tomas.nguyen02"))),
        ],
    )
    outcomes = {house.outcome(answer) for answer in answers}
    assert Outcome.ACCEPTED in outcomes
    assert outcomes <= {Outcome.ACCEPTED, Outcome.INVITATION_USED_ELSEWHERE, Outcome.EXACT_MATCH}
    assert len(outcomes) == 2
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S18")
def test_a_new_code_outlives_the_old_one(house: House) -> None:
    """A mailed code is good for two weeks from its sending, also for an invitation that has expired."""
    house.invite(CODE)
    desk = house.device("desk")
    house.now += dt.timedelta(days=20)
    code = _send(house)
    assert house.mails() == [("code_resend", "tomas@example.org")]
    (change,) = (change for change in house.sync(desk).changes if isinstance(change, InvitationChange))
    assert (change.state, change.expires_at) == ("sent", house.now + dt.timedelta(days=14))
    house.now += dt.timedelta(days=13)
    assert house.database.run(partial(_find, house, CODE)) is None
    assert house.database.run(partial(_find, house, code)) is not None
    assert house.deliver(house.device(), activation(CODE)) is Outcome.INVITATION_EXPIRED
    assert house.deliver(house.device(), activation(code)) is Outcome.ACCEPTED


@pytest.mark.rule("S18", "S19")
def test_once_a_minute_five_a_day(house: House) -> None:
    """At most one code a minute and five a day for an invitation, counted over all who ask."""
    invitation_id = house.invite(CODE)

    def may(at: dt.datetime) -> bool:
        return house.database.run(lambda c: codes.wait_to_send(c, invitation_id, at)) is None

    start = house.now
    assert [may(start + dt.timedelta(seconds=s)) for s in (0, 59, 60, 119, 120, 180, 240, 300)] == [
        *(True, False, True, False, True, True, True, False)
    ]
    assert not may(start + dt.timedelta(hours=23, minutes=59))
    assert may(start + dt.timedelta(hours=24))


@pytest.mark.rule("S19")
def test_lost_codes_are_revoked(house: House) -> None:
    """Whatever is lost is revoked, every code; a new one for the same invitation works."""
    invitation_id = house.invite(CODE)
    _second(house)
    assert house.database.run(partial(_find, house, CODE)) is not None
    _write(house, codes.revoke, invitation_id)
    assert house.database.run(partial(_find, house, CODE)) is None
    for code in (CODE, OTHER):
        assert house.deliver(house.device(), activation(code)) is Outcome.INVITATION_REVOKED
    assert house.rows(t.accounts) == []
    assert house.deliver(house.device(), activation(_send(house))) is Outcome.ACCEPTED


@pytest.mark.rule("S18")
def test_nothing_is_made_that_nobody_gets(house: House) -> None:
    """Without an email on file, or for an invitation that is used, no code is made and no mail written."""
    house.invite(CODE, email=None)

    def send(connection: sa.Connection) -> list[Changed]:
        post = Post(connection, house.keys, practices.get(connection, house.practice_id), house.now)
        return codes.send_new(post, connection.execute(sa.select(t.invitations)).one(), uuid.uuid4())

    assert house.database.run(send) == []
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(email="a@example.org", state="activated")))
    assert house.database.run(send) == []
    assert len(house.rows(tp.invitation_codes)) == 1
    assert house.mails() == []


@pytest.mark.rule("S13")
def test_fifteen_wrong_tries_revoke(house: House) -> None:
    """The fifteenth wrong try in all revokes the code and gives the desk one task; other codes still work."""
    house.invite(CODE)
    _second(house)
    desk, sought = house.device("desk"), lookup_id(CODE, house.practice_id)
    for number in range(1, 17):
        if number % 5 == 1:
            house.now += dt.timedelta(minutes=15)
        counted = house.database.run(lambda c: _count(c, house, sought))
        assert counted == (number % 5 == 0)
        assert len(house.cases()) == (number >= 15)
    (task,) = house.tasks(desk)
    assert (task.kind, task.first, task.number, task.state) == ("code_locked", "Tomás", "INV-7F3K", "open")
    assert {row.lookup_id: row.state for row in house.rows(tp.invitation_codes)}[sought] == "revoked"
    house.now += dt.timedelta(minutes=15)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.INVITATION_REVOKED
    assert house.deliver(house.device(), activation(OTHER)) is Outcome.ACCEPTED


def _count(connection: sa.Connection, house: House, sought: str) -> bool:
    counted = codes.count_wrong(connection, house.practice_id, sought, house.now)
    changes.append(connection, house.practice_id, counted.changed)
    assert (counted.until is not None) == counted.locked
    return counted.locked


@pytest.mark.rule("S13")
def test_the_desk_sends_a_new_code_after_the_lock(house: House) -> None:
    """The task of a revoked code is answered with a new code by mail."""
    house.invite(CODE)
    desk, sought = house.device("desk"), lookup_id(CODE, house.practice_id)
    _write(house, lambda c: codes.count_wrong(c, house.practice_id, sought, house.now, earlier=15).changed)
    (task,) = house.tasks(desk)
    assert house.deliver(desk, resolution(house.staff_id, task.case_id), task.subject) is Outcome.ACCEPTED
    assert house.mails() == [("code_resend", "tomas@example.org")]
    assert house.cases() == []


@pytest.mark.rule("S13")
def test_wrong_activations_are_tries(house: House) -> None:
    """Wrong details in an activation count; while the code is locked, even right ones make no account."""
    house.invite(CODE)
    tablet = house.device()
    outcomes = [house.deliver(tablet, activation(CODE, zip_code="00000")) for _ in range(5)]
    assert outcomes == [Outcome.DETAILS_DIFFER] * 5
    assert house.deliver(tablet, activation(CODE)) is Outcome.DETAILS_DIFFER
    house.now += dt.timedelta(minutes=15)
    assert house.deliver(tablet, activation(CODE)) is Outcome.ACCEPTED
    assert [kind for kind, _ in house.mails()] == ["code_resend", "welcome"]  # once a minute, whatever is tried


@pytest.mark.rule("S13", "K1")
def test_offline_tries_are_added_once(house: House) -> None:
    """What a tablet counted without a network is added when it tells, its total once however often it is told."""
    house.invite(CODE)
    first, second, sought = house.device(), house.device(), lookup_id(CODE, house.practice_id)

    def total() -> int:
        (row,) = house.rows(t.lockouts)
        return int(row.total)

    _sync_tries(house, first, **{sought: 3})
    _sync_tries(house, first, **{sought: 3})
    assert total() == 3
    _sync_tries(house, first, **{sought: 4})
    assert total() == 4
    _sync_tries(house, second, **{sought: 6})
    assert total() == 10
    key = lockouts.invitation_key(house.practice_id, sought)
    assert house.database.run(lambda c: lockouts.is_locked(c, key, house.now))
    _sync_tries(house, first, **{sought: 2})  # an older total, sent again
    assert total() == 10
    _sync_tries(house, first, **{sought: 9})
    assert house.cases() == ["code_locked"]
    assert [row.state for row in house.rows(tp.invitation_codes)] == ["revoked"]


def test_offline_tries_stay_in_their_practice(house: House) -> None:
    """Another practice's tablet cannot lock or revoke a code of this one."""
    house.invite(CODE)
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    _sync_tries(house, house.device(practice_id=other), **{lookup_id(CODE, house.practice_id): 100})
    assert house.cases() == []
    assert house.deliver(house.device(), activation(CODE)) is Outcome.ACCEPTED


@pytest.mark.parametrize(("sought", "count"), [("x", 1), ("A" * 43, 0), ("A" * 43, -1), ("A" * 43, 10**9)])
def test_tries_that_no_tablet_counts(house: House, sought: str, count: int) -> None:
    """Nonsense refuses the request as a whole and counts nothing."""
    with pytest.raises(RequestRefusedError) as refused:
        _sync_tries(house, house.device(), **{sought: count})
    assert refused.value.code == "malformed"
    assert house.rows(t.lockouts) == []


@pytest.mark.rule("K1", "K2")
def test_roster_row_of_a_new_invitation(house: House) -> None:
    """Tablets, and they alone, get a sealed row that opens with code, birthday and ZIP; it goes when one is used."""
    tablet, desk, unsealed = house.device(), house.device("desk"), list[Unsealed]()
    body = invitation(house.staff_id, CODE, expires_at=house.now + dt.timedelta(days=14))
    request = desk.sync_request(desk.operation(body))
    house.database.run(
        lambda c: sync.sync(c, house.known(c, desk), request, keys=house.keys, now=house.now, unsealed=unsealed)
    )
    _second(house)
    assert _roster(house, tablet) == []
    sealed = rosters.seal(unsealed)
    house.database.run(lambda c: rosters.store(c, sealed))
    (row,) = _roster(house, tablet)
    house.database.run(lambda c: rosters.store(c, sealed))  # once more changes nothing
    assert _roster(house, tablet) == []
    assert row.lookup_id == lookup_id(CODE, house.practice_id)
    opened = open_row(b64decode(row.sealed), CODE, BORN, ZIP, house.practice_id, row.expires_at)
    assert opened is not None
    assert (opened.invitation_id, opened.language, opened.relationship) == (body.invitation_id, "es", "self")
    assert b"Nguy" not in b64decode(row.sealed)
    assert not any(isinstance(change, RosterChange) for change in house.sync(desk).changes)
    house.deliver(house.device(), activation(OTHER))
    told = {change.lookup_id: change.sealed for change in _roster(house, tablet)}
    assert told[row.lookup_id] == ""
    assert set(told.values()) == {""}


@pytest.mark.rule("K1")
def test_roster_row_expires(house: House) -> None:
    """A tablet that starts anew gets no row of a code that has expired meanwhile, and drops one it may still have."""
    house.invite(CODE)
    sealed = [SealedRow(house.practice_id, lookup_id(CODE, house.practice_id), b"sealed", "1990-12-31", "94110")]
    house.database.run(lambda c: rosters.store(c, sealed))
    told = []
    for days in (13.99, 0.01):
        house.now += dt.timedelta(days=days)
        told += [row.sealed for row in _roster(house, house.device())]
    assert told == [b64encode(b"sealed"), ""]


@pytest.mark.rule("K1", "K2")
def test_roster_row_of_a_code_used_meanwhile(house: House) -> None:
    """A row that was sealed while its code was used is not stored."""
    desk, unsealed = house.device("desk"), list[Unsealed]()
    body = invitation(house.staff_id, CODE, expires_at=house.now + dt.timedelta(days=14))
    request = desk.sync_request(desk.operation(body))
    house.database.run(
        lambda c: sync.sync(c, house.known(c, desk), request, keys=house.keys, now=house.now, unsealed=unsealed)
    )
    sealed = rosters.seal(unsealed)
    house.deliver(house.device(), activation(CODE))
    house.database.run(lambda c: rosters.store(c, sealed))
    assert [row.roster for row in house.rows(tp.invitation_codes)] == [None]


@pytest.mark.rule("S9", "F1", "S16")
def test_delivery(house: House) -> None:
    """Printing and mailing move the invitation on; the mail goes to the address on file, with the code, once."""
    invitation_id = house.invite(CODE, delivery="none")
    desk = house.device("desk")
    assert house.deliver(desk, delivered(house.staff_id, invitation_id)) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["printed"]
    operation = desk.operation(delivered(house.staff_id, invitation_id, CODE))
    for _ in range(2):
        assert house.outcome(house.sync(desk, operation)) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["sent"]
    assert house.mails() == [("invitation", "tomas@example.org")]
    (mail,) = house.mailed("invitation")
    assert mail["code"] == CODE.grouped
    assert "1990" not in str(mail)
    assert ZIP not in str(mail)


@pytest.mark.rule("F3", "S16")
def test_a_slip_that_is_not_on_paper_after_all(house: House) -> None:
    """Nobody has its code, so nobody is asked for it; what was mailed or used meanwhile stays."""
    invitation_id = house.invite(CODE, delivery="none")
    desk = house.device("desk")
    missing = dataclasses.replace(delivered(house.staff_id, invitation_id), how="none")
    for before, after in ((None, "ready"), (CODE, "sent")):
        house.deliver(desk, delivered(house.staff_id, invitation_id, before))
        assert house.deliver(desk, missing) is Outcome.ACCEPTED
        assert [row.state for row in house.rows(t.invitations)] == [after]
    house.deliver(house.device(), activation(CODE))
    assert house.deliver(desk, missing) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["activated"]


@pytest.mark.rule("F1")
def test_delivery_of_what_is_used(house: House) -> None:
    """A slip printed or mailed after the activation changes nothing, and its code goes nowhere."""
    invitation_id = house.invite(CODE)
    house.deliver(house.device(), activation(CODE))
    for code in (None, CODE):
        assert house.deliver(house.device("desk"), delivered(house.staff_id, invitation_id, code)) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["activated"]
    assert [kind for kind, _ in house.mails()] == ["welcome"]


@pytest.mark.rule("F1")
def test_delivery_of_what_has_expired(house: House) -> None:
    """A mail asked for by a desk that was away for long is not written: its code opens nothing any more."""
    invitation_id = house.invite(CODE, delivery="none")
    house.now += dt.timedelta(days=14)
    assert house.deliver(house.device("desk"), delivered(house.staff_id, invitation_id, CODE)) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["ready"]
    assert house.mails() == []


def test_delivery_that_is_none(house: House) -> None:
    """Unknown waits; a tablet, another practice, another invitation's code, or no address is refused."""
    invitation_id = house.invite(CODE)
    house.invite(OTHER, email=None)
    desk, staff_id = house.device("desk"), house.staff_id
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    stranger = house.device("desk", practice_id=other)
    theirs = house.database.run(lambda c: practices.add_staff(c, other, "Ira Bell", StaffRole.MANAGER, "none"))
    without = next(row.invitation_id for row in house.rows(t.invitations) if row.email is None)
    third = ActivationCode.from_entropy(bytes(range(2, 11)))
    told = [
        house.deliver(device, body)
        for device, body in (
            (desk, delivered(staff_id, uuid.uuid4())),
            (desk, delivered(uuid.uuid4(), invitation_id)),
            (stranger, delivered(staff_id, invitation_id)),
            (stranger, delivered(theirs, invitation_id)),
            (house.device(), delivered(staff_id, invitation_id)),
            (desk, delivered(staff_id, invitation_id, OTHER)),
            (desk, delivered(staff_id, invitation_id, third)),
            (desk, delivered(staff_id, without, OTHER)),
        )
    ]
    assert told == [Outcome.DEFERRED_DEPENDENCY] * 4 + [Outcome.REJECTED_MALFORMED] * 4
    assert house.mails() == []


def test_one_code_for_two_invitations(house: House) -> None:
    """A code that the practice has already is refused, and its second invitation with it."""
    house.invite(CODE)
    body = invitation(house.staff_id, CODE, expires_at=house.now + dt.timedelta(days=14))
    assert house.deliver(house.device("desk"), body) is Outcome.REJECTED_MALFORMED
    assert len(house.rows(t.invitations)) == len(house.rows(tp.invitation_codes)) == 1
