"""Support agents for tests: made at a portal's database, with codes of the second factor whenever they are needed."""

from __future__ import annotations

import base64
import datetime as dt
import uuid
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from kiosk.portal import tables as t
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.support import agents
from tests.portal.device import HASH

PASSWORD = "correct horse battery"


@cache
def password_hash() -> str:
    """The hash of every test agent's password, computed once, at a low cost, which a hash tells itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agents, "BCRYPT_COST", 4)
        return agents.hash_password(PASSWORD)


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent and what their authenticator app knows."""

    agent_id: UUID
    user_name: str
    display_name: str
    secret: bytes

    def code(self, at: dt.datetime) -> str:
        """What the app shows at a moment; computed here by the library, not by the code under test."""
        return TOTP(self.secret, 6, SHA1(), 30).generate(at.timestamp()).decode()  # noqa: S303 - as RFC 6238


def add_agent(database: Database, keys: PortalKeys, user_name: str, display_name: str, now: dt.datetime) -> Agent:
    """Make an agent."""
    agent_id, uri = database.run(lambda c: agents.add(c, keys, user_name, display_name, password_hash(), now))
    return Agent(agent_id, user_name, display_name, secret_of(uri))


def secret_of(uri: str) -> bytes:
    """What an authenticator app takes from the QR code."""
    (secret,) = parse_qs(urlsplit(uri).query)["secret"]
    return base64.b32decode(secret + "=" * (-len(secret) % 8))


def add_account(database: Database, practice_id: UUID, now: dt.datetime, **changes: Any) -> UUID:
    """Make an account of a practice, with a verified email and a phone; ``changes`` replaces columns."""
    account_id = uuid.uuid4()
    row: dict[str, Any] = {
        "account_id": account_id,
        "first": "Rosalind",
        "last": "Achebe",
        "birth_date": "1979-05-14",
        "zip_code": "60614",
        "email": "rosalind@mail.example",
        "gender": "female",
        "phone": "+13125550163",
        "language": "en",
        "user_id": "rosalind.achebe",
        "password_hash": HASH,
        "question": "first_pet",
        "answer_hash": HASH,
        "relationship": "self",
        "guardian": "",
        "email_verified": True,
        "created_at": now,
    } | changes
    row |= {
        "first_cmp": row["first"].casefold(),
        "last_cmp": row["last"].casefold(),
        "birth_date_cmp": row["birth_date"],
        "zip_cmp": row["zip_code"],
        "email_cmp": row["email"],
        "phone_cmp": row["phone"],
    }

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.insert(t.accounts).values(row))
        member = {"account_id": account_id, "practice_id": practice_id, "since": now}
        connection.execute(sa.insert(t.memberships).values(member))

    database.run(work)
    return account_id
