"""What a desk does for the holder of an account (F7): by whom, for whom, how often, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID

import bcrypt
import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.portal import limits
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.tokens import Purpose
from kiosk.protocol import commands as c
from kiosk.protocol import identity
from kiosk.protocol.reset_slip import lookup_id
from tests.contract import asking
from tests.contract.asking import EMAIL, USER_ID, Runs, account
from tests.contract.helping import ACTS, DONE, NEW_EMAIL, SLIP, act, open_slip, shown, use_slip, verified
from tests.portal.device import HASH, TestDevice
from tests.portal.house import House
from tests.portal.visitor import Visitor, link

pytestmark = pytest.mark.rule("F7")

MINUTE = dt.timedelta(minutes=1)
UNKNOWN = c.Helped(state="unknown")

each_act = pytest.mark.parametrize("name", ACTS)


@each_act
def test_the_act_and_the_check_are_kept(house: House, name: str) -> None:
    """Who did what for whom at which device, with the photo ID it rests on: in the portal's signed words, too."""
    account_id, desk = verified(house), house.device("desk")
    assert act(house, name, account_id, desk).state == "done"
    (done,) = house.rows(tp.desk_acts)
    (check,) = house.rows(tp.identity_checks)
    assert (done.act, done.account_id, done.staff_id) == (name[5:].replace("-", "_"), account_id, house.staff_id)
    assert (done.check_id, done.practice_id, done.device_id) == (check.check_id, house.practice_id, desk.device_id)
    assert (check.account_id, check.document, check.staff_id) == (account_id, "passport", house.staff_id)
    public = {house.keys.signing_id: house.keys.signing.public_key().public_bytes_raw()}
    said = identity.verify(check.statement, public)
    assert (said.check_id, said.by, said.device_id) == (check.check_id, house.staff_id, desk.device_id)
    assert (said.document, said.at, said.stated_at) == (IdDocument.PASSPORT, house.now, house.now)
    assert shown(house, account_id).assurance == "IAL1.4"


@each_act
@pytest.mark.parametrize("who", ["account", "practice", "nobody", "stranger", "colleague"])
def test_of_others_nothing_is_known(house: House, name: str, who: str) -> None:
    """No account, one of another practice, another practice's desk, and nobody of its own staff: one answer."""
    account_id, elsewhere = verified(house), uuid.uuid4()
    house.add_practice(elsewhere, "Riverside Clinic")
    foreign = account(house, "ada.okafor01", house.device("desk", elsewhere), first="Ada")
    mails = house.mails()
    answer = {
        "account": lambda: act(house, name, foreign),
        "practice": lambda: act(house, name, account_id, house.device("desk", elsewhere)),
        "nobody": lambda: act(house, name, uuid.uuid4()),
        "stranger": lambda: act(house, name, account_id, by=uuid.uuid4()),
        "colleague": lambda: act(house, name, account_id, by=_staff_of(house, elsewhere)),
    }[who]()
    assert answer == UNKNOWN
    assert house.rows(tp.desk_acts) == house.rows(tp.identity_checks) == []
    assert house.mails() == mails
    assert [row.purpose for row in house.rows(tp.tokens) if row.used_at is None] == ["verify-email"] * 2


@each_act
def test_who_left_does_nothing(house: House, name: str) -> None:
    """A member of staff who is no longer active is none."""
    account_id = verified(house)
    house.database.run(lambda connection: connection.execute(sa.update(t.staff).values(active=False)))
    assert act(house, name, account_id) == UNKNOWN
    assert house.rows(tp.desk_acts) == []


@each_act
@pytest.mark.rule("K2")
def test_a_tablet_helps_nobody(house: House, name: str) -> None:
    """Whoever holds it."""
    account_id = verified(house)
    with pytest.raises(RequestRefusedError) as refused:
        act(house, name, account_id, house.device())
    assert refused.value.code == "not_found"
    assert house.rows(tp.desk_acts) == []


