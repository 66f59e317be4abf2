"""What devices have to learn: written with every effect, pulled by cursor in commit order (``pull``).

A change names the object; its state is read when it is pulled. So a device that was away gets each object once, as it
stands now, and no person is stored a second time. An object's newer mention replaces the older one: the list is no
longer than there are objects, and ``housekeeping`` drops those that no device has a use for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once

Kind = Literal["staff", "invitation", "practice", "case", "roster"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One object of a practice that changed; a code is named by its ``roster_id``."""

    kind: Kind
    object_id: UUID


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
    its = t.changes.c
    mentioned = sa.tuple_(its.kind, its.object_id).in_([(one.kind, one.object_id) for one in wanted])
    connection.execute(sa.delete(t.changes).where(its.practice_id == practice_id, mentioned))
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
