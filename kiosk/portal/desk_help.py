"""What a desk does for the holder of an account whose photo ID it checked (F7); it sees and sets no password.

Each act is kept with the check that it rests on and who made it, in one transaction. Accounts of other practices, and
staff that is not active here, are answered like none at all.
"""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from typing import Any, Final, Protocol
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.domain.refusals import Refused
from kiosk.domain.values import Email
from kiosk.portal import account_locks, identity, letters, limits, reset_slips
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.context import Context
from kiosk.portal.identity import Compared
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.commands import DeskChangeEmail, DeskMailReset, DeskSlipReset, DeskUnlock, Helped

_UNKNOWN: Final = Helped(state="unknown")
_DONE: Final = Helped(state="done")


class Act(enum.Enum):
    """What is recorded."""

    MAIL_RESET = "mail_reset"
    SLIP_RESET = "slip_reset"
    CHANGE_EMAIL = "change_email"
    UNLOCK = "unlock"


class _Asked(Protocol):
    @property
    def account_id(self) -> UUID: ...
    @property
    def id_document(self) -> str: ...
    @property
    def by(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """An account of the desk's practice, and what one of its staff saw of the holder."""

    account: sa.Row[Any]
    check: IdentityCheck


def mail_reset(context: Context, asked: DeskMailReset) -> Helped:
    """``desk-mail-reset``: the direct link, to the verified address on file alone (S40)."""
    seen = _see(context, asked)
    if seen is None:
        return _UNKNOWN
    if not seen.account.email or not seen.account.email_verified:
        return Helped(state="no_address")
    until = limits.letter(context.connection, "direct_reset", asked.account_id, context.now)
    if until is not None:
        return Helped(state="wait", until=until)
    letters.direct_reset(context.post, asked.account_id, _record(context, Act.MAIL_RESET, seen))
    return _DONE


def slip_reset(context: Context, asked: DeskSlipReset) -> Helped:
    """``desk-slip-reset``: a code made at the desk resets the password once (``reset_slips``)."""
    seen = _see(context, asked)
    if seen is None:
        return _UNKNOWN
    _record(context, Act.SLIP_RESET, seen)
    return Helped(state="done", until=reset_slips.issue(context.post, asked.account_id, asked.lookup_id))


def change_email(context: Context, asked: DeskChangeEmail) -> Helped:
    """``desk-change-email``: the link that makes an address the account's; the old one gets its notice then (S41)."""
    email = Email.parse(asked.email)
    if isinstance(email, Refused):
        raise RequestRefusedError("malformed", "not an email")
    seen = _see(context, asked)
    if seen is None:
        return _UNKNOWN
    until = limits.letter(context.connection, "verify_email", asked.account_id, context.now)
    if until is not None:
        return Helped(state="wait", until=until)
    letters.verify_email(context.post, asked.account_id, email.text, _record(context, Act.CHANGE_EMAIL, seen))
    return _DONE


def unlock(context: Context, asked: DeskUnlock) -> Helped:
    """``desk-unlock``: end the locks of log-in and recovery that time would end, too."""
    seen = _see(context, asked)
    if seen is None:
        return _UNKNOWN
    _record(context, Act.UNLOCK, seen)
    account_locks.end(context.connection, context.keys, seen.account, context.now)
    return _DONE


def _see(context: Context, asked: _Asked) -> _Seen | None:
    """Who it is for and who says so; None if either is not of this practice.

    Raises:
        RequestRefusedError: ``not_found`` for a tablet; ``malformed`` without a photo ID.
    """
    device = context.caller
    if device.role != "desk":
        raise RequestRefusedError("not_found", "only a desk helps with accounts")
    try:
        document = IdDocument(asked.id_document)
    except ValueError:
        raise RequestRefusedError("malformed", "a photo ID is needed") from None
    of_staff = sa.select(t.staff.c.staff_id).where(
        t.staff.c.staff_id == asked.by, t.staff.c.practice_id == device.practice_id, t.staff.c.active
    )
    of_practice = (
        sa.select(t.accounts)
        .join(t.memberships, t.memberships.c.account_id == t.accounts.c.account_id)
        .where(t.memberships.c.practice_id == device.practice_id, t.accounts.c.account_id == asked.account_id)
        .with_for_update(of=t.accounts)  # of two desks at once the second voids the first one's slip
    )
    account = context.connection.execute(of_practice).one_or_none()
    if account is None or context.connection.execute(of_staff).first() is None:
        return None
    check = IdentityCheck(practice_id=device.practice_id, by=asked.by, document=document, at=context.now)
    return _Seen(account, check)


def _record(context: Context, act: Act, seen: _Seen) -> UUID:
    """Keep the check and the act; returns the act's id, the cause of its letter."""
    device, account_id = context.caller, seen.account.account_id
    check_id = identity.note(
        context.connection,
        context.keys,
        seen.check,
        device_id=device.device_id,
        now=context.now,
        subject=account_id,
        person=Compared.of_row(seen.account),
        account_id=account_id,
    )
    act_id = uuid.uuid4()
    context.connection.execute(
        sa.insert(tp.desk_acts).values(
            act_id=act_id,
            practice_id=device.practice_id,
            account_id=account_id,
            device_id=device.device_id,
            staff_id=seen.check.by,
            act=act.value,
            check_id=check_id,
            at=context.now,
        )
    )
    return act_id
