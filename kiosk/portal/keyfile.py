"""The portal's secrets in one file: root, signing, sealing, database, column and nonce keys.

The file is for development, demonstration and small installations: it is readable by its owner alone and that is all
that guards it. A production portal keeps these keys in a hardware module or a secret store (``docs/protocol.md``).
Made by ``kiosk-portal init`` only: a portal that finds no keys must not invent new ones.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.domain.errors import StorageError
from kiosk.domain.values import Sensitive
from kiosk.protocol import keys as protocol_keys
from kiosk.protocol.encoding import b64decode, b64encode

VERSION: Final = "kiosk-portal-keys/1"
_NONCE_BYTES: Final = 12


class _Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key_id: str
    private: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as JSON; all keys are base64url. The first signing and sealing key is the current one."""

    v: str
    root: str
    signing: list[_Key]
    sealing: list[_Key]
    database: str
    column: str
    nonce: str


@dataclass(frozen=True, slots=True, repr=False)
class PortalKeys(Sensitive):
    """Everything the portal must keep secret.

    Attributes:
        root: vouches for the others; its hash stands in the enrolment tickets.
        signing_id, signing: receipts and responses.
        signers: public keys whose signatures still count, by key id: older statements were made with older keys.
        sealing: every key that operations may still be sealed to, by key id; the first is the current one.
        database: raw SQLCipher key, 32 bytes.
        column: AES-256-GCM key for what stays encrypted inside the database.
        nonce: HMAC key of the server nonces.
    """

    root: Ed25519PrivateKey
    signing_id: str
    signing: Ed25519PrivateKey
    signers: dict[str, bytes]
    sealing: dict[str, X25519PrivateKey]
    database: bytes
    column: bytes
    nonce: bytes

    @property
    def root_public(self) -> bytes:
        """The root's public key, 32 bytes."""
        return self.root.public_key().public_bytes_raw()

    def statements(self) -> list[protocol_keys.KeyStatement]:
        """The public keys that devices need, signed by the root; the current one of a purpose comes first."""
        signing = self.signing.public_key().public_bytes_raw()
        return [
            protocol_keys.sign_statement(self.root, self.signing_id, "sign", signing),
            *(
                protocol_keys.sign_statement(self.root, key_id, "seal", private.public_key().public_bytes_raw())
                for key_id, private in self.sealing.items()
            ),
        ]

    def encrypt(self, plaintext: bytes, context: bytes) -> bytes:
        """Encrypt a column's value; ``context`` (the row's id) binds it to its row."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + AESGCM(self.column).encrypt(nonce, plaintext, context)

    def decrypt(self, stored: bytes, context: bytes) -> bytes:
        """Open what ``encrypt`` made.

        Raises:
            cryptography.exceptions.InvalidTag: another key, another row, or changed bytes.
        """
        return AESGCM(self.column).decrypt(stored[:_NONCE_BYTES], stored[_NONCE_BYTES:], context)


def create(path: Path) -> PortalKeys:
    """Make new keys and their file.

    Raises:
        StorageError: the file exists already or cannot be written.
    """
    made = _File(
        v=VERSION,
        root=b64encode(Ed25519PrivateKey.generate().private_bytes_raw()),
        signing=[_Key("sign-1", b64encode(Ed25519PrivateKey.generate().private_bytes_raw()))],
        sealing=[_Key("seal-1", b64encode(X25519PrivateKey.generate().private_bytes_raw()))],
        database=b64encode(secrets.token_bytes(32)),
        column=b64encode(secrets.token_bytes(32)),
        nonce=b64encode(secrets.token_bytes(32)),
    )
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(made)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageError(f"cannot make the key file {path}: {error.strerror}") from None
    return _keys(made)


def load(path: Path) -> PortalKeys:
    """Read the key file.

    Raises:
        StorageError: there is none, others may read it, or it is no key file.
    """
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise StorageError(f"others may read the key file {path}: chmod 600 it")
        return _keys(msgspec.json.decode(path.read_bytes(), type=_File))
    except OSError as error:
        raise StorageError(f"cannot read the key file {path}: {error.strerror}") from None
    except (ValueError, IndexError, msgspec.MsgspecError):
        raise StorageError(f"{path} is no key file") from None


def _keys(file: _File) -> PortalKeys:
    if file.v != VERSION:
        raise ValueError("another version")
    return PortalKeys(
        root=Ed25519PrivateKey.from_private_bytes(b64decode(file.root)),
        signing_id=file.signing[0].key_id,
        signing=Ed25519PrivateKey.from_private_bytes(b64decode(file.signing[0].private)),
        signers={key.key_id: _public(key) for key in file.signing},
        sealing={key.key_id: X25519PrivateKey.from_private_bytes(b64decode(key.private)) for key in file.sealing},
        database=b64decode(file.database),
        column=b64decode(file.column),
        nonce=b64decode(file.nonce),
    )


def _public(key: _Key) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(b64decode(key.private)).public_key().public_bytes_raw()
