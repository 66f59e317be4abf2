"""The desk's one-time slip resets a password once, within the hour, with the date of birth (F7)."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import bcrypt
import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.replies import ReplyState, SlipReply
from kiosk.domain.values import BirthDate, UserId
from kiosk.portal import cases, letters, lockouts, log_in, new_password, practices, reset_slips, tokens
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.cases import Case
from kiosk.portal.letters import Post
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.tokens import Purpose
from kiosk.protocol import commands as c
from kiosk.protocol.reset_slip import lookup_id
from tests.contract import asking
from tests.contract.asking import BIRTH_DATE, PASSWORD_HASH, USER_ID, Runs, account
from tests.portal.house import House
from tests.portal.patients import add_account, person

pytestmark = pytest.mark.rule("F7")

MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
NEW_HASH = bcrypt.hashpw(b"Winter7lake", bcrypt.gensalt(4)).decode()
SLIP = lookup_id(ActivationCode.from_entropy(b"some slip"))
OTHER = lookup_id(ActivationCode.from_entropy(b"no slip 1"))
WRONG, DONE = SlipReply(ReplyState.WRONG), SlipReply(ReplyState.DONE, user_id=USER_ID)
TAKEN = SlipReply(ReplyState.WRONG, taken=True)
OKAFOR = UserId("okafor.84")
BORN = BirthDate(dt.date.fromisoformat(BIRTH_DATE))
NOT_BORN = BirthDate(BORN.date + dt.timedelta(days=1))


def post(house: House, connection: sa.Connection) -> Post:
    """The practice's letters."""
    return Post(connection, house.keys, practices.get(connection, house.practice_id), house.now)


def issue(house: House, account_id: UUID, slip: str = SLIP) -> dt.datetime:
    """A slip; until when it is good."""
    return house.database.run(lambda connection: reset_slips.issue(post(house, connection), account_id, slip))


def use(
    house: House,
    slip: str = SLIP,
    born: BirthDate = BORN,
    password_hash: str = NEW_HASH,
    *,
    user_id: UserId | None = None,
) -> SlipReply:
    """A try."""
    return house.database.run(
        lambda connection: reset_slips.use(
            connection, house.keys, slip, born, password_hash, house.now, user_id=user_id
        )
    )


def look(house: House, slip: str = SLIP, born: BirthDate = BORN) -> SlipReply:
    """Whose it is."""
    return house.database.run(lambda connection: reset_slips.judge(connection, house.keys, slip, born, house.now))


def nameless(house: House) -> UUID:
    """An account whose wished user ID was taken, with a slip."""
    account_id = account(house)
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(user_id=None)))
    house.database.run(lambda connection: connection.execute(sa.delete(t.mail_outbox)))
    issue(house, account_id)
    return account_id


def add_account_of(house: House, user_id: str) -> None:
    """Somebody else."""
    other = person("Ana", "Ruiz", "ana@mail.example")
    house.database.run(lambda connection: add_account(connection, house.practice_id, other, user_id, house.now))


def password(house: House) -> str:
    """The hash of the one account."""
    (row,) = house.rows(t.accounts)
    return str(row.password_hash)


def test_it_sets_the_password_once(house: House) -> None:
    """Code and date of birth: the password is new, its owner is told by mail, and the slip is used up."""
    account_id = account(house)
    assert issue(house, account_id) == house.now + 60 * MINUTE
    assert use(house) == DONE
    assert password(house) == NEW_HASH
    assert house.mails()[-1] == ("password_changed", asking.EMAIL)
    assert use(house, password_hash=PASSWORD_HASH) == WRONG
    assert password(house) == NEW_HASH


def test_without_an_address(house: House) -> None:
    """An account without email recovers by slip only (S2): nothing is mailed and it works."""
    account_id = account(house)
    none = sa.update(t.accounts).values(email=None, email_cmp=None)
    house.database.run(lambda connection: connection.execute(none))
    before = house.mails()
    issue(house, account_id)
    assert use(house) == DONE
    assert house.mails() == before


