"""Support without HTTP: the commands of tablets and the doings of agents, each in a transaction of its own."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import tables_support as t
from kiosk.portal.context import Context
from kiosk.portal.support import agents, chats, sessions
from kiosk.portal.support.sessions import Session
from kiosk.portal.support.visit import Visit
from kiosk.protocol import commands as c
from tests.portal.device import TestDevice
from tests.portal.house import House
from tests.support.agents import Agent, add_agent

T = TypeVar("T")


@dataclass
class Support:
    """A house with support; its clock is the house's."""

    house: House

    def agent(self, user_name: str = "ana", display_name: str = "Ana") -> Agent:
        """Make an agent."""
        return add_agent(self.house.database, self.house.keys, user_name, display_name, self.house.now)

    def sign_in(self, agent: Agent, code: str | None = None, *, right: bool = True) -> UUID | None:
        """Try to sign in, with the code of now if no other is given."""
        house = self.house

        def work(connection: sa.Connection) -> UUID | None:
            known = agents.look_up(connection, house.keys, agent.user_name)
            given = agent.code(house.now) if code is None else code
            return agents.decide(connection, known, right=right, code=given, now=house.now)

        return house.database.run(work)

    def at_work(self, agent: Agent, *, available: bool = True) -> str:
        """Begin a session; returns its cookie."""

        def work(connection: sa.Connection) -> str:
            token = sessions.begin(connection, agent.agent_id, self.house.now)
            session = sessions.find(connection, token, self.house.now, acted=True)
            assert session is not None
            sessions.set_available(connection, session, available)
            return token

        return self.house.database.run(work)

    def session(self, token: str, *, acted: bool = True) -> Session | None:
        """The session of a cookie."""
        return self.house.database.run(lambda c: sessions.find(c, token, self.house.now, acted=acted))

    def do(self, token: str, doing: Callable[[Visit], T]) -> T:
        """Let an agent do something."""

        def work(connection: sa.Connection) -> T:
            session = sessions.find(connection, token, self.house.now, acted=True)
            assert session is not None, "the session is over"
            return doing(Visit(connection, self.house.keys, session, self.house.now))

        return self.house.database.run(work)

    def on_duty(self) -> int:
        """How many agents patients are told of."""
        return self.house.database.run(lambda c: sessions.on_duty(c, self.house.now))

    def open(self, device: TestDevice, name: str = "Rosalind", topic: str = "password") -> UUID:
        """Open a chat that has to open."""
        opened = self.command(device, chats.open_chat, c.OpenChat(name=name, topic=topic, language="en"))
        assert opened.state == "done"
        assert opened.flow is not None
        return opened.flow

    def say(self, device: TestDevice, chat_id: UUID, text: str, line_id: UUID | None = None) -> str:
        """Say a line; the answer's state."""
        line = c.Say(flow=chat_id, line_id=line_id or uuid.uuid4(), text=text)
        return self.command(device, chats.say, line).state

    def listen(self, device: TestDevice, chat_id: UUID, after: int = 0) -> c.Heard:
        """Listen."""
        return self.command(device, chats.listen, c.Listen(flow=chat_id, after=after))

    def leave(self, device: TestDevice, chat_id: UUID) -> None:
        """Close the chat from the tablet."""
        self.command(device, chats.close_chat, c.CloseChat(flow=chat_id))

    def chat(self, chat_id: UUID) -> sa.Row[Any]:
        """A chat's row."""
        return next(row for row in self.house.rows(t.chats) if row.chat_id == chat_id)

    def command(self, device: TestDevice, answer: Callable[[Context, Any], T], message: Any) -> T:
        """Run a command as the portal does."""

        def work(connection: sa.Connection) -> T:
            known = self.house.known(connection, device)
            context = Context(connection=connection, keys=self.house.keys, now=self.house.now, device=known, query="")
            return answer(context, message)

        return self.house.database.run(work)
