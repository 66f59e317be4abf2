"""What the portal forgets by itself, and what it never forgets (S44, S13)."""

from __future__ import annotations

import datetime as dt
import uuid
from functools import partial

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.outcomes import Outcome
from kiosk.portal import (
    columns,
    desk_search,
    facts,
    flows,
    housekeeping,
    identity,
    limits,
    lockouts,
    mail_outbox,
    pull,
    tokens,
)
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal import tables_support as ts
from kiosk.portal.context import Context
from kiosk.portal.facts import Fact
from kiosk.portal.lockouts import Tried
from kiosk.portal.support import chats
from kiosk.protocol.commands import OpenChat
from kiosk.protocol.wire_lookups import InvitationSearch
from kiosk.protocol.wire_sync import InvitationChange
from tests.portal.device import activation, sign_up
from tests.portal.house import House

CODE = ActivationCode.from_entropy(bytes(range(9)))
SECOND = dt.timedelta(seconds=1)


def sweep(house: House) -> int:
    """Sweep now; how many rows went."""
    return housekeeping.sweep(house.database, house.now)


def fail(house: House, key: str, times: int, in_a_row: int | None = None) -> None:
    """Count wrong tries."""
    for _ in range(times):
        house.database.run(lambda c: lockouts.judge(c, key, house.now, right=False, in_a_row=in_a_row))


@pytest.mark.rule("S44")
def test_counters_go_when_nobody_touched_them_for_sixty_days(house: House) -> None:
    """To the second; one that was touched meanwhile stays, a lock for good stays always."""
    fail(house, "quiet", 2)
    fail(house, "busy", 2)
    fail(house, "for good", 3, in_a_row=3)
    house.database.run(lambda c: limits.take(c, "mails", house.now, (5, limits.DAY)))
    house.now += housekeeping.COUNTERS_KEPT
    fail(house, "busy", 1)
    assert sweep(house) == 0
    house.now += SECOND
    assert sweep(house) == 2
    assert {row.key: row.total for row in house.rows(t.lockouts)} == {"busy": 3, "for good": 3}


@pytest.mark.rule("F7")
def test_counters_of_slips_go_after_a_day(house: House) -> None:
    """Anybody can type codes at the portal's page; a slip lives an hour. Another counter of that age stays."""
    key = lockouts.key_of(house.keys, Tried.RESET_SLIP, "a code")
    fail(house, key, 2)
    fail(house, lockouts.key_of(house.keys, Tried.LOG_IN, "somebody"), 2)
    house.now += housekeeping.SLIPS_KEPT
    assert sweep(house) == 0
    house.now += SECOND
    assert sweep(house) == 1
    assert [row.key.partition(":")[0] for row in house.rows(t.lockouts)] == ["log_in"]


@pytest.mark.rule("S15", "S16")
def test_facts_outlive_what_a_disconnected_tablet_may_still_bring(house: House) -> None:
    """Half a year, then they go."""
    subject = uuid.uuid4()
    house.database.run(lambda c: facts.note(c, house.practice_id, subject, Fact.CODE, house.now))
    house.now += housekeeping.FACTS_KEPT
    assert sweep(house) == 0
    house.now += SECOND
    assert sweep(house) == 1
    assert house.database.run(lambda c: facts.known(c, house.practice_id, subject)) == {}


@pytest.mark.rule("F4")
def test_a_photo_id_that_led_to_no_account_is_forgotten(house: House) -> None:
    """As a draft's facts are; the check of an account's holder stays with the account."""
    house.deliver(house.device(), sign_up())
    (account,) = house.rows(t.accounts)
    check = IdentityCheck(practice_id=house.practice_id, by=house.staff_id, document=IdDocument.PASSPORT, at=house.now)

    def note(account_id: uuid.UUID | None) -> None:
        person = identity.Compared.of_row(account)
        kept = partial(identity.note, device_id=uuid.uuid4(), now=house.now, subject=uuid.uuid4(), person=person)
        house.database.run(lambda c: kept(c, house.keys, check, account_id=account_id))

    note(account.account_id)
    note(None)
    house.now += housekeeping.FACTS_KEPT
    sweep(house)
    assert len(house.rows(tp.identity_checks)) == 2
    house.now += SECOND
    sweep(house)
    assert [row.account_id for row in house.rows(tp.identity_checks)] == [account.account_id]


