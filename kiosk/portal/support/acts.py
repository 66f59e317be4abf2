"""What an agent does for a patient in a chat; each doing is recorded with the identity check it rests on (S40, S41).

An agent sees and chooses no password: every link goes to an address on file, or to a new one after a check.
"""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import Email
from kiosk.portal import letters, limits, practices
from kiosk.portal import tables_support as t
from kiosk.portal.letters import Post
from kiosk.portal.mail_outbox import Kind
from kiosk.portal.support import people, queue
from kiosk.portal.support.people import Found
from kiosk.portal.support.visit import Visit

ADDRESS_ON_FILE: Final = "address_on_file"
"""The check of what goes to the address on file alone: only its owner reads it."""

SEARCHES: Final = ((30, dt.timedelta(hours=1)),)
"""How often one agent may look for accounts."""


class Act(enum.Enum):
    """What is recorded; never what was said."""

    SEARCHED = "searched"
    OFFERED = "offered"
    """One of several that a search found."""
    FOUND = "found"
    DIRECT_RESET = "direct_reset"
    USER_ID = "user_id"
    PHONE_CODE_SENT = "phone_code_sent"
    PHONE_CODE_WRONG = "phone_code_wrong"
    PHONE_CODE_RIGHT = "phone_code_right"
    DESK_PHOTO_ID = "desk_photo_id"
    EMAIL_UPDATE = "email_update"


class Told(enum.Enum):
    """How a doing ended, for the agent's page."""

    FOUND = "found"
    NOBODY = "nobody"
    SEVERAL = "several"
    TOO_MANY_SEARCHES = "too_many_searches"
    RESET_SENT = "reset_sent"
    USER_ID_SENT = "user_id_sent"
    NO_ADDRESS = "no_address"
    NO_USER_ID = "no_user_id"
    NO_ACCOUNT = "no_account"
    NOT_YOURS = "not_yours"
    WAIT = "wait"
    CODE_SENT = "code_sent"
    NO_PHONE = "no_phone"
    NO_MORE_CODES = "no_more_codes"
    CODE_RIGHT = "code_right"
    CODE_WRONG = "code_wrong"
    CODE_EXPIRED = "code_expired"
    DESK_CHECKED = "desk_checked"
    NO_DESK_CHECK = "no_desk_check"
    EMAIL_SENT = "email_sent"
    NOT_CHECKED = "not_checked"
    BAD_EMAIL = "bad_email"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One doing in a chat, as the agent sees it."""

    act: str
    agent: str
    identity_check: str
    at: dt.datetime


def search(visit: Visit, chat_id: UUID, *, user_id: str, email: str, birth_date: str) -> tuple[Told, list[Found]]:
    """Look for the account by user ID, or by email and date of birth; a single one becomes the chat's.

    Returns:
        how it ended, and with ``SEVERAL`` the accounts to choose from.
    """
    if queue.own(visit, chat_id) is None:
        return Told.NOT_YOURS, []
    if limits.take(visit.connection, f"support-search:{visit.agent_id}", visit.now, *SEARCHES) is not None:
        return Told.TOO_MANY_SEARCHES, []
    record(visit, Act.SEARCHED, chat_id, None)
    today = visit.now.date() + dt.timedelta(days=1)  # of any zone: this only keeps nonsense out
    found = (
        people.by_user_id(visit.connection, visit.keys, user_id)
        if user_id.strip()
        else people.by_email(visit.connection, visit.keys, email, birth_date, today)
    )
    if len(found) == 1:
        return _take(visit, chat_id, found[0].account_id), []
    for each in found:
        record(visit, Act.OFFERED, chat_id, each.account_id)
    return (Told.SEVERAL, found) if found else (Told.NOBODY, [])


def choose(visit: Visit, chat_id: UUID, account_id: UUID) -> Told:
    """Make one of the accounts that a search in the chat found the chat's."""
    if queue.own(visit, chat_id) is None:
        return Told.NOT_YOURS
    acts = t.support_acts.c
    offered = sa.select(acts.act_id).where(
        acts.chat_id == chat_id, acts.account_id == account_id, acts.act == Act.OFFERED.value
    )
    if visit.connection.execute(offered).first() is None:
        return Told.NOBODY
    return _take(visit, chat_id, account_id)


