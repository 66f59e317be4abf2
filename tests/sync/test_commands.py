"""The device's side of commands: sealed, typed, and "not connected" whatever goes wrong (K1)."""

import datetime as dt
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.errors import KioskError, NotConnectedError, NotTrustedError, PortalRefusedError
from kiosk.domain.patient_operations import Consent
from kiosk.domain.patient_ports import Commands
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import ChatLine, ChatNews, LogInReply, RecoveryReply, Reply, ReplyState, SlipReply
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Language, Phone, UserId
from kiosk.protocol import commands as c
from kiosk.protocol import reset_slip
from kiosk.protocol.command_seal import open_command, path_of
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire import Message
from kiosk.sync.commands import PortalCommands
from kiosk.sync.gateway import Gateway
from kiosk.sync.sealed import SealedLine
from tests.store.samples import DEVICE_ID, NOW, PRACTICE_ID
from tests.sync.line import gateway_to
from tests.sync.portal_server import PortalServer
from tests.sync.portal_server import Reply as HttpReply

FLOW, LINE_ID, SUBJECT = UUID(int=11), UUID(int=12), UUID(int=13)
CODE = ActivationCode.from_entropy(bytes(range(9)))
ANSWER = SecurityAnswer("rex")
CONSENT = Consent(text_id="portal-terms", version="1", language="es", at=NOW)
EMAIL = Email("Maria@example.org", "maria@example.org")
BORN = BirthDate(dt.date(1984, 7, 9))
UNTIL = NOW + dt.timedelta(minutes=15)
TOPIC = next(iter(ChatTopic))


@dataclass
class Line:
    """Stands in for the gateway: opens what is sealed, and answers or fails as told."""

    key: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    answer: Message | KioskError = field(default_factory=lambda: c.Done(state="done"))
    asked: list[tuple[str, Message, float]] = field(default_factory=list)
    takes: type[Message] = c.ResendCode

    def call(self, method: str, path: str, request: Message, gives: type[Message], *, timeout_s: float) -> Message:
        """One call."""
        assert method == "POST"
        assert isinstance(request, c.Sealed)
        name = path.rpartition("/")[2]
        assert path == path_of(name)
        opened = open_command(request, self.takes, name, device_id=DEVICE_ID, keys={"seal-7": self.key})
        self.asked.append((name, opened, timeout_s))
        if isinstance(self.answer, KioskError):
            raise self.answer
        assert isinstance(self.answer, gives)
        return self.answer


def commands_over(line: Any, key: X25519PrivateKey) -> PortalCommands:
    """The adapter; the portal's newest sealing key is ``seal-7``."""
    public = key.public_key().public_bytes_raw()
    return PortalCommands(SealedLine(line, device_id=DEVICE_ID, sealing_key=lambda: ("seal-7", public)), PRACTICE_ID)


Ask = Callable[[Commands], object]
OFFLINE = Reply(ReplyState.NOT_CONNECTED)

