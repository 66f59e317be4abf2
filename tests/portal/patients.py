"""People written straight into a portal's database, for tests of what happens to them later."""

from __future__ import annotations

import datetime as dt
import secrets
import uuid
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ENTROPY_BYTES, ActivationCode
from kiosk.domain.credentials import Password, SecurityAnswer, hash_answer, hash_password
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.values import Email, NamePart, Phone
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol.roster import lookup_id

PASSWORD = "Sunny4day"
ANSWER = "Rex"
BORN = "1984-03-27"
ZIP = "60614"


def person(first: str, last: str, email: str | None, *, language: str = "en", **columns: Any) -> dict[str, Any]:
    """The columns that accounts and invitations share."""
    names = NamePart.parse(first), NamePart.parse(last)
    assert isinstance(names[0], NamePart)
    assert isinstance(names[1], NamePart)
    address = Email.parse(email) if email else None
    assert not email or isinstance(address, Email)
    made = {
        "first": first,
        "last": last,
        "birth_date": BORN,
        "zip_code": ZIP,
        "email": email,
        "gender": "female",
        "phone": "+13125550143",
        "language": language,
    } | columns
    phone = Phone.parse(made["phone"]) if made["phone"] else None
    return made | {
        "first_cmp": names[0].comparison,
        "last_cmp": names[1].comparison,
        "birth_date_cmp": made["birth_date"],
        "zip_cmp": made["zip_code"][:5] if made["zip_code"] else None,
        "email_cmp": address.comparison if isinstance(address, Email) else None,
        "phone_cmp": phone.comparison if isinstance(phone, Phone) else None,
    }


def add_account(
    connection: sa.Connection,
    practice_id: UUID,
    who: dict[str, Any],
    user_id: str | None,
    now: dt.datetime,
    **columns: Any,
) -> UUID:
    """An account with ``PASSWORD`` and ``ANSWER``, its address verified."""
    account_id = uuid.uuid4()
    values = who | {
        "account_id": account_id,
        "user_id": user_id,
        "password_hash": _PASSWORD_HASH,
        "question": SecretQuestion.FIRST_PET.value,
        "answer_hash": _ANSWER_HASH,
        "relationship": "self",
        "guardian": "",
        "email_verified": True,
        "created_at": now,
    }
    connection.execute(sa.insert(t.accounts).values(values | columns))
    member = {"account_id": account_id, "practice_id": practice_id, "since": now}
    connection.execute(sa.insert(t.memberships).values(member))
    return account_id


def add_invitation(
    connection: sa.Connection, practice_id: UUID, who: dict[str, Any], now: dt.datetime, *, days: int = 14
) -> tuple[UUID, ActivationCode]:
    """An invitation that was mailed, and its code."""
    invitation_id = uuid.uuid4()
    code = ActivationCode.from_entropy(secrets.token_bytes(ENTROPY_BYTES))
    staff = sa.select(t.staff.c.staff_id).where(t.staff.c.practice_id == practice_id)
    values = who | {
        "invitation_id": invitation_id,
        "practice_id": practice_id,
        "number": "INV-7F3K",
        "state": "sent",
        "made_at": now,
        "expires_at": now + dt.timedelta(days=days),
        "issued_by": connection.execute(staff.limit(1)).scalar_one(),
    }
    connection.execute(sa.insert(t.invitations).values(values))
    its = {
        "practice_id": practice_id,
        "lookup_id": lookup_id(code, practice_id),
        "invitation_id": invitation_id,
        "roster_id": uuid.uuid4(),
        "state": "open",
        "made_at": now,
        "expires_at": now + dt.timedelta(days=days),
    }
    connection.execute(sa.insert(tp.invitation_codes).values(its))
    return invitation_id, code


def _hashes() -> tuple[str, str]:
    password, answer = Password.parse(PASSWORD), SecurityAnswer.parse(ANSWER)
    assert isinstance(password, Password)
    assert isinstance(answer, SecurityAnswer)
    salt = bytes(16)
    return hash_password(password, salt), hash_answer(SecretQuestion.FIRST_PET, answer, salt)


_PASSWORD_HASH, _ANSWER_HASH = _hashes()
