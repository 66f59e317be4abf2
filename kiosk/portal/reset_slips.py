"""The desk's one-time slip (F7): its code resets a password once, within the hour, with the date of birth.

The code is made at the desk and stands on the slip alone; here it is known by its lookup id (``protocol.reset_slip``).
A slip is a link on paper: it lives with the mailed ones (``tokens``), and a new password ends it.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.credentials import is_bcrypt_hash
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import Reply, ReplyState
from kiosk.domain.values import BirthDate
from kiosk.portal import limits, lockouts, new_password, practices, tokens
from kiosk.portal import tables as t
from kiosk.portal.context import Context
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.lockouts import Tried
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.tokens import Link, Purpose
from kiosk.protocol.commands import Done, UseResetSlip

_LOOKUP_ID: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_WRONG: Final = Reply(ReplyState.WRONG)


def issue(post: Post, account_id: UUID, lookup_id: str) -> dt.datetime:
    """Let a code reset the account's password; an older slip of the account is void from now on.

    Returns:
        until when, UTC.

    Raises:
        RequestRefusedError: ``malformed``: not a lookup id, or one that was used before.
    """
    check(lookup_id)
    if tokens.is_known(post.connection, lookup_id):
        raise RequestRefusedError("malformed", "every slip has a code of its own")
    tokens.issue(
        post.connection,
        post.keys,
        Purpose.RESET_SLIP,
        account_id=account_id,
        practice_id=post.practice.practice_id,
        now=post.now,
        token=lookup_id,
    )
    return post.now + tokens.LIFE[Purpose.RESET_SLIP]


def use(
    connection: sa.Connection,
    keys: PortalKeys,
    lookup_id: str,
    birth_date: BirthDate,
    password_hash: str,
    now: dt.datetime,
) -> Reply:
    """Set a new password with a slip, as the direct link does (S40), and use the slip up.

    Unknown, used, void, too old and a wrong date of birth are all ``WRONG``, and count alike: the fifth within 15
    minutes locks the code, known or not, for 15 minutes.

    Args:
        lookup_id: of the code that was typed.
        birth_date: as typed.
        password_hash: bcrypt of the new password, as ``credentials.is_bcrypt_hash`` demands.

    Returns:
        ``DONE``, ``WRONG``, or ``LOCKED`` with ``until``.

    Raises:
        RequestRefusedError: ``malformed``: not a lookup id.
    """
    refused = judge(connection, keys, lookup_id, birth_date, now)
    if refused is not None:
        return refused
    slip = tokens.use(connection, keys, Purpose.RESET_SLIP, lookup_id, now)
    if slip is None:
        return _WRONG
    post = Post(connection, keys, practices.get(connection, slip.practice_id), now)
    new_password.replace(post, slip.account_id, password_hash, uuid.uuid4())
    return Reply(ReplyState.DONE)


def judge(
    connection: sa.Connection, keys: PortalKeys, lookup_id: str, birth_date: BirthDate, now: dt.datetime
) -> Reply | None:
    """Count a try, as ``use`` does, and leave the slip as it is: whoever has to hash the password asks here before.

    Returns:
        ``WRONG``, or ``LOCKED`` with ``until``; None if code and date of birth agree.

    Raises:
        RequestRefusedError: ``malformed``: not a lookup id.
    """
    check(lookup_id)
    slip = tokens.look(connection, keys, Purpose.RESET_SLIP, lookup_id, now)
    right = slip is not None and _born(connection, slip) == birth_date.comparison
    until = lockouts.judge(connection, lockouts.key_of(keys, Tried.RESET_SLIP, lookup_id), now, right=right)
    if until is not None:
        return Reply(ReplyState.LOCKED, until)
    return None if right else _WRONG


def use_at_device(context: Context, asked: UseResetSlip) -> Done:
    """``use-reset-slip``: the slip at a tablet.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    birth_date = BirthDate.parse_iso(asked.birth_date, today=context.now.date() + dt.timedelta(days=1))
    if isinstance(birth_date, Refused) or not is_bcrypt_hash(asked.password_hash):
        raise RequestRefusedError("malformed", "not a date of birth and a hash of ours")
    wait = limits.identity_check(context.connection, context.caller.device_id, context.now)
    if wait is not None:
        return Done(state="wait", until=wait)
    reply = use(context.connection, context.keys, asked.lookup_id, birth_date, asked.password_hash, context.now)
    match reply.state:
        case ReplyState.DONE:
            return Done(state="done")
        case ReplyState.LOCKED:
            return Done(state="locked", until=reply.until)
        case _:
            return Done(state="wrong")


def check(lookup_id: str) -> None:
    """Refuse what no code has as its lookup id.

    Raises:
        RequestRefusedError: ``malformed``.
    """
    if not _LOOKUP_ID.fullmatch(lookup_id):
        raise RequestRefusedError("malformed", "not a lookup id")


def _born(connection: sa.Connection, slip: Link) -> str:
    query = sa.select(t.accounts.c.birth_date_cmp).where(t.accounts.c.account_id == slip.account_id)
    born: str = connection.execute(query).scalar_one()
    return born
