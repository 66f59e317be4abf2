"""Cases of the front desk: opened for a patient, seen by the practice's own desk alone, resolved once (F4)."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import StaffRole
from kiosk.portal import cases, changes, facts, practices
from kiosk.portal import tables as t
from kiosk.portal import tables_support as ts
from kiosk.portal.cases import Case
from kiosk.portal.facts import Fact
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_sync import CaseChange
from tests.contract.together import together
from tests.portal.device import TestDevice, activation, call_back, desk_request, resolution, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))


def _state(house: House, device: TestDevice, op_id: uuid.UUID) -> str:
    """What the held page is told."""

    def ask(connection: sa.Connection) -> str:
        known = house.known(connection, device)
        return cases.request_state(connection, known.practice_id, known.device_id, op_id)

    return house.database.run(ask)


def _facts(house: House, subject: uuid.UUID) -> set[Fact]:
    return set(house.database.run(lambda c: facts.known(c, house.practice_id, subject)))


def _resolve(
    house: House, desk: TestDevice, task: CaseChange, decision: str = "allow", *, staff_id: uuid.UUID | None = None
) -> Outcome:
    return house.deliver(desk, resolution(staff_id or house.staff_id, task.case_id, decision), task.subject)


def _elsewhere(house: House) -> uuid.UUID:
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    return practice_id


@pytest.mark.rule("F4", "S2")
def test_a_held_page_goes_on(house: House) -> None:
    """The desk sees who waits and why; its word becomes a fact of the draft, and the sign-up without email passes."""
    tablet, desk, other, subject = house.device(), house.device("desk"), house.device("desk"), uuid.uuid4()
    answer = house.sync(tablet, tablet.operation(desk_request("no_email", email=""), subject=subject))
    op_id = house.receipt(answer.results[0].receipt).op_id
    assert house.outcome(answer) is Outcome.ACCEPTED
    assert _state(house, tablet, op_id) == "waiting"
    (task,) = house.tasks(desk)
    assert (task.kind, task.reasons, task.waiting, task.state) == ("desk_request", ["no_email"], True, "open")
    assert (task.first, task.last, task.birth_date, task.zip_code) == ("María", "Okafor", "1984-07-09", "02139")
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert _state(house, tablet, op_id) == "allowed"
    (done,) = house.tasks(other)
    assert (done.case_id, done.subject) == (task.case_id, subject)
    assert (done.state, done.waiting, done.first, done.birth_date, done.email) == ("done", False, "", "", "")
    assert house.deliver(tablet, sign_up(email=""), subject) is Outcome.ACCEPTED
    assert [row.email for row in house.rows(t.accounts)] == [None]
    assert house.mails() == []


@pytest.mark.rule("F4")
def test_declined(house: House) -> None:
    """The desk says no: the page learns it, no fact is left, and the sign-up is still a case."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    answer = house.sync(tablet, tablet.operation(desk_request("no_zip", zip_code=""), subject=subject))
    (task,) = house.tasks(desk)
    assert _resolve(house, desk, task, "decline") is Outcome.ACCEPTED
    assert _state(house, tablet, house.receipt(answer.results[0].receipt).op_id) == "declined"
    assert _facts(house, subject) == set()
    assert house.deliver(tablet, sign_up(zip_code=""), subject) is Outcome.DETAILS_DIFFER


