"""What support does for a patient goes to an address on file, or follows an identity check; each doing is recorded."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.operations import CallBack
from kiosk.domain.outcomes import Outcome
from kiosk.portal import facts, tables_people, tokens
from kiosk.portal import tables as people
from kiosk.portal import tables_support as t
from kiosk.portal.facts import Fact
from kiosk.portal.support import acts, call_backs, chats, identity, queue
from kiosk.portal.support import people as finder
from kiosk.portal.support.acts import Told
from kiosk.portal.support.people import Found
from kiosk.portal.support.visit import Visit
from tests.portal.device import TestDevice
from tests.portal.house import House
from tests.support.agents import add_account
from tests.support.service import Support
from tests.support.texts import phone_codes

BORN = "1979-05-14"
EMAIL = "rosalind@mail.example"
NEW = "rosalind.new@mail.example"


@dataclass
class Desk:
    """An agent with an open chat, and an account that it may be about."""

    support: Support
    tablet: TestDevice
    token: str
    chat_id: UUID
    account_id: UUID

    def find(self, **typed: str) -> tuple[Told, list[Found]]:
        """Search."""
        fields = {"user_id": "", "email": "", "birth_date": ""} | typed
        return self.support.do(self.token, lambda visit: acts.search(visit, self.chat_id, **fields))

    def reset(self) -> Told:
        """Send a direct link."""
        return self.support.do(self.token, lambda visit: acts.send_direct_reset(visit, self.chat_id))

    def send_user_id(self) -> Told:
        """Send the user ID."""
        return self.support.do(self.token, lambda visit: acts.send_user_id(visit, self.chat_id))

    def send_code(self) -> Told:
        """Send a phone code."""
        return self.support.do(self.token, lambda visit: identity.send_phone_code(visit, self.chat_id))

    def check_code(self, typed: str) -> Told:
        """Type what the patient said."""
        return self.support.do(self.token, lambda visit: identity.check_phone_code(visit, self.chat_id, typed))

    def desk_check(self) -> Told:
        """Rely on the front desk."""
        return self.support.do(self.token, lambda visit: identity.use_desk_check(visit, self.chat_id))

    def update_email(self, typed: str = NEW) -> Told:
        """Send the link that confirms the new address."""
        return self.support.do(self.token, lambda visit: acts.update_email(visit, self.chat_id, typed))

    def recorded(self) -> list[tuple[str, str]]:
        """Act and identity check of all that was recorded, in order."""
        return [(row.act, row.identity_check) for row in self.support.house.rows(t.support_acts)]

    def later(self, **by: float) -> None:
        """Let time pass with a patient who stays and an agent who works."""
        self.support.house.now += dt.timedelta(**by)
        changed = sa.update(t.chats).values(patient_seen=self.support.house.now)
        alive = sa.update(t.agent_sessions).values(
            last_seen=self.support.house.now,
            present_at=self.support.house.now,
            expires_at=self.support.house.now + dt.timedelta(hours=8),
        )
        self.support.house.database.run(lambda c: (c.execute(changed), c.execute(alive)))


def account(house: House, **changes: Any) -> UUID:
    """Make an account; ``changes`` replaces columns."""
    return add_account(house.database, house.practice_id, house.now, **changes)


@pytest.fixture
def desk(house: House) -> Desk:
    """An agent who has just taken a chat."""
    support = Support(house)
    tablet = house.device()
    chat_id = support.open(tablet)
    token = support.at_work(support.agent())
    assert support.do(token, lambda visit: queue.take(visit, chat_id))
    return Desk(support, tablet, token, chat_id, account(house))


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
    seen = house.database.run(lambda c: finder.get(c, desk.account_id))
    assert seen.masked_email == "r•••@mail.example"
    told = [getattr(seen, name) for name in Found.__slots__]
    assert told == [desk.account_id, "Rosalind", "r•••@mail.example", True, ["Lakeside Family Practice"], True, True]


def test_twins_on_one_email(desk: Desk, house: House) -> None:
    """Accounts that share email and date of birth are shown to choose from, and none is chosen by chance."""
    twin = account(house, first="Rufus", user_id="rufus.achebe")
    told, shown = desk.find(email=EMAIL, birth_date=BORN)
    assert told is Told.SEVERAL
    assert {one.first for one in shown} == {"Rosalind", "Rufus"}
    assert desk.support.chat(desk.chat_id).account_id is None
    assert desk.support.do(desk.token, lambda visit: acts.choose(visit, desk.chat_id, twin)) is Told.FOUND
    assert desk.support.chat(desk.chat_id).account_id == twin
    assert desk.support.do(desk.token, lambda visit: acts.choose(visit, desk.chat_id, uuid.uuid4())) is Told.NOBODY


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


@pytest.mark.rule("S41")
def test_email_by_phone_code(found: Desk, house: House) -> None:
    """A code goes to the number on file, the right digits let the agent write to the new address, and no sooner."""
    assert found.update_email() is Told.NOT_CHECKED
    assert found.send_code() is Told.CODE_SENT
    assert found.update_email() is Told.NOT_CHECKED
    ((number, code),) = phone_codes(house.database, house.keys)
    assert number == "+13125550163"
    assert found.check_code(f" {code[:3]} {code[3:]} ") is Told.CODE_RIGHT
    assert found.update_email("not an address") is Told.BAD_EMAIL
    assert house.mails() == []
    assert found.update_email() is Told.EMAIL_SENT
    assert house.mails() == [("verify_email", NEW)]
    (row,) = house.rows(people.accounts)
    assert row.email == EMAIL
    assert found.recorded()[2:] == [
        ("phone_code_sent", ""),
        ("phone_code_right", "phone_code"),
        ("email_update", "phone_code"),
    ]


@pytest.mark.rule("S41")
def test_three_wrong_codes(found: Desk, house: House) -> None:
    """The third wrong try ends a code, so that the right one comes too late; a new one works."""
    assert found.send_code() is Told.CODE_SENT
    ((_, code),) = phone_codes(house.database, house.keys)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    assert [found.check_code(wrong) for _ in range(3)] == [Told.CODE_WRONG, Told.CODE_WRONG, Told.CODE_EXPIRED]
    assert found.check_code(code) is Told.CODE_EXPIRED
    assert found.send_code() is Told.CODE_SENT
    assert found.check_code(phone_codes(house.database, house.keys)[-1][1]) is Told.CODE_RIGHT


@pytest.mark.parametrize(("minutes", "told"), [(9.99, Told.CODE_RIGHT), (10, Told.CODE_EXPIRED)])
def test_ten_minutes(found: Desk, house: House, minutes: float, told: Told) -> None:
    """A phone code works for ten minutes."""
    assert found.send_code() is Told.CODE_SENT
    found.later(minutes=minutes)
    assert found.check_code(phone_codes(house.database, house.keys)[0][1]) is told


def test_three_codes_a_chat(found: Desk, house: House) -> None:
    """A chat sends three codes; only the newest works."""
    assert [found.send_code() for _ in range(4)] == [Told.CODE_SENT] * 3 + [Told.NO_MORE_CODES]
    first, _, last = (code for _, code in phone_codes(house.database, house.keys))
    assert found.check_code(first) is (Told.CODE_RIGHT if first == last else Told.CODE_WRONG)
    assert found.check_code(last) is Told.CODE_RIGHT


def test_no_phone(desk: Desk, house: House) -> None:
    """Without a number on file no code can be sent."""
    account(house, first="Rita", user_id="no.phone", phone=None)
    assert desk.find(user_id="no.phone")[0] is Told.FOUND
    assert desk.send_code() is Told.NO_PHONE
    assert phone_codes(house.database, house.keys) == []


@pytest.mark.rule("S41")
def test_a_check_counts_for_one_account(found: Desk, house: House) -> None:
    """Who proved to be one person may not change another's address."""
    account(house, user_id="somebody.else", email="else@mail.example", phone="+13125550164")
    assert found.send_code() is Told.CODE_SENT
    code = phone_codes(house.database, house.keys)[0][1]
    assert found.check_code(code) is Told.CODE_RIGHT
    assert found.find(user_id="somebody.else")[0] is Told.FOUND
    assert found.update_email() is Told.NOT_CHECKED
    assert found.find(user_id="rosalind.achebe")[0] is Told.FOUND
    assert found.update_email() is Told.NOT_CHECKED
    assert found.send_code() is Told.CODE_SENT
    assert found.find(user_id="somebody.else")[0] is Told.FOUND
    assert found.check_code(phone_codes(house.database, house.keys)[-1][1]) is Told.CODE_EXPIRED


