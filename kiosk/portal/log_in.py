"""Log-in at the tablet: one account for many practices (S20-S23, S25). It joins the practice and ends there."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.patient_operations import Consent
from kiosk.domain.refusals import Refused
from kiosk.domain.values import UserId
from kiosk.portal import bcrypts, facts, flows, letters, limits, lockouts
from kiosk.portal import tables as t
from kiosk.portal.context import Context, Later
from kiosk.portal.engine import insert_once
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.lockouts import Tried
from kiosk.portal.people import MalformedError, check_consent
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.commands import Done, Join, LoggedIn, LogIn

_MISSING: Final[tuple[Literal["phone", "address", "contact_preference"], ...]] = (
    "phone",
    "address",
    "contact_preference",
)


def lock_key(keys: PortalKeys, typed: str) -> str:
    """The counter of a user ID as typed, in any case, whether anybody has it or not (S44)."""
    return lockouts.key_of(keys, Tried.LOG_IN, folded(typed))


def folded(typed: str) -> str:
    """A user ID as it is looked up."""
    return typed.strip().lower()


def account_of(connection: sa.Connection, typed: str) -> sa.Row[Any] | None:
    """The account with this user ID, in any case; None for a misshapen one, too."""
    parsed = UserId.parse(typed)
    if isinstance(parsed, Refused):
        return None
    return connection.execute(sa.select(t.accounts).where(t.accounts.c.user_id == parsed.text)).one_or_none()


def log_in(context: Context, asked: LogIn) -> LoggedIn | Later[LoggedIn]:
    """Compare user ID and password; wrong, unknown and misshapen are one answer, and cost the same."""
    wait = limits.identity_check(context.connection, context.caller.device_id, context.now)
    if wait is not None:
        return LoggedIn(state="wait", until=wait)
    key = lock_key(context.keys, asked.user_id)
    locked = lockouts.is_locked(context.connection, key, context.now)
    account = account_of(context.connection, asked.user_id)
    stored: str | None = None if account is None or locked else account.password_hash

    def compute() -> tuple[bool, str | None]:
        right = bcrypts.password_matches(asked.password, stored)
        renewed = right and stored is not None and bcrypts.is_cheap(stored)
        return right, bcrypts.new_hash(asked.password) if renewed else None

    def finish(connection: sa.Connection, result: tuple[bool, str | None]) -> LoggedIn:
        right, renewed = result
        member = None
        if right and account is not None:
            member = _still(connection, account.account_id, account.password_hash)
        until = lockouts.judge(connection, key, context.now, right=member is not None, in_a_row=lockouts.IN_A_ROW)
        if until is not None:
            return LoggedIn(state="locked", until=lockouts.clock(until))
        if member is None:
            return LoggedIn(state="wrong")
        if renewed is not None:
            update = sa.update(t.accounts).where(t.accounts.c.account_id == member.account_id)
            connection.execute(update.values(password_hash=renewed))
        return _welcome(context.within(connection), asked.subject, member)

    return Later(compute, finish)


def join(context: Context, asked: Join) -> Done:
    """The account of the flow joins this practice, with consent (S25); again is harmless.

    Raises:
        RequestRefusedError: ``malformed``: the consent names no text.
    """
    consent = Consent(text_id=asked.text_id, version=asked.version, language=asked.language, at=asked.at)
    try:
        check_consent(consent)
        at = consent.at.astimezone(dt.UTC) if consent.at.tzinfo else None
    except (MalformedError, OverflowError):
        at = None
    if at is None:
        raise RequestRefusedError("malformed", "not a consent")
    connection, device, now = context.connection, context.caller, context.now
    flow = flows.get(connection, context.keys, device, Purpose.LOG_IN, asked.flow, now)
    if flow is None or flow.account_id is None or flow.subject is None:
        return Done(state="expired")
    its = {"account_id": flow.account_id, "practice_id": device.practice_id}
    joined = insert_once(connection, t.memberships, its | {"since": now})
    agreed = {"text_id": consent.text_id, "version": consent.version, "language": consent.language, "at": at}
    insert_once(connection, t.consents, its | agreed)
    _may_update(context, flow.subject, flow.account_id)
    if joined:
        letters.practice_joined(context.post, flow.account_id, flow.flow_id)
    return Done(state="done")


def _may_update(context: Context, subject: UUID, account_id: UUID) -> None:
    """Let "update profile" follow. A photo ID that the desk saw for the draft stays the draft's.

    The desk compared it with what was typed there, not with the account: else a relative who knows the password would
    make the own card the holder's, and could have the email changed by support (S41).
    """
    facts.note(context.connection, context.caller.practice_id, subject, Fact.ACCOUNT, context.now, of=account_id)


def _still(connection: sa.Connection, account_id: UUID, compared: str) -> sa.Row[Any] | None:
    """The account, held, unless its password was changed while the old one was compared."""
    query = sa.select(t.accounts).where(t.accounts.c.account_id == account_id, t.accounts.c.password_hash == compared)
    return connection.execute(query.with_for_update()).one_or_none()


def _welcome(context: Context, subject: UUID, account: sa.Row[Any]) -> LoggedIn:
    """Who logs in gets a flow; a member's "update profile" may follow at once."""
    connection, device, now = context.connection, context.caller, context.now
    flow = flows.begin(
        connection, context.keys, device, Purpose.LOG_IN, now, subject=subject, account_id=account.account_id
    )
    of_practice = sa.select(t.memberships.c.since).where(
        t.memberships.c.account_id == account.account_id, t.memberships.c.practice_id == device.practice_id
    )
    member = connection.execute(of_practice).first() is not None
    if member:
        _may_update(context, subject, account.account_id)
    missing = tuple(name for name in _MISSING if not getattr(account, name))
    return LoggedIn(state="done", flow=flow, member=member, missing=missing)
