"""Chats between a tablet and an agent: queue, presence, lines in order and once, and who may hear them."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from cryptography.exceptions import InvalidTag

from kiosk.portal import tables_support as t
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.support import chats, queue, transcript
from kiosk.portal.tables import metadata
from kiosk.protocol import commands as c
from tests.portal.house import House
from tests.support.service import Support

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def support(house: House) -> Support:
    """The house's support."""
    return Support(house)


@pytest.mark.rule("S40")
def test_a_whole_chat(support: Support) -> None:
    """Wait, be taken, talk both ways, be closed: the tablet hears each step, and every line once and in order."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    assert support.listen(tablet, chat_id) == c.Heard(state="waiting", lines=[], agents=0, place=0)
    ana = support.at_work(support.agent())
    assert support.listen(tablet, chat_id).agents == 1
    assert support.say(tablet, chat_id, "Hello?") == "done"
    assert support.do(ana, lambda visit: queue.take(visit, chat_id))
    assert support.do(ana, lambda visit: queue.say(visit, chat_id, uuid.uuid4(), "Hello, I am Ana."))
    assert support.say(tablet, chat_id, "I forgot my secret question.") == "done"
    heard = support.listen(tablet, chat_id)
    assert (heard.state, heard.agent) == ("open", "Ana")
    assert [(line.number, line.from_agent, line.author, line.text) for line in heard.lines] == [
        (1, False, "", "Hello?"),
        (2, True, "Ana", "Hello, I am Ana."),
        (3, False, "", "I forgot my secret question."),
    ]
    assert [line.number for line in support.listen(tablet, chat_id, after=2).lines] == [3]
    assert support.do(ana, lambda visit: queue.say(visit, chat_id, uuid.uuid4(), "Bye."))
    assert support.do(ana, lambda visit: queue.close(visit, chat_id))
    last = support.listen(tablet, chat_id, after=3)
    assert (last.state, [line.text for line in last.lines]) == ("closed", ["Bye."])
    assert support.say(tablet, chat_id, "Wait!") == "expired"
    assert not support.do(ana, lambda visit: queue.say(visit, chat_id, uuid.uuid4(), "More"))


@pytest.mark.rule("S40")
def test_queue_by_arrival(support: Support) -> None:
    """Who came first is first; the place moves on when somebody before is taken, leaves, or falls silent."""
    tablets = [support.house.device() for _ in range(4)]
    opened = []
    for tablet in tablets:
        opened.append(support.open(tablet))
        support.house.now += dt.timedelta(seconds=1)
    last = tablets[3], opened[3]
    assert [support.listen(*pair).place for pair in zip(tablets, opened, strict=True)] == [0, 1, 2, 3]
    ana = support.at_work(support.agent())
    assert support.do(ana, lambda visit: queue.take(visit, opened[0]))
    assert support.listen(*last).place == 2
    support.leave(tablets[1], opened[1])
    assert support.listen(*last).place == 1
    support.house.now += dt.timedelta(seconds=59)
    assert support.listen(*last).place == 1
    support.house.now += dt.timedelta(seconds=1)
    assert support.listen(*last).place == 0
    live = support.do(ana, lambda visit: queue.live(visit.connection, visit.keys, visit.now))
    assert [chat.chat_id for chat in live] == [opened[3]]


@pytest.mark.rule("S40")
def test_silence_closes(support: Support) -> None:
    """A patient who is not heard of for 60 seconds has left: nothing more is heard or said."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    support.house.now += dt.timedelta(seconds=59)
    assert support.listen(tablet, chat_id).state == "waiting"
    support.house.now += dt.timedelta(seconds=60)
    assert support.listen(tablet, chat_id).state == "closed"
    assert support.say(tablet, chat_id, "Still here") == "expired"
    assert support.chat(chat_id).closed_by == "silence"


