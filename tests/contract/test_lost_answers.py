"""An answer of the portal's is lost and the tablet asks again: it hears the truth, and nothing happens twice (K1)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.portal import digits, flows
from kiosk.portal import tables as t
from kiosk.portal.new_password import Confirmation, Confirmed
from kiosk.protocol import commands as c
from kiosk.protocol.reset_slip import lookup_id
from tests.contract.asking import PASSWORD, USER_ID, Runs, account, halfway, log_in, rest
from tests.contract.helping import act, use_slip, verified
from tests.contract.recovering import NEW, NEW_HASH, answer_password, by_link, changing, confirm, confirming
from tests.portal.device import HASH
from tests.portal.house import House

pytestmark = pytest.mark.rule("K1")

SECOND = dt.timedelta(seconds=1)
DONE, WRONG, EXPIRED = c.Done(state="done"), c.Done(state="wrong"), c.Done(state="expired")


def another(code: str) -> str:
    """Digits that are not the mail's."""
    return f"{(int(code) + 1) % 10**6:06d}"


def notices(house: House) -> int:
    """How often somebody was told of a new password."""
    return [kind for kind, _ in house.mails()].count("password_changed")


@pytest.mark.rule("S39")
@pytest.mark.parametrize("wrong_before", [0, 2])
def test_confirmed_is_said_again(house: House, runs: Runs, wrong_before: int) -> None:
    """The same digits and password are told that it is done, also after a third try and the digits' ten minutes."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    house.now += digits.LIFE - SECOND
    assert [confirm(house, tablet, flow, another(code)) for _ in range(wrong_before)] == [WRONG] * wrong_before
    assert confirm(house, tablet, flow, code) == DONE
    house.now += flows.LIFE - SECOND
    runs.count()
    assert confirm(house, tablet, flow, code) == DONE
    assert runs.count() == 1
    assert log_in(house, tablet, NEW).state == "done"
    assert notices(house) == 1


@pytest.mark.rule("S39")
def test_only_the_same_is_told(house: House, runs: Runs) -> None:
    """Other digits, another password, a fourth try, another tablet, too late: what they would have heard before."""
    account(house)
    tablet, other = house.device(), house.device()
    flow, code, _ = changing(house, tablet)
    assert confirm(house, tablet, flow, code) == DONE
    assert confirm(house, other, flow, code) == EXPIRED
    runs.count()
    assert confirm(house, tablet, flow, another(code)) == WRONG
    assert confirm(house, tablet, flow, code, PASSWORD) == WRONG
    assert confirm(house, tablet, flow, another(code), PASSWORD) == WRONG
    assert runs.count() == 3
    assert confirm(house, tablet, flow, code) == EXPIRED
    assert notices(house) == 1


@pytest.mark.rule("S39")
def test_it_says_so_for_a_flows_life(house: House, runs: Runs) -> None:
    """Fifteen minutes, to the second."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    assert confirm(house, tablet, flow, code) == DONE
    house.now += flows.LIFE
    assert confirm(house, tablet, flow, code) == EXPIRED


@pytest.mark.rule("S37", "S39")
def test_what_is_confirmed_changes_nothing_more(house: House, runs: Runs) -> None:
    """The flow that is kept only speaks: no answer opens it, and a later new password ends it."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    assert confirm(house, tablet, flow, code) == DONE
    assert answer_password(house, tablet, flow) == EXPIRED
    _, _, token = changing(house, house.device())
    assert by_link(house, token) == Confirmation(Confirmed.DONE)
    assert confirm(house, tablet, flow, code) == EXPIRED


@pytest.mark.rule("S39")
def test_asked_again_while_the_first_is_compared(house: House, runs: Runs) -> None:
    """The tablet gave up waiting and asks again before the first is through: both are told that it is done."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    begun = [halfway(house, tablet, "confirm-password", confirming(flow, code)) for _ in range(2)]
    assert [rest(house, later) for later in begun] == [DONE, DONE]
    assert notices(house) == 1


@pytest.mark.rule("F7")
def test_a_slip_that_was_used(house: House, runs: Runs) -> None:
    """The draft that used it sends its password again, maybe another: that holds, and the notice goes out once."""
    account_id, tablet, subject = verified(house), house.device(), uuid.uuid4()
    act(house, "desk-slip-reset", account_id)
    done = c.SlipAnswer(state="done", user_id=USER_ID)
    assert use_slip(house, tablet, subject=subject, password_hash=HASH) == done
    house.now += flows.LIFE - SECOND
    assert use_slip(house, tablet, subject=subject, password_hash=NEW_HASH) == done
    assert log_in(house, tablet, NEW).state == "done"
    assert notices(house) == 1


@pytest.mark.rule("F7")
def test_sending_again_does_not_keep_a_slip_alive(house: House, runs: Runs) -> None:
    """A tablet that goes on sending has no more than one flow's life, from the first time; a newer slip ends it."""
    account_id, tablet, subject = verified(house), house.device(), uuid.uuid4()
    act(house, "desk-slip-reset", account_id)
    states = []
    for _ in range(4):
        states.append(use_slip(house, tablet, subject=subject, password_hash=HASH).state)
        house.now += flows.LIFE / 2
    assert states == ["done", "done", "wrong", "wrong"]
    newer = lookup_id(ActivationCode.from_entropy(b"new slip!"))
    act(house, "desk-slip-reset", account_id, lookup_id=newer)
    assert use_slip(house, tablet, subject=subject, lookup_id=newer, password_hash=HASH).state == "done"
    act(house, "desk-slip-reset", account_id, lookup_id=lookup_id(ActivationCode.from_entropy(b"new slip2")))
    assert use_slip(house, tablet, subject=subject, lookup_id=newer, password_hash=NEW_HASH).state == "wrong"


@pytest.mark.rule("F7", "S44")
def test_nobody_else_uses_a_slip_again(house: House, runs: Runs) -> None:
    """Another draft or tablet, another slip or birthday, too late: wrong as ever, and it counts."""
    account_id, tablet, subject = verified(house), house.device(), uuid.uuid4()
    act(house, "desk-slip-reset", account_id)
    assert use_slip(house, tablet, subject=subject, password_hash=NEW_HASH).state == "done"
    other = lookup_id(ActivationCode.from_entropy(b"no slip 1"))
    tries = [
        use_slip(house, tablet, password_hash=HASH),
        use_slip(house, subject=subject, password_hash=HASH),
        use_slip(house, tablet, subject=subject, password_hash=HASH, birth_date="1984-07-10"),
        use_slip(house, tablet, subject=subject, password_hash=HASH, lookup_id=other),
    ]
    assert {answer.state for answer in tries} == {"wrong"}
    house.now += flows.LIFE
    assert use_slip(house, tablet, subject=subject, password_hash=HASH).state == "wrong"
    assert log_in(house, tablet, NEW).state == "done"
    assert sum(row.total for row in house.rows(t.lockouts) if row.key.startswith("reset_slip:")) == 5


@pytest.mark.rule("F7")
def test_a_later_password_ends_it(house: House, runs: Runs) -> None:
    """Who has changed the password since, by mail or by another slip, is not overrun by the draft of before."""
    account_id, tablet, subject = verified(house), house.device(), uuid.uuid4()
    act(house, "desk-slip-reset", account_id)
    assert use_slip(house, tablet, subject=subject, password_hash=HASH).state == "done"
    _, _, token = changing(house, house.device())
    assert by_link(house, token) == Confirmation(Confirmed.DONE)
    assert use_slip(house, tablet, subject=subject, password_hash=HASH).state == "wrong"
    assert log_in(house, tablet, NEW).state == "done"