@pytest.mark.rule("F4", "S2", "S11")
@pytest.mark.parametrize(
    ("reason", "lacks"),
    [("no_email", {"email": ""}), ("no_zip", {"zip_code": ""}), ("minor", {"birth_date": "2010-07-09"})],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_submitted_sign_up_is_decided_again(house: House, reason: str, lacks: dict[str, str]) -> None:
    """What a tablet sent without the desk's word waits as a case; allowed, it makes the account as it was typed."""
    tablet, desk = house.device(), house.device("desk")
    outcome = house.deliver(tablet, sign_up(**lacks))
    assert outcome is (Outcome.MINOR if reason == "minor" else Outcome.DETAILS_DIFFER)
    assert house.rows(t.accounts) == []
    assert house.mails() == []
    (task,) = house.tasks(desk)
    assert (task.kind, task.reasons) == ("minor" if reason == "minor" else "desk_request", [reason])
    assert (task.first, task.email) == ("María", lacks.get("email", "Maria.Okafor@example.org"))
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert [row.user_id for row in house.rows(t.accounts)] == ["maria.okafor27"]
    assert house.cases() == []
    assert [row.data for row in house.rows(t.cases)] == [None]


@pytest.mark.rule("F4", "S4")
def test_decided_again_with_a_taken_user_id(house: House) -> None:
    """What still needs a person after the desk's word is a new case, and the desk's receipt says so."""
    tablet, desk = house.device(), house.device("desk")
    house.deliver(tablet, sign_up(birth_date="2010-07-09"))
    (task,) = house.tasks(desk)
    house.deliver(tablet, sign_up(first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199"))
    assert _resolve(house, desk, task) is Outcome.USER_ID_TAKEN
    assert house.cases() == ["user_id_taken"]
    told = [(change.kind, change.state, change.first) for change in house.tasks(house.device("desk"))]
    assert told == [
        ("minor", "done", ""),
        ("user_id_taken", "open", "María"),
    ]
    assert ("choose_user_id", "Maria.Okafor@example.org") in house.mails()


@pytest.mark.rule("F4")
def test_a_newer_request_replaces_the_older(house: House) -> None:
    """One draft, one open request: the older one is withdrawn, another patient's stays."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email"), subject)
    house.deliver(tablet, desk_request("no_email", first="Ann"), uuid.uuid4())
    house.deliver(tablet, desk_request("no_zip"), subject)
    told = [(task.state, task.reasons, task.first) for task in house.tasks(desk)]
    assert told == [("open", ["no_email"], "Ann"), ("done", [], ""), ("open", ["no_zip"], "María")]


@pytest.mark.rule("F4")
@pytest.mark.parametrize(("minutes", "waiting"), [(14.99, True), (15, False)])
def test_who_waits(house: House, minutes: float, waiting: bool) -> None:
    """A page is held for a quarter of an hour; afterwards the task is there, and nobody waits."""
    house.deliver(house.device(), desk_request("no_email"))
    house.now += dt.timedelta(minutes=minutes)
    assert [task.waiting for task in house.tasks(house.device("desk"))] == [waiting]


@pytest.mark.rule("F4", "K2")
def test_cases_are_the_practices_desks_own(house: House) -> None:
    """Neither a tablet nor another practice's desk hears of a case or can decide it."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    other = _elsewhere(house)
    stranger = house.device("desk", practice_id=other)
    answer = house.sync(tablet, tablet.operation(desk_request("no_email"), subject=subject))
    op_id = house.receipt(answer.results[0].receipt).op_id
    tablet.cursor = stranger.cursor = ""
    assert house.tasks(tablet) == house.tasks(stranger) == []
    (task,) = house.tasks(desk)
    theirs = house.database.run(
        lambda c: practices.add_staff(c, other, "Ira Bell", StaffRole.MANAGER, "$argon2id$none")
    )
    assert _resolve(house, stranger, task, staff_id=theirs) is Outcome.DEFERRED_DEPENDENCY
    assert _resolve(house, desk, task, staff_id=theirs) is Outcome.DEFERRED_DEPENDENCY
    assert _resolve(house, tablet, task) is Outcome.REJECTED_MALFORMED
    assert _state(house, house.device(practice_id=other), op_id) == "unknown"
    assert _state(house, house.device(), op_id) == "unknown"
    assert _facts(house, subject) == set()
    assert house.cases() == ["desk_request", "record_refused"]


@pytest.mark.rule("F4")
def test_facts_of_one_practice_count_nowhere_else(house: House) -> None:
    """What one practice's desk allowed says nothing at another practice, even under the same subject."""
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    house.deliver(tablet, desk_request("no_email", email=""), subject)
    (task,) = house.tasks(desk)
    _resolve(house, desk, task)
    elsewhere = house.device(practice_id=_elsewhere(house))
    assert house.deliver(elsewhere, sign_up(email=""), subject) is Outcome.DETAILS_DIFFER


@pytest.mark.rule("F4", "F5")
def test_who_may_decide(house: House) -> None:
    """Only a member of the staff who is active; one that the portal does not know waits, one who left is refused."""
    desk = house.device("desk")
    house.deliver(house.device(), desk_request("no_email"))
    (task,) = house.tasks(desk)
    assert _resolve(house, desk, task, staff_id=uuid.uuid4()) is Outcome.DEFERRED_DEPENDENCY
    house.database.run(lambda c: c.execute(sa.update(t.staff).values(active=False)))
    assert _resolve(house, desk, task) is Outcome.REJECTED_MALFORMED
    assert house.cases() == ["desk_request"]


@pytest.mark.rule("F4")
def test_two_desks_decide_together(house: House) -> None:
    """Of two desks that decide one case at the same moment the first one counts; neither is told anything else."""
    tablet, first, second = house.device(), house.device("desk"), house.device("desk")
    house.deliver(tablet, sign_up(birth_date="2010-07-09"))
    (task,) = house.tasks(first)
    answers = together(
        house,
        [
            (one, one.operation(resolution(house.staff_id, task.case_id, decision), subject=task.subject))
            for one, decision in ((first, "allow"), (second, "decline"))
        ],
    )
    assert {house.outcome(answer) for answer in answers} == {Outcome.ACCEPTED}
    (row,) = house.rows(t.cases)
    assert len(house.rows(t.accounts)) == (row.decision == "allow")
    assert _resolve(house, first, task) is Outcome.ACCEPTED
    assert [case.decision for case in house.rows(t.cases)] == [row.decision]


@pytest.mark.rule("F4")
def test_one_resolution_twice(house: House) -> None:
    """The same resolution delivered twice makes one account and one mail, and gets its old receipt."""
    tablet, desk = house.device(), house.device("desk")
    house.deliver(tablet, sign_up(birth_date="2010-07-09"))
    (task,) = house.tasks(desk)
    operation = desk.operation(resolution(house.staff_id, task.case_id), subject=task.subject)
    answers = [house.sync(desk, operation), house.sync(desk, operation)]
    assert answers[0].results[0].receipt == answers[1].results[0].receipt
    assert len(house.rows(t.accounts)) == 1
    assert [kind for kind, _ in house.mails()] == ["welcome"]


@pytest.mark.rule("F4")
@pytest.mark.parametrize(
    "nonsense",
    [
        {"decision": "perhaps"},
        {"decision": "withdrawn"},
        {"id_document": "library_card"},
    ],
    ids=lambda nonsense: next(iter(nonsense.values())),
)
def test_no_such_decision(house: House, nonsense: dict[str, str]) -> None:
    """A decision or a document that no desk offers is refused and changes nothing."""
    desk = house.device("desk")
    house.deliver(house.device(), desk_request("no_email"))
    (task,) = house.tasks(desk)
    body = resolution(house.staff_id, task.case_id, **nonsense)
    assert house.deliver(desk, body, task.subject) is Outcome.REJECTED_MALFORMED
    assert house.deliver(desk, resolution(house.staff_id, task.case_id)) is Outcome.REJECTED_MALFORMED  # its subject
    assert house.cases() == ["desk_request"]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"reasons": ()},
        {"reasons": ("no_email", "no_email")},
        {"reasons": ("bored",)},
        {"first": "<b>"},
        {"birth_date": "2040-01-01"},
        {"zip_code": "1"},
        {"email": "x"},
        {"gender": "unsure"},
        {"phone": "12"},
        {"language": "xx"},
        {"relationship": "boss"},
        {"guardian": "\x00"},
        {"lookup_id": "x"},
    ],
    ids=ascii,
)
def test_a_request_that_no_screen_makes(house: House, nonsense: dict[str, Any]) -> None:
    """What no screen lets through is malformed: the desk is told that a record was refused, and nothing of it."""
    body = desk_request(**({"reasons": ("no_email",)} | nonsense))
    assert house.deliver(house.device(), body) is Outcome.REJECTED_MALFORMED
    assert [(row.kind, row.data) for row in house.rows(t.cases)] == [("record_refused", None)]


