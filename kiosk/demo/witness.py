"""What really stands in the portal's database and in the tablets' files: the report quotes this, not the play."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import KEYFILE, LOCAL, OUTBOX
from kiosk.domain.errors import KeyMismatchError
from kiosk.portal import engine, tables, tables_people
from kiosk.portal import keyfile as portal_keyfile
from kiosk.store import schema
from kiosk.vault import keyfile
from kiosk.vault.sqlcipher import is_plaintext, open_database


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail that the portal's outbox counts as sent."""

    kind: str
    to: str


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """Read from the portal's database.

    Attributes:
        accounts: names of their practices by user ID; "" where none is chosen yet.
        mails: in the order in which the portal decided on them.
        unsent: mails that wait or failed.
        invitations: state, and who made it, by the patient's name.
        staff: roles by name.
        helped: how often front desks saw which photo ID, or helped how, by user ID.
    """

    accounts: dict[str, set[str]]
    mails: list[SentMail]
    unsent: int
    invitations: dict[str, tuple[str, str]] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    helped: Counter[tuple[str, str]] = field(default_factory=Counter)


def portal_facts(portal: PortalProcess) -> PortalFacts:
    """Read the portal's database beside the running process."""
    path = engine.sqlite_path(portal.database)
    if path is None:
        raise ValueError("the demo's portal has no file")
    database = engine.open_database(portal.database, portal_keyfile.load(path.with_name(path.name + ".keys.json")))
    people, mails = tables.accounts, tables.mail_outbox
    joined = people.join(tables.memberships, tables.memberships.c.account_id == people.c.account_id).join(
        tables.practices, tables.practices.c.practice_id == tables.memberships.c.practice_id
    )
    with database.engine.begin() as connection:
        rows = connection.execute(sa.select(people.c.user_id, tables.practices.c.name).select_from(joined)).all()
        decided = connection.execute(sa.select(mails).order_by(mails.c.created_at)).all()
        invitations, staff, helped = _invitations(connection), _staff(connection), _helped(connection)
    database.close()
    accounts: dict[str, set[str]] = {}
    for row in rows:
        accounts.setdefault(row.user_id or "", set()).add(row.name)
    sent = [SentMail(row.kind, row.recipient) for row in decided if row.state == "sent"]
    return PortalFacts(accounts, sent, len(decided) - len(sent), invitations, staff, helped)


def _invitations(connection: sa.Connection) -> dict[str, tuple[str, str]]:
    made, staff = tables.invitations, tables.staff
    joined = made.join(staff, staff.c.staff_id == made.c.issued_by)
    query = sa.select(made.c.first, made.c.last, made.c.state, staff.c.name).select_from(joined)
    return {f"{row.first} {row.last}": (row.state, row.name) for row in connection.execute(query)}


def _staff(connection: sa.Connection) -> dict[str, str]:
    return {row.name: row.role for row in connection.execute(sa.select(tables.staff).where(tables.staff.c.active))}


def _helped(connection: sa.Connection) -> Counter[tuple[str, str]]:
    people, checks, acts = tables.accounts, tables_people.identity_checks, tables_people.desk_acts
    told: Counter[tuple[str, str]] = Counter()
    for table, what in ((checks, checks.c.document), (acts, acts.c.act)):
        joined = table.join(people, people.c.account_id == table.c.account_id)
        query = sa.select(people.c.user_id, what.label("what")).select_from(joined)
        told.update((row.user_id or "", row.what) for row in connection.execute(query))
    return told


@dataclass(frozen=True, slots=True)
class TabletFacts:
    """Read from a tablet's files.

    Attributes:
        name: of its folder.
        databases: file names.
        encrypted: none opens without its key, and none is plaintext.
        waiting: sealed operations still held.
        rows_left: rows, in any table, that show anything a patient typed, with the right keys.
        files_left: files below the tablet's folder whose raw bytes do.
    """

    name: str
    databases: list[str]
    encrypted: bool
    waiting: int
    rows_left: int
    files_left: int

    @property
    def clean(self) -> bool:
        """Whether nothing of any patient is left, and all files are encrypted."""
        return self.encrypted and (self.waiting, self.rows_left, self.files_left) == (0, 0, 0)


def tablet_facts(top: Path, people: Sequence[Person]) -> TabletFacts:
    """Read a tablet's files with its own keys, also while it runs.

    Args:
        top: folder that holds the device's and its log's.
        people: who was at a tablet.
    """
    folder = top / "device"
    stored = keyfile.read(folder / KEYFILE)
    if stored is None:
        raise ValueError("the tablet has no keyfile")
    keys = keyfile.unlock(stored, None)
    typed = _anything({text for person in people for text in person.typed})
    waiting = rows_left = 0
    encrypted = True
    for name, key, purpose in ((OUTBOX, keys.outbox, schema.OUTBOX_PURPOSE), (LOCAL, keys.local, schema.LOCAL_PURPOSE)):
        encrypted = encrypted and not is_plaintext(folder / name) and not _opens(folder / name, os.urandom(32), purpose)
        connection = open_database(folder / name, key, purpose=purpose)
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - a name from the schema
            rows_left += sum(typed.search(str(row)) is not None for row in rows)
            waiting += len(rows) if table == "operations" else 0
        connection.close()
    raw = {text.encode() for person in people for text in person.typed if len(text) > 5}
    contents = (file.read_bytes() for file in top.rglob("*") if file.is_file())
    files_left = sum(any(text in content for text in raw) for content in contents)
    return TabletFacts(top.name, [OUTBOX, LOCAL], encrypted, waiting, rows_left, files_left)


def _anything(texts: set[str]) -> re.Pattern[str]:
    """Finds any of the texts as a word of its own: five digits of a ZIP code stand in many a random id."""
    words = "|".join(re.escape(text) for text in sorted(texts))
    return re.compile(rf"(?<![0-9a-z])(?:{words})(?![0-9a-z])", re.IGNORECASE)


def _opens(path: Path, key: bytes, purpose: str) -> bool:
    try:
        open_database(path, key, purpose=purpose).close()
    except KeyMismatchError:
        return False
    return True
