"""Making an account so that nobody gets two and nothing is lost (S4, S8, S26, S27).

No question is asked before writing: the row is inserted, and a UNIQUE constraint that forbids it tells what is so. Two
devices that sign one person up at the same moment therefore make one account.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.patient_operations import Consent, Credentials
from kiosk.domain.values import Gender, Relationship
from kiosk.portal import identity, letters
from kiosk.portal import tables as t
from kiosk.portal.engine import insert_once
from kiosk.portal.turn import Turn

_INSERT_MEMBERSHIP: Final = sa.insert(t.memberships)
_INSERT_CONSENT: Final = sa.insert(t.consents)


@dataclass(frozen=True, slots=True)
class Opened:
    """The account was made.

    Attributes:
        user_id_free: the wished user ID was free; otherwise the account has none yet (S4).
    """

    account_id: UUID
    user_id_free: bool


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A certain match: the person has this account, so none was made (S26)."""

    account_id: UUID


def open_account(
    turn: Turn,
    person: dict[str, Any],
    *,
    credentials: Credentials,
    consent: Consent,
    relationship: Relationship,
    guardian: str,
    invitation_id: UUID | None = None,
) -> Opened | AlreadyThere:
    """Make the account, its membership and consent, and queue its ``welcome`` mail; or find the person's own.

    Args:
        turn: the decision's transaction.
        person: the columns that ``Person.columns`` names, with gender.
        credentials: checked.
        consent: checked.
        relationship: for whom the account is.
        guardian: name of the parent or guardian, or empty.
        invitation_id: whose code was given: the photo ID that the desk saw when it made it speaks for the account, too.
    """
    account_id = uuid.uuid4()
    row = person | {
        "account_id": account_id,
        "user_id": credentials.user_id,
        "password_hash": credentials.password_hash,
        "question": credentials.question,
        "answer_hash": credentials.answer_hash,
        "relationship": relationship.value,
        "guardian": guardian,
        "email_verified": False,
        "created_at": turn.now,
    }
    free = insert_once(turn.connection, t.accounts, row)
    # Either constraint can have been in the way; without a user ID only the person's own account can.
    if not free and not insert_once(turn.connection, t.accounts, row | {"user_id": None}):
        found = certain_match(turn.connection, person)
        if found is None:
            raise RuntimeError("an account is in the way that does not match")
        return AlreadyThere(found)
    membership = {"account_id": account_id, "practice_id": turn.practice_id, "since": turn.now}
    turn.connection.execute(_INSERT_MEMBERSHIP, membership)
    agreed = {
        "account_id": account_id,
        "practice_id": turn.practice_id,
        "text_id": consent.text_id,
        "version": consent.version,
        "language": consent.language,
        "at": consent.at,
    }
    turn.connection.execute(_INSERT_CONSENT, agreed)
    its = [turn.header.subject, *([invitation_id] if invitation_id else [])]
    identity.bind(turn.connection, turn.keys, turn.practice_id, its, account_id)
    if free:
        letters.welcome(turn.post, account_id)
    else:
        letters.choose_user_id(turn.post, account_id, account_id)
    return Opened(account_id, free)


def certain_match(connection: sa.Connection, person: dict[str, Any]) -> UUID | None:
    """The account of exactly this person: first and last name, gender, birth date, ZIP and email equal (S26).

    An undisclosed gender or a missing email equals nothing (S27).
    """
    if person["gender"] == Gender.UNDISCLOSED.value:
        return None
    compared = ("first_cmp", "last_cmp", "gender", "birth_date_cmp", "zip_cmp", "email_cmp")
    query = sa.select(t.accounts.c.account_id).where(*(t.accounts.c[name] == person[name] for name in compared))
    found: UUID | None = connection.execute(query).scalar_one_or_none()
    return found
