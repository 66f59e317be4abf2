"""What most use cases need from the outside, as protocols; ``kiosk.device`` plugs the real things in.

All blocking calls run in a worker (``kiosk.ui.background``), never in the GUI thread.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol
from uuid import UUID

from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import AuditEntry


class Clock(Protocol):
    """Time from outside (``docs/architecture.md``, "Time")."""

    def now(self) -> dt.datetime:
        """Now, aware, UTC."""
        ...


class Entropy(Protocol):
    """The one source of salts, codes and ids."""

    def random_bytes(self, count: int) -> bytes:
        """``count`` bytes from the system's generator."""
        ...

    def uuid4(self) -> UUID:
        """A random UUID (RFC 9562, version 4)."""
        ...


class OperationLog(Protocol):
    """The device's durable queue of sealed operations."""

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        """Seal, chain and store an operation and its audit row in one transaction; durable on return.

        Returns:
            the operation's id.

        Raises:
            StorageError: nothing was stored.
        """
        ...

    def audit(self, entry: AuditEntry) -> None:
        """Append an audit row of its own.

        Raises:
            StorageError: nothing was stored.
        """
        ...


class Deliveries(Protocol):
    """The background loop that takes operations to the portal."""

    def kick(self) -> None:
        """Sync soon; returns at once."""
        ...

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        """Sync now and wait for the portal's decision; None if there is none in time.

        Raises:
            KioskError: waiting failed; what was recorded stands.
        """
        ...
