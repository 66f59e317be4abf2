"""A few minutes between one tablet and the portal: each page's answer belongs to what was asked before it.

A flow is bound to its device and purpose. People whom the portal does not know get one, too: nothing tells them apart.
"""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables_people as t
from kiosk.portal.devices import Device
from kiosk.portal.keyfile import PortalKeys


class Purpose(enum.Enum):
    """What a flow is for."""

    MATCH = "match"
    LOG_IN = "log_in"
    USER_ID = "user_id"
    PASSWORD = "password"  # noqa: S105 - the name of a purpose
    CONFIRMED = "confirmed"
    """A ``PASSWORD`` flow whose new password is in force: it only says so again, to who did not hear it."""
    RESET_SLIP = "reset_slip"
    """A slip was used at this device: the same draft, if it did not hear so, may send its password again."""


LIFE: Final = dt.timedelta(minutes=15)
"""Longer than a held page waits."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Flow(Sensitive):
    """A flow that holds now.

    Attributes:
        data: small texts of the flow's own, encrypted at rest.
        tries: wrong ones in this flow.
    """

    flow_id: UUID
    purpose: Purpose
    practice_id: UUID
    subject: UUID | None
    account_id: UUID | None
    invitation_id: UUID | None
    data: dict[str, str]
    tries: int


def begin(
    connection: sa.Connection,
    keys: PortalKeys,
    device: Device,
    purpose: Purpose,
    now: dt.datetime,
    *,
    subject: UUID | None = None,
    account_id: UUID | None = None,
    invitation_id: UUID | None = None,
    data: dict[str, str] | None = None,
) -> UUID:
    """Begin a flow of this device; returns its id."""
    flow_id = uuid.uuid4()
    connection.execute(sa.delete(t.flows).where(t.flows.c.expires_at < now - LIFE))
    connection.execute(
        sa.insert(t.flows).values(
            flow_id=flow_id,
            device_id=device.device_id,
            practice_id=device.practice_id,
            purpose=purpose.value,
            subject=subject,
            account_id=account_id,
            invitation_id=invitation_id,
            data=_sealed(keys, flow_id, data or {}),
            tries=0,
            expires_at=now + LIFE,
        )
    )
    return flow_id


def get(
    connection: sa.Connection, keys: PortalKeys, device: Device, purpose: Purpose, flow_id: UUID, now: dt.datetime
) -> Flow | None:
    """The flow, locked by this transaction; None if it is over, or another device's or purpose's."""
    return _held(connection, keys, device, purpose, t.flows.c.flow_id == flow_id, now)


def of_draft(
    connection: sa.Connection, keys: PortalKeys, device: Device, purpose: Purpose, subject: UUID, now: dt.datetime
) -> Flow | None:
    """As ``get``, the newest of a patient's draft: for what has a flow only when it is done."""
    return _held(connection, keys, device, purpose, t.flows.c.subject == subject, now)


def _held(
    connection: sa.Connection,
    keys: PortalKeys,
    device: Device,
    purpose: Purpose,
    which: sa.ColumnElement[bool],
    now: dt.datetime,
) -> Flow | None:
    row = connection.execute(
        sa.select(t.flows)
        .where(
            which,
            t.flows.c.device_id == device.device_id,
            t.flows.c.purpose == purpose.value,
            t.flows.c.expires_at > now,
        )
        .order_by(t.flows.c.expires_at.desc())
        .limit(1)
        .with_for_update()
    ).one_or_none()
    return None if row is None else _flow(keys, row)


def change(connection: sa.Connection, keys: PortalKeys, flow: Flow, **values: Any) -> None:
    """Set columns of a flow; ``data`` as a dict."""
    if "data" in values:
        values["data"] = _sealed(keys, flow.flow_id, values["data"])
    connection.execute(sa.update(t.flows).where(t.flows.c.flow_id == flow.flow_id).values(**values))


def end(connection: sa.Connection, flow_id: UUID) -> None:
    """End a flow; nothing of it can be answered any more."""
    connection.execute(sa.delete(t.flows).where(t.flows.c.flow_id == flow_id))


def end_of(connection: sa.Connection, purpose: Purpose, account_id: UUID) -> None:
    """End an account's flows of a purpose, at whatever device."""
    its = (t.flows.c.account_id == account_id, t.flows.c.purpose == purpose.value)
    connection.execute(sa.delete(t.flows).where(*its))


def confirmed(connection: sa.Connection, keys: PortalKeys, flow_id: UUID, now: dt.datetime, **data: str) -> None:
    """Turn a ``PASSWORD`` flow into a ``CONFIRMED`` one, with fresh tries and all of a flow's life."""
    its = (t.flows.c.flow_id == flow_id, t.flows.c.purpose == Purpose.PASSWORD.value, t.flows.c.expires_at > now)
    values = {"purpose": Purpose.CONFIRMED.value, "tries": 0, "expires_at": now + LIFE}
    connection.execute(sa.update(t.flows).where(*its).values(**values, data=_sealed(keys, flow_id, data)))


def _sealed(keys: PortalKeys, flow_id: UUID, data: dict[str, str]) -> bytes:
    return keys.encrypt(msgspec.json.encode(data), flow_id.bytes)


def _flow(keys: PortalKeys, row: sa.Row[Any]) -> Flow:
    return Flow(
        flow_id=row.flow_id,
        purpose=Purpose(row.purpose),
        practice_id=row.practice_id,
        subject=row.subject,
        account_id=row.account_id,
        invitation_id=row.invitation_id,
        data=msgspec.json.decode(keys.decrypt(row.data, row.flow_id.bytes), type=dict[str, str]),
        tries=row.tries,
    )
