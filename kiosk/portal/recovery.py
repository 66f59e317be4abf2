"""Forgotten user ID and forgotten password, as far as the secret question (S30-S37).

Whom the portal does not know is asked a question, too: always the same one for the same input. Every answer gets
``done``, right or wrong, and counts; so neither the words nor the lock tells whether it was right.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Callable, Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.credentials import SecurityAnswer, answer_secret, is_bcrypt_hash
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email
from kiosk.portal import bcrypts, digits, flows, letters, limits, lockouts, log_in, new_password
from kiosk.portal import tables as t
from kiosk.portal.context import Context, Later
from kiosk.portal.flows import Flow, Purpose
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.lockouts import Tried
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.commands import AnswerPassword, AnswerUserId, Asked, Done, RecoverPassword, RecoverUserId

_EXPIRED: Final = Done(state="expired")

_TWINS: Final = 2
"""Of those who share email and date of birth, the oldest accounts whose answer a user ID's mail goes out for.

Only one's question can be shown, the same at every try; so the answer is compared with each one's own, whatever
question stands there, and for everybody else with as many dummies. More would keep a tablet waiting too long (K1).
"""


def recover_user_id(context: Context, asked: RecoverUserId) -> Asked:
    """Ask the secret question of whoever has this email and date of birth (S31-S33).

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    email = Email.parse(asked.email)
    birth_date = BirthDate.parse_iso(asked.birth_date, today=context.now.date() + dt.timedelta(days=1))
    if isinstance(email, Refused) or isinstance(birth_date, Refused):
        raise RequestRefusedError("malformed", "not an email and a date of birth")
    who = (email.comparison, birth_date.comparison)
    found = _reminded(context.connection, *who)
    data = {"email": who[0], "birth_date": who[1]}
    return _ask(context, Purpose.USER_ID, Tried.USER_ID, who, found[0] if found else None, data)


def answer_user_id(context: Context, asked: AnswerUserId) -> Done | Later[Done]:
    """Mail the user IDs if the answer is right (S34); people who share email and birthday are listed together.

    It is right if it is that of one of them, to the question that this one chose.
    """

    def theirs(flow: Flow) -> Sequence[sa.Row[Any]]:
        return _reminded(context.connection, flow.data["email"], flow.data["birth_date"])[:_TWINS]

    def taken(context: Context, flow: Flow, account_id: UUID) -> None:
        found = _reminded(context.connection, flow.data["email"], flow.data["birth_date"])
        letters.user_id_reminder(context.post, [row.account_id for row in found], flow.flow_id)

    return _answer(context, Purpose.USER_ID, asked.flow, asked.answer, taken, theirs, runs=_TWINS)


def recover_password(context: Context, asked: RecoverPassword) -> Asked:
    """Ask the secret question of the account with this user ID (S36)."""
    account = log_in.account_of(context.connection, asked.user_id)
    who = (log_in.folded(asked.user_id),)
    return _ask(context, Purpose.PASSWORD, Tried.PASSWORD, who, account, {})


def answer_password(context: Context, asked: AnswerPassword) -> Done | Later[Done]:
    """Let the new password wait and mail link and code, if the answer is right (S37, S38).

    Raises:
        RequestRefusedError: ``malformed``: the hash is none that this portal takes.
    """
    if not is_bcrypt_hash(asked.password_hash):
        raise RequestRefusedError("malformed", "not a hash of ours")

    def its(flow: Flow) -> Sequence[sa.Row[Any]]:
        query = sa.select(t.accounts).where(t.accounts.c.account_id == flow.account_id)
        return context.connection.execute(query).all()

    def taken(context: Context, flow: Flow, account_id: UUID) -> None:
        new_password.wait(context.post, account_id, asked.password_hash, flow.flow_id)

    return _answer(context, Purpose.PASSWORD, asked.flow, asked.answer, taken, its, runs=1)


def lock_keys(keys: PortalKeys, account: sa.Row[Any]) -> list[str]:
    """The counters of an account's own user ID, and of its email with its date of birth, as ``_ask`` makes them."""
    its: list[tuple[Tried, tuple[str, ...]]] = []
    if account.user_id is not None:
        its.append((Tried.PASSWORD, (account.user_id,)))
    if account.email_cmp is not None:
        its.append((Tried.USER_ID, (account.email_cmp, account.birth_date_cmp)))
    return [lockouts.key_of(keys, tried, *who) for tried, who in its]


