"""The desk's one-time slip (F7): with the date of birth it tells the user ID and resets the password, once, in an hour.

The code is made at the desk and stands on the slip alone; here it is known by its lookup id (``protocol.reset_slip``).
A slip is a link on paper: it lives with the mailed ones (``tokens``), and a new password ends it. An account that has
no user ID yet gets one with it (S2, S4).
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.credentials import is_bcrypt_hash
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import ReplyState, SlipReply
from kiosk.domain.values import BirthDate, Sensitive, UserId
from kiosk.portal import flows, limits, lockouts, new_password, practices, tokens, user_ids
from kiosk.portal import tables as t
from kiosk.portal.context import Context
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.lockouts import Tried
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.tokens import Purpose
from kiosk.protocol.commands import OpenResetSlip, SlipAnswer, UseResetSlip

_LOOKUP_ID: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_WRONG: Final = SlipReply(ReplyState.WRONG)


@dataclass(frozen=True, slots=True, repr=False)
class _Used(Sensitive):
    """Whose slip was used; the user ID is the holder's."""

    account_id: UUID
    user_id: str


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
    flows.end_of(post.connection, flows.Purpose.RESET_SLIP, account_id)
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
    *,
    user_id: UserId | None = None,
) -> SlipReply:
    """Set a new password with a slip, as the direct link does (S40), and use the slip up.

    Unknown, used, void, too old and a wrong date of birth are all ``WRONG``, and count alike: the fifth within 15
    minutes locks the code, known or not, for 15 minutes.

    Args:
        lookup_id: of the code that was typed.
        birth_date: as typed.
        password_hash: bcrypt of the new password, as ``credentials.is_bcrypt_hash`` demands.
        user_id: chosen for an account that has none (S4); of no use to one that has.

    Returns:
        ``DONE`` with the holder's user ID; ``WRONG``, ``taken`` if that was the user ID alone and the slip stays good;
        or ``LOCKED`` with ``until``.

    Raises:
        RequestRefusedError: ``malformed``: not a lookup id, or a user ID is missing.
    """
    used = _use(connection, keys, lookup_id, birth_date, password_hash, now, user_id, uuid.uuid4())
    return used if isinstance(used, SlipReply) else SlipReply(ReplyState.DONE, user_id=used.user_id)


def _use(
    connection: sa.Connection,
    keys: PortalKeys,
    lookup_id: str,
    birth_date: BirthDate,
    password_hash: str,
    now: dt.datetime,
    user_id: UserId | None,
    cause: UUID,
) -> _Used | SlipReply:
    judged = judge(connection, keys, lookup_id, birth_date, now)
    if judged.state is not ReplyState.DONE:
        return judged
    chosen = user_id if not judged.user_id else None
    if chosen is None and not judged.user_id:
        raise RequestRefusedError("malformed", "this account has no user ID yet")
    with connection.begin_nested() as savepoint:
        slip = tokens.use(connection, keys, Purpose.RESET_SLIP, lookup_id, now)
        if slip is None:
            return _WRONG
        if chosen is not None and not user_ids.take(connection, slip.account_id, chosen):
            savepoint.rollback()  # the slip stays good for another try
            return SlipReply(ReplyState.WRONG, taken=True)
    post = Post(connection, keys, practices.get(connection, slip.practice_id), now)
    new_password.replace(post, slip.account_id, password_hash, cause)
    if chosen is not None:
        user_ids.taken(post, slip.account_id)
    return _Used(slip.account_id, chosen.text if chosen else judged.user_id)


def judge(
    connection: sa.Connection, keys: PortalKeys, lookup_id: str, birth_date: BirthDate, now: dt.datetime
) -> SlipReply:
    """Count a try, as ``use`` does, and leave the slip as it is: whose it is, for who holds it and knows the date.

    Returns:
        ``DONE`` with the holder's user ID, "" while there is none; ``WRONG``; or ``LOCKED`` with ``until``.

    Raises:
        RequestRefusedError: ``malformed``: not a lookup id.
    """
    check(lookup_id)
    slip = tokens.look(connection, keys, Purpose.RESET_SLIP, lookup_id, now)
    holder = None if slip is None else _account(connection, slip.account_id)
    right = holder is not None and holder.birth_date_cmp == birth_date.comparison
    until = lockouts.judge(connection, lockouts.key_of(keys, Tried.RESET_SLIP, lookup_id), now, right=right)
    if until is not None:
        return SlipReply(ReplyState.LOCKED, until)
    if holder is None or not right:
        return _WRONG
    return SlipReply(ReplyState.DONE, user_id=holder.user_id or "")


