"""A portal in memory, for the engine: takes what it is sent, unless told otherwise."""

from collections.abc import Callable
from typing import Any

from kiosk.domain.errors import NotConnectedError, PortalRefusedError
from kiosk.domain.outcomes import Outcome
from kiosk.protocol import envelope, wire_sync
from kiosk.protocol.queue import Queued
from kiosk.sync.gateway import Gateway
from tests.store.samples import PortalKeys
from tests.sync.portal_server import empty


class MemoryPortal(Gateway):
    """Takes what it is sent, unless told otherwise.

    Attributes:
        batches: seqs of each batch that arrived.
        held: what it has, by seq.
        poison: seqs that make it refuse the whole request.
    """

    def __init__(self, keys: PortalKeys) -> None:
        self.keys = keys
        self.portal_keys = {"sign-1": keys.sign.public_key().public_bytes_raw()}
        self.batches: list[list[int]] = []
        self.requests: list[wire_sync.SyncRequest] = []
        self.held: dict[int, str] = {}
        self.poison: set[int] = set()
        self.epoch = "epoch-1"
        self.durable: int | None = None
        self.connected = True
        self.outcome = Outcome.ACCEPTED
        self.twist: Callable[[wire_sync.SyncResponse], wire_sync.SyncResponse] = lambda response: response

    def probe(self) -> None:
        """Answers, unless the network is gone."""
        if not self.connected:
            raise NotConnectedError("no network")

    def sync(self, request: wire_sync.SyncRequest) -> wire_sync.SyncResponse:
        """One honest turn."""
        sent = [(envelope.parse(text).header, text) for text in request.operations]
        self.requests.append(request)
        self.batches.append([header.seq for header, _ in sent])
        if self.poison & {header.seq for header, _ in sent}:
            raise PortalRefusedError("malformed")
        results = []
        for header, text in sent:
            self.held[header.seq] = text
            _, receipt = self.keys.receipt(Queued(header.seq, header.op_id, text), self.outcome)
            results.append(wire_sync.Result(receipt=receipt))
        durable = max(self.held, default=0) if self.durable is None else self.durable
        return self.twist(empty(results=results, epoch=self.epoch, durable_seq=durable))


def replace(response: wire_sync.SyncResponse, **fields: Any) -> wire_sync.SyncResponse:
    """The same with other fields."""
    return empty(**{name: getattr(response, name) for name in response.__struct_fields__} | fields)
