"""Server nonces: a time and its HMAC, so that any process of the portal can check one without storing it."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import struct
from typing import Final

from kiosk.protocol.encoding import b64decode, b64encode

LIFE: Final = dt.timedelta(minutes=10)
_MAC_BYTES: Final = 16


def issue(key: bytes, now: dt.datetime) -> str:
    """A nonce that is good for ten minutes; replays are kept out by the request id."""
    stamp = struct.pack(">q", int(now.timestamp()))
    return b64encode(stamp + _mac(key, stamp))


def holds(key: bytes, nonce: str | None, now: dt.datetime) -> bool:
    """Whether the nonce is ours and young enough."""
    try:
        raw = b64decode(nonce or "")
    except ValueError:
        return False
    stamp, mac = raw[:8], raw[8:]
    if not hmac.compare_digest(mac, _mac(key, stamp)):
        return False
    age = now.timestamp() - struct.unpack(">q", stamp)[0]
    return bool(-1 <= age < LIFE.total_seconds())


def _mac(key: bytes, stamp: bytes) -> bytes:
    return hmac.digest(key, b"kiosk-nonce/1\0" + stamp, hashlib.sha256)[:_MAC_BYTES]