def open_at_device(context: Context, asked: OpenResetSlip) -> SlipAnswer:
    """``open-reset-slip``: whose slip it is, at a tablet.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    birth_date = _birth_date(context, asked.birth_date)
    wait = limits.identity_check(context.connection, context.caller.device_id, context.now)
    if wait is not None:
        return SlipAnswer(state="wait", until=wait)
    return _answer(judge(context.connection, context.keys, asked.lookup_id, birth_date, context.now))


def use_at_device(context: Context, asked: UseResetSlip) -> SlipAnswer:
    """``use-reset-slip``: the slip at a tablet.

    The draft that used it may send its password again for the life of a flow, however often, and the patient may have
    typed another one: an answer may have been lost. The notice goes out once.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    birth_date = _birth_date(context, asked.birth_date)
    user_id = UserId.parse(asked.user_id) if asked.user_id else None
    if isinstance(user_id, Refused) or not is_bcrypt_hash(asked.password_hash):
        raise RequestRefusedError("malformed", "not a hash of ours, or no user ID")
    wait = limits.identity_check(context.connection, context.caller.device_id, context.now)
    if wait is not None:
        return SlipAnswer(state="wait", until=wait)
    before = _used_before(context, asked, birth_date)
    if before is not None:
        used, cause, flow_id = before
        new_password.replace(context.post, used.account_id, asked.password_hash, cause, keep=flow_id)
        return SlipAnswer(state="done", user_id=used.user_id)
    cause = uuid.uuid4()
    its = context.connection, context.keys, asked.lookup_id, birth_date, asked.password_hash, context.now
    reply = _use(*its, user_id, cause)
    return _answer(reply) if isinstance(reply, SlipReply) else _remember(context, asked, reply, cause)


def _used_before(context: Context, asked: UseResetSlip, birth_date: BirthDate) -> tuple[_Used, UUID, UUID] | None:
    """What this very draft has done with this slip, the cause of its notice and its flow; None if it has not."""
    its = context.connection, context.keys, context.caller
    flow = flows.of_draft(*its, flows.Purpose.RESET_SLIP, asked.subject, context.now)
    if flow is None or flow.account_id is None or flow.data["slip"] != asked.lookup_id:
        return None
    holder = _account(context.connection, flow.account_id)
    if holder.birth_date_cmp != birth_date.comparison:
        return None
    return _Used(holder.account_id, holder.user_id), UUID(flow.data["cause"]), flow.flow_id


def _remember(context: Context, asked: UseResetSlip, used: _Used, cause: UUID) -> SlipAnswer:
    """Begin what a retry finds; no retry begins it anew, or a slip would be good for ever."""
    its = context.connection, context.keys, context.caller, flows.Purpose.RESET_SLIP
    data = {"slip": asked.lookup_id, "cause": str(cause)}
    flows.begin(*its, context.now, subject=asked.subject, account_id=used.account_id, data=data)
    return SlipAnswer(state="done", user_id=used.user_id)


def check(lookup_id: str) -> None:
    """Refuse what no code has as its lookup id.

    Raises:
        RequestRefusedError: ``malformed``.
    """
    if not _LOOKUP_ID.fullmatch(lookup_id):
        raise RequestRefusedError("malformed", "not a lookup id")


def _birth_date(context: Context, asked: str) -> BirthDate:
    birth_date = BirthDate.parse_iso(asked, today=context.now.date() + dt.timedelta(days=1))
    if isinstance(birth_date, Refused):
        raise RequestRefusedError("malformed", "not a date of birth")
    return birth_date


def _answer(reply: SlipReply) -> SlipAnswer:
    match reply.state:
        case ReplyState.DONE:
            return SlipAnswer(state="done", user_id=reply.user_id)
        case ReplyState.LOCKED:
            return SlipAnswer(state="locked", until=reply.until)
        case _:
            return SlipAnswer(state="wrong", taken=reply.taken)


def _account(connection: sa.Connection, account_id: UUID) -> sa.Row[Any]:
    return connection.execute(sa.select(t.accounts).where(t.accounts.c.account_id == account_id)).one()
