"""The page "Verify by Phone Number." (S29): nobody learns which number is on file; a code proves that phone alone."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import msgspec
import pytest
import sqlalchemy as sa

from kiosk.portal import digits, facts, flows
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import commands as c
from tests.contract.asking import account, ask
from tests.portal.device import TestDevice
from tests.portal.house import House

PHONE, OTHER = "+16175550123", "+16175550124"
MINUTE = dt.timedelta(minutes=1)
WAIT = dt.timedelta(minutes=15)


def match(house: House, tablet: TestDevice, account_id: UUID | None, subject: UUID | None = None) -> UUID:
    """A flow as the match lookup begins it for a close match."""

    def work(connection: sa.Connection) -> UUID:
        return flows.begin(
            connection,
            house.keys,
            house.known(connection, tablet),
            Purpose.MATCH,
            house.now,
            subject=subject or uuid.uuid4(),
            account_id=account_id,
        )

    return house.database.run(work)


def send(house: House, tablet: TestDevice, flow: UUID, phone: str = PHONE) -> c.Done:
    """Type a number."""
    return ask(house, tablet, "phone-code", c.SendPhoneCode(flow=flow, phone=phone), c.Done)


def check(house: House, tablet: TestDevice, flow: UUID, code: str) -> c.Done:
    """Type six digits."""
    return ask(house, tablet, "check-phone-code", c.CheckPhoneCode(flow=flow, code=code), c.Done)


def texts(house: House) -> list[tuple[str, str]]:
    """Number and words of every message that waits, in order."""
    rows = sorted(house.rows(tp.sms_outbox), key=lambda row: row.created_at)
    payloads = [msgspec.json.decode(house.keys.decrypt(row.payload, row.sms_id.bytes)) for row in rows]
    return [(payload["number"], payload["text"]) for payload in payloads]


def sent_code(house: House) -> str:
    """The digits of the newest message."""
    found = re.search(r"\b[0-9]{6}\b", texts(house)[-1][1])
    assert found is not None
    return found[0]


def wrong(code: str) -> str:
    """Six other digits."""
    return f"{(int(code) + 1) % 10**6:06d}"


@pytest.mark.rule("S29")
def test_code_proves_the_phone(house: House) -> None:
    """The number on file, typed in another form, gets a code; the code makes the fact, and the mail of S26 goes out."""
    account_id, tablet, subject = account(house), house.device(), uuid.uuid4()
    flow = match(house, tablet, account_id, subject)
    assert send(house, tablet, flow, "(617) 555-0123") == c.Done(state="done")
    ((number, text),) = texts(house)
    assert number == PHONE
    assert text == (
        f"Lakeside Family Practice: your code is {sent_code(house)}. Type it at the tablet within 10 minutes. "
        "Nobody will ask you for it."
    )
    for _ in range(2):  # a lost answer, asked again
        assert check(house, tablet, flow, sent_code(house)) == c.Done(state="done")
    known = house.database.run(lambda connection: facts.known(connection, house.practice_id, subject))
    assert known == {Fact.PHONE: account_id}
    assert house.mails()[1:] == [("account_exists", "Maria.Okafor@example.org")]


@pytest.mark.rule("S29")
def test_message_speaks_the_accounts_language(house: House) -> None:
    """Spanish for an account in Spanish; digits and practice in it, the number in no part of it."""
    account_id, tablet = account(house, language="es"), house.device()
    send(house, tablet, match(house, tablet, account_id))
    text = texts(house)[0][1]
    assert text.startswith(f"Lakeside Family Practice: su código es {sent_code(house)}. ")
    assert "0123" not in text.replace(sent_code(house), "")


@pytest.mark.rule("S29")
def test_number_on_file_or_not_is_one_answer(house: House) -> None:
    """A number that is not on file gets the same answers at every step up to the lock, and no message goes out."""
    account_id = account(house)

    def story(phone: str, of: UUID | None) -> list[c.Done]:
        tablet = house.device()
        flow = match(house, tablet, of)
        heard = [send(house, tablet, flow, phone)]
        heard += [check(house, tablet, flow, "nocode") for _ in range(4)]
        heard += [send(house, tablet, flow, phone)]
        heard += [check(house, tablet, flow, "nocode") for _ in range(2)]
        heard += [send(house, tablet, flow, phone)]
        return heard

    other = story(OTHER, account_id)
    nobody = story(PHONE, None)
    assert texts(house) == []
    house.now += WAIT
    mine = [msgspec.structs.replace(done, until=done.until and done.until - WAIT) for done in story(PHONE, account_id)]
    assert mine == other == nobody
    assert [done.state for done in mine] == [
        *["done", "wrong", "wrong", "wrong", "expired"],
        *["done", "wrong", "locked", "locked"],
    ]
    assert len(texts(house)) == 2


@pytest.mark.rule("S29")
def test_the_digits_of_another_number_prove_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that is not on file after the right one: no guess is right, not even the very digits that were drawn."""
    monkeypatch.setattr(digits, "draw", lambda: "424242")
    account_id, tablet, subject = account(house), house.device(), uuid.uuid4()
    flow = match(house, tablet, account_id, subject)
    send(house, tablet, flow)
    send(house, tablet, flow, OTHER)
    assert check(house, tablet, flow, "424242") == c.Done(state="wrong")
    assert house.database.run(lambda connection: facts.known(connection, house.practice_id, subject)) == {}


