"""The operation as it travels: ``HEADER.SEALED.SIGNATURE``, each part base64url.

What is signed is the text ``HEADER.SEALED``; its SHA-256 is the operation's *payload hash*, which the receipt names and
the next operation carries as ``prev``. The text is kept as sent and never encoded again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.desk_operations import Invitation, InvitationReissued
from kiosk.domain.operations import BODIES, Body
from kiosk.domain.patient_operations import Activation, SignUp
from kiosk.protocol import seal as sealing
from kiosk.protocol.encoding import b64decode, b64encode

VERSION = "kiosk-op/1"
GENESIS = b64encode(bytes(32))
"""``prev`` of a device's first operation."""

MAX_BYTES = 64 * 1024
"""Longest accepted operation, as text."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The part of an operation that stands open.

    Attributes:
        v: ``kiosk-op/1``.
        op_id: UUIDv4, the idempotency key.
        device_id: who recorded it.
        seq: gapless per device, from 1.
        prev: payload hash of the device's previous operation, or ``GENESIS``.
        kind, schema: name the body's type.
        subject: random UUID per draft, or the invitation's id.
        recorded_at: the device's clock, UTC; orders and expires nothing.
        key_id: the portal's sealing key.
    """

    v: str
    op_id: UUID
    device_id: UUID
    seq: int
    prev: str
    kind: str
    schema: int
    subject: UUID
    recorded_at: dt.datetime
    key_id: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """A parsed operation; nothing of it is trusted before ``verify``."""

    text: str
    header: Header
    header_bytes: bytes
    sealed: bytes
    signature: bytes

    @property
    def payload_hash(self) -> str:
        """SHA-256 of the signed text, base64url."""
        return payload_hash(self.text)


class EnvelopeError(ValueError):
    """The text is no well-formed operation, or its signature or body does not hold."""


def payload_hash(text: str) -> str:
    """SHA-256 of the signed text, base64url."""
    return b64encode(hashlib.sha256(text.rpartition(".")[0].encode("ascii")).digest())


def make(header: Header, body: Body, *, sealing_key: bytes, signing_key: Ed25519PrivateKey) -> str:
    """Encode, seal and sign a body under its header."""
    header_bytes = msgspec.json.encode(header)
    sealed = sealing.seal(msgspec.json.encode(body), sealing_key, header_bytes)
    signed = f"{b64encode(header_bytes)}.{b64encode(sealed)}"
    return f"{signed}.{b64encode(signing_key.sign(signed.encode('ascii')))}"


def parse(text: str) -> Envelope:
    """Take an operation apart.

    Raises:
        EnvelopeError: not three base64url parts with a header of ours.
    """
    try:
        if len(text) > MAX_BYTES:
            raise ValueError("too large")
        first, second, third = text.split(".")
        header_bytes = b64decode(first)
        header = msgspec.json.decode(header_bytes, type=Header)
        if header.v != VERSION or not _is_plausible(header):
            raise ValueError("not an operation of this version")
        return Envelope(text, header, header_bytes, b64decode(second), b64decode(third))
    except (ValueError, msgspec.MsgspecError) as error:
        raise EnvelopeError(str(error)) from None


def _is_plausible(header: Header) -> bool:
    """Whether every field can be stored and compared: neither side may fall over a number, a NUL or an odd time."""
    return (
        1 <= header.seq < 2**63
        and 1 <= header.schema < 2**31
        and re.fullmatch(r"[a-z][a-z0-9_.]{0,63}", header.kind) is not None
        and re.fullmatch(r"[A-Za-z0-9._-]{1,64}", header.key_id) is not None
        and len(b64decode(header.prev)) == 32
        and _is_plausible_time(header.recorded_at)
    )


def _is_plausible_time(at: dt.datetime) -> bool:
    """Whether it is in UTC and every database and time zone can hold it, also at midnight of the year's last day."""
    return at.utcoffset() == dt.timedelta(0) and 1970 <= at.year < 9999


def verify(envelope: Envelope, device_key: bytes) -> None:
    """Check the device's signature.

    Raises:
        EnvelopeError: it does not hold.
    """
    signed = envelope.text.rpartition(".")[0].encode("ascii")
    try:
        Ed25519PublicKey.from_public_bytes(device_key).verify(envelope.signature, signed)
    except InvalidSignature:
        raise EnvelopeError("signature does not hold") from None


def open_body(envelope: Envelope, sealing_key: X25519PrivateKey) -> Body:
    """Unseal and decode the body.

    Raises:
        KeyError: no such kind and schema (``deferred.schema``).
        EnvelopeError: it does not open, or is not of its kind (``rejected.malformed``).
    """
    body_type = BODIES[envelope.header.kind, envelope.header.schema]
    try:
        plaintext = sealing.unseal(envelope.sealed, sealing_key, envelope.header_bytes)
        body = msgspec.json.decode(plaintext, type=body_type)
        if not all(_is_plausible_time(at) for at in _times(body)):
            raise ValueError("not a time in UTC")
        return body
    except (ValueError, RecursionError, msgspec.MsgspecError):  # RecursionError: brackets nested without end
        raise EnvelopeError("body does not open") from None


def _times(body: Body) -> tuple[dt.datetime, ...]:
    match body:
        case Invitation() | InvitationReissued():
            return (body.expires_at,)
        case SignUp() | Activation():
            return (body.consent.at,)
        case _:
            return ()