TABLE: dict[str, tuple[Ask, Message, float, object]] = {
    "resend-code": (lambda it: it.resend_code(FLOW), c.ResendCode(flow=FLOW), 3, OFFLINE),
    "check-code": (
        lambda it: it.check_code(FLOW, CODE),
        c.CheckCode(flow=FLOW, lookup_id=lookup_id(CODE, PRACTICE_ID)),
        3,
        OFFLINE,
    ),
    "phone-code": (
        lambda it: it.send_phone_code(FLOW, Phone("+16175550123")),
        c.SendPhoneCode(flow=FLOW, phone="+16175550123"),
        3,
        OFFLINE,
    ),
    "check-phone-code": (
        lambda it: it.check_phone_code(FLOW, "123456"),
        c.CheckPhoneCode(flow=FLOW, code="123456"),
        3,
        OFFLINE,
    ),
    "log-in": (
        lambda it: it.log_in(SUBJECT, " Maria ", "Summer 2019"),
        c.LogIn(subject=SUBJECT, user_id=" Maria ", password="Summer 2019"),
        10,
        LogInReply(ReplyState.NOT_CONNECTED),
    ),
    "join": (
        lambda it: it.join(FLOW, CONSENT),
        c.Join(flow=FLOW, text_id="portal-terms", version="1", language="es", at=NOW),
        3,
        OFFLINE,
    ),
    "recover-user-id": (
        lambda it: it.recover_user_id(EMAIL, BORN, Language.SPANISH),
        c.RecoverUserId(email="Maria@example.org", birth_date="1984-07-09", language="es"),
        10,
        RecoveryReply(ReplyState.NOT_CONNECTED),
    ),
    "answer-user-id": (
        lambda it: it.answer_user_id(FLOW, ANSWER),
        c.AnswerUserId(flow=FLOW, answer="rex"),
        10,
        OFFLINE,
    ),
    "recover-password": (
        lambda it: it.recover_password("Maria", Language.ENGLISH),
        c.RecoverPassword(user_id="Maria", language="en"),
        10,
        RecoveryReply(ReplyState.NOT_CONNECTED),
    ),
    "answer-password": (
        lambda it: it.answer_password(FLOW, ANSWER, "a hash"),
        c.AnswerPassword(flow=FLOW, answer="rex", password_hash="a hash"),
        10,
        OFFLINE,
    ),
    "confirm-password": (
        lambda it: it.confirm_password(FLOW, "123456", "Winter2020"),
        c.ConfirmPassword(flow=FLOW, code="123456", password="Winter2020"),
        10,
        OFFLINE,
    ),
    "open-reset-slip": (
        lambda it: it.open_reset_slip(CODE, BORN),
        c.OpenResetSlip(lookup_id=reset_slip.lookup_id(CODE), birth_date="1984-07-09"),
        3,
        SlipReply(ReplyState.NOT_CONNECTED),
    ),
    "use-reset-slip": (
        lambda it: it.use_reset_slip(SUBJECT, CODE, BORN, "a hash", UserId("maria27")),
        c.UseResetSlip(
            subject=SUBJECT,
            lookup_id=reset_slip.lookup_id(CODE),
            birth_date="1984-07-09",
            password_hash="a hash",
            user_id="maria27",
        ),
        3,
        SlipReply(ReplyState.NOT_CONNECTED),
    ),
    "open-chat": (
        lambda it: it.open_chat("Maria", TOPIC, Language.ENGLISH),
        c.OpenChat(name="Maria", topic=TOPIC.value, language="en"),
        3,
        (ReplyState.NOT_CONNECTED, None),
    ),
    "say": (lambda it: it.say(FLOW, LINE_ID, "Hello"), c.Say(flow=FLOW, line_id=LINE_ID, text="Hello"), 3, OFFLINE),
    "listen": (lambda it: it.listen(FLOW, 4), c.Listen(flow=FLOW, after=4), 3, None),
    "close-chat": (lambda it: it.close_chat(FLOW), c.CloseChat(flow=FLOW), 3, None),
}
each_command = pytest.mark.parametrize("name", TABLE)


def test_the_table_holds_every_command() -> None:
    """As many as the port has."""
    port = [name for name in vars(Commands) if not name.startswith("_")]
    assert len(port) == len(TABLE)


@each_command
@pytest.mark.parametrize(
    "fault",
    [NotConnectedError("no answer"), NotTrustedError("not signed"), PortalRefusedError("busy")],
    ids=lambda fault: type(fault).__name__,
)
@pytest.mark.rule("K1")
def test_sealed_and_not_connected(name: str, fault: KioskError) -> None:
    """Each command seals what was typed, waits as long as bcrypt needs at most, and no failure is an error."""
    ask, sent, timeout_s, offline = TABLE[name]
    line = Line(answer=fault, takes=type(sent))
    assert ask(commands_over(line, line.key)) == offline
    assert line.asked == [(name, sent, timeout_s)]


@pytest.mark.parametrize("state", typing.get_args(c.State))
def test_states(state: c.State) -> None:
    """Every word of the portal's has its reply, with the end of the wait."""
    line = Line(answer=c.Done(state=state, until=UNTIL))
    assert commands_over(line, line.key).resend_code(FLOW) == Reply(ReplyState(state), UNTIL)


