"""What the portal decided about an operation, and which ending is true (``docs/protocol.md``, "Receipt").

All outcomes are typed from the start: the enum's value is the word on the wire and in the receipt, for ever.
"""

from __future__ import annotations

import enum


class Outcome(enum.Enum):
    """The portal's decision. The part before the dot is its family."""

    ACCEPTED = "accepted"
    USER_ID_TAKEN = "needs_attention.user_id_taken"
    EXACT_MATCH = "needs_attention.exact_match"
    CLOSE_MATCH = "needs_attention.close_match"
    MINOR = "needs_attention.minor"
    DETAILS_DIFFER = "needs_attention.details_differ"
    INVITATION_USED_ELSEWHERE = "needs_attention.invitation_used_elsewhere"
    INVITATION_EXPIRED = "needs_attention.invitation_expired"
    INVITATION_REVOKED = "needs_attention.invitation_revoked"
    CLOCK_UNRELIABLE = "needs_attention.clock_unreliable"
    DEFERRED_DEPENDENCY = "deferred.dependency"
    DEFERRED_SCHEMA = "deferred.schema"
    DEFERRED_FAULT = "deferred.fault"
    REJECTED_MALFORMED = "rejected.malformed"
    REJECTED_MISMATCH = "rejected.mismatch"
    REJECTED_FORK = "rejected.fork"
    REJECTED_TOO_LARGE = "rejected.too_large"

    @property
    def family(self) -> Family:
        """How a device treats this outcome."""
        return Family(self.value.partition(".")[0])


class Family(enum.Enum):
    """How a device treats an outcome."""

    ACCEPTED = "accepted"
    """Done; the payload goes when it is durable at the portal."""
    NEEDS_ATTENTION = "needs_attention"
    """The portal holds the case and a person finishes it; the payload goes likewise."""
    DEFERRED = "deferred"
    """Kept and sent again, slowly."""
    REJECTED = "rejected"
    """Quarantined, never deleted; the desk is told."""


class Ending(enum.Enum):
    """The true endings of a patient's journey: three of a record (S8), one of what only the portal can do (K1)."""

    ACTIVE = "active"
    SAVED = "saved"
    DESK = "desk"
    DONE = "done"
    """Logged in, asked for a mail, locked or not connected: the page says which; no record was made."""


def ending_of(outcome: Outcome | None) -> Ending:
    """The ending that is true for an outcome.

    Args:
        outcome: the portal's decision, or None while there is none (not connected, or no answer in time).
    """
    if outcome is None or outcome.family is Family.DEFERRED:
        return Ending.SAVED
    return Ending.ACTIVE if outcome is Outcome.ACCEPTED else Ending.DESK
