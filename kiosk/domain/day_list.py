"""The day's invitations, as a desk keeps them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.values import Sensitive

__all__ = [
    "DayList",
    "DayListRow",
    "InvitationProgress",
]


class InvitationProgress(enum.Enum):
    """An invitation as the desk sees it."""

    READY = "ready"
    PRINTED = "printed"
    SENT = "sent"
    ACTIVATED = "activated"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DayListRow(Sensitive):
    """An invitation in a desk's list of the day (K2): no code, no ZIP, no contact.

    Attributes:
        language: its slip's.
        mailable: an email is on file; which one the desk does not keep.
    """

    invitation_id: UUID
    number: str
    first: str
    last: str
    birth_date: str
    progress: InvitationProgress
    made_at: dt.datetime
    expires_at: dt.datetime
    language: str = "en"
    mailable: bool = False


class DayList(Protocol):
    """What a desk device made or loaded today; emptied at the end of the practice's day."""

    def put(self, row: DayListRow) -> None:
        """Add the row, or replace the one of the same invitation."""
        ...

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        """Note how far an invitation has come; one that is not in the list is none of today's."""
        ...

    def rows(self) -> Sequence[DayListRow]:
        """All rows of today, in no particular order."""
        ...
