"""Invitations at the portal: made by the desk, activated once, never guessed."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import msgspec
import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import tables as t
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_sync import InvitationChange
from tests.portal.device import activation, invitation, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
OTHER = ActivationCode.from_entropy(bytes(range(1, 10)))
BORN, ZIP = "1990-12-31", "94110"


@pytest.mark.rule("S13", "S14")
def test_activation_makes_the_account(house: House) -> None:
    """Code, date of birth and ZIP agree: the account has the invitation's data and what the patient added."""
    house.invite(CODE)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert (account.first, account.last_cmp, account.zip_code) == ("Tomás", "nguyen", "94110-1234")
    assert (account.gender, account.phone, account.user_id) == ("male", "+14155550187", "tomas.nguyen05")
    (row,) = house.rows(t.invitations)
    assert (row.state, row.used_by) == ("activated", account.account_id)
    assert house.mails() == [("welcome", "tomas@example.org")]


@pytest.mark.rule("S14")
def test_without_email_no_mail(house: House) -> None:
    """An invitation without an email makes an account without one, and no mail."""
    house.invite(CODE, email=None)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.ACCEPTED
    assert [row.email for row in house.rows(t.accounts)] == [None]
    assert house.mails() == []


@pytest.mark.rule("S2", "F2")
def test_an_invitation_from_abroad_has_no_zip(house: House) -> None:
    """It opens without one, as the day sheet made it; any ZIP is a wrong one."""
    house.invite(CODE, zip_code="")
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    assert house.look_up(tablet, sought, BORN, ZIP).state == "no_match"
    assert house.look_up(tablet, sought, BORN, "").state == "match"
    assert house.deliver(tablet, activation(CODE, zip_code="")) is Outcome.ACCEPTED
    assert [row.zip_cmp for row in house.rows(t.accounts)] == [None]


def test_code_stands_nowhere(house: House) -> None:
    """The portal stores the lookup id of a code and the code itself in no table."""
    house.invite(CODE)
    house.deliver(house.device(), activation(OTHER))
    stored = "".join(str(tuple(row)) for table in t.metadata.sorted_tables for row in house.rows(table))
    assert lookup_id(CODE, house.practice_id) in stored
    assert CODE.symbols not in stored
    assert CODE.grouped not in stored


@pytest.mark.rule("K1")
def test_activation_before_its_invitation(house: House) -> None:
    """A slip made at a disconnected desk: the activation waits, and is decided when the invitation has come."""
    tablet = house.device()
    operation = tablet.operation(activation(CODE))
    waiting = house.sync(tablet, operation)
    assert house.outcome(waiting) is Outcome.DEFERRED_DEPENDENCY
    assert (waiting.durable_seq, waiting.missing) == (0, [])
    later = house.sync(tablet, tablet.operation(sign_up()))
    assert (house.outcome(later), later.missing) == (Outcome.ACCEPTED, [])
    house.invite(CODE)
    decided = house.sync(tablet, operation)
    assert (house.outcome(decided), decided.results[0].replayed) == (Outcome.ACCEPTED, False)
    assert len(house.rows(t.accounts)) == 2
    assert house.rows(t.deferrals) == []


def test_used_twice(house: House) -> None:
    """A code works once; the second activation is a case with what was typed."""
    house.invite(CODE)
    tablet = house.device()
    house.deliver(tablet, activation(CODE))
    assert house.deliver(tablet, activation(CODE, "somebody.else1")) is Outcome.INVITATION_USED_ELSEWHERE
    assert len(house.rows(t.accounts)) == 1
    assert [case.data is not None for case in house.rows(t.cases)] == [True]


def test_used_at_two_tablets_together(house: House) -> None:
    """Two tablets that activate one code at the same moment make one account."""
    house.invite(CODE)
    tablets = [house.device(), house.device()]
    barrier = Barrier(2)

    def deliver(index: int) -> Outcome:
        operation = tablets[index].operation(activation(CODE, f"tomas.nguyen0{index}"))
        barrier.wait(timeout=30)
        return house.outcome(house.sync(tablets[index], operation))

    with ThreadPoolExecutor(2) as pool:
        outcomes = set(pool.map(deliver, range(2)))
    assert outcomes == {Outcome.ACCEPTED, Outcome.INVITATION_USED_ELSEWHERE}
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S13")
@pytest.mark.parametrize("wrong", [{"birth_date": "1990-12-30"}, {"zip_code": "94111"}], ids=["birth date", "ZIP"])
def test_wrong_details(house: House, wrong: dict[str, str]) -> None:
    """Either wrong: no account, the invitation stays open, a case for the desk."""
    house.invite(CODE)
    assert house.deliver(house.device(), activation(CODE, **wrong)) is Outcome.DETAILS_DIFFER
    assert house.rows(t.accounts) == []
    assert [row.used_by for row in house.rows(t.invitations)] == [None]
    assert house.cases() == ["details_differ"]


