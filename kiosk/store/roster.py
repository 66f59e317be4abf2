"""The roster in ``local.db``: sealed rows on tablets, and wrong tries while disconnected."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from kiosk.domain.tries import TRIES, TRIES_OF_UNKNOWN, Tries
from kiosk.protocol import wire_sync
from kiosk.protocol.encoding import b64decode
from kiosk.store.file import EncryptedFile
from kiosk.store.steady import SteadyTime

UNKNOWN: Final = ""
"""Stands for every code that is not in the roster: those count together, by device."""

SENT_TRIES: Final = 500
"""How many counters one sync carries at most."""

_SELECT_ROW: Final = "SELECT sealed, expires_at FROM roster WHERE lookup_id = ?"
_PUT_ROW: Final = """
    INSERT INTO roster (lookup_id, sealed, expires_at) VALUES (?, ?, ?) ON CONFLICT (lookup_id) DO UPDATE
    SET sealed = excluded.sealed, expires_at = excluded.expires_at"""
_DROP_ROW: Final = "DELETE FROM roster WHERE lookup_id = ?"
_DROP_EXPIRED: Final = "DELETE FROM roster WHERE expires_at < ?"
_DROP_COUNTERS: Final = (
    "DELETE FROM wrong_tries WHERE lookup_id <> ? AND lookup_id NOT IN (SELECT lookup_id FROM roster)"
)
_SELECT_TRIES: Final = "SELECT recent, total, locked_until FROM wrong_tries WHERE lookup_id = ?"
_PUT_TRIES: Final = """
    INSERT INTO wrong_tries (lookup_id, recent, total, locked_until) VALUES (?, ?, ?, ?)
    ON CONFLICT (lookup_id) DO UPDATE
    SET recent = excluded.recent, total = excluded.total, locked_until = excluded.locked_until"""
_SELECT_TOTALS: Final = "SELECT lookup_id, total FROM wrong_tries WHERE lookup_id <> ? ORDER BY lookup_id LIMIT ?"
_SELECT_STEADY: Final = "SELECT value FROM settings WHERE name = 'steady_time'"
_PUT_STEADY: Final = """
    INSERT INTO settings VALUES ('steady_time', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A sealed row and the expiry that it is bound to."""

    sealed: bytes
    expires_at: dt.datetime


class RosterFile(EncryptedFile):
    """The part of ``local.db`` that serves activation without a network."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        purpose: str,
        steps: tuple[str, ...],
        *,
        keeps_roster: bool,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the file; ``keeps_roster`` holds for tablets only.

        Raises:
            StorageError: it does not open.
        """
        super().__init__(path, key, purpose, steps)
        self.keeps_roster = keeps_roster
        with self._reading() as db:
            found = db.execute(_SELECT_STEADY).fetchone()
        self._steady = SteadyTime(dt.datetime.fromisoformat(found[0]) if found else None, monotonic)

    def row(self, sought: str) -> StoredRow | None:
        """The row of a lookup id."""
        with self._reading() as db:
            found = db.execute(_SELECT_ROW, (sought,)).fetchone()
        return StoredRow(bytes(found[0]), dt.datetime.fromisoformat(found[1])) if found else None

    def tries(self, sought: str) -> tuple[Tries, dt.timedelta]:
        """The counter of a lookup id (or ``UNKNOWN``), and how long it is locked."""
        with self._reading() as db:
            counter = _counter(db, sought)
        return counter, counter.wait(self._steady.now())

    def wrong_try(self, sought: str) -> dt.timedelta:
        """Count a wrong try, durable on return, and tell how long it locks."""
        with self._transaction() as db:
            now = self._steady.now()
            counter = _counter(db, sought).failed(now, TRIES_OF_UNKNOWN if sought == UNKNOWN else TRIES)
            until = _stamp(counter.locked_until) if counter.locked_until else None
            recent = msgspec.json.encode([_stamp(at) for at in counter.recent]).decode()
            db.execute(_PUT_TRIES, (sought, recent, counter.total, until))
            db.execute(_PUT_STEADY, (_stamp(now),))
        return counter.wait(now)

    def wrong_tries(self) -> list[wire_sync.WrongTries]:
        """What a sync tells the portal: totals by code; unknown codes come with their operations."""
        with self._reading() as db:
            rows = db.execute(_SELECT_TOTALS, (UNKNOWN, SENT_TRIES)).fetchall()
        return [wire_sync.WrongTries(lookup_id=row[0], count=row[1]) for row in rows]

    def _take_row(self, db: Any, change: wire_sync.RosterChange) -> None:
        """Store or remove a row; one that cannot be read opens for nobody and is removed, too."""
        try:
            sealed = b64decode(change.sealed)
        except ValueError:
            sealed = b""
        if sealed and self.keeps_roster:
            db.execute(_PUT_ROW, (change.lookup_id, sealed, _stamp(change.expires_at)))
        else:
            db.execute(_DROP_ROW, (change.lookup_id,))

    def _met_portal(self, db: Any, portal_time: dt.datetime) -> None:
        """Go on from a signed portal time, and forget what has expired by it."""
        steady = _stamp(self._steady.met(portal_time))
        db.execute(_PUT_STEADY, (steady,))
        db.execute(_DROP_EXPIRED, (steady,))
        db.execute(_DROP_COUNTERS, (UNKNOWN,))


def _counter(db: Any, sought: str) -> Tries:
    found = db.execute(_SELECT_TRIES, (sought,)).fetchone()
    if found is None:
        return Tries()
    recent = tuple(dt.datetime.fromisoformat(at) for at in msgspec.json.decode(found[0], type=list[str]))
    return Tries(recent, found[1], dt.datetime.fromisoformat(found[2]) if found[2] else None)


def _stamp(at: dt.datetime) -> str:
    """UTC in ISO 8601 with microseconds, so that text order is time order."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")
