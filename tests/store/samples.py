"""A made-up portal's keys, an enrolled device's files and records full of canaries."""

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Consent, Credentials, SignUp
from kiosk.protocol import envelope, receipts, wire
from kiosk.protocol.keys import KeyStatement, sign_statement
from kiosk.protocol.queue import Queued, SyncPosition
from kiosk.store.local import LocalStore
from kiosk.store.outbox import DeviceIdentity, Outbox

NOW = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
CANARIES = ("Quillfeather", "quillfeather@example.com", "1987-06-05", "90210-4321", "+12025550147", "$2b$12$canary")
DEVICE_ID = UUID("00000000-0000-4000-8000-000000000001")
PRACTICE_ID = UUID("00000000-0000-4000-8000-000000000002")
STAFF_ID = UUID("00000000-0000-4000-8000-000000000003")
PRACTICE = wire.PracticeInfo(
    practice_id=PRACTICE_ID,
    name="Elm Street Clinic",
    portal_host="portal.example",
    time_zone="America/Los_Angeles",
    language="en",
)
START = SyncPosition("epoch-1", "0")


class Dice:
    """Real randomness behind the port."""

    def random_bytes(self, count: int) -> bytes:
        """Bytes of the system."""
        return secrets.token_bytes(count)

    def uuid4(self) -> UUID:
        """An id of the system."""
        return uuid.uuid4()


@dataclass
class PortalKeys:
    """Root, signing and sealing keys of one portal."""

    root: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    sign: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    seal: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)

    @property
    def root_bytes(self) -> bytes:
        """The root's public half."""
        return self.root.public_key().public_bytes_raw()

    def statements(self, suffix: str = "1") -> tuple[KeyStatement, ...]:
        """Both keys under the root."""
        return (
            sign_statement(self.root, f"sign-{suffix}", "sign", self.sign.public_key().public_bytes_raw()),
            sign_statement(self.root, f"seal-{suffix}", "seal", self.seal.public_key().public_bytes_raw()),
        )

    def receipt(
        self,
        queued: Queued,
        outcome: Outcome = Outcome.ACCEPTED,
        *,
        device_id: UUID = DEVICE_ID,
        payload_hash: str | None = None,
    ) -> tuple[receipts.Receipt, str]:
        """A valid receipt, decoded and as text."""
        made = receipts.Receipt(
            v=receipts.VERSION,
            op_id=queued.op_id,
            device_id=device_id,
            seq=queued.seq,
            payload_hash=payload_hash or envelope.payload_hash(queued.text),
            outcome=outcome,
            decided_at=NOW,
            key_id="sign-1",
        )
        return made, receipts.issue(made, self.sign)


@dataclass
class House:
    """One device's two files and their keys."""

    folder: Path
    portal: PortalKeys = field(default_factory=PortalKeys)
    role: Literal["tablet", "desk"] = "tablet"
    outbox_key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    local_key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def create(self) -> None:
        """Make both files."""
        identity = DeviceIdentity(
            DEVICE_ID,
            self.role,
            PRACTICE_ID,
            "http://127.0.0.1:1",
            self.portal.root_bytes,
            self.portal.statements(),
        )
        Outbox.create(self.folder / "outbox.db", self.outbox_key, identity)
        LocalStore.create(self.folder / "local.db", self.local_key, PRACTICE, START)

    def outbox(self) -> Outbox:
        """Open the outbox."""
        return Outbox(self.folder / "outbox.db", self.outbox_key, self.signing, Dice())

    def local(self) -> LocalStore:
        """Open the local file."""
        return LocalStore(self.folder / "local.db", self.local_key, is_desk=self.role == "desk")


def sign_up() -> SignUp:
    """A record in which every patient's value is a canary."""
    last, email, birth_date, zip_code, phone, password_hash = CANARIES
    return SignUp(
        first="Maria",
        last=last,
        birth_date=birth_date,
        zip_code=zip_code,
        email=email,
        gender="female",
        phone=phone,
        language="en",
        relationship="self",
        guardian="",
        credentials=Credentials(
            user_id="maria.quillfeather", password_hash=password_hash, question="pet", answer_hash=password_hash
        ),
        consent=Consent(text_id="portal-terms", version="1", language="en", at=NOW),
    )


def record(outbox: Outbox, *, subject: UUID | None = None, at: dt.datetime = NOW) -> UUID:
    """Record one sign-up."""
    return outbox.record(sign_up(), subject=subject or uuid.uuid4(), at=at)


def queue(outbox: Outbox, now: dt.datetime = NOW) -> list[Queued]:
    """All that is ready."""
    return outbox.ready(now, limit=1000, max_chars=10_000_000)
