"""Faults: what no screen expects and only the edge of the program catches. Refusals are values (``refusals``).

KioskError
├── StorageError        the device's files cannot be read or written
│   ├── DiskFullError   nothing was saved, what was saved stands
│   └── KeyMismatchError  the key does not open the file
├── NotConnectedError   the portal did not answer, or what answered is not the portal
│   ├── NotTrustedError its certificate or signature does not hold: pause and tell the desk
│   └── PortalDownError its machine answered, but no portal does: not this network's fault
├── PortalRefusedError  the portal refused the request itself; carries its typed code
├── NotReadyError       the device is not enrolled, or locked
│   └── WrongRoleError  a tablet was started as a desk, or a desk as a tablet
└── UsageError          a command was asked for something that it does not do
    └── TicketError     this is no enrolment ticket
"""

from __future__ import annotations


class KioskError(Exception):
    """Base of all faults; the message never holds a patient's value."""


class StorageError(KioskError):
    """The device's files cannot be read or written."""


class DiskFullError(StorageError):
    """There is no room left; the transaction was rolled back."""


class KeyMismatchError(StorageError):
    """The key does not open this file, or the file is not ours."""


class NotConnectedError(KioskError):
    """No answer from the portal, so what happened there is unknown."""


class NotTrustedError(NotConnectedError):
    """Whoever answered could not prove to be the portal."""


class PortalDownError(NotConnectedError):
    """The portal's machine, or what stands before it, answered that there is no portal just now."""


class PortalRefusedError(KioskError):
    """The portal refused the request.

    Attributes:
        code: the typed code of the wire, e.g. ``device_revoked``.
        retry_after: seconds to wait at least, if the portal said so.
    """

    def __init__(self, code: str, *, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class NotReadyError(KioskError):
    """The device is not enrolled yet, or its files are locked."""


class WrongRoleError(NotReadyError):
    """The device was enrolled for the other kind of screens."""


class UsageError(KioskError):
    """A command was asked for something that it does not do; the message is for whoever typed it."""


class TicketError(UsageError):
    """What was typed or scanned is no enrolment ticket, or one for a portal that may not be used."""
