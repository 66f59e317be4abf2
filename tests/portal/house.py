"""A portal with one made-up practice, called without HTTP; shared by the contract and the mail tests."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import admin, changes, devices, lookups, match_lookup, sync
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.devices import Device
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol import receipts, wire, wire_lookups, wire_sync
from kiosk.protocol.wire import PracticeInfo, Role
from kiosk.protocol.wire_sync import SyncResponse
from tests.portal.device import TestDevice, invitation

START = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)


def as_written(connection: sa.Connection) -> list[sa.TextClause]:
    """Order of rows that nobody changed since: the house's clock stands still, so their times tell nothing."""
    if connection.dialect.name == "sqlite":
        return [sa.text("rowid")]
    return [sa.text("xmin::text::bigint"), sa.text("cmin::text::bigint")]  # transaction, and command within it


@dataclass
class House:
    """The portal's service over a database; ``now`` is its clock."""

    database: Database
    keys: PortalKeys
    now: dt.datetime = START
    practice_id: UUID = field(default_factory=uuid.uuid4)
    staff_id: UUID = field(default_factory=uuid.uuid4)

    def __post_init__(self) -> None:
        """Make the practice and its one staff member."""
        self.add_practice(self.practice_id, "Lakeside Family Practice")

        def work(connection: sa.Connection) -> None:
            connection.execute(
                sa.insert(t.staff).values(
                    staff_id=self.staff_id,
                    practice_id=self.practice_id,
                    name="Dana Reyes",
                    role="manager",
                    verifier="$argon2id$none",
                    active=True,
                )
            )
            changes.append(connection, self.practice_id, [Changed("staff", self.staff_id)])

        self.database.run(work)

    def add_practice(self, practice_id: UUID, name: str) -> None:
        """Make a practice."""
        info = PracticeInfo(
            practice_id=practice_id,
            name=name,
            portal_host="portal.example",
            time_zone="America/New_York",
            language="en",
        )
        admin.add_practice(self.database, info, self.now)

    def device(self, role: Role = "tablet", practice_id: UUID | None = None) -> TestDevice:
        """Enrol a device."""
        device = TestDevice()
        of = practice_id or self.practice_id
        code = self.database.run(lambda c: devices.add_code(c, of, role, self.now))
        device.enrolled(self.enrol(device.enrol_request(code)))
        return device

    def enrol(self, request: wire.EnrolRequest) -> wire.EnrolResponse:
        """Ask in."""
        return self.database.run(lambda c: devices.enrol(c, request, keys=self.keys, now=self.now))

    def sync(self, device: TestDevice, *operations: str) -> SyncResponse:
        """One turn of the loop; keeps the cursor."""

        def work(connection: sa.Connection) -> SyncResponse:
            request = device.sync_request(*operations)
            known = self.known(connection, device)
            return sync.sync(connection, known, request, keys=self.keys, now=self.now)

        answer = self.database.run(work)
        device.cursor = answer.cursor
        return answer

    def known(self, connection: sa.Connection, device: TestDevice) -> Device:
        """The device as its authenticated request makes it known; locks its row."""
        row = devices.known(connection, device.device_id)
        assert row is not None
        return Device(row.device_id, row.practice_id, row.role, device.public_key)

    def deliver(self, device: TestDevice, body: Body, subject: UUID | None = None) -> Outcome:
        """Make and deliver one operation, under a subject of its own if none is given."""
        return self.outcome(self.sync(device, device.operation(body, subject=subject)))

    def outcome(self, answer: SyncResponse, index: int = 0) -> Outcome:
        """The outcome in a receipt, whose signature has to hold."""
        return self.receipt(answer.results[index].receipt).outcome

    def receipt(self, text: str) -> receipts.Receipt:
        """A receipt, whose signature has to hold."""
        return receipts.verify(text, {self.keys.signing_id: self.keys.signing.public_key().public_bytes_raw()})

    def look_up(
        self, device: TestDevice, lookup_id: str, birth_date: str, zip_code: str
    ) -> wire_lookups.InvitationAnswer:
        """Ask for an invitation."""
        asked = wire_lookups.InvitationLookup(lookup_id=lookup_id, birth_date=birth_date, zip_code=zip_code)
        return self.database.run(lambda c: lookups.invitation(c, self.known(c, device), asked, self.now))

    def match(self, device: TestDevice, asked: wire_lookups.MatchLookup) -> wire_lookups.MatchAnswer:
        """Ask who a person is."""
        return self.database.run(lambda c: match_lookup.match(c, self.keys, self.known(c, device), asked, self.now))

    def user_id_free(self, user_id: str) -> bool:
        """Ask for a user ID."""
        return self.database.run(lambda c: lookups.user_id(c, wire_lookups.UserIdLookup(user_id=user_id))).free

    def rows(self, table: sa.Table) -> list[sa.Row[Any]]:
        """All rows of a table."""
        return self.database.run(lambda connection: list(connection.execute(sa.select(table))))

    def mails(self) -> list[tuple[str, str]]:
        """Kind and recipient of every mail."""
        columns = (t.mail_outbox.c.kind, t.mail_outbox.c.recipient)

        def work(connection: sa.Connection) -> list[tuple[str, str]]:
            query = sa.select(*columns).order_by(t.mail_outbox.c.created_at, *as_written(connection))
            return [(row.kind, row.recipient) for row in connection.execute(query)]

        return self.database.run(work)

    def invite(self, code: ActivationCode, **changes: Any) -> UUID:
        """Let the desk make an invitation that is good for two weeks of the house's clock; printed, unless told."""
        body = invitation(self.staff_id, code, **({"expires_at": self.now + dt.timedelta(days=14)} | changes))
        assert self.deliver(self.device("desk"), body) is Outcome.ACCEPTED
        return body.invitation_id

    def cases(self) -> list[str]:
        """Kinds of the open cases."""
        return sorted(row.kind for row in self.rows(t.cases) if row.state == "open")

    def tasks(self, desk: TestDevice) -> list[wire_sync.CaseChange]:
        """What the desk learns of cases in its next turn."""
        return [change for change in self.sync(desk).changes if isinstance(change, wire_sync.CaseChange)]

    def mailed(self, kind: str) -> list[dict[str, str]]:
        """What the templates of every mail of a kind get, oldest first, as long as it was not sent."""

        def work(connection: sa.Connection) -> list[sa.Row[Any]]:
            query = sa.select(t.mail_outbox).where(t.mail_outbox.c.kind == kind)
            ordered = query.order_by(t.mail_outbox.c.created_at, *as_written(connection))
            return list(connection.execute(ordered).all())

        mails = self.database.run(work)
        return [msgspec.json.decode(self.keys.decrypt(row.payload, row.mail_id.bytes)) for row in mails]
