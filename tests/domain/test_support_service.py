"""Help and chat at the tablet: the portal's answers as they are, and a call-back request when there is none."""

import datetime as dt
from uuid import UUID

import pytest

from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import CallBack
from kiosk.domain.replies import ChatNews, Reply, ReplyState
from kiosk.domain.staff import AuditEntry
from kiosk.domain.support import ChatTopic
from kiosk.domain.support_service import SupportService
from kiosk.domain.values import Email, Language, Phone

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
FLOW, LINE, FRESH = UUID(int=1), UUID(int=2), UUID(int=3)


class _Line:
    """The portal's chat, the log and the rest."""

    def __init__(self) -> None:
        self.answer: tuple[ReplyState, UUID | None] = (ReplyState.DONE, FLOW)
        self.heard: list[tuple[object, ...]] = []
        self.recorded: list[tuple[Body, UUID, dt.datetime]] = []
        self.kicks = 0
        self.fault: StorageError | None = None

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> tuple[ReplyState, UUID | None]:
        self.heard.append((name, topic, language))
        return self.answer

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        self.heard.append((flow, line_id, text))
        return Reply(ReplyState.DONE)

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        self.heard.append((flow, after))
        return None

    def close_chat(self, flow: UUID) -> None:
        self.heard.append((flow,))

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        assert audit is None
        if self.fault:
            raise self.fault
        self.recorded.append((body, subject, at))
        return UUID(int=9)

    def audit(self, entry: AuditEntry) -> None:
        raise AssertionError("a patient leaves no staff audit row")

    def kick(self) -> None:
        self.kicks += 1

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        raise AssertionError("nobody waits for a call-back")

    def now(self) -> dt.datetime:
        return NOW

    def random_bytes(self, count: int) -> bytes:
        raise AssertionError("nothing random but the subject")

    def uuid4(self) -> UUID:
        return FRESH


@pytest.fixture
def line() -> _Line:
    """A portal with somebody to chat with."""
    return _Line()


@pytest.fixture
def service(line: _Line) -> SupportService:
    """The use cases over it."""
    return SupportService(log=line, deliveries=line, commands=line, clock=line, entropy=line)  # type: ignore[arg-type]  # the chat's commands alone


@pytest.mark.rule("S40")
@pytest.mark.parametrize(
    ("answer", "flow"),
    [
        ((ReplyState.DONE, FLOW), FLOW),
        ((ReplyState.NOT_CONNECTED, None), None),
        ((ReplyState.WAIT, FLOW), None),
        ((ReplyState.LOCKED, None), None),
    ],
)
def test_a_chat_opens_or_it_does_not(
    line: _Line, service: SupportService, answer: tuple[ReplyState, UUID | None], flow: UUID | None
) -> None:
    """Only when the portal took it; anything else leads to the call-back."""
    line.answer = answer
    assert service.open_chat("Maria", ChatTopic.PASSWORD, Language.SPANISH) == flow
    assert line.heard == [("Maria", ChatTopic.PASSWORD, Language.SPANISH)]


@pytest.mark.rule("S40", "S42")
def test_lines_go_and_come_as_they_are(line: _Line, service: SupportService) -> None:
    """Saying, listening and leaving are the portal's; not connected is an answer."""
    assert service.say(FLOW, LINE, "I forgot") == Reply(ReplyState.DONE)
    assert service.listen(FLOW, 3) is None
    service.close_chat(FLOW)
    assert line.heard == [(FLOW, LINE, "I forgot"), (FLOW, 3), (FLOW,)]


@pytest.mark.rule("S40")
@pytest.mark.parametrize(
    ("contact", "text"),
    [(Phone("+12125550123"), "+12125550123"), (Email("Maria@example.com", "maria@example.com"), "Maria@example.com")],
)
def test_a_call_back_is_sealed_and_sent_soon(
    line: _Line, service: SupportService, contact: Phone | Email, text: str
) -> None:
    """Name, contact and topic, under a subject of its own, connected or not."""
    service.ask_call_back("Maria", contact, ChatTopic.EMAIL, Language.ENGLISH)
    body = CallBack(name="Maria", contact=text, topic="email", language="en")
    assert line.recorded == [(body, FRESH, NOW)]
    assert line.kicks == 1


@pytest.mark.rule("S40")
def test_a_call_back_that_is_not_stored_is_not_promised(line: _Line, service: SupportService) -> None:
    """A full disk is said, not hidden."""
    line.fault = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.ask_call_back("Maria", Phone("+12125550123"), ChatTopic.OTHER, Language.ENGLISH)
    assert (line.recorded, line.kicks) == ([], 0)
