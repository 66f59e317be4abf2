"""Decides what the desk does about a lost or mistaken invitation: a new code for the old ones, or none (S18, F1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.outcomes import Outcome
from kiosk.domain.values import BirthDate, Relationship
from kiosk.portal import codes, invitations, practices
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.people import MalformedError, accepted
from kiosk.portal.rosters import Unsealed
from kiosk.portal.turn import Turn


def revoke(turn: Turn, body: InvitationRevoked) -> Outcome:
    """Withdraw an invitation with all its codes; one that was used meanwhile stays as it is.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    row = _theirs(turn, body.invitation_id, body.by)
    if row is None:
        return Outcome.DEFERRED_DEPENDENCY
    if _move(turn, row, state="revoked"):
        invitations.settle(turn, row.invitation_id)
        turn.changed.extend(codes.revoke(turn.connection, row.invitation_id))
    return Outcome.ACCEPTED


def reissue(turn: Turn, body: InvitationReissued) -> Outcome:
    """Revoke every older code and store the new one; its slip is still to be printed.

    An invitation that was used or withdrawn meanwhile stays as it is, and the new slip opens nothing: the desk's list
    says why.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    code = accepted(ActivationCode.parse(body.code))
    row = _theirs(turn, body.invitation_id, body.by)
    if row is None:
        return Outcome.DEFERRED_DEPENDENCY
    expires_at = min(body.expires_at, turn.now + codes.LIFE)  # a device's clock lengthens nothing
    if not _move(turn, row, state="ready", expires_at=expires_at):
        return Outcome.ACCEPTED
    turn.changed.extend(codes.revoke(turn.connection, row.invitation_id))
    invitations.settle(turn, row.invitation_id)
    added = codes.add(
        turn.connection,
        turn.practice_id,
        row.invitation_id,
        code,
        roster=None,
        now=turn.now,
        expires_at=expires_at,
    )
    if added is None:
        raise MalformedError("this code exists already")
    birth_date = accepted(BirthDate.parse_iso(row.birth_date, today=turn.latest_birth))
    age = practices.age_decision(turn.practice, birth_date, Relationship.SELF, turn.now)
    turn.unsealed.append(
        Unsealed(
            code=code,
            birth_date=birth_date.date,
            zip5=row.zip_cmp or "",
            practice_id=turn.practice_id,
            invitation_id=row.invitation_id,
            language=row.language,
            relationship=Relationship.CHILD if age is AgeDecision.GUARDIAN else Relationship.SELF,
            expires_at=expires_at,
        )
    )
    return Outcome.ACCEPTED


def _theirs(turn: Turn, invitation_id: UUID, by: UUID) -> sa.Row[Any] | None:
    """The practice's invitation; None if it, or who asks, is not known here (yet): another practice's never is.

    Raises:
        MalformedError: the device is no desk, or means another invitation than it says.
    """
    if turn.device.role != "desk" or invitation_id != turn.header.subject:
        raise MalformedError("not a desk's word about its invitation")
    query = sa.select(t.invitations).where(
        t.invitations.c.invitation_id == invitation_id, t.invitations.c.practice_id == turn.practice_id
    )
    row = turn.connection.execute(query).one_or_none()
    return None if row is None or turn.has_staff(by) is None else row


def _move(turn: Turn, row: sa.Row[Any], **values: object) -> bool:
    """Change an invitation that is still open; in any case the desks hear how it stands."""
    where = (t.invitations.c.invitation_id == row.invitation_id, t.invitations.c.state.in_(codes.OPEN_STATES))
    moved = turn.connection.execute(sa.update(t.invitations).where(*where).values(**values))
    turn.changed.append(Changed("invitation", row.invitation_id))
    return moved.rowcount == 1
