"""Counters of wrong PINs in ``local.db``, by member of staff and for this device alone (F5)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

from kiosk.domain.staff import PinThrottle
from kiosk.store.file import EncryptedFile

_SELECT: Final = "SELECT failures, locked_until FROM pin_throttle WHERE staff_id = ?"
_PUT: Final = """
    INSERT INTO pin_throttle VALUES (?, ?, ?) ON CONFLICT (staff_id) DO UPDATE
    SET failures = excluded.failures, locked_until = excluded.locked_until"""
_CLEAR: Final = "DELETE FROM pin_throttle WHERE staff_id = ?"


class PinFile(EncryptedFile):
    """The part of ``local.db`` that counts them (``kiosk.domain.staff_ports.StaffDirectory``)."""

    def throttle(self, staff_id: UUID) -> PinThrottle:
        """Wrong PINs of one staff member on this device."""
        with self._reading() as db:
            return _found(db, staff_id)

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        """Store the counter, durable on return."""
        with self._transaction() as db:
            _put(db, staff_id, throttle)

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        """Count a wrong PIN unless tries do not count now; returns the counter as it was found."""
        with self._transaction() as db:
            found = _found(db, staff_id)
            if not found.wait(now):
                _put(db, staff_id, found.failed(now))
        return found

    def _clear_throttle(self, db: Any, staff_id: str) -> None:
        db.execute(_CLEAR, (staff_id,))


def _found(db: Any, staff_id: UUID) -> PinThrottle:
    row = db.execute(_SELECT, (str(staff_id),)).fetchone()
    if row is None:
        return PinThrottle()
    return PinThrottle(row[0], dt.datetime.fromisoformat(row[1]) if row[1] else None)


def _put(db: Any, staff_id: UUID, throttle: PinThrottle) -> None:
    until = throttle.locked_until.isoformat() if throttle.locked_until else None
    db.execute(_PUT, (str(staff_id), throttle.failures, until))
