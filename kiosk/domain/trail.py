"""The audit row of an act that makes no operation (F5); an operation takes its row into its own transaction."""

from __future__ import annotations

from uuid import UUID

from kiosk.domain.ports import Clock, OperationLog
from kiosk.domain.staff import AuditAction, AuditEntry, StaffSession


class Trail:
    """Notes what staff did on this device."""

    def __init__(self, log: OperationLog, clock: Clock) -> None:
        self._log = log
        self._clock = clock

    def note(self, session: StaffSession, action: AuditAction, object_id: UUID | str = "") -> None:
        """Note an act and what it was done to.

        Raises:
            StorageError: it was not noted, so the act must not be.
        """
        self._log.audit(AuditEntry(session.staff_id, action, self._clock.now(), str(object_id)))
