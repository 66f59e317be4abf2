"""One enrolled device without its screens: files, line to the portal, background loop and use cases, put together.

``kiosk.app`` adds the screens. Everything here also serves commands without a display.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import shutil
import uuid
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk import log
from kiosk.domain.age import AgePolicy
from kiosk.domain.errors import KeyMismatchError, NotReadyError, StorageError
from kiosk.domain.ports import SyncPosition
from kiosk.domain.service import PatientService
from kiosk.domain.support_service import SupportService
from kiosk.protocol.encoding import b64decode
from kiosk.protocol.enrolment import Ticket, is_loopback
from kiosk.store.local import LocalStore
from kiosk.store.outbox import DeviceIdentity, Outbox
from kiosk.sync.commands import PortalCommands
from kiosk.sync.engine import SyncEngine
from kiosk.sync.gateway import Gateway, enrol
from kiosk.sync.http import HttpClient
from kiosk.sync.lookups import PortalLookups
from kiosk.sync.loop import DESK_IDLE_S, IDLE_S, SyncLoop
from kiosk.sync.sealed import SealedLine
from kiosk.vault import keyfile
from kiosk.vault.keyfile import DeviceKeys
from kiosk.vault.pin import SALT_BYTES, Argon2PinVerifier, pin_verifier
from kiosk.vault.sqlcipher import is_plaintext
from kiosk.vault.startup import Databases, Key, KeyFileState, StartupState, startup_state

if TYPE_CHECKING:
    from kiosk.domain.desk_help_service import DeskHelpService
    from kiosk.domain.desk_service import DeskService
    from kiosk.domain.import_service import ImportService
    from kiosk.domain.staff_service import StaffService

KEYFILE: Final = "keyfile.json"
OUTBOX: Final = "outbox.db"
LOCAL: Final = "local.db"


class SystemClock:
    """The machine's clock (``kiosk.domain.ports.Clock``)."""

    def now(self) -> dt.datetime:
        """Now, UTC."""
        return dt.datetime.now(dt.UTC)


class SystemEntropy:
    """The operating system's randomness (``kiosk.domain.ports.Entropy``)."""

    def random_bytes(self, count: int) -> bytes:
        """Bytes fit for keys."""
        return secrets.token_bytes(count)

    def uuid4(self) -> UUID:
        """A random id."""
        return uuid.uuid4()