def test_the_slip_stands_nowhere(house: House) -> None:
    """Not even its lookup id is stored in clear: who reads the table can use nothing."""
    issue(house, account(house))
    (row,) = (row for row in house.rows(tp.tokens) if row.purpose == Purpose.RESET_SLIP.value)
    assert SLIP not in str(row)


@pytest.mark.rule("S2")
def test_it_tells_its_holder_the_user_id(house: House) -> None:
    """Code and date of birth; the slip stays good, the password as it is, and nobody is written to."""
    issue(house, account(house))
    before = house.mails()
    old = password(house)
    assert [look(house), look(house)] == [DONE, DONE]
    assert (password(house), house.mails()) == (old, before)
    assert use(house) == DONE
    assert look(house) == WRONG


@pytest.mark.rule("S44")
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_looking_counts_like_using(house: House, known: bool) -> None:
    """Neither tells whether there is such a slip, and five wrong ones in all lock both."""
    account_id = account(house)
    if known:
        issue(house, account_id)
    said = [ask(house, born=NOT_BORN) for ask in (look, use, look, use)]
    assert said == [WRONG] * 4
    locked = SlipReply(ReplyState.LOCKED, house.now + 15 * MINUTE)
    assert [look(house, born=NOT_BORN), look(house), use(house)] == [locked] * 3


@pytest.mark.rule("S2", "S4")
def test_who_has_no_user_id_chooses_one(house: House) -> None:
    """With the new password, at once: the account is whole, welcomed, and nothing asks for a user ID any more."""
    account_id = nameless(house)
    house.database.run(lambda connection: letters.choose_user_id(post(house, connection), account_id, account_id))
    case = Case(kind="user_id_taken", subject=uuid.uuid4(), account_id=account_id)
    house.database.run(lambda connection: cases.open_case(connection, house.keys, house.practice_id, case, house.now))
    assert look(house) == SlipReply(ReplyState.DONE)
    with pytest.raises(RequestRefusedError, match="malformed"):
        use(house)
    assert use(house, user_id=OKAFOR) == SlipReply(ReplyState.DONE, user_id=OKAFOR.text)
    (row,) = house.rows(t.accounts)
    assert (row.user_id, row.password_hash) == (OKAFOR.text, NEW_HASH)
    assert {kind for kind, _ in house.mails()} == {"choose_user_id", "password_changed", "welcome"}
    assert [row.state for row in house.rows(t.cases)] == ["done"]
    assert {row.kind for row in house.rows(t.changes)} >= {"case"}
    assert {row.purpose for row in house.rows(tp.tokens) if row.used_at is None} == {"verify-email"}


@pytest.mark.rule("S4")
def test_a_taken_user_id_costs_nothing(house: House) -> None:
    """Neither password nor slip is used up, no try is counted, and another one is taken."""
    nameless(house)
    add_account_of(house, OKAFOR.text)
    old = house.rows(t.accounts)
    assert [use(house, user_id=OKAFOR) for _ in range(6)] == [TAKEN] * 6
    assert sorted(house.rows(t.accounts), key=repr) == sorted(old, key=repr)
    assert use(house, user_id=UserId("okafor.85")).user_id == "okafor.85"


def test_a_user_id_is_chosen_once(house: House) -> None:
    """Who has one keeps it, whatever is sent along."""
    issue(house, account(house))
    assert use(house, user_id=OKAFOR) == DONE
    assert [row.user_id for row in house.rows(t.accounts)] == [USER_ID]


@pytest.mark.parametrize("age", [60 * MINUTE - SECOND, 60 * MINUTE], ids=str)
def test_it_lives_for_an_hour(house: House, age: dt.timedelta) -> None:
    """Good at 59:59, wrong at 60:00."""
    issue(house, account(house))
    house.now += age
    assert use(house) == (DONE if age < 60 * MINUTE else WRONG)


def test_a_newer_slip_voids_the_older(house: House) -> None:
    """Of one account only the newest is good; another's stays."""
    account_id = account(house)
    issue(house, account_id)
    issue(house, account_id, OTHER)
    assert use(house) == WRONG
    assert use(house, OTHER) == DONE


