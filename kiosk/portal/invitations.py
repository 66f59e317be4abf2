"""Invitations: made by the desk (F1), found for a person (S16), used up by an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision
from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.outcomes import Outcome
from kiosk.domain.values import Gender, Relationship
from kiosk.portal import cases, codes, facts, identity, practices
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.codes import OPEN_STATES
from kiosk.portal.engine import insert_once
from kiosk.portal.facts import Fact
from kiosk.portal.identity import Compared
from kiosk.portal.people import MalformedError, Person, accepted, one_of
from kiosk.portal.rosters import Unsealed
from kiosk.portal.turn import Turn

DELIVERED: Final = ("printed", "sent")
"""States of an invitation whose patient may hold its code (S16)."""

_STATES: Final = {"print": "printed", "none": "ready"}

_UNTOLD: Final = {None, Gender.UNDISCLOSED.value}
_COMPARED: Final = ("birth_date_cmp", "first_cmp", "last_cmp", "zip_cmp", "email_cmp", "phone_cmp")
_OF_PERSON: Final = (
    sa.select(t.invitations)
    .where(
        t.invitations.c.practice_id == sa.bindparam("its_practice"),
        t.invitations.c.state.in_(OPEN_STATES),
        *(t.invitations.c[name] == sa.bindparam(f"its_{name}") for name in ("birth_date_cmp", "first_cmp", "last_cmp")),
        sa.or_(
            *(t.invitations.c[name] == sa.bindparam(f"its_{name}") for name in ("zip_cmp", "email_cmp", "phone_cmp"))
        ),
    )
    .order_by(t.invitations.c.made_at.desc(), t.invitations.c.invitation_id)
    .with_for_update()
)


def decide(turn: Turn, body: Invitation) -> Outcome:
    """Store an invitation and its code's lookup id; the code itself is not kept.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    person = Person.of(body, turn.today)
    code = accepted(ActivationCode.parse(body.code))
    if turn.device.role != "desk" or body.invitation_id != turn.header.subject or body.delivery not in _STATES:
        raise MalformedError("not an invitation of ours")
    if not re.fullmatch(r"INV-[0-9A-Z]{4,12}", body.number):
        raise MalformedError("not an invitation number")
    seen = one_of(IdDocument, body.id_document) if body.id_document else None
    if turn.has_staff(body.issued_by) is None:
        return Outcome.DEFERRED_DEPENDENCY  # whoever issued it is not known here (yet)
    expires_at = min(body.expires_at, turn.now + codes.LIFE)  # a device's clock lengthens nothing
    stored = insert_once(
        turn.connection,
        t.invitations,
        person.columns()
        | {
            "invitation_id": body.invitation_id,
            "practice_id": turn.practice_id,
            "number": body.number,
            "state": _STATES[body.delivery],
            "made_at": turn.header.recorded_at,
            "expires_at": expires_at,
            "issued_by": body.issued_by,
            "used_by": None,
        },
    )
    added = None
    if stored:
        added = codes.add(
            turn.connection,
            turn.practice_id,
            body.invitation_id,
            code,
            roster=None,
            now=turn.now,
            expires_at=expires_at,
        )
    if added is None:
        raise MalformedError("this invitation or its code exists already")
    turn.changed.append(Changed("invitation", body.invitation_id))
    age = practices.age_decision(turn.practice, person.birth_date, Relationship.SELF, turn.now)
    if seen is not None:
        _note_check(turn, body, seen)
        if age is AgeDecision.DESK:  # for patients of this age the desk decides, and it has met this one (S11)
            facts.note(turn.connection, turn.practice_id, body.invitation_id, Fact.ALLOWED_MINOR, turn.now)
    turn.unsealed.append(
        Unsealed(
            code=code,
            birth_date=person.birth_date.date,
            zip5=person.zip_code.comparison if person.zip_code else "",
            practice_id=turn.practice_id,
            invitation_id=body.invitation_id,
            language=person.language.value,
            relationship=Relationship.CHILD if age is AgeDecision.GUARDIAN else Relationship.SELF,
            expires_at=expires_at,
        )
    )
    return Outcome.ACCEPTED


def _note_check(turn: Turn, body: Invitation, seen: IdDocument) -> None:
    """The desk saw a photo ID before it made the invitation: it speaks for the account that its code makes (F4)."""
    at = min(turn.header.recorded_at, turn.now)  # a device's clock makes nothing fresher
    identity.note(
        turn.connection,
        turn.keys,
        IdentityCheck(practice_id=turn.practice_id, by=body.issued_by, document=seen, at=at),
        device_id=turn.device.device_id,
        now=turn.now,
        subject=body.invitation_id,
        person=Compared.typed(body.first, body.last, body.birth_date, turn.latest_birth),
    )


def of_person(connection: sa.Connection, practice_id: UUID, person: dict[str, Any]) -> Sequence[sa.Row[Any]]:
    """The practice's open invitations for a person, the newest first, expired ones too; locked by this transaction.

    One person: equal names and date of birth, and an equal ZIP, email or phone; so who moved house is found, too.
    Genders have to agree where both are told.

    Args:
        person: the columns that ``Person.columns`` names.
    """
    values = {f"its_{name}": person[name] for name in _COMPARED} | {"its_practice": practice_id}
    rows = connection.execute(_OF_PERSON, values).all()
    return [row for row in rows if len({row.gender, person["gender"]} - _UNTOLD) < 2]


def use_up(turn: Turn, invitation_ids: Iterable[UUID], account_id: UUID) -> None:
    """The person has an account now: no code of these invitations makes a second one (S16)."""
    for invitation_id in invitation_ids:
        turn.connection.execute(
            sa.update(t.invitations)
            .where(t.invitations.c.invitation_id == invitation_id)
            .values(state="activated", used_by=account_id)
        )
        turn.changed.append(Changed("invitation", invitation_id))
        turn.changed.extend(codes.use_up(turn.connection, invitation_id))
        settle(turn, invitation_id)


def settle(turn: Turn, invitation_id: UUID) -> None:
    """Used, withdrawn or given a new code: nobody has to care any more for a void code or a mail that came back."""
    kinds: tuple[cases.Kind, ...] = ("code_locked", "mail_failed")
    for kind in kinds:
        turn.changed.extend(cases.withdraw(turn.connection, turn.practice_id, kind, turn.now, subject=invitation_id))