@pytest.mark.rule("S29")
def test_a_new_code_voids_the_old(house: House) -> None:
    """Only the newest digits are right."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    send(house, tablet, flow)
    old = sent_code(house)
    house.now += MINUTE
    send(house, tablet, flow)
    assert check(house, tablet, flow, old).state == ("done" if old == sent_code(house) else "wrong")
    assert check(house, tablet, flow, sent_code(house)).state == "done"


@pytest.mark.rule("S29")
@pytest.mark.parametrize(("after", "state"), [(599, "done"), (600, "expired")])
def test_code_lives_ten_minutes(house: House, after: int, state: str) -> None:
    """Ten minutes, to the second."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    send(house, tablet, flow)
    house.now += dt.timedelta(seconds=after)
    assert check(house, tablet, flow, sent_code(house)).state == state


@pytest.mark.rule("S29")
def test_three_tries(house: House) -> None:
    """After three wrong digits the right ones do not help; a new code does."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    send(house, tablet, flow)
    code = sent_code(house)
    tries = [wrong(code)] * 3 + [code]
    assert [check(house, tablet, flow, typed).state for typed in tries] == ["wrong"] * 3 + ["expired"]
    send(house, tablet, flow)
    assert check(house, tablet, flow, sent_code(house)).state == "done"


@pytest.mark.rule("S29")
def test_three_sends(house: House) -> None:
    """Three codes in a flow; the fourth waits, and the third still works."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    for _ in range(3):
        assert send(house, tablet, flow).state == "done"
        house.now += MINUTE
    assert send(house, tablet, flow) == c.Done(state="wait", until=house.now + 12 * MINUTE)
    assert len(texts(house)) == 3
    assert check(house, tablet, flow, sent_code(house)).state == "done"


@pytest.mark.rule("S29")
def test_messages_to_an_account_are_limited(house: House) -> None:
    """Ten messages a day to one account; what is asked beyond is answered alike and sends none."""
    account_id = account(house)
    for _ in range(4):
        tablet = house.device()
        flow = match(house, tablet, account_id)
        for _ in range(3):
            assert send(house, tablet, flow) == c.Done(state="done")
    assert len(texts(house)) == 10


@pytest.mark.rule("S29", "S44")
def test_guessing_over_flows_locks(house: House) -> None:
    """Five wrong digits lock the account's phone codes for fifteen minutes, in every flow, at every tablet."""
    account_id = account(house)
    states = []
    for _ in range(2):
        tablet = house.device()
        flow = match(house, tablet, account_id)
        send(house, tablet, flow)
        states += [check(house, tablet, flow, wrong(sent_code(house))).state for _ in range(3)]
    assert states == [*["wrong"] * 4, "locked", "locked"]
    tablet = house.device()
    flow = match(house, tablet, account_id)
    locked = c.Done(state="locked", until=house.now + WAIT)
    assert send(house, tablet, flow) == locked
    house.now += WAIT - dt.timedelta(seconds=1)
    flow = match(house, tablet, account_id)
    assert send(house, tablet, flow) == locked
    house.now += dt.timedelta(seconds=1)
    send(house, tablet, flow)
    assert check(house, tablet, flow, sent_code(house)).state == "done"


@pytest.mark.rule("S29")
def test_tries_together(house: House) -> None:
    """Eight guesses at the same moment are three tries."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    send(house, tablet, flow)
    guess, barrier = wrong(sent_code(house)), Barrier(8)

    def one(_: int) -> str:
        barrier.wait(timeout=30)
        return check(house, tablet, flow, guess).state

    with ThreadPoolExecutor(8) as pool:
        states = sorted(pool.map(one, range(8)))
    assert states == ["expired"] * 5 + ["wrong"] * 3


@pytest.mark.rule("S29")
def test_flow_is_of_its_tablet(house: House) -> None:
    """Another tablet of the practice, and one of another practice, can neither send nor check; nor without a send."""
    account_id, tablet, practice_id = account(house), house.device(), uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    flow = match(house, tablet, account_id)
    expired = c.Done(state="expired")
    assert check(house, tablet, flow, "123456") == expired
    send(house, tablet, flow)
    for other in (house.device(), house.device(practice_id=practice_id)):
        assert send(house, other, flow) == expired
        assert check(house, other, flow, sent_code(house)) == expired
    house.now += flows.LIFE
    assert send(house, tablet, flow) == expired


@pytest.mark.rule("S29")
@pytest.mark.parametrize("phone", ["", "617", "not a number", "+1617555012\0"])
def test_no_phone_number(house: House, phone: str) -> None:
    """What no screen of ours lets through is malformed."""
    tablet = house.device()
    with pytest.raises(RequestRefusedError, match="malformed"):
        send(house, tablet, match(house, tablet, account(house)), phone)


@pytest.mark.rule("S29")
def test_nothing_lies_open(house: House) -> None:
    """Neither number nor digits stand in a table that is read without the key."""
    tablet = house.device()
    flow = match(house, tablet, account(house))
    send(house, tablet, flow)
    code = sent_code(house)
    stored = str([list(row) for table in (tp.sms_outbox, tp.flows, t.lockouts) for row in house.rows(table)])
    assert code not in stored
    assert PHONE not in stored
