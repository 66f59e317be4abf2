"""Endings tell the truth when the portal decides later: the patient gets the mail that finishes it, the desk its task.

Each test looks from both sides: the device's receipt and the mails, and what the desk of the practice is shown.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from functools import partial

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.outcomes import Outcome
from kiosk.portal import facts, flows, letters, mail_outbox, matches, practices
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.portal.letters import Post
from kiosk.protocol.wire_sync import CaseChange
from tests.portal.device import activation, desk_request, resolution, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
PERSON = {"first": "María", "last": "Okafor", "birth_date": "1984-07-09", "zip_code": "02139"}


@dataclass
class _Seen:
    """What both sides know after a delivery."""

    mails: list[tuple[str, str]]
    tasks: list[CaseChange]


def _seen(house: House) -> _Seen:
    return _Seen(house.mails(), [task for task in house.tasks(house.device("desk")) if task.state == "open"])


def _resolve(house: House, task: CaseChange, decision: str = "allow") -> Outcome:
    return house.deliver(house.device("desk"), resolution(house.staff_id, task.case_id, decision), task.subject)


def _mailed_code(house: House) -> ActivationCode:
    code = ActivationCode.parse(house.mailed("code_resend")[-1]["code"])
    assert isinstance(code, ActivationCode)
    return code


def _elsewhere(house: House) -> uuid.UUID:
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    return practice_id


def _note(house: House, subject: uuid.UUID, fact: Fact, of: uuid.UUID | None) -> None:
    house.database.run(lambda c: facts.note(c, house.practice_id, subject, fact, house.now, of=of))


@pytest.mark.rule("S4", "S8")
def test_user_id_taken(house: House) -> None:
    """The account is made; its patient gets the link for another user ID, and no word of whose the wished one is."""
    tablet = house.device()
    house.deliver(tablet, sign_up())
    ann = sign_up(first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199")
    assert house.deliver(tablet, ann) is Outcome.USER_ID_TAKEN
    seen = _seen(house)
    assert seen.mails[1:] == [("choose_user_id", "ann@example.org")]
    assert [(task.kind, task.first, task.email) for task in seen.tasks] == [("user_id_taken", "Ann", "ann@example.org")]
    assert "maria" not in str(house.mailed("choose_user_id")).lower()


@pytest.mark.rule("S26", "S27")
def test_exact_match_at_sync(house: House) -> None:
    """The mail with user ID and practices goes to the address on file; this desk sees what was typed here, no more."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    assert house.deliver(house.device(), sign_up("other.name1", first="MARIA", phone="+16175550124")) is (
        Outcome.EXACT_MATCH
    )
    seen = _seen(house)
    assert seen.mails[1:] == [("account_exists", "Maria.Okafor@example.org")]
    (mail,) = house.mailed("account_exists")
    assert (mail["user_id"], mail["practices"]) == ("maria.okafor27", "Hillside Clinic")
    (task,) = seen.tasks
    assert (task.kind, task.first, task.number, task.differs) == ("exact_match", "MARIA", "", [])
    assert "Hillside" not in str(task)
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 1
    (case,) = house.rows(t.cases)
    assert case.data is None


@pytest.mark.rule("S26")
def test_exact_match_is_mailed_once_for_a_draft(house: House) -> None:
    """The lookup that showed the page has queued the mail already under the draft's subject: no second one."""
    subject = uuid.uuid4()
    house.deliver(house.device(), sign_up())
    (account,) = house.rows(t.accounts)

    def look_up(connection: sa.Connection) -> None:
        post = Post(connection, house.keys, practices.get(connection, house.practice_id), house.now)
        letters.account_exists(post, account.account_id, subject)

    house.database.run(look_up)
    assert house.deliver(house.device(), sign_up("other.name1"), subject) is Outcome.EXACT_MATCH
    assert [kind for kind, _ in house.mails()] == ["welcome", "account_exists"]


