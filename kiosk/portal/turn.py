"""What one decision needs to know and to leave behind; shared by the modules that decide."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import practices
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.devices import Device
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.protocol.envelope import Header


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One operation inside the transaction that decides it.

    Attributes:
        practice: row of the device's practice.
        header: of the operation.
        now: the portal's clock; the only one that allows or expires anything.
        changed: what devices have to learn, written at the end of the transaction.
    """

    connection: sa.Connection
    practice: sa.Row[Any]
    device: Device
    header: Header
    keys: PortalKeys
    now: dt.datetime
    changed: list[Changed] = field(default_factory=list)

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

    def attention(
        self,
        outcome: Outcome,
        *,
        body: Body | None = None,
        account_id: UUID | None = None,
        invitation_id: UUID | None = None,
    ) -> Outcome:
        """Open a case for a person to finish.

        Args:
            outcome: of the family ``needs_attention``; it is returned, for the caller's ``return``.
            body: what was submitted, kept encrypted where nothing else holds it.
            account_id, invitation_id: what the case is about.
        """
        case_id = uuid.uuid4()
        data = None if body is None else self.keys.encrypt(msgspec.json.encode(body), case_id.bytes)
        self.connection.execute(
            sa.insert(t.cases).values(
                case_id=case_id,
                practice_id=self.practice_id,
                kind=outcome.value.partition(".")[2],
                op_id=self.header.op_id,
                subject=self.header.subject,
                account_id=account_id,
                invitation_id=invitation_id,
                data=data,
                state="open",
                created_at=self.now,
            )
        )
        return outcome
