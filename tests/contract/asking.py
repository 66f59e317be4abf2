"""Commands without HTTP: who asks, an account to ask about, and a count of bcrypt's runs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

import bcrypt
import msgspec
import pytest
import sqlalchemy as sa

from kiosk.domain import credentials
from kiosk.domain.credentials import SecurityAnswer, answer_secret
from kiosk.domain.outcomes import Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.portal import bcrypts, context
from kiosk.portal import tables as t
from kiosk.portal.commands import COMMANDS
from kiosk.portal.context import Context, Later
from kiosk.portal.support import agents
from kiosk.protocol import commands as c
from kiosk.protocol.wire import Message
from tests.portal.device import TestDevice, sign_up
from tests.portal.house import House

M = TypeVar("M", bound=Message)

USER_ID = "maria.okafor27"
PASSWORD = "Summer2019"
ANSWER = SecurityAnswer("rex")
WRONG_ANSWER = SecurityAnswer("fido")
EMAIL, BIRTH_DATE = "Maria.Okafor@example.org", "1984-07-09"
_CHEAP = bcrypt.gensalt(4)
_NOBODYS = bcrypt.hashpw(b"nobody's", _CHEAP).decode()

PASSWORD_HASH = bcrypt.hashpw(PASSWORD.encode(), _CHEAP).decode()
ANSWER_HASH = bcrypt.hashpw(answer_secret(SecretQuestion.FIRST_PET, ANSWER), _CHEAP).decode()


@dataclass
class Runs:
    """How often bcrypt ran, hash by hash."""

    compared: list[bytes] = field(default_factory=list)
    made: int = 0

    def count(self) -> int:
        """All runs since the last call."""
        count = len(self.compared) + self.made
        self.compared.clear()
        self.made = 0
        return count


def cheap_bcrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hashes cost as little as can be: ten is the least that is taken with an account."""
    for module in (credentials, bcrypts):
        monkeypatch.setattr(module, "BCRYPT_COST", 10)
    monkeypatch.setattr(agents, "BCRYPT_COST", 4)
    monkeypatch.setattr(bcrypts, "DUMMY", _NOBODYS)


def watch_bcrypt(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Count bcrypt's runs, and let the portal's own hashes cost as little as those of the tests."""
    runs = Runs()
    compare, make = bcrypt.checkpw, bcrypt.hashpw

    def checkpw(password: bytes, stored: bytes) -> bool:
        runs.compared.append(stored)
        return compare(password, stored)

    def hashpw(password: bytes, salt: bytes) -> bytes:
        runs.made += 1
        return make(password, salt)

    monkeypatch.setattr(bcrypt, "checkpw", checkpw)
    monkeypatch.setattr(bcrypt, "hashpw", hashpw)
    monkeypatch.setattr(bcrypts, "BCRYPT_COST", 4)
    return runs


def begin(house: House, device: TestDevice, connection: sa.Connection, name: str, message: Message) -> Any:
    """The first transaction of a command."""
    command = next(command for command in COMMANDS if command.name == name)
    known = house.known(connection, device)
    asked = Context(connection=connection, keys=house.keys, now=house.now, device=known, query="")
    return command.answer(asked, message)


def ask(house: House, device: TestDevice, name: str, message: Message, gives: type[M]) -> M:
    """Run a command to its end."""
    answer = context.answer(house.database, lambda connection: begin(house, device, connection, name, message))
    assert isinstance(answer, gives)
    return answer


def halfway(house: House, device: TestDevice, name: str, message: Message) -> Later[Message]:
    """A command whose first transaction is over, and whose second is still to come."""
    later = house.database.run(lambda connection: begin(house, device, connection, name, message))
    assert isinstance(later, Later)
    return later


def rest(house: House, later: Later[Message]) -> Message:
    """The rest of a command."""
    result = later.compute()
    return house.database.run(lambda connection: later.finish(connection, result))


def told(answer: Message) -> bytes:
    """An answer's bytes without what is random in every one: the id of its flow."""
    fields = msgspec.to_builtins(answer)
    if fields.get("flow") is not None:
        fields["flow"] = "a flow"
    return msgspec.json.encode(fields)


def account(house: House, user_id: str = USER_ID, device: TestDevice | None = None, **changes: Any) -> UUID:
    """An account of somebody with PASSWORD and ANSWER; its id."""
    before = {row.account_id for row in house.rows(t.accounts)}
    assert house.deliver(device or house.device(), sign_up(user_id, **changes)) is Outcome.ACCEPTED
    (made,) = {row.account_id for row in house.rows(t.accounts)} - before
    house.database.run(
        lambda connection: connection.execute(
            sa.update(t.accounts)
            .where(t.accounts.c.account_id == made)
            .values(password_hash=PASSWORD_HASH, question="first_pet", answer_hash=ANSWER_HASH)
        )
    )
    return UUID(str(made))


def log_in(
    house: House, device: TestDevice, password: str = PASSWORD, user_id: str = USER_ID, subject: UUID | None = None
) -> c.LoggedIn:
    """Log in."""
    message = c.LogIn(subject=subject or uuid.uuid4(), user_id=user_id, password=password)
    return ask(house, device, "log-in", message, c.LoggedIn)