@pytest.mark.rule("S29", "F4")
def test_close_match_leaks_nothing(house: House) -> None:
    """A close match makes no account and no mail; the desk sees what was typed and nothing of the other's account."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    typed = sign_up("maria.o99", zip_code="60601", email="m.okafor@example.org")
    assert house.deliver(house.device(), typed) is Outcome.CLOSE_MATCH
    seen = _seen(house)
    assert [kind for kind, _ in seen.mails] == ["welcome"]
    (task,) = seen.tasks
    assert (task.kind, task.email, task.zip_code) == ("close_match", "m.okafor@example.org", "60601")
    assert (task.differs, task.chart_birth_date, task.chart_zip, task.number) == ([], "", "", "")
    assert "02139" not in str(task)


@pytest.mark.rule("S29", "F4")
@pytest.mark.parametrize("decision", ["allow", "same_person", "decline"])
def test_close_match_resolved(house: House, decision: str) -> None:
    """Another person: decided again; the same: its holder is reminded by mail; no: who typed it is told whom to ask."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    house.deliver(house.device(), sign_up("maria.o99", email="m.okafor@example.org"))
    (task,) = _seen(house).tasks
    assert _resolve(house, task, decision) is Outcome.ACCEPTED
    mails = house.mails()[1:]
    match decision:
        case "allow":
            assert mails == [("welcome", "m.okafor@example.org")]
            assert [row.user_id for row in house.rows(t.accounts)][1:] == ["maria.o99"]
        case "same_person":
            assert mails == [("account_exists", "Maria.Okafor@example.org")]
        case _:
            assert mails == [("see_front_desk", "m.okafor@example.org")]
    assert len(house.rows(t.accounts)) == (2 if decision == "allow" else 1)
    assert _seen(house).tasks == []


