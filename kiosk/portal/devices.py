"""Devices: tickets, enrolment by one-time code, and who a device is when it calls (K1)."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.portal import changes, practices
from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import wire, wire_lookups
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.wire import EnrolRequest, EnrolResponse, Role

CODE_LIFE: Final = dt.timedelta(minutes=10)
CODE_BYTES: Final = 16
SEEN_LIFE: Final = dt.timedelta(minutes=15)
"""How long request ids are remembered: longer than a nonce lives."""


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled device that has proved itself in this request."""

    device_id: UUID
    practice_id: UUID
    role: Role
    public_key: bytes


def add_code(connection: sa.Connection, practice_id: UUID, role: Role, now: dt.datetime) -> str:
    """Make a one-time enrolment code; only its hash is stored.

    Raises:
        RequestRefusedError: there is no such practice.
    """
    practices.get(connection, practice_id)
    code = b64encode(secrets.token_bytes(CODE_BYTES))
    connection.execute(
        sa.insert(t.enrolment_codes).values(
            code_hash=_code_hash(code), practice_id=practice_id, role=role, expires_at=now + CODE_LIFE, device_id=None
        )
    )
    return code


def seen(connection: sa.Connection, device: Device) -> wire_lookups.DevicesFound:
    """How the devices of a desk's practice stand (F6).

    Raises:
        RequestRefusedError: ``not_found`` for a tablet.
    """
    if device.role != "desk":
        raise RequestRefusedError("not_found", "only a desk looks at the devices")
    theirs = t.devices.c
    query = (
        sa.select(theirs.device_id, theirs.role, theirs.last_seen, theirs.waiting)
        .where(theirs.practice_id == device.practice_id, theirs.status == "active")
        .order_by(theirs.role.desc(), theirs.created_at, theirs.device_id)
    )
    rows = connection.execute(query)
    return wire_lookups.DevicesFound(devices=[wire_lookups.SeenDevice(**row._asdict()) for row in rows])


def enrol(connection: sa.Connection, request: EnrolRequest, *, keys: PortalKeys, now: dt.datetime) -> EnrolResponse:
    """Let a device in.

    The same code with the same key gets the same answer again, so that a lost answer does not burn the code.

    Raises:
        RequestRefusedError: ``malformed`` or ``enrolment_refused``, which does not say why.
    """
    try:
        public_key = b64decode(request.public_key)
        proof = b64decode(request.signature)
        message = wire.enrol_bytes(request.code, public_key)
        Ed25519PublicKey.from_public_bytes(public_key).verify(proof, message)
    except (ValueError, InvalidSignature):
        raise RequestRefusedError("malformed", "the key, or the proof that the device holds it, is wrong") from None
    code = _code(connection, request.code)
    if code.device_id is None and code.expires_at > now:
        _use_code(connection, code, request.public_key, now)
        code = _code(connection, request.code)
    if code.device_id is None:
        raise _refused()
    device = connection.execute(sa.select(t.devices).where(t.devices.c.device_id == code.device_id)).one()
    if device.public_key != request.public_key:
        raise _refused()
    if device.status != "active":
        raise RequestRefusedError("device_revoked", "this device was revoked")
    epoch = connection.execute(sa.select(t.portal.c.epoch)).scalar_one()
    return EnrolResponse(
        device_id=device.device_id,
        role=device.role,
        practice=practices.info(practices.get(connection, device.practice_id)),
        root_key=b64encode(keys.root_public),
        keys=keys.statements(),
        epoch=epoch,
        cursor=changes.cursor_of(epoch, 0),
    )


def _use_code(connection: sa.Connection, code: sa.Row[Any], public_key: str, now: dt.datetime) -> None:
    """Make the device and bind the code to it; of two at once only one gets the code."""
    device_id = uuid.uuid4()
    values = {
        "device_id": device_id,
        "practice_id": code.practice_id,
        "role": code.role,
        "public_key": public_key,
        "status": "active",
        "created_at": now,
        "last_seen": None,
        "chain_seq": 0,
        "audit_head": "",
        "audit_count": 0,
        "waiting": 0,
    }
    with connection.begin_nested() as savepoint:
        if not insert_once(connection, t.devices, values):
            return  # this key is enrolled already: with the same code at the same moment, or with another one
        bound = connection.execute(
            sa.update(t.enrolment_codes)
            .where(t.enrolment_codes.c.code_hash == code.code_hash, t.enrolment_codes.c.device_id.is_(None))
            .values(device_id=device_id)
        )
        if bound.rowcount != 1:
            savepoint.rollback()


def known(connection: sa.Connection, device_id: UUID) -> sa.Row[Any] | None:
    """The row of a device, locked until commit: a device's requests are handled one after the other."""
    query = sa.select(t.devices).where(t.devices.c.device_id == device_id).with_for_update()
    return connection.execute(query).one_or_none()


def remember_request(connection: sa.Connection, device_id: UUID, request_id: UUID, now: dt.datetime) -> None:
    """Use up a request id.

    Raises:
        RequestRefusedError: ``replayed``.
    """
    connection.execute(
        sa.delete(t.seen_requests).where(
            t.seen_requests.c.device_id == device_id, t.seen_requests.c.at < now - SEEN_LIFE
        )
    )
    if not insert_once(connection, t.seen_requests, {"device_id": device_id, "request_id": request_id, "at": now}):
        raise RequestRefusedError("replayed", "this request was seen before")
    connection.execute(sa.update(t.devices).where(t.devices.c.device_id == device_id).values(last_seen=now))


def revoke(connection: sa.Connection, device_id: UUID) -> bool:
    """Shut a device out; its operations that the portal holds stay valid.

    Returns:
        whether there is such a device.
    """
    changed = connection.execute(
        sa.update(t.devices).where(t.devices.c.device_id == device_id).values(status="revoked")
    )
    return changed.rowcount == 1


def _code(connection: sa.Connection, code: str) -> sa.Row[Any]:
    query = sa.select(t.enrolment_codes).where(t.enrolment_codes.c.code_hash == _code_hash(code)).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        raise _refused()
    return row


def _code_hash(code: str) -> str:
    return b64encode(hashlib.sha256(code.encode()).digest())


def _refused() -> RequestRefusedError:
    return RequestRefusedError("enrolment_refused", "unknown, used or expired enrolment code")
