"""What the desk decides about a case, and what it saw of the patient (F4); the words of ``Resolution``."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

HELD: Final = dt.timedelta(minutes=15)
"""How long a patient's page waits for the desk."""


class Decision(enum.Enum):
    """How a case ends."""

    ALLOW = "allow"
    """Photo ID checked: the patient goes on, or what was submitted is decided again."""
    SAME_PERSON = "same_person"
    """A close match is this account: its holder is reminded by mail."""
    DECLINE = "decline"


class IdDocument(enum.Enum):
    """Which photo ID the desk saw; its number is asked for nowhere."""

    DRIVERS_LICENSE = "drivers_license"
    STATE_ID = "state_id"
    PASSPORT = "passport"
    OTHER = "other"