@pytest.mark.rule("S40")
def test_sweep_closes_silent_chats(support: Support) -> None:
    """The agents' side closes them, too, without a word from the tablet."""
    chat_id = support.open(support.house.device())
    support.house.now += MINUTE
    assert support.house.database.run(lambda connection: chats.sweep(connection, support.house.now))
    assert support.chat(chat_id).state == "closed"
    assert not support.house.database.run(lambda connection: chats.sweep(connection, support.house.now))


@pytest.mark.rule("S40")
def test_leaving_ends_the_chat(support: Support) -> None:
    """The tablet's good-bye closes the chat; said twice, it changes nothing."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    support.leave(tablet, chat_id)
    support.house.now += dt.timedelta(seconds=5)
    support.leave(tablet, chat_id)
    row = support.chat(chat_id)
    assert (row.state, row.closed_by) == ("closed", "patient")
    assert row.closed_at == support.house.now - dt.timedelta(seconds=5)


def test_one_chat_a_tablet(support: Support) -> None:
    """The next patient's chat ends the one before at the same tablet, and no other tablet's."""
    tablet, other = support.house.device(), support.house.device()
    first, others, second = support.open(tablet), support.open(other), support.open(tablet)
    assert [support.chat(chat_id).state for chat_id in (first, others, second)] == ["closed", "waiting", "waiting"]
    assert support.chat(first).closed_by == "another_chat"


def test_foreign_chats_are_closed(support: Support) -> None:
    """Another tablet hears, says and ends nothing of a chat, and cannot tell it from one that never was."""
    chat_id = support.open(support.house.device())
    other = support.house.device()
    for flow in (chat_id, uuid.uuid4()):
        assert support.listen(other, flow) == c.Heard(state="closed", lines=[])
        assert support.say(other, flow, "Hello?") == "expired"
        support.leave(other, flow)
    assert support.chat(chat_id).state == "waiting"
    assert support.house.rows(t.chat_lines) == []


def test_the_same_line_again(support: Support) -> None:
    """A line that is sent again, because its answer was lost, stands there once."""
    tablet = support.house.device()
    chat_id, line_id = support.open(tablet), uuid.uuid4()
    assert support.say(tablet, chat_id, "Hello?", line_id) == "done"
    assert support.say(tablet, chat_id, "Hello?", line_id) == "done"
    assert [line.number for line in support.listen(tablet, chat_id).lines] == [1]


def test_lines_of_both_at_once(support: Support) -> None:
    """Lines said at the same moment get numbers of their own, without a gap."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    ana = support.at_work(support.agent())
    support.do(ana, lambda visit: queue.take(visit, chat_id))
    barrier = Barrier(2)

    def talk(agent: bool) -> None:
        barrier.wait(timeout=30)
        for number in range(5):
            if agent:
                support.do(ana, lambda visit: queue.say(visit, chat_id, uuid.uuid4(), "agent"))
            else:
                support.say(tablet, chat_id, f"patient {number}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(talk, (True, False)))
    assert [line.number for line in support.listen(tablet, chat_id).lines] == list(range(1, 11))


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x07", "x" * 1001])
def test_impossible_lines(support: Support, text: str) -> None:
    """Nothing, control characters alone, and more than 1000 characters are no lines."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    with pytest.raises(RequestRefusedError, match="malformed"):
        support.say(tablet, chat_id, text)


@pytest.mark.parametrize("after", [-1, transcript.MOST + 1, 2**63, 10**40])
def test_lines_that_no_chat_has(support: Support, after: int) -> None:
    """A number that no database holds is malformed, and no fault of the portal's."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    with pytest.raises(RequestRefusedError, match="malformed"):
        support.listen(tablet, chat_id, after=after)
    assert support.listen(tablet, chat_id, after=transcript.MOST).lines == []


def test_hostile_lines_stand_as_typed(support: Support) -> None:
    """Markup and right-to-left marks are kept to the letter; control characters go."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    typed = "<img src=x onerror=alert(1)> & \u202eRLO"
    assert support.say(tablet, chat_id, f"{typed}\x00\x1b") == "done"
    assert [line.text for line in support.listen(tablet, chat_id).lines] == [typed]
    assert support.say(tablet, chat_id, "x" * 1000) == "done"


@pytest.mark.parametrize(
    "changes", [{"topic": "my_health"}, {"language": "xx"}, {"name": "a\nb"}, {"name": "x" * 121}, {"name": "\x07"}]
)
def test_impossible_chats(support: Support, changes: dict[str, str]) -> None:
    """What no screen of ours sends is malformed."""
    asked = c.OpenChat(**({"name": "Rosalind", "topic": "email", "language": "es"} | changes))
    with pytest.raises(RequestRefusedError, match="malformed"):
        support.command(support.house.device(), chats.open_chat, asked)


def test_a_chat_needs_no_name(support: Support) -> None:
    """Who does not say who they are gets help all the same."""
    chat_id = support.open(support.house.device(), name="")
    ana = support.at_work(support.agent())
    (chat,) = support.do(ana, lambda visit: queue.live(visit.connection, visit.keys, visit.now))
    assert (chat.chat_id, chat.name, chat.practice) == (chat_id, "", "Lakeside Family Practice")


def test_too_many_lines(support: Support) -> None:
    """Twenty lines a minute are enough; the next is told when to come again, and nothing is lost."""
    tablet = support.house.device()
    chat_id = support.open(tablet)
    states = {support.say(tablet, chat_id, f"line {number}") for number in range(20)}
    assert states == {"done"}
    assert support.say(tablet, chat_id, "one more") == "wait"
    support.house.now += dt.timedelta(seconds=30)
    support.listen(tablet, chat_id)
    support.house.now += dt.timedelta(seconds=30)
    assert support.say(tablet, chat_id, "one more") == "done"


def test_too_many_chats(support: Support) -> None:
    """A tablet opens six chats a minute at most."""
    tablet = support.house.device()
    for _ in range(6):
        support.open(tablet)
    asked = c.OpenChat(name="", topic="other", language="en")
    answer = support.command(tablet, chats.open_chat, asked)
    assert (answer.state, answer.flow, answer.until) == ("wait", None, support.house.now + MINUTE)


def test_a_full_chat_ends(support: Support, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat has so many lines and no more."""
    monkeypatch.setattr(transcript, "MOST", 2)
    tablet = support.house.device()
    chat_id = support.open(tablet)
    assert [support.say(tablet, chat_id, text) for text in ("1", "2", "3")] == ["done", "done", "expired"]


def test_nothing_is_readable_at_rest(support: Support) -> None:
    """Name and lines stand nowhere in clear; a line moved to another place does not open."""
    tablet = support.house.device()
    chat_id = support.open(tablet, name="Zebulon")
    support.say(tablet, chat_id, "my dog is called Canela")
    stored = "".join(str(tuple(row)) for table in metadata.sorted_tables for row in support.house.rows(table))
    assert "Zebulon" not in stored
    assert "Canela" not in stored
    (line,) = support.house.rows(t.chat_lines)
    with pytest.raises(InvalidTag):
        support.house.keys.decrypt(line.line, chat_id.bytes + bytes(8))


def test_thirty_days(support: Support) -> None:
    """A chat and what was said in it are deleted 30 days after it ended; one that goes on stays."""
    tablet, other = support.house.device(), support.house.device()
    old = support.open(tablet)
    support.say(tablet, old, "Hello")
    support.leave(tablet, old)
    support.house.now += dt.timedelta(days=30) - dt.timedelta(seconds=1)
    fresh = support.open(other)
    assert {row.chat_id for row in support.house.rows(t.chats)} == {old, fresh}
    support.house.now += dt.timedelta(seconds=1)
    support.house.database.run(lambda connection: chats.sweep(connection, support.house.now))
    assert {row.chat_id for row in support.house.rows(t.chats)} == {fresh}
    assert support.house.rows(t.chat_lines) == []