def _take(visit: Visit, chat_id: UUID, account_id: UUID) -> Told:
    """Make an account the chat's; a check of another account's holder does not count for it."""
    chat = queue.own(visit, chat_id)
    if chat is None:
        return Told.NOT_YOURS
    if chat.account_id != account_id:
        change(visit, chat_id, account_id=account_id, identity_check="", phone_code=None)
    record(visit, Act.FOUND, chat_id, account_id)
    return Told.FOUND


def send_direct_reset(visit: Visit, chat_id: UUID) -> Told:
    """Send the link to reset the password, to the verified address on file only (S40)."""
    chat = about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    if not people.get(visit.connection, visit.keys, chat.account_id).email_verified:
        return Told.NO_ADDRESS
    if _too_soon(visit, "direct_reset", chat.account_id):
        return Told.WAIT
    cause = record(visit, Act.DIRECT_RESET, chat_id, chat.account_id, ADDRESS_ON_FILE)
    return Told.RESET_SENT if letters.direct_reset(post(visit, chat), chat.account_id, cause) else Told.NO_ADDRESS


def send_user_id(visit: Visit, chat_id: UUID) -> Told:
    """Send the user ID to the address on file (S41); it stands on no page of ours."""
    chat = about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    found = people.get(visit.connection, visit.keys, chat.account_id)
    if not found.masked_email:
        return Told.NO_ADDRESS
    if not found.has_user_id:
        return Told.NO_USER_ID
    if _too_soon(visit, "user_id_reminder", chat.account_id):
        return Told.WAIT
    cause = record(visit, Act.USER_ID, chat_id, chat.account_id, ADDRESS_ON_FILE)
    letters.user_id_reminder(post(visit, chat), [chat.account_id], cause)
    return Told.USER_ID_SENT


def update_email(visit: Visit, chat_id: UUID, typed: str) -> Told:
    """Send the link that makes a new address the account's, once who chats was checked (S41)."""
    chat = about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    if not chat.identity_check:
        return Told.NOT_CHECKED
    email = Email.parse(typed)
    if isinstance(email, Refused):
        return Told.BAD_EMAIL
    if _too_soon(visit, "verify_email", chat.account_id):
        return Told.WAIT
    cause = record(visit, Act.EMAIL_UPDATE, chat_id, chat.account_id, chat.identity_check)
    letters.verify_email(post(visit, chat), chat.account_id, email.text, cause)
    return Told.EMAIL_SENT


def done_in(visit: Visit, chat_id: UUID) -> list[Recorded]:
    """What was done in a chat, in order; not whom a search found, since most of them are somebody else."""
    acts = t.support_acts
    query = sa.select(acts, t.agents.c.display_name).join(t.agents, t.agents.c.agent_id == acts.c.agent_id)
    query = query.where(acts.c.chat_id == chat_id, acts.c.act != Act.OFFERED.value)
    rows = visit.connection.execute(query.order_by(acts.c.at))
    return [Recorded(row.act, row.display_name, row.identity_check, row.at) for row in rows]


def about(visit: Visit, chat_id: UUID) -> sa.Row[Any] | Told:
    """The agent's own open chat, locked, if it is about an account."""
    chat = queue.own(visit, chat_id)
    if chat is None:
        return Told.NOT_YOURS
    return Told.NO_ACCOUNT if chat.account_id is None else chat


def record(visit: Visit, act: Act, chat_id: UUID, account_id: UUID | None, check: str = "") -> UUID:
    """Record who did what for whom, after which check; returns the act's id, the cause of its letter."""
    act_id = uuid.uuid4()
    visit.connection.execute(
        sa.insert(t.support_acts).values(
            act_id=act_id,
            agent_id=visit.agent_id,
            act=act.value,
            chat_id=chat_id,
            account_id=account_id,
            identity_check=check,
            at=visit.now,
        )
    )
    return act_id


def change(visit: Visit, chat_id: UUID, **values: Any) -> None:
    """Set columns of a chat."""
    visit.connection.execute(sa.update(t.chats).where(t.chats.c.chat_id == chat_id).values(**values))


def post(visit: Visit, chat: sa.Row[Any]) -> Post:
    """Letters go in the name of the practice where the patient is."""
    practice = practices.get(visit.connection, chat.practice_id)
    return Post(visit.connection, visit.keys, practice, visit.now)


def _too_soon(visit: Visit, letter: Kind, account_id: UUID) -> bool:
    return limits.letter(visit.connection, letter, account_id, visit.now) is not None
