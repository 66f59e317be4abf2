"""The agents' second factor: codes of six digits, new every 30 seconds (RFC 6238)."""

from __future__ import annotations

import datetime as dt
import hmac
import re
import secrets
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

STEP_S: Final = 30
SECRET_BYTES: Final = 20
"""As long as SHA-1's output (RFC 4226, 4)."""

ISSUER: Final = "Portal support"


def new_secret() -> bytes:
    """A random secret."""
    return secrets.token_bytes(SECRET_BYTES)


def uri(secret: bytes, user_name: str) -> str:
    """What an authenticator app reads from the QR code: ``otpauth://totp/…``."""
    return _totp(secret).get_provisioning_uri(user_name, ISSUER)


def step_of(secret: bytes, code: str, now: dt.datetime) -> int | None:
    """The time step a code is of: this one, the one before or the next, for clocks that differ; None: no such code."""
    if not re.fullmatch(r"[0-9]{6}", code):
        return None
    present = int(now.timestamp()) // STEP_S
    totp = _totp(secret)
    for step in (present, present - 1, present + 1):
        if hmac.compare_digest(totp.generate(step * STEP_S), code.encode()):
            return step
    return None


def _totp(secret: bytes) -> TOTP:
    # What every authenticator app takes; HMAC does not suffer from SHA-1's collisions (RFC 6194, 3.3).
    return TOTP(secret, 6, SHA1(), STEP_S)  # noqa: S303
