"""Corrects the date of birth or ZIP of an invitation, once the desk saw a photo ID (F4, S13)."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import BirthDate, ZipCode
from kiosk.portal import codes
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.people import accepted
from kiosk.portal.turn import Turn


def correct(turn: Turn, invitation_id: UUID, birth_date: str, zip_code: str) -> list[Changed]:
    """Let an open invitation say what the patient typed; one that was used or withdrawn meanwhile stays as it is.

    The sealed rows of its codes were made with the old answers, and the codes stand nowhere: so the rows go, and the
    codes work live only (``docs/protocol.md``, "Roster row").

    Args:
        turn: of the desk's decision.
        invitation_id: this practice's.
        birth_date: ISO 8601; "" leaves what is.
        zip_code: as typed; "" is "I have no US ZIP".

    Returns:
        what devices have to learn; nothing if nothing differs.

    Raises:
        MalformedError: a field is nonsense.
    """
    zip_typed = accepted(ZipCode.parse(zip_code)) if zip_code else None
    its = t.invitations.c
    mine = sa.and_(
        its.invitation_id == invitation_id,
        its.practice_id == turn.practice_id,
        its.state.in_(codes.OPEN_STATES),
    )
    row = turn.connection.execute(sa.select(t.invitations).where(mine).with_for_update()).one_or_none()
    if row is None:
        return []
    values: dict[str, str | None] = {}
    if (zip_typed.comparison if zip_typed else None) != row.zip_cmp:
        values |= {
            "zip_code": zip_typed.text if zip_typed else None,
            "zip_cmp": zip_typed.comparison if zip_typed else None,
        }
    if birth_date:
        born = accepted(BirthDate.parse_iso(birth_date, today=turn.latest_birth))
        if born.comparison != row.birth_date_cmp:
            values |= {"birth_date": born.date.isoformat(), "birth_date_cmp": born.comparison}
    if not values:
        return []
    turn.connection.execute(sa.update(t.invitations).where(its.invitation_id == invitation_id).values(**values))
    return [Changed("invitation", invitation_id), *codes.unseal(turn.connection, invitation_id)]
