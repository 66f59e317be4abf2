"""An email address changes only after a phone code or a photo ID, and a check counts for nobody else (S41)."""

from __future__ import annotations

import datetime as dt
import uuid
from uuid import UUID

import pytest

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.portal import identity
from kiosk.portal import tables as t
from kiosk.portal.support import people
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
    (row,) = house.rows(t.accounts)
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


def saw(
    house: House,
    account_id: UUID,
    *,
    at: dt.datetime | None = None,
    practice_id: UUID | None = None,
    document: IdDocument = IdDocument.PASSPORT,
    bound: bool = True,
) -> None:
    """The practice's desk checked the account holder's passport just now, or another desk something else before."""
    (row,) = (row for row in house.rows(t.accounts) if row.account_id == account_id)
    check = IdentityCheck(
        practice_id=practice_id or house.practice_id, by=house.staff_id, document=document, at=at or house.now
    )
    house.database.run(
        lambda c: identity.note(
            c,
            house.keys,
            check,
            device_id=uuid.uuid4(),
            now=house.now,
            subject=account_id if bound else uuid.uuid4(),
            person=identity.Compared.of_row(row),
            account_id=account_id if bound else None,
        )
    )


@pytest.mark.rule("S41")
def test_email_by_photo_id(found: Desk, house: House) -> None:
    """The desk saw a photo ID of the account's holder: good for a day."""
    assert found.desk_check() is Told.NO_DESK_CHECK
    saw(house, found.account_id, at=house.now - dt.timedelta(hours=23, minutes=59))
    assert found.desk_check() is Told.DESK_CHECKED
    assert found.update_email() is Told.EMAIL_SENT
    assert found.recorded()[-1] == ("email_update", "desk_photo_id")
    assert found.find(user_id="nobody.there")[0] is Told.NOBODY


@pytest.mark.rule("S41")
@pytest.mark.parametrize("why", ["a day ago", "another practice", "another account", "a draft's"])
def test_photo_id_that_proves_nothing(found: Desk, house: House, why: str) -> None:
    """A check that is a day old, of another practice's desk, or not this account's holder's counts for nothing."""
    if why == "a day ago":
        saw(house, found.account_id, at=house.now - dt.timedelta(hours=24))
    elif why == "another practice":
        elsewhere = uuid.uuid4()
        house.add_practice(elsewhere, "Hilltop Clinic")
        saw(house, found.account_id, practice_id=elsewhere)
    elif why == "another account":
        saw(house, account(house, user_id="somebody.else", email="else@mail.example"))
    else:
        saw(house, found.account_id, bound=False)
    assert found.desk_check() is Told.NO_DESK_CHECK


@pytest.mark.rule("F4", "S41")
def test_the_agent_reads_who_checked_which_photo_id(found: Desk, house: House) -> None:
    """The newest check of any practice, and nothing where there is none."""

    def seen() -> people.Seen | None:
        return house.database.run(lambda c: people.get(c, house.keys, found.account_id)).seen

    assert seen() is None
    elsewhere = uuid.uuid4()
    house.add_practice(elsewhere, "Hilltop Clinic")
    saw(house, found.account_id, at=house.now - dt.timedelta(days=400))
    saw(house, found.account_id, practice_id=elsewhere, document=IdDocument.OTHER, at=house.now - dt.timedelta(days=90))
    assert seen() == people.Seen(document="other", practice="Hilltop Clinic", at=house.now - dt.timedelta(days=90))
