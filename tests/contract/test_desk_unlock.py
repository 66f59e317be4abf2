"""The locks that a desk sees and ends (F7): those that time would end, too, and no others."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from kiosk.portal import lockouts, log_in
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol import commands as c
from tests.contract import asking
from tests.contract.asking import ANSWER, BIRTH_DATE, EMAIL, USER_ID, WRONG_ANSWER, Runs, account, ask
from tests.contract.helping import DONE, act, shown, use_slip, verified
from tests.portal.device import HASH
from tests.portal.house import House
from tests.portal.visitor import Visitor, link

pytestmark = pytest.mark.rule("F7")


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
    return house.now + lockouts.LOCK


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
    assert use_slip(house, password_hash=HASH).state == "done"
    assert not shown(house, account_id).locked_for_good


def test_an_account_without_user_id_or_email(house: House) -> None:
    """S2 and S4: nothing to count by, so nothing is locked and nothing fails."""
    account_id = verified(house)
    nothing = {"email": None, "email_cmp": None, "user_id": None}
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(**nothing)))
    assert act(house, "desk-unlock", account_id) == DONE
    found = shown(house, account_id)
    assert (found.masked_email, found.has_user_id, found.locked_until) == ("", False, None)
