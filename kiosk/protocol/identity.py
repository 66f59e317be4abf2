"""Identity statements: "photo ID checked" in the portal's signed words; they travel with an account (F4, F7)."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import msgspec

from kiosk.domain.cases import IdDocument
from kiosk.protocol import signed_text
from kiosk.protocol.signed_text import issue as issue

VERSION = "kiosk-identity/1"


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who compared which person with which kind of photo ID, where and when; no name, and no number of the document.

    Attributes:
        v: ``kiosk-identity/1``.
        check_id: under which the portal keeps the check.
        subject: of the draft or invitation that the desk had before it, or the account's id.
        person: the portal's HMAC of the name and birthday that were compared; it alone can say whether they are
            somebody's.
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
    subject: UUID
    person: str
    by: UUID
    document: IdDocument
    at: dt.datetime
    stated_at: dt.datetime
    key_id: str


def verify(text: str, signing_keys: dict[str, bytes]) -> Statement:
    """Check and decode a statement.

    Args:
        text: as ``signed_text.issue`` made it.
        signing_keys: the portal's public signing keys by key id.

    Raises:
        ValueError: unknown key, changed bytes, or not a statement.
    """
    return signed_text.verify(text, VERSION, Statement, signing_keys)
