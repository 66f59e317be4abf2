"""The portal's signed words as one text, ``BODY.SIGNATURE``, both base64url: kept and repeated for ever the same."""

from __future__ import annotations

from typing import Protocol, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.protocol.encoding import b64decode, b64encode


class Signed(Protocol):
    """What every such text says: its version, which is signed along, and the portal's signing key by its id."""

    @property
    def v(self) -> str:
        """Like ``kiosk-receipt/1``."""
        ...

    @property
    def key_id(self) -> str:
        """Of the portal's signing key."""
        ...


S = TypeVar("S", bound=Signed)


def issue(said: Signed, signing_key: Ed25519PrivateKey) -> str:
    """Sign a message under its version."""
    body = b64encode(msgspec.json.encode(said))
    return f"{body}.{b64encode(signing_key.sign(_signed(said.v, body)))}"


def verify(text: str, version: str, kind: type[S], signing_keys: dict[str, bytes]) -> S:
    """Check and decode a message.

    Args:
        text: as ``issue`` made it.
        version: the only one that is accepted.
        kind: what it decodes to.
        signing_keys: the portal's public signing keys by key id.

    Raises:
        ValueError: unknown key, changed bytes, another version, or not such a message.
    """
    body, _, signature = text.partition(".")
    try:
        said = msgspec.json.decode(b64decode(body), type=kind)
        key = Ed25519PublicKey.from_public_bytes(signing_keys[said.key_id])
        key.verify(b64decode(signature), _signed(version, body))
    except (KeyError, InvalidSignature, msgspec.MsgspecError, ValueError):
        raise ValueError(f"not a {version} of this portal") from None
    return said


def _signed(version: str, body: str) -> bytes:
    return version.encode("ascii") + bytes(1) + body.encode("ascii")
