"""Sealing of commands: HPKE (RFC 9180) as for operations, bound to the command's path and to the device that asks.

TLS ends at the practice's proxy or in front of the portal; what a patient types to log in or to recover is sealed to
the portal itself. The request's own signature binds the sealed body to the moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from kiosk.protocol.commands import Sealed
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.seal import SUITE
from kiosk.protocol.wire import Message

_INFO: Final = b"kiosk-command/1\0"

M = TypeVar("M", bound=Message)


def path_of(name: str) -> str:
    """The path of a command, which is sealed with it."""
    return f"/v1/commands/{name}"


def seal_command(message: Message, name: str, *, device_id: UUID, key_id: str, public_key: bytes) -> Sealed:
    """Seal a command to the portal.

    Args:
        message: what the command takes.
        name: of the command, for example ``log-in``.
        device_id: of the device that will sign the request.
        key_id: of the portal's sealing key.
        public_key: that key, 32 bytes.
    """
    key = X25519PublicKey.from_public_bytes(public_key)
    sealed = SUITE.encrypt(msgspec.json.encode(message), key, info=_info(name, device_id))
    return Sealed(key_id=key_id, sealed=b64encode(sealed))


def open_command(
    sealed: Sealed, takes: type[M], name: str, *, device_id: UUID, keys: Mapping[str, X25519PrivateKey]
) -> M:
    """Open what ``seal_command`` made for this command and this device.

    Raises:
        ValueError: an unknown key, another command or device, changed bytes, or not the message of this command.
    """
    key = keys.get(sealed.key_id)
    if key is None:
        raise ValueError("unknown key")
    try:
        plaintext = SUITE.decrypt(b64decode(sealed.sealed), key, info=_info(name, device_id))
        return msgspec.json.decode(plaintext, type=takes)
    except (InvalidTag, ValueError, RecursionError):  # msgspec's errors are ValueErrors
        raise ValueError("the command does not open") from None


def _info(name: str, device_id: UUID) -> bytes:
    return _INFO + path_of(name).encode() + b"\0" + device_id.bytes