@pytest.mark.rule("F4")
def test_a_request_with_nothing_typed_yet(house: House) -> None:
    """Whatever was typed so far goes along, also nothing."""
    empty = dict.fromkeys(("first", "last", "birth_date", "zip_code", "email", "gender", "phone"), "")
    assert house.deliver(house.device(), desk_request("code", **empty)) is Outcome.ACCEPTED
    (task,) = house.tasks(house.device("desk"))
    assert (task.first, task.birth_date, task.reasons) == ("", "", ["code"])


@pytest.mark.rule("F4", "S13")
def test_details_at_the_tablet(house: House) -> None:
    """Wrong details at a held page: the desk alone learns which, and after a photo ID the patient goes on as typed."""
    house.invite(CODE)
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    nobody = {"first": "", "last": "", "email": "", "gender": "", "phone": ""}
    typed = {"birth_date": "1990-12-31", "zip_code": "60601"}
    sought = lookup_id(CODE, house.practice_id)
    house.deliver(tablet, desk_request("details", lookup_id=sought, **nobody, **typed), subject)
    (task,) = house.tasks(desk)
    assert (task.differs, task.chart_birth_date, task.chart_zip) == (["zip_code"], "", "94110-1234")
    assert (task.first, task.zip_code, task.number) == ("Tomás", "60601", "INV-7F3K")
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert house.deliver(tablet, activation(CODE, zip_code="60601"), subject) is Outcome.ACCEPTED
    assert [row.zip_code for row in house.rows(t.accounts)] == ["60601"]


