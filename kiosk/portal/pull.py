"""Changes down: what devices have to learn since their cursor, in commit order, each object as it stands now."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import case_view, practices
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.changes import Kind, cursor_of
from kiosk.portal.columns import UtcTime
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.wire import Role
from kiosk.protocol.wire_sync import MAX_CHANGES, Change, InvitationChange, PracticeChange, RosterChange, StaffChange

_KINDS: Final[dict[Role, frozenset[Kind]]] = {
    "desk": frozenset({"staff", "practice", "invitation", "case"}),
    "tablet": frozenset({"staff", "practice", "roster"}),
}
"""Who hears of what: no patient's data on a tablet (K2); a roster row opens with code, birthday and ZIP only."""

_IDS: Final[sa.BindParameter[Any]] = sa.bindparam("ids", expanding=True)
_NEW: Final = (
    sa.select(t.changes.c.change_seq, t.changes.c.kind, t.changes.c.object_id)
    .where(t.changes.c.practice_id == sa.bindparam("its_practice"), t.changes.c.change_seq > sa.bindparam("since"))
    .order_by(t.changes.c.change_seq)
    .limit(MAX_CHANGES + 1)
)
_STAFF: Final = sa.select(t.staff).where(t.staff.c.staff_id.in_(_IDS))
_NEW_CODE: Final = sa.exists().where(
    tp.invitation_codes.c.invitation_id == t.invitations.c.invitation_id,
    tp.invitation_codes.c.made_at > sa.bindparam("since", type_=UtcTime()),
)
_INVITATIONS: Final = sa.select(t.invitations).where(t.invitations.c.invitation_id.in_(_IDS), _NEW_CODE)
_CODES: Final = sa.select(tp.invitation_codes).where(tp.invitation_codes.c.roster_id.in_(_IDS))


INVITATIONS_TOLD: Final = dt.timedelta(days=2)
"""How old an invitation's newest code may be: a desk lists those of its day, and asks for others when it wants them."""


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


def pull(
    connection: sa.Connection,
    practice_id: UUID,
    role: Role,
    *,
    cursor: str,
    epoch: str,
    keys: PortalKeys,
    now: dt.datetime,
) -> Pulled:
    """Read the changes since a cursor, at most ``MAX_CHANGES`` of them, and of those what the role may know."""
    found = re.fullmatch(r"([A-Za-z0-9_-]+)\.([0-9]{1,18})", cursor)
    reset = found is None or found[1] != epoch
    since = 0 if found is None or reset else int(found[2])
    rows = connection.execute(_NEW, {"its_practice": practice_id, "since": since}).all()
    taken = rows[:MAX_CHANGES]
    wanted = [row for row in taken if row.kind in _KINDS[role]]
    by_kind: dict[Kind, list[UUID]] = {}
    for row in wanted:
        by_kind.setdefault(row.kind, []).append(row.object_id)
    read = {kind: _read(connection, keys, kind, ids, now) for kind, ids in by_kind.items()}
    return Pulled(
        changes=[read[row.kind][row.object_id] for row in wanted if row.object_id in read[row.kind]],
        cursor=cursor_of(epoch, taken[-1].change_seq if taken else since),
        reset=reset,
        more=len(rows) > MAX_CHANGES,
    )


def _read(
    connection: sa.Connection, keys: PortalKeys, kind: Kind, ids: Sequence[UUID], now: dt.datetime
) -> dict[UUID, Change]:
    """Read the objects of one kind with one query."""
    match kind:
        case "staff":
            return {row.staff_id: _staff(row) for row in connection.execute(_STAFF, {"ids": ids})}
        case "practice":
            return {i: PracticeChange(practice=practices.info(practices.get(connection, i))) for i in ids}
        case "invitation":
            rows = connection.execute(_INVITATIONS, {"ids": ids, "since": now - INVITATIONS_TOLD})
            return {row.invitation_id: _invitation(row, now) for row in rows}
        case "case":
            return dict(case_view.read(connection, keys, ids, now))
        case "roster":
            return {row.roster_id: _roster(row, now) for row in connection.execute(_CODES, {"ids": ids})}


def _staff(row: sa.Row[Any]) -> StaffChange:
    return StaffChange(staff_id=row.staff_id, name=row.name, role=row.role, verifier=row.verifier, active=row.active)


def _invitation(row: sa.Row[Any], now: dt.datetime) -> InvitationChange:
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
        language=row.language,
        mailable=bool(row.email),
    )


def _roster(row: sa.Row[Any], now: dt.datetime) -> RosterChange:
    """A code that opens nothing any more is taken off the tablets."""
    works = row.roster is not None and row.state == "open" and row.expires_at > now
    return RosterChange(
        lookup_id=row.lookup_id, sealed=b64encode(row.roster) if works else "", expires_at=row.expires_at
    )