@pytest.mark.rule("S28", "S29", "F4")
@pytest.mark.parametrize("decision", ["allow", "same_person"])
def test_not_me_is_remembered(house: House, decision: str) -> None:
    """At a held page: two people never match again, in no draft and no practice; one person gets the account's mail."""
    other, subject, tablet = _elsewhere(house), uuid.uuid4(), house.device()
    house.deliver(house.device(practice_id=other), sign_up())
    ann = sign_up("ann.moreau01", first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199")
    house.deliver(house.device(practice_id=other), ann)
    accounts = {row.first: row.account_id for row in house.rows(t.accounts)}

    def match(connection: sa.Connection) -> None:
        known = house.known(connection, tablet)
        for its_subject, first in ((subject, "María"), (uuid.uuid4(), "Ann")):
            about = {"subject": its_subject, "account_id": accounts[first]}
            flows.begin(connection, house.keys, known, Purpose.MATCH, house.now, **about)
            house.now += dt.timedelta(seconds=1)

    house.database.run(match)
    house.deliver(tablet, desk_request("not_me", email="m.okafor@example.org"), subject)
    (task,) = _seen(house).tasks
    assert _resolve(house, task, decision) is Outcome.ACCEPTED
    again = house.deliver(house.device(practice_id=other), sign_up("maria.o99", email="m.okafor@example.org"))
    if decision == "allow":
        assert again is Outcome.ACCEPTED
        assert house.mails()[2:] == [("welcome", "m.okafor@example.org")]
    else:
        assert again is Outcome.CLOSE_MATCH
        assert house.mails()[2:] == [("account_exists", "Maria.Okafor@example.org")]


@pytest.mark.rule("S28", "S29")
def test_not_me_holds_for_its_draft(house: House) -> None:
    """The desk's word goes with the draft, whatever the patient corrects afterwards; another draft has none of it."""
    subject = uuid.uuid4()
    house.deliver(house.device(), sign_up())
    _note(house, subject, Fact.ALLOWED_NOT_ME, None)
    typed = sign_up("maria.o99", email="m.okafor@example.org")
    assert house.deliver(house.device(), typed) is Outcome.CLOSE_MATCH
    assert house.deliver(house.device(), typed, subject) is Outcome.ACCEPTED


@pytest.mark.rule("S29")
def test_a_proven_phone_is_the_account(house: House) -> None:
    """Who proved by phone to be the close match gets that account's mail, and no second account."""
    subject = uuid.uuid4()
    house.deliver(house.device(), sign_up())
    (account,) = house.rows(t.accounts)
    _note(house, subject, Fact.PHONE, account.account_id)
    typed = sign_up("maria.o99", email="m.okafor@example.org")
    assert house.deliver(house.device(), typed, subject) is Outcome.EXACT_MATCH
    assert house.mails()[1:] == [("account_exists", "Maria.Okafor@example.org")]
    _note(house, subject, Fact.PHONE, uuid.uuid4())  # another account's phone proves nothing of this one
    assert house.deliver(house.device(), typed, subject) is Outcome.CLOSE_MATCH


@pytest.mark.rule("S29", "F4")
def test_possible_match(house: House) -> None:
    """One name and birthday, nothing else in common: the patient gets an account and sees nothing, staff a task."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    typed = sign_up("maria.o99", email="m.okafor@example.org", phone="+16175550124", zip_code="60601")
    assert house.deliver(house.device(), typed) is Outcome.ACCEPTED
    seen = _seen(house)
    assert [mail for mail in seen.mails if mail[1] == "m.okafor@example.org"] == [("welcome", "m.okafor@example.org")]
    (task,) = seen.tasks
    assert (task.kind, task.email, task.zip_code) == ("possible_match", "m.okafor@example.org", "60601")
    assert _resolve(house, task, "same_person") is Outcome.ACCEPTED
    assert house.mails()[-1] == ("account_exists", "Maria.Okafor@example.org")


@pytest.mark.rule("S16", "S17", "S18")
@pytest.mark.parametrize("delivery", ["print", "expired"])
def test_sign_up_of_an_invited_person(house: House, delivery: str) -> None:
    """A delivered invitation, expired too: no account yet, and a new code to the contact on file that makes it."""
    house.invite(CODE, **PERSON, email="maria@example.org", gender="female", phone="+16175550123")
    if delivery == "expired":
        house.now += dt.timedelta(days=30)
    assert house.deliver(house.device(), sign_up()) is Outcome.CLOSE_MATCH
    assert house.rows(t.accounts) == []
    seen = _seen(house)
    assert seen.mails == [("code_resend", "maria@example.org")]
    assert [(task.kind, task.number, task.first) for task in seen.tasks] == [("close_match", "INV-7F3K", "María")]
    at_home = activation(_mailed_code(house), birth_date="1984-07-09", zip_code="02139", gender=None, phone=None)
    assert house.deliver(house.device(), at_home) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S16", "F4")
def test_sign_up_of_an_invited_person_at_the_desk(house: House) -> None:
    """The desk stands in for the code: what was typed is decided again, and the invitation is used up."""
    house.invite(CODE, **PERSON)
    house.deliver(house.device(), sign_up())
    (task,) = _seen(house).tasks
    assert _resolve(house, task) is Outcome.ACCEPTED
    (account,) = house.rows(t.accounts)
    assert [(row.state, row.used_by) for row in house.rows(t.invitations)] == [("activated", account.account_id)]
    assert {row.state for row in house.rows(tp.invitation_codes)} == {"used"}


@pytest.mark.rule("S16")
@pytest.mark.parametrize("fact", [Fact.CODE, Fact.ALLOWED_CODE])
def test_the_code_was_given(house: House, fact: Fact) -> None:
    """With the right code, or the desk's word, the sign-up makes the account and uses the invitation up."""
    invitation_id, subject = house.invite(CODE, **PERSON), uuid.uuid4()
    _note(house, subject, fact, invitation_id)
    assert house.deliver(house.device(), sign_up(), subject) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["activated"]
    assert house.deliver(house.device(), activation(CODE, birth_date="1984-07-09", zip_code="02139")) is (
        Outcome.INVITATION_USED_ELSEWHERE
    )


@pytest.mark.rule("S16")
def test_the_code_of_another_invitation(house: House) -> None:
    """A right code of somebody else's invitation does not stand for one's own."""
    house.invite(CODE, **PERSON)
    others = house.invite(ActivationCode.from_entropy(bytes(range(1, 10))))
    subject = uuid.uuid4()
    _note(house, subject, Fact.CODE, others)
    assert house.deliver(house.device(), sign_up(), subject) is Outcome.CLOSE_MATCH


@pytest.mark.rule("S16")
@pytest.mark.parametrize(
    "difference",
    [{"first": "Mario"}, {"birth_date": "1984-07-10"}, {"gender": "male"}],
    ids=lambda difference: next(iter(difference)),
)
def test_an_invitation_of_somebody_else(house: House, difference: dict[str, str]) -> None:
    """A near namesake's invitation neither stops nor is used up by a sign-up; another practice's does neither."""
    house.invite(CODE, **PERSON, gender="female")
    assert house.deliver(house.device(practice_id=_elsewhere(house)), sign_up()) is Outcome.ACCEPTED
    body = sign_up("mario.okafor1", **({"email": "x@example.org", "phone": "+16175550124"} | difference))
    assert house.deliver(house.device(), body) is Outcome.ACCEPTED
    assert [row.state for row in house.rows(t.invitations)] == ["printed"]
    assert house.mailed("code_resend") == []


@pytest.mark.rule("S16")
def test_an_invitation_of_undisclosed_gender(house: House) -> None:
    """Who prefers not to say is the invited person all the same."""
    house.invite(CODE, **PERSON, gender="female")
    assert house.deliver(house.device(), sign_up(gender="unknown")) is Outcome.CLOSE_MATCH


@pytest.mark.rule("S16")
def test_who_moved_house(house: House) -> None:
    """The ZIP has changed since the invitation; the same email or phone tells the same person."""
    house.invite(CODE, **PERSON, email="maria.okafor@example.org")
    assert house.deliver(house.device(), sign_up(zip_code="60601")) is Outcome.CLOSE_MATCH


@pytest.mark.rule("S13", "F4")
def test_details_differ(house: House) -> None:
    """Wrong details: a new code to the contact on file, and a task that tells the desk alone which field is wrong."""
    house.invite(CODE, gender="male", phone="+14155550187")
    body = activation(CODE, birth_date="1990-12-30", zip_code="94111")
    assert house.deliver(house.device(), body) is Outcome.DETAILS_DIFFER
    seen = _seen(house)
    assert seen.mails == [("code_resend", "tomas@example.org")]
    (task,) = seen.tasks
    assert (task.kind, task.first, task.birth_date, task.zip_code) == ("details_differ", "Tomás", "1990-12-30", "94111")
    assert (task.differs, task.chart_birth_date, task.chart_zip) == (
        ["birth_date", "zip_code"],
        "1990-12-31",
        "94110-1234",
    )
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert [(row.birth_date, row.zip_code) for row in house.rows(t.accounts)] == [("1990-12-30", "94111")]
    again = activation(_mailed_code(house), birth_date="1990-12-30", zip_code="94111")
    assert house.deliver(house.device(), again) is Outcome.INVITATION_USED_ELSEWHERE


@pytest.mark.rule("S13")
def test_allowed_details_of_another_invitation(house: House) -> None:
    """The desk's word about one invitation opens no other one."""
    house.invite(CODE)
    subject = uuid.uuid4()
    _note(house, subject, Fact.ALLOWED_DETAILS, uuid.uuid4())
    assert house.deliver(house.device(), activation(CODE, zip_code="00000"), subject) is Outcome.DETAILS_DIFFER


@pytest.mark.rule("S18", "F4")
def test_invitation_expired(house: House) -> None:
    """An expired slip: a new code goes to the contact on file; the desk may also accept what was typed."""
    house.invite(CODE)
    house.now += dt.timedelta(days=15)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.INVITATION_EXPIRED
    seen = _seen(house)
    assert seen.mails == [("code_resend", "tomas@example.org")]
    (task,) = seen.tasks
    assert (task.kind, task.first, task.number, task.differs) == ("invitation_expired", "Tomás", "INV-7F3K", [])
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert house.mails()[1:] == [("welcome", "tomas@example.org")]
    assert [row.state for row in house.rows(t.invitations)] == ["activated"]


@pytest.mark.rule("S14")
def test_invitation_used_elsewhere(house: House) -> None:
    """A code used twice: the account that it made is named by mail to its own address; the desk gets a task."""
    house.invite(CODE)
    house.deliver(house.device(), activation(CODE))
    assert house.deliver(house.device(), activation(CODE, "somebody.else1")) is Outcome.INVITATION_USED_ELSEWHERE
    seen = _seen(house)
    assert seen.mails == [("welcome", "tomas@example.org"), ("account_exists", "tomas@example.org")]
    (mail,) = house.mailed("account_exists")
    assert mail["user_id"] == "tomas.nguyen05"
    (task,) = seen.tasks
    (made,) = house.rows(t.accounts)
    assert (task.kind, task.first, task.account_id) == ("invitation_used_elsewhere", "Tomás", made.account_id)
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S19", "F4")
def test_invitation_revoked(house: House) -> None:
    """A revoked invitation writes no mail; the desk decides, and after a photo ID what was typed makes the account."""
    house.invite(CODE)
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(state="revoked")))
    assert house.deliver(house.device(), activation(CODE)) is Outcome.INVITATION_REVOKED
    seen = _seen(house)
    assert seen.mails == []
    (task,) = seen.tasks
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert [row.user_id for row in house.rows(t.accounts)] == ["tomas.nguyen05"]


