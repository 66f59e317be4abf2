"""A mail that its server refuses for good becomes a case of the practice in whose name it was written (F4).

What the server takes and sends back later (a bounce, RFC 3464) reaches the sender's mailbox, which nobody reads here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import Email
from kiosk.portal import cases, changes
from kiosk.portal import tables as t
from kiosk.portal.cases import Case
from kiosk.portal.changes import Changed

_INVITES: Final = frozenset({"invitation", "code_resend"})


def note(connection: sa.Connection, mail_id: UUID, now: dt.datetime) -> None:
    """Open the case, if the address is that of the practice's own invitation or account.

    Another practice's people are none of this desk's business (F4): somebody who typed their name here, say for a
    forgotten user ID, would learn by the case that they exist. Those mails are listed for the portal's own staff
    (``kiosk-portal mail list``).
    """
    mail = _mail(connection, mail_id)
    about = next(iter(_whose(connection, mail)), None)
    if about is None:
        return
    invited = mail.kind in _INVITES
    case = Case(
        kind="mail_failed",
        subject=about,
        op_id=mail_id,
        account_id=None if invited else about,
        invitation_id=about if invited else None,
    )
    changes.append(connection, mail.practice_id, cases.open_case(connection, None, mail.practice_id, case, now))


def settle(connection: sa.Connection, mail_id: UUID, now: dt.datetime) -> None:
    """A mail went out to that address again, so nobody has to care any more."""
    mail = _mail(connection, mail_id)
    its = (t.cases.c.practice_id == mail.practice_id, t.cases.c.kind == "mail_failed", t.cases.c.state == "open")
    if connection.execute(sa.select(t.cases.c.case_id).where(*its).limit(1)).first() is None:
        return
    settled: list[Changed] = []
    for about in _whose(connection, mail):
        settled += cases.withdraw(connection, mail.practice_id, "mail_failed", now, subject=about)
    changes.append(connection, mail.practice_id, settled)


def _mail(connection: sa.Connection, mail_id: UUID) -> sa.Row[Any]:
    return connection.execute(sa.select(t.mail_outbox).where(t.mail_outbox.c.mail_id == mail_id)).one()


def _whose(connection: sa.Connection, mail: sa.Row[Any]) -> Sequence[UUID]:
    """The practice's accounts, or its invitations, with the mail's address, the newest first: several may share it."""
    address = Email.parse(mail.recipient)
    if isinstance(address, Refused):
        return ()
    if mail.kind in _INVITES:
        its = t.invitations.c
        query = (
            sa.select(its.invitation_id)
            .where(its.email_cmp == address.comparison, its.practice_id == mail.practice_id)
            .order_by(its.made_at.desc(), its.invitation_id)
        )
    else:
        its = t.accounts.c
        query = (
            sa.select(its.account_id)
            .join(t.memberships, t.memberships.c.account_id == its.account_id)
            .where(its.email_cmp == address.comparison, t.memberships.c.practice_id == mail.practice_id)
            .order_by(its.created_at.desc(), its.account_id)
        )
    return connection.execute(query).scalars().all()