@each_act
@pytest.mark.parametrize("document", ["", "none", "Passport"])
def test_no_act_without_a_photo_id(house: House, name: str, document: str) -> None:
    """Every act names what was seen."""
    account_id = verified(house)
    with pytest.raises(RequestRefusedError) as refused:
        act(house, name, account_id, id_document=document)
    assert refused.value.code == "malformed"


@pytest.mark.rule("S40")
def test_reset_by_mail(house: House) -> None:
    """The direct link goes to the address on file, works on the web for an hour, and once."""
    account_id = verified(house)
    assert act(house, "desk-mail-reset", account_id) == DONE
    assert house.mails() == [("direct_reset", EMAIL)]
    path = link(house, "direct_reset", EMAIL)
    typed = {"password": "Winter7lake", "again": "Winter7lake"}
    assert Visitor(house).post(path, typed).status == 200
    assert asking.log_in(house, house.device(), "Winter7lake").state == "done"


@pytest.mark.rule("S40")
@pytest.mark.parametrize("columns", [{"email_verified": False}, {"email": None, "email_cmp": None}], ids=str)
def test_no_mail_without_a_verified_address(house: House, columns: dict[str, Any]) -> None:
    """Then the slip takes its place; nothing is mailed, and what was not done is not kept."""
    account_id = verified(house)
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(**columns)))
    assert act(house, "desk-mail-reset", account_id) == c.Helped(state="no_address")
    assert house.mails() == []
    assert house.rows(tp.desk_acts) == house.rows(tp.identity_checks) == []
    assert act(house, "desk-slip-reset", account_id).state == "done"


@pytest.mark.parametrize("name", ["desk-mail-reset", "desk-change-email"])
def test_letters_are_limited(house: House, name: str) -> None:
    """One a minute and five a day to one account, whichever desk asks; then it says how long."""
    account_id = verified(house)
    assert act(house, name, account_id) == DONE
    first = house.now
    house.now += MINUTE - dt.timedelta(seconds=1)
    assert act(house, name, account_id) == c.Helped(state="wait", until=first + MINUTE)
    for _ in range(4):
        house.now += MINUTE
        assert act(house, name, account_id) == DONE
    house.now += MINUTE
    assert act(house, name, account_id) == c.Helped(state="wait", until=first + dt.timedelta(days=1))
    assert len(house.mails()) == len(house.rows(tp.desk_acts)) == len(house.rows(tp.identity_checks)) == 5


@pytest.mark.rule("S41")
def test_a_new_address(house: House) -> None:
    """The link goes to the new address; only when it is used the account has it, and the old one gets a notice."""
    account_id = verified(house)
    assert act(house, "desk-change-email", account_id) == DONE
    assert house.mails() == [("verify_email", NEW_EMAIL)]
    assert shown(house, account_id).masked_email == "M•••@example.org"
    assert Visitor(house).post(link(house, "verify_email", NEW_EMAIL), {}).status == 200
    assert house.mails()[1:] == [("email_changed", EMAIL)]
    assert (shown(house, account_id).masked_email, shown(house, account_id).email_verified) == (
        "m•••@mail.example",
        True,
    )


@pytest.mark.parametrize("email", ["", "maria", "maria@", "a@b.example\nBcc: c@d.example"], ids=ascii)
def test_no_address(house: House, email: str) -> None:
    """No screen of ours asks that."""
    account_id = verified(house)
    with pytest.raises(RequestRefusedError) as refused:
        act(house, "desk-change-email", account_id, email=email)
    assert refused.value.code == "malformed"


def test_a_slip_from_desk_to_tablet(house: House, runs: Runs) -> None:
    """The desk's code opens at any tablet with the date of birth, once; the password is the one chosen there."""
    account_id = verified(house)
    assert act(house, "desk-slip-reset", account_id) == c.Helped(state="done", until=house.now + 60 * MINUTE)
    new = bcrypt.hashpw(b"Winter7lake", bcrypt.gensalt(10)).decode()
    runs.count()
    assert use_slip(house, birth_date="1984-07-10", password_hash=new) == c.SlipAnswer(state="wrong")
    assert use_slip(house, password_hash=new) == c.SlipAnswer(state="done", user_id=USER_ID)
    assert runs.count() == 0  # the tablet hashed it: the portal's answer takes as long for nobody's slip
    assert use_slip(house, password_hash=new) == c.SlipAnswer(state="wrong")
    assert asking.log_in(house, house.device(), "Winter7lake").state == "done"
    assert house.mails() == [("password_changed", EMAIL)]


