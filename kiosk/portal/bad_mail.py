"""A mail that will never arrive becomes a case of the practice in whose name it was written (F4)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import Email
from kiosk.portal import cases, changes
from kiosk.portal import tables as t
from kiosk.portal.cases import Case


def note(connection: sa.Connection, mail_id: UUID, now: dt.datetime) -> None:
    """Open the case, if the address is that of the practice's own invitation or account.

    Another practice's people are none of this desk's business (F4): somebody who typed their name here, say for a
    forgotten user ID, would learn by the case that they exist. Those mails are listed for the portal's own staff.
    """
    mail = connection.execute(sa.select(t.mail_outbox).where(t.mail_outbox.c.mail_id == mail_id)).one()
    address = Email.parse(mail.recipient)
    if isinstance(address, Refused):
        return
    if mail.kind in ("invitation", "code_resend"):
        account_id, invitation_id = None, _invitation(connection, mail, address.comparison)
    else:
        account_id, invitation_id = _account(connection, mail, address.comparison), None
    about = account_id or invitation_id
    if about is not None:
        case = Case(
            kind="mail_failed", subject=about, op_id=mail_id, account_id=account_id, invitation_id=invitation_id
        )
        changes.append(connection, mail.practice_id, cases.open_case(connection, None, mail.practice_id, case, now))


def _account(connection: sa.Connection, mail: sa.Row[Any], address: str) -> UUID | None:
    """The newest member with this address; several may share it."""
    query = (
        sa.select(t.accounts.c.account_id)
        .join(t.memberships, t.memberships.c.account_id == t.accounts.c.account_id)
        .where(t.accounts.c.email_cmp == address, t.memberships.c.practice_id == mail.practice_id)
        .order_by(t.accounts.c.created_at.desc(), t.accounts.c.account_id)
        .limit(1)
    )
    found: UUID | None = connection.execute(query).scalar_one_or_none()
    return found


def _invitation(connection: sa.Connection, mail: sa.Row[Any], address: str) -> UUID | None:
    query = (
        sa.select(t.invitations.c.invitation_id)
        .where(t.invitations.c.email_cmp == address, t.invitations.c.practice_id == mail.practice_id)
        .order_by(t.invitations.c.made_at.desc(), t.invitations.c.invitation_id)
        .limit(1)
    )
    found: UUID | None = connection.execute(query).scalar_one_or_none()
    return found