def _reminded(connection: sa.Connection, email: str, birth_date: str) -> Sequence[sa.Row[Any]]:
    """The accounts with this email and date of birth that have a user ID; the oldest first."""
    query = sa.select(t.accounts).where(
        t.accounts.c.email_cmp == email, t.accounts.c.birth_date_cmp == birth_date, t.accounts.c.user_id.is_not(None)
    )
    return connection.execute(query.order_by(t.accounts.c.created_at, t.accounts.c.account_id)).all()


def _ask(
    context: Context,
    purpose: Purpose,
    tried: Tried,
    who: tuple[str, ...],
    account: sa.Row[Any] | None,
    data: dict[str, str],
) -> Asked:
    wait = limits.identity_check(context.connection, context.caller.device_id, context.now)
    if wait is not None:
        return Asked(state="wait", until=wait)
    key = lockouts.key_of(context.keys, tried, *who)
    until = lockouts.until(context.connection, key, context.now)
    if until is not None:
        return Asked(state="locked", until=lockouts.clock(until))
    question = _decoy(context.keys, tried, who) if account is None else account.question
    flow = flows.begin(
        context.connection,
        context.keys,
        context.caller,
        purpose,
        context.now,
        account_id=None if account is None else account.account_id,
        data=data | {"key": key, "question": question},
    )
    return Asked(state="done", flow=flow, question=question)


def _decoy(keys: PortalKeys, tried: Tried, who: tuple[str, ...]) -> str:
    """The question for somebody unknown: the same at every try, and hardly ever another when questions are added."""

    def weight(question: SecretQuestion) -> bytes:
        text = "\0".join(("kiosk-decoy/1", tried.value, question.value, *who))
        return hmac.digest(keys.nonce, text.encode(), hashlib.sha256)

    return max(SecretQuestion, key=weight).value


def _answer(
    context: Context,
    purpose: Purpose,
    flow_id: UUID,
    answer: str,
    taken: Callable[[Context, Flow, UUID], None],
    whose: Callable[[Flow], Sequence[sa.Row[Any]]],
    *,
    runs: int,
) -> Done | Later[Done]:
    """Compare an answer.

    Args:
        taken: does what a right one is for.
        whose: the accounts that it may be of, at most ``runs``; asked for somebody known alone.
        runs: of bcrypt, for everybody.
    """
    flow = flows.get(context.connection, context.keys, context.caller, purpose, flow_id, context.now)
    if flow is None:
        return _EXPIRED
    key = flow.data["key"]
    locked = lockouts.is_locked(context.connection, key, context.now)
    known = [] if flow.account_id is None else list(whose(flow))
    account = known[0] if known else None
    kept: list[tuple[str, str | None]] = [] if locked else [(row.question, row.answer_hash) for row in known]
    kept += [(flow.data["question"], None)] * (runs - len(kept))

    def compute() -> bool:
        typed = SecurityAnswer(answer)
        found = [bcrypts.matches(answer_secret(SecretQuestion(asked), typed), stored) for asked, stored in kept]
        return any(found)  # after all of them have run

    def finish(connection: sa.Connection, right: bool) -> Done:
        until = lockouts.hold(connection, key, context.now)
        if until is not None:
            return Done(state="locked", until=lockouts.clock(until))
        lockouts.failed(connection, key, context.now)
        still = flows.get(connection, context.keys, context.caller, purpose, flow_id, context.now)
        if still is None:
            return _EXPIRED
        answered = still.data | {"answered": "1"}
        ends = context.now + digits.LIFE
        flows.change(connection, context.keys, still, data=answered, tries=0, expires_at=ends)
        if not right or account is None or account.email_cmp is None:
            return Done(state="done")
        if limits.may_mail(connection, context.keys, account.email_cmp, context.now):
            taken(context.within(connection), still, account.account_id)
        return Done(state="done")

    return Later(compute, finish)
