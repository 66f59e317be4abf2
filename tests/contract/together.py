"""Deliveries at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from kiosk.protocol.wire_sync import SyncResponse
from tests.portal.device import TestDevice
from tests.portal.house import House


def together(house: House, deliveries: list[tuple[TestDevice, str]]) -> list[SyncResponse]:
    """Deliver at the same moment, each in a thread of its own."""
    barrier = Barrier(len(deliveries))

    def one(delivery: tuple[TestDevice, str]) -> SyncResponse:
        barrier.wait(timeout=30)
        return house.sync(*delivery)

    with ThreadPoolExecutor(len(deliveries)) as pool:
        return list(pool.map(one, deliveries))
