"""A made-up device and a made-up patient's record for the benchmarks."""

from __future__ import annotations

import datetime as dt
import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.device import KEYFILE, LOCAL, OUTBOX, SystemEntropy
from kiosk.domain.patient_operations import Consent, Credentials, SignUp
from kiosk.protocol import keys, wire
from kiosk.protocol.queue import SyncPosition
from kiosk.store.local import LocalStore
from kiosk.store.outbox import DeviceIdentity, Outbox
from kiosk.vault import keyfile

NOW = dt.datetime(2026, 3, 27, 15, 0, tzinfo=dt.UTC)


def sign_up() -> SignUp:
    """A record of usual size: about 1.4 KB sealed."""
    consent = Consent(text_id="portal-terms", version="1", language="en", at=NOW)
    credentials = Credentials(
        user_id="marisol.quintero27",
        password_hash="$2b$12$" + "x" * 53,
        question="first_school",
        answer_hash="$2b$12$" + "y" * 53,
    )
    return SignUp(
        first="Marisol",
        last="Quintero",
        birth_date="1984-03-27",
        zip_code="60629",
        email="marisol.quintero@mail.example",
        gender="female",
        phone="+13125550142",
        language="es",
        relationship="self",
        guardian="",
        credentials=credentials,
        consent=consent,
    )


def device_files(folder: Path) -> keyfile.DeviceKeys:
    """Make an enrolled device's files with a development key and a portal that is not there."""
    folder.mkdir(parents=True)
    made, device_keys = keyfile.create(None, SystemEntropy())
    keyfile.write(folder / KEYFILE, made)
    root = Ed25519PrivateKey.generate()
    statements = (
        keys.sign_statement(root, "sign-1", "sign", Ed25519PrivateKey.generate().public_key().public_bytes_raw()),
        keys.sign_statement(root, "seal-1", "seal", X25519PrivateKey.generate().public_key().public_bytes_raw()),
    )
    practice = wire.PracticeInfo(
        practice_id=uuid.uuid4(),
        name="Riverside Family Practice",
        portal_host="portal.example",
        time_zone="America/Chicago",
        language="en",
    )
    identity = DeviceIdentity(
        device_id=uuid.uuid4(),
        role="tablet",
        practice_id=practice.practice_id,
        portal_url="http://127.0.0.1:9",
        root_key=root.public_key().public_bytes_raw(),
        statements=statements,
    )
    Outbox.create(folder / OUTBOX, device_keys.outbox, identity)
    LocalStore.create(folder / LOCAL, device_keys.local, practice, SyncPosition("", ""))
    return device_keys
