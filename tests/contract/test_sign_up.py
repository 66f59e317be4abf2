"""Sign-ups at the portal: one person one account, whatever is delivered, how often and together."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from kiosk.domain.outcomes import Outcome
from kiosk.portal import sync
from kiosk.portal import tables as t
from tests.contract.together import together
from tests.portal.device import HASH, consent, credentials, sign_up
from tests.portal.house import House


def test_makes_account_membership_consent_and_mail(house: House) -> None:
    """A sign-up leaves one account with what was typed and its comparison form, its membership, consent and mail."""
    assert house.deliver(house.device(), sign_up()) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert (account.first, account.first_cmp, account.last_cmp) == ("María", "maria", "okafor")
    assert (account.email, account.email_cmp) == ("Maria.Okafor@example.org", "maria.okafor@example.org")
    assert (account.birth_date_cmp, account.zip_cmp, account.user_id) == ("1984-07-09", "02139", "maria.okafor27")
    assert (account.password_hash, account.email_verified) == (HASH, False)
    assert [row.practice_id for row in house.rows(t.memberships)] == [house.practice_id]
    assert [(row.text_id, row.version, row.at) for row in house.rows(t.consents)] == [
        ("portal-terms", "1", consent().at)
    ]
    assert house.mails() == [("welcome", "Maria.Okafor@example.org")]


def test_keeps_only_the_hash_of_the_operation(house: House) -> None:
    """After the decision the portal keeps the operation's hash and its receipt, and no body."""
    device = house.device()
    operation = device.operation(sign_up())
    house.sync(device, operation)
    (row,) = house.rows(t.receipts)
    assert row.payload_hash == device.prev
    assert operation.split(".")[1] not in str(house.rows(t.receipts) + house.rows(t.cases))


def test_replay_gets_the_same_receipt(house: House) -> None:
    """The same bytes twice: one account, one mail, and to the letter the same receipt, marked as replayed."""
    device = house.device()
    operation = device.operation(sign_up())
    first, second = house.sync(device, operation), house.sync(device, operation)
    assert first.results[0].receipt == second.results[0].receipt
    assert (first.results[0].replayed, second.results[0].replayed) == (False, True)
    assert len(house.rows(t.accounts)) == 1
    assert house.mails() == [("welcome", "Maria.Okafor@example.org")]


def test_same_operation_twice_in_one_batch(house: House) -> None:
    """A batch that holds an operation twice makes one account."""
    device = house.device()
    operation = device.operation(sign_up())
    answer = house.sync(device, operation, operation)
    assert [result.replayed for result in answer.results] == [False, True]
    assert len(house.rows(t.accounts)) == 1


def test_lost_answer(house: House) -> None:
    """Whoever lost the answer finds the receipt by the operation's id, and only its own."""
    device, other = house.device(), house.device()
    answer = house.sync(device, device.operation(sign_up()))
    op_id = house.receipt(answer.results[0].receipt).op_id
    found = house.database.run(lambda c: sync.receipts_of(c, house.known(c, device), [op_id]))
    assert [result.receipt for result in found.results] == [answer.results[0].receipt]
    assert house.database.run(lambda c: sync.receipts_of(c, house.known(c, other), [op_id])).results == []


def test_same_operationtogether(house: House) -> None:
    """Two deliveries of one operation at the same moment make one account, one mail and one receipt."""
    device = house.device()
    operation = device.operation(sign_up())
    answers = together(house, [(device, operation)] * 2)
    assert answers[0].results[0].receipt == answers[1].results[0].receipt
    assert len(house.rows(t.accounts)) == 1
    assert house.mails() == [("welcome", "Maria.Okafor@example.org")]


def test_other_bytes_under_one_id(house: House) -> None:
    """Another operation under a decided id is refused as a mismatch and changes nothing of the first."""
    device = house.device()
    answer = house.sync(device, device.operation(sign_up()))
    receipt = house.receipt(answer.results[0].receipt)
    other = device.operation(sign_up("somebody.else1", first="Ann"), op_id=receipt.op_id)
    assert house.outcome(house.sync(device, other)) is Outcome.REJECTED_MISMATCH
    assert [row.first for row in house.rows(t.accounts)] == ["María"]
    assert [row.receipt for row in house.rows(t.receipts)] == [answer.results[0].receipt]


@pytest.mark.rule("S26", "S27")
def test_certain_match_makes_no_second_account(house: House) -> None:
    """Equal in all six fields after normalising: no second account; the mail goes to the address on file."""
    device = house.device()
    house.deliver(device, sign_up())
    again = sign_up(
        "another.name1", first="MARIA", last="O-kafor", zip_code="02139-4307", email="maria.okafor@EXAMPLE.org"
    )
    assert house.deliver(device, again) is Outcome.EXACT_MATCH
    assert len(house.rows(t.accounts)) == 1
    assert house.cases() == ["exact_match"]
    assert house.mails()[1:] == [("account_exists", "Maria.Okafor@example.org")]


