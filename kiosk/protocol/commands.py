"""Commands: what only the portal can do (K1). Sealed to the portal, answered at once, never queued.

Each is ``POST /v1/commands/NAME`` with a ``Sealed`` body, signed by the device like every call. What is sealed is one
of the messages below, as JSON; HPKE's ``info`` binds it to path and device, the request's own signature to the moment.
Answers are signed and neutral: the same for people the portal knows and people it does not.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal
from uuid import UUID

from kiosk.protocol.wire import Message


class Sealed(Message, frozen=True, kw_only=True):
    """The body of every command.

    Attributes:
        key_id: of the portal's sealing key.
        sealed: HPKE (RFC 9180), base64url.
    """

    key_id: str
    sealed: str


State = Literal["done", "wrong", "locked", "expired", "wait"]
"""The values of ``domain.replies.ReplyState``, but for ``not_connected``, which no portal says."""


class Done(Message, frozen=True, kw_only=True):
    """The end of a command; ``until`` (UTC) with ``locked`` and ``wait``."""

    state: State
    until: dt.datetime | None = None


class ResendCode(Message, frozen=True, kw_only=True):
    """``resend-code``: send a code to the invitation's contact on file (S18); ``flow`` is the match's."""

    flow: UUID


class CheckCode(Message, frozen=True, kw_only=True):
    """``check-code``: the activation code of the asked-for invitation (S16), by its lookup id."""

    flow: UUID
    lookup_id: str


class SendPhoneCode(Message, frozen=True, kw_only=True):
    """``phone-code``: the number typed for "Verify by Phone Number." (S29); ``done`` whether it is on file or not."""

    flow: UUID
    phone: str


class CheckPhoneCode(Message, frozen=True, kw_only=True):
    """``check-phone-code``: six digits."""

    flow: UUID
    code: str


class LogIn(Message, frozen=True, kw_only=True):
    """``log-in``: any text is taken; a misshapen one costs the same as a wrong one."""

    subject: UUID
    user_id: str
    password: str


class LoggedIn(Message, frozen=True, kw_only=True):
    """``flow`` serves ``join``; ``missing`` names what the profile lacks."""

    state: State
    until: dt.datetime | None = None
    flow: UUID | None = None
    member: bool = False
    missing: tuple[Literal["phone", "address", "contact_preference"], ...] = ()


class Join(Message, frozen=True, kw_only=True):
    """``join``: the account joins this practice, with consent (S25); queues ``practice_joined``."""

    flow: UUID
    text_id: str
    version: str
    language: str
    at: dt.datetime


class RecoverUserId(Message, frozen=True, kw_only=True):
    """``recover-user-id``: email and date of birth (S31, S32)."""

    email: str
    birth_date: str
    language: str


class RecoverPassword(Message, frozen=True, kw_only=True):
    """``recover-password``: the user ID (S36)."""

    user_id: str
    language: str


class Asked(Message, frozen=True, kw_only=True):
    """The secret question, or a stable decoy; value of ``SecretQuestion``."""

    state: State
    until: dt.datetime | None = None
    flow: UUID | None = None
    question: str = ""


class AnswerUserId(Message, frozen=True, kw_only=True):
    """``answer-user-id``: ``answer`` is ``SecurityAnswer.folded``; ``done`` whether it is right or not (S34)."""

    flow: UUID
    answer: str


class AnswerPassword(Message, frozen=True, kw_only=True):
    """``answer-password``: the answer and bcrypt of the new password, which waits (S37); ``done`` either way."""

    flow: UUID
    answer: str
    password_hash: str


class ConfirmPassword(Message, frozen=True, kw_only=True):
    """``confirm-password``: the mail's 6-digit code and the new password typed again (S39)."""

    flow: UUID
    code: str
    password: str


class OpenChat(Message, frozen=True, kw_only=True):
    """``open-chat``: who is there and about what (S40); ``topic`` is a value of ``ChatTopic``."""

    name: str
    topic: str
    language: str


class ChatOpened(Message, frozen=True, kw_only=True):
    """``flow`` is the chat."""

    state: State
    until: dt.datetime | None = None
    flow: UUID | None = None


class Say(Message, frozen=True, kw_only=True):
    """``say``: one line, 1-1000 characters; the same ``line_id`` again is the same line."""

    flow: UUID
    line_id: UUID
    text: str


class Listen(Message, frozen=True, kw_only=True):
    """``listen``: what was said after line ``after``; proof, too, that the patient is still there."""

    flow: UUID
    after: int


class Line(Message, frozen=True, kw_only=True):
    """One line of a chat."""

    number: int
    from_agent: bool
    author: str
    text: str
    at: dt.datetime


class Heard(Message, frozen=True, kw_only=True):
    """Presence, place in the queue and what is new."""

    state: Literal["waiting", "open", "closed"]
    lines: list[Line]
    agent: str = ""
    agents: int = 0
    place: int = 0


class CloseChat(Message, frozen=True, kw_only=True):
    """``close-chat``: leaving ends the chat."""

    flow: UUID


class OpenResetSlip(Message, frozen=True, kw_only=True):
    """``open-reset-slip``: whose a desk's one-time slip is (F7): its code's lookup id and the date of birth.

    ``wrong`` for unknown, used, expired and a wrong date of birth alike; ``locked`` after five; ``wait`` like a log-in.
    The slip stays as it is.
    """

    lookup_id: str
    birth_date: str


class UseResetSlip(Message, frozen=True, kw_only=True):
    """``use-reset-slip``: bcrypt of the new password; the user ID that is chosen, where ``open-reset-slip`` named none.

    It answers and counts like ``open-reset-slip``. ``subject`` is the draft's: the same one at the same device may ask
    again for 15 minutes, in case it did not hear the answer.
    """

    subject: UUID
    lookup_id: str
    birth_date: str
    password_hash: str
    user_id: str = ""


class SlipAnswer(Message, frozen=True, kw_only=True):
    """The answer to both.

    Attributes:
        user_id: the holder's, with ``done``; "" while the account has none.
        taken: with ``wrong``: somebody has the user ID that was chosen; nothing was changed.
    """

    state: State
    until: dt.datetime | None = None
    user_id: str = ""
    taken: bool = False


HelpState = Literal["done", "no_address", "wait", "unknown"]
"""The values of ``domain.desk_help.HelpState``, but for ``not_connected``, which no portal says."""


class Helped(Message, frozen=True, kw_only=True):
    """The end of a desk's command about an account (F7); ``until`` (UTC) with ``wait``, and of a slip's life."""

    state: HelpState
    until: dt.datetime | None = None


class DeskMailReset(Message, frozen=True, kw_only=True):
    """``desk-mail-reset``: the direct link, to the verified address on file; ``by`` saw the photo ID (F7)."""

    account_id: UUID
    id_document: str
    by: UUID


class DeskSlipReset(Message, frozen=True, kw_only=True):
    """``desk-slip-reset``: a code that the desk made resets the password once; only its lookup id travels (F7)."""

    account_id: UUID
    id_document: str
    by: UUID
    lookup_id: str


class DeskChangeEmail(Message, frozen=True, kw_only=True):
    """``desk-change-email``: mail the link that makes an address the account's (F7)."""

    account_id: UUID
    id_document: str
    by: UUID
    email: str


class DeskUnlock(Message, frozen=True, kw_only=True):
    """``desk-unlock``: end the locks that time would end, too (F7)."""

    account_id: UUID
    id_document: str
    by: UUID
