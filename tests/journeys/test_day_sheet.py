"""The day sheet at a desk that asks the portal: whom the practice knows from other days gets no second slip (F2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.demo.people import Person
from kiosk.device import Device
from kiosk.domain.day_sheet import RowReason, RowRefusal
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan
from kiosk.domain.staff import StaffSession
from tests.journeys.house import PIN, House
from tests.journeys.people import somebody
from tests.portal.patients import add_account
from tests.portal.patients import person as columns

pytestmark = pytest.mark.rule("F2", "K1")


@pytest.fixture
def desk(house: House, tmp_path: Path) -> Iterator[Device]:
    """A desk without a window."""
    device = house.enrolled(tmp_path / "desk", "desk")
    yield device
    house.line.mends()
    device.close()


def sheet_of(*people: Person) -> bytes:
    """A day sheet as most systems write it."""
    rows = (f"{one.last},{one.first},{one.year}-{one.month}-{one.day},{one.zip_code},{one.email}" for one in people)
    return "\n".join(("Last,First,DOB,ZIP,Email", *rows)).encode()


def read(desk: Device, session: StaffSession, *people: Person) -> SheetPlan:
    """The preview."""
    plan = desk.imports.read(session, sheet_of(*people), SheetChoices())
    assert isinstance(plan, SheetPlan)
    return plan


def test_yesterdays_slips_are_not_made_anew(house: House, desk: Device) -> None:
    """A slip of yesterday, an account of last month: today's list has forgotten both, and the portal has not."""
    session = desk.desk.sign_in(desk.desk.staff()[0].staff_id, PIN)
    assert isinstance(session, StaffSession)
    yesterday, member, new = somebody(), somebody(), somebody()
    born = f"{member.year}-{int(member.month):02}-{int(member.day):02}"
    account = columns(member.first, member.last, member.email, birth_date=born, zip_code=member.zip_code)
    now = desk.clock.now()
    house.database.run(
        lambda c: add_account(c, house.practice_id, account, member.user_id, now - dt.timedelta(days=30))
    )
    (made,) = desk.imports.run(
        session, read(desk, session, yesterday), progress=lambda _: None, cancelled=lambda: False
    ).made
    desk.engine.run_once(now)
    desk.local.end_day(now + dt.timedelta(days=2))
    assert desk.local.rows() == []
    plan = read(desk, session, yesterday, member, new)
    assert (plan.compared, [row.number for row in plan.accepted]) == (True, [4])
    assert [row.reasons for row in plan.refused] == [
        (RowReason(RowRefusal.LIVE_INVITATION, number=made.number),),
        (RowReason(RowRefusal.HAS_ACCOUNT),),
    ]
    house.line.close()
    plan = read(desk, session, yesterday, member, new)
    assert (plan.compared, len(plan.accepted)) == (False, 3)
