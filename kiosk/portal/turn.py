"""What one decision needs to know and to leave behind; shared by the modules that decide."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import cases, facts, practices
from kiosk.portal import tables as t
from kiosk.portal.cases import Case, Kind
from kiosk.portal.changes import Changed
from kiosk.portal.devices import Device
from kiosk.portal.facts import Fact
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.rosters import Unsealed
from kiosk.protocol.envelope import Header


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One operation inside the transaction that decides it.

    Attributes:
        practice: row of the device's practice.
        header: of the operation.
        now: the portal's clock; the only one that allows or expires anything.
        changed: what devices have to learn, written at the end of the transaction.
        unsealed: codes whose roster rows are to be made after the transaction.
    """

    connection: sa.Connection
    practice: sa.Row[Any]
    device: Device
    header: Header
    keys: PortalKeys
    now: dt.datetime
    changed: list[Changed] = field(default_factory=list)
    unsealed: list[Unsealed] = field(default_factory=list)

    def forget(self) -> None:
        """What the decision wrote was undone: nobody has to learn of it."""
        self.changed.clear()
        self.unsealed.clear()

    @property
    def practice_id(self) -> UUID:
        """The device's practice; every object of a decision belongs to it."""
        return self.device.practice_id

    @property
    def post(self) -> Post:
        """Writes letters in the practice's name, in this transaction."""
        return Post(self.connection, self.keys, self.practice, self.now)

    @property
    def today(self) -> dt.date:
        """The date where the practice is."""
        return practices.today(self.practice, self.now)

    @property
    def latest_birth(self) -> dt.date:
        """The newest date of birth that is taken: a day of grace, since a device may be ahead of the portal."""
        return self.today + dt.timedelta(days=1)

    def facts(self) -> dict[Fact, UUID | None]:
        """What was proven or allowed for the operation's subject; asked for only where something stands against it."""
        return facts.known(self.connection, self.practice_id, self.header.subject)

    def has_staff(self, staff_id: UUID) -> bool | None:
        """Whether a member of this practice's staff is active; None if the portal does not know the member (yet)."""
        query = sa.select(t.staff.c.active).where(
            t.staff.c.staff_id == staff_id, t.staff.c.practice_id == self.practice_id
        )
        active: bool | None = self.connection.execute(query).scalar_one_or_none()
        return active

    def attention(
        self,
        outcome: Outcome,
        *,
        kind: Kind | None = None,
        body: Body | None = None,
        reasons: tuple[str, ...] = (),
        account_id: UUID | None = None,
        invitation_id: UUID | None = None,
    ) -> Outcome:
        """Open a case for a person to finish.

        Args:
            outcome: of the family ``needs_attention``; it is returned, for the caller's ``return``.
            kind: of the case, if it is not the outcome's own word.
            body: what was submitted, kept encrypted where nothing else holds it.
            reasons: values of ``DeskReason`` that the desk has to allow.
            account_id, invitation_id: what the case is about.
        """
        case = Case(
            kind=kind or cases.kind_of(outcome),
            subject=self.header.subject,
            op_id=self.header.op_id,
            body=body,
            reasons=reasons,
            account_id=account_id,
            invitation_id=invitation_id,
        )
        self.changed.extend(cases.open_case(self.connection, self.keys, self.practice_id, case, self.now))
        return outcome
