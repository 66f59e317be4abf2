"""Sealing to the portal: HPKE (RFC 9180) with X25519, HKDF-SHA256, AES-256-GCM.

The device has only the public half, so a finished record cannot be read back on the opened device either (K2). The
operation's header goes into ``info``: a sealed body fits its own header alone.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_INFO = b"kiosk-op/1\0"


def seal(plaintext: bytes, public_key: bytes, header: bytes) -> bytes:
    """Seal ``plaintext`` to the portal.

    Args:
        plaintext: the encoded body.
        public_key: the portal's sealing key, 32 bytes.
        header: the operation's header, exactly as signed.
    """
    return SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(public_key), info=_INFO + header)


def unseal(sealed: bytes, private_key: X25519PrivateKey, header: bytes) -> bytes:
    """Open what ``seal`` made.

    Raises:
        ValueError: another key, another header, or changed bytes.
    """
    try:
        return SUITE.decrypt(sealed, private_key, info=_INFO + header)
    except (InvalidTag, ValueError):
        raise ValueError("sealed body does not open") from None
