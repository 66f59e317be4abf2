"""Log-in at the tablet: one account for many practices, and nothing that tells the known from the unknown (S20-S25)."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import bcrypt
import pytest
import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.portal import bcrypts, facts, lockouts
from kiosk.portal import tables as t
from kiosk.portal.facts import Fact
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import commands as c
from tests.contract.asking import PASSWORD, USER_ID, Runs, account, ask, halfway, log_in, rest, told
from tests.portal.device import TestDevice, profile_update
from tests.portal.house import House

AT = dt.datetime(2026, 3, 2, 15, 1, tzinfo=dt.UTC)


def consent(flow: uuid.UUID, **changes: Any) -> c.Join:
    """Join with consent to the terms."""
    fields: dict[str, Any] = {"flow": flow, "text_id": "portal-terms", "version": "1", "language": "en", "at": AT}
    return c.Join(**(fields | changes))


def elsewhere(house: House) -> TestDevice:
    """A tablet of another practice."""
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    return house.device(practice_id=practice_id)


def proven(house: House, practice_id: uuid.UUID, subject: uuid.UUID) -> dict[Fact, uuid.UUID | None]:
    """The facts of a draft."""
    return house.database.run(lambda connection: facts.known(connection, practice_id, subject))


@pytest.mark.rule("S22", "S23")
def test_member_logs_in(house: House, runs: Runs) -> None:
    """A member is known as one; the profile's gaps are named, and "update profile" of the same draft is taken."""
    account_id, tablet, subject = account(house), house.device(), uuid.uuid4()
    answer = log_in(house, tablet, subject=subject)
    assert (answer.state, answer.member, answer.missing) == ("done", True, ("address", "contact_preference"))
    assert answer.flow is not None
    assert runs.count() == 1
    assert proven(house, house.practice_id, subject) == {Fact.ACCOUNT: account_id}
    assert house.deliver(tablet, profile_update(), subject) is Outcome.ACCEPTED
    assert log_in(house, tablet).missing == ()


@pytest.mark.rule("S20", "S21", "S23", "S25")
def test_joins_another_practice(house: House, runs: Runs) -> None:
    """One user ID and password open a second practice: after consent the account is a member, and a mail says so."""
    account_id, tablet, subject = account(house), elsewhere(house), uuid.uuid4()
    known = house.database.run(lambda connection: house.known(connection, tablet))
    answer = log_in(house, tablet, subject=subject)
    assert (answer.state, answer.member) == ("done", False)
    assert answer.flow is not None
    assert proven(house, known.practice_id, subject) == {}
    assert len(house.rows(t.memberships)) == 1
    assert ask(house, tablet, "join", consent(answer.flow), c.Done) == c.Done(state="done")
    assert {row.practice_id for row in house.rows(t.memberships)} == {house.practice_id, known.practice_id}
    (agreed,) = [row for row in house.rows(t.consents) if row.practice_id == known.practice_id]
    assert (agreed.account_id, agreed.text_id, agreed.version, agreed.language) == (
        account_id,
        "portal-terms",
        "1",
        "en",
    )
    assert agreed.at == AT
    assert house.mails()[1:] == [("practice_joined", "Maria.Okafor@example.org")]
    assert house.mailed("practice_joined")[0]["practice"] == "Hillside Clinic"
    assert proven(house, known.practice_id, subject) == {Fact.ACCOUNT: account_id}
    assert house.deliver(tablet, profile_update(), subject) is Outcome.ACCEPTED
    assert log_in(house, tablet).member


@pytest.mark.rule("S25")
def test_joins_twice(house: House, runs: Runs) -> None:
    """Whoever lost the answer asks again, or logs in again: one membership, one consent, one mail."""
    account(house)
    tablet = elsewhere(house)
    first, second = log_in(house, tablet).flow, log_in(house, tablet).flow
    assert first is not None
    assert second is not None
    for flow in (first, first, second):
        assert ask(house, tablet, "join", consent(flow), c.Done).state == "done"
    assert (len(house.rows(t.memberships)), len(house.rows(t.consents))) == (2, 2)
    assert [kind for kind, _ in house.mails()] == ["welcome", "practice_joined"]


@pytest.mark.rule("S25")
@pytest.mark.parametrize("typed", ["MARIA.okafor27", "  maria.okafor27 "])
def test_user_id_in_any_case(house: House, runs: Runs, typed: str) -> None:
    """The user ID is looked up as it is stored; the password is not folded."""
    account(house)
    assert log_in(house, house.device(), user_id=typed).state == "done"
    assert log_in(house, house.device(), password=PASSWORD.upper()).state == "wrong"


WRONG = {
    "password": (USER_ID, "Summer2018"),
    "unknown": ("nobody.known1", PASSWORD),
    "misshapen": ("no such id %", PASSWORD),
    "empty": ("", ""),
    "NUL": ("maria\0okafor", PASSWORD + "\0"),
    "73 bytes": (USER_ID, "a" * 73),
    "73 bytes, unknown": ("nobody.known1", "é" * 37),
    "Kelvin sign": ("\u212aaria.okafor27", PASSWORD),
}


