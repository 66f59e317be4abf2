"""Who gives a command, by name and PIN, with the same throttle and audit as the screen (F5)."""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from kiosk.device import Device
from kiosk.domain.errors import NotReadyError
from kiosk.domain.staff import StaffSession

STAFF: Final = "KIOSK_STAFF"
PIN: Final = "KIOSK_PIN"
"""Name and PIN, where nobody can be asked for them."""


@contextlib.contextmanager
def signed_in(
    device: Device, environment: Mapping[str, str] = os.environ, *, also_at_tablet: bool = False
) -> Iterator[StaffSession]:
    """A session, signed out when the block ends.

    Raises:
        NotReadyError: this is no desk, nobody has that name, the PIN is wrong, or it was wrong too often.
        StorageError: the sign-in could not be noted.
    """
    if device.identity.role != "desk" and not also_at_tablet:
        raise NotReadyError("this device is a tablet: invitations are made at a desk")
    asks = sys.stdin.isatty()
    name = environment.get(STAFF) or (input("Your name: ") if asks else "")
    pin = environment.get(PIN) or (getpass.getpass("PIN: ") if asks else "")
    called = [member for member in device.desk.staff() if member.name.casefold() == name.strip().casefold()]
    session = device.desk.sign_in(called[0].staff_id, pin) if len(called) == 1 else None
    if session is None:
        raise NotReadyError(f"name or PIN is wrong (typed, or {STAFF} and {PIN})")
    if not isinstance(session, StaffSession):
        raise NotReadyError("too many wrong PINs: wait a while, or ask a manager")
    try:
        yield session
    finally:
        device.desk.sign_out(session)


@contextlib.contextmanager
def known(device: Device, environment: Mapping[str, str] = os.environ) -> Iterator[StaffSession | None]:
    """A session of whoever the environment names; None for a script that tells numbers alone and asks nobody.

    Raises:
        NotReadyError: as ``signed_in``.
    """
    if not environment.get(STAFF):
        yield None
        return
    with signed_in(device, environment, also_at_tablet=True) as session:
        yield session
