"""Five wrong tries lock for fifteen minutes: to the second, together, for nobody alike (S44, S45).

Every other counter, and restarts: ``test_lock_matrix``.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa

from kiosk.portal import lockouts, log_in, new_password
from kiosk.portal import tables as t
from kiosk.portal.letters import Post
from kiosk.portal.lockouts import Tried
from kiosk.protocol import commands as c
from tests.contract import asking
from tests.contract.asking import PASSWORD, PASSWORD_HASH, USER_ID, Runs, account, ask, halfway, rest, told
from tests.portal.device import TestDevice
from tests.portal.house import House

MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
WRONG = "Summer2018"


def state(house: House, device: TestDevice, password: str, user_id: str = USER_ID) -> str:
    """How a log-in ends."""
    return asking.log_in(house, device, password, user_id).state


@pytest.mark.rule("S44", "S45")
def test_the_fifth_locks_for_fifteen_minutes(house: House, runs: Runs) -> None:
    """Four wrong tries are wrong, the fifth locks; at 14:59 the right password is locked out, at 15:00 it is not."""
    account(house)
    tablet = house.device()
    assert [state(house, tablet, WRONG) for _ in range(4)] == ["wrong"] * 4
    fifth = house.now = house.now + 14 * MINUTE
    locked = c.LoggedIn(state="locked", until=fifth + 15 * MINUTE)
    assert asking.log_in(house, tablet, WRONG) == locked
    house.now = fifth + 14 * MINUTE + 59 * SECOND
    assert asking.log_in(house, tablet) == locked
    house.now = fifth + 15 * MINUTE
    assert state(house, tablet, PASSWORD) == "done"


@pytest.mark.rule("S45")
def test_tries_meanwhile_neither_count_nor_extend(house: House, runs: Runs) -> None:
    """Whoever goes on trying while locked waits no longer than who does not, and begins with five tries again."""
    account(house)
    tablet = house.device()
    for _ in range(5):
        state(house, tablet, WRONG)
    end = house.now + 15 * MINUTE
    for minutes in (1, 7, 14):
        house.now = end - 15 * MINUTE + minutes * MINUTE
        assert asking.log_in(house, tablet, WRONG) == c.LoggedIn(state="locked", until=end)
    house.now = end
    assert [state(house, tablet, WRONG) for _ in range(5)] == [*["wrong"] * 4, "locked"]


@pytest.mark.rule("S45")
@pytest.mark.parametrize(("after", "fifth"), [(15 * MINUTE - SECOND, "locked"), (15 * MINUTE, "wrong")])
def test_window_is_fifteen_minutes(house: House, runs: Runs, after: dt.timedelta, fifth: str) -> None:
    """A try counts for fifteen minutes to the second."""
    account(house)
    tablet, began = house.device(), house.now
    state(house, tablet, WRONG)
    house.now = began + 10 * MINUTE
    for _ in range(3):
        state(house, tablet, WRONG)
    house.now = began + after
    assert state(house, tablet, WRONG) == fifth


@pytest.mark.rule("S45")
def test_success_clears(house: House, runs: Runs) -> None:
    """A right password between them: the wrong ones before it no longer count."""
    account(house)
    tablet = house.device()
    tries = [WRONG] * 4 + [PASSWORD] + [WRONG] * 4 + [PASSWORD]
    expected = ["wrong"] * 4 + ["done"] + ["wrong"] * 4 + ["done"]
    assert [state(house, tablet, typed) for typed in tries] == expected


@pytest.mark.rule("S44", "S45")
@pytest.mark.parametrize("user_id", ["nobody.known1", "no such id %", "  NOBODY.known1"])
def test_nobody_locks_like_somebody(house: House, runs: Runs, user_id: str) -> None:
    """Known and unknown: the same answers to the byte and the same runs of bcrypt, before, in and after the lock."""
    account(house)

    def story(user_id: str) -> list[tuple[bytes, int]]:
        tablet, began, heard = house.device(), house.now, []
        for minutes in (0, 0, 1, 1, 2, 3, 16, 17, 18):
            house.now = began + minutes * MINUTE
            heard.append((told(asking.log_in(house, tablet, WRONG, user_id)), runs.count()))
        house.now = began
        return heard

    known = story(USER_ID)
    assert known == story(user_id)
    assert {count for _, count in known} == {1}
    assert [b"locked" in answer for answer, _ in known] == [False] * 4 + [True] * 3 + [False] * 2


@pytest.mark.rule("S45")
def test_another_spelling_is_the_same_counter(house: House, runs: Runs) -> None:
    """Capitals and blanks give no further tries; another tablet and another practice neither."""
    account(house)
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    tries = [(house.device(), USER_ID), (house.device(), USER_ID.upper()), (house.device(), f" {USER_ID} ")]
    tries += [(house.device(practice_id=practice_id), USER_ID)] * 2
    assert [state(house, device, WRONG, typed) for device, typed in tries][-1] == "locked"


@pytest.mark.rule("S45")
def test_counter_holds_no_user_id(house: House, runs: Runs) -> None:
    """The table of counters names nobody."""
    state(house, house.device(), WRONG, "nobody.known1")
    keys = [row.key for row in house.rows(t.lockouts)]
    assert any(key.startswith("log_in:") for key in keys)
    assert not any("nobody" in key for key in keys)


@pytest.mark.rule("S45")
def test_compared_before_the_lock_and_answered_after(house: House, runs: Runs) -> None:
    """Twenty guesses at once, the right one among them: once five failed, the rest hear nothing but the lock."""
    account(house)
    tablet = house.device()
    guesses = [c.LogIn(subject=uuid.uuid4(), user_id=USER_ID, password=typed) for typed in [WRONG] * 19 + [PASSWORD]]
    begun = [halfway(house, tablet, "log-in", guess) for guess in guesses]
    answers = [rest(house, later) for later in begun]
    assert [answer.state for answer in answers if isinstance(answer, c.LoggedIn)] == ["wrong"] * 4 + ["locked"] * 16


@pytest.mark.rule("S45")
def test_parallel_tries(house: House, runs: Runs) -> None:
    """Twelve threads at the same moment: four are told that they are wrong, no more, and five are counted."""
    account(house)
    tablets = [house.device() for _ in range(12)]
    barrier = Barrier(len(tablets))

    def one(tablet: TestDevice) -> str:
        barrier.wait(timeout=30)
        return state(house, tablet, WRONG)

    with ThreadPoolExecutor(len(tablets)) as pool:
        answers = sorted(pool.map(one, tablets))
    assert answers == ["locked"] * 8 + ["wrong"] * 4
    (counter,) = [row for row in house.rows(t.lockouts) if row.key.startswith("log_in:")]
    assert counter.total == 5


def fail_often(house: House, count: int) -> None:
    """So many wrong log-ins, as fast as the lock lets them; each from a tablet that is not slowed down."""
    for done in range(0, count, 5):
        tablet = house.device()
        for _ in range(min(5, count - done)):
            state(house, tablet, WRONG)
        house.now += 15 * MINUTE


@pytest.mark.rule("S44")
def test_a_hundred_in_a_row_need_a_new_password(house: House, runs: Runs) -> None:
    """After a hundred wrong ones no time opens it, for nobody alike; a new password by mail does."""
    account_id = account(house)
    fail_often(house, 99)
    assert state(house, house.device(), WRONG) == "locked"
    house.now += dt.timedelta(days=400)
    assert asking.log_in(house, house.device()) == c.LoggedIn(state="locked", until=None)

    def renew(connection: sa.Connection) -> None:
        (practice,) = connection.execute(sa.select(t.practices))
        post = Post(connection, house.keys, practice, house.now)
        new_password.replace(post, account_id, PASSWORD_HASH, uuid.uuid4())

    house.database.run(renew)
    assert state(house, house.device(), PASSWORD) == "done"


@pytest.mark.rule("S44")
def test_ninety_nine_and_a_right_one(house: House, runs: Runs) -> None:
    """In a row means in a row: a right one begins anew."""
    account(house)
    fail_often(house, 99)
    tablet = house.device()
    assert state(house, tablet, PASSWORD) == "done"
    assert [state(house, tablet, WRONG) for _ in range(2)] == ["wrong"] * 2


@pytest.mark.rule("S45")
def test_recovery_has_its_own_counter(house: House, runs: Runs) -> None:
    """While log-in is locked, both recoveries stay open; and the other way round."""
    account(house)
    tablet = house.device()
    for _ in range(5):
        state(house, tablet, WRONG)
    by_id = c.RecoverPassword(user_id=USER_ID, language="en")
    by_mail = c.RecoverUserId(email=asking.EMAIL, birth_date=asking.BIRTH_DATE, language="en")
    assert ask(house, tablet, "recover-password", by_id, c.Asked).state == "done"
    assert ask(house, tablet, "recover-user-id", by_mail, c.Asked).state == "done"
    key = house.database.run(lambda connection: log_in.lock_key(house.keys, USER_ID))
    others = [lockouts.key_of(house.keys, tried, USER_ID) for tried in Tried if tried is not Tried.LOG_IN]
    assert len({key, *others}) == len(Tried)


@pytest.mark.parametrize(
    "change",
    [lambda keys: (keys, Tried.LOG_IN, "ab"), lambda keys: (keys, Tried.LOG_IN, "a", "b")],
    ids=["one", "two"],
)
def test_keys_do_not_run_together(house: House, change: Callable[[object], tuple[object, ...]]) -> None:
    """Two texts are never taken for another two, or for one."""
    other = lockouts.key_of(house.keys, Tried.LOG_IN, "ab", "")
    assert lockouts.key_of(*change(house.keys)) != other  # type: ignore[arg-type]  # a table of arguments
