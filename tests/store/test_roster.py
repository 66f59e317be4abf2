"""The roster on a tablet: rows as they come down, and wrong tries that no clock and no reboot forgives."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.errors import StorageError
from kiosk.domain.tries import TRIES_OF_UNKNOWN
from kiosk.domain.values import BirthDate, ZipCode
from kiosk.protocol import wire_sync
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.queue import SyncPosition
from kiosk.store.local import LocalStore
from kiosk.store.roster import UNKNOWN, StoredRow
from tests.store.samples import NOW, House

CODE = ActivationCode("7K9QF2M9XT4HC01")
BORN, ZIP = BirthDate(dt.date(1984, 2, 9)), ZipCode("02139-4307")
INVITATION = uuid.UUID("00000000-0000-4000-8000-000000000009")
EXPIRES = NOW + dt.timedelta(days=14)
MINUTE = dt.timedelta(minutes=1)
NEXT = SyncPosition("epoch-1", "7")


class Seconds:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.passed = 1000.0

    def __call__(self) -> float:
        """How far it has come."""
        return self.passed


@pytest.fixture
def seconds() -> Seconds:
    """Since some moment that nobody knows."""
    return Seconds()


def opened(house: House, seconds: Seconds) -> LocalStore:
    """The file, with a clock of the test's."""
    return LocalStore(house.folder / "local.db", house.local_key, is_desk=house.role == "desk", monotonic=seconds)


def change(lookup: str = "one", sealed: bytes = b"row", expires_at: dt.datetime = EXPIRES) -> wire_sync.RosterChange:
    """A row as the portal sends it; without bytes it removes one."""
    return wire_sync.RosterChange(lookup_id=lookup, sealed=b64encode(sealed), expires_at=expires_at)


def take(store: LocalStore, *changes: wire_sync.Change, at: dt.datetime = NOW, reset: bool = False) -> None:
    """A sync that brings changes, at the portal's time."""
    store.apply(changes, position=NEXT, reset=reset, now=NOW, portal_time=at)


@pytest.mark.rule("S13", "K1")
def test_rows_come_and_go(tablet: LocalStore) -> None:
    """A later row replaces the earlier one, an empty one removes it, a reset removes all."""
    take(tablet, change(), change("two"))
    take(tablet, change(sealed=b"another"))
    assert tablet.row("one") == StoredRow(b"another", EXPIRES)
    take(tablet, change(sealed=b""))
    assert tablet.row("one") is None
    assert tablet.row("two") is not None
    take(tablet, reset=True)
    assert tablet.row("two") is None


@pytest.mark.rule("K2")
def test_a_desk_keeps_no_rows(desk: LocalStore) -> None:
    """Nobody activates there; what is not held cannot be stolen."""
    take(desk, change())
    assert desk._db.execute("SELECT count(*) FROM roster").fetchone() == (0,)


@pytest.mark.rule("S13")
def test_a_row_that_cannot_be_read_is_none(tablet: LocalStore) -> None:
    """Nonsense from the portal stops no sync, and an older row under that id is not believed any more."""
    take(tablet, change())
    take(tablet, wire_sync.RosterChange(lookup_id="one", sealed="=%", expires_at=EXPIRES))
    assert tablet.row("one") is None


@pytest.mark.rule("S13")
def test_expiry_is_the_portals(tablet: LocalStore) -> None:
    """A row goes when the portal's signed time has passed it, whatever the tablet's clock says."""
    take(tablet, change(expires_at=NOW + MINUTE), at=NOW)
    assert tablet.row("one") is not None
    take(tablet, at=NOW + 2 * MINUTE)
    assert tablet.row("one") is None


@pytest.mark.rule("S13", "K1")
def test_the_fifth_wrong_try_locks(house: House, seconds: Seconds) -> None:
    """For fifteen minutes of steady time, each code on its own; the totals go up with the sync."""
    store = opened(house, seconds)
    take(store, change("one"), change("two"))
    waits = [store.wrong_try("one") for _ in range(5)]
    assert waits == [dt.timedelta(0)] * 4 + [15 * MINUTE]
    seconds.passed += 15 * 60 - 1
    assert store.tries("one")[1] == dt.timedelta(seconds=1)
    assert not store.tries("two")[1]
    seconds.passed += 1
    assert not store.tries("one")[1]
    store.wrong_try("two")
    assert store.wrong_tries() == [
        wire_sync.WrongTries(lookup_id="one", count=5),
        wire_sync.WrongTries(lookup_id="two", count=1),
    ]
    store.close()


@pytest.mark.rule("K1")
def test_unknown_codes_count_by_device(tablet: LocalStore) -> None:
    """Together, with more room, and not sent up: the operations themselves tell of them."""
    waits = [tablet.wrong_try(UNKNOWN) for _ in range(TRIES_OF_UNKNOWN)]
    assert [bool(wait) for wait in waits] == [False] * (TRIES_OF_UNKNOWN - 1) + [True]
    assert tablet.wrong_tries() == []


@pytest.mark.rule("S13")
def test_a_reboot_shortens_no_lock(house: House, seconds: Seconds) -> None:
    """The monotonic clock begins anew, and time while switched off does not count: the lock lasts longer.

    The hours without a network before it are not forgotten, or it would last for hours.
    """
    store = opened(house, seconds)
    take(store, change())
    seconds.passed += 3 * 3600
    for _ in range(5):
        store.wrong_try("one")
    store.close()
    rebooted = Seconds()
    rebooted.passed = 3.0
    store = opened(house, rebooted)
    assert store.tries("one")[1] == 15 * MINUTE
    rebooted.passed += 15 * 60 - 1
    assert store.tries("one")[1] == dt.timedelta(seconds=1)
    store.close()


@pytest.mark.rule("S13")
def test_only_the_portals_clock_moves_time_on(house: House, seconds: Seconds) -> None:
    """A signed later time ends the lock; an earlier one does not prolong it beyond its fifteen minutes."""
    store = opened(house, seconds)
    take(store, change(), at=NOW)
    for _ in range(5):
        store.wrong_try("one")
    take(store, at=NOW - dt.timedelta(days=1))
    assert store.tries("one")[1] == 15 * MINUTE
    take(store, at=NOW + 10 * MINUTE)
    assert store.tries("one")[1] == 5 * MINUTE
    store.close()


@pytest.mark.rule("S13")
def test_a_counter_goes_with_its_row(tablet: LocalStore) -> None:
    """A used, revoked or expired code needs no counter; the device's own count of unknown codes stays."""
    take(tablet, change())
    tablet.wrong_try("one")
    tablet.wrong_try(UNKNOWN)
    take(tablet, change(sealed=b""))
    assert tablet.wrong_tries() == []
    assert tablet._db.execute("SELECT count(*) FROM wrong_tries").fetchone() == (1,)


@pytest.mark.rule("S13")
def test_a_try_that_cannot_be_counted_has_no_answer(tablet: LocalStore) -> None:
    """A full disk is no free guess."""
    take(tablet, change())
    tablet._db.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError):
        tablet.wrong_try("one")


def test_an_older_file_gets_the_new_tables(house: House, tmp_path: Path) -> None:
    """A device enrolled by an earlier program keeps what it has and can do more."""
    store = house.local()
    for table in ("roster", "wrong_tries", "desk_tasks", "sheet_columns"):
        store._db.execute(f"DROP TABLE {table}")
    for column in ("language", "mailable"):
        store._db.execute(f"ALTER TABLE day_list DROP COLUMN {column}")
    store._db.execute("PRAGMA user_version = 1")
    store.close()
    store = house.local()
    take(store, change())
    assert store.row("one") is not None
    store.close()