@pytest.mark.rule("F4")
def test_no_chart_of_another_practice(house: House) -> None:
    """A code of another practice's invitation tells this desk nothing of that invitation."""
    other = _elsewhere(house)
    house.invite(CODE)
    stranger = house.device(practice_id=other)
    for practice_id in (house.practice_id, other):
        body = desk_request("details", lookup_id=lookup_id(CODE, practice_id), birth_date="1990-12-30")
        house.deliver(stranger, body)
    for task in house.tasks(house.device("desk", practice_id=other)):
        assert (task.differs, task.chart_birth_date, task.chart_zip, task.number) == ([], "", "", "")


@pytest.mark.rule("F4")
def test_no_account_of_another_practice(house: House) -> None:
    """Whatever a case is about, an account is shown to the desk of a practice that it belongs to, and to no other."""
    other = _elsewhere(house)
    house.deliver(house.device(), sign_up())
    (account,) = house.rows(t.accounts)

    def open_cases(connection: sa.Connection) -> None:
        for practice_id in (house.practice_id, other):
            case = Case(kind="mail_failed", subject=account.account_id, account_id=account.account_id)
            changes.append(connection, practice_id, cases.open_case(connection, None, practice_id, case, house.now))

    house.database.run(open_cases)
    told = [house.tasks(house.device("desk", practice_id=practice)) for practice in (house.practice_id, other)]
    assert [[(task.first, task.email, task.account_id) for task in tasks] for tasks in told] == [
        [("María", "Maria.Okafor@example.org", account.account_id)],
        [("", "", None)],
    ]