@pytest.mark.rule("F7")
def test_what_a_slip_opens() -> None:
    """The holder's user ID, or that the chosen one is taken."""
    line = Line(answer=c.SlipAnswer(state="done", user_id="maria27"), takes=c.OpenResetSlip)
    assert commands_over(line, line.key).open_reset_slip(CODE, BORN) == SlipReply(ReplyState.DONE, user_id="maria27")
    line = Line(answer=c.SlipAnswer(state="wrong", taken=True), takes=c.UseResetSlip)
    said = commands_over(line, line.key).use_reset_slip(SUBJECT, CODE, BORN, "a hash", None)
    assert said == SlipReply(ReplyState.WRONG, taken=True)
    sent = line.asked[0][1]
    assert isinstance(sent, c.UseResetSlip)
    assert sent.user_id == ""


@pytest.mark.rule("S23", "S44")
def test_log_in() -> None:
    """A log-in brings its flow and what the profile lacks; a lock its end."""
    line = Line(takes=c.LogIn)
    commands = commands_over(line, line.key)
    line.answer = c.LoggedIn(state="done", flow=FLOW, member=True, missing=("phone",))
    assert commands.log_in(SUBJECT, "x", "y") == LogInReply(ReplyState.DONE, None, FLOW, True, frozenset({"phone"}))
    line.answer = c.LoggedIn(state="locked", until=UNTIL)
    assert commands.log_in(SUBJECT, "x", "y") == LogInReply(ReplyState.LOCKED, UNTIL)


@pytest.mark.rule("S33", "S37")
def test_questions() -> None:
    """The question is a member of ours; one of a newer portal's, for which there are no words, is no answer."""
    line = Line(takes=c.RecoverPassword)
    commands = commands_over(line, line.key)
    line.answer = c.Asked(state="done", flow=FLOW, question="first_pet")
    assert commands.recover_password("x", Language.ENGLISH) == RecoveryReply(
        ReplyState.DONE, None, FLOW, SecretQuestion.FIRST_PET
    )
    line.answer = c.Asked(state="locked", until=UNTIL)
    assert commands.recover_password("x", Language.ENGLISH) == RecoveryReply(ReplyState.LOCKED, UNTIL)
    line.answer = c.Asked(state="done", flow=FLOW, question="first_robot")
    assert commands.recover_password("x", Language.ENGLISH) == RecoveryReply(ReplyState.NOT_CONNECTED)


@pytest.mark.rule("S40")
def test_chat() -> None:
    """A chat's flow, and what was said in it."""
    line = Line(answer=c.ChatOpened(state="done", flow=FLOW), takes=c.OpenChat)
    commands = commands_over(line, line.key)
    assert commands.open_chat("Maria", TOPIC, Language.ENGLISH) == (ReplyState.DONE, FLOW)
    said = c.Line(number=5, from_agent=True, author="Sam", text="Hello", at=NOW)
    line.answer, line.takes = c.Heard(state="open", lines=[said], agent="Sam", agents=2, place=1), c.Listen
    expected = ChatNews("open", (ChatLine(5, True, "Sam", "Hello", NOW),), "Sam", 2, 1)
    assert commands.listen(FLOW, 4) == expected


@pytest.mark.rule("K1")
def test_over_the_real_line(server: PortalServer) -> None:
    """Signed and sealed to a server on a socket: nothing typed stands in the body; an unsigned answer is none."""
    gateway: Gateway = gateway_to(server)
    key = X25519PrivateKey.generate()
    commands = commands_over(gateway, key)
    server.command = lambda request: c.LoggedIn(state="wrong")
    assert commands.log_in(SUBJECT, "canary.user1", "Canary77") == LogInReply(ReplyState.WRONG)
    assert ("POST", "/v1/commands/log-in") in server.seen
    assert b"anary" not in b"".join(server.bodies)
    server.twist = lambda method, path, reply: HttpReply(reply.status, reply.body) if method == "POST" else reply
    assert commands.log_in(SUBJECT, "canary.user1", "Canary77") == LogInReply(ReplyState.NOT_CONNECTED)
