"""Practices and their staff, as the command line makes them."""

from __future__ import annotations

import datetime as dt
import re
import uuid
import zoneinfo
from functools import cache
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.age import AgeDecision, AgePolicy
from kiosk.domain.staff import StaffRole, is_staff_name
from kiosk.domain.values import BirthDate, Language, Relationship
from kiosk.portal import tables as t
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire import PracticeInfo

HOST_MAX: Final = 36
"""Longest ``name[:port]``: the QR of an invitation holds no more."""


def add(connection: sa.Connection, info: PracticeInfo, now: dt.datetime) -> None:
    """Store a new practice.

    Raises:
        ValueError: a field no device could use; the message names it.
    """
    check(info)
    connection.execute(
        sa.insert(t.practices).values(
            practice_id=info.practice_id,
            name=info.name,
            host=info.portal_host,
            time_zone=info.time_zone,
            language=info.language,
            network_name=info.network_name,
            operator_name=info.operator_name,
            guardian_below=info.guardian_below,
            adult_from=info.adult_from,
            created_at=now,
        )
    )


def check(info: PracticeInfo) -> None:
    """Refuse what no device could use.

    Raises:
        ValueError: names the field.
    """
    names = (("name", info.name), ("network name", info.network_name), ("operator name", info.operator_name))
    for label, text in names:
        if not text.strip() or len(text) > 80 or not text.isprintable():
            raise ValueError(f"the {label} needs 1 to 80 printable characters")
    if len(info.portal_host) > HOST_MAX or not re.fullmatch(r"[a-z0-9.-]+(:[0-9]{1,5})?", info.portal_host):
        raise ValueError(f"the host is name[:port] in lower case, at most {HOST_MAX} characters")
    if info.language not in {language.value for language in Language}:
        raise ValueError("the language is one of " + ", ".join(language.value for language in Language))
    if info.time_zone not in _time_zones():
        raise ValueError("the time zone is a name of IANA's, e.g. America/New_York")
    if not 0 <= info.guardian_below <= info.adult_from <= 150:
        raise ValueError("the ages are full years, the guardian's below the adult's")


@cache
def _time_zones() -> frozenset[str]:
    """All names of IANA's: a search through hundreds of files."""
    return frozenset(zoneinfo.available_timezones())


def get(connection: sa.Connection, practice_id: UUID) -> sa.Row[Any]:
    """Read a practice.

    Raises:
        RequestRefusedError: ``not_found``.
    """
    row = connection.execute(sa.select(t.practices).where(t.practices.c.practice_id == practice_id)).one_or_none()
    if row is None:
        raise RequestRefusedError("not_found", "there is no such practice")
    return row


def info(row: sa.Row[Any]) -> PracticeInfo:
    """A practice as devices know it."""
    return PracticeInfo(
        practice_id=row.practice_id,
        name=row.name,
        portal_host=row.host,
        time_zone=row.time_zone,
        language=row.language,
        network_name=row.network_name,
        operator_name=row.operator_name,
        guardian_below=row.guardian_below,
        adult_from=row.adult_from,
    )


def age_policy(row: sa.Row[Any]) -> AgePolicy:
    """Who may sign up alone at this practice (S11)."""
    return AgePolicy(row.guardian_below, row.adult_from)


def age_decision(row: sa.Row[Any], birth_date: BirthDate, relationship: Relationship, now: dt.datetime) -> AgeDecision:
    """What the practice's age policy says of an account for this patient, on the practice's own date (S11)."""
    return age_policy(row).decide(birth_date.age(today(row, now)), relationship)


def today(row: sa.Row[Any], now: dt.datetime) -> dt.date:
    """The date where the practice is."""
    return now.astimezone(zoneinfo.ZoneInfo(row.time_zone)).date()


def add_staff(connection: sa.Connection, practice_id: UUID, name: str, role: StaffRole, verifier: str) -> UUID:
    """Store a staff member.

    Returns:
        the new id.

    Raises:
        ValueError: the name is empty, too long or not printable.
        RequestRefusedError: there is no such practice.
    """
    if not is_staff_name(name):
        raise ValueError("the name needs 1 to 80 printable characters")
    get(connection, practice_id)
    staff_id = uuid.uuid4()
    connection.execute(
        sa.insert(t.staff).values(
            staff_id=staff_id,
            practice_id=practice_id,
            name=name.strip(),
            role=role.value,
            verifier=verifier,
            active=True,
        )
    )
    return staff_id
