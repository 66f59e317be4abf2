"""An agent with an open chat and an account that it may be about: what each test of their doings begins with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import tables_support as t
from kiosk.portal.support import acts, identity, queue
from kiosk.portal.support.acts import Told
from kiosk.portal.support.people import Found
from tests.portal.device import TestDevice
from tests.portal.house import House
from tests.support.agents import add_account
from tests.support.service import Support

BORN = "1979-05-14"
EMAIL = "rosalind@mail.example"
NEW = "rosalind.new@mail.example"


@dataclass
class Desk:
    """An agent with an open chat, and an account that it may be about."""

    support: Support
    tablet: TestDevice
    token: str
    chat_id: UUID
    account_id: UUID

    def find(self, **typed: str) -> tuple[Told, list[Found]]:
        """Search."""
        fields = {"user_id": "", "email": "", "birth_date": ""} | typed
        return self.support.do(self.token, lambda visit: acts.search(visit, self.chat_id, **fields))

    def reset(self) -> Told:
        """Send a direct link."""
        return self.support.do(self.token, lambda visit: acts.send_direct_reset(visit, self.chat_id))

    def send_user_id(self) -> Told:
        """Send the user ID."""
        return self.support.do(self.token, lambda visit: acts.send_user_id(visit, self.chat_id))

    def send_code(self) -> Told:
        """Send a phone code."""
        return self.support.do(self.token, lambda visit: identity.send_phone_code(visit, self.chat_id))

    def check_code(self, typed: str) -> Told:
        """Type what the patient said."""
        return self.support.do(self.token, lambda visit: identity.check_phone_code(visit, self.chat_id, typed))

    def desk_check(self) -> Told:
        """Rely on the front desk."""
        return self.support.do(self.token, lambda visit: identity.use_desk_check(visit, self.chat_id))

    def update_email(self, typed: str = NEW) -> Told:
        """Send the link that confirms the new address."""
        return self.support.do(self.token, lambda visit: acts.update_email(visit, self.chat_id, typed))

    def recorded(self) -> list[tuple[str, str]]:
        """Act and identity check of all that was recorded, in order."""
        return [(row.act, row.identity_check) for row in self.support.house.rows(t.support_acts)]

    def later(self, **by: float) -> None:
        """Let time pass with a patient who stays and an agent who works."""
        self.support.house.now += dt.timedelta(**by)
        changed = sa.update(t.chats).values(patient_seen=self.support.house.now)
        alive = sa.update(t.agent_sessions).values(
            last_seen=self.support.house.now,
            present_at=self.support.house.now,
            expires_at=self.support.house.now + dt.timedelta(hours=8),
        )
        self.support.house.database.run(lambda c: (c.execute(changed), c.execute(alive)))


def account(house: House, **changes: Any) -> UUID:
    """Make an account; ``changes`` replaces columns."""
    return add_account(house.database, house.practice_id, house.now, **changes)


def open_desk(house: House) -> Desk:
    """Let an agent take a chat."""
    support = Support(house)
    tablet = house.device()
    chat_id = support.open(tablet)
    token = support.at_work(support.agent())
    assert support.do(token, lambda visit: queue.take(visit, chat_id))
    return Desk(support, tablet, token, chat_id, account(house))
