"""What the sync needs of the device's files and of itself, as protocols; ``kiosk.device`` plugs the real things in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.outcomes import Outcome
from kiosk.domain.tries import Tries
from kiosk.protocol import wire_sync
from kiosk.protocol.keys import KeyStatement
from kiosk.protocol.queue import QueueCounts, Queued, SyncPosition
from kiosk.protocol.receipts import Receipt


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one sync did; ``clock_off`` is the portal's signed time minus the device's."""

    turns: int
    sent: int
    clock_off: dt.timedelta = dt.timedelta(0)


class Queue(Protocol):
    """The device's operations as the engine needs them; ``kiosk.store.outbox`` says what each call means."""

    def ready(self, now: dt.datetime, *, limit: int, max_chars: int) -> list[Queued]: ...

    def send_again(self, seqs: Collection[int]) -> None: ...

    def send_again_above(self, durable_seq: int) -> None: ...

    def counts(self) -> QueueCounts: ...

    def audit_head(self) -> tuple[int, str]: ...

    def audit_hash(self, number: int) -> str: ...

    def apply(self, receipts: Sequence[tuple[Receipt, str]], *, durable_seq: int, now: dt.datetime) -> None: ...

    def mark_stuck(self, op_id: UUID) -> None: ...

    def set_keys(self, statements: Sequence[KeyStatement]) -> dict[str, bytes]: ...


class ChangeCopy(Protocol):
    """The device's copy of the portal's changes; ``kiosk.store.local`` says what each call means."""

    def position(self) -> SyncPosition: ...

    def wrong_tries(self) -> list[wire_sync.WrongTries]: ...

    def known_trail(self) -> tuple[int, str]: ...

    def keep_known_trail(self, count: int, head: str) -> None: ...

    def apply(
        self,
        changes: Sequence[wire_sync.Change],
        *,
        position: SyncPosition,
        reset: bool,
        now: dt.datetime,
        portal_time: dt.datetime,
    ) -> None: ...

    def end_day(self, now: dt.datetime) -> None: ...


class SealedRow(Protocol):
    """A roster row as it is stored."""

    @property
    def sealed(self) -> bytes: ...

    @property
    def expires_at(self) -> dt.datetime: ...


class RosterCopy(Protocol):
    """The device's roster and its counters; ``kiosk.store.roster`` says what each call means."""

    def row(self, sought: str) -> SealedRow | None: ...

    def tries(self, sought: str) -> tuple[Tries, dt.timedelta]: ...

    def wrong_try(self, sought: str) -> dt.timedelta: ...


class Runner(Protocol):
    """What the loop drives; ``kiosk.sync.engine.SyncEngine``."""

    def run_once(self, now: dt.datetime, stopping: Callable[[], bool]) -> SyncReport: ...


class Decisions(Protocol):
    """Where decided operations stand; ``kiosk.store.outbox.Outbox``."""

    def outcome(self, op_id: UUID) -> Outcome | None: ...

    def counts(self) -> QueueCounts: ...
