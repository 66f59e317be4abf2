"""Flows bind the pages of a few minutes to one device, practice and purpose; nobody gets one, too."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.portal import flows
from kiosk.portal import tables_people as tp
from kiosk.portal.flows import Flow, Purpose
from tests.portal.device import TestDevice
from tests.portal.house import House

R = TypeVar("R")
SECOND = dt.timedelta(seconds=1)


def run(house: House, work: Callable[[sa.Connection], R]) -> R:
    """One transaction."""
    return house.database.run(work)


def begin(house: House, tablet: TestDevice, purpose: Purpose = Purpose.LOG_IN, **what: Any) -> UUID:
    """Begin a flow."""
    return run(house, lambda c: flows.begin(c, house.keys, house.known(c, tablet), purpose, house.now, **what))


def get(house: House, tablet: TestDevice, flow_id: UUID, purpose: Purpose = Purpose.LOG_IN) -> Flow | None:
    """The flow, if it holds."""
    return run(house, lambda c: flows.get(c, house.keys, house.known(c, tablet), purpose, flow_id, house.now))


def test_keeps_what_it_was_given(house: House) -> None:
    """Subject, account, invitation and data come back; the data is not readable in the table."""
    tablet, subject, account_id, invitation_id = house.device(), uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    flow_id = begin(
        house,
        tablet,
        subject=subject,
        account_id=account_id,
        invitation_id=invitation_id,
        data={"email": "maria@example.org"},
    )
    flow = get(house, tablet, flow_id)
    assert flow == Flow(
        flow_id=flow_id,
        purpose=Purpose.LOG_IN,
        practice_id=house.practice_id,
        subject=subject,
        account_id=account_id,
        invitation_id=invitation_id,
        data={"email": "maria@example.org"},
        tries=0,
    )
    assert b"maria" not in house.rows(tp.flows)[0].data
    assert "maria" not in repr(flow)


@pytest.mark.rule("S25", "S29", "S39")
def test_is_of_one_device_and_purpose(house: House) -> None:
    """Another device, of this practice or another, another purpose, and an invented id find nothing."""
    practice_id = uuid.uuid4()
    house.add_practice(practice_id, "Hillside Clinic")
    tablet = house.device()
    flow_id = begin(house, tablet)
    assert get(house, house.device(), flow_id) is None
    assert get(house, house.device(practice_id=practice_id), flow_id) is None
    assert get(house, tablet, uuid.uuid4()) is None
    for purpose in Purpose:
        assert (get(house, tablet, flow_id, purpose) is not None) == (purpose is Purpose.LOG_IN)


@pytest.mark.parametrize(("after", "holds"), [(-SECOND, True), (0 * SECOND, False)])
def test_lives_fifteen_minutes(house: House, after: dt.timedelta, holds: bool) -> None:
    """To the second; and longer only if it is renewed."""
    tablet = house.device()
    flow_id = begin(house, tablet)
    house.now += flows.LIFE + after
    assert (get(house, tablet, flow_id) is not None) == holds


def test_changes_and_ends(house: House) -> None:
    """Data, tries and life can be changed; an ended flow is gone."""
    tablet = house.device()
    flow_id = begin(house, tablet, data={"a": "1"})
    flow = get(house, tablet, flow_id)
    assert flow is not None
    ends = house.now + 2 * flows.LIFE
    run(house, lambda c: flows.change(c, house.keys, flow, data={"b": "2"}, tries=2, expires_at=ends))
    house.now = ends - SECOND
    changed = get(house, tablet, flow_id)
    assert changed is not None
    assert (changed.data, changed.tries) == ({"b": "2"}, 2)
    run(house, lambda c: flows.end(c, flow_id))
    assert get(house, tablet, flow_id) is None


def test_old_ones_are_swept_out(house: House) -> None:
    """Nothing of a patient's way stays: the next flow takes the old ones away."""
    tablet = house.device()
    begin(house, tablet)
    house.now += 2 * flows.LIFE + SECOND
    flow_id = begin(house, tablet)
    assert [row.flow_id for row in house.rows(tp.flows)] == [flow_id]
