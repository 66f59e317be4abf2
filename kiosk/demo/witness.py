"""What really stands in the portal's database and in the tablet's files: the report quotes this, not the play."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import KEYFILE, LOCAL, OUTBOX
from kiosk.domain.errors import KeyMismatchError
from kiosk.portal import engine, tables
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
    """Read from the portal's database: user IDs of accounts by email, and mails."""

    accounts: dict[str, str]
    mails: list[SentMail]


def portal_facts(portal: PortalProcess) -> PortalFacts:
    """Read the portal's database beside the running process."""
    path = engine.sqlite_path(portal.database)
    if path is None:
        raise ValueError("the demo's portal has no file")
    database = engine.open_database(portal.database, portal_keyfile.load(path.with_name(path.name + ".keys.json")))
    accounts, memberships, mails = tables.accounts, tables.memberships, tables.mail_outbox
    joined = accounts.join(memberships, memberships.c.account_id == accounts.c.account_id)
    with database.engine.begin() as connection:
        found = connection.execute(sa.select(accounts.c.email, accounts.c.user_id).select_from(joined)).all()
        sent = connection.execute(
            sa.select(mails.c.kind, mails.c.recipient).where(mails.c.state == "sent").order_by(mails.c.created_at)
        ).all()
    database.close()
    return PortalFacts({row.email: row.user_id for row in found}, [SentMail(row.kind, row.recipient) for row in sent])


@dataclass(frozen=True, slots=True)
class TabletFacts:
    """Read from the tablet's files.

    Attributes:
        databases: file names.
        encrypted: none opens without its key, and none is plaintext.
        waiting: sealed operations still held.
        rows_left: rows, in any table, that show anything a patient typed, with the right keys.
        files_left: files below the tablet's folders whose raw bytes do.
    """

    databases: list[str]
    encrypted: bool
    waiting: int
    rows_left: int
    files_left: int


def tablet_facts(folder: Path, others: Sequence[Path], people: Sequence[Person]) -> TabletFacts:
    """Read a tablet's files with its own keys, also while it runs.

    Args:
        folder: the device's.
        others: its log and temporary folders.
        people: who was at the tablet.
    """
    stored = keyfile.read(folder / KEYFILE)
    if stored is None:
        raise ValueError("the tablet has no keyfile")
    keys = keyfile.unlock(stored, None)
    typed = [text.casefold() for person in people for text in person.typed]
    waiting = rows_left = 0
    encrypted = True
    for name, key, purpose in ((OUTBOX, keys.outbox, schema.OUTBOX_PURPOSE), (LOCAL, keys.local, schema.LOCAL_PURPOSE)):
        encrypted = encrypted and not is_plaintext(folder / name) and not _opens(folder / name, os.urandom(32), purpose)
        connection = open_database(folder / name, key, purpose=purpose)
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - a name from the schema
            rows_left += sum(any(text in str(row).casefold() for text in typed) for row in rows)
            waiting += len(rows) if table == "operations" else 0
        connection.close()
    raw = [text.encode() for person in people for text in person.typed if len(text) > 5]
    files = [file for top in (folder, *others) for file in top.rglob("*") if file.is_file()]
    files_left = sum(any(text in content for text in raw) for content in (file.read_bytes() for file in files))
    return TabletFacts([OUTBOX, LOCAL], encrypted, waiting, rows_left, files_left)


def _opens(path: Path, key: bytes, purpose: str) -> bool:
    try:
        open_database(path, key, purpose=purpose).close()
    except KeyMismatchError:
        return False
    return True
