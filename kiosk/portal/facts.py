"""What was proven or allowed for one patient's draft, so that the decision that follows can rely on it.

A fact is written by a lookup, a command or the desk's resolution, and read by the decision of the same subject in the
same practice. It opens no account by itself.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import tables_people as t
from kiosk.portal.engine import insert_once


class Fact(enum.Enum):
    """What is known of a draft; ``object_id`` is what stands in brackets."""

    OPENED = "opened"
    """Code, date of birth and ZIP agreed at a tablet [invitation] (S13)."""
    CODE = "code"
    """The activation code that was asked for was right [invitation] (S16)."""
    PHONE = "phone"
    """A phone code proved a close match [account] (S29)."""
    ACCOUNT = "account"
    """The draft made or joined this account [account] (S15)."""
    ALLOWED_NO_EMAIL = "no_email"
    ALLOWED_NO_ZIP = "no_zip"
    ALLOWED_MINOR = "minor"
    ALLOWED_CODE = "desk_code"
    """The desk stood in for the code [case]."""
    ALLOWED_NOT_ME = "not_me"
    """The desk saw a photo ID: another person than the match [case]."""
    ALLOWED_DETAILS = "details"
    """The desk saw a photo ID: date of birth or ZIP of the invitation are wrong [invitation] (S13)."""


def note(
    connection: sa.Connection, practice_id: UUID, subject: UUID, fact: Fact, now: dt.datetime, *, of: UUID | None = None
) -> None:
    """Write a fact, over an older one of the same kind."""
    key = {"practice_id": practice_id, "subject": subject, "fact": fact.value}
    if not insert_once(connection, t.draft_facts, key | {"object_id": of, "at": now}):
        where = (t.draft_facts.c[name] == value for name, value in key.items())
        connection.execute(sa.update(t.draft_facts).where(*where).values(object_id=of, at=now))


def known(connection: sa.Connection, practice_id: UUID, subject: UUID) -> dict[Fact, UUID | None]:
    """All facts about a draft, each with what it is about."""
    query: sa.Select[Any] = sa.select(t.draft_facts.c.fact, t.draft_facts.c.object_id).where(
        t.draft_facts.c.practice_id == practice_id, t.draft_facts.c.subject == subject
    )
    return {Fact(row.fact): row.object_id for row in connection.execute(query)}
