"""What needs a person, as a desk keeps it (F4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.values import Sensitive

__all__ = [
    "DeskTask",
    "TaskList",
]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DeskTask(Sensitive):
    """One open case as the desk sees it (F4); the fields are those of ``wire.CaseChange``.

    Attributes:
        count: how many it is about, where this device found it itself (``task_service``); else 1.
    """

    case_id: UUID
    kind: str
    reasons: tuple[str, ...]
    subject: UUID
    waiting: bool
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    differs: tuple[str, ...]
    chart_birth_date: str
    chart_zip: str
    number: str
    made_at: dt.datetime
    phone: str = ""
    account_id: UUID | None = None
    count: int = 1


class TaskList(Protocol):
    """Open cases of the practice, as the last sync brought them; on desk devices only."""

    def tasks(self) -> Sequence[DeskTask]:
        """All that are open, the oldest first."""
        ...

    def task_done(self, case_id: UUID) -> None:
        """Take a task off the list at once; the portal's change confirms it."""
        ...