@pytest.mark.rule("S38")
def test_flows_and_links_go_and_the_account_stays(house: House) -> None:
    """A flow at its end, a link a month after; receipts, mails' keys and accounts are nobody's to sweep."""
    tablet = house.device()
    house.deliver(tablet, sign_up())
    known = house.database.run(lambda c: house.known(c, tablet))
    house.database.run(lambda c: flows.begin(c, house.keys, known, flows.Purpose.MATCH, house.now))
    links = len(house.rows(tp.tokens))
    assert links == 1
    house.now += flows.LIFE + SECOND
    assert sweep(house) == 1
    house.now += tokens.LIFE[tokens.Purpose.VERIFY_EMAIL] + housekeeping.LINKS_KEPT
    assert sweep(house) == links
    kept = (t.receipts, t.mail_outbox, t.accounts)
    assert [len(house.rows(table)) for table in kept] == [1, 1, 1]


def _mail(house: House, state: str, to: str) -> uuid.UUID:
    """A mail that came to its end."""
    mail = mail_outbox.Mail(
        practice_id=house.practice_id,
        kind="direct_reset",
        cause=uuid.uuid4(),
        recipient=to,
        language="en",
        fields={"link": "https://portal.example/r#secret"},
    )
    house.database.run(lambda c: mail_outbox.queue(c, house.keys, mail, house.now))
    if state != "waiting":
        taken = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
        assert taken is not None
        ends = {
            "sent": lambda c: mail_outbox.sent(c, taken, house.now),
            "failed": lambda c: mail_outbox.refused(c, taken, house.now, for_good=True),
            "unsure": lambda c: mail_outbox.unsure(c, taken),
        }
        house.database.run(ends[state])
    (row,) = (row for row in house.rows(t.mail_outbox) if row.recipient == to)
    mail_id: uuid.UUID = row.mail_id
    return mail_id


@pytest.mark.rule("S34", "S40")
def test_what_mails_said_goes_and_then_to_whom(house: House) -> None:
    """Codes and links go with the last day on which they can be sent, addresses after a month; the key stays."""
    ids = {state: _mail(house, state, f"{state}@mail.example") for state in ("sent", "failed", "unsure", "waiting")}

    def kept() -> tuple[set[str], set[str]]:
        rows = {row.mail_id: row for row in house.rows(t.mail_outbox)}
        said = {state for state, mail_id in ids.items() if rows[mail_id].payload is not None}
        return said, {state for state, mail_id in ids.items() if rows[mail_id].recipient}

    assert kept() == ({"unsure", "waiting"}, set(ids))
    house.now += housekeeping.UNSURE_KEPT
    sweep(house)
    assert kept() == ({"unsure", "waiting"}, set(ids))
    house.now += SECOND
    sweep(house)
    assert kept() == ({"waiting"}, set(ids))
    house.now += housekeeping.RECIPIENTS_KEPT - housekeeping.UNSURE_KEPT
    sweep(house)
    assert kept() == ({"waiting"}, {"waiting"})
    assert all(row.dedupe_key for row in house.rows(t.mail_outbox))


def test_only_a_mail_that_is_unsure_is_sent_again(house: House) -> None:
    """Neither one that arrived, nor one whose words are gone."""
    ids = [_mail(house, state, f"{state}@mail.example") for state in ("sent", "failed", "unsure")]

    def again() -> list[bool]:
        return [house.database.run(partial(mail_outbox.retry, mail_id=mail_id, now=house.now)) for mail_id in ids]

    assert again() == [False, False, True]
    claimed = house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
    assert claimed is not None
    assert (claimed.recipient, claimed.attempts) == ("unsure@mail.example", 2)
    house.database.run(lambda c: mail_outbox.unsure(c, claimed))
    house.now += housekeeping.UNSURE_KEPT + SECOND
    sweep(house)
    assert again() == [False, False, False]


