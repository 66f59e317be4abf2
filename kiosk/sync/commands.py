"""A patient's commands: what only the portal can do (K1)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.patient_operations import Consent
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import ChatLine, ChatNews, LogInReply, RecoveryReply, Reply, ReplyState, SlipReply
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Language, Phone, UserId
from kiosk.protocol import commands as c
from kiosk.protocol import reset_slip
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire import Message
from kiosk.sync.gateway import LOOKUP_TIMEOUT_S
from kiosk.sync.sealed import SealedLine

BCRYPT_TIMEOUT_S: Final = 10.0
"""For what the portal compares with bcrypt, behind others perhaps; a patient waits so long for a log-in."""

_NOT_CONNECTED: Final = Reply(ReplyState.NOT_CONNECTED)


class PortalCommands:
    """``kiosk.domain.patient_ports.Commands`` over a sealed line; any failure means "not connected"."""

    def __init__(self, line: SealedLine, practice_id: UUID) -> None:
        """Speak for a device of this practice."""
        self._line = line
        self._practice_id = practice_id

    def resend_code(self, flow: UUID) -> Reply:
        """Send a code to the invitation's contact on file (S18)."""
        return self._reply("resend-code", c.ResendCode(flow=flow))

    def check_code(self, flow: UUID, code: ActivationCode) -> Reply:
        """Whether it is the code that was asked for (S16); the code itself does not travel."""
        return self._reply("check-code", c.CheckCode(flow=flow, lookup_id=lookup_id(code, self._practice_id)))

    def send_phone_code(self, flow: UUID, phone: Phone) -> Reply:
        """Send six digits, if the number is on file (S29)."""
        return self._reply("phone-code", c.SendPhoneCode(flow=flow, phone=phone.e164))

    def check_phone_code(self, flow: UUID, code: str) -> Reply:
        """Whether these are the six digits."""
        return self._reply("check-phone-code", c.CheckPhoneCode(flow=flow, code=code))

    def log_in(self, subject: UUID, user_id: str, password: str) -> LogInReply:
        """Both as typed (S25)."""
        request = c.LogIn(subject=subject, user_id=user_id, password=password)
        answer = self._line.send("log-in", request, c.LoggedIn, BCRYPT_TIMEOUT_S)
        if answer is None:
            return LogInReply(ReplyState.NOT_CONNECTED)
        state = ReplyState(answer.state)
        return LogInReply(state, answer.until, answer.flow, answer.member, frozenset(answer.missing))

    def join(self, flow: UUID, consent: Consent) -> Reply:
        """The account joins this practice."""
        request = c.Join(
            flow=flow, text_id=consent.text_id, version=consent.version, language=consent.language, at=consent.at
        )
        return self._reply("join", request)

    def recover_user_id(self, email: Email, birth_date: BirthDate, language: Language) -> RecoveryReply:
        """S31, S32."""
        request = c.RecoverUserId(email=email.text, birth_date=birth_date.comparison, language=language.value)
        return self._asked("recover-user-id", request)

    def answer_user_id(self, flow: UUID, answer: SecurityAnswer) -> Reply:
        """S33, S34."""
        return self._reply("answer-user-id", c.AnswerUserId(flow=flow, answer=answer.folded), BCRYPT_TIMEOUT_S)

    def recover_password(self, user_id: str, language: Language) -> RecoveryReply:
        """S36; the user ID as typed."""
        return self._asked("recover-password", c.RecoverPassword(user_id=user_id, language=language.value))

    def answer_password(self, flow: UUID, answer: SecurityAnswer, password_hash: str) -> Reply:
        """S37."""
        request = c.AnswerPassword(flow=flow, answer=answer.folded, password_hash=password_hash)
        return self._reply("answer-password", request, BCRYPT_TIMEOUT_S)

    def confirm_password(self, flow: UUID, code: str, password: str) -> Reply:
        """S39."""
        request = c.ConfirmPassword(flow=flow, code=code, password=password)
        return self._reply("confirm-password", request, BCRYPT_TIMEOUT_S)

    def open_reset_slip(self, code: ActivationCode, birth_date: BirthDate) -> SlipReply:
        """F7; the code itself does not travel."""
        request = c.OpenResetSlip(lookup_id=reset_slip.lookup_id(code), birth_date=birth_date.comparison)
        return self._slip("open-reset-slip", request)

    def use_reset_slip(
        self, subject: UUID, code: ActivationCode, birth_date: BirthDate, password_hash: str, user_id: UserId | None
    ) -> SlipReply:
        """F7; the code itself does not travel."""
        request = c.UseResetSlip(
            subject=subject,
            lookup_id=reset_slip.lookup_id(code),
            birth_date=birth_date.comparison,
            password_hash=password_hash,
            user_id=user_id.text if user_id else "",
        )
        return self._slip("use-reset-slip", request)

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> tuple[ReplyState, UUID | None]:
        """S40."""
        request = c.OpenChat(name=name, topic=topic.value, language=language.value)
        answer = self._line.send("open-chat", request, c.ChatOpened)
        return (ReplyState.NOT_CONNECTED, None) if answer is None else (ReplyState(answer.state), answer.flow)

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        """One line; the same ``line_id`` again is the same line."""
        return self._reply("say", c.Say(flow=flow, line_id=line_id, text=text))

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        """What is new since line ``after``; None if not connected."""
        heard = self._line.send("listen", c.Listen(flow=flow, after=after), c.Heard)
        if heard is None:
            return None
        lines = tuple(ChatLine(line.number, line.from_agent, line.author, line.text, line.at) for line in heard.lines)
        return ChatNews(heard.state, lines, heard.agent, heard.agents, heard.place)

    def close_chat(self, flow: UUID) -> None:
        """Leaving ends the chat; not being connected ends it, too."""
        self._reply("close-chat", c.CloseChat(flow=flow))

    def _reply(self, name: str, request: Message, timeout_s: float = LOOKUP_TIMEOUT_S) -> Reply:
        done = self._line.send(name, request, c.Done, timeout_s)
        return _NOT_CONNECTED if done is None else Reply(ReplyState(done.state), done.until)

    def _slip(self, name: str, request: Message) -> SlipReply:
        answer = self._line.send(name, request, c.SlipAnswer)
        if answer is None:
            return SlipReply(ReplyState.NOT_CONNECTED)
        return SlipReply(ReplyState(answer.state), answer.until, answer.user_id, answer.taken)

    def _asked(self, name: str, request: Message) -> RecoveryReply:
        asked = self._line.send(name, request, c.Asked, BCRYPT_TIMEOUT_S)
        if asked is None:
            return RecoveryReply(ReplyState.NOT_CONNECTED)
        try:
            question = SecretQuestion(asked.question) if asked.question else None
        except ValueError:  # of a newer portal: this tablet has no words for it
            return RecoveryReply(ReplyState.NOT_CONNECTED)
        return RecoveryReply(ReplyState(asked.state), asked.until, asked.flow, question)
