"""How sure it is that an account is the person's it names: who checked which photo ID, and when (F4, F7).

The levels are those of the code system https://smarthealth.cards/ial, which HL7's guide "Interoperable Digital
Identity and Patient Matching" refines; NIST SP 800-63A defines IAL1 and IAL2. A front desk that looks at a card reaches
IAL1.4 and no more: IAL2 wants the evidence itself to be validated.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.cases import IdDocument


class Assurance(enum.Enum):
    """Identity assurance levels, weakest first."""

    SELF_ASSERTED = "IAL1"
    """Name and date of birth are what the person says."""
    DOCUMENT = "IAL1.2"
    """Some document was compared."""
    PHOTO_ID = "IAL1.4"
    """A photo ID of a state or a nation was compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityCheck:
    """A member of a practice's staff compared the person with a photo ID; no number of it is kept.

    Attributes:
        practice_id: whose staff.
        by: the staff member.
        document: what was seen.
        at: UTC, by the device's clock.
    """

    practice_id: UUID
    by: UUID
    document: IdDocument
    at: dt.datetime

    @property
    def level(self) -> Assurance:
        """What this check alone proves."""
        return Assurance.DOCUMENT if self.document is IdDocument.OTHER else Assurance.PHOTO_ID


def assurance(checks: Iterable[IdentityCheck]) -> Assurance:
    """The best level that any of the checks reached."""
    ranks = list(Assurance)
    return max((check.level for check in checks), key=ranks.index, default=Assurance.SELF_ASSERTED)
