"""The line that commands take: sealed to the portal, answered at once, never queued (K1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from kiosk.domain.errors import KioskError
from kiosk.protocol.command_seal import path_of, seal_command
from kiosk.protocol.wire import Message
from kiosk.sync.gateway import LOOKUP_TIMEOUT_S, Gateway

M = TypeVar("M", bound=Message)


class SealedLine:
    """One device's line."""

    def __init__(self, gateway: Gateway, *, device_id: UUID, sealing_key: Callable[[], tuple[str, bytes]]) -> None:
        """Prepare it.

        Args:
            device_id: sealed in with each command.
            sealing_key: id and bytes of the portal's current sealing key.
        """
        self._gateway = gateway
        self._device_id = device_id
        self._sealing_key = sealing_key

    def send(self, name: str, request: Message, gives: type[M], timeout_s: float = LOOKUP_TIMEOUT_S) -> M | None:
        """Ask; None means "not connected", whatever went wrong."""
        key_id, public_key = self._sealing_key()
        sealed = seal_command(request, name, device_id=self._device_id, key_id=key_id, public_key=public_key)
        try:
            return self._gateway.call("POST", path_of(name), sealed, gives, timeout_s=timeout_s)
        except KioskError:
            return None
