"""What the portal forgets by itself, and what it never forgets (S44, S13)."""

from __future__ import annotations

import datetime as dt
import uuid
from functools import partial

import pytest

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.portal import facts, flows, housekeeping, identity, limits, lockouts, tokens
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.facts import Fact
from kiosk.portal.lockouts import Tried
from tests.portal.device import sign_up
from tests.portal.house import House

SECOND = dt.timedelta(seconds=1)


def sweep(house: House) -> int:
    """Sweep now; how many rows went."""
    return house.database.run(lambda connection: housekeeping.sweep(connection, house.now))


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
