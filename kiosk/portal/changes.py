"""What devices have to learn: written with every effect, pulled by cursor in commit order.

A change names the object; its state is read when it is pulled. So a device that was away gets each object once, as it
stands now, and no person is stored a second time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import practices
from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.protocol.wire import MAX_CHANGES, Change, InvitationChange, PracticeChange, Role, StaffChange

Kind = Literal["staff", "invitation", "practice", "case", "roster"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One object of a practice that changed."""

    kind: Kind
    object_id: UUID


@dataclass(frozen=True, slots=True)
class Pulled:
    """The changes since a cursor.

    Attributes:
        reset: the cursor was of another epoch, or none of ours: these changes start from the beginning.
        more: there are further changes.
    """

    changes: list[Change]
    cursor: str
    reset: bool
    more: bool


def append(connection: sa.Connection, practice_id: UUID, changed: Iterable[Changed]) -> None:
    """Write changes; the last thing a transaction does, since it locks the practice's counter until commit."""
    wanted = list(dict.fromkeys(changed))
    if not wanted:
        return
    insert_once(connection, t.change_counters, {"practice_id": practice_id, "change_seq": 0})
    last = connection.execute(
        sa.update(t.change_counters)
        .where(t.change_counters.c.practice_id == practice_id)
        .values(change_seq=t.change_counters.c.change_seq + len(wanted))
        .returning(t.change_counters.c.change_seq)
    ).scalar_one()
    first = last - len(wanted) + 1
    connection.execute(
        sa.insert(t.changes),
        [
            {"practice_id": practice_id, "change_seq": first + i, "kind": one.kind, "object_id": one.object_id}
            for i, one in enumerate(wanted)
        ],
    )


def cursor_of(epoch: str, change_seq: int) -> str:
    """The cursor that stands behind a change; opaque to devices."""
    return f"{epoch}.{change_seq}"


def pull(
    connection: sa.Connection, practice_id: UUID, role: Role, *, cursor: str, epoch: str, now: dt.datetime
) -> Pulled:
    """Read the changes since a cursor, at most ``MAX_CHANGES`` of them; invitations for desks only (K2)."""
    found = re.fullmatch(r"([A-Za-z0-9_-]+)\.([0-9]{1,18})", cursor)
    reset = found is None or found[1] != epoch
    since = 0 if found is None or reset else int(found[2])
    query = (
        sa.select(t.changes.c.change_seq, t.changes.c.kind, t.changes.c.object_id)
        .where(t.changes.c.practice_id == practice_id, t.changes.c.change_seq > since)
        .order_by(t.changes.c.change_seq)
        .limit(MAX_CHANGES + 1)
    )
    rows = connection.execute(query).all()
    taken = rows[:MAX_CHANGES]
    # The newest mention of each object, in order.
    newest = {(row.kind, row.object_id): row.change_seq for row in taken}
    wanted = [row for row in taken if newest[row.kind, row.object_id] == row.change_seq]
    if role != "desk":
        wanted = [row for row in wanted if row.kind != "invitation"]
    found_changes = [_read(connection, row.kind, row.object_id, now) for row in wanted]
    return Pulled(
        changes=[change for change in found_changes if change is not None],
        cursor=cursor_of(epoch, taken[-1].change_seq if taken else since),
        reset=reset,
        more=len(rows) > MAX_CHANGES,
    )


def _read(connection: sa.Connection, kind: Kind, object_id: UUID, now: dt.datetime) -> Change | None:
    match kind:
        case "staff":
            row = connection.execute(sa.select(t.staff).where(t.staff.c.staff_id == object_id)).one()
            return StaffChange(
                staff_id=row.staff_id, name=row.name, role=row.role, verifier=row.verifier, active=row.active
            )
        case "practice":
            return PracticeChange(practice=practices.info(practices.get(connection, object_id)))
        case "invitation":
            row = connection.execute(sa.select(t.invitations).where(t.invitations.c.invitation_id == object_id)).one()
            waits = row.state in ("ready", "printed", "sent")
            return InvitationChange(
                invitation_id=row.invitation_id,
                number=row.number,
                first=row.first,
                last=row.last,
                birth_date=row.birth_date,
                state="expired" if waits and row.expires_at <= now else row.state,
                made_at=row.made_at,
                expires_at=row.expires_at,
            )