def case(house: House, **changes: Any) -> UUID:
    """A case of the practice that the desk closed just now, having seen a passport; returns its subject."""
    subject = uuid.uuid4()
    row = {
        "case_id": uuid.uuid4(),
        "practice_id": house.practice_id,
        "kind": "desk_request",
        "op_id": uuid.uuid4(),
        "subject": subject,
        "state": "done",
        "decision": "allow",
        "id_document": "passport",
        "decided_by": house.staff_id,
        "created_at": house.now,
        "decided_at": house.now,
    } | changes
    house.database.run(lambda c: c.execute(sa.insert(people.cases).values(row)))
    return subject


def made(house: House, subject: UUID, account_id: UUID) -> None:
    """The draft with this subject made the account."""
    house.database.run(lambda c: facts.note(c, house.practice_id, subject, Fact.ACCOUNT, house.now, of=account_id))


@pytest.mark.rule("S41")
def test_email_by_photo_id(found: Desk, house: House) -> None:
    """The desk saw a photo ID when it allowed what made this account: good for a day."""
    assert found.desk_check() is Told.NO_DESK_CHECK
    made(house, case(house), found.account_id)
    assert found.desk_check() is Told.DESK_CHECKED
    assert found.update_email() is Told.EMAIL_SENT
    assert found.recorded()[-1] == ("email_update", "desk_photo_id")
    assert found.find(user_id="nobody.there")[0] is Told.NOBODY


