"""Help, chat and call-back at the tablet (S40, S42): each use case is one blocking call for a worker."""

from __future__ import annotations

from uuid import UUID

from kiosk.domain.patient_operations import CallBack
from kiosk.domain.patient_ports import Commands
from kiosk.domain.ports import Clock, Deliveries, Entropy, OperationLog
from kiosk.domain.replies import ChatNews, Reply, ReplyState
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Email, Language, Phone


class SupportService:
    """A chat needs the portal; a call-back request is recorded like any other operation, connected or not."""

    def __init__(
        self, *, log: OperationLog, deliveries: Deliveries, commands: Commands, clock: Clock, entropy: Entropy
    ) -> None:
        self._log = log
        self._deliveries = deliveries
        self._commands = commands
        self._clock = clock
        self._entropy = entropy

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> UUID | None:
        """The chat's flow; None if nobody answers, or no chat can be had now: then a call-back is offered."""
        state, flow = self._commands.open_chat(name, topic, language)
        return flow if state is ReplyState.DONE else None

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        """One line; the same ``line_id`` again is the same line."""
        return self._commands.say(flow, line_id, text)

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        """What is new since line ``after``; None if not connected."""
        return self._commands.listen(flow, after)

    def close_chat(self, flow: UUID) -> None:
        """Leaving ends the chat."""
        self._commands.close_chat(flow)

    def ask_call_back(self, name: str, contact: Phone | Email, topic: ChatTopic, language: Language) -> None:
        """Record a sealed request under a subject of its own: it belongs to no draft.

        Raises:
            StorageError: nothing was stored; the same request can be tried again.
        """
        body = CallBack(
            name=name,
            contact=contact.e164 if isinstance(contact, Phone) else contact.text,
            topic=topic.value,
            language=language.value,
        )
        self._log.record(body, subject=self._entropy.uuid4(), at=self._clock.now())
        self._deliveries.kick()
