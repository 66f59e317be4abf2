"""The background loop: syncs soon after each record, in its own rhythm otherwise, and backs off while it fails.

One thread, one sync in flight (``docs/architecture.md``, "Trying again"). A wrong certificate or a refused device
pauses the loop until somebody at the desk asks again; sign-ups go on.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from kiosk.domain.errors import (
    KioskError,
    NotConnectedError,
    NotTrustedError,
    PortalDownError,
    PortalRefusedError,
    StorageError,
)
from kiosk.domain.outcomes import Outcome
from kiosk.domain.ports import Clock, Entropy
from kiosk.domain.sync_status import SyncStatus, Trouble
from kiosk.protocol.queue import QueueCounts
from kiosk.sync.backoff import delay_s
from kiosk.sync.gateway import is_transient
from kiosk.sync.ports import Decisions, Runner

IDLE_S: Final = 30.0
"""How often to ask for changes when there is nothing to send."""

DESK_IDLE_S: Final = 5.0
"""The same at a desk, where a patient who waits at a tablet has to be seen (F4)."""


STOP_S: Final = 5.0
"""How long to wait for a sync in flight when the program ends: nobody at a screen waits for a network that hangs."""


class SyncLoop:
    """``kiosk.domain.ports.Deliveries`` and ``kiosk.domain.sync_status.SyncMonitor``."""

    def __init__(
        self,
        engine: Runner,
        decisions: Decisions,
        *,
        clock: Clock,
        entropy: Entropy,
        last_success: dt.datetime | None = None,
        idle_s: float = IDLE_S,
        report: Callable[[BaseException], None] = lambda error: None,
        troubled: Callable[[Trouble | None], None] = lambda trouble: None,
    ) -> None:
        """Prepare; ``start`` begins.

        Args:
            engine: does one sync.
            decisions: where outcomes stand afterwards.
            clock: the device's.
            entropy: for jitter.
            last_success: when a sync last succeeded, from the device's file.
            idle_s: pause between syncs while all is well.
            report: told of a bug in a sync, which is then treated like a failure.
            troubled: told when syncs begin to fail, fail for another reason, or work again (None).
        """
        self._engine = engine
        self._decisions = decisions
        self._clock = clock
        self._entropy = entropy
        self._idle_s = idle_s
        self._report = report
        self._troubled = troubled
        self._changed = threading.Condition()
        self._kicks = 0
        self._finished = 0
        """Kicks that were waiting when the last finished sync began."""
        self._stopping = False
        self._paused = False
        self._connected = False
        self._failures = 0
        self._last_success = last_success
        self._last_failure: dt.datetime | None = None
        self._trouble: Trouble | None = None
        self._clock_off = dt.timedelta(0)
        self._counts = QueueCounts(0, None, 0, 0)
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Start the thread; it syncs at once."""
        self.kick()
        self._thread.start()

    def stop(self) -> None:
        """End the thread; a turn in flight is let finish for ``STOP_S``, what is not sent stays queued."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def stopping(self) -> bool:
        """Whether ``stop`` was called."""
        with self._changed:
            return self._stopping

    def kick(self) -> None:
        """Sync soon, also in a pause between retries; returns at once."""
        with self._changed:
            self._kicks += 1
            self._changed.notify_all()

    def settled(self) -> None:
        """Receipts were stored: whoever waits for an outcome looks again."""
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        """Sync now and wait for the portal's decision; None if there is none in time, or no connection."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            self._kicks += 1
            mine = self._kicks
            self._changed.notify_all()
        while True:
            outcome = self._decisions.outcome(op_id)
            if outcome is not None:
                return outcome
            with self._changed:
                left = deadline - time.monotonic()
                if left <= 0 or self._stopping or self._finished >= mine:
                    break
                self._changed.wait(left)
        return self._decisions.outcome(op_id)

    def status(self) -> SyncStatus:
        """What the desk sees (F6); of an unreadable queue what was last known, and the disk is to blame."""
        try:
            counts, readable = self._decisions.counts(), True
        except StorageError:
            counts, readable = self._counts, False
        with self._changed:
            self._counts = counts
            return SyncStatus(
                connected=self._connected,
                last_success=self._last_success,
                last_failure=self._last_failure if readable else self._clock.now(),
                trouble=self._trouble if readable else Trouble.DISK,
                waiting=counts.waiting,
                waiting_since=counts.waiting_since,
                stuck=counts.stuck,
                clock_off=self._clock_off,
            )

    def connected(self) -> bool:
        """Whether the last try reached the portal; no I/O, so any thread may ask."""
        with self._changed:
            return self._connected

    def _run(self) -> None:
        pause = 0.0
        seen = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._stopping or self._kicks > seen, pause)  # noqa: B023 - used at once
                if self._stopping:
                    return
                if self._paused and self._kicks == seen:
                    continue
                seen = self._kicks
            pause = self._sync()
            with self._changed:
                self._finished = seen
                self._changed.notify_all()

    def _sync(self) -> float:
        """One sync; returns the seconds to the next."""
        now = self._clock.now()
        try:
            report = self._engine.run_once(now, self.stopping)
        except KioskError as error:
            return self._failed(error, now)
        except Exception as error:  # noqa: BLE001 - a bug here must not end the loop, or records would wait for ever
            if not self.stopping():  # else the files were closed under a turn that took too long
                self._report(error)
            return self._failed(KioskError(type(error).__name__), now)
        with self._changed:
            self._failures, self._paused, self._connected = 0, False, True
            self._last_success, self._clock_off = now, report.clock_off
            former, self._trouble = self._trouble, None
        self._tell(former, None)
        return self._idle_s

    def _failed(self, error: KioskError, now: dt.datetime) -> float:
        retry_after = error.retry_after if isinstance(error, PortalRefusedError) else None
        with self._changed:
            self._failures += 1
            self._last_failure = now
            self._paused = _needs_a_person(error)
            self._connected = False
            failures = self._failures
            former, self._trouble = self._trouble, (trouble := trouble_of(error))
        self._tell(former, trouble)
        return delay_s(failures, self._entropy, retry_after=retry_after)

    def _tell(self, former: Trouble | None, trouble: Trouble | None) -> None:
        if trouble is not former and not self.stopping():
            self._troubled(trouble)


def _needs_a_person(error: KioskError) -> bool:
    return isinstance(error, NotTrustedError) or (isinstance(error, PortalRefusedError) and not is_transient(error))


def trouble_of(error: KioskError) -> Trouble:
    """Why a try to reach the portal failed, in the words of F6."""
    match error:
        case NotTrustedError():
            return Trouble.NOT_TRUSTED
        case PortalDownError():
            return Trouble.PORTAL_BUSY
        case NotConnectedError():
            return Trouble.NO_NETWORK
        case StorageError():
            return Trouble.DISK
        case PortalRefusedError():
            return Trouble.PORTAL_BUSY if is_transient(error) else Trouble.REFUSED
        case _:
            return Trouble.FAULT
