"""The mails the portal writes, one function each: who gets it, which link it holds, what its template needs.

Every letter is queued in the transaction of its cause and sent afterwards (``mail_outbox``). It goes to the address on
file; where there is none, nothing is written and the desk's slip takes its place (F7).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.portal import dates, mail_outbox, tables_people, tokens
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.mail_outbox import Kind
from kiosk.protocol.roster import lookup_id

_ACCOUNT: Final = sa.select(t.accounts).where(t.accounts.c.account_id == sa.bindparam("its_id"))


@dataclass(frozen=True, slots=True)
class Post:
    """Where letters are written: the cause's transaction and the practice in whose name they go."""

    connection: sa.Connection
    keys: PortalKeys
    practice: sa.Row[Any]
    now: dt.datetime


def invitation(post: Post, invited: sa.Row[Any], code: ActivationCode, cause: UUID) -> None:
    """``invitation``: link, code and QR; never date of birth or ZIP (S9)."""
    _invited(post, "invitation", invited, code, cause)


def code_resend(post: Post, invited: sa.Row[Any], code: ActivationCode, cause: UUID) -> None:
    """``code_resend``: a further code of the same invitation (S18)."""
    _invited(post, "code_resend", invited, code, cause)


def welcome(post: Post, account_id: UUID) -> None:
    """``welcome``, with the link that verifies the address (S8)."""
    account = _account(post, account_id)
    if account.email:
        link = _link(post, tokens.Purpose.VERIFY_EMAIL, account_id, data=account.email)
        _to_account(post, "welcome", account, account_id, {"link": link})


def verify_email(post: Post, account_id: UUID, address: str, cause: UUID) -> None:
    """``verify_email``: to a new address that is not yet the account's (S41)."""
    account = _account(post, account_id)
    link = _link(post, tokens.Purpose.VERIFY_EMAIL, account_id, data=address)
    _queue(post, "verify_email", address, account.language, cause, {"first": account.first, "link": link})


def account_exists(post: Post, account_id: UUID, cause: UUID) -> None:
    """``account_exists``: user ID and active memberships, to the address on file (S26)."""
    account = _account(post, account_id)
    fields = {"user_id": account.user_id or "", "practices": "\n".join(_practices(post, account_id))}
    _to_account(post, "account_exists", account, cause, fields)


def user_id_reminder(post: Post, account_ids: Sequence[UUID], cause: UUID) -> None:
    """``user_id_reminder``: to one address that several accounts may share; each with its first name (S34)."""
    accounts = [_account(post, account_id) for account_id in account_ids]
    lines = [f"{account.first}: {account.user_id}" for account in accounts if account.user_id]
    if accounts and lines:
        _to_account(post, "user_id_reminder", accounts[0], cause, {"user_ids": "\n".join(lines)})


def confirm_password(post: Post, account_id: UUID, pending_id: UUID, code: str) -> None:
    """``confirm_password``: the "confirm my password" link (24 h) and the 6-digit code (10 min) (S38)."""
    account = _account(post, account_id)
    link = _link(post, tokens.Purpose.CONFIRM_PASSWORD, account_id, data=str(pending_id))
    _to_account(post, "confirm_password", account, pending_id, {"link": link, "code": code})


def password_changed(post: Post, account_id: UUID, cause: UUID) -> None:
    """``password_changed``: a notice, without a link that could change anything (S39)."""
    _to_account(post, "password_changed", _account(post, account_id), cause, {})


def direct_reset(post: Post, account_id: UUID, cause: UUID) -> bool:
    """``direct_reset``: 60 minutes, single use, to the verified address only (S40).

    Returns:
        whether there is such an address.
    """
    account = _account(post, account_id)
    if not account.email or not account.email_verified:
        return False
    link = _link(post, tokens.Purpose.DIRECT_RESET, account_id)
    _to_account(post, "direct_reset", account, cause, {"link": link})
    return True


def choose_user_id(post: Post, account_id: UUID, cause: UUID) -> None:
    """``choose_user_id``: the wished one was taken (S4)."""
    account = _account(post, account_id)
    if account.email:
        link = _link(post, tokens.Purpose.CHOOSE_USER_ID, account_id)
        _to_account(post, "choose_user_id", account, cause, {"link": link})


def email_changed(post: Post, account_id: UUID, old_address: str, cause: UUID) -> None:
    """``email_changed``: to the old address (S41)."""
    account = _account(post, account_id)
    _queue(post, "email_changed", old_address, account.language, cause, {"first": account.first})


def practice_joined(post: Post, account_id: UUID, cause: UUID) -> None:
    """``practice_joined``: the account is now used at this practice, too (S25)."""
    _to_account(post, "practice_joined", _account(post, account_id), cause, {})


def see_front_desk(post: Post, address: str, *, first: str, language: str, cause: UUID) -> None:
    """``see_front_desk``: what was submitted made no account, and who left with "saved" is told so (S8); no reason.

    Args:
        address: as it was typed, or the invitation's.
    """
    _queue(post, "see_front_desk", address, language, cause, {"first": first})


def _invited(post: Post, kind: Kind, invited: sa.Row[Any], code: ActivationCode, cause: UUID) -> None:
    if not invited.email:
        return
    fields = {
        "first": invited.first,
        "code": code.grouped,
        "link": code.link(post.practice.host),
        "number": invited.number,
        "expires": dates.in_words(_expiry(post, invited, code), post.practice.time_zone, invited.language),
    }
    _queue(post, kind, invited.email, invited.language, cause, fields)


def _expiry(post: Post, invited: sa.Row[Any], code: ActivationCode) -> dt.datetime:
    """Until when a code works: a further one may outlive the invitation's first."""
    codes = tables_people.invitation_codes
    query = sa.select(codes.c.expires_at).where(
        codes.c.practice_id == invited.practice_id, codes.c.lookup_id == lookup_id(code, invited.practice_id)
    )
    found: dt.datetime | None = post.connection.execute(query).scalar_one_or_none()
    return found or cast(dt.datetime, invited.expires_at)


def _account(post: Post, account_id: UUID) -> sa.Row[Any]:
    return post.connection.execute(_ACCOUNT, {"its_id": account_id}).one()


def _practices(post: Post, account_id: UUID) -> list[str]:
    query = (
        sa.select(t.practices.c.name)
        .join(t.memberships, t.memberships.c.practice_id == t.practices.c.practice_id)
        .where(t.memberships.c.account_id == account_id)
        .order_by(t.memberships.c.since)
    )
    return list(post.connection.execute(query).scalars())


def _link(post: Post, purpose: tokens.Purpose, account_id: UUID, *, data: str = "") -> str:
    token = tokens.issue(
        post.connection,
        post.keys,
        purpose,
        account_id=account_id,
        practice_id=post.practice.practice_id,
        now=post.now,
        data=data,
    )
    return f"https://{post.practice.host}/{purpose.value}/{token}"


def _to_account(post: Post, kind: Kind, account: sa.Row[Any], cause: UUID, fields: dict[str, str]) -> None:
    if account.email:
        _queue(post, kind, account.email, account.language, cause, {"first": account.first} | fields)


def _queue(post: Post, kind: Kind, recipient: str, language: str, cause: UUID, fields: dict[str, str]) -> None:
    everywhere = {
        "practice": post.practice.name,
        "address": f"https://{post.practice.host}/",
        "network": post.practice.network_name,
    }
    mail = mail_outbox.Mail(
        practice_id=post.practice.practice_id,
        kind=kind,
        cause=cause,
        recipient=recipient,
        language=language,
        fields=everywhere | fields,
    )
    mail_outbox.queue(post.connection, post.keys, mail, post.now)
