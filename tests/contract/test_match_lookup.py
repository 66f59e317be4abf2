"""Which page follows the required questions: the person's account, their invitation, or neither (S14-S29)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import facts, flows, limits, matches
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Flow, Purpose
from kiosk.portal.match_lookup import MAILS_A_DAY
from kiosk.portal.people import Person
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import MatchLookup
from tests.portal.device import TestDevice, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
OTHER = ActivationCode.from_entropy(bytes(range(1, 10)))
INVITED = {"first": "María", "last": "Okafor", "birth_date": "1984-07-09", "zip_code": "02139", "email": None}
"""An invitation of the person who ``sign_up`` is."""


def asked(subject: UUID | None = None, **changes: Any) -> MatchLookup:
    """Ask who somebody is that signs up as ``sign_up`` does."""
    body = dataclasses.replace(sign_up(), **changes)
    return MatchLookup(
        subject=subject or uuid.uuid4(),
        first=body.first,
        last=body.last,
        birth_date=body.birth_date,
        zip_code=body.zip_code,
        email=body.email,
        gender=body.gender,
        phone=body.phone,
        language=body.language,
    )


def of_invitation(invitation_id: UUID, gender: str = "", phone: str = "") -> MatchLookup:
    """Ask who the person of an invitation is."""
    nothing = dict.fromkeys(("first", "last", "birth_date", "zip_code", "email"), "")
    return MatchLookup(subject=invitation_id, **nothing, gender=gender, phone=phone, language="en")


def account(house: House, **changes: Any) -> UUID:
    """Sign up; the account."""
    before = {row.account_id for row in house.rows(t.accounts)}
    assert house.deliver(house.device(), sign_up(**changes)) is Outcome.ACCEPTED
    made: UUID
    (made,) = {row.account_id for row in house.rows(t.accounts)} - before
    return made


def flow_of(house: House, device: TestDevice, flow_id: UUID | None) -> Flow:
    """The flow that an answer names, as the commands of the match find it."""
    assert flow_id is not None

    def get(connection: Any) -> Flow | None:
        return flows.get(connection, house.keys, house.known(connection, device), Purpose.MATCH, flow_id, house.now)

    flow = house.database.run(get)
    assert flow is not None
    return flow


def note(house: House, subject: UUID, fact: Fact, of: UUID | None = None) -> None:
    """Let something be proven or allowed."""
    house.database.run(lambda c: facts.note(c, house.practice_id, subject, fact, house.now, of=of))


def exists(house: House) -> int:
    """How many mails of S26 there are."""
    return [kind for kind, _ in house.mails()].count("account_exists")


@pytest.mark.rule("S16", "S26", "S29")
def test_nobody(house: House) -> None:
    """Somebody new is nobody's match, begins no flow and gets no mail."""
    answer = house.match(house.device(), asked())
    assert (answer.state, answer.flow) == ("none", None)
    assert house.rows(tp.flows) == []
    assert house.mails() == []


@pytest.mark.rule("S20", "S26", "S28")
def test_account_exists(house: House) -> None:
    """All of S26 equal, though made at another practice and typed otherwise: the page, a flow, and the mail."""
    account_id = account(house, email="mo@example.org")
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    tablet, subject = house.device(practice_id=other), uuid.uuid4()
    answer = house.match(
        tablet, asked(subject, first="MARIA", zip_code="02139-4307", email="MO@example.org", phone="+16175550199")
    )
    assert answer.state == "account_exists"
    flow = flow_of(house, tablet, answer.flow)
    assert (flow.account_id, flow.invitation_id, flow.subject) == (account_id, None, subject)
    (mail,) = house.mailed("account_exists")
    assert (mail["user_id"], mail["practices"]) == ("maria.okafor27", "Lakeside Family Practice")
    assert ("account_exists", "mo@example.org") in house.mails()


@pytest.mark.rule("S26")
def test_one_mail_a_draft(house: House) -> None:
    """Who goes back and asks again gets the same page and no second mail; other drafts get three a day in all."""
    account(house)
    tablet, subject = house.device(), uuid.uuid4()
    for _ in range(MAILS_A_DAY + 1):
        assert house.match(tablet, asked(subject)).state == "account_exists"
    assert exists(house) == 1
    for _ in range(MAILS_A_DAY + 1):
        assert house.match(tablet, asked()).state == "account_exists"
    assert exists(house) == MAILS_A_DAY
    house.now += limits.DAY
    assert house.match(tablet, asked()).state == "account_exists"
    assert exists(house) == MAILS_A_DAY + 1


