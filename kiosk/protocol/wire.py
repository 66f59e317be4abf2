"""Messages of ``kiosk-sync/1``: JSON bodies of every call, decoded strictly (unknown fields are refused)."""

from __future__ import annotations

from typing import Final, Literal
from uuid import UUID

import msgspec

from kiosk.protocol.keys import KeyStatement

MAX_BODY_BYTES: Final = 512 * 1024

Role = Literal["tablet", "desk"]

ErrorCode = Literal[
    "malformed",
    "too_large",
    "not_found",
    "method_not_allowed",
    "unsupported_media_type",
    "unauthenticated",
    "use_nonce",
    "replayed",
    "device_revoked",
    "enrolment_refused",
    "busy",
    "unavailable",
]
"""Why the portal refuses a request as a whole; each has one HTTP status (``docs/protocol.md``)."""


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all messages; its ``repr`` shows no values, since many carry a patient's."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Problem(Message, frozen=True, kw_only=True):
    """A refusal: the typed code and a sentence for whoever reads logs; never a patient's value."""

    error: ErrorCode
    message: str


class EnrolRequest(Message, frozen=True, kw_only=True):
    """A device asks in, with the ticket's one-time code.

    Attributes:
        public_key: the device's Ed25519 key, base64url. The same code with the same key gets the same answer again.
        signature: by that key over ``enrol_bytes(code, public_key)``: proof that the device holds it.
    """

    code: str
    public_key: str
    signature: str


def enrol_bytes(code: str, public_key: bytes) -> bytes:
    """What a device signs to show that it holds the key it asks in with."""
    return b"kiosk-enrol/1\0" + code.encode() + b"\0" + public_key


class PracticeInfo(Message, frozen=True, kw_only=True):
    """What devices show of the practice.

    Attributes:
        name: shown in the top bar.
        portal_host: ``name[:port]`` for links, QR codes and the ending; at most 36 characters.
        time_zone: IANA name; decides what "today" is.
        language: BCP 47, where nothing better is known.
        network_name: the source's "HealthKey".
        operator_name: who runs the network and its technical support (S47).
        guardian_below, adult_from: age policy, full years.
    """

    practice_id: UUID
    name: str
    portal_host: str
    time_zone: str
    language: str
    network_name: str = "HealthKey"
    operator_name: str = "HealthKey Support"
    guardian_below: int = 13
    adult_from: int = 18


class EnrolResponse(Message, frozen=True, kw_only=True):
    """Welcome: who the device is, whose it is, and the portal's keys under its root."""

    device_id: UUID
    role: Role
    practice: PracticeInfo
    root_key: str
    keys: list[KeyStatement]
    epoch: str
    cursor: str
