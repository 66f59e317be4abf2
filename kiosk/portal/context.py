"""What a call may use, and answers that need more than one transaction."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from kiosk.portal import practices
from kiosk.portal.devices import Device
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a call may use.

    Attributes:
        device: who calls; None where nobody has to prove anything.
        query: the query string, without its question mark.
    """

    connection: sa.Connection
    keys: PortalKeys
    now: dt.datetime
    device: Device | None
    query: str

    @property
    def caller(self) -> Device:
        """The device of a call that demands one."""
        if self.device is None:
            raise TypeError("this call demands a device")
        return self.device

    @property
    def post(self) -> Post:
        """Writes letters in the name of the caller's practice, in this transaction."""
        practice = practices.get(self.connection, self.caller.practice_id)
        return Post(self.connection, self.keys, practice, self.now)

    def within(self, connection: sa.Connection) -> Context:
        """The same in another transaction."""
        return dataclasses.replace(self, connection=connection)


@dataclass(frozen=True, slots=True)
class Later(Generic[A_co]):
    """An answer that waits for bcrypt, which takes a quarter of a second and must hold no transaction meanwhile.

    Attributes:
        compute: runs in a worker, without a database (``bcrypts``).
        finish: gets its result in a transaction of its own; it looks again at all that may have changed.
        is_password: what is computed waits in the short queue of passwords, or is turned away; else it is slower and
            has to be done, since the first transaction stands.
    """

    compute: Callable[[], Any]
    finish: Callable[[sa.Connection, Any], A_co]
    is_password: bool = True


def answer(database: Database, begin: Callable[[sa.Connection], A | Later[A]]) -> A:
    """Run all of an answer in this thread: for callers that are no event loop."""
    first = database.run(begin)
    if not isinstance(first, Later):
        return first
    result = first.compute()
    return database.run(lambda connection: first.finish(connection, result))