@pytest.mark.rule("S27", "S29")
@pytest.mark.parametrize(
    "changes",
    [{"gender": "unknown"}, {"zip_code": ""}, {"email": ""}, {"first": "Mari", "last": "Okafor-Lund"}],
    ids=["gender undisclosed", "no ZIP", "no email", "nickname and double name"],
)
def test_verify_by_phone(house: House, changes: dict[str, Any]) -> None:
    """A close match asks for the phone, and sends nothing by itself."""
    account_id = account(house)
    tablet = house.device()
    answer = house.match(tablet, asked(**changes))
    assert answer.state == "verify_phone"
    assert flow_of(house, tablet, answer.flow).account_id == account_id
    assert exists(house) == 0


@pytest.mark.rule("S11", "S12", "S24", "S29")
def test_a_child_is_not_its_parent(house: House) -> None:
    """A child with the parent's ZIP, email and phone is nobody's match, whatever its first name."""
    account(house)
    for first in ("Ada", "María"):
        answer = house.match(house.device(), asked(first=first, birth_date="2016-03-14"))
        assert (answer.state, answer.flow) == ("none", None)


@pytest.mark.rule("S29")
def test_a_possible_match_is_not_shown(house: House) -> None:
    """One name and birthday with other contacts is for staff: the patient sees what somebody new sees."""
    account(house)
    answer = house.match(house.device(), asked(email="other@example.org", phone="+16175550199"))
    assert (answer.state, answer.flow) == ("none", None)
    assert house.rows(tp.flows) == []


@pytest.mark.rule("S29")
def test_phone_was_proven(house: House) -> None:
    """Who has proven the phone goes on to the account; another draft has proven nothing."""
    account_id = account(house)
    tablet, subject = house.device(), uuid.uuid4()
    close = asked(subject, gender="unknown")
    assert house.match(tablet, close).state == "verify_phone"
    note(house, subject, Fact.PHONE, account_id)
    assert house.match(tablet, close).state == "account_exists"
    assert house.match(tablet, asked(gender="unknown")).state == "verify_phone"
    note(house, subject, Fact.PHONE, uuid.uuid4())
    assert house.match(tablet, close).state == "verify_phone"


@pytest.mark.rule("S28", "S29")
@pytest.mark.parametrize("gender", ["female", "unknown"], ids=["certain", "close"])
def test_not_me(house: House, gender: str) -> None:
    """What the desk has allowed is not asked again: neither account nor phone."""
    account(house)
    subject = uuid.uuid4()
    assert house.match(house.device(), asked(subject, gender=gender)).state != "none"
    note(house, subject, Fact.ALLOWED_NOT_ME)
    assert house.match(house.device(), asked(subject, gender=gender)).state == "none"


@pytest.mark.rule("S29")
def test_two_people_for_ever(house: House) -> None:
    """Whom staff told apart from an account matches it in no later draft."""
    account_id = account(house)
    typed = asked(gender="unknown")
    person = Person.of(typed, house.now.date()).columns()
    house.database.run(lambda c: matches.keep_apart(c, house.keys, account_id, person, house.now))
    assert house.match(house.device(), asked(gender="unknown")).state == "none"


@pytest.mark.rule("S16", "S17")
@pytest.mark.parametrize("days", [0, 20], ids=["valid", "expired"])
def test_activation_code(house: House, days: int) -> None:
    """Who was invited by a printed slip is asked for its code, also when it has expired."""
    invitation_id = house.invite(CODE, **INVITED)
    house.now += dt.timedelta(days=days)
    tablet = house.device()
    answer = house.match(tablet, asked())
    assert answer.state == "activation_code"
    flow = flow_of(house, tablet, answer.flow)
    assert (flow.invitation_id, flow.account_id) == (invitation_id, None)


@pytest.mark.rule("S16")
@pytest.mark.parametrize(
    "changes",
    [
        {"delivery": "none"},
        {"first": "Marta"},
        {"birth_date": "1984-07-08"},
        {"zip_code": "94110"},
        {"gender": "male"},
    ],
    ids=["delivered to nobody", "first name", "birth date", "ZIP", "gender"],
)
def test_no_code_is_asked_for(house: House, changes: dict[str, str]) -> None:
    """Nobody is asked for a code that was delivered to nobody, or to somebody else."""
    house.invite(CODE, **(INVITED | changes))
    assert house.match(house.device(), asked()).state == "none"


@pytest.mark.rule("S16")
@pytest.mark.parametrize(("invited", "typed"), [("male", "unknown"), ("unknown", "male")])
def test_undisclosed_gender_needs_the_code(house: House, invited: str, typed: str) -> None:
    """An undisclosed gender is no way round the code: only genders that are told and differ are two people."""
    house.invite(CODE, **INVITED, gender=invited)
    assert house.match(house.device(), asked(gender=typed)).state == "activation_code"


@pytest.mark.rule("S16")
def test_code_of_another_practice(house: House) -> None:
    """An invitation of one practice is nothing to another."""
    house.invite(CODE, **INVITED)
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    assert house.match(house.device(practice_id=other), asked()).state == "none"


