"""What the portal answers to a patient at the tablet: neutral, the same for people it knows and people it does not."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain.questions import SecretQuestion
from kiosk.domain.values import Sensitive


class MatchState(enum.Enum):
    """Which page follows the required questions (S16, S28, S29); FHIR's grade stays at the portal."""

    NONE = "none"
    CODE = "activation_code"
    """An invitation was printed or mailed to this person: its code is asked for (S16)."""
    ACCOUNT = "account_exists"
    """A certain match: the mail of S26 is on its way (S28)."""
    PHONE = "verify_phone"
    """A close match: "Verify by Phone Number." (S29)."""


@dataclass(frozen=True, slots=True)
class Match:
    """The portal's answer to what was typed.

    Attributes:
        flow: binds what follows (code, resend, phone code) to this answer; None with ``NONE``.
    """

    state: MatchState
    flow: UUID | None = None


class ReplyState(enum.Enum):
    """How a command ended (K1: what only the portal can do)."""

    DONE = "done"
    """Taken; where the answer must be neutral it says nothing else."""
    WRONG = "wrong"
    LOCKED = "locked"
    EXPIRED = "expired"
    """The flow or the code is too old or used up: begin again."""
    WAIT = "wait"
    """Asked too often; nothing was done (S18: once a minute, five a day)."""
    NOT_CONNECTED = "not_connected"
    """Nobody answered, so nothing is known and nothing was promised."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The end of a command.

    Attributes:
        until: end of the lock or of the wait, UTC; for the clock on the screen (S44).
    """

    state: ReplyState
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True, repr=False)
class SlipReply(Sensitive, Reply):
    """What a reset slip opens, or has done (F7).

    Attributes:
        user_id: the holder's, with ``DONE``; "" while the account has none, and one is to be chosen.
        taken: with ``WRONG``: somebody has the user ID that was chosen; nothing was changed.
    """

    user_id: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class LogInReply(Reply):
    """Whether user ID and password agree (S25).

    Attributes:
        flow: of the session at the portal, for ``join``; ends by itself after ten minutes.
        member: the account belongs to this practice already.
        missing: what "update profile" may ask: ``phone``, ``address``, ``contact_preference``.
    """

    flow: UUID | None = None
    member: bool = False
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RecoveryReply(Reply):
    """The question to answer (S33, S37): a stable decoy for people the portal does not know."""

    flow: UUID | None = None
    question: SecretQuestion | None = None


class RequestState(enum.Enum):
    """How far the front desk is with a patient's request (F4)."""

    WAITING = "waiting"
    ALLOWED = "allowed"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    """Not connected, or not decided yet by the portal."""


@dataclass(frozen=True, slots=True, repr=False)
class ChatLine(Sensitive):
    """One line of a chat (S40); ``number`` counts from 1."""

    number: int
    from_agent: bool
    author: str
    text: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, repr=False)
class ChatNews(Sensitive):
    """What happened in a chat since the line last seen.

    Attributes:
        state: ``waiting`` (in the queue), ``open`` (an agent is there), ``closed``; or ``offline``.
        agents: how many agents are on duty; 0 offers the call-back at once.
        place: how many patients wait before this one.
    """

    state: str
    lines: tuple[ChatLine, ...] = ()
    agent: str = ""
    agents: int = 0
    place: int = 0
