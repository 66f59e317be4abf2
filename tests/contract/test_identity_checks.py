"""A photo ID that the desk checked is kept with the account it speaks for, and with no other (F4, F7)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from functools import partial
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance, assurance
from kiosk.domain.outcomes import Outcome
from kiosk.portal import cases, changes, facts, flows, identity, log_in
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.cases import Case
from kiosk.portal.context import Context
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.protocol.commands import Done, Join
from kiosk.protocol.identity import verify
from kiosk.protocol.wire_sync import CaseChange
from tests.portal.device import AT, TestDevice, activation, desk_request, invitation, resolution, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))


def _task(house: House, desk: TestDevice, kind: str = "") -> CaseChange:
    return next(task for task in house.tasks(desk) if task.state == "open" and kind in ("", task.kind))


def _resolve(house: House, desk: TestDevice, task: CaseChange, decision: str = "allow", seen: str = "passport") -> None:
    body = resolution(house.staff_id, task.case_id, decision, id_document=seen)
    house.deliver(desk, body, task.subject)


def _level(house: House, account_id: UUID) -> Assurance:
    found = house.database.run(lambda c: identity.of_accounts(c, house.keys, [account_id]))
    return assurance(found.get(account_id, []))


def _elsewhere(house: House) -> UUID:
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    return practice_id


@pytest.mark.rule("F4")
@pytest.mark.parametrize(
    ("seen", "level"),
    [("passport", Assurance.PHOTO_ID), ("other", Assurance.DOCUMENT), ("", Assurance.SELF_ASSERTED)],
    ids=["passport", "other", "none"],
)
def test_the_drafts_check_becomes_the_accounts(house: House, seen: str, level: Assurance) -> None:
    """Held, allowed, signed up: the account has the level, and a statement in the portal's name."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    _resolve(house, desk, _task(house, desk), seen=seen)
    assert [row.account_id for row in house.rows(tp.identity_checks)] == [None] * bool(seen)
    house.deliver(tablet, sign_up(email=""), subject)
    (account,) = house.rows(t.accounts)
    assert _level(house, account.account_id) is level
    for row in house.rows(tp.identity_checks):
        said = verify(row.statement, {house.keys.signing_id: house.keys.signing.public_key().public_bytes_raw()})
        assert (said.practice_id, said.device_id, said.by) == (house.practice_id, desk.device_id, house.staff_id)
        assert (said.document.value, said.at, said.stated_at) == (seen, AT, house.now)
        assert (said.check_id, said.subject) == (row.check_id, subject)


@pytest.mark.rule("F4")
def test_decided_again(house: House) -> None:
    """The account that the desk's own word makes has the check at once."""
    desk = house.device("desk")
    house.deliver(house.device(), sign_up(birth_date="2010-07-09"))
    _resolve(house, desk, _task(house, desk))
    (account,) = house.rows(t.accounts)
    assert _level(house, account.account_id) is Assurance.PHOTO_ID


@pytest.mark.rule("F4")
def test_whoever_is_turned_away_is_nobodys_proof(house: House) -> None:
    """The desk looked and said no: nothing is kept."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    _resolve(house, desk, _task(house, desk), "decline")
    assert house.rows(tp.identity_checks) == []


@pytest.mark.rule("F4")
def test_of_two_decisions_one_is_noted(house: House) -> None:
    """A case that is done already notes no second check."""
    first, second = house.device("desk"), house.device("desk")
    house.deliver(house.device(), desk_request("no_email", email=""))
    task = _task(house, first)
    _resolve(house, first, task)
    _resolve(house, second, task)
    assert [row.device_id for row in house.rows(tp.identity_checks)] == [first.device_id]


@pytest.mark.rule("F4", "S29", "S41")
@pytest.mark.parametrize("how", ["not_me", "close_match"])
def test_another_person_than_the_match(house: House, how: str) -> None:
    """After "This is not me", or "another person": the photo ID is the new account's, never the look-alike's."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, sign_up())
    (other,) = house.rows(t.accounts)
    mine = sign_up("marta.okafor11", first="Maria", zip_code="02138", email="m.okafor@example.org")
    if how == "not_me":
        house.deliver(tablet, desk_request("not_me", first="Maria", zip_code="02138", email=mine.email), subject)
    else:
        assert house.deliver(tablet, mine, subject) is Outcome.CLOSE_MATCH
    _resolve(house, desk, _task(house, desk))
    if how == "not_me":
        assert house.deliver(tablet, mine, subject) is Outcome.ACCEPTED
    (made,) = (row for row in house.rows(t.accounts) if row.account_id != other.account_id)
    assert _level(house, made.account_id) is Assurance.PHOTO_ID
    assert _level(house, other.account_id) is Assurance.SELF_ASSERTED


