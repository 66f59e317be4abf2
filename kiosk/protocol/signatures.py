"""Signed HTTP messages: the subset of RFC 9421 with Ed25519 that this protocol needs, and Content-Digest (RFC 9530).

One signature ``sig`` with a fixed list of covered components for each direction; a message that covers anything else
is refused, so there is nothing to negotiate.

* Request: ``@method``, ``@authority``, ``@path``, ``@query``, ``content-digest``, ``kiosk-request-id``; parameters
  ``created``, ``keyid`` (the device id), ``nonce`` (from the portal).
* Response: ``@status``, ``content-digest``, ``kiosk-request-id`` (the request's, so that an old answer fits no new
  question); parameters ``created``, ``keyid`` (the portal's signing key id).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

REQUEST_ID = "kiosk-request-id"
NONCE = "kiosk-nonce"
"""Response header: the nonce to use for the next request."""

REQUEST_COMPONENTS = ("@method", "@authority", "@path", "@query", "content-digest", REQUEST_ID)
RESPONSE_COMPONENTS = ("@status", "content-digest", REQUEST_ID)


class SignatureError(ValueError):
    """A signature, digest or parameter is missing, malformed or wrong."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """The signature's own parameters; ``created`` is in seconds since the epoch (RFC 9421, 2.3)."""

    created: int
    keyid: str
    nonce: str | None = None

    def encode(self, components: tuple[str, ...]) -> str:
        """The value of ``@signature-params`` (RFC 9421, 2.3)."""
        listed = " ".join(f'"{name}"' for name in components)
        nonce = f';nonce="{self.nonce}"' if self.nonce is not None else ""
        return f'({listed});created={self.created};keyid="{self.keyid}"{nonce}'


def content_digest(body: bytes) -> str:
    """``sha-256=:…:`` of the exact body (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode('ascii')}:"


def signature_base(values: Mapping[str, str], components: tuple[str, ...], parameters: str) -> bytes:
    """The bytes that are signed (RFC 9421, 2.5).

    Raises:
        SignatureError: a value is not printable ASCII, so that one line could pass for two.
    """
    if not all(re.fullmatch(r"[ -~]*", values[name]) for name in components):
        raise SignatureError("a component is not printable ASCII")
    lines = [f'"{name}": {values[name]}' for name in components]
    return "\n".join([*lines, f'"@signature-params": {parameters}']).encode("ascii")


def request_values(
    *, method: str, authority: str, path: str, query: str, body: bytes, request_id: str
) -> dict[str, str]:
    """Component values of a request; ``query`` without its question mark."""
    return {
        "@method": method.upper(),
        "@authority": authority.lower(),
        "@path": path,
        "@query": f"?{query}",
        "content-digest": content_digest(body),
        REQUEST_ID: request_id,
    }


def response_values(*, status: int, body: bytes, request_id: str) -> dict[str, str]:
    """Component values of a response; ``request_id`` is that of the request it answers."""
    return {"@status": str(status), "content-digest": content_digest(body), REQUEST_ID: request_id}


def sign(
    values: Mapping[str, str], components: tuple[str, ...], parameters: Parameters, key: Ed25519PrivateKey
) -> dict[str, str]:
    """The headers to add: ``Content-Digest``, ``Kiosk-Request-Id``, ``Signature-Input``, ``Signature``."""
    encoded = parameters.encode(components)
    signature = base64.b64encode(key.sign(signature_base(values, components, encoded))).decode("ascii")
    return {
        "Content-Digest": values["content-digest"],
        "Kiosk-Request-Id": values[REQUEST_ID],
        "Signature-Input": f"sig={encoded}",
        "Signature": f"sig=:{signature}:",
    }


_INPUT = re.compile(
    r'sig=\((?P<components>[^)]*)\);created=(?P<created>[0-9]{1,12});keyid="(?P<keyid>[A-Za-z0-9._-]{1,64})"'
    r'(?:;nonce="(?P<nonce>[A-Za-z0-9._-]{1,128})")?'
)


def read_parameters(headers: Mapping[str, str], components: tuple[str, ...]) -> Parameters:
    """Read the parameters before the key is known; nothing of them is trusted before ``verify``.

    Args:
        headers: with lower-case names.
        components: what the signature has to cover, in order.

    Raises:
        SignatureError: no signature, or it covers other components than it has to.
    """
    found = _INPUT.fullmatch(headers.get("signature-input", ""))
    if found is None or found["components"] != " ".join(f'"{name}"' for name in components):
        raise SignatureError("no signature over the components of this protocol")
    return Parameters(int(found["created"]), found["keyid"], found["nonce"])


def verify(
    headers: Mapping[str, str],
    values: Mapping[str, str],
    components: tuple[str, ...],
    public_key: bytes,
) -> None:
    """Check digest and signature of a received message.

    Args:
        headers: as received, with lower-case names.
        values: recomputed from what was received (``request_values``, ``response_values``).
        components: what has to be covered.
        public_key: Ed25519, 32 bytes.

    Raises:
        SignatureError: either does not hold.
    """
    parameters = read_parameters(headers, components)
    if headers.get("content-digest") != values["content-digest"]:
        raise SignatureError("content digest does not hold")
    found = re.fullmatch(r"sig=:([A-Za-z0-9+/]{86}==):", headers.get("signature", ""))
    if found is None:
        raise SignatureError("no signature")
    signature = base64.b64decode(found[1])
    if base64.b64encode(signature).decode("ascii") != found[1]:
        raise SignatureError("no signature")  # stray bits in its last character
    base = signature_base(values, components, parameters.encode(components))
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, base)
    except InvalidSignature:
        raise SignatureError("signature does not hold") from None
