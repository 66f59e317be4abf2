"""What a match with an existing account means for a decision (S26-S29)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kiosk.domain.matching import Grade
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import cases, facts, identity, match_lookup, matches
from kiosk.portal.cases import Case
from kiosk.portal.facts import Fact
from kiosk.portal.turn import Turn


@dataclass(frozen=True, slots=True)
class Met:
    """Accounts that stand in the way of a new one, or do not.

    Attributes:
        exact: the person's own account.
        close: probably the person's own; nobody has said otherwise.
        possible: perhaps; staff look at it, the patient sees nothing.
    """

    exact: UUID | None = None
    close: UUID | None = None
    possible: UUID | None = None


def meet(turn: Turn, person: dict[str, Any]) -> Met:
    """Look for the person's account over all practices.

    A close match is the person's own if a phone code proved it (S29); it is another person if the desk saw a photo ID.

    Args:
        person: the columns that ``Person.columns`` names.
    """
    found = matches.find(turn.connection, turn.keys, person)
    if found is None:
        return Met()
    match found.grade:
        case Grade.CERTAIN:
            return Met(exact=found.account_id)
        case Grade.PROBABLE:
            known = turn.facts()
            if Fact.ALLOWED_NOT_ME in known:
                return Met()
            if known.get(Fact.PHONE) == found.account_id:
                its = [turn.header.subject]
                identity.bind(turn.connection, turn.keys, turn.practice_id, its, found.account_id)
                return Met(exact=found.account_id)
            return Met(close=found.account_id)
        case Grade.POSSIBLE:
            return Met(possible=found.account_id)
        case Grade.CERTAINLY_NOT:
            return Met()


def exact(turn: Turn, account_id: UUID, *, body: Body | None = None, invitation_id: UUID | None = None) -> Outcome:
    """The person has this account: no second one, but the mail of S26, once for a draft.

    Args:
        body: what the desk is shown.
    """
    match_lookup.tell(turn.post, account_id, turn.header.subject)
    return turn.attention(Outcome.EXACT_MATCH, body=body, account_id=account_id, invitation_id=invitation_id)


def made(turn: Turn, met: Met, account_id: UUID, *, body: Body | None = None) -> None:
    """Remember whose account the draft made, and tell staff of an account that may be the same person's."""
    facts.note(turn.connection, turn.practice_id, turn.header.subject, Fact.ACCOUNT, turn.now, of=account_id)
    if met.possible is not None:
        case = Case(kind="possible_match", subject=turn.header.subject, body=body, account_id=met.possible)
        turn.changed.extend(cases.open_case(turn.connection, turn.keys, turn.practice_id, case, turn.now))
