"""The lookup id of an activation code: what portal and roster know it by. The code itself stands nowhere."""

from __future__ import annotations

from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain.activation import ActivationCode
from kiosk.protocol.encoding import b64encode


def lookup_id(code: ActivationCode, practice_id: UUID) -> str:
    """HKDF-SHA256 of the code under ``kiosk-lookup/1`` and the practice, 32 bytes as base64url.

    70 random bits cannot be searched, so no salt or stretching is needed.
    """
    info = b"kiosk-lookup/1" + practice_id.bytes
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(code.symbols.encode("ascii"))
    return b64encode(derived)
