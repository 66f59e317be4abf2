"""The roster: activation codes as devices may know them without a network (``docs/protocol.md``, "Roster row").

A code stands nowhere; portal and roster know it by its lookup id. A roster row is sealed under code, date of birth and
ZIP: only who types all three opens it, and even then it tells no name and no contact.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Sensitive
from kiosk.protocol.encoding import b64decode, b64encode

VERSION: Final = "kiosk-roster/1"
NONCE_BYTES: Final = 12
ROW_BYTES: Final = 256
"""Every plaintext has this length, so that none tells by its size."""

MEMORY_KIB: Final = 64 * 1024
ITERATIONS: Final = 3
LANES: Final = 1


@dataclass(frozen=True, slots=True, repr=False)
class RosterRow(Sensitive):
    """What an opened row tells: for whom the account is is a value of ``Relationship``, the language BCP 47."""

    invitation_id: UUID
    language: str
    relationship: str


class _Plain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    invitation_id: UUID
    language: str
    relationship: str


def lookup_id(code: ActivationCode, practice_id: UUID) -> str:
    """HKDF-SHA256 of the code under ``kiosk-lookup/1`` and the practice, 32 bytes as base64url.

    70 random bits cannot be searched, so no salt or stretching is needed.
    """
    info = b"kiosk-lookup/1" + practice_id.bytes
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(code.symbols.encode("ascii"))
    return b64encode(derived)


def seal_row(
    code: ActivationCode,
    birth_date: dt.date,
    zip5: str,
    practice_id: UUID,
    invitation_id: UUID,
    language: str,
    relationship: str,
    expires_at: dt.datetime,
    nonce: bytes,
) -> bytes:
    """Seal a row; about 0.15 s and 64 MiB, so not in a thread that paints or holds a lock.

    Args:
        code: opens the row, with the next two.
        birth_date: of the patient.
        zip5: ``ZipCode.comparison``; "" for an invitation without one.
        practice_id: whose invitation it is.
        invitation_id: the row tells it.
        language: BCP 47.
        relationship: value of ``Relationship``.
        expires_at: stands beside the row and is bound to it; whole seconds count.
        nonce: 12 random bytes, new for each row.

    Returns:
        nonce and AES-256-GCM; always of the same length.

    Raises:
        ValueError: another number of nonce bytes, or texts that do not fit a row.
    """
    plain = msgspec.json.encode(_Plain(invitation_id, language, relationship))
    if len(nonce) != NONCE_BYTES or len(plain) > ROW_BYTES:
        raise ValueError(f"a roster row has a nonce of {NONCE_BYTES} bytes and {ROW_BYTES} bytes of text at most")
    lookup = lookup_id(code, practice_id)
    associated = _associated(practice_id, lookup, expires_at)
    key = _key(code, birth_date, zip5, lookup)
    return nonce + AESGCM(key).encrypt(nonce, plain.ljust(ROW_BYTES), associated)


def open_row(
    sealed: bytes, code: ActivationCode, birth_date: dt.date, zip5: str, practice_id: UUID, expires_at: dt.datetime
) -> RosterRow | None:
    """Open a row with what was typed; None if it does not open. As slow as ``seal_row``, either way.

    Args:
        sealed: from ``seal_row``.
        code: as typed.
        birth_date: as typed.
        zip5: as typed, the first five digits.
        practice_id: of this device.
        expires_at: as it stands beside the row.
    """
    lookup = lookup_id(code, practice_id)
    key = _key(code, birth_date, zip5, lookup)
    associated = _associated(practice_id, lookup, expires_at)
    try:
        plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], associated)
        row = msgspec.json.decode(plain, type=_Plain)
    except (InvalidTag, ValueError):
        return None
    return RosterRow(row.invitation_id, row.language, row.relationship)


def _key(code: ActivationCode, birth_date: dt.date, zip5: str, lookup: str) -> bytes:
    typed = f"{code.symbols}{birth_date:%Y%m%d}{zip5}".encode("ascii")
    salt = b64decode(lookup)[:16]
    stretched = Argon2id(salt=salt, length=32, iterations=ITERATIONS, lanes=LANES, memory_cost=MEMORY_KIB).derive(typed)
    return HKDF(hashes.SHA256(), 32, salt=None, info=VERSION.encode()).derive(stretched)


def _associated(practice_id: UUID, lookup: str, expires_at: dt.datetime) -> bytes:
    """Version, practice, lookup id and expiry (seconds since 1970), each of a fixed length."""
    seconds = int(expires_at.timestamp())
    return VERSION.encode() + practice_id.bytes + b64decode(lookup) + seconds.to_bytes(8, "big")