@pytest.mark.rule("S19", "F4")
def test_the_desk_stands_in_for_one_invitation(house: House) -> None:
    """Who was let in without one code does not open, under the same subject, another invitation that was revoked."""
    house.invite(CODE)
    other = ActivationCode.from_entropy(bytes(range(1, 10)))
    house.invite(other, first="Lan", email="lan@example.org")
    house.database.run(lambda c: c.execute(sa.update(t.invitations).values(state="revoked")))
    tablet, subject = house.device(), uuid.uuid4()
    assert house.deliver(tablet, activation(CODE), subject) is Outcome.INVITATION_REVOKED
    (task,) = _seen(house).tasks
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(other, "lan.nguyen01"), subject) is Outcome.INVITATION_REVOKED
    assert [row.user_id for row in house.rows(t.accounts)] == ["tomas.nguyen05"]


@pytest.mark.rule("S14", "S29")
def test_activation_of_a_close_match(house: House) -> None:
    """The match runs at the activation, too: the invitation stays open, nothing leaks, and the desk's word goes on."""
    close = {"first": "Tomas", "last": "Nguyen", "birth_date": "1990-12-31", "zip_code": "10001"}
    elsewhere = house.device(practice_id=_elsewhere(house))
    house.deliver(elsewhere, sign_up("tomas.old01", **close, email="tomas@example.org", gender="male"))
    invitation_id = house.invite(CODE)
    assert house.deliver(house.device(), activation(CODE), invitation_id) is Outcome.CLOSE_MATCH
    assert [row.state for row in house.rows(t.invitations)] == ["printed"]
    seen = _seen(house)
    assert [kind for kind, _ in seen.mails] == ["welcome"]
    (task,) = seen.tasks
    assert (task.kind, task.number, task.differs, task.chart_zip) == ("close_match", "INV-7F3K", [], "")
    assert "10001" not in str(task)
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 2
    assert [row.state for row in house.rows(t.invitations)] == ["activated"]