@pytest.mark.rule("F4", "S29")
@pytest.mark.parametrize("ours", [True, False], ids=["our account", "another practice's"])
def test_the_same_person(house: House, ours: bool) -> None:
    """The desk says that the match is the patient: it can say so of accounts that its practice knows."""
    desk = house.device("desk")
    house.deliver(house.device(practice_id=None if ours else _elsewhere(house)), sign_up())
    (account,) = house.rows(t.accounts)
    mine = sign_up("marta.okafor11", first="Maria", zip_code="02138", email="m.okafor@example.org")
    assert house.deliver(house.device(), mine) is Outcome.CLOSE_MATCH
    _resolve(house, desk, _task(house, desk), "same_person")
    assert _level(house, account.account_id) is (Assurance.PHOTO_ID if ours else Assurance.SELF_ASSERTED)


@pytest.mark.rule("F4")
def test_a_mail_that_did_not_arrive(house: House) -> None:
    """A case about an account that is there: the check is of its holder."""
    desk = house.device("desk")
    house.deliver(house.device(), sign_up())
    (account,) = house.rows(t.accounts)
    case = Case(kind="mail_failed", subject=account.account_id, account_id=account.account_id)

    def opened(connection: sa.Connection) -> None:
        made = cases.open_case(connection, None, house.practice_id, case, house.now)
        changes.append(connection, house.practice_id, made)

    house.database.run(opened)
    _resolve(house, desk, _task(house, desk, "mail_failed"))
    assert _level(house, account.account_id) is Assurance.PHOTO_ID


@pytest.mark.rule("F1", "F4")
@pytest.mark.parametrize("way", ["activation", "code", "none"])
def test_checked_when_the_invitation_was_made(house: House, way: str) -> None:
    """It speaks for whoever used the invitation's code; a sign-up without it shows nobody's identity."""
    invitation_id = house.invite(CODE, id_document="state_id", delivery="none" if way == "none" else "print")
    tablet, subject = house.device(), uuid.uuid4()
    (row,) = house.rows(tp.identity_checks)
    assert (row.subject, row.account_id, row.document) == (invitation_id, None, "state_id")
    assert (row.staff_id, row.practice_id) == (house.staff_id, house.practice_id)
    if way == "activation":
        assert house.deliver(tablet, activation(CODE), subject) is Outcome.ACCEPTED
    else:
        if way == "code":
            house.database.run(
                lambda c: facts.note(c, house.practice_id, subject, Fact.CODE, house.now, of=invitation_id)
            )
        mine = sign_up(first="Tomás", last="Nguyễn", birth_date="1990-12-31", zip_code="94110")
        assert house.deliver(tablet, mine, subject) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert _level(house, account.account_id) is (Assurance.SELF_ASSERTED if way == "none" else Assurance.PHOTO_ID)


@pytest.mark.rule("F4")
def test_no_such_document(house: House) -> None:
    """An invitation with a document that no desk offers is refused."""
    body = invitation(house.staff_id, CODE, id_document="library_card")
    assert house.deliver(house.device("desk"), body) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.invitations) == []


def _log_in(house: House, tablet: TestDevice, subject: UUID, account_id: UUID) -> None:
    """The draft logs in to an account and joins the practice with it."""

    def work(connection: sa.Connection) -> Done:
        device = house.known(connection, tablet)
        flow = flows.begin(
            connection, house.keys, device, Purpose.LOG_IN, house.now, subject=subject, account_id=account_id
        )
        asked = Join(flow=flow, text_id="portal-terms", version="1", language="en", at=house.now)
        context = Context(connection=connection, keys=house.keys, now=house.now, device=device, query="")
        return log_in.join(context, asked)

    assert house.database.run(work).state == "done"


@pytest.mark.rule("S25", "S41", "F4")
@pytest.mark.parametrize("first", ["photo ID", "log-in"])
@pytest.mark.parametrize("reason", ["no_email", "not_me"])
@pytest.mark.parametrize("member", [False, True], ids=["joins", "member"])
def test_a_password_makes_nobodys_photo_id_the_holders(house: House, first: str, reason: str, member: bool) -> None:
    """A relative shows their own card, and logs in with the holder's password: the account stays self-asserted."""
    home = house.device(practice_id=None if member else _elsewhere(house))
    house.deliver(home, sign_up())
    (account,) = house.rows(t.accounts)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    if first == "log-in":
        _log_in(house, tablet, subject, account.account_id)
    house.deliver(tablet, desk_request(reason, first="Tomás", last="Ruiz", birth_date="1980-01-02"), subject)
    _resolve(house, desk, _task(house, desk))
    if first == "photo ID":
        _log_in(house, tablet, subject, account.account_id)
    assert [row.account_id for row in house.rows(tp.identity_checks)] == [None]
    assert _level(house, account.account_id) is Assurance.SELF_ASSERTED