@pytest.mark.rule("S26", "S27", "S29")
@pytest.mark.parametrize(
    ("difference", "outcome"),
    [
        ({"first": "Mario"}, Outcome.ACCEPTED),
        ({"last": "Okafo"}, Outcome.CLOSE_MATCH),
        ({"gender": "other"}, Outcome.CLOSE_MATCH),
        ({"birth_date": "1984-09-07"}, Outcome.CLOSE_MATCH),
        ({"birth_date": "1985-01-01"}, Outcome.ACCEPTED),
        ({"zip_code": "02138"}, Outcome.CLOSE_MATCH),
        ({"email": "maria.okafor+2@example.org"}, Outcome.CLOSE_MATCH),
        ({"email": "okafor@example.org", "phone": "+16175550124"}, Outcome.ACCEPTED),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_one_field_differs(house: House, difference: dict[str, str], outcome: Outcome) -> None:
    """One of the six fields differs: no certain match; another person, or a close one that the portal asks about."""
    device = house.device()
    house.deliver(device, sign_up())
    assert house.deliver(device, sign_up("another.name1", **difference)) is outcome
    assert len(house.rows(t.accounts)) == (2 if outcome is Outcome.ACCEPTED else 1)
    assert [kind for kind, _ in house.mails()] == ["welcome"] * len(house.rows(t.accounts))


@pytest.mark.rule("S27")
def test_undisclosed_gender_never_matches_exactly(house: House) -> None:
    """Two people who both prefer not to say are not taken for one, however equal the rest; close they are."""
    device = house.device()
    house.deliver(device, sign_up(gender="unknown"))
    assert house.deliver(device, sign_up("another.name1", gender="unknown")) is Outcome.CLOSE_MATCH
    assert [kind for kind, _ in house.mails()] == ["welcome"]


@pytest.mark.rule("S26")
def test_one_person_at_two_tabletstogether(house: House) -> None:
    """Two tablets that sign one person up at the same moment make one account."""
    first, second = house.device(), house.device()
    answers = together(
        house,
        [(first, first.operation(sign_up("maria.okafor27"))), (second, second.operation(sign_up("maria.okafor28")))],
    )
    assert {house.outcome(answer) for answer in answers} == {Outcome.ACCEPTED, Outcome.EXACT_MATCH}
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S4")
def test_user_id_taken_loses_nothing(house: House) -> None:
    """A taken user ID: the account is made without one, a case is opened, and nobody's ID changes."""
    device = house.device()
    house.deliver(device, sign_up())
    assert house.user_id_free("maria.okafor27") is False
    assert house.deliver(device, sign_up(first="Marta")) is Outcome.USER_ID_TAKEN
    assert sorted((row.first, row.user_id) for row in house.rows(t.accounts)) == [
        ("Marta", None),
        ("María", "maria.okafor27"),
    ]
    assert house.cases() == ["user_id_taken"]
    assert house.mails()[1:] == [("choose_user_id", "Maria.Okafor@example.org")]


@pytest.mark.rule("S4")
def test_one_user_id_at_two_tabletstogether(house: House) -> None:
    """Two people who want one user ID at the same moment: one gets it, both have accounts."""
    first, second = house.device(), house.device()
    answers = together(house, [(first, first.operation(sign_up())), (second, second.operation(sign_up(first="Marta")))])
    assert {house.outcome(answer) for answer in answers} == {Outcome.ACCEPTED, Outcome.USER_ID_TAKEN}
    assert sorted(str(row.user_id) for row in house.rows(t.accounts)) == ["None", "maria.okafor27"]


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("birth_date", "relationship", "outcome"),
    [
        ("2014-03-02", "self", Outcome.MINOR),
        ("2014-03-02", "child", Outcome.ACCEPTED),
        ("2012-03-02", "child", Outcome.MINOR),
        ("2008-03-03", "self", Outcome.MINOR),
        ("2008-03-02", "self", Outcome.ACCEPTED),
    ],
)
def test_age_policy(house: House, birth_date: str, relationship: str, outcome: Outcome) -> None:
    """The portal judges the age itself: under 13 only through a guardian, 13 to 17 to the desk, to the day."""
    body = sign_up(birth_date=birth_date, relationship=relationship, guardian="Ana Okafor")
    assert house.deliver(house.device(), body) is outcome
    assert len(house.rows(t.accounts)) == (outcome is Outcome.ACCEPTED)


@pytest.mark.rule("S11")
def test_minor_case_keeps_what_was_typed_encrypted(house: House) -> None:
    """The case of a minor holds all that was typed, for the desk to go on with, and shows none of it."""
    house.deliver(house.device(), sign_up(birth_date="2010-07-09"))
    (case,) = house.rows(t.cases)
    assert b"Okafor" not in case.data
    assert b"Okafor" in house.keys.decrypt(case.data, case.case_id.bytes)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"first": ""},
        {"first": "<img src=x>"},
        {"birth_date": "1984-02-30"},
        {"birth_date": "2040-01-01"},
        {"zip_code": "0213"},
        {"email": "maria@example.org\r\nBcc: eve@example.org"},
        {"gender": "unsure"},
        {"phone": "12"},
        {"language": "xx"},
        {"relationship": "boss"},
        {"guardian": "\x00"},
        {"user_id": "ab"},
        {"user_id": "Maria.Okafor27"},
        {"user_id": "security"},
    ],
    ids=ascii,
)
def test_nonsense_is_malformed(house: House, nonsense: dict[str, Any]) -> None:
    """What no screen lets through is refused as malformed, uses up its seq, and leaves nothing but the desk's task."""
    device = house.device()
    assert house.deliver(device, sign_up(**nonsense)) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.accounts) == []
    assert house.cases() == ["record_refused"]
    assert house.mails() == []
    assert house.deliver(device, sign_up()) is Outcome.ACCEPTED


@pytest.mark.parametrize("hashed", ["", "secret1", HASH.replace("$12$", "$04$"), HASH + "\n", HASH[:-1]])
def test_only_bcrypt_hashes_are_taken(house: House, hashed: str) -> None:
    """A password that is no bcrypt hash of cost 10 to 14 never reaches the accounts."""
    bad = dataclasses.replace(credentials(), password_hash=hashed)
    assert house.deliver(house.device(), sign_up(credentials=bad)) is Outcome.REJECTED_MALFORMED
    assert house.rows(t.accounts) == []