@pytest.mark.rule("S14", "S26")
def test_only_the_constraint_sees_the_match(house: House) -> None:
    """Where the search finds nobody, as when both are made at once, the constraint does: the invitation stays open."""
    person = {"first": "Tomas", "last": "Nguyen", "birth_date": "1990-12-31", "zip_code": "94110"}
    body = sign_up("tomas.old01", **person, email="tomas@example.org", gender="male", phone="+14155550187")
    house.deliver(house.device(practice_id=_elsewhere(house)), body)
    (account,) = house.rows(t.accounts)
    columns = account._asdict()
    house.database.run(lambda c: matches.keep_apart(c, house.keys, account.account_id, columns, house.now))
    house.invite(CODE)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.EXACT_MATCH
    assert [(row.state, row.used_by) for row in house.rows(t.invitations)] == [("printed", None)]
    assert [row.state for row in house.rows(tp.invitation_codes)] == ["open"]
    assert house.mails()[1:] == [("account_exists", "tomas@example.org")]


@pytest.mark.rule("S16")
def test_an_activation_uses_up_the_persons_other_invitations(house: House) -> None:
    """Invited twice, activated once: the other slip makes no second account."""
    house.invite(CODE)
    second = ActivationCode.from_entropy(bytes(range(1, 10)))
    house.invite(second)
    house.deliver(house.device(), activation(CODE))
    assert {row.state for row in house.rows(t.invitations)} == {"activated"}
    assert house.deliver(house.device(), activation(second, "tomas.two02")) is Outcome.INVITATION_USED_ELSEWHERE


