"""What a desk does for the holder of an account (F7): by whom, for whom, how often, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any
from uuid import UUID

import bcrypt
import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.portal import account_search, lockouts, log_in
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import commands as c
from kiosk.protocol import identity
from kiosk.protocol.reset_slip import lookup_id
from kiosk.protocol.wire import AccountSearch, FoundAccount
from tests.contract import asking
from tests.contract.asking import ANSWER, BIRTH_DATE, EMAIL, USER_ID, WRONG_ANSWER, Runs, account, ask
from tests.portal.device import HASH, TestDevice
from tests.portal.house import House
from tests.portal.visitor import Visitor, link

pytestmark = pytest.mark.rule("F7")

MINUTE = dt.timedelta(minutes=1)
NEW_EMAIL = "maria.new@mail.example"
SLIP = lookup_id(ActivationCode.from_entropy(b"some slip"))
DONE, UNKNOWN = c.Helped(state="done"), c.Helped(state="unknown")

ACTS: dict[str, tuple[type[Any], dict[str, str]]] = {
    "desk-mail-reset": (c.DeskMailReset, {}),
    "desk-slip-reset": (c.DeskSlipReset, {"lookup_id": SLIP}),
    "desk-change-email": (c.DeskChangeEmail, {"email": NEW_EMAIL}),
    "desk-unlock": (c.DeskUnlock, {}),
}
each_act = pytest.mark.parametrize("name", ACTS)


def act(house: House, name: str, account_id: UUID, desk: TestDevice | None = None, **changes: Any) -> c.Helped:
    """Do something for an account."""
    kind, more = ACTS[name]
    fields = {"account_id": account_id, "id_document": "passport", "by": house.staff_id} | more | changes
    return ask(house, desk or house.device("desk"), name, kind(**fields), c.Helped)


def verified(house: House) -> UUID:
    """An account whose address is proven; its welcome is out of the way."""
    account_id = account(house)
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(email_verified=True)))
    house.database.run(lambda connection: connection.execute(sa.delete(t.mail_outbox)))
    return account_id


def shown(house: House, account_id: UUID) -> FoundAccount:
    """The account as the desk sees it."""

    def look(connection: sa.Connection) -> list[FoundAccount]:
        desk = house.known(connection, device)
        asked = AccountSearch(account_id=account_id)
        return account_search.search(connection, house.keys, desk, asked, house.now).accounts

    device = house.device("desk")
    (found,) = house.database.run(look)
    return found


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
@pytest.mark.parametrize("who", ["account", "practice", "nobody", "colleague"])
def test_of_others_nothing_is_known(house: House, name: str, who: str) -> None:
    """No account, one of another practice, another practice's desk, and no colleague of its own: one answer."""
    account_id, elsewhere = verified(house), uuid.uuid4()
    house.add_practice(elsewhere, "Riverside Clinic")
    foreign = account(house, "ada.okafor01", house.device("desk", elsewhere), first="Ada")
    mails = house.mails()
    answer = {
        "account": lambda: act(house, name, foreign),
        "practice": lambda: act(house, name, account_id, house.device("desk", elsewhere)),
        "nobody": lambda: act(house, name, uuid.uuid4()),
        "colleague": lambda: act(house, name, account_id, by=uuid.uuid4()),
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


def use_slip(house: House, **changes: str) -> c.Done:
    """At a tablet."""
    fields = {"lookup_id": SLIP, "birth_date": BIRTH_DATE, "password_hash": asking.PASSWORD_HASH} | changes
    return ask(house, house.device(), "use-reset-slip", c.UseResetSlip(**fields), c.Done)


def test_a_slip_from_desk_to_tablet(house: House, runs: Runs) -> None:
    """The desk's code opens at any tablet with the date of birth, once; the password is the one chosen there."""
    account_id = verified(house)
    assert act(house, "desk-slip-reset", account_id) == c.Helped(state="done", until=house.now + 60 * MINUTE)
    new = bcrypt.hashpw(b"Winter7lake", bcrypt.gensalt(10)).decode()
    runs.count()
    assert use_slip(house, birth_date="1984-07-10", password_hash=new) == c.Done(state="wrong")
    assert use_slip(house, password_hash=new) == c.Done(state="done")
    assert runs.count() == 0  # the tablet hashed it: the portal's answer takes as long for nobody's slip
    assert use_slip(house, password_hash=new) == c.Done(state="wrong")
    assert asking.log_in(house, house.device(), "Winter7lake").state == "done"
    assert house.mails() == [("password_changed", EMAIL)]


@pytest.mark.rule("S44")
def test_a_slip_nobody_made(house: House) -> None:
    """Wrong, and locked from the fifth on, like one that somebody made."""
    other = lookup_id(ActivationCode.from_entropy(b"no slip 1"))
    assert act(house, "desk-slip-reset", verified(house)).state == "done"
    until = house.now + 15 * MINUTE
    for sought in (other, SLIP):
        told = [use_slip(house, lookup_id=sought, birth_date="1984-07-10", password_hash=HASH) for _ in range(6)]
        assert told == [c.Done(state="wrong")] * 4 + [c.Done(state="locked", until=until)] * 2


@pytest.mark.parametrize(
    "changes",
    [{"birth_date": "1984"}, {"birth_date": "2199-01-01"}, {"password_hash": "Summer2019"}, {"lookup_id": "x"}],
    ids=str,
)
def test_no_slip_of_ours(house: House, changes: dict[str, str]) -> None:
    """No screen of ours asks that."""
    with pytest.raises(RequestRefusedError) as refused:
        use_slip(house, **{"password_hash": HASH} | changes)
    assert refused.value.code == "malformed"


def lock_all(house: House) -> dt.datetime:
    """Lock log-in and every recovery of the account by wrong tries; until when."""
    tablet = house.device()
    asked = c.RecoverPassword(user_id=USER_ID, language="en")
    flow = ask(house, tablet, "recover-password", asked, c.Asked).flow
    assert flow is not None
    right = c.AnswerPassword(flow=flow, answer=ANSWER.folded, password_hash=HASH)
    assert ask(house, tablet, "answer-password", right, c.Done).state == "done"
    path = link(house, "confirm_password", EMAIL)
    for _ in range(5):
        Visitor(house).post(path, {"password": "Wrong2019"})
        asking.log_in(house, tablet, "Wrong2019")
        wrong = c.AnswerPassword(flow=flow, answer=WRONG_ANSWER.folded, password_hash=HASH)
        ask(house, tablet, "answer-password", wrong, c.Done)
        who = c.RecoverUserId(email=EMAIL, birth_date=BIRTH_DATE, language="en")
        found = ask(house, tablet, "recover-user-id", who, c.Asked).flow
        assert found is not None
        ask(house, tablet, "answer-user-id", c.AnswerUserId(flow=found, answer=WRONG_ANSWER.folded), c.Done)
    return house.now + 15 * MINUTE


def locked(house: House) -> list[str]:
    """Which counters are locked now."""
    rows = (row for row in house.rows(t.lockouts) if row.locked_until is not None and row.locked_until > house.now)
    return sorted(row.key.partition(":")[0] for row in rows)


@pytest.mark.rule("S44", "S45")
def test_unlock(house: House, runs: Runs) -> None:
    """The desk sees until when, and ends all of them at once; log-in works again, and nothing else has changed."""
    account_id = verified(house)
    other = account(house, "ada.okafor01", first="Ada", email="ada@mail.example")
    for _ in range(5):
        asking.log_in(house, house.device(), "Wrong2019", "ada.okafor01")
    until = lock_all(house)
    kinds = ["confirm", "log_in", "password", "user_id"]
    assert locked(house) == sorted([*kinds, "log_in"])
    assert (shown(house, account_id).locked_until, shown(house, account_id).locked_for_good) == (until, False)
    waiting = [row for row in house.rows(tp.pending_passwords) if row.used_at is None]
    assert act(house, "desk-unlock", account_id) == DONE
    assert locked(house) == ["log_in"]
    assert shown(house, account_id).locked_until is None
    assert shown(house, other).locked_until == until
    assert [row for row in house.rows(tp.pending_passwords) if row.used_at is None] == waiting != []
    assert asking.log_in(house, house.device()).state == "done"


@pytest.mark.rule("S45")
def test_what_time_does_not_open_stays_locked(house: House) -> None:
    """A hundred wrong passwords in a row: only a new one opens that; nor does an unlock forgive those before."""
    account_id = verified(house)
    key = log_in.lock_key(house.keys, USER_ID)

    def count(connection: sa.Connection) -> None:
        lockouts.judge(connection, key, house.now, right=False, in_a_row=lockouts.IN_A_ROW)

    for _ in range(lockouts.IN_A_ROW // lockouts.TRIES):
        assert not shown(house, account_id).locked_for_good
        assert act(house, "desk-unlock", account_id) == DONE
        for _ in range(lockouts.TRIES):
            house.database.run(count)
    assert (shown(house, account_id).locked_until, shown(house, account_id).locked_for_good) == (None, True)
    assert act(house, "desk-unlock", account_id) == DONE
    assert shown(house, account_id).locked_for_good
    assert asking.log_in(house, house.device()) == c.LoggedIn(state="locked")
    act(house, "desk-slip-reset", account_id)
    assert use_slip(house, password_hash=HASH) == c.Done(state="done")
    assert not shown(house, account_id).locked_for_good


def test_an_account_without_user_id_or_email(house: House) -> None:
    """S2 and S4: nothing to count by, so nothing is locked and nothing fails."""
    account_id = verified(house)
    nothing = {"email": None, "email_cmp": None, "user_id": None}
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(**nothing)))
    assert act(house, "desk-unlock", account_id) == DONE
    found = shown(house, account_id)
    assert (found.masked_email, found.has_user_id, found.locked_until) == ("", False, None)