@pytest.mark.rule("S16")
def test_code_is_asked_for_once(house: House) -> None:
    """A right code, or the desk's word, settles it; the code of some other invitation does not."""
    invitation_id = house.invite(CODE, **INVITED)
    right, desk, wrong = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    note(house, right, Fact.CODE, invitation_id)
    note(house, desk, Fact.ALLOWED_CODE)
    note(house, wrong, Fact.CODE, house.invite(OTHER, number="INV-8G4L"))
    states = [house.match(house.device(), asked(subject)).state for subject in (right, desk, wrong)]
    assert states == ["none", "none", "activation_code"]


@pytest.mark.rule("S16", "S28", "S29")
def test_an_account_comes_before_a_code(house: House) -> None:
    """The account first, then the phone, then the code; "This is not me" leads on to the code."""
    account(house)
    house.invite(CODE, **INVITED)
    subject = uuid.uuid4()
    assert house.match(house.device(), asked(subject)).state == "account_exists"
    assert house.match(house.device(), asked(subject, zip_code="02139", email="x@example.org")).state == "verify_phone"
    note(house, subject, Fact.ALLOWED_NOT_ME)
    assert house.match(house.device(), asked(subject)).state == "activation_code"


@pytest.mark.rule("S14")
def test_person_of_an_invitation(house: House) -> None:
    """With the invitation's id the person is the invitation's, and what was asked fills what it lacks."""
    account_id = account(house)
    invitation_id = house.invite(CODE, **INVITED)
    tablet = house.device()
    assert house.look_up(tablet, lookup_id(CODE, house.practice_id), "1984-07-09", "02139").invitation_id == (
        invitation_id
    )
    assert house.match(tablet, of_invitation(invitation_id)).state == "none"
    assert house.match(tablet, of_invitation(invitation_id, "female", "+16175550199")).state == "none"
    answer = house.match(tablet, of_invitation(invitation_id, "female", "+16175550123"))
    assert answer.state == "verify_phone"
    flow = flow_of(house, tablet, answer.flow)
    assert (flow.subject, flow.account_id) == (invitation_id, account_id)


@pytest.mark.rule("S14", "S26")
def test_invitation_is_certain_with_what_was_asked(house: House) -> None:
    """An invitation without a gender becomes a certain match with the gender that the patient tells."""
    account(house)
    invitation_id = house.invite(CODE, **(INVITED | {"email": "Maria.Okafor@example.org", "phone": "+16175550123"}))
    tablet = house.device()
    house.look_up(tablet, lookup_id(CODE, house.practice_id), "1984-07-09", "02139")
    assert house.match(tablet, of_invitation(invitation_id)).state == "verify_phone"
    assert house.match(tablet, of_invitation(invitation_id, "female")).state == "account_exists"


@pytest.mark.rule("S14")
def test_invitation_has_to_be_opened_first(house: House) -> None:
    """An invitation's id alone opens nothing: without code, date of birth and ZIP it is a person without a name."""
    invitation_id = house.invite(CODE, **INVITED)
    house.look_up(house.device(), lookup_id(CODE, house.practice_id), "1984-07-09", "00000")
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    note(house, uuid.uuid4(), Fact.OPENED, invitation_id)
    for practice_id in (None, other):
        with pytest.raises(RequestRefusedError) as refused:
            house.match(house.device(practice_id=practice_id), of_invitation(invitation_id, "female", "+16175550123"))
        assert refused.value.code == "malformed"


@pytest.mark.parametrize(
    "changes",
    [
        {"first": ""},
        {"first": "<img src=x>"},
        {"last": "1234"},
        {"birth_date": "1984-02-30"},
        {"birth_date": "9999-01-01"},
        {"zip_code": "0213"},
        {"email": "maria"},
        {"gender": ""},
        {"gender": "woman"},
        {"phone": ""},
        {"phone": "5550123456789012"},
        {"language": "xx"},
    ],
    ids=str,
)
def test_nonsense(house: House, changes: dict[str, Any]) -> None:
    """What no screen of ours lets through is malformed, and counts as nobody."""
    with pytest.raises(RequestRefusedError) as refused:
        house.match(house.device(), asked(**changes))
    assert refused.value.code == "malformed"
    assert house.rows(t.lockouts) == []


def test_sixty_an_hour(house: House) -> None:
    """A device asks about sixty people an hour; then it waits, never locks, and no other device waits with it."""
    tablet = house.device()
    for _ in range(limits.CHECKS_AN_HOUR):
        house.match(tablet, asked())
    with pytest.raises(RequestRefusedError) as refused:
        house.match(tablet, asked())
    assert refused.value.code == "busy"
    house.match(house.device(), asked())
    house.now += limits.HOUR
    assert house.match(tablet, asked()).state == "none"
