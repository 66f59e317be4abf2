"""Six digits that prove a mailbox or a phone: short-lived, few tries, and kept as an HMAC bound to what they prove."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from typing import Final
from uuid import UUID

from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol.encoding import b64encode

LIFE: Final = dt.timedelta(minutes=10)
TRIES: Final = 3


def draw() -> str:
    """A new code."""
    return f"{secrets.randbelow(10**6):06d}"


def hashed(keys: PortalKeys, of: UUID, code: str) -> str:
    """How a code is kept; a bare hash of six digits could be looked up.

    Args:
        of: id of the row that the code belongs to.
    """
    return b64encode(hmac.digest(keys.nonce, b"kiosk-digits/1\0" + of.bytes + code.encode(), hashlib.sha256))


def agree(keys: PortalKeys, of: UUID, typed: str, kept: str) -> bool:
    """Whether the typed code is the kept one; blanks around and inside do not matter."""
    return hmac.compare_digest(hashed(keys, of, "".join(typed.split())), kept)
