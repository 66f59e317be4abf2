"""Who is at the console, in which transaction; what every doing of an agent needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.support.sessions import Session


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of a signed-in agent."""

    connection: sa.Connection
    keys: PortalKeys
    session: Session
    now: dt.datetime

    @property
    def agent_id(self) -> UUID:
        """Who asks."""
        return self.session.agent_id
