"""One way to check a staff PIN: throttled, and every failed one an audit row (F5)."""

from __future__ import annotations

import datetime as dt

from kiosk.domain.ports import Clock, OperationLog
from kiosk.domain.staff import AuditAction, AuditEntry, PinThrottle, StaffMember
from kiosk.domain.staff_ports import PinVerifier, StaffDirectory


class PinCheck:
    """Counts wrong PINs per member on this device."""

    def __init__(self, *, log: OperationLog, directory: StaffDirectory, pins: PinVerifier, clock: Clock) -> None:
        self._log = log
        self._directory = directory
        self._pins = pins
        self._clock = clock

    def check(self, member: StaffMember, pin: str) -> bool | dt.timedelta:
        """Check a PIN; works disconnected; takes a tenth of a second.

        Returns:
            whether it is the member's; or how long to wait before a try counts (``timedelta.max``: a manager has to
            help), in which case nothing was compared.

        Raises:
            StorageError: the try could not be counted or noted, so it opens nothing.
        """
        now = self._clock.now()
        if wait := self._directory.throttle(member.staff_id).wait(now):
            return wait
        right = self._pins.matches(pin, member.verifier)
        # Again: a command may have tried PINs beside this one, and of many at once no more than five are answered.
        directory = self._directory
        found = directory.throttle(member.staff_id) if right else directory.count_wrong_pin(member.staff_id, now)
        if wait := found.wait(now):
            return wait
        if not right:
            self._log.audit(AuditEntry(member.staff_id, AuditAction.PIN_FAILED, now))
            return False
        directory.set_throttle(member.staff_id, PinThrottle())
        return True
