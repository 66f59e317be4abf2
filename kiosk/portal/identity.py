"""Photo IDs that front desks checked, kept with the account they speak for (F4, F7; ``domain.assurance``).

A desk often looks before there is an account: then the check is the draft's (or invitation's), and becomes the
account's when the draft makes or joins one.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.tables_people import identity_checks as checks
from kiosk.protocol.identity import VERSION, Statement, issue


def note(
    connection: sa.Connection,
    keys: PortalKeys,
    check: IdentityCheck,
    *,
    device_id: UUID,
    now: dt.datetime,
    subject: UUID | None = None,
    account_id: UUID | None = None,
) -> UUID:
    """Keep a check, with the portal's signed statement of it; returns its id.

    Args:
        connection: of the decision.
        keys: the portal's.
        check: what the desk saw.
        device_id: the desk.
        now: the portal's clock.
        subject: of the draft or invitation that it speaks for.
        account_id: of the account, if there is one already.
    """
    check_id = uuid.uuid4()
    statement = Statement(
        v=VERSION,
        check_id=check_id,
        practice_id=check.practice_id,
        device_id=device_id,
        by=check.by,
        document=check.document,
        at=check.at,
        stated_at=now,
        key_id=keys.signing_id,
    )
    connection.execute(
        sa.insert(checks).values(
            check_id=check_id,
            practice_id=check.practice_id,
            subject=subject,
            account_id=account_id,
            device_id=device_id,
            staff_id=check.by,
            document=check.document.value,
            at=check.at,
            statement=issue(statement, keys.signing),
        )
    )
    return check_id


def is_member(connection: sa.Connection, practice_id: UUID, account_id: UUID) -> bool:
    """Whether the practice knows the account; of others its desk cannot say whose they are (F4)."""
    its = t.memberships.c
    query = sa.select(its.account_id).where(its.practice_id == practice_id, its.account_id == account_id)
    return connection.execute(query).first() is not None


def bind(connection: sa.Connection, practice_id: UUID, subjects: Iterable[UUID], account_id: UUID) -> None:
    """The drafts or invitations have an account now: what was checked for them speaks for it."""
    connection.execute(
        sa.update(checks)
        .where(
            checks.c.practice_id == practice_id,
            checks.c.subject.in_(list(subjects)),
            checks.c.account_id.is_(None),
        )
        .values(account_id=account_id)
    )


def of_accounts(connection: sa.Connection, account_ids: Sequence[UUID]) -> dict[UUID, list[IdentityCheck]]:
    """The checks of each account, by any practice, the newest first; accounts without one are left out."""
    query = sa.select(checks).where(checks.c.account_id.in_(account_ids)).order_by(checks.c.at.desc())
    found: dict[UUID, list[IdentityCheck]] = {}
    for row in connection.execute(query):
        check = IdentityCheck(
            practice_id=row.practice_id, by=row.staff_id, document=IdDocument(row.document), at=row.at
        )
        found.setdefault(row.account_id, []).append(check)
    return found