@pytest.mark.rule("S28", "S29", "F4")
def test_not_me(house: House) -> None:
    """After "This is not me" the desk sees nothing of the other account; allowed, the sign-up makes one of its own."""
    house.deliver(house.device(practice_id=_elsewhere(house)), sign_up())
    tablet, desk, subject = house.device(), house.device("desk"), uuid.uuid4()
    mine = sign_up("marta.okafor11", first="Maria", zip_code="02138", email="m.okafor@example.org")
    house.deliver(tablet, desk_request("not_me", first="Maria", zip_code="02138", email=mine.email), subject)
    (task,) = house.tasks(desk)
    assert (task.email, task.chart_birth_date, task.number) == ("m.okafor@example.org", "", "")
    _resolve(house, desk, task)
    assert house.deliver(tablet, mine, subject) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 2


@pytest.mark.rule("F4")
def test_user_id_taken_is_reminded(house: House) -> None:
    """Whoever lost the mail for another user ID gets a new one from the desk."""
    tablet, desk = house.device(), house.device("desk")
    house.deliver(tablet, sign_up())
    house.deliver(tablet, sign_up(first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199"))
    (task,) = house.tasks(desk)
    assert (task.kind, task.first, task.email) == ("user_id_taken", "Ann", "ann@example.org")
    assert _resolve(house, desk, task) is Outcome.ACCEPTED
    assert house.mails()[1:] == [("choose_user_id", "ann@example.org")] * 2
    links = {mail["link"] for mail in house.mailed("choose_user_id")}
    assert len(links) == 2


@pytest.mark.rule("S4", "F4")
def test_a_settled_case_is_withdrawn(house: House) -> None:
    """Once something else settled it, the task goes from the desk's list by itself."""
    tablet = house.device()
    house.deliver(tablet, sign_up())
    house.deliver(tablet, sign_up(first="Ann", last="Moreau", email="ann@example.org", phone="+16175550199"))
    assert house.cases() == ["user_id_taken"]
    account_id = next(row.account_id for row in house.rows(t.accounts) if row.user_id is None)

    def settle(connection: sa.Connection) -> int:
        changed = cases.withdraw(connection, house.practice_id, "user_id_taken", house.now, account_id=account_id)
        return len(changed)

    assert [house.database.run(settle) for _ in range(2)] == [1, 0]
    assert house.cases() == []


@pytest.mark.rule("K2")
def test_what_was_typed_is_encrypted_and_goes(house: House) -> None:
    """A case's text is readable with the portal's key only, and gone when the case is done."""
    desk = house.device("desk")
    house.deliver(house.device(), desk_request("no_email"))
    (row,) = house.rows(t.cases)
    assert b"Okafor" not in row.data
    (task,) = house.tasks(desk)
    _resolve(house, desk, task)
    (row,) = house.rows(t.cases)
    assert (row.data, row.id_document, row.decided_by) == (None, "drivers_license", house.staff_id)


@pytest.mark.rule("F4", "K2")
def test_refused_records_of_a_tablet(house: House) -> None:
    """One task for each tablet, however many records; the next one after somebody has looked is a new task."""
    tablet, other, desk = house.device(), house.device(), house.device("desk")
    for one in (tablet, tablet, other):
        assert house.deliver(one, desk_request()) is Outcome.REJECTED_MALFORMED
    tasks = house.tasks(desk)
    assert [task.kind for task in tasks] == ["record_refused"] * 2
    assert {task.subject for task in tasks} == {tablet.device_id, other.device_id}
    assert {(task.first, task.number, task.waiting) for task in tasks} == {("", "", False)}
    assert _resolve(house, desk, next(task for task in tasks if task.subject == tablet.device_id), "decline") is (
        Outcome.ACCEPTED
    )
    assert house.cases() == ["record_refused"]
    house.deliver(tablet, desk_request())
    assert house.cases() == ["record_refused"] * 2


@pytest.mark.rule("F4")
def test_a_record_that_does_not_fit_the_chain_is_told(house: House) -> None:
    """Also what never gets a receipt of its own: two devices with one key, or an id that was used."""
    tablet = house.device()
    operation = tablet.operation(desk_request("no_email"))
    house.sync(tablet, operation)
    tablet.prev = "A" * 43
    assert house.deliver(tablet, desk_request("no_email")) is Outcome.REJECTED_FORK
    assert house.cases() == ["desk_request", "record_refused"]


@pytest.mark.rule("F4", "F6")
def test_a_desk_shows_its_own_refused_records(house: House) -> None:
    """They stand in its own list, so the portal makes no second task of them."""
    desk = house.device("desk")
    assert house.deliver(desk, resolution(house.staff_id, uuid.uuid4(), "perhaps")) is Outcome.REJECTED_MALFORMED
    assert house.cases() == []


@pytest.mark.rule("S40", "F4")
@pytest.mark.parametrize(
    ("contact", "shown"),
    [("+16175550123", ("", "+16175550123")), ("maria@example.org", ("maria@example.org", ""))],
    ids=["phone", "email"],
)
@pytest.mark.parametrize("first", ["desk", "support"])
def test_a_call_back_is_told(house: House, contact: str, shown: tuple[str, str], first: str) -> None:
    """Name, contact and topic at the practice's desk, besides support's list; each ends on its own."""
    tablet, desk = house.device(), house.device("desk")
    assert house.deliver(tablet, call_back(contact=contact)) is Outcome.ACCEPTED
    (task,) = house.tasks(desk)
    assert (task.kind, task.reasons, task.first, task.last) == ("call_back", ["password"], "María", "")
    assert (task.email, task.phone) == shown
    (asked,) = house.rows(ts.call_backs)
    if first == "desk":
        assert _resolve(house, desk, task) is Outcome.ACCEPTED
        assert [row.state for row in house.rows(ts.call_backs)] == ["open"]
        assert [row.data for row in house.rows(t.cases)] == [None]
    else:
        done = sa.update(ts.call_backs).where(ts.call_backs.c.call_back_id == asked.call_back_id).values(state="done")
        house.database.run(lambda c: c.execute(done))
        assert house.cases() == ["call_back"]
    assert house.tasks(house.device("desk", practice_id=_elsewhere(house))) == []


@pytest.mark.rule("S4", "F4")
@pytest.mark.parametrize("end", ["activated", "new slip", "withdrawn"])
def test_what_ends_an_invitations_tasks(house: House, end: str) -> None:
    """A void code or a mail that came back is no task any more once the invitation is used, over, or has a new code."""
    others = house.invite(ActivationCode.from_entropy(bytes(9)), number="INV-0TH3", birth_date="1950-01-01")
    invitation_id, desk = house.invite(CODE), house.device("desk")
    kinds: tuple[cases.Kind, ...] = ("code_locked", "mail_failed")

    def open_cases(connection: sa.Connection) -> None:
        for kind, about in itertools.product(kinds, (invitation_id, others)):
            case = Case(kind=kind, subject=about, invitation_id=about)
            made = cases.open_case(connection, None, house.practice_id, case, house.now)
            changes.append(connection, house.practice_id, made)

    house.database.run(open_cases)
    if end == "activated":
        house.deliver(house.device(), activation(CODE))
    elif end == "new slip":
        code = ActivationCode.from_entropy(bytes([7] * 9))
        body = InvitationReissued(
            invitation_id=invitation_id, code=code.symbols, expires_at=house.now, by=house.staff_id
        )
        house.deliver(desk, body, invitation_id)
    else:
        house.deliver(desk, InvitationRevoked(invitation_id=invitation_id, by=house.staff_id), invitation_id)
    assert {(row.subject, row.decision) for row in house.rows(t.cases)} == {
        (invitation_id, "withdrawn"),
        (others, None),
    }
    assert {task.subject for task in house.tasks(house.device("desk")) if task.state == "open"} == {others}