def test_a_code_is_issued_once(house: House) -> None:
    """Neither another account nor the same gets a code that was a slip's before."""
    account_id = account(house)
    issue(house, account_id)
    with pytest.raises(RequestRefusedError, match="malformed"):
        issue(house, account_id)
    assert use(house) == DONE
    with pytest.raises(RequestRefusedError, match="malformed"):
        issue(house, account_id)


@pytest.mark.rule("S44")
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_five_wrong_tries_lock(house: House, known: bool) -> None:
    """Known and unknown codes alike: the fifth within 15 minutes locks; 14:59 is locked, 15:00 is not."""
    account_id = account(house)
    if known:
        issue(house, account_id)
    assert [use(house, born=NOT_BORN) for _ in range(4)] == [WRONG] * 4
    end = house.now + 15 * MINUTE
    locked = SlipReply(ReplyState.LOCKED, end)
    assert use(house, born=NOT_BORN) == locked
    assert use(house) == locked
    house.now = end - SECOND
    assert use(house) == locked
    house.now = end
    assert use(house) == (DONE if known else WRONG)


@pytest.mark.rule("S44")
def test_parallel_tries(house: House) -> None:
    """Of twelve wrong tries at once four are wrong and the others locked; nothing is set."""
    issue(house, account(house))
    old = password(house)
    states = _together(house, [NOT_BORN] * 12)
    assert sorted(state.value for state in states) == ["locked"] * 8 + ["wrong"] * 4
    assert password(house) == old


def test_of_two_at_once_one_sets_the_password(house: House) -> None:
    """A slip is used once, however many try at the same moment; one notice goes out."""
    issue(house, account(house))
    states = _together(house, [BORN] * 4)
    assert states.count(ReplyState.DONE) == 1
    assert states.count(ReplyState.WRONG) == 3
    assert [kind for kind, _ in house.mails()].count("password_changed") == 1


def test_it_ends_what_the_direct_link_ends(house: House, runs: Runs) -> None:
    """Every lock of the log-in, also the one that no time opens; links and other flows of the account."""
    account_id = account(house)
    house.database.run(lambda connection: letters.direct_reset(post(house, connection), account_id, uuid.uuid4()))
    tablet = house.device()
    asking.log_in(house, tablet)
    key = log_in.lock_key(house.keys, USER_ID)
    lock = {"locked_until": lockouts.FOR_GOOD, "total": 100}
    for_good = sa.update(t.lockouts).where(t.lockouts.c.key == key).values(**lock)
    house.database.run(lambda connection: connection.execute(for_good))
    assert asking.log_in(house, tablet) == c.LoggedIn(state="locked")
    issue(house, account_id)
    assert use(house) == DONE
    assert asking.log_in(house, tablet, "Winter7lake").state == "done"
    assert {row.purpose for row in house.rows(tp.tokens) if row.used_at is None} == {"verify-email"}


def test_another_way_to_a_new_password_ends_it(house: House) -> None:
    """Who got a new password by mail meanwhile has no use for the slip; nor has who finds it."""
    account_id = account(house)
    issue(house, account_id)
    house.database.run(
        lambda connection: new_password.replace(post(house, connection), account_id, PASSWORD_HASH, uuid.uuid4())
    )
    assert use(house) == WRONG


def test_a_new_email_leaves_it(house: House) -> None:
    """The desk changes the address and gives a slip in one visit; whichever comes first, both work."""
    account_id = account(house)
    issue(house, account_id)
    house.database.run(lambda connection: tokens.end(connection, house.keys, account_id, house.now))
    assert use(house) == DONE


@pytest.mark.parametrize("slip", ["", "x" * 42, "x" * 44, "ä" * 43, SLIP + "\n"], ids=ascii)
def test_no_lookup_id(house: House, slip: str) -> None:
    """No screen of ours asks that, so it is refused and counts nowhere."""
    with pytest.raises(RequestRefusedError, match="malformed"):
        use(house, slip)
    assert house.rows(t.lockouts) == []


def _together(house: House, born: list[BirthDate]) -> list[ReplyState]:
    barrier = Barrier(len(born))

    def one(value: BirthDate) -> ReplyState:
        barrier.wait(timeout=30)
        return use(house, born=value).state

    with ThreadPoolExecutor(len(born)) as pool:
        return list(pool.map(one, born))
