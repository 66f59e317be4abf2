"""Decides what becomes of invitations: made by the desk, activated by the patient (S13, S14, F1)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.activation import INVITATION_DAYS, ActivationCode
from kiosk.domain.operations import Activation, Invitation
from kiosk.domain.outcomes import Outcome
from kiosk.domain.values import BirthDate, Gender, Language, NamePart, Phone, Relationship, ZipCode
from kiosk.portal import accounts, letters, lockouts
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.engine import insert_once
from kiosk.portal.people import MalformedError, Person, accepted, check_consent, check_credentials, one_of
from kiosk.portal.turn import Turn
from kiosk.protocol.roster import lookup_id

OPEN_STATES: Final = ("ready", "printed", "sent")
_LIFE: Final = dt.timedelta(days=INVITATION_DAYS)
_STATES: Final = {"print": "printed", "none": "ready"}


def decide_made(turn: Turn, body: Invitation) -> Outcome:
    """Store an invitation under its lookup id; the code itself is not kept.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    person = Person.of(body, turn.today)
    code = accepted(ActivationCode.parse(body.code))
    if body.invitation_id != turn.header.subject or body.delivery not in _STATES:
        raise MalformedError("not an invitation of ours")
    if not re.fullmatch(r"INV-[0-9A-Z]{4,12}", body.number):
        raise MalformedError("not an invitation number")
    known = sa.select(t.staff.c.practice_id).where(t.staff.c.staff_id == body.issued_by)
    if turn.connection.execute(known).scalar_one_or_none() != turn.practice_id:
        return Outcome.DEFERRED_DEPENDENCY  # whoever issued it is not known here (yet)
    stored = insert_once(
        turn.connection,
        t.invitations,
        person.columns()
        | {
            "invitation_id": body.invitation_id,
            "practice_id": turn.practice_id,
            "lookup_id": lookup_id(code, turn.practice_id),
            "number": body.number,
            "state": _STATES[body.delivery],
            "made_at": turn.header.recorded_at,
            "expires_at": min(body.expires_at, turn.now + _LIFE),  # a device's clock lengthens nothing
            "issued_by": body.issued_by,
            "used_by": None,
        },
    )
    if not stored:
        raise MalformedError("this invitation or its code exists already")
    turn.changed.append(Changed("invitation", body.invitation_id))
    return Outcome.ACCEPTED


def decide_activation(turn: Turn, body: Activation) -> Outcome:
    """Use an invitation up and make its account, or say what stands against it.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    code = accepted(ActivationCode.parse(body.code))
    birth_date = accepted(BirthDate.parse_iso(body.birth_date, today=turn.today))
    zip_code = accepted(ZipCode.parse(body.zip_code))
    phone = None if body.phone is None else accepted(Phone.parse(body.phone))
    gender = None if body.gender is None else one_of(Gender, body.gender)
    language = one_of(Language, body.language)
    check_credentials(body.credentials)
    check_consent(body.consent)

    sought = lookup_id(code, turn.practice_id)
    row = by_lookup_id(turn, sought)
    if row is None:
        return Outcome.DEFERRED_DEPENDENCY  # the desk that made it may not have synced yet (K1)
    if (row.birth_date_cmp, row.zip_cmp) != (birth_date.comparison, zip_code.comparison):
        lockouts.failed(turn.connection, lockouts.invitation_key(turn.practice_id, sought), turn.now)
        return turn.attention(Outcome.DETAILS_DIFFER, body=body, invitation_id=row.invitation_id)

    person = {column.name: getattr(row, column.name) for column in t.invitations.c if column.name in t.accounts.c}
    person["language"] = language.value
    if person["gender"] is None and gender is not None:
        person["gender"] = gender.value
    if person["phone"] is None and phone is not None:
        person["phone"], person["phone_cmp"] = phone.e164, phone.comparison
    if person["gender"] is None or person["phone"] is None:
        raise MalformedError("neither the invitation nor the patient tells a required answer")

    with turn.connection.begin_nested() as savepoint:
        if not _use_up(turn, row):
            return turn.attention(_why_not(turn, row), body=body, invitation_id=row.invitation_id)
        made = accounts.open_account(
            turn,
            person,
            credentials=body.credentials,
            consent=body.consent,
            relationship=one_of(Relationship, body.relationship),
            guardian=accepted(NamePart.parse(body.guardian)).text if body.guardian else "",
        )
        if isinstance(made, accounts.AlreadyThere):
            savepoint.rollback()  # the invitation made no account, so it stays open for the desk
    if isinstance(made, accounts.AlreadyThere):
        letters.account_exists(turn.post, made.account_id, turn.header.op_id)
        return turn.attention(Outcome.EXACT_MATCH, account_id=made.account_id, invitation_id=row.invitation_id)
    turn.connection.execute(
        sa.update(t.invitations)
        .where(t.invitations.c.invitation_id == row.invitation_id)
        .values(used_by=made.account_id)
    )
    turn.changed.append(Changed("invitation", row.invitation_id))
    if not made.user_id_free:
        return turn.attention(Outcome.USER_ID_TAKEN, account_id=made.account_id, invitation_id=row.invitation_id)
    return Outcome.ACCEPTED


def by_lookup_id(turn: Turn, sought: str) -> sa.Row[Any] | None:
    """The practice's invitation behind a code."""
    query = sa.select(t.invitations).where(
        t.invitations.c.practice_id == turn.practice_id, t.invitations.c.lookup_id == sought
    )
    return turn.connection.execute(query).one_or_none()


def _use_up(turn: Turn, row: sa.Row[Any]) -> bool:
    """Activate, if it still can be; expiry is judged by the portal's clock alone."""
    used = turn.connection.execute(
        sa.update(t.invitations)
        .where(
            t.invitations.c.invitation_id == row.invitation_id,
            t.invitations.c.state.in_(OPEN_STATES),
            t.invitations.c.expires_at > turn.now,
        )
        .values(state="activated")
    )
    return used.rowcount == 1


def _why_not(turn: Turn, row: sa.Row[Any]) -> Outcome:
    """Why an invitation could not be used up; read again, since another transaction may have moved it on."""
    state = turn.connection.execute(
        sa.select(t.invitations.c.state).where(t.invitations.c.invitation_id == row.invitation_id)
    ).scalar_one()
    if state == "activated":
        return Outcome.INVITATION_USED_ELSEWHERE
    return Outcome.INVITATION_REVOKED if state == "revoked" else Outcome.INVITATION_EXPIRED
