"""Identity statements: "photo ID checked" in the portal's signed words; they travel with an account (F4, F7)."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.cases import IdDocument
from kiosk.protocol.encoding import b64decode, b64encode

VERSION = "kiosk-identity/1"


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who compared a person with which kind of photo ID, where and when; no name, and no number of the document.

    Attributes:
        v: ``kiosk-identity/1``.
        check_id: under which the portal keeps the check; it knows whose it is.
        practice_id, device_id, by: the practice, its device, and the member of its staff.
        document: what was seen.
        at: UTC, by the device's clock.
        stated_at: the portal's clock, UTC.
        key_id: the portal's signing key.
    """

    v: str
    check_id: UUID
    practice_id: UUID
    device_id: UUID
    by: UUID
    document: IdDocument
    at: dt.datetime
    stated_at: dt.datetime
    key_id: str


def issue(statement: Statement, signing_key: Ed25519PrivateKey) -> str:
    """``BODY.SIGNATURE``, both base64url."""
    body = b64encode(msgspec.json.encode(statement))
    return f"{body}.{b64encode(signing_key.sign(_signed(body)))}"


def verify(text: str, signing_keys: dict[str, bytes]) -> Statement:
    """Check and decode a statement.

    Args:
        text: as ``issue`` made it.
        signing_keys: the portal's public signing keys by key id.

    Raises:
        ValueError: unknown key, changed bytes, or not a statement.
    """
    body, _, signature = text.partition(".")
    try:
        statement = msgspec.json.decode(b64decode(body), type=Statement)
        key = Ed25519PublicKey.from_public_bytes(signing_keys[statement.key_id])
        key.verify(b64decode(signature), _signed(body))
    except (KeyError, InvalidSignature, msgspec.MsgspecError, ValueError):
        raise ValueError("not an identity statement of this portal") from None
    if statement.v != VERSION:
        raise ValueError("not an identity statement of this version")
    return statement


def _signed(body: str) -> bytes:
    return VERSION.encode() + bytes(1) + body.encode("ascii")