@pytest.mark.rule("S2", "S14")
def test_invitation_without_zip_and_email(house: House) -> None:
    """The desk's invitation of somebody without a US ZIP and email is activated by saying so."""
    house.invite(CODE, zip_code="", email=None)
    assert house.deliver(house.device(), activation(CODE)) is Outcome.DETAILS_DIFFER
    assert house.deliver(house.device(), activation(CODE, zip_code="")) is Outcome.ACCEPTED
    assert [(row.zip_code, row.email) for row in house.rows(t.accounts)] == [(None, None)]
    assert house.mails() == []


@pytest.mark.rule("F4")
@pytest.mark.parametrize("after", ["refused", "given up"])
def test_mail_that_never_arrives(house: House, after: str) -> None:
    """A mail that fails for good, or is given up, is a task of the practice with whom to ask; once."""
    house.deliver(house.device(), sign_up())
    claimed = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
    assert claimed is not None
    late = house.now + (mail_outbox.GIVE_UP + dt.timedelta(hours=1) if after == "given up" else dt.timedelta())
    house.database.run(lambda c: mail_outbox.refused(c, claimed, late, for_good=after == "refused"))
    (task,) = _seen(house).tasks
    assert (task.kind, task.first, task.last, task.email) == (
        "mail_failed",
        "María",
        "Okafor",
        "Maria.Okafor@example.org",
    )
    assert _resolve(house, task) is Outcome.ACCEPTED
    assert _seen(house).tasks == []


@pytest.mark.rule("F4")
@pytest.mark.parametrize("to", ["Maria.Okafor@example.org", "somebody.else@example.org"])
def test_a_mail_that_arrives_again_settles_it(house: House, to: str) -> None:
    """Once a mail to that address goes out nobody has to care; one to another address changes nothing."""
    house.deliver(house.device(), sign_up())
    claimed = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
    assert claimed is not None
    house.database.run(lambda c: mail_outbox.refused(c, claimed, house.now, for_good=True))
    (task,) = _seen(house).tasks
    (account,) = house.rows(t.accounts)
    assert task.account_id == account.account_id
    mail = mail_outbox.Mail(
        practice_id=house.practice_id,
        kind="password_changed",
        cause=uuid.uuid4(),
        recipient=to,
        language="en",
        fields={},
    )
    house.database.run(lambda c: mail_outbox.queue(c, house.keys, mail, house.now))
    again = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
    assert again is not None
    house.database.run(lambda c: mail_outbox.sent(c, again, house.now))
    assert len(_seen(house).tasks) == (0 if to == account.email else 1)


@pytest.mark.rule("F4", "S18")
def test_invitation_mail_that_never_arrives(house: House) -> None:
    """An invitation's mail that bounces names the invitation, also where a member shares its address."""
    house.deliver(house.device(), sign_up(email="tomas@example.org"))
    house.invite(CODE)
    house.now += dt.timedelta(days=15)
    house.deliver(house.device(), activation(CODE))
    mails = [house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now)) for _ in range(2)]
    resent = next(mail for mail in mails if mail is not None and mail.kind == "code_resend")
    house.database.run(lambda c: mail_outbox.refused(c, resent, house.now, for_good=True))
    told = [(task.kind, task.first, task.number) for task in _seen(house).tasks]
    assert ("mail_failed", "Tomás", "INV-7F3K") in told


@pytest.mark.rule("F4", "S26")
def test_mail_to_another_practices_patient(house: House) -> None:
    """A mail to somebody who is no patient here says nothing to this desk when it fails."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    house.deliver(house.device(), sign_up("other.name1"))
    for _ in range(2):
        claimed = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
        assert claimed is not None
        house.database.run(partial(mail_outbox.refused, mail=claimed, now=house.now, for_good=True))
    assert [task.kind for task in _seen(house).tasks] == ["exact_match"]


@pytest.mark.rule("S26")
def test_exact_match_mails_are_few(house: House) -> None:
    """However often somebody types another's data, the holder gets a few mails a day, and every receipt is the same."""
    house.deliver(house.device(), sign_up())
    outcomes = {house.deliver(house.device(), sign_up(f"other.name{i}")) for i in range(5)}
    assert outcomes == {Outcome.EXACT_MATCH}
    assert house.mails()[1:] == [("account_exists", "Maria.Okafor@example.org")] * 3