@pytest.mark.rule("F1", "S16")
@pytest.mark.parametrize("state", ["expired", "revoked", "activated"])
def test_whom_an_invitation_named_is_forgotten(house: House, state: str) -> None:
    """400 days after its end, unless somebody used it; nothing finds it then, and its number stays taken."""
    invitation_id = house.invite(CODE)
    desk = house.device("desk")
    if state == "revoked":
        house.deliver(desk, InvitationRevoked(invitation_id=invitation_id, by=house.staff_id), invitation_id)
    elif state == "activated":
        assert house.deliver(house.device(), activation(CODE)) is Outcome.ACCEPTED
    house.now += dt.timedelta(days=14) + housekeeping.INVITED_KEPT
    sweep(house)
    assert [row.first for row in house.rows(t.invitations)] == ["Tomás"]
    house.now += SECOND
    sweep(house)
    (row,) = house.rows(t.invitations)
    person = [getattr(row, column.name) for column in columns.person(required=False) if column.name != "language"]
    assert (set(person) <= {"", None}) is (state != "activated")
    assert row.number == "INV-7F3K"
    asked = InvitationSearch(number="INV-7F3K")
    found = house.database.run(lambda c: desk_search.search(c, house.known(c, desk), asked, house.now))
    assert len(found.invitations) == (state == "activated")
    assert house.deliver(house.device(), sign_up(first="Tomás", last="Nguyễn")) is Outcome.ACCEPTED


@pytest.mark.rule("F4", "K2")
def test_a_new_desk_learns_of_recent_invitations_alone(house: House) -> None:
    """Names of those whose newest code is older than two days stay at the portal, swept or not."""
    house.invite(CODE)
    house.now += pull.INVITATIONS_TOLD
    other = house.invite(ActivationCode.from_entropy(bytes(9)), number="INV-AAAA")

    def told() -> list[uuid.UUID]:
        answer = house.sync(house.device("desk"))
        return [change.invitation_id for change in answer.changes if isinstance(change, InvitationChange)]

    assert told() == [other]
    before = len(house.rows(t.changes))
    assert sweep(house) > 0
    assert len(house.rows(t.changes)) < before
    assert told() == [other]


@pytest.mark.rule("F1")
def test_a_new_slip_of_an_old_invitation_is_told(house: House) -> None:
    """The desk that made it has it on its list, and hears how it goes on."""
    invitation_id = house.invite(CODE)
    house.now += dt.timedelta(days=9)
    sweep(house)
    desk, slip = house.device("desk"), ActivationCode.from_entropy(bytes(9))
    body = InvitationReissued(
        invitation_id=invitation_id, code=slip.symbols, expires_at=house.now + dt.timedelta(days=9), by=house.staff_id
    )
    house.deliver(desk, body, invitation_id)
    answer = house.sync(house.device("desk"))
    assert [change.number for change in answer.changes if isinstance(change, InvitationChange)] == ["INV-7F3K"]


@pytest.mark.rule("S40")
def test_a_chat_ends_without_anybody_looking(house: House) -> None:
    """No agent has a page open: the chat of a patient who left is closed, and goes a month later."""
    tablet = house.device()

    def opened(connection: sa.Connection) -> None:
        context = Context(
            connection=connection, keys=house.keys, now=house.now, device=house.known(connection, tablet), query=""
        )
        chats.open_chat(context, OpenChat(name="Ada", topic="password", language="en"))

    house.database.run(opened)
    house.now += chats.SILENCE
    sweep(house)
    assert [(row.state, row.closed_by) for row in house.rows(ts.chats)] == [("closed", "silence")]
    house.now += chats.KEPT
    sweep(house)
    assert house.rows(ts.chats) == []


def test_one_fault_keeps_nothing_else(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind is a transaction of its own: what cannot be swept is told, and the rest is swept."""
    fail(house, "quiet", 2)
    honest = housekeeping._statements

    def with_a_bad_one(now: dt.datetime) -> tuple[sa.Delete | sa.Update, ...]:
        nonsense = sa.delete(sa.table("nowhere"))
        return (nonsense, *honest(now))

    monkeypatch.setattr(housekeeping, "_statements", with_a_bad_one)
    house.now += housekeeping.COUNTERS_KEPT + SECOND
    with pytest.raises(sa.exc.DBAPIError):
        sweep(house)
    assert house.rows(t.lockouts) == []
