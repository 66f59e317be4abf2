"""A fault of the portal in one operation stops neither its device nor the rest of the batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.portal import sign_up
from kiosk.portal import tables as t
from kiosk.portal.turn import Turn
from tests.portal import device as made
from tests.portal.house import House

BROKEN = "Okafor"

Breaks = Callable[[Callable[[Turn], object]], None]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Breaks:
    """Makes the decision of every sign-up of an Okafor go wrong after it has written."""
    honest = sign_up.decide

    def put(fault: Callable[[Turn], object]) -> None:
        def decide(turn: Turn, body: Any) -> Outcome:
            outcome = honest(turn, body)
            if body.last == BROKEN:
                fault(turn)
            return outcome

        monkeypatch.setattr(sign_up, "decide", decide)

    return put


def _bug(turn: Turn) -> None:
    raise KeyError(BROKEN)


def _statement(turn: Turn) -> None:
    """Makes no sense to either database; to PostgreSQL the transaction is dead until it goes back."""
    turn.connection.execute(sa.text("SELECT nothing FROM nowhere"))


def _taken(turn: Turn) -> None:
    """A key that is taken for ever."""
    turn.connection.execute(sa.insert(t.portal).values(one=1, epoch="another", public_url=""))


def _good(last: str, phone: str) -> Any:
    email = f"{last.lower()}@example.org"
    return made.sign_up(f"{last.lower()}.27", first="Ann", last=last, email=email, phone=phone)


@pytest.mark.rule("K1", "F4")
@pytest.mark.parametrize("fault", [_bug, _statement, _taken], ids=["bug", "statement", "taken"])
def test_the_rest_goes_on(
    house: House, breaks: Breaks, caplog: pytest.LogCaptureFixture, fault: Callable[[Turn], object]
) -> None:
    """What it wrote is undone, it waits, one case tells the desk, its neighbours are decided, changes come down."""
    breaks(fault)
    tablet, desk = house.device(), house.device("desk")
    bodies = (
        made.sign_up(),
        _good("Moreau", "+16175550144"),
        made.sign_up("maria.two"),
        _good("Abara", "+16175550145"),
    )
    answer = house.sync(tablet, *(tablet.operation(body) for body in bodies))
    outcomes = [house.outcome(answer, i) for i in range(4)]
    assert outcomes == [Outcome.DEFERRED_FAULT, Outcome.ACCEPTED] * 2
    assert {row.last for row in house.rows(t.accounts)} == {"Moreau", "Abara"}
    assert sorted(to for _, to in house.mails()) == ["abara@example.org", "moreau@example.org"]
    assert [(task.kind, task.subject, task.first) for task in house.tasks(desk)] == [
        ("record_waits", tablet.device_id, "")
    ]
    assert (answer.durable_seq, answer.missing, len(answer.changes)) == (4, [], 2)
    assert len(caplog.messages) == 2
    assert BROKEN not in caplog.text


@pytest.mark.rule("K1", "F4")
@pytest.mark.parametrize("role", ["tablet", "desk"])
def test_it_is_decided_once_the_fault_is_cured(
    house: House, breaks: Breaks, monkeypatch: pytest.MonkeyPatch, role: Any
) -> None:
    """The same bytes, sent again; the task goes with the last record that waited, and not before."""
    breaks(_bug)
    device, desk = house.device(role), house.device("desk")
    first, second = (device.operation(made.sign_up(f"{name.lower()}.okafor", first=name)) for name in ("Ada", "Nomi"))
    for _ in range(2):
        house.sync(device, first, second)
    assert house.cases() == ["record_waits"]
    monkeypatch.undo()
    assert house.outcome(house.sync(device, first)) is Outcome.ACCEPTED
    assert house.cases() == ["record_waits"]
    assert house.outcome(house.sync(device, second)) in (Outcome.ACCEPTED, Outcome.CLOSE_MATCH)
    assert "record_waits" not in house.cases()
    assert ("record_waits", "done") in {(task.kind, task.state) for task in house.tasks(desk)}
    assert house.rows(t.deferrals) == []


def _gone(turn: Turn) -> None:
    raise sa.exc.OperationalError("SELECT", {}, Exception("server closed the connection"))


def _victim(turn: Turn) -> None:
    class DeadlockError(Exception):
        sqlstate = "40P01"

    raise sa.exc.DBAPIError("SELECT", {}, DeadlockError())


@pytest.mark.rule("K1")
@pytest.mark.parametrize("fault", [_gone, _victim], ids=["gone", "deadlock"])
def test_a_database_that_fails_is_no_verdict(house: House, breaks: Breaks, fault: Callable[[Turn], object]) -> None:
    """The request fails as a whole and changes nothing; the device sends the same bytes later."""
    breaks(fault)
    tablet = house.device()
    with pytest.raises(sa.exc.DBAPIError):
        house.sync(tablet, tablet.operation(_good("Moreau", "+16175550144")), tablet.operation(made.sign_up()))
    assert [house.rows(table) for table in (t.receipts, t.deferrals, t.accounts, t.cases)] == [[]] * 4


@pytest.mark.rule("K1")
def test_a_key_that_was_taken_meanwhile_is_looked_at_again(house: House, breaks: Breaks) -> None:
    """Somebody else was a moment faster: decided again in its place, it sees what they wrote."""
    left = [_taken]

    def once(turn: Turn) -> None:
        if left:
            left.pop()(turn)

    breaks(once)
    tablet = house.device()
    assert house.deliver(tablet, made.sign_up()) is Outcome.ACCEPTED
    assert house.cases() == []
    assert len(house.rows(t.accounts)) == len(house.mails()) == 1