@pytest.mark.rule("S14", "F4")
@pytest.mark.parametrize("stands_against_it", ["wrong details", "expired", "nothing"])
def test_answers_that_nobody_gave(house: House, stands_against_it: str) -> None:
    """No screen leaves gender or phone open: refused at once, or the desk would get a task that it cannot allow."""
    house.invite(CODE, expires_at=house.now + dt.timedelta(days=1))
    if stands_against_it == "expired":
        house.now += dt.timedelta(days=2)
    zip_code = "10001" if stands_against_it == "wrong details" else "94110"
    body = activation(CODE, zip_code=zip_code, gender=None, phone=None)
    assert house.deliver(house.device(), body) is Outcome.REJECTED_MALFORMED
    assert "details_differ" not in house.cases()
    assert "invitation_expired" not in house.cases()


@pytest.mark.parametrize(
    ("days", "outcome"), [(13.99, Outcome.ACCEPTED), (14, Outcome.INVITATION_EXPIRED)], ids=["before", "at expiry"]
)
def test_expiry_is_judged_by_the_portal(house: House, days: float, outcome: Outcome) -> None:
    """The portal's clock alone expires an invitation, whatever the device's says."""
    house.invite(CODE)
    house.now += dt.timedelta(days=days)
    assert house.deliver(house.device(), activation(CODE)) is outcome


def test_revoked(house: House) -> None:
    """A revoked invitation makes no account."""
    house.invite(CODE)
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(state="revoked")))
    assert house.deliver(house.device(), activation(CODE)) is Outcome.INVITATION_REVOKED
    assert house.rows(t.accounts) == []


@pytest.mark.rule("S14", "S26")
def test_activation_of_an_existing_account(house: House) -> None:
    """The match runs at the activation, too: no second account, and the invitation stays open for the desk."""
    house.invite(CODE)
    tablet = house.device()
    person = {
        "first": "Tomas",
        "last": "Nguyen",
        "birth_date": BORN,
        "zip_code": ZIP,
        "email": "tomas@example.org",
        "gender": "male",
    }
    # Signed up at another practice, so that this practice's invitation is still open.
    elsewhere = house.practice_id.__class__(int=7)
    house.add_practice(elsewhere, "Hillside Clinic")
    assert house.deliver(house.device(practice_id=elsewhere), sign_up(**person)) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(CODE)) is Outcome.EXACT_MATCH
    assert len(house.rows(t.accounts)) == 1
    assert [row.state for row in house.rows(t.invitations)] == ["printed"]
    assert house.mails()[1:] == [("account_exists", "tomas@example.org")]


@pytest.mark.rule("S16")
def test_sign_up_uses_up_the_invitation(house: House) -> None:
    """An invitation that nobody delivered is simply used up by the sign-up; its code makes no second account."""
    house.invite(CODE, first="María", last="Okafor", birth_date="1984-07-09", zip_code="02139", delivery="none")
    tablet = house.device()
    house.deliver(tablet, sign_up())
    (account,) = house.rows(t.accounts)
    assert [(row.state, row.used_by) for row in house.rows(t.invitations)] == [("activated", account.account_id)]


@pytest.mark.rule("F1")
def test_changes_reach_desks_only(house: House) -> None:
    """Desks learn of an invitation and of its activation; a tablet never hears of anybody."""
    tablet, desk = house.device(), house.device("desk")
    house.sync(desk)
    house.invite(CODE)
    (made,) = house.sync(desk).changes
    assert isinstance(made, InvitationChange)
    assert (made.state, made.first, made.birth_date) == ("printed", "Tomás", BORN)
    house.deliver(tablet, activation(CODE))
    (moved,) = house.sync(desk).changes
    assert isinstance(moved, InvitationChange)
    assert moved.state == "activated"
    tablet.cursor = ""
    assert not any(isinstance(change, InvitationChange) for change in house.sync(tablet).changes)


