"""Decides what a manager changes about the practice's staff (F5); the command line adds the first of them.

A desk shows at once what was done there. What its manager could not do any more (they were ended, or made a
receptionist, while that desk was disconnected) changes nothing here, and the change that goes down corrects the desk.
"""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.desk_operations import StaffAdded, StaffUpdated
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
    """Store a new member and tell the practice's devices.

    Whom nobody who manages the practice added is stored, too, but may not sign in: their desk has them already, and
    every other manager sees what was tried.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    role = one_of(StaffRole, body.role)
    _check_device(turn, body.staff_id)
    if not is_staff_name(body.name):
        raise MalformedError("not a name")
    actor = _everybody(turn).get(body.by)
    if actor is None:
        return Outcome.DEFERRED_DEPENDENCY
    row = {
        "staff_id": body.staff_id,
        "practice_id": turn.practice_id,
        "name": body.name.strip(),
        "role": role.value,
        "verifier": _checked(body.verifier),
        "active": _manages(actor.role, active=actor.active),
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
    _check_device(turn, body.staff_id)
    values = _values(body)
    everybody = _everybody(turn)
    actor, row = everybody.get(body.by), everybody.get(body.staff_id)
    if actor is None or row is None:
        return Outcome.DEFERRED_DEPENDENCY
    own_pin = body.by == body.staff_id and values.keys() == {"verifier"}
    if not (_manages(actor.role, active=actor.active) or (own_pin and actor.active)):
        values = {}
    after = {"role": row.role, "active": row.active} | values
    if _manages(row.role, active=row.active) and not _manages(after["role"], active=after["active"]):
        managers = [one.staff_id for one in everybody.values() if _manages(one.role, active=one.active)]
        if managers == [body.staff_id]:
            values = {name: value for name, value in values.items() if name == "verifier"}
    if values:
        turn.connection.execute(sa.update(t.staff).where(t.staff.c.staff_id == body.staff_id).values(**values))
    turn.changed.append(Changed("staff", body.staff_id))  # also what stayed: the device has shown it otherwise
    return Outcome.ACCEPTED


def _check_device(turn: Turn, staff_id: UUID) -> None:
    """Raises MalformedError: a tablet, or a member other than the operation says."""
    if turn.device.role != "desk" or staff_id != turn.header.subject:
        raise MalformedError("only a desk changes the staff, one member at a time")


def _values(body: StaffUpdated) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if body.verifier is not None:
        values["verifier"] = _checked(body.verifier)
    if body.role is not None:
        values["role"] = one_of(StaffRole, body.role).value
    if body.active is not None:
        values["active"] = body.active
    return values


def _everybody(turn: Turn) -> dict[UUID, sa.Row[Any]]:
    """This practice's staff, locked in one order: of two managers who end each other, one stays.

    The lock lets pass what only refers to them (PostgreSQL's ``FOR NO KEY UPDATE``): an invitation made meanwhile.
    """
    query = sa.select(t.staff).where(t.staff.c.practice_id == turn.practice_id).order_by(t.staff.c.staff_id)
    return {row.staff_id: row for row in turn.connection.execute(query.with_for_update(key_share=True))}


def _manages(role: str, *, active: bool) -> bool:
    return active and role == StaffRole.MANAGER.value


def _checked(verifier: str) -> str:
    if not _VERIFIER.fullmatch(verifier):
        raise MalformedError("not a PIN verifier")
    return verifier
