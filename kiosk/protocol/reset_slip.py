"""The desk's one-time slip (F7): desk, tablet and page derive from its code by what the portal knows it."""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain.activation import ActivationCode
from kiosk.protocol.encoding import b64encode

INFO: Final = b"kiosk-reset-slip/1"


def lookup_id(code: ActivationCode) -> str:
    """HKDF-SHA256 of the code under ``kiosk-reset-slip/1``, 32 bytes as base64url.

    No practice is in it, unlike an invitation's: the account is the patient's everywhere, and so is the slip.
    """
    return b64encode(HKDF(hashes.SHA256(), 32, salt=None, info=INFO).derive(code.symbols.encode("ascii")))
