"""Outcomes and endings: the words on the wire are fixed, and no ending claims more than the portal said."""

import pytest

from kiosk.domain.outcomes import Ending, Family, Outcome, ending_of

WORDS = {
    "accepted",
    "needs_attention.user_id_taken",
    "needs_attention.exact_match",
    "needs_attention.close_match",
    "needs_attention.minor",
    "needs_attention.details_differ",
    "needs_attention.invitation_used_elsewhere",
    "needs_attention.invitation_expired",
    "needs_attention.invitation_revoked",
    "needs_attention.clock_unreliable",
    "deferred.dependency",
    "deferred.schema",
    "deferred.fault",
    "rejected.malformed",
    "rejected.mismatch",
    "rejected.fork",
    "rejected.too_large",
}


def test_the_words_of_the_protocol_are_all_there() -> None:
    """Receipts carry these words for ever: none may be renamed or dropped."""
    assert {outcome.value for outcome in Outcome} == WORDS


@pytest.mark.rule("S8")
@pytest.mark.parametrize("outcome", list(Outcome), ids=lambda outcome: outcome.value)
def test_only_accepted_is_called_active(outcome: Outcome) -> None:
    """Accepted is active, deferred is saved, and everything else is for the desk."""
    expected = {
        Family.ACCEPTED: Ending.ACTIVE,
        Family.DEFERRED: Ending.SAVED,
        Family.NEEDS_ATTENTION: Ending.DESK,
        Family.REJECTED: Ending.DESK,
    }
    assert ending_of(outcome) is expected[outcome.family]


@pytest.mark.rule("S8")
def test_no_answer_is_saved() -> None:
    """Not connected, or no answer in time: it is saved, and nothing else is known."""
    assert ending_of(None) is Ending.SAVED
