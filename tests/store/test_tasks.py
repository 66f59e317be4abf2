"""The desk's tasks: there while they are open, on desks alone."""

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from kiosk.domain.desk_task import DeskTask
from kiosk.protocol import wire_sync
from kiosk.protocol.queue import SyncPosition
from kiosk.store.local import LocalStore
from tests.store.samples import CANARIES, NOW, House

CASE, SUBJECT = (uuid.UUID(int=number) for number in (1, 2))
NEXT = SyncPosition("epoch-1", "7")


def case(**fields: Any) -> wire_sync.CaseChange:
    """A patient who is a canary and waits at a tablet."""
    usual: dict[str, Any] = {
        "case_id": CASE,
        "kind": "desk_request",
        "reasons": ["no_email", "details"],
        "subject": SUBJECT,
        "waiting": True,
        "first": "Maria",
        "last": CANARIES[0],
        "birth_date": CANARIES[2],
        "zip_code": CANARIES[3],
        "email": CANARIES[1],
        "differs": ["birth_date"],
        "chart_birth_date": "1985-01-02",
        "chart_zip": "02138",
        "number": "INV-7F3K",
        "made_at": NOW,
        "state": "open",
        "phone": "+16175550123",
    }
    return wire_sync.CaseChange(**usual | fields)


def take(store: LocalStore, *changes: wire_sync.Change, reset: bool = False, now: dt.datetime = NOW) -> None:
    """A sync that brings changes."""
    store.apply(changes, position=NEXT, reset=reset, now=now, portal_time=now)


@pytest.mark.rule("F4")
def test_an_open_case_is_a_task(desk: LocalStore) -> None:
    """With every field of the change."""
    take(desk, case())
    assert desk.tasks() == [
        DeskTask(
            case_id=CASE,
            kind="desk_request",
            reasons=("no_email", "details"),
            subject=SUBJECT,
            waiting=True,
            first="Maria",
            last=CANARIES[0],
            birth_date=CANARIES[2],
            zip_code=CANARIES[3],
            email=CANARIES[1],
            differs=("birth_date",),
            chart_birth_date="1985-01-02",
            chart_zip="02138",
            number="INV-7F3K",
            made_at=NOW,
            phone="+16175550123",
        )
    ]


@pytest.mark.rule("F4", "K2")
def test_a_done_case_is_gone_from_the_file(desk: LocalStore) -> None:
    """Decided here or at another desk, or dropped with a reset: nothing of the patient stays."""
    ends: list[Callable[[], None]] = [
        partial(take, desk, case(state="done", first="", last="", birth_date="")),
        partial(desk.task_done, CASE),
        partial(take, desk, reset=True),
    ]
    for end in ends:
        take(desk, case())
        assert len(desk.tasks()) == 1
        end()
        assert desk.tasks() == []
        assert desk._db.execute("SELECT count(*) FROM desk_tasks").fetchone() == (0,)


@pytest.mark.rule("F4")
def test_a_case_that_changed_replaces_itself(desk: LocalStore) -> None:
    """The patient left the tablet meanwhile."""
    take(desk, case(), case(waiting=False))
    assert [task.waiting for task in desk.tasks()] == [False]


@pytest.mark.rule("F4")
def test_the_oldest_comes_first(desk: LocalStore) -> None:
    """Whatever the order in which they came."""
    later = case(case_id=SUBJECT, made_at=NOW + dt.timedelta(minutes=1))
    take(desk, later, case())
    assert [task.case_id for task in desk.tasks()] == [CASE, SUBJECT]


@pytest.mark.rule("F4")
def test_tasks_outlive_the_day_and_the_program(house: House, desk: LocalStore) -> None:
    """What nobody decided today is still to be decided tomorrow."""
    take(desk, case())
    take(desk, now=NOW + dt.timedelta(days=1))
    desk.end_day(NOW + dt.timedelta(days=2))
    assert len(desk.tasks()) == 1


@pytest.mark.rule("K2")
def test_a_tablet_takes_no_tasks(tablet: LocalStore) -> None:
    """Whatever the portal sends, a tablet keeps no patient's name."""
    take(tablet, case())
    assert tablet.tasks() == []
    assert CANARIES[0] not in repr(tablet._db.execute("SELECT * FROM desk_tasks").fetchall())
