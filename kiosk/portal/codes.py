"""Codes of invitations: any number for one invitation, each works until one is used (S13, S16-S19).

The code itself is kept nowhere; it is known by its lookup id. Every function returns what devices have to learn of it
(``Changed``): the caller writes that with ``changes.append`` at the end of its transaction.
"""

from __future__ import annotations

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ENTROPY_BYTES, INVITATION_DAYS, ActivationCode
from kiosk.portal import cases, letters, limits, lockouts
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.changes import Changed
from kiosk.portal.engine import insert_once
from kiosk.portal.letters import Post
from kiosk.protocol.roster import lookup_id

OPEN_STATES: Final = ("ready", "printed", "sent")
"""States of an invitation that can still be used."""

LIFE: Final = dt.timedelta(days=INVITATION_DAYS)

REVOKED_AT: Final = 15
"""Wrong tries in all that revoke a code (S13)."""

_INVITED: Final = (
    sa.select(
        t.invitations,
        tp.invitation_codes.c.lookup_id,
        tp.invitation_codes.c.state.label("code_state"),
        tp.invitation_codes.c.expires_at.label("code_expires_at"),
    )
    .join(tp.invitation_codes, tp.invitation_codes.c.invitation_id == t.invitations.c.invitation_id)
    .where(
        tp.invitation_codes.c.practice_id == sa.bindparam("its_practice"),
        tp.invitation_codes.c.lookup_id == sa.bindparam("its_lookup_id"),
    )
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A wrong try was counted.

    Attributes:
        locked: tries do not count at the moment.
        until: end of the lock, if there is one.
        changed: what devices have to learn, because the code was revoked.
    """

    locked: bool
    until: dt.datetime | None
    changed: list[Changed] = field(default_factory=list)


def add(
    connection: sa.Connection,
    practice_id: UUID,
    invitation_id: UUID,
    code: ActivationCode,
    *,
    roster: bytes | None,
    now: dt.datetime,
    expires_at: dt.datetime,
) -> list[Changed] | None:
    """Store a code.

    Args:
        roster: its sealed row for tablets; None: the code works live only.

    Returns:
        what tablets have to learn; None if the practice has this code already, and nothing was stored.
    """
    roster_id = uuid.uuid4()
    values = {
        "practice_id": practice_id,
        "lookup_id": lookup_id(code, practice_id),
        "invitation_id": invitation_id,
        "roster": roster,
        "roster_id": roster_id,
        "state": "open",
        "made_at": now,
        "expires_at": expires_at,
    }
    if not insert_once(connection, tp.invitation_codes, values):
        return None
    return [] if roster is None else [Changed("roster", roster_id)]


def look(connection: sa.Connection, practice_id: UUID, sought: str) -> sa.Row[Any] | None:
    """The invitation behind a lookup id, however it stands; ``code_state`` and ``code_expires_at`` tell of the code."""
    values = {"its_practice": practice_id, "its_lookup_id": sought}
    return connection.execute(_INVITED, values).one_or_none()


def find(connection: sa.Connection, practice_id: UUID, sought: str, now: dt.datetime) -> sa.Row[Any] | None:
    """The practice's invitation that this code opens now; None for unknown, used, revoked and expired alike."""
    row = look(connection, practice_id, sought)
    return row if row is not None and is_open(row, now) else None


def still_opens(connection: sa.Connection, practice_id: UUID, sought: str, now: dt.datetime) -> bool:
    """Whether ``find`` finds it, and finds it until this transaction ends: of two presses the second waits here."""
    values = {"its_practice": practice_id, "its_lookup_id": sought}
    row = connection.execute(_INVITED.with_for_update(of=t.invitations), values).one_or_none()
    return row is not None and is_open(row, now)


def is_open(row: sa.Row[Any], now: dt.datetime) -> bool:
    """Whether a row of ``look`` can be activated; expiry is judged by the portal's clock alone."""
    return row.state in OPEN_STATES and row.code_state == "open" and row.code_expires_at > now


def is_forgotten(row: sa.Row[Any]) -> bool:
    """Whether it is no longer known whom an invitation named (``housekeeping``): it is nobody's, and stays closed."""
    return not row.birth_date_cmp


def use_up(connection: sa.Connection, invitation_id: UUID) -> list[Changed]:
    """An account was made: none of the invitation's codes works any more."""
    return _close(connection, "used", tp.invitation_codes.c.invitation_id == invitation_id)


def revoke(connection: sa.Connection, invitation_id: UUID) -> list[Changed]:
    """Revoke every open code of an invitation ("lost", S19); the invitation itself can get a new one."""
    return _close(connection, "revoked", tp.invitation_codes.c.invitation_id == invitation_id)


def unseal(connection: sa.Connection, invitation_id: UUID) -> list[Changed]:
    """Take the sealed rows of an invitation's open codes off the tablets: the codes go on working, live only."""
    table = tp.invitation_codes
    unsealed = connection.execute(
        sa.update(table)
        .where(table.c.invitation_id == invitation_id, table.c.state == "open", table.c.roster.is_not(None))
        .values(roster=None)
        .returning(table.c.roster_id)
    )
    return [Changed("roster", roster_id) for roster_id in unsealed.scalars()]


def made_after(connection: sa.Connection, invitation_id: UUID, then: dt.datetime) -> bool:
    """Whether a code that works was made later: a new slip of the desk, or a mail that somebody asked for."""
    table = tp.invitation_codes
    newer = (table.c.invitation_id == invitation_id, table.c.state == "open", table.c.made_at > then)
    return connection.execute(sa.select(table.c.lookup_id).where(*newer).limit(1)).first() is not None


def wait_to_send(connection: sa.Connection, invitation_id: UUID, now: dt.datetime) -> dt.datetime | None:
    """Count one sending of a code: once a minute, five a day (S18).

    Returns:
        None if a code may be sent now; otherwise when to come again.
    """
    return limits.take(connection, f"resend:{invitation_id}", now, (1, limits.MINUTE), (5, limits.DAY))


def send_new(post: Post, invited: sa.Row[Any], cause: UUID) -> list[Changed]:
    """Make a new code and mail it to the contact on file; the older ones stay as they are.

    Ask ``wait_to_send`` before. The new code is good for two weeks from now, also if the others have expired. Without
    an email on file nothing is made: a code that nobody gets only weakens the lock.

    Args:
        invited: row of ``invitations``; one that is used or revoked gets no code.
        cause: the same cause is mailed once; so each has to come here once.
    """
    if not invited.email or invited.state not in OPEN_STATES:
        return []
    expires_at = post.now + LIFE
    changed: list[Changed] | None = None
    while changed is None:  # 70 random bits: once
        code = ActivationCode.from_entropy(secrets.token_bytes(ENTROPY_BYTES))
        changed = add(
            post.connection,
            invited.practice_id,
            invited.invitation_id,
            code,
            roster=None,
            now=post.now,
            expires_at=expires_at,
        )
    post.connection.execute(
        sa.update(t.invitations)
        .where(t.invitations.c.invitation_id == invited.invitation_id, t.invitations.c.state.in_(OPEN_STATES))
        .values(state="sent", expires_at=expires_at)
    )
    letters.code_resend(post, invited, code, cause)
    return [*changed, Changed("invitation", invited.invitation_id)]


def remind(post: Post, invited: sa.Row[Any], cause: UUID) -> list[Changed]:
    """Mail a new code if there is a contact on file and it is not too soon (S18): what finishes a journey at home."""
    if not invited.email or invited.state not in OPEN_STATES:
        return []
    if wait_to_send(post.connection, invited.invitation_id, post.now) is not None:
        return []
    return send_new(post, invited, cause)


def count_wrong(
    connection: sa.Connection, practice_id: UUID, sought: str, now: dt.datetime, *, earlier: int = 0
) -> Counted:
    """Count a wrong date of birth or ZIP for a code, known or not (S13).

    The fifteenth in all revokes a code that exists and gives the desk a case.

    Args:
        earlier: instead of one try now, so many that a device counted without a network.
    """
    key = lockouts.invitation_key(practice_id, sought)
    locked = lockouts.add(connection, key, earlier, now) if earlier else lockouts.failed(connection, key, now)
    row = connection.execute(sa.select(t.lockouts).where(t.lockouts.c.key == key)).one()
    changed: list[Changed] = []
    if row.total >= REVOKED_AT:
        invited = look(connection, practice_id, sought)
        its = (tp.invitation_codes.c.practice_id == practice_id, tp.invitation_codes.c.lookup_id == sought)
        # Of two tries at once, the one that revokes opens the case.
        changed = _close(connection, "revoked", *its)
        if invited is not None and changed and invited.state in OPEN_STATES:
            case = cases.Case(kind="code_locked", subject=invited.invitation_id, invitation_id=invited.invitation_id)
            changed += cases.open_case(connection, None, practice_id, case, now)
    return Counted(locked, row.locked_until if locked else None, changed)


def _close(connection: sa.Connection, state: str, *where: sa.ColumnElement[bool]) -> list[Changed]:
    closed = connection.execute(
        sa.update(tp.invitation_codes)
        .where(*where, tp.invitation_codes.c.state == "open")
        .values(state=state)
        .returning(tp.invitation_codes.c.roster_id)
    )
    return [Changed("roster", roster_id) for roster_id in closed.scalars()]
