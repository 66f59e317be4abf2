"""The activation code that a sign-up is asked for, because its person was invited before (S16-S19)."""

from __future__ import annotations

import re
import uuid
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import changes, codes, facts, flows, invitations, lockouts
from kiosk.portal import tables as t
from kiosk.portal.context import Context
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Flow, Purpose
from kiosk.portal.lockouts import Tried
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.commands import CheckCode, Done, ResendCode

_EXPIRED: Final = Done(state="expired")


def resend(context: Context, asked: ResendCode) -> Done:
    """Mail a further code to the contact on file (S18); the same answer if there is no invitation or no address."""
    flow = _flow(context, asked.flow)
    if flow is None:
        return _EXPIRED
    until = codes.wait_to_send(context.connection, flow.invitation_id or flow.flow_id, context.now)
    if until is not None:
        return Done(state="wait", until=until)
    invited = _invited(context, flow)
    if invited is not None:
        changed = codes.send_new(context.post, invited, uuid.uuid4())
        changes.append(context.connection, context.caller.practice_id, changed)
    return Done(state="done")


def check(context: Context, asked: CheckCode) -> Done:
    """Note for the draft that the code was right, or count a wrong one.

    Raises:
        RequestRefusedError: ``malformed``: no lookup id.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]{43}", asked.lookup_id):
        raise RequestRefusedError("malformed", "not a lookup id")
    flow = _flow(context, asked.flow)
    if flow is None:
        return _EXPIRED
    connection, practice_id, now = context.connection, context.caller.practice_id, context.now
    found = codes.find(connection, practice_id, asked.lookup_id, now)
    right = found is not None and found.invitation_id in _theirs(context, flow)
    key = lockouts.key_of(context.keys, Tried.CODE, str(flow.invitation_id or flow.flow_id))
    until = lockouts.judge(connection, key, now, right=right)
    if until is not None:
        return Done(state="locked", until=lockouts.clock(until))
    if found is None or not right:
        return Done(state="wrong")
    if flow.subject is not None:
        facts.note(connection, practice_id, flow.subject, Fact.CODE, now, of=found.invitation_id)
    return Done(state="done")


def _flow(context: Context, flow_id: UUID) -> Flow | None:
    return flows.get(context.connection, context.keys, context.caller, Purpose.MATCH, flow_id, context.now)


def _theirs(context: Context, flow: Flow) -> set[UUID]:
    """The person's invitations: who was invited twice may hold either slip."""
    invited = _invited(context, flow)
    if invited is None:
        return set()
    rows = invitations.of_person(context.connection, context.caller.practice_id, invited._asdict())
    return {invited.invitation_id, *(row.invitation_id for row in rows)}


def _invited(context: Context, flow: Flow) -> sa.Row[Any] | None:
    its = (
        t.invitations.c.invitation_id == flow.invitation_id,
        t.invitations.c.practice_id == context.caller.practice_id,
    )
    return context.connection.execute(sa.select(t.invitations).where(*its)).one_or_none()
