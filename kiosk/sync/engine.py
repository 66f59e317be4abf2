"""One sync: operations up, receipts and changes down, until the queue is empty (``docs/protocol.md``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from kiosk.domain.errors import NotTrustedError, PortalRefusedError
from kiosk.protocol import receipts, wire, wire_sync
from kiosk.protocol.queue import Queued, SyncPosition
from kiosk.sync.gateway import Gateway, is_transient
from kiosk.sync.ports import ChangeCopy, Queue, SyncReport

_FRAME_BYTES: Final = 4096
"""Room in a request for everything but operations."""

_MAX_TURNS: Final = 10_000
"""Stops a loop that a faulty portal keeps alive with ``more``."""


class SyncEngine:
    """Runs in one worker at a time; knows nothing of threads or timers."""

    def __init__(self, queue: Queue, copy: ChangeCopy, gateway: Gateway, settled: Callable[[], None]) -> None:
        """Work on a device's files.

        Args:
            queue: what is to be sent.
            copy: what came down.
            gateway: the line to the portal.
            settled: called after each turn's receipts are stored.
        """
        self._queue = queue
        self._copy = copy
        self._gateway = gateway
        self._settled = settled
        self._limit = wire_sync.MAX_OPERATIONS

    def run_once(self, now: dt.datetime, stopping: Callable[[], bool] = lambda: False) -> SyncReport:
        """Sync until nothing is left to send or to fetch, or until ``stopping`` says so between two turns.

        A batch that the portal refuses as a whole is halved down to one operation; that one is then stuck, the desk
        told, and the rest goes on: unless the portal refuses a request without any operation, too.

        Raises:
            NotConnectedError: unknown what happened; the same bytes go again later.
            NotTrustedError: pause and tell the desk.
            PortalRefusedError: the device itself is refused, or the portal is busy.
            StorageError: the device's files.
        """
        self._copy.end_day(now)  # also while nobody answers
        self._gateway.probe()
        turns = sent = 0
        clock_off = dt.timedelta(0)
        batch_limit = self._limit
        asked_for: set[int] = set()
        while turns < _MAX_TURNS and not stopping():
            batch = self._queue.ready(now, limit=batch_limit, max_chars=wire.MAX_BODY_BYTES - _FRAME_BYTES)
            try:
                response = self._turn(batch)
            except PortalRefusedError as error:
                if is_transient(error) or error.code not in ("malformed", "too_large") or not batch:
                    raise
                if len(batch) > 1:
                    batch_limit = len(batch) // 2
                    continue
                self._apply([], self._turn([]), now)  # refused, too? Then nothing speaks against the operation: raises
                self._queue.mark_stuck(batch[0].op_id)
                continue
            turns += 1
            sent += len(batch)
            if turns == 1:  # later turns are not "now" any more
                clock_off = response.portal_time - now
            self._apply(batch, response, now)
            lacking = set(response.missing) - asked_for  # each once a sync, or a faulty portal keeps it going
            asked_for |= lacking
            self._queue.send_again(lacking)
            batch_limit = max(1, min(self._limit, response.limits.max_operations))
            if not (response.more or self._queue.ready(now, limit=1, max_chars=1)):
                break
        return SyncReport(turns, sent, clock_off)

    def _turn(self, batch: list[Queued]) -> wire_sync.SyncResponse:
        position = self._copy.position()
        count, head = self._queue.audit_head()
        known, _ = self._copy.known_trail()
        waiting = max(0, self._queue.counts().waiting - len(batch))
        request = wire_sync.SyncRequest(
            operations=[queued.text for queued in batch],
            cursor=position.cursor,
            epoch=position.epoch,
            audit_head=head,
            audit_count=count,
            audit_known_count=known,
            audit_known_head=self._queue.audit_hash(known),
            waiting=waiting,
            tries=self._copy.wrong_tries(),
        )
        return self._gateway.sync(request)

    def _apply(self, batch: list[Queued], response: wire_sync.SyncResponse, now: dt.datetime) -> None:
        for change in response.changes:
            if isinstance(change, wire_sync.KeysChange):
                try:
                    self._gateway.portal_keys = self._queue.set_keys(change.keys)
                except ValueError:
                    raise NotTrustedError("new keys without the root's signature") from None
        try:
            verified = [
                (receipts.verify(result.receipt, self._gateway.portal_keys), result.receipt)
                for result in response.results
            ]
        except ValueError:
            raise NotTrustedError("a receipt is not the portal's") from None
        if [receipt.op_id for receipt, _ in verified] != [queued.op_id for queued in batch]:
            raise NotTrustedError("the portal answered other operations than it was sent")
        if response.epoch != self._copy.position().epoch:
            self._queue.send_again_above(response.durable_seq)
        self._queue.apply(verified, durable_seq=response.durable_seq, now=now)
        self._copy.apply(
            response.changes,
            position=SyncPosition(response.epoch, response.cursor),
            reset=response.reset,
            now=now,
            portal_time=response.portal_time,
        )
        self._copy.keep_known_trail(response.audit_count, response.audit_head)
        self._settled()
        # A decision about other bytes settles nothing: the same operation would go again at once, for ever.
        undecided = {queued.op_id for queued in batch}
        for queued in self._queue.ready(now, limit=len(batch), max_chars=wire.MAX_BODY_BYTES):
            if queued.op_id in undecided:
                self._queue.mark_stuck(queued.op_id)
