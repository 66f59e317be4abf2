"""Support agents sign in with password and one-time code, are locked out like everybody else, and idle out."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import parse_qs, urlsplit

import pytest

from kiosk.portal import tables
from kiosk.portal import tables_support as t
from kiosk.portal.support import agents, queue, sessions, totp
from tests.portal.house import House
from tests.support.agents import PASSWORD, Agent
from tests.support.service import Support

RFC_SECRET = b"12345678901234567890"


@pytest.fixture
def support(house: House) -> Support:
    """The house's support."""
    return Support(house)


@pytest.mark.parametrize(
    ("at", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_rfc(at: int, code: str) -> None:
    """The codes are the last six digits of RFC 6238's own examples (appendix B)."""
    assert totp.step_of(RFC_SECRET, code, dt.datetime.fromtimestamp(at, dt.UTC)) == at // 30


@pytest.mark.parametrize(("late", "holds"), [(-31, False), (-30, True), (59, True), (60, False)])
def test_clocks_may_differ_by_one_step(late: int, holds: bool) -> None:
    """A code of the step before or after counts, of no other."""
    at = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
    agent = Agent(uuid.uuid4(), "ana", "Ana", RFC_SECRET)
    step = totp.step_of(RFC_SECRET, agent.code(at), at + dt.timedelta(seconds=late))
    assert (step is not None) == holds


@pytest.mark.parametrize("code", ["", "28708", "2870822", "28708x", "２８７０８２", "-28708", "287 082"])
def test_nothing_else_is_a_code(code: str) -> None:
    """Only six ASCII digits are compared at all."""
    assert totp.step_of(RFC_SECRET, code, dt.datetime.fromtimestamp(59, dt.UTC)) is None


def test_second_factor_fits_any_app(support: Support) -> None:
    """The URI of the QR names issuer and account, and a secret of 160 bits."""
    _, uri = support.house.database.run(
        lambda c: agents.add(c, support.house.keys, "ana", "Ana", "hash", support.house.now)
    )
    parsed = urlsplit(uri)
    assert (parsed.scheme, parsed.netloc) == ("otpauth", "totp")
    fields = parse_qs(parsed.query)
    assert fields["issuer"] == ["Portal support"]
    assert len(fields["secret"][0]) == 32
    (row,) = support.house.rows(t.agents)
    assert fields["secret"][0].encode() not in row.totp_secret


@pytest.mark.parametrize("user_name", ["", "a", "Ana", "ana b", "a" * 33, "ana\n", "-ana"])
def test_impossible_names(support: Support, user_name: str) -> None:
    """A name that could not be typed the same way again is refused."""
    with pytest.raises(ValueError, match="name"):
        support.agent(user_name)


def test_a_name_is_given_once(support: Support) -> None:
    """Two agents never share a name, not even if the first one is disabled."""
    support.agent()
    support.house.database.run(lambda c: agents.disable(c, "ana"))
    with pytest.raises(ValueError, match="there is an agent"):
        support.agent()


def test_passwords() -> None:
    """Twelve characters at least, any of them; a long tail counts, bcrypt's 72 bytes notwithstanding."""
    with pytest.raises(ValueError, match="12"):
        agents.hash_password("elevenchars")
    long = "é" * 100
    known = agents.Known(uuid.uuid4(), agents.hash_password(long), b"", "")
    assert agents.password_agrees(long, known)
    assert not agents.password_agrees("é" * 99 + "e", known)
    assert not agents.password_agrees(PASSWORD, agents.Known(None, None, b"", ""))


def test_a_code_works_once(support: Support) -> None:
    """The same code does not let in a second time, nor does an older one."""
    agent = support.agent()
    before = agent.code(support.house.now - dt.timedelta(seconds=30))
    assert support.sign_in(agent) == agent.agent_id
    assert support.sign_in(agent) is None
    assert support.sign_in(agent, before) is None
    support.house.now += dt.timedelta(seconds=30)
    assert support.sign_in(agent) == agent.agent_id


def test_a_code_works_once_at_two_places_together(support: Support) -> None:
    """Of two sign-ins with one code at the same moment, one gets in."""
    agent = support.agent()
    barrier = Barrier(2)

    def sign_in(_: int) -> bool:
        barrier.wait(timeout=30)
        return support.sign_in(agent) is not None

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(sign_in, range(2))) == [False, True]


def test_both_are_needed(support: Support) -> None:
    """A right password with a wrong code does not let in, and neither does the reverse."""
    agent = support.agent()
    right = agent.code(support.house.now)
    wrong = f"{(int(right) + 1) % 1000000:06d}"
    assert support.sign_in(agent, wrong) is None
    assert support.sign_in(agent, right=False) is None
    assert support.sign_in(agent) == agent.agent_id


@pytest.mark.parametrize("exists", [True, False])
def test_five_wrong_tries_lock(support: Support, exists: bool) -> None:
    """After five wrong tries nothing lets in for 15 minutes, whether there is such an agent or not."""
    agent = support.agent() if exists else Agent(uuid.uuid4(), "nobody", "", RFC_SECRET)
    for _ in range(5):
        assert support.sign_in(agent, right=False) is None
    (row,) = [row for row in support.house.rows(tables.lockouts) if row.key.startswith("agent:")]
    assert row.locked_until == support.house.now + dt.timedelta(minutes=15)
    support.house.now += dt.timedelta(minutes=14, seconds=59)
    assert support.sign_in(agent) is None
    support.house.now += dt.timedelta(seconds=1)
    assert support.sign_in(agent) == (agent.agent_id if exists else None)


def test_disabled_at_once(support: Support) -> None:
    """A disabled agent's sessions end, nothing lets in again, and open chats go back to the queue."""
    agent = support.agent()
    token = support.at_work(agent)
    chat_id = support.open(support.house.device())
    assert support.do(token, lambda visit: queue.take(visit, chat_id))
    assert support.house.database.run(lambda c: agents.disable(c, "ana"))
    assert support.session(token) is None
    assert support.sign_in(agent) is None
    assert (support.chat(chat_id).state, support.chat(chat_id).agent_id) == ("waiting", None)
    assert not support.house.database.run(lambda c: agents.disable(c, "nobody"))


def test_sessions_are_not_stored(support: Support) -> None:
    """The database holds the cookie's hash, not the cookie; another cookie is nobody's."""
    token = support.at_work(support.agent())
    (row,) = support.house.rows(t.agent_sessions)
    assert len(token) == 43
    assert token not in str(tuple(row))
    assert support.session(("y" if token[0] == "x" else "x") + token[1:]) is None
    assert support.session("") is None


def test_thirty_idle_minutes(support: Support) -> None:
    """A session ends after 30 minutes without a doing; a page that keeps itself up to date is none."""
    token = support.at_work(support.agent())
    support.house.now += dt.timedelta(minutes=29)
    assert support.session(token, acted=True) is not None
    support.house.now += dt.timedelta(minutes=29)
    assert support.session(token, acted=False) is not None
    support.house.now += dt.timedelta(minutes=1)
    assert support.session(token, acted=False) is None


def test_eight_hours(support: Support) -> None:
    """A session ends after eight hours, however busy."""
    token = support.at_work(support.agent())
    for _ in range(24):
        support.house.now += dt.timedelta(minutes=20)
        alive = support.session(token) is not None
    assert not alive


@pytest.mark.rule("S40")
def test_on_duty(support: Support) -> None:
    """Patients are told of agents who are available and have a page open; of each once."""
    ana, ben = support.agent(), support.agent("ben", "Ben")
    first = support.at_work(ana)
    support.at_work(ana)
    support.at_work(ben, available=False)
    assert support.on_duty() == 1
    support.house.now += sessions.ABSENT
    assert support.on_duty() == 0
    assert support.session(first, acted=False) is not None
    assert support.on_duty() == 1


def test_one_agent_gets_the_chat(support: Support) -> None:
    """Of two agents who take a chat at the same moment, one has it; the other may neither talk in it nor close it."""
    chat_id = support.open(support.house.device())
    tokens = [support.at_work(support.agent(name, name.title())) for name in ("ana", "ben")]
    barrier = Barrier(2)

    def take(token: str) -> bool:
        barrier.wait(timeout=30)
        return support.do(token, lambda visit: queue.take(visit, chat_id))

    with ThreadPoolExecutor(2) as pool:
        taken = list(pool.map(take, tokens))
    assert sorted(taken) == [False, True]
    loser = tokens[taken.index(False)]
    assert not support.do(loser, lambda visit: queue.say(visit, chat_id, uuid.uuid4(), "Hello"))
    assert not support.do(loser, lambda visit: queue.close(visit, chat_id))


def test_taken_over_when_the_agent_has_gone(support: Support) -> None:
    """A chat whose agent has no page open can be taken by another one, not before."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    ana, ben = (support.at_work(support.agent(name, name.title())) for name in ("ana", "ben"))
    assert support.do(ana, lambda visit: queue.take(visit, chat_id))
    assert not support.do(ben, lambda visit: queue.take(visit, chat_id))
    support.house.now += sessions.ABSENT
    support.listen(tablet, chat_id)
    assert support.do(ben, lambda visit: queue.take(visit, chat_id))
    assert support.listen(tablet, chat_id).agent == "Ben"


def test_signing_out_frees_the_patients(support: Support) -> None:
    """The chats of an agent who signs out wait again, at the place of their arrival."""
    early, late = support.house.device(), support.house.device()
    chat_id = support.open(early)
    support.house.now += dt.timedelta(seconds=1)
    later = support.open(late)
    ana = support.at_work(support.agent())
    assert support.do(ana, lambda visit: queue.take(visit, chat_id))
    support.do(ana, lambda visit: sessions.end(visit.connection, visit.session))
    assert (support.listen(early, chat_id).state, support.listen(early, chat_id).place) == ("waiting", 0)
    assert support.listen(late, later).place == 1
