"""The practice's age policy (S11): who may sign up alone, who needs a guardian, who needs the desk."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.values import Relationship


class AgeDecision(enum.Enum):
    """What the policy says of one sign-up."""

    GO_ON = "go_on"
    GUARDIAN = "guardian"
    """Only a parent or guardian can sign this child up."""
    DESK = "desk"
    """The front desk decides."""


@dataclass(frozen=True, slots=True)
class AgePolicy:
    """Full years: below ``guardian_below`` a guardian must sign up; from there to ``adult_from`` the desk decides."""

    guardian_below: int = 13
    adult_from: int = 18

    def through_guardian(self, age: int, *, named: bool = False) -> bool:
        """Whether a slip is written to a parent or guardian: for a child, or for a minor whose guardian is `named`."""
        return age < (self.adult_from if named else self.guardian_below)

    def decide(self, age: int, relationship: Relationship) -> AgeDecision:
        """What the policy says of a person of ``age`` full years whose account is made in this relationship."""
        if age >= self.adult_from:
            return AgeDecision.GO_ON
        if age >= self.guardian_below:
            return AgeDecision.DESK
        return AgeDecision.GUARDIAN if relationship is Relationship.SELF else AgeDecision.GO_ON
