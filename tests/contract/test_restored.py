"""A portal whose backup was put back begins a new epoch, on both databases."""

from __future__ import annotations

import pytest

from kiosk.domain.outcomes import Outcome
from kiosk.portal import admin
from kiosk.portal import tables as t
from tests.portal.device import sign_up
from tests.portal.house import House


@pytest.mark.rule("K1", "K2")
def test_what_a_backup_lacks_comes_again(house: House) -> None:
    """The copy is taken anew, and the newest durable sequence tells the device what it has to send again."""
    device = house.device()
    house.deliver(device, sign_up())
    kept = device.operation(sign_up("ann.chavez77", first="Ann"))  # this the backup lacks
    before = house.sync(device)
    admin.begin_epoch(house.database)
    after = house.sync(device)
    assert (before.reset, after.reset) == (False, True)
    assert after.epoch not in ("", before.epoch)
    assert after.durable_seq == 1
    assert house.outcome(house.sync(device, kept)) is Outcome.ACCEPTED
    assert len(house.rows(t.accounts)) == 2
