"""Decides a sign-up (S1-S8, S11, S16, S26)."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kiosk.domain.age import AgeDecision
from kiosk.domain.operations import SignUp
from kiosk.domain.outcomes import Outcome
from kiosk.domain.values import NamePart, Relationship
from kiosk.portal import accounts, letters, practices
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.people import MalformedError, Person, accepted, check_consent, check_credentials, one_of
from kiosk.portal.turn import Turn

_COMPARED: Final = ("birth_date_cmp", "zip_cmp", "first_cmp", "last_cmp")
_USE_UP_INVITATIONS: Final = (
    sa.update(t.invitations)
    .where(
        t.invitations.c.practice_id == sa.bindparam("its_practice"),
        t.invitations.c.state.in_(("ready", "printed", "sent")),
        *(t.invitations.c[name] == sa.bindparam(f"its_{name}") for name in _COMPARED),
        sa.or_(t.invitations.c.gender.is_(None), t.invitations.c.gender == sa.bindparam("its_gender")),
    )
    .values(state="activated", used_by=sa.bindparam("its_account"))
    .returning(t.invitations.c.invitation_id)
)


def decide(turn: Turn, body: SignUp) -> Outcome:
    """Make the account, or say what stands against it.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    person = Person.of(body, turn.today)
    relationship = one_of(Relationship, body.relationship)
    guardian = accepted(NamePart.parse(body.guardian)).text if body.guardian else ""
    check_credentials(body.credentials)
    check_consent(body.consent)
    if person.gender is None or person.phone is None or person.email is None:
        raise MalformedError("a required answer is missing")

    policy = practices.age_policy(turn.practice)
    if policy.decide(person.birth_date.age(turn.today), relationship) is not AgeDecision.GO_ON:
        return turn.attention(Outcome.MINOR, body=body)

    columns = person.columns()
    made = accounts.open_account(
        turn,
        columns,
        credentials=body.credentials,
        consent=body.consent,
        relationship=relationship,
        guardian=guardian,
    )
    if isinstance(made, accounts.AlreadyThere):
        letters.account_exists(turn.post, made.account_id, turn.header.op_id)
        return turn.attention(Outcome.EXACT_MATCH, account_id=made.account_id)
    _use_up_invitations(turn, columns, made)
    if not made.user_id_free:
        return turn.attention(Outcome.USER_ID_TAKEN, account_id=made.account_id)
    return Outcome.ACCEPTED


def _use_up_invitations(turn: Turn, person: dict[str, object], made: accounts.Opened) -> None:
    """An open invitation for the same person is used up, so that its code makes no second account (S16)."""
    values = {f"its_{name}": person[name] for name in (*_COMPARED, "gender")}
    used = turn.connection.execute(
        _USE_UP_INVITATIONS, values | {"its_practice": turn.practice_id, "its_account": made.account_id}
    )
    turn.changed.extend(Changed("invitation", invitation_id) for invitation_id in used.scalars())
