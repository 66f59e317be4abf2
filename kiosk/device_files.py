"""A device's files: made when it enrols, judged and opened at each start."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk import log
from kiosk.device import KEYFILE, LOCAL, OUTBOX, Device, SystemEntropy
from kiosk.domain.errors import KeyMismatchError, NotReadyError, StorageError, UsageError
from kiosk.protocol.encoding import b64decode
from kiosk.protocol.enrolment import Ticket, is_loopback
from kiosk.protocol.queue import SyncPosition
from kiosk.store.local import LocalStore
from kiosk.store.outbox import DeviceIdentity, Outbox
from kiosk.sync.gateway import enrol
from kiosk.sync.http import HttpClient
from kiosk.vault import keyfile
from kiosk.vault.keyfile import DeviceKeys
from kiosk.vault.sqlcipher import is_plaintext
from kiosk.vault.startup import Databases, Key, KeyFileState, StartupState, startup_state


def enrol_device(
    folder: Path,
    ticket_text: str,
    passphrase: str | None,
    *,
    ca_file: Path | None = None,
) -> None:
    """Enrol with a ticket and make the device's files; all or nothing.

    The files are made beside ``folder`` and renamed at the end. The keyfile is written before the portal is asked: if
    the answer is lost, the next try with the same passphrase uses the same key, so the one-time code is not burnt.

    Args:
        folder: must not exist yet.
        ticket_text: ``kiosk-enrol:1?…``.
        passphrase: the staff passphrase, or None for a development key (portal on loopback only).
        ca_file: the one certificate authority to believe.

    Raises:
        TicketError: not a ticket.
        UsageError: a passphrase under 12 characters; a development key with a portal elsewhere.
        NotReadyError: the device is enrolled already.
        KioskError: from portal and storage.
    """
    ticket = Ticket.parse(ticket_text)
    http = HttpClient(ticket.url, ca_file=ca_file)
    if passphrase is None and not is_loopback(http.host):
        raise UsageError("a development key serves only a portal on this machine")
    if passphrase is not None and len(passphrase) < keyfile.PASSPHRASE_MIN:
        raise UsageError(f"the staff passphrase needs at least {keyfile.PASSPHRASE_MIN} characters")
    beside = folder.with_name(folder.name + ".new")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise NotReadyError("this device has files already")
        beside.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageError(f"folder: {type(error).__name__}") from None
    keys = _pending_keys(beside, passphrase)
    with contextlib.closing(http):
        response = enrol(http, ticket, Ed25519PrivateKey.from_private_bytes(keys.signing))
    identity = DeviceIdentity(
        device_id=response.device_id,
        role=response.role,
        practice_id=response.practice.practice_id,
        portal_url=ticket.url,
        root_key=b64decode(response.root_key),
        statements=tuple(response.keys),
    )
    for name in (OUTBOX, LOCAL):
        for leftover in beside.glob(f"{name}*"):
            leftover.unlink()
    Outbox.create(beside / OUTBOX, keys.outbox, identity)
    LocalStore.create(beside / LOCAL, keys.local, response.practice, SyncPosition(response.epoch, response.cursor))
    try:
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
        keyfile.sync_folder(folder.parent)
    except OSError as error:
        raise StorageError(f"folder: {type(error).__name__}") from None


def _pending_keys(beside: Path, passphrase: str | None) -> DeviceKeys:
    """The keys of an enrolment that lost its answer, or new ones."""
    path = beside / KEYFILE
    try:
        pending = keyfile.read(path)
        if pending is not None:
            return keyfile.unlock(pending, passphrase)
    except (StorageError, KeyMismatchError):
        shutil.rmtree(beside)
        beside.mkdir(mode=0o700)
    made, keys = keyfile.create(passphrase, SystemEntropy())
    keyfile.write(path, made)
    return keys


def open_device(
    folder: Path,
    passphrase: str | None,
    *,
    ca_file: Path | None = None,
    make: Callable[..., Device] = Device,
) -> tuple[StartupState, Device | None]:
    """Judge the files and, if they are ready, open the device. Never makes a file.

    Args:
        folder: the device's.
        passphrase: the staff passphrase; None if none was given yet.
        ca_file: the one certificate authority to believe.
        make: replaced by tests.
    """
    databases = _databases(folder)
    try:
        stored = keyfile.read(folder / KEYFILE)
        state = KeyFileState.ABSENT if stored is None else KeyFileState.PRESENT
    except StorageError:
        stored, state = None, KeyFileState.DAMAGED
    key = Key.NONE
    device: Device | None = None
    if stored is not None and databases is Databases.ALL and (passphrase is not None or stored.is_development):
        try:
            keys = keyfile.unlock(stored, None if stored.is_development else passphrase)
        except KeyMismatchError:
            key = Key.WRONG
        else:
            try:
                device = make(folder, keys, development=stored.is_development, ca_file=ca_file)
                key = Key.FITS
            except KeyMismatchError:
                key = Key.FITS_KEYFILE_ONLY
    judged = startup_state(databases, state, key)
    log.event(log.Event.STARTUP_STATE, state=judged)
    return judged, device


def _databases(folder: Path) -> Databases:
    paths = [folder / OUTBOX, folder / LOCAL]
    there = [path for path in paths if path.exists()]
    if not there:
        return Databases.NONE
    if any(path.stat().st_size < 512 or is_plaintext(path) for path in there):
        return Databases.DAMAGED
    return Databases.ALL if len(there) == len(paths) else Databases.SOME
