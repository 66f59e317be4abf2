"""The same operation delivered more than once, and one person at two tablets: one account, one `welcome` mail."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from functools import partial

import pytest

from kiosk.device import Device
from kiosk.domain.errors import NotConnectedError
from kiosk.domain.outcomes import Outcome
from kiosk.protocol import receipts, wire, wire_sync
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from tests.journeys.drafts import recorded, synced
from tests.journeys.house import House
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.test_faults import exactly_one


def request_of(device: Device) -> wire_sync.SyncRequest:
    """One turn of the loop with all that waits; the device itself is not told of the answer."""
    position = device.local.position()
    waiting = device.outbox.ready(device.clock.now(), limit=50, max_chars=wire.MAX_BODY_BYTES)
    return wire_sync.SyncRequest(
        operations=[queued.text for queued in waiting], cursor=position.cursor, epoch=position.epoch
    )


def outcomes(device: Device, answer: wire_sync.SyncResponse) -> list[Outcome]:
    """What the receipts say; the portal's signature has to hold."""
    return [receipts.verify(result.receipt, device.gateway.portal_keys).outcome for result in answer.results]


def together(*calls: Callable[[], None]) -> None:
    """Run calls in threads that begin at the same moment; what one raises is raised here."""
    barrier = threading.Barrier(len(calls))
    raised: list[BaseException] = []

    def run(call: Callable[[], None]) -> None:
        try:
            barrier.wait(10)
            call()
        except BaseException as error:  # noqa: BLE001 - raised below, in the test's own thread
            raised.append(error)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]


def _keep(line: Gateway, request: wire_sync.SyncRequest, answers: list[wire_sync.SyncResponse]) -> None:
    answers.append(line.sync(request))


class TestTheSameOperation:
    """Bytes are sent as they are, as often as need be."""

    @pytest.mark.rule("K1")
    def test_twice(self, house: House, new_device: Callable[..., Device]) -> None:
        """The second delivery gets the same receipt, marked as a replay."""
        person, device = somebody(), new_device()
        recorded(device, person)
        request = request_of(device)
        first, second = (device.gateway.sync(request) for _ in range(2))
        assert outcomes(device, first) == outcomes(device, second) == [Outcome.ACCEPTED]
        assert first.results[0].receipt == second.results[0].receipt
        assert (first.results[0].replayed, second.results[0].replayed) == (False, True)
        exactly_one(house, person.email, person.user_id)

    @pytest.mark.rule("K1")
    def test_by_two_threads_together(self, house: House, new_device: Callable[..., Device]) -> None:
        """Two connections deliver it at the same moment, four times over."""
        device = new_device()
        lines = []
        for _ in range(2):
            http = HttpClient(device.identity.portal_url)
            signing_key = device.outbox._signing_key
            lines.append(
                Gateway(
                    http,
                    device_id=device.identity.device_id,
                    signing_key=signing_key,
                    portal_keys=device.identity.keys("sign"),
                    clock=device.clock,
                    entropy=device.entropy,
                )
            )
            lines[-1].probe()
        for _ in range(4):
            person = somebody()
            recorded(device, person)
            request = request_of(device)
            answers: list[wire_sync.SyncResponse] = []
            together(*(partial(_keep, line, request, answers) for line in lines))
            assert [outcomes(device, answer) for answer in answers] == [[Outcome.ACCEPTED]] * 2
            assert sorted(answer.results[0].replayed for answer in answers) == [False, True]
            exactly_one(house, person.email, person.user_id)
            synced(device)
        for line in lines:
            line._http.close()

    @pytest.mark.rule("K1")
    @pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.HALF_ANSWER])
    def test_after_a_lost_answer(self, house: House, new_device: Callable[..., Device], fault: Fault) -> None:
        """The portal committed, the tablet heard nothing, three times; then it sends the same bytes again."""
        person, device = somebody(), new_device()
        made = recorded(device, person)
        assert made.ending is not None
        before = request_of(device).operations
        house.line.breaks(fault, times=3)
        for _ in range(3):
            with pytest.raises(NotConnectedError):
                synced(device)
            assert len(house.accounts(person.email)) == 1
            assert request_of(device).operations == before
        synced(device)
        assert device.outbox.counts().held == 0
        exactly_one(house, person.email, person.user_id)


class TestTheSamePerson:
    """Two tablets, one person, one moment."""

    @pytest.mark.rule("S26", "K1")
    def test_at_two_tablets_together(self, house: House, new_device: Callable[..., Device]) -> None:
        """One account with one `welcome` mail; the other tablet is told of the match."""
        devices = [new_device("left"), new_device("right")]
        person = somebody(gender="female")
        people = [person, dataclasses.replace(person, user_id=f"{person.user_id}.b")]
        for device, typed in zip(devices, people, strict=True):
            recorded(device, typed)
        requests = [request_of(device) for device in devices]
        heard: list[Outcome] = []

        def deliver(device: Device, request: wire_sync.SyncRequest) -> None:
            heard.extend(outcomes(device, device.gateway.sync(request)))

        together(*(partial(deliver, *pair) for pair in zip(devices, requests, strict=True)))
        assert sorted(heard, key=lambda outcome: outcome.value) == [Outcome.ACCEPTED, Outcome.EXACT_MATCH]
        assert len(house.accounts(person.email)) == 1
        assert house.queued(person.email) == ["welcome", "account_exists"]
        assert len(house.arrived(person.email)) == 2
