"""Everything that can be tried wrongly: locked until 14:59 after the fifth, open at 15:00, also over restarts (S45)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.portal import engine
from kiosk.portal import tables_people as tp
from kiosk.portal.lockouts import Tried
from kiosk.portal.new_password import Confirmed
from kiosk.protocol.roster import lookup_id
from tests.contract import helping, recovering, test_asked_code, test_phone_codes
from tests.contract.asking import ANSWER, PASSWORD, WRONG_ANSWER, Runs, account, log_in
from tests.portal.device import HASH
from tests.portal.house import House
from tests.support.service import Support

pytestmark = pytest.mark.rule("S44", "S45")

SECOND = dt.timedelta(seconds=1)
TRIES, LOCK = 5, dt.timedelta(minutes=15)
CODE = ActivationCode.from_entropy(bytes(range(9)))

Try = Callable[[bool], bool]
"""One try, right or wrong; whether it opened what it is for."""


def the_log_in(house: House) -> Try:
    """User ID and password."""
    account(house)
    tablet = house.device()
    return lambda right: log_in(house, tablet, PASSWORD if right else "Summer2018").state == "done"


def forgotten_user_id(house: House) -> Try:
    """Email and date of birth, then the answer: a wrong one is not said to be wrong, so the question tells."""
    account(house)
    tablet = house.device()

    def attempt(right: bool) -> bool:
        flow = recovering.ask_user_id(house, tablet).flow
        answer = ANSWER if right else WRONG_ANSWER
        return flow is not None and recovering.answer_user_id(house, tablet, flow, answer).state == "done"

    return attempt


def forgotten_password(house: House) -> Try:
    """User ID, then the answer."""
    account(house)
    tablet = house.device()

    def attempt(right: bool) -> bool:
        flow = recovering.ask_password(house, tablet).flow
        answer = ANSWER if right else WRONG_ANSWER
        return flow is not None and recovering.answer_password(house, tablet, flow, answer).state == "done"

    return attempt


def the_link(house: House) -> Try:
    """The mail's link and the new password typed again."""
    account(house)
    _, _, token = recovering.changing(house, house.device())
    typed = {True: recovering.NEW, False: "Wynter2020"}
    return lambda right: recovering.by_link(house, token, typed[right]).state is Confirmed.DONE


def the_phone(house: House) -> Try:
    """Six digits of a text message, each time a new one."""
    account_id, tablet = account(house), house.device()

    def attempt(right: bool) -> bool:
        house.database.run(lambda connection: connection.execute(sa.delete(tp.sms_outbox)))
        flow = test_phone_codes.match(house, tablet, account_id)
        if test_phone_codes.send(house, tablet, flow).state != "done":
            return False
        sent = test_phone_codes.sent_code(house)
        typed = sent if right else test_phone_codes.wrong(sent)
        return test_phone_codes.check(house, tablet, flow, typed).state == "done"

    return attempt


def the_asked_code(house: House) -> Try:
    """The code of the invitation that a sign-up matched."""
    invitation_id, tablet = house.invite(CODE), house.device()
    wrong = ActivationCode.from_entropy(bytes(9))

    def attempt(right: bool) -> bool:
        flow = test_asked_code.match(house, tablet, invitation_id)
        return test_asked_code.check(house, tablet, flow, CODE if right else wrong).state == "done"

    return attempt


def the_invitation(house: House) -> Try:
    """Code, date of birth and ZIP."""
    house.invite(CODE)
    tablet, sought = house.device(), lookup_id(CODE, house.practice_id)
    born = {True: "1990-12-31", False: "1990-12-30"}
    return lambda right: house.look_up(tablet, sought, born[right], "94110").state == "match"


def the_slip(house: House) -> Try:
    """A reset slip's code and the date of birth."""
    helping.act(house, "desk-slip-reset", helping.verified(house))
    tablet = house.device()
    born = {True: "1984-07-09", False: "1984-07-10"}
    return lambda right: helping.use_slip(house, tablet, birth_date=born[right], password_hash=HASH).state == "done"


def the_agent(house: House) -> Try:
    """Support's password and second factor."""
    support = Support(house)
    agent = support.agent()
    return lambda right: support.sign_in(agent, right=right) is not None


KINDS: dict[str, Callable[[House], Try]] = {
    Tried.LOG_IN.value: the_log_in,
    Tried.USER_ID.value: forgotten_user_id,
    Tried.PASSWORD.value: forgotten_password,
    Tried.CONFIRM.value: the_link,
    Tried.PHONE.value: the_phone,
    Tried.CODE.value: the_asked_code,
    Tried.RESET_SLIP.value: the_slip,
    Tried.AGENT.value: the_agent,
    "invitation": the_invitation,
}
each = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def restart(house: House) -> Iterator[Callable[[], None]]:
    """Return what ends the portal's database and opens the same one anew, as another process would."""
    url = house.database.engine.url.render_as_string(hide_password=False)
    if house.database.engine.dialect.name == "sqlite":  # whose URL is a name only
        main, *_ = house.database.run(lambda c: c.exec_driver_sql("PRAGMA database_list").all())
        url = f"sqlite:///{main.file}"
    with ExitStack() as opened:

        def again() -> None:
            house.database.close()
            house.database = engine.open_database(url, house.keys)
            opened.callback(house.database.close)

        yield again


def test_every_counter_is_here() -> None:
    """Whoever adds something to be tried adds it below."""
    assert set(KINDS) == {tried.value for tried in Tried} | {"invitation"}


@each
def test_to_the_second(house: House, runs: Runs, kind: str) -> None:
    """The fifth wrong one locks the right one out until 14:59 after it, and not a second longer."""
    attempt = KINDS[kind](house)
    for _ in range(TRIES - 1):
        attempt(False)
        house.now += dt.timedelta(minutes=1)
    attempt(False)
    fifth = house.now
    for after in (dt.timedelta(), dt.timedelta(minutes=7), LOCK - SECOND):
        house.now = fifth + after
        assert not attempt(True), after
    house.now = fifth + LOCK
    assert attempt(True)


@each
def test_over_restarts(house: House, runs: Runs, restart: Callable[[], None], kind: str) -> None:
    """Neither four tries nor the lock are forgotten, nor is the lock any longer."""
    attempt = KINDS[kind](house)
    for _ in range(TRIES - 1):
        attempt(False)
    restart()
    attempt(False)
    fifth = house.now
    assert not attempt(True)
    restart()
    house.now = fifth + LOCK - SECOND
    assert not attempt(True)
    restart()
    house.now = fifth + LOCK
    assert attempt(True)
