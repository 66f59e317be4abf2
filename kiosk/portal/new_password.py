"""A new password that waits until its owner confirms it (S37-S39).

The old one stays valid until the mail's code, at the same tablet, or the mail's link *and* the new password typed again
prove that whoever chose it reads the account's mail and knows it. Then everything else of the account ends.
"""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import bcrypts, digits, flows, letters, lockouts, log_in, practices, tokens
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.context import Context, Later
from kiosk.portal.flows import Flow, Purpose
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.lockouts import Tried
from kiosk.protocol.commands import ConfirmPassword, Done

_CONFIRMED: Final = "pending_id"
"""What a ``CONFIRMED`` flow holds."""


class Confirmed(enum.Enum):
    """What became of a try to confirm by link."""

    DONE = "done"
    WRONG = "wrong"
    LOCKED = "locked"
    GONE = "gone"
    """The link is used, void, or too old."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The end of a try; ``until`` with ``LOCKED``."""

    state: Confirmed
    until: dt.datetime | None = None


def wait(post: Post, account_id: UUID, password_hash: str, flow_id: UUID) -> None:
    """Let a new password wait, and mail its link and code; an older one of the account no longer waits."""
    pending_id, code = uuid.uuid4(), digits.draw()
    _forget_waiting(post.connection, account_id, post.now)
    post.connection.execute(
        sa.insert(tp.pending_passwords).values(
            pending_id=pending_id,
            account_id=account_id,
            password_hash=password_hash,
            code_hash=digits.hashed(post.keys, pending_id, code),
            flow_id=flow_id,
            tries=0,
            created_at=post.now,
            expires_at=post.now + tokens.LIFE[tokens.Purpose.CONFIRM_PASSWORD],
        )
    )
    letters.confirm_password(post, account_id, pending_id, code)


def confirm_password(context: Context, asked: ConfirmPassword) -> Done | Later[Done]:
    """``confirm-password``: code and password typed again at the tablet that asked (S39).

    Who is unknown, answered wrong or waits for nothing has the same three tries, each as costly as another's. Once it
    is confirmed, here or by the link, the same digits and password are told so again: an answer may have been lost.
    """
    now = context.now
    flow = _flow(context, asked.flow)
    if flow is None or flow.tries >= digits.TRIES:
        return Done(state="expired")
    flows.change(context.connection, context.keys, flow, tries=flow.tries + 1)
    pending = context.connection.execute(_of_flow(flow, now)).one_or_none()
    stored: str | None = None if pending is None else pending.password_hash

    def finish(connection: sa.Connection, right: bool) -> Done:
        its = context.within(connection)
        if pending is None or not right:
            return Done(state="wrong")
        if not digits.agree(context.keys, pending.pending_id, asked.code, pending.code_hash):
            return Done(state="wrong")
        if _take(its.post, pending.pending_id):
            return Done(state="done")
        still = _flow(its, asked.flow)  # of two tries at once the other confirmed it
        done = still is not None and still.data.get(_CONFIRMED) == str(pending.pending_id)
        return Done(state="done" if done else "wrong")

    return Later(lambda: bcrypts.password_matches(asked.password, stored), finish)


def confirm_by_link(
    connection: sa.Connection, keys: PortalKeys, token: str, typed: str, now: dt.datetime
) -> Confirmation | Later[Confirmation]:
    """Confirm with the mail's link and the new password typed again (S39): for a POST; a GET only looks.

    Args:
        token: from the link.
        typed: the password as typed on the page.
    """
    link = tokens.look(connection, keys, tokens.Purpose.CONFIRM_PASSWORD, token, now)
    waits = None if link is None else tp.pending_passwords.c.pending_id == UUID(link.data)
    pending = None if waits is None else connection.execute(_waiting(now).where(waits)).one_or_none()
    if link is None or pending is None:
        return Confirmation(Confirmed.GONE)
    key = _lock_key(keys, pending.pending_id)
    until = lockouts.until(connection, key, now)
    if until is not None:
        return Confirmation(Confirmed.LOCKED, until)
    practice_id, pending_id, stored = link.practice_id, pending.pending_id, pending.password_hash

    def finish(connection: sa.Connection, right: bool) -> Confirmation:
        until = lockouts.judge(connection, key, now, right=right)
        if until is not None:
            return Confirmation(Confirmed.LOCKED, until)
        if not right:
            return Confirmation(Confirmed.WRONG)
        post = Post(connection, keys, practices.get(connection, practice_id), now)
        return Confirmation(Confirmed.DONE if _take(post, pending_id) else Confirmed.GONE)

    return Later(lambda: bcrypts.password_matches(typed, stored), finish)