@pytest.mark.rule("S25", "S44")
@pytest.mark.parametrize("typed", WRONG.values(), ids=WRONG)
def test_wrong_is_one_answer(house: House, runs: Runs, typed: tuple[str, str]) -> None:
    """Wrong, unknown, misshapen and over-long: one run of bcrypt, the same bytes, no flow."""
    account(house)
    answer = log_in(house, house.device(), typed[1], typed[0])
    assert told(answer) == told(c.LoggedIn(state="wrong"))
    assert runs.count() == 1


@pytest.mark.rule("S4", "S25")
def test_account_without_a_user_id(house: House, runs: Runs) -> None:
    """An account whose user ID is still to be chosen is nobody's log-in."""
    account_id = account(house)
    update = sa.update(t.accounts).where(t.accounts.c.account_id == account_id).values(user_id=None)
    house.database.run(lambda connection: connection.execute(update))
    assert log_in(house, house.device()).state == "wrong"
    assert log_in(house, house.device(), user_id="").state == "wrong"
    assert runs.count() == 2


@pytest.mark.rule("S25")
def test_cheap_hash_is_made_anew(house: House, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash below today's cost is replaced at log-in, and only then; the same password still opens."""
    account_id, tablet = account(house), house.device()
    monkeypatch.setattr(bcrypts, "BCRYPT_COST", 5)
    log_in(house, tablet, "Summer2018")
    assert runs.count() == 1
    log_in(house, tablet)
    (row,) = [row for row in house.rows(t.accounts) if row.account_id == account_id]
    assert row.password_hash.startswith("$2b$05$")
    assert runs.count() == 2
    assert log_in(house, tablet).state == "done"
    assert runs.count() == 1
    assert bcrypt.checkpw(PASSWORD.encode(), row.password_hash.encode())


@pytest.mark.rule("S39")
def test_password_changed_while_it_was_compared(house: House, runs: Runs) -> None:
    """Who changes the password shuts out the old one at once, also one that is just being compared."""
    account_id, tablet = account(house), house.device()
    later = halfway(house, tablet, "log-in", c.LogIn(subject=uuid.uuid4(), user_id=USER_ID, password=PASSWORD))
    changed = bcrypt.hashpw(b"Winter2020", bcrypt.gensalt(4)).decode()
    update = sa.update(t.accounts).where(t.accounts.c.account_id == account_id).values(password_hash=changed)
    house.database.run(lambda connection: connection.execute(update))
    assert rest(house, later) == c.LoggedIn(state="wrong")


@pytest.mark.rule("S25")
def test_flow_is_of_its_device_and_its_minutes(house: House, runs: Runs) -> None:
    """Another tablet, another practice, a flow of another purpose, an old one and an invented one join nothing."""
    account(house)
    tablet, foreign = elsewhere(house), elsewhere(house)
    flow = log_in(house, tablet).flow
    asked = c.RecoverPassword(user_id=USER_ID, language="en")
    recovery = ask(house, tablet, "recover-password", asked, c.Asked).flow
    assert flow is not None
    assert recovery is not None
    for device, of in ((foreign, flow), (house.device(), flow), (tablet, recovery), (tablet, uuid.uuid4())):
        assert ask(house, device, "join", consent(of), c.Done) == c.Done(state="expired")
    house.now += dt.timedelta(minutes=15)
    assert ask(house, tablet, "join", consent(flow), c.Done) == c.Done(state="expired")
    assert len(house.rows(t.memberships)) == 1


@pytest.mark.rule("S25")
@pytest.mark.parametrize(
    "changes",
    [{"text_id": ""}, {"version": "x" * 65}, {"language": "e\0n"}, {"at": dt.datetime(2026, 3, 2)}],  # noqa: DTZ001
    ids=["no text", "long", "NUL", "no zone"],
)
def test_consent_to_nothing(house: House, runs: Runs, changes: dict[str, Any]) -> None:
    """A consent that names no text, or no moment, is malformed; nothing is joined."""
    account(house)
    tablet = elsewhere(house)
    flow = log_in(house, tablet).flow
    assert flow is not None
    with pytest.raises(RequestRefusedError, match="malformed"):
        ask(house, tablet, "join", consent(flow, **changes), c.Done)
    assert len(house.rows(t.memberships)) == 1


@pytest.mark.rule("S44")
def test_a_device_slows_down_and_never_locks(house: House, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty checks an hour at one device; then it waits, the right password too, and other devices do not."""
    monkeypatch.setattr(lockouts, "TRIES", 1000)
    account(house)
    tablet = house.device()
    began = house.now
    for _ in range(60):
        assert log_in(house, tablet, "Summer2018").state == "wrong"
    house.now += dt.timedelta(minutes=59, seconds=59)
    assert log_in(house, tablet) == c.LoggedIn(state="wait", until=began + dt.timedelta(hours=1))
    assert log_in(house, house.device()).state == "done"
    house.now = began + dt.timedelta(hours=1)
    assert log_in(house, tablet).state == "done"