@pytest.mark.rule("S13")
def test_lookup_is_neutral(house: House) -> None:
    """Unknown, wrong and used are one answer; the right details tell the id and what is still to be asked."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    match = house.look_up(tablet, sought, BORN, "94110-9999")
    (row,) = house.rows(t.invitations)
    assert (match.state, match.invitation_id, match.missing) == ("match", row.invitation_id, ["gender", "phone"])
    unknown = house.look_up(tablet, lookup_id(OTHER, house.practice_id), BORN, ZIP)
    wrong = house.look_up(tablet, sought, BORN, "94111")
    house.deliver(tablet, activation(CODE))
    used = house.look_up(tablet, sought, BORN, ZIP)
    house.now += dt.timedelta(days=15)
    expired = house.look_up(tablet, sought, BORN, ZIP)
    assert {(a.state, a.invitation_id, *a.missing) for a in (unknown, wrong, used, expired)} == {("no_match", None)}


def test_lookup_of_another_practice(house: House) -> None:
    """A code of one practice is unknown at every other."""
    house.invite(CODE)
    other = house.practice_id.__class__(int=7)
    house.add_practice(other, "Hillside Clinic")
    stranger = house.device(practice_id=other)
    for practice_id in (house.practice_id, other):
        assert house.look_up(stranger, lookup_id(CODE, practice_id), BORN, ZIP).state == "no_match"


@pytest.mark.rule("S13", "S44")
@pytest.mark.parametrize("code", [CODE, OTHER], ids=["known", "unknown"])
def test_fifth_wrong_try_locks(house: House, code: ActivationCode) -> None:
    """Five wrong tries in 15 minutes lock for 15 minutes from the fifth, known code or not; tries do not extend it."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(code, house.practice_id)
    answers = []
    for _ in range(5):
        house.now += dt.timedelta(minutes=1)
        answers.append(house.look_up(tablet, sought, BORN, "00000").state)
    assert answers == ["no_match"] * 4 + ["locked"]
    fifth = house.now
    house.now = fifth + dt.timedelta(minutes=14, seconds=59)
    assert house.look_up(tablet, sought, BORN, ZIP).state == "locked"
    house.now = fifth + dt.timedelta(minutes=15)
    assert house.look_up(tablet, sought, BORN, ZIP).state == ("match" if code is CODE else "no_match")


@pytest.mark.rule("S13", "S44")
def test_window_slides(house: House) -> None:
    """A wrong try is forgotten after 15 minutes: four, a quarter of an hour, and one more do not lock."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    for _ in range(4):
        house.look_up(tablet, sought, BORN, "00000")
    house.now += dt.timedelta(minutes=15)
    assert house.look_up(tablet, sought, BORN, "00000").state == "no_match"


def test_invitation_of_unknown_staff_waits(house: House) -> None:
    """An invitation whose issuer the portal does not know in this practice is kept on the device, not stored."""
    body = invitation(house.practice_id, CODE)
    assert house.deliver(house.device("desk"), body) is Outcome.DEFERRED_DEPENDENCY
    assert house.rows(t.invitations) == []


def test_no_device_lengthens_an_invitation(house: House) -> None:
    """However far away a device sets the end, an invitation is good for two weeks of the portal's clock at most."""
    house.invite(CODE, expires_at=dt.datetime(9998, 12, 31, tzinfo=dt.UTC))
    assert [row.expires_at for row in house.rows(t.invitations)] == [house.now + dt.timedelta(days=14)]


@pytest.mark.rule("F1")
def test_only_a_desk_invites(house: House) -> None:
    """A tablet in wrong hands makes no code that would pass by what the desk has to allow."""
    body = invitation(house.staff_id, CODE)
    assert house.deliver(house.device("tablet"), body) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.invitations) == []


@pytest.mark.parametrize("year", [1, 1969, 9999])
def test_a_time_that_no_database_can_hold(house: House, year: int) -> None:
    """A time at the ends of the calendar would fall out of it in another zone: refused, and the desks go on."""
    body = invitation(house.staff_id, CODE, expires_at=dt.datetime(year, 1, 1, tzinfo=dt.UTC))
    desk = house.device("desk")
    assert house.deliver(desk, body) is Outcome.REJECTED_MALFORMED
    assert not any(isinstance(change, InvitationChange) for change in house.sync(desk).changes)


@pytest.mark.parametrize(
    "number", ["", "INV-", "INV-<b>X</b>", "INV-7F3K\n", "INV-" + "7" * 13, "inv-7f3k", "INV-٣٣٣٣"]
)
def test_a_number_that_nobody_could_say(house: House, number: str) -> None:
    """An invitation's number is ``INV-`` and symbols; it is shown at every desk."""
    body = invitation(house.staff_id, CODE, number=number)
    assert house.deliver(house.device("desk"), body) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.invitations) == []


@pytest.mark.rule("S13", "S44")
def test_every_failed_lookup_is_the_same_to_the_byte(house: House) -> None:
    """Unknown, wrong, used, expired and another practice's: six answers in a row do not differ in one byte."""
    told = set()
    for kind in ("unknown", "wrong", "used", "expired", "foreign"):
        code = ActivationCode.from_entropy(kind.encode().ljust(9, b"."))
        tablet = house.device()
        if kind != "unknown":
            made = house.now - dt.timedelta(days=1) if kind == "expired" else house.now + dt.timedelta(days=14)
            house.invite(code, expires_at=made)
        if kind == "used":
            assert house.deliver(house.device(), activation(code)) is Outcome.ACCEPTED
        if kind == "foreign":
            other = uuid.uuid4()
            house.add_practice(other, "Hillside Clinic")
            tablet = house.device(practice_id=other)
        zip_code = "00000" if kind == "wrong" else ZIP
        sought = lookup_id(code, house.practice_id)
        told.add(tuple(msgspec.json.encode(house.look_up(tablet, sought, BORN, zip_code)) for _ in range(6)))
    assert len(told) == 1
