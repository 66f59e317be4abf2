"""An email address changes only after a phone code or a photo ID, and a check counts for nobody else (S41)."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.portal import facts
from kiosk.portal import tables as people
from kiosk.portal.facts import Fact
from kiosk.portal.support.acts import Told
from tests.portal.house import House
from tests.support.desk import EMAIL, NEW, Desk, account, open_desk
from tests.support.texts import phone_codes


@pytest.fixture
def desk(house: House) -> Desk:
    """An agent who has just taken a chat."""
    return open_desk(house)


@pytest.fixture
def found(desk: Desk) -> Desk:
    """The chat is about the account."""
    assert desk.find(user_id="rosalind.achebe") == (Told.FOUND, [])
    return desk


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