class Device:
    """An open device. ``start`` begins to sync; ``close`` ends all."""

    def __init__(
        self,
        folder: Path,
        keys: DeviceKeys,
        *,
        development: bool = False,
        ca_file: Path | None = None,
        idle_s: float | None = None,
    ) -> None:
        """Open the files.

        Args:
            folder: of ``enrol_device``.
            keys: opened by ``keyfile.unlock``.
            development: the keys lay open; refused unless the portal is on this machine.
            ca_file: the one certificate authority to believe.
            idle_s: pause between syncs, instead of the role's own.

        Raises:
            StorageError: the files do not open.
            NotReadyError: a development key with a portal elsewhere.
        """
        self.clock, self.entropy = SystemClock(), SystemEntropy()
        self.development = development
        signing_key = Ed25519PrivateKey.from_private_bytes(keys.signing)
        self.outbox = Outbox(folder / OUTBOX, keys.outbox, signing_key, self.entropy)
        try:
            self.identity = self.outbox.identity
            self.http = HttpClient(self.identity.portal_url, ca_file=ca_file)
            if development and not is_loopback(self.http.host):
                raise NotReadyError("a development key serves only a portal on this machine")
            self.local = LocalStore(folder / LOCAL, keys.local, is_desk=self.is_desk)
        except BaseException:
            self.outbox.close()
            raise
        try:
            self.local.end_day(self.clock.now())
        except BaseException:
            self.outbox.close()
            self.local.close()
            raise
        self.gateway = Gateway(
            self.http,
            device_id=self.identity.device_id,
            signing_key=signing_key,
            portal_keys=self.identity.keys("sign"),
            clock=self.clock,
            entropy=self.entropy,
        )
        self.engine = SyncEngine(self.outbox, self.local, self.gateway, self._settled)
        self.loop = SyncLoop(
            self.engine,
            self.outbox,
            clock=self.clock,
            entropy=self.entropy,
            last_success=self.local.last_success(),
            idle_s=idle_s if idle_s is not None else DESK_IDLE_S if self.is_desk else IDLE_S,
            report=log.report,
        )
        self.lookups = PortalLookups(self.gateway, self.identity.practice_id, self.local, self.clock)
        self._sealed = SealedLine(self.gateway, device_id=self.identity.device_id, sealing_key=self.outbox.sealing_key)
        self.commands = PortalCommands(self._sealed, self.identity.practice_id)
        self.patients = PatientService(
            log=self.outbox,
            deliveries=self.loop,
            lookups=self.lookups,
            commands=self.commands,
            clock=self.clock,
            entropy=self.entropy,
        )
        self.support = SupportService(
            log=self.outbox,
            deliveries=self.loop,
            commands=self.commands,
            clock=self.clock,
            entropy=self.entropy,
        )

    # Made when they are asked for: a tablet's first screen needs no desk (``make bench``).

    @cached_property
    def desk(self) -> DeskService:
        """What staff do."""
        from kiosk.domain.desk_service import DeskService
        from kiosk.store.roster import SealedRoster
        from kiosk.sync.desk_lookups import PortalDevices, PortalInvitations

        return DeskService(
            log=self.outbox,
            deliveries=self.loop,
            directory=self.local,
            pins=Argon2PinVerifier(),
            day_list=self.local,
            tasks=self.local,
            monitor=self.loop,
            roster=SealedRoster(self.local, self.identity.practice_id, self.entropy),
            print_settings=self.local,
            clock=self.clock,
            entropy=self.entropy,
            lookups=PortalInvitations(self.gateway) if self.is_desk else None,
            devices=PortalDevices(self.gateway) if self.is_desk else None,
        )

    @cached_property
    def desk_help(self) -> DeskHelpService:
        """What a desk does for who has an account (F7)."""
        from kiosk.domain.desk_help_service import DeskHelpService
        from kiosk.sync.desk_help import PortalAccountHelp

        return DeskHelpService(
            accounts=PortalAccountHelp(self.gateway, self._sealed),
            log=self.outbox,
            clock=self.clock,
            entropy=self.entropy,
        )

    @cached_property
    def staff(self) -> StaffService:
        """Who belongs to the staff (F5)."""
        from kiosk.domain.staff_service import StaffService

        return StaffService(
            log=self.outbox,
            deliveries=self.loop,
            directory=self.local,
            pins=Argon2PinVerifier(),
            make_verifier=self._pin_verifier,
            clock=self.clock,
            entropy=self.entropy,
            changes_staff=self.is_desk,
        )

    @cached_property
    def imports(self) -> ImportService:
        """Day sheets (F2)."""
        from kiosk.domain.import_service import ImportService

        return ImportService(
            desk=self.desk,
            memory=self.local,
            day_list=self.local,
            log=self.outbox,
            clock=self.clock,
            entropy=self.entropy,
            today=self.today,
            policy=self.age_policy,
        )

    @property
    def is_desk(self) -> bool:
        """A desk; else a tablet."""
        return self.identity.role == "desk"

    def _settled(self) -> None:
        self.loop.settled()

    def _pin_verifier(self, pin: str) -> str:
        return pin_verifier(pin, self.entropy.random_bytes(SALT_BYTES))

    def today(self) -> dt.date:
        """The date where the practice is."""
        return self.local.today(self.clock.now())

    def age_policy(self) -> AgePolicy:
        """Who needs a guardian here, as the portal last said."""
        practice = self.local.practice
        return AgePolicy(practice.guardian_below, practice.adult_from)

    def start(self) -> None:
        """Begin to sync in the background."""
        self.loop.start()

    def close(self) -> None:
        """Let a sync in flight finish, then close the files."""
        self.loop.stop()
        self.http.close()
        self.outbox.close()
        self.local.close()


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
        ValueError: not a ticket; a passphrase under 12 characters; a development key with a portal elsewhere.
        NotReadyError: the device is enrolled already.
        KioskError: from portal and storage.
    """
    ticket = Ticket.parse(ticket_text)
    http = HttpClient(ticket.url, ca_file=ca_file)
    if passphrase is None and not is_loopback(http.host):
        raise ValueError("a development key serves only a portal on this machine")
    if passphrase is not None and len(passphrase) < keyfile.PASSPHRASE_MIN:
        raise ValueError(f"the staff passphrase needs at least {keyfile.PASSPHRASE_MIN} characters")
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
