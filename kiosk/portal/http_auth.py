"""Who is asking: RFC 9421 signatures of devices, checked inside the transaction that answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import devices, nonces
from kiosk.portal.devices import Device
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import signatures
from kiosk.protocol.encoding import b64decode


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HttpRequest(Sensitive):
    """What of a request its signature covers; a lookup's body holds a birthday and a ZIP code.

    Attributes:
        authority: the ``Host`` header, already found to be this portal's.
        headers: with lower-case names.
    """

    method: str
    authority: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def request_id(self) -> UUID | None:
        """The request id, in its one form, or None."""
        text = self.headers.get(signatures.REQUEST_ID, "")
        try:
            parsed = UUID(text)
        except ValueError:
            return None
        return parsed if str(parsed) == text else None


class KnownDeviceRefusedError(RequestRefusedError):
    """The device proved itself and is refused all the same: the refusal is signed, so that it can be believed."""


def authenticate(connection: sa.Connection, request: HttpRequest, *, keys: PortalKeys, now: dt.datetime) -> Device:
    """Find the device whose key signed the request, and use the request id up.

    Raises:
        KnownDeviceRefusedError: ``device_revoked``, ``use_nonce`` or ``replayed``.
        RequestRefusedError: ``unauthenticated``, which does not say why.
    """
    request_id = request.request_id
    try:
        parameters = signatures.read_parameters(request.headers, signatures.REQUEST_COMPONENTS)
        row = devices.known(connection, UUID(parameters.keyid))
        if row is None or request_id is None:
            raise signatures.SignatureError("unknown")
        values = signatures.request_values(
            method=request.method,
            authority=request.authority,
            path=request.path,
            query=request.query,
            body=request.body,
            request_id=str(request_id),
        )
        public_key = b64decode(row.public_key)
        signatures.verify(request.headers, values, signatures.REQUEST_COMPONENTS, public_key)
    except ValueError:  # SignatureError is one
        raise RequestRefusedError("unauthenticated", "no valid signature of an enrolled device") from None
    if row.status != "active":
        raise KnownDeviceRefusedError("device_revoked", "this device was revoked")
    if not nonces.holds(keys.nonce, parameters.nonce, now):
        raise KnownDeviceRefusedError("use_nonce", "sign again with the nonce of this answer")
    try:
        devices.remember_request(connection, row.device_id, request_id, now)
    except RequestRefusedError as error:
        raise KnownDeviceRefusedError(error.code, error.message) from None
    return Device(row.device_id, row.practice_id, row.role, public_key)
