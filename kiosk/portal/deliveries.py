"""Decides what becomes of a delivery: a slip was printed, or was not after all, or its mail is asked for (F1, S16)."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import InvitationDelivered
from kiosk.domain.outcomes import Outcome
from kiosk.portal import codes, letters
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.people import MalformedError, accepted
from kiosk.portal.turn import Turn
from kiosk.protocol.roster import lookup_id

_MOVES: Final = {
    "print": (codes.OPEN_STATES, "printed"),
    "email": (codes.OPEN_STATES, "sent"),
    "none": (("printed",), "ready"),  # one that was mailed besides stays with its patient
}
"""From which states into which."""


def decide(turn: Turn, body: InvitationDelivered) -> Outcome:
    """Note how the invitation was delivered, and mail it if that was asked for.

    One that was used, revoked or has expired meanwhile stays as it is, and no mail goes out: its code opens nothing.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    if turn.device.role != "desk" or body.invitation_id != turn.header.subject or body.how not in _MOVES:
        raise MalformedError("not a delivery of ours")
    code = accepted(ActivationCode.parse(body.code)) if body.how == "email" else None
    query = sa.select(t.invitations).where(
        t.invitations.c.invitation_id == body.invitation_id, t.invitations.c.practice_id == turn.practice_id
    )
    row = turn.connection.execute(query).one_or_none()
    if row is None or turn.has_staff(body.by) is None:
        return Outcome.DEFERRED_DEPENDENCY  # made by a device that has not synced yet, or by nobody known here
    if code is not None:
        coded = codes.look(turn.connection, turn.practice_id, lookup_id(code, turn.practice_id))
        if coded is None or coded.invitation_id != row.invitation_id or not row.email:
            raise MalformedError("not a code of this invitation, or nowhere to mail it to")
        if not codes.is_open(coded, turn.now):
            return Outcome.ACCEPTED
    before, after = _MOVES[body.how]
    moved = turn.connection.execute(
        sa.update(t.invitations)
        .where(t.invitations.c.invitation_id == row.invitation_id, t.invitations.c.state.in_(before))
        .values(state=after)
    )
    if moved.rowcount == 1:
        turn.changed.append(Changed("invitation", row.invitation_id))
        if code is not None:
            letters.invitation(turn.post, row, code, turn.header.op_id)
    return Outcome.ACCEPTED
