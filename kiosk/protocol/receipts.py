"""Receipts: the portal's signed word on one operation, the only thing that lets a device delete its payload."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain.outcomes import Outcome
from kiosk.protocol.encoding import b64decode, b64encode

VERSION = "kiosk-receipt/1"


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the portal decided, about which bytes, for which device.

    Attributes:
        v: ``kiosk-receipt/1``.
        payload_hash: of the operation's signed text.
        decided_at: the portal's clock, UTC.
        key_id: the portal's signing key.
    """

    v: str
    op_id: UUID
    device_id: UUID
    seq: int
    payload_hash: str
    outcome: Outcome
    decided_at: dt.datetime
    key_id: str


def issue(receipt: Receipt, signing_key: Ed25519PrivateKey) -> str:
    """``BODY.SIGNATURE``, both base64url; kept and repeated as text, for ever the same."""
    body = b64encode(msgspec.json.encode(receipt))
    return f"{body}.{b64encode(signing_key.sign(b'kiosk-receipt/1' + bytes(1) + body.encode('ascii')))}"


def verify(text: str, signing_keys: dict[str, bytes]) -> Receipt:
    """Check and decode a receipt.

    Args:
        text: as ``issue`` made it.
        signing_keys: the portal's public signing keys by key id.

    Raises:
        ValueError: unknown key, changed bytes, or not a receipt.
    """
    body, _, signature = text.partition(".")
    try:
        receipt = msgspec.json.decode(b64decode(body), type=Receipt)
        key = Ed25519PublicKey.from_public_bytes(signing_keys[receipt.key_id])
        key.verify(b64decode(signature), b"kiosk-receipt/1\0" + body.encode("ascii"))
    except (KeyError, InvalidSignature, msgspec.MsgspecError, ValueError):
        raise ValueError("not a receipt of this portal") from None
    if receipt.v != VERSION:
        raise ValueError("not a receipt of this version")
    return receipt
