"""Decides what a manager changes about the practice's staff (F5); the command line adds the first of them."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.operations import StaffAdded, StaffUpdated
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import StaffRole, is_staff_name
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.engine import insert_once
from kiosk.portal.people import MalformedError, one_of
from kiosk.portal.turn import Turn

_VERIFIER: Final = re.compile(r"\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}")
"""As ``vault.pin`` makes it: neither a cheaper hash nor one that would stop a device."""


def add(turn: Turn, body: StaffAdded) -> Outcome:
    """Store a new member and tell the practice's devices; a manager's desk alone may do that.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    role = one_of(StaffRole, body.role)
    if not is_staff_name(body.name) or body.staff_id != turn.header.subject:
        raise MalformedError("not a name, or of somebody else")
    actor = _actor(turn, body.by)
    if actor is None:
        return Outcome.DEFERRED_DEPENDENCY
    if actor.role != StaffRole.MANAGER.value:
        raise MalformedError("only a manager adds staff")
    row = {
        "staff_id": body.staff_id,
        "practice_id": turn.practice_id,
        "name": body.name.strip(),
        "role": role.value,
        "verifier": _checked(body.verifier),
        "active": True,
    }
    if not insert_once(turn.connection, t.staff, row):
        raise MalformedError("this member is there already")
    turn.changed.append(Changed("staff", body.staff_id))
    return Outcome.ACCEPTED


def update(turn: Turn, body: StaffUpdated) -> Outcome:
    """Change a member's PIN, role or state. The practice keeps a manager: who is the last one stays what they are.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    actor, row = _actor(turn, body.by), _member(turn, body.staff_id)
    if actor is None or row is None:
        return Outcome.DEFERRED_DEPENDENCY
    own_pin = body.by == body.staff_id and body.role is None and body.active is None
    if body.staff_id != turn.header.subject or not (own_pin or actor.role == StaffRole.MANAGER.value):
        raise MalformedError("of somebody else, or not a manager")
    values: dict[str, Any] = {}
    if body.verifier is not None:
        values["verifier"] = _checked(body.verifier)
    if body.role is not None:
        values["role"] = one_of(StaffRole, body.role).value
    if body.active is not None:
        values["active"] = body.active
    after = {"role": row.role, "active": row.active} | values
    if _manages(row.role, active=row.active) and not _manages(after["role"], active=after["active"]):
        others = sa.select(sa.func.count()).where(
            t.staff.c.practice_id == turn.practice_id,
            t.staff.c.staff_id != body.staff_id,
            t.staff.c.role == StaffRole.MANAGER.value,
            t.staff.c.active,
        )
        if turn.connection.execute(others).scalar_one() == 0:
            values = {name: value for name, value in values.items() if name == "verifier"}
    if values:
        turn.connection.execute(sa.update(t.staff).where(t.staff.c.staff_id == body.staff_id).values(**values))
    turn.changed.append(Changed("staff", body.staff_id))  # also what stayed: the device may have shown it otherwise
    return Outcome.ACCEPTED


def _actor(turn: Turn, staff_id: UUID) -> sa.Row[Any] | None:
    """Who did it; None if the portal does not know them (yet).

    Raises:
        MalformedError: a tablet, or somebody who left.
    """
    if turn.device.role != "desk":
        raise MalformedError("only a desk changes the staff")
    row = _member(turn, staff_id)
    if row is not None and not row.active:
        raise MalformedError("who did that is no longer on the staff")
    return row


def _member(turn: Turn, staff_id: UUID) -> sa.Row[Any] | None:
    """A member of this practice, locked with all of it: of two managers who end each other, one stays."""
    everybody = sa.select(t.staff).where(t.staff.c.practice_id == turn.practice_id).with_for_update()
    return next((row for row in turn.connection.execute(everybody) if row.staff_id == staff_id), None)


def _manages(role: str, *, active: bool) -> bool:
    return active and role == StaffRole.MANAGER.value


def _checked(verifier: str) -> str:
    if not _VERIFIER.fullmatch(verifier):
        raise MalformedError("not a PIN verifier")
    return verifier
