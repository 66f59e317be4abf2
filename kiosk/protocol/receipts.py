"""Receipts: the portal's signed word on one operation, the only thing that lets a device delete its payload."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import msgspec

from kiosk.domain.outcomes import Outcome
from kiosk.protocol import signed_text
from kiosk.protocol.signed_text import issue as issue

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


def verify(text: str, signing_keys: dict[str, bytes]) -> Receipt:
    """Check and decode a receipt.

    Args:
        text: as ``signed_text.issue`` made it.
        signing_keys: the portal's public signing keys by key id.

    Raises:
        ValueError: unknown key, changed bytes, or not a receipt.
    """
    return signed_text.verify(text, VERSION, Receipt, signing_keys)