def test_two_desks_at_once(house: House) -> None:
    """Of the slips that four desks make at the same moment one is good."""
    account_id = verified(house)
    slips = [lookup_id(ActivationCode.from_entropy(b"some sl%02d" % number)) for number in range(4)]
    desks = [house.device("desk") for _ in slips]
    barrier = Barrier(len(slips))

    def one(slip: str, desk: TestDevice) -> str:
        barrier.wait(timeout=30)
        return act(house, "desk-slip-reset", account_id, desk, lookup_id=slip).state

    with ThreadPoolExecutor(len(slips)) as pool:
        assert list(pool.map(one, slips, desks)) == ["done"] * 4
    good = [row for row in house.rows(tp.tokens) if row.purpose == Purpose.RESET_SLIP.value and row.used_at is None]
    assert len(good) == 1


@pytest.mark.rule("S44")
def test_a_slip_nobody_made(house: House) -> None:
    """Wrong, and locked from the fifth on, like one that somebody made."""
    other = lookup_id(ActivationCode.from_entropy(b"no slip 1"))
    assert act(house, "desk-slip-reset", verified(house)).state == "done"
    until = house.now + 15 * MINUTE
    for sought in (other, SLIP):
        wrong: dict[str, Any] = {"lookup_id": sought, "birth_date": "1984-07-10"}
        told = [open_slip(house, **wrong) for _ in range(3)]
        told += [use_slip(house, **wrong, password_hash=HASH) for _ in range(3)]
        assert told == [c.SlipAnswer(state="wrong")] * 4 + [c.SlipAnswer(state="locked", until=until)] * 2


@pytest.mark.rule("S44")
def test_a_tablet_that_tries_too_often_waits(house: House) -> None:
    """The limit of log-ins and recoveries, which slows one device down and locks nobody."""
    act(house, "desk-slip-reset", verified(house))
    tablet = house.device()

    def busy(connection: sa.Connection) -> None:
        for _ in range(limits.CHECKS_AN_HOUR):
            limits.identity_check(connection, tablet.device_id, house.now)

    house.database.run(busy)
    again = house.now + limits.HOUR
    assert use_slip(house, tablet, password_hash=HASH) == c.SlipAnswer(state="wait", until=again)
    assert open_slip(house, tablet) == c.SlipAnswer(state="wait", until=again)
    house.now += 59 * MINUTE
    assert open_slip(house) == c.SlipAnswer(state="done", user_id=USER_ID)
    assert use_slip(house, password_hash=HASH) == c.SlipAnswer(state="done", user_id=USER_ID)
    house.now = again
    assert use_slip(house, tablet, password_hash=HASH) == c.SlipAnswer(state="wrong")


@pytest.mark.parametrize(
    "changes",
    [
        *({"birth_date": "1984"}, {"birth_date": "2199-01-01"}, {"lookup_id": "x"}),
        *({"password_hash": "Summer2019"}, {"user_id": "admin"}),
    ],
    ids=str,
)
def test_no_slip_of_ours(house: House, changes: dict[str, Any]) -> None:
    """No screen of ours asks that."""
    with pytest.raises(RequestRefusedError) as refused:
        use_slip(house, None, **({"password_hash": HASH} | changes))
    assert refused.value.code == "malformed"
    if not changes.keys() & {"password_hash", "user_id"}:
        with pytest.raises(RequestRefusedError, match="malformed"):
            open_slip(house, None, **changes)


def _staff_of(house: House, practice_id: UUID) -> UUID:
    who = {"staff_id": uuid.uuid4(), "practice_id": practice_id, "name": "Lee Adams", "role": "manager"}
    values = who | {"verifier": "$argon2id$none", "active": True}
    house.database.run(lambda connection: connection.execute(sa.insert(t.staff).values(values)))
    return UUID(str(who["staff_id"]))
