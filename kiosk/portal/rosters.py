"""Roster rows of codes (``docs/protocol.md``, "Roster row"), sealed while no transaction waits.

Sealing takes 0.15 s and 64 MiB a row, so it stands between two transactions: the first stores the code, the second its
row. If the portal ends in between, the code works live only.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Relationship, Sensitive
from kiosk.portal import changes
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.changes import Changed
from kiosk.protocol import roster


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unsealed(Sensitive):
    """A code that was stored without its row; ``zip5`` is "" for an invitation without one."""

    code: ActivationCode
    birth_date: dt.date
    zip5: str
    practice_id: UUID
    invitation_id: UUID
    language: str
    relationship: Relationship
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True, repr=False)
class SealedRow(Sensitive):
    """A row for a code, and the answers that open it."""

    practice_id: UUID
    lookup_id: str
    row: bytes
    birth_date: str
    zip5: str


def seal(unsealed: Sequence[Unsealed]) -> list[SealedRow]:
    """Seal rows; run it in a worker."""
    return [
        SealedRow(
            one.practice_id,
            roster.lookup_id(one.code, one.practice_id),
            roster.seal_row(
                one.code,
                one.birth_date,
                one.zip5,
                one.practice_id,
                one.invitation_id,
                one.language,
                one.relationship.value,
                one.expires_at,
                secrets.token_bytes(roster.NONCE_BYTES),
            ),
            one.birth_date.isoformat(),
            one.zip5,
        )
        for one in unsealed
    ]


def store(connection: sa.Connection, sealed: Sequence[SealedRow]) -> None:
    """Store rows and tell the tablets; a code gets none that was used, or whose invitation was corrected, meanwhile.

    The desk may correct one while its row is sealed with the former answers (``corrections``).
    """
    table, invited = tp.invitation_codes, t.invitations.c
    changed: dict[UUID, list[Changed]] = {}
    for one in sealed:
        stored = connection.execute(
            sa.update(table)
            .where(
                table.c.practice_id == one.practice_id,
                table.c.lookup_id == one.lookup_id,
                table.c.state == "open",
                table.c.roster.is_(None),
                sa.exists().where(
                    invited.invitation_id == table.c.invitation_id,
                    invited.birth_date_cmp == one.birth_date,
                    sa.func.coalesce(invited.zip_cmp, "") == one.zip5,
                ),
            )
            .values(roster=one.row)
            .returning(table.c.roster_id)
        ).scalar_one_or_none()
        if stored is not None:
            changed.setdefault(one.practice_id, []).append(Changed("roster", stored))
    for practice_id, its in changed.items():
        changes.append(connection, practice_id, its)
