"""A served portal seals the roster row of a new invitation, so that tablets activate without a network (K1)."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.protocol.encoding import b64decode
from kiosk.protocol.roster import open_row
from kiosk.protocol.wire_sync import RosterChange, SyncResponse
from tests.portal.conftest import Served
from tests.portal.device import TestDevice, invitation

CODE = ActivationCode.from_entropy(b"a row now")


def _sync(served: Served, device: TestDevice, *operations: str) -> SyncResponse:
    answer = device.call(served.address, "POST", "/v1/sync", device.sync_request(*operations))
    assert answer.status == 200
    told = msgspec.json.decode(answer.body, type=SyncResponse)
    device.cursor = told.cursor
    return told


@pytest.mark.rule("K1")
def test_tablets_get_the_row(served: Served) -> None:
    """The desk's answer comes when the row is stored; the tablet's next turn brings it, and the details open it."""
    tablet, desk = served.device(), served.device("desk")
    _sync(served, tablet)
    body = invitation(served.house.staff_id, CODE)
    _sync(served, desk, desk.operation(body))
    (row,) = (change for change in _sync(served, tablet).changes if isinstance(change, RosterChange))
    practice_id = served.house.practice_id
    born = dt.date(1990, 12, 31)
    assert open_row(b64decode(row.sealed), CODE, born, "94111", practice_id, row.expires_at) is None
    opened = open_row(b64decode(row.sealed), CODE, born, "94110", practice_id, row.expires_at)
    assert opened is not None
    assert opened.invitation_id == body.invitation_id