def lock_keys(
    connection: sa.Connection, keys: PortalKeys, account_ids: Sequence[UUID], now: dt.datetime
) -> dict[UUID, str]:
    """The counters of those accounts' waiting passwords; an account has at most one that waits."""
    its = _waiting(now).where(tp.pending_passwords.c.account_id.in_(account_ids))
    return {row.account_id: _lock_key(keys, row.pending_id) for row in connection.execute(its)}


def replace(post: Post, account_id: UUID, password_hash: str, cause: UUID, *, keep: UUID | None = None) -> None:
    """Give the account a new password; its flows, waiting passwords and links that could change one end (S39).

    The lock of its log-in ends, too: its owner was proved by mail or by the desk. A notice goes out.

    Args:
        cause: what the notice is about; the same cause is told once.
        keep: the flow that this ends well: it stays, to say so again.
    """
    connection = post.connection
    update = sa.update(t.accounts).where(t.accounts.c.account_id == account_id)
    account = connection.execute(update.values(password_hash=password_hash).returning(t.accounts.c.user_id)).one()
    if account.user_id is not None:
        lockouts.clear(connection, log_in.lock_key(post.keys, account.user_id))
    _forget_waiting(connection, account_id, post.now)
    others = (tp.flows.c.account_id == account_id, *(() if keep is None else (tp.flows.c.flow_id != keep,)))
    connection.execute(sa.delete(tp.flows).where(*others))
    tokens.end(connection, post.keys, account_id, post.now)
    tokens.void(connection, tokens.Purpose.RESET_SLIP, account_id, post.now)  # a new email leaves it: it is no mail
    letters.password_changed(post, account_id, cause)


def _take(post: Post, pending_id: UUID) -> bool:
    """Use a waiting password up; of two at once, one does."""
    waits = (tp.pending_passwords.c.pending_id == pending_id, tp.pending_passwords.c.used_at.is_(None))
    taken = post.connection.execute(
        sa.update(tp.pending_passwords).where(*waits).values(used_at=post.now).returning(tp.pending_passwords)
    ).one_or_none()
    if taken is None:
        return False
    flows.confirmed(post.connection, post.keys, taken.flow_id, post.now, **{_CONFIRMED: str(pending_id)})
    replace(post, taken.account_id, taken.password_hash, pending_id, keep=taken.flow_id)
    return True


def _flow(context: Context, flow_id: UUID) -> Flow | None:
    """The flow whose question was answered, or whose password is confirmed."""
    its = context.connection, context.keys, context.caller
    confirmed = flows.get(*its, Purpose.CONFIRMED, flow_id, context.now)
    answered = flows.get(*its, Purpose.PASSWORD, flow_id, context.now)
    return confirmed or (answered if answered is not None and "answered" in answered.data else None)


def _of_flow(flow: Flow, now: dt.datetime) -> sa.Select[Any]:
    """The password that waits for the flow's digits, or that they confirmed."""
    table = tp.pending_passwords
    if flow.purpose is Purpose.CONFIRMED:
        return sa.select(table).where(table.c.pending_id == UUID(flow.data[_CONFIRMED]))
    return _waiting(now).where(table.c.flow_id == flow.flow_id, table.c.created_at > now - digits.LIFE)


def _lock_key(keys: PortalKeys, pending_id: UUID) -> str:
    return lockouts.key_of(keys, Tried.CONFIRM, str(pending_id))


def _waiting(now: dt.datetime) -> sa.Select[Any]:
    table = tp.pending_passwords
    return sa.select(table).where(table.c.used_at.is_(None), table.c.expires_at > now)


def _forget_waiting(connection: sa.Connection, account_id: UUID, now: dt.datetime) -> None:
    its = (tp.pending_passwords.c.account_id == account_id, tp.pending_passwords.c.used_at.is_(None))
    connection.execute(sa.update(tp.pending_passwords).where(*its).values(used_at=now))
