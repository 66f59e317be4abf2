"""Decides a sign-up (S1-S8, S11, S16, S26, S29)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import DeskReason
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import DeskRequest, SignUp
from kiosk.domain.values import NamePart, Relationship
from kiosk.portal import accounts, codes, invitations, practices, same_person
from kiosk.portal.facts import Fact
from kiosk.portal.people import MalformedError, Person, accepted, check_consent, check_credentials, one_of
from kiosk.portal.turn import Turn

ALLOWED: Final = {
    DeskReason.NO_EMAIL: Fact.ALLOWED_NO_EMAIL,
    DeskReason.NO_ZIP: Fact.ALLOWED_NO_ZIP,
    DeskReason.MINOR: Fact.ALLOWED_MINOR,
    DeskReason.CODE: Fact.ALLOWED_CODE,
    DeskReason.NOT_ME: Fact.ALLOWED_NOT_ME,
    DeskReason.DETAILS: Fact.ALLOWED_DETAILS,
}
"""The fact that each reason becomes when the desk allows it."""


def decide(turn: Turn, body: SignUp) -> Outcome:
    """Make the account, or say what stands against it.

    What the desk has to allow first, and has not, is ``minor``, or else ``details_differ`` with a case of kind
    ``desk_request``: no outcome says "no email", and a tablet asks the desk before it sends such a sign-up.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    person = Person.of(body, turn.today)
    relationship = one_of(Relationship, body.relationship)
    guardian = accepted(NamePart.parse(body.guardian)).text if body.guardian else ""
    check_credentials(body.credentials)
    check_consent(body.consent)
    if person.gender is None or person.phone is None:
        raise MalformedError("a required answer is missing")

    reasons = _reasons(turn, person, relationship)
    if reasons:
        known = turn.facts()
        reasons = [reason for reason in reasons if ALLOWED[reason] not in known]
    if reasons:
        values = tuple(reason.value for reason in reasons)
        if DeskReason.MINOR in reasons:
            return turn.attention(Outcome.MINOR, body=body, reasons=values)
        return turn.attention(Outcome.DETAILS_DIFFER, kind="desk_request", body=body, reasons=values)

    columns = person.columns()
    met = same_person.meet(turn, columns)
    if met.exact is not None:
        return same_person.exact(turn, met.exact, body=_typed(body))
    if met.close is not None:
        return turn.attention(Outcome.CLOSE_MATCH, body=body, account_id=met.close)
    invited = invitations.of_person(turn.connection, turn.practice_id, columns)
    asked_for, proven = _code_needed(turn, invited)
    if asked_for is not None:  # not connected then, or the page was passed by: the patient finishes at home
        turn.changed.extend(codes.remind(turn.post, asked_for, turn.header.op_id))
        return turn.attention(Outcome.CLOSE_MATCH, body=body, invitation_id=asked_for.invitation_id)
    made = accounts.open_account(
        turn,
        columns,
        credentials=body.credentials,
        consent=body.consent,
        relationship=relationship,
        guardian=guardian,
        invitation_id=proven,
    )
    if isinstance(made, accounts.AlreadyThere):
        return same_person.exact(turn, made.account_id, body=_typed(body))
    invitations.use_up(turn, [row.invitation_id for row in invited], made.account_id)
    same_person.made(turn, met, made.account_id, body=_typed(body))
    if not made.user_id_free:
        return turn.attention(Outcome.USER_ID_TAKEN, account_id=made.account_id)
    return Outcome.ACCEPTED


def _reasons(turn: Turn, person: Person, relationship: Relationship) -> list[DeskReason]:
    """What needs the desk's word, whatever it has said."""
    decision = practices.age_decision(turn.practice, person.birth_date, relationship, turn.now)
    asked = (
        (DeskReason.MINOR, decision is not AgeDecision.GO_ON),
        (DeskReason.NO_EMAIL, person.email is None),
        (DeskReason.NO_ZIP, person.zip_code is None),
    )
    return [reason for reason, holds in asked if holds]


def _code_needed(turn: Turn, invited: Sequence[sa.Row[Any]]) -> tuple[sa.Row[Any] | None, UUID | None]:
    """The newest delivered invitation, unless a code of one of them was given or the desk stood in for it (S16).

    Returns:
        the invitation whose code is asked for; else, as the second, the one whose code was given.
    """
    delivered = [row for row in invited if row.state in invitations.DELIVERED]
    if not delivered:
        return None, None
    known = turn.facts()
    proven = known.get(Fact.CODE)
    if proven in {row.invitation_id for row in delivered}:
        return None, proven
    return (None if Fact.ALLOWED_CODE in known else delivered[0]), None


def _typed(body: SignUp) -> DeskRequest:
    """What the desk is shown of a sign-up that is never decided again: no credentials."""
    return DeskRequest(
        reasons=(),
        first=body.first,
        last=body.last,
        birth_date=body.birth_date,
        zip_code=body.zip_code,
        email=body.email,
        gender=body.gender,
        phone=body.phone,
        language=body.language,
        relationship=body.relationship,
        guardian=body.guardian,
        lookup_id="",
    )
