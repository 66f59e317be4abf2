"""A desk asks how its practice's devices stand (F6): those of nobody else, and none that were shut out."""

from __future__ import annotations

import datetime as dt
import uuid
from functools import partial

import msgspec
import pytest

from kiosk.portal import devices, sync
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import DevicesFound
from tests.portal.device import TestDevice
from tests.portal.house import House

pytestmark = pytest.mark.rule("F6")


def ask(house: House, device: TestDevice) -> DevicesFound:
    """Ask as that device."""
    return house.database.run(lambda c: devices.seen(c, house.known(c, device)))


def test_when_each_was_seen_and_what_waited(house: House) -> None:
    """Tablets first; the time is that of the last sync, the number what was left after it."""
    desk, tablet = house.device("desk"), house.device()
    began, later = house.now, house.now + dt.timedelta(minutes=3)
    request = msgspec.structs.replace(tablet.sync_request(), waiting=7)
    for device, at in ((desk, began), (tablet, later)):
        house.database.run(
            partial(devices.remember_request, device_id=device.device_id, request_id=uuid.uuid4(), now=at)
        )
    house.database.run(lambda c: sync.sync(c, house.known(c, tablet), request, keys=house.keys, now=later))
    found = [(seen.device_id, seen.role, seen.last_seen, seen.waiting) for seen in ask(house, desk).devices]
    assert found == [(tablet.device_id, "tablet", later, 7), (desk.device_id, "desk", began, 0)]


def test_nobody_elses_and_none_that_was_shut_out(house: House) -> None:
    """Another practice's devices are not there, and neither is a lost tablet that was revoked."""
    desk, lost = house.device("desk"), house.device()
    hilltop = uuid.uuid4()
    house.add_practice(hilltop, "Hilltop Clinic")
    house.device("tablet", hilltop)
    house.database.run(lambda c: devices.revoke(c, lost.device_id))
    assert [seen.device_id for seen in ask(house, desk).devices] == [desk.device_id]


def test_a_tablet_is_told_nothing(house: House) -> None:
    """For a tablet the call is not there."""
    with pytest.raises(RequestRefusedError) as refused:
        ask(house, house.device())
    assert refused.value.code == "not_found"
