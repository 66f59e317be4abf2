"""Photo IDs that front desks checked, kept with the account they speak for (F4, F7; ``domain.assurance``).

A desk often looks before there is an account: then the check is the draft's (or invitation's), and becomes the
account's when the draft makes or joins one. Each check holds for the name and birthday that the desk compared with the
card: an account takes a check over, and shows it, only if they are its own. So a device that sends another person's
answers under a draft that the desk has seen gets nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.domain.values import BirthDate, NamePart, Sensitive
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.people import accepted
from kiosk.portal.tables_people import identity_checks as checks
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.identity import VERSION, Statement, issue, verify


@dataclass(frozen=True, slots=True, repr=False)
class Compared(Sensitive):
    """Whom the card named: name and birthday in the form that is compared."""

    first: str
    last: str
    birth_date: str

    @classmethod
    def of_row(cls, row: sa.Row[Any]) -> Compared:
        """The person of an account or invitation."""
        return cls(row.first_cmp, row.last_cmp, row.birth_date_cmp)

    @classmethod
    def typed(cls, first: str, last: str, birth_date: str, today: dt.date) -> Compared:
        """The person that was typed.

        Raises:
            MalformedError: a field is nonsense.
        """
        born = accepted(BirthDate.parse_iso(birth_date, today=today))
        family = accepted(NamePart.parse(last)).comparison if last else ""
        return cls(accepted(NamePart.parse(first)).comparison, family, born.comparison)


def note(
    connection: sa.Connection,
    keys: PortalKeys,
    check: IdentityCheck,
    *,
    device_id: UUID,
    now: dt.datetime,
    subject: UUID,
    person: Compared,
    account_id: UUID | None = None,
) -> UUID:
    """Keep a check, with the portal's signed statement of it; returns its id.

    Args:
        connection: of the decision.
        keys: the portal's.
        check: what the desk saw.
        device_id: the desk.
        now: the portal's clock.
        subject: of the draft or invitation that it speaks for, or the account's id.
        person: whom the desk compared with the card.
        account_id: of the account, if the desk itself named it.
    """
    check_id = uuid.uuid4()
    statement = Statement(
        v=VERSION,
        check_id=check_id,
        practice_id=check.practice_id,
        device_id=device_id,
        subject=subject,
        person=_person_mac(keys, check_id, person),
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


def bind(
    connection: sa.Connection, keys: PortalKeys, practice_id: UUID, subjects: Iterable[UUID], account_id: UUID
) -> None:
    """The drafts or invitations have an account now: what was checked for them, of this very person, speaks for it."""
    free = sa.select(checks).where(
        checks.c.practice_id == practice_id, checks.c.subject.in_(list(subjects)), checks.c.account_id.is_(None)
    )
    rows = connection.execute(free).all()
    if not rows:
        return
    account = connection.execute(sa.select(t.accounts).where(t.accounts.c.account_id == account_id)).one()
    person = Compared.of_row(account)
    fitting = [row.check_id for row in rows if holds(keys, row, person)]
    connection.execute(sa.update(checks).where(checks.c.check_id.in_(fitting)).values(account_id=account_id))


def holds(keys: PortalKeys, row: sa.Row[Any], person: Compared) -> bool:
    """Whether a stored check is what the portal stated, of this person; the row alone proves nothing."""
    try:
        said = verify(row.statement, keys.signers)
    except ValueError:
        return False
    stored = (row.check_id, row.practice_id, row.device_id, row.subject, row.staff_id, row.document, row.at)
    stated = (
        said.check_id,
        said.practice_id,
        said.device_id,
        said.subject,
        said.by,
        said.document.value,
        said.at,
    )
    return stored == stated and hmac.compare_digest(said.person, _person_mac(keys, said.check_id, person))


def of_accounts(
    connection: sa.Connection, keys: PortalKeys, account_ids: Sequence[UUID]
) -> dict[UUID, list[IdentityCheck]]:
    """The checks of each account that hold, by any practice, the newest first; accounts without one are left out."""
    person = (t.accounts.c.first_cmp, t.accounts.c.last_cmp, t.accounts.c.birth_date_cmp)
    query = (
        sa.select(checks, *person)
        .join(t.accounts, t.accounts.c.account_id == checks.c.account_id)
        .where(checks.c.account_id.in_(account_ids))
        .order_by(checks.c.at.desc())
    )
    found: dict[UUID, list[IdentityCheck]] = {}
    for row in connection.execute(query):
        if holds(keys, row, Compared.of_row(row)):
            check = IdentityCheck(
                practice_id=row.practice_id, by=row.staff_id, document=IdDocument(row.document), at=row.at
            )
            found.setdefault(row.account_id, []).append(check)
    return found


def _person_mac(keys: PortalKeys, check_id: UUID, person: Compared) -> str:
    """Under the portal's own key, and other for each check: whoever reads a statement cannot guess whose it is."""
    fields = "\x1f".join((person.first, person.last, person.birth_date))
    text = b"kiosk-identity-person/1\0" + check_id.bytes + fields.encode()
    return b64encode(hmac.digest(keys.column, text, hashlib.sha256))
