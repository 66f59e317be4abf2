"""One enrolled device without its screens: files, line to the portal, background loop and use cases, put together.

``kiosk.app`` adds the screens. Everything here also serves commands without a display.
"""

from __future__ import annotations

import datetime as dt
import secrets
import uuid
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk import log
from kiosk.domain.age import AgePolicy
from kiosk.domain.errors import NotReadyError
from kiosk.domain.service import PatientService
from kiosk.domain.support_service import SupportService
from kiosk.domain.sync_status import Trouble
from kiosk.protocol.enrolment import is_loopback
from kiosk.store.local import LocalStore
from kiosk.store.outbox import Outbox
from kiosk.sync.commands import PortalCommands
from kiosk.sync.engine import SyncEngine
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from kiosk.sync.lookups import PortalLookups
from kiosk.sync.loop import DESK_IDLE_S, IDLE_S, SyncLoop
from kiosk.sync.sealed import SealedLine
from kiosk.vault.keyfile import DeviceKeys
from kiosk.vault.pin import SALT_BYTES, Argon2PinVerifier, pin_verifier

if TYPE_CHECKING:
    from kiosk.domain.desk_help_service import DeskHelpService
    from kiosk.domain.desk_service import DeskService
    from kiosk.domain.import_service import ImportService
    from kiosk.domain.screen_service import ScreenService
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


def _log_trouble(trouble: Trouble | None) -> None:
    if trouble is None:
        log.event(log.Event.SYNC_WORKS)
    else:
        log.event(log.Event.SYNC_FAILED, trouble=trouble)


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
            folder: of ``device_files.enrol_device``.
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
            troubled=_log_trouble,
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
        from kiosk.sync.desk_lookups import PortalDevices, PortalInvitations, PortalPeople

        return DeskService(
            log=self.outbox,
            deliveries=self.loop,
            directory=self.local,
            pins=Argon2PinVerifier(),
            day_list=self.local,
            tasks=self.local,
            monitor=self.loop,
            print_settings=self.local,
            clock=self.clock,
            entropy=self.entropy,
            lookups=PortalInvitations(self.gateway) if self.is_desk else None,
            people=PortalPeople(self.gateway) if self.is_desk else None,
            devices=PortalDevices(self.gateway) if self.is_desk else None,
        )

    @cached_property
    def screen(self) -> ScreenService:
        """How this device's screen looks (K5)."""
        from kiosk.domain.screen_service import ScreenService

        return ScreenService(settings=self.local, log=self.outbox, clock=self.clock)

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
        from kiosk.sync.desk_lookups import PortalPeople

        return ImportService(
            desk=self.desk,
            memory=self.local,
            day_list=self.local,
            log=self.outbox,
            clock=self.clock,
            entropy=self.entropy,
            zone=self.local.zone,
            policy=self.age_policy,
            people=PortalPeople(self.gateway),
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
