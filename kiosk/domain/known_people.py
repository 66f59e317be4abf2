"""Whom the practice knows already: asked for a day sheet's rows (F2) and while somebody types (F1).

Who has an account or an invitation that still works needs no new slip. Only the portal knows all of them: a desk keeps
the list of one day (K2).
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.invitation_form import InvitationForm


class Standing(enum.Enum):
    """How somebody stands with the practice."""

    NEITHER = "none"
    INVITED = "invited"
    """Has an invitation that still works."""
    MEMBER = "member"
    """Has an account that belongs to this practice."""


@dataclass(frozen=True, slots=True)
class Known:
    """The answer about one person; ``number`` is the invitation's, or ""."""

    standing: Standing
    number: str = ""


class KnownPeople(Protocol):
    """The portal, asked by a desk about its own practice alone; the call blocks."""

    def standings(self, people: Sequence[InvitationForm]) -> Sequence[Known] | None:
        """How each stands, in the order of the question; None if not connected."""
        ...
