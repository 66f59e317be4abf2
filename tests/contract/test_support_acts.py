"""What support does for a patient goes to an address on file, or follows an identity check; each doing is recorded."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import CallBack
from kiosk.portal import tables_people, tokens
from kiosk.portal import tables_support as t
from kiosk.portal.support import acts, call_backs, chats, identity
from kiosk.portal.support import people as finder
from kiosk.portal.support.acts import Told
from kiosk.portal.support.people import Found
from kiosk.portal.support.visit import Visit
from tests.portal.house import House
from tests.support.desk import BORN, EMAIL, Desk, account, open_desk


@pytest.fixture
def desk(house: House) -> Desk:
    """An agent who has just taken a chat."""
    return open_desk(house)


@pytest.fixture
def found(desk: Desk) -> Desk:
    """The chat is about the account."""
    assert desk.find(user_id="rosalind.achebe") == (Told.FOUND, [])
    return desk


@pytest.mark.rule("S40", "S41")
@pytest.mark.parametrize(
    "typed",
    [
        {"user_id": "Rosalind.Achebe "},
        {"email": "Rosalind@MAIL.example", "birth_date": BORN},
    ],
    ids=["user ID", "email and date of birth"],
)
def test_found(desk: Desk, typed: dict[str, str]) -> None:
    """By user ID, or by email and date of birth, as the patient types them; looking is recorded."""
    assert desk.find(**typed) == (Told.FOUND, [])
    assert desk.support.chat(desk.chat_id).account_id == desk.account_id
    assert desk.recorded() == [("searched", ""), ("found", "")]


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"user_id": "nobody.there"},
        {"user_id": "' OR 1=1 --"},
        {"email": EMAIL},
        {"email": EMAIL, "birth_date": "1979-05-15"},
        {"email": "other@mail.example", "birth_date": BORN},
        {"birth_date": BORN},
        {"email": "%", "birth_date": BORN},
    ],
)
def test_not_found(desk: Desk, typed: dict[str, str]) -> None:
    """Nothing less than both, and nothing but an exact match, finds anybody."""
    assert desk.find(**typed) == (Told.NOBODY, [])
    assert desk.support.chat(desk.chat_id).account_id is None
    assert desk.recorded() == [("searched", "")]


def test_an_agent_sees_no_more_than_helps(desk: Desk, house: House) -> None:
    """First name, masked email, practices; no last name, date of birth, ZIP, phone, address or user ID."""
    seen = house.database.run(lambda c: finder.get(c, house.keys, desk.account_id))
    assert seen.masked_email == "r•••@mail.example"
    told = [getattr(seen, name) for name in Found.__slots__]
    at = ["Lakeside Family Practice"]
    assert told == [desk.account_id, "Rosalind", "r•••@mail.example", True, at, True, True, None]


def test_twins_on_one_email(desk: Desk, house: House) -> None:
    """Accounts that share email and date of birth are shown to choose from, and none is chosen by chance."""
    twin = account(house, first="Rufus", user_id="rufus.achebe")
    nobody_asked = account(house, first="Nadia", user_id="nadia.quist", email="nadia@mail.example")
    told, shown = desk.find(email=EMAIL, birth_date=BORN)
    assert told is Told.SEVERAL
    assert {one.first for one in shown} == {"Rosalind", "Rufus"}
    assert desk.support.chat(desk.chat_id).account_id is None
    assert desk.support.do(desk.token, lambda visit: acts.choose(visit, desk.chat_id, twin)) is Told.FOUND
    assert desk.support.chat(desk.chat_id).account_id == twin
    for choose in (
        partial(acts.choose, chat_id=desk.chat_id, account_id=other) for other in (uuid.uuid4(), nobody_asked)
    ):
        assert desk.support.do(desk.token, choose) is Told.NOBODY
    assert desk.support.chat(desk.chat_id).account_id == twin


def test_no_fishing(desk: Desk) -> None:
    """An agent looks thirty times an hour at most."""
    for _ in range(30):
        assert desk.find(user_id="nobody.there")[0] is Told.NOBODY
    assert desk.find(user_id="rosalind.achebe") == (Told.TOO_MANY_SEARCHES, [])
    desk.later(hours=1)
    assert desk.find(user_id="rosalind.achebe") == (Told.FOUND, [])


@pytest.mark.rule("S40")
def test_direct_reset(found: Desk, house: House) -> None:
    """One mail to the verified address on file, with a link that works for 60 minutes; recorded with its check."""
    assert found.reset() is Told.RESET_SENT
    assert house.mails() == [("direct_reset", EMAIL)]
    assert found.recorded()[-1] == ("direct_reset", "address_on_file")
    (token,) = house.rows(tables_people.tokens)
    assert (token.purpose, token.account_id) == (tokens.Purpose.DIRECT_RESET.value, found.account_id)
    assert token.expires_at == house.now + dt.timedelta(minutes=60)


@pytest.mark.rule("S40")
@pytest.mark.parametrize("changes", [{"email_verified": False}, {"email": None, "email_verified": False}])
def test_no_reset_without_verified_address(desk: Desk, house: House, changes: dict[str, Any]) -> None:
    """A link to set a password goes to no address that was never proven."""
    account(house, first="Rita", user_id="no.address", **changes)
    assert desk.find(user_id="no.address")[0] is Told.FOUND
    assert desk.reset() is Told.NO_ADDRESS
    assert house.mails() == []
    assert desk.recorded()[-1] == ("found", "")


def test_letters_are_bounded(found: Desk, house: House) -> None:
    """The same letter goes out once a minute and five times a day, whoever asks."""
    assert [found.reset(), found.reset(), found.send_user_id()] == [Told.RESET_SENT, Told.WAIT, Told.USER_ID_SENT]
    for _ in range(4):
        found.later(minutes=1)
        assert found.reset() is Told.RESET_SENT
    found.later(minutes=1)
    assert found.reset() is Told.WAIT
    assert len(house.mails()) == 6


@pytest.mark.rule("S41")
def test_user_id(found: Desk, house: House) -> None:
    """The user ID goes to the address on file."""
    assert found.send_user_id() is Told.USER_ID_SENT
    assert house.mails() == [("user_id_reminder", EMAIL)]
    assert found.recorded()[-1] == ("user_id", "address_on_file")


@pytest.mark.rule("S41")
def test_user_id_of_nobody_or_none(desk: Desk, house: House) -> None:
    """Without an account, an address, or a user ID nothing is sent, and the agent is told why."""
    assert desk.send_user_id() is Told.NO_ACCOUNT
    account(house, user_id="no.address", email=None, email_verified=False)
    assert desk.find(user_id="no.address")[0] is Told.FOUND
    assert desk.send_user_id() is Told.NO_ADDRESS
    account(house, user_id=None, email="new@mail.example")
    assert desk.find(email="new@mail.example", birth_date=BORN)[0] is Told.FOUND
    assert desk.send_user_id() is Told.NO_USER_ID
    assert house.mails() == []


def test_only_in_a_chat_of_ones_own(found: Desk) -> None:
    """Another agent, and nobody any more once the chat is over, can do anything for the patient."""
    support = found.support
    ben = support.at_work(support.agent("ben", "Ben"))
    doings: tuple[Callable[[Visit], Told], ...] = (
        lambda visit: acts.send_direct_reset(visit, found.chat_id),
        lambda visit: acts.send_user_id(visit, found.chat_id),
        lambda visit: identity.send_phone_code(visit, found.chat_id),
        lambda visit: identity.use_desk_check(visit, found.chat_id),
    )
    assert {support.do(ben, doing) for doing in doings} == {Told.NOT_YOURS}
    assert support.do(ben, lambda visit: acts.choose(visit, found.chat_id, found.account_id)) is Told.NOT_YOURS
    support.leave(found.tablet, found.chat_id)
    told = [found.reset(), found.send_user_id(), found.send_code(), found.check_code("1"), found.desk_check()]
    assert {*told, found.update_email(), found.find(user_id="rosalind.achebe")[0]} == {Told.NOT_YOURS}


def test_acts_outlive_the_chat(found: Desk, house: House) -> None:
    """Who did what for whom stays when the chat is deleted; nothing of what was said is in it."""
    assert found.reset() is Told.RESET_SENT
    found.support.leave(found.tablet, found.chat_id)
    house.now += dt.timedelta(days=31)
    house.database.run(lambda c: chats.sweep(c, house.now))
    assert house.rows(t.chats) == []
    assert len(found.recorded()) == 3
    assert {row.account_id for row in house.rows(t.support_acts)} == {None, found.account_id}


@pytest.mark.rule("S40")
def test_call_backs(desk: Desk, house: House) -> None:
    """A request that a tablet recorded is on the agents' list, is done once, and goes 30 days later."""
    body = CallBack(name="Zebulon", contact="+13125550199", topic="password", language="es")
    assert house.deliver(desk.tablet, body) is Outcome.ACCEPTED
    assert "Zebulon" not in str(house.rows(t.call_backs))
    (asked,) = desk.support.do(desk.token, call_backs.waiting)
    assert (asked.name, asked.contact, asked.topic, asked.language) == ("Zebulon", "+13125550199", "password", "es")
    assert desk.support.do(desk.token, call_backs.count) == 1
    done = [desk.support.do(desk.token, lambda visit: call_backs.done(visit, asked.call_back_id)) for _ in range(2)]
    assert done == [True, False]
    assert desk.support.do(desk.token, call_backs.waiting) == []
    house.now += dt.timedelta(days=30)
    house.database.run(lambda c: chats.sweep(c, house.now))
    assert house.rows(t.call_backs) == []