@pytest.mark.rule("S4", "F4")
def test_a_draft_that_made_an_account(house: House) -> None:
    """The check of a case that came after it is its account's: the user ID was taken, and the desk looked again."""
    desk, subject = house.device("desk"), uuid.uuid4()
    house.deliver(house.device(), sign_up())
    mine = sign_up(first="Tomás", last="Ruiz", birth_date="1980-01-02", email="tomas@mail.example")
    assert house.deliver(house.device(), mine, subject) is Outcome.USER_ID_TAKEN
    _resolve(house, desk, _task(house, desk, "user_id_taken"))
    (made,) = (row for row in house.rows(t.accounts) if row.first == "Tomás")
    assert _level(house, made.account_id) is Assurance.PHOTO_ID


@pytest.mark.rule("S29", "F4")
def test_proven_by_phone(house: House) -> None:
    """A close match that a phone code proved is the person's own: so is the check of the draft."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, sign_up())
    (account,) = house.rows(t.accounts)
    mine = sign_up("marta.okafor11", first="Maria", zip_code="", email="m.okafor@example.org")
    house.deliver(tablet, desk_request("no_zip", first="Maria", zip_code=""), subject)
    _resolve(house, desk, _task(house, desk))
    house.database.run(
        lambda c: facts.note(c, house.practice_id, subject, Fact.PHONE, house.now, of=account.account_id)
    )
    assert house.deliver(tablet, mine, subject) is Outcome.EXACT_MATCH
    assert _level(house, account.account_id) is Assurance.PHOTO_ID


@pytest.mark.rule("F4")
def test_a_device_that_is_ahead(house: House) -> None:
    """A wrong clock makes no check fresher than it is."""
    desk = house.device("desk")
    house.deliver(house.device(), desk_request("no_email", email=""))
    task = _task(house, desk)
    body = resolution(house.staff_id, task.case_id)
    later = house.now + dt.timedelta(days=9)
    house.sync(desk, desk.operation(body, subject=task.subject, recorded_at=later))
    assert [row.at for row in house.rows(tp.identity_checks)] == [house.now]


MOVED = {
    "another name": {"first": "Rosa"},
    "another last name": {"last": "Moreau"},
    "another birthday": {"birth_date": "1984-07-10"},
}


@pytest.mark.rule("F4", "F7")
@pytest.mark.parametrize("changes", MOVED.values(), ids=MOVED)
def test_a_check_moves_to_nobody_else(house: House, changes: dict[str, str]) -> None:
    """A rogue tablet sends another person's answers under the draft that the desk has seen: nothing is proven."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    _resolve(house, desk, _task(house, desk))
    assert house.deliver(tablet, sign_up(email="", **changes), subject) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert _level(house, account.account_id) is Assurance.SELF_ASSERTED
    assert [row.account_id for row in house.rows(tp.identity_checks)] == [None]


@pytest.mark.rule("F4", "F7")
@pytest.mark.parametrize("moved", ["account", "statement", "document", "at", "forged"])
def test_a_stored_check_counts_only_as_it_was_stated(house: House, moved: str) -> None:
    """Whoever can write to the database can neither give a check to another account nor make it a better one."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    _resolve(house, desk, _task(house, desk))
    house.deliver(tablet, sign_up(email=""), subject)
    house.deliver(tablet, sign_up("ann.moreau", first="Ann", last="Moreau", phone="+16175550144", email="a@x.example"))
    mine, other = sorted(house.rows(t.accounts), key=lambda row: row.first, reverse=True)
    assert _level(house, mine.account_id) is Assurance.PHOTO_ID
    (row,) = house.rows(tp.identity_checks)
    body, _, signature = row.statement.partition(".")
    values = {
        "account": {"account_id": other.account_id},
        "statement": {"check_id": uuid.uuid4()},
        "document": {"document": "state_id"},
        "at": {"at": row.at + dt.timedelta(days=9)},
        "forged": {"statement": f"{body}.{signature[::-1]}"},
    }[moved]
    house.database.run(lambda c: c.execute(sa.update(tp.identity_checks).values(**values)))
    assert {_level(house, account.account_id) for account in (mine, other)} == {Assurance.SELF_ASSERTED}


@pytest.mark.rule("F4")
def test_a_card_compared_with_nothing_proves_nothing(house: House) -> None:
    """The patient had typed no birthday yet: the page goes on, and no check is kept."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email="", birth_date=""), subject)
    _resolve(house, desk, _task(house, desk))
    assert house.rows(tp.identity_checks) == []


@pytest.mark.rule("F4")
def test_a_statement_of_an_older_key_still_counts(house: House) -> None:
    """The portal signs with a newer key now; what the older one signed was true, and a strange one's never was."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    _resolve(house, desk, _task(house, desk))
    house.deliver(tablet, sign_up(email=""), subject)
    (account,) = house.rows(t.accounts)
    rolled = dataclasses.replace(house.keys, signing_id="sign-2")
    for keys, count in ((rolled, 1), (dataclasses.replace(rolled, signers={}), 0)):
        found = house.database.run(partial(identity.of_accounts, keys=keys, account_ids=[account.account_id]))
        assert len(found.get(account.account_id, [])) == count
