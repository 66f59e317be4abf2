"""Keys and who vouches for them.

The portal has one *root* key (Ed25519). Its hash stands in the enrolment QR. The root signs statements that name the
portal's *signing* keys (Ed25519: receipts, responses) and *sealing* keys (X25519: operations), each with a key id. A
device believes no key without such a statement.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.protocol.encoding import b64decode, b64encode

Purpose = Literal["sign", "seal"]


class KeyStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key of the portal, vouched for by its root.

    Attributes:
        key_id: names the key for ever, ``sign-1``.
        purpose: ``sign`` (Ed25519) or ``seal`` (X25519).
        public_key: 32 bytes, base64url.
        signature: Ed25519 by the root over ``statement_bytes``.
    """

    key_id: str
    purpose: Purpose
    public_key: str
    signature: str


def statement_bytes(key_id: str, purpose: Purpose, public_key: bytes) -> bytes:
    """What the root signs."""
    return b"kiosk-key/1\0" + f"{key_id}\0{purpose}\0".encode() + public_key


def sign_statement(root: Ed25519PrivateKey, key_id: str, purpose: Purpose, public_key: bytes) -> KeyStatement:
    """Vouch for a key with the root."""
    signature = root.sign(statement_bytes(key_id, purpose, public_key))
    return KeyStatement(key_id, purpose, b64encode(public_key), b64encode(signature))


def verify_statement(root_public: bytes, statement: KeyStatement) -> bytes:
    """Check a statement against the root.

    Returns:
        the 32 bytes of the key.

    Raises:
        ValueError: the root did not sign this.
    """
    public_key = b64decode(statement.public_key)
    message = statement_bytes(statement.key_id, statement.purpose, public_key)
    try:
        Ed25519PublicKey.from_public_bytes(root_public).verify(b64decode(statement.signature), message)
    except InvalidSignature:
        raise ValueError("key statement is not signed by the root") from None
    return public_key


def root_hash(root_public: bytes) -> str:
    """What the enrolment QR carries: SHA-256 of the root key, base64url."""
    return b64encode(hashlib.sha256(root_public).digest())