@pytest.mark.rule("S41")
def test_photo_id_of_the_same_person(found: Desk, house: House) -> None:
    """The desk saw a photo ID and said that this account is the person's."""
    case(house, kind="close_match", decision="same_person", account_id=found.account_id)
    assert found.desk_check() is Told.DESK_CHECKED


@pytest.mark.rule("S41")
@pytest.mark.parametrize(
    "changes",
    [{"id_document": ""}, {"decision": "decline"}, {"hours": 24}, {"practice": True}],
    ids=["no photo ID", "declined", "a day ago", "another practice"],
)
def test_photo_id_that_proves_nothing(found: Desk, house: House, changes: dict[str, Any]) -> None:
    """A case without a document, of another practice, declined or a day old, is no check."""
    changed = dict(changes)
    if changed.pop("hours", None):
        changed["decided_at"] = house.now - dt.timedelta(hours=24)
    if changed.pop("practice", None):
        changed["practice_id"] = uuid.uuid4()
        house.add_practice(changed["practice_id"], "Hilltop Clinic")
    made(house, case(house, **changed), found.account_id)
    case(house, **({"decision": "same_person", "account_id": found.account_id} | changed))
    assert found.desk_check() is Told.NO_DESK_CHECK


@pytest.mark.rule("S41")
def test_this_is_not_me_is_no_proof_of_being_me(found: Desk, house: House) -> None:
    """A photo ID that let somebody pass as another person than the match never opens the match's account."""
    somebody = account(house, user_id="somebody.else", email="else@mail.example")
    made(house, case(house, kind="close_match", account_id=found.account_id), somebody)
    assert found.desk_check() is Told.NO_DESK_CHECK
    assert found.find(user_id="somebody.else")[0] is Told.FOUND
    assert found.desk_check() is Told.DESK_CHECKED


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
