"""base64url without padding (RFC 4648, section 5), the one text form of bytes in this protocol."""

from __future__ import annotations

import base64
import re


def b64encode(raw: bytes) -> str:
    """Encode without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def b64decode(text: str) -> bytes:
    """Decode strictly: every value has exactly one text, so that no bit of a text can change unseen.

    Raises:
        ValueError: a character outside the alphabet, an impossible length, or stray bits in the last character.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        raise ValueError("not base64url")
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if b64encode(raw) != text:
        raise ValueError("not base64url")
    return raw
