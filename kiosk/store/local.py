"""``local.db``: what the portal told this device, counters of wrong PINs, and a desk's list of the day.

Roster, sheets, tasks and what a desk remembers of itself have files of their own (``roster``, ``sheets``, ``tasks``,
``desk_settings``); all of it is one database.

Its key can be shredded on its own; the sealed operations stay deliverable.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.errors import StorageError
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.protocol import wire, wire_sync
from kiosk.protocol.queue import SyncPosition
from kiosk.store import schema
from kiosk.store.desk_settings import DeskSettingsFile
from kiosk.store.file import EncryptedFile
from kiosk.store.pins import PinFile
from kiosk.store.roster import RosterFile
from kiosk.store.sheets import SheetFile
from kiosk.store.tasks import TaskFile
from kiosk.store.trail import TrailFile

_SELECT_SETTING: Final = "SELECT value FROM settings WHERE name = ?"
_PUT_SETTING: Final = "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_SELECT_STAFF: Final = "SELECT staff_id, name, role, verifier, active FROM staff"
_PUT_STAFF: Final = """
    INSERT INTO staff VALUES (?, ?, ?, ?, ?) ON CONFLICT (staff_id) DO UPDATE
    SET name = excluded.name, role = excluded.role, verifier = excluded.verifier, active = excluded.active"""
_SELECT_DAY: Final = (
    "SELECT invitation_id, number, first, last, birth_date, progress, made_at, expires_at, language, mailable "
    "FROM day_list"
)
# An invitation never becomes "ready" again, unless a new slip gave it a new end: the portal may not know yet that the
# desk printed it. A new slip made here is today's work, whenever the invitation was made.
_PUT_DAY: Final = """
    INSERT INTO day_list (invitation_id, number, first, last, birth_date, progress, made_at, expires_at, language,
        mailable)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (invitation_id) DO UPDATE
    SET number = excluded.number, first = excluded.first, last = excluded.last, birth_date = excluded.birth_date,
        progress = CASE WHEN excluded.progress = 'ready' AND excluded.expires_at = expires_at
                        THEN progress ELSE excluded.progress END,
        made_at = max(made_at, excluded.made_at), expires_at = excluded.expires_at, language = excluded.language,
        mailable = excluded.mailable"""
_MARK_DAY: Final = "UPDATE day_list SET progress = ? WHERE invitation_id = ?"
_CLEAR_DAY: Final = "DELETE FROM day_list WHERE made_at < ?"
_CLEAR: Final = ("DELETE FROM staff", "DELETE FROM day_list", "DELETE FROM roster", "DELETE FROM desk_tasks")


class LocalStore(RosterFile, PinFile, SheetFile, TaskFile, DeskSettingsFile, TrailFile):
    """The open file."""

    def __init__(
        self, path: Path, key: bytes, *, is_desk: bool, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Open the file.

        Args:
            path: the file.
            key: 32 bytes.
            is_desk: whether this device may hold a list of the day and tasks; a tablet takes no patient's data
                whatever comes, and it alone keeps a roster.
            monotonic: seconds; for locks.

        Raises:
            StorageError: it does not open.
        """
        super().__init__(
            path, key, schema.LOCAL_PURPOSE, schema.LOCAL_STEPS, keeps_roster=not is_desk, monotonic=monotonic
        )
        self._is_desk = is_desk
        try:
            self._practice = msgspec.json.decode(self._setting("practice") or "", type=wire.PracticeInfo)
        except BaseException as error:
            self.close()
            if isinstance(error, msgspec.MsgspecError):
                raise StorageError("this file was never enrolled") from None
            raise

    @staticmethod
    def create(path: Path, key: bytes, practice: wire.PracticeInfo, position: SyncPosition) -> None:
        """Make the file of a newly enrolled device.

        Raises:
            StorageError: it exists, or cannot be written.
        """
        with EncryptedFile._made(path, key, schema.LOCAL_PURPOSE, schema.LOCAL_STEPS) as db:
            for name, value in (
                ("practice", msgspec.json.encode(practice).decode()),
                ("epoch", position.epoch),
                ("cursor", position.cursor),
            ):
                db.execute(_PUT_SETTING, (name, value))

    @property
    def practice(self) -> wire.PracticeInfo:
        """What the portal last said of the practice."""
        return self._practice

    def today(self, now: dt.datetime) -> dt.date:
        """The date where the practice is."""
        return now.astimezone(self.zone()).date()

    def zone(self) -> dt.tzinfo:
        """The practice's time zone; UTC if this machine does not know it, since sign-ups have to go on."""
        try:
            return ZoneInfo(self._practice.time_zone)
        except (ValueError, OSError, KeyError):
            return dt.UTC

    def position(self) -> SyncPosition:
        """Where the copy of the changes stands."""
        return SyncPosition(self._setting("epoch") or "", self._setting("cursor") or "")

    def last_success(self) -> dt.datetime | None:
        """When the last sync succeeded, UTC."""
        value = self._setting("last_success")
        return dt.datetime.fromisoformat(value) if value else None

    def clock_off(self) -> dt.timedelta | None:
        """The portal's signed time minus this device's at the last sync that succeeded."""
        value = self._setting("clock_off")
        return dt.timedelta(seconds=float(value)) if value else None

    def apply(
        self,
        changes: Sequence[wire_sync.Change],
        *,
        position: SyncPosition,
        reset: bool,
        now: dt.datetime,
        portal_time: dt.datetime,
    ) -> None:
        """Take the portal's changes and the new position in one transaction.

        Args:
            changes: in commit order; key changes are the outbox's and ignored here.
            position: where the copy stands afterwards.
            reset: the copy is too old: start anew from these changes.
            now: when this sync succeeded, by the device's clock.
            portal_time: the same by the portal's, signed.
        """
        practice = self._practice
        since = self.day_start(now)
        with self._transaction() as db:
            verifiers = {row[0]: row[3] for row in db.execute(_SELECT_STAFF)}
            if reset:
                for statement in _CLEAR:
                    db.execute(statement)
            for change in changes:
                if isinstance(change, wire_sync.StaffChange):
                    row = (str(change.staff_id), change.name, change.role, change.verifier, int(change.active))
                    if verifiers.get(row[0], change.verifier) != change.verifier:
                        self._clear_throttle(db, row[0])  # a new PIN ends the lock of the wrong ones
                    db.execute(_PUT_STAFF, row)
                elif isinstance(change, wire_sync.PracticeChange):
                    practice = change.practice
                    db.execute(_PUT_SETTING, ("practice", msgspec.json.encode(practice).decode()))
                elif isinstance(change, wire_sync.InvitationChange) and self._is_desk:
                    db.execute(_PUT_DAY, _day_values(_day_row(change)))
                elif isinstance(change, wire_sync.CaseChange) and self._is_desk:
                    self._take_case(db, change)
                elif isinstance(change, wire_sync.RosterChange):
                    self._take_row(db, change)
            self._met_portal(db, portal_time)
            db.execute(_CLEAR_DAY, (since.isoformat(),))
            for name, value in (
                ("epoch", position.epoch),
                ("cursor", position.cursor),
                ("last_success", now.isoformat()),
                ("clock_off", str((portal_time - now).total_seconds())),
            ):
                db.execute(_PUT_SETTING, (name, value))
        self._practice = practice

    def day_start(self, now: dt.datetime) -> dt.datetime:
        """When the practice's day began, UTC."""
        zone = self.zone()
        return dt.datetime.combine(now.astimezone(zone).date(), dt.time(), zone).astimezone(dt.UTC)

    def members(self) -> list[StaffMember]:
        """Staff of this practice (``kiosk.domain.staff_ports.StaffDirectory``)."""
        with self._reading() as db:
            rows = db.execute(_SELECT_STAFF).fetchall()
        return [StaffMember(UUID(r[0]), r[1], StaffRole(r[2]), r[3], bool(r[4])) for r in rows]

    def put_member(self, member: StaffMember) -> None:
        """Add or replace a member at once; the portal's change confirms or corrects it."""
        row = (str(member.staff_id), member.name, member.role.value, member.verifier, int(member.active))
        with self._transaction() as db:
            db.execute(_PUT_STAFF, row)

    def put(self, row: DayListRow) -> None:
        """Add to the list of the day (``kiosk.domain.day_list.DayList``); a tablet keeps none (K2)."""
        if not self._is_desk:
            return
        with self._transaction() as db:
            db.execute(_PUT_DAY, _day_values(row))

    def mark(self, invitation_id: UUID, progress: InvitationProgress) -> None:
        """Move an invitation of the list on."""
        with self._transaction() as db:
            db.execute(_MARK_DAY, (progress.value, str(invitation_id)))

    def rows(self) -> list[DayListRow]:
        """The list of the day."""
        with self._reading() as db:
            found = db.execute(_SELECT_DAY).fetchall()
        return [
            DayListRow(
                invitation_id=UUID(r[0]),
                number=r[1],
                first=r[2],
                last=r[3],
                birth_date=r[4],
                progress=InvitationProgress(r[5]),
                made_at=dt.datetime.fromisoformat(r[6]),
                expires_at=dt.datetime.fromisoformat(r[7]),
                language=r[8],
                mailable=bool(r[9]),
            )
            for r in found
        ]

    def end_day(self, now: dt.datetime) -> None:
        """Forget the list of earlier days (K2)."""
        with self._transaction() as db:
            db.execute(_CLEAR_DAY, (self.day_start(now).isoformat(),))

    def _setting(self, name: str) -> str | None:
        with self._reading() as db:
            row = db.execute(_SELECT_SETTING, (name,)).fetchone()
        return str(row[0]) if row else None


def _day_row(change: wire_sync.InvitationChange) -> DayListRow:
    return DayListRow(
        invitation_id=change.invitation_id,
        number=change.number,
        first=change.first,
        last=change.last,
        birth_date=change.birth_date,
        progress=InvitationProgress(change.state),
        made_at=change.made_at.astimezone(dt.UTC),
        expires_at=change.expires_at.astimezone(dt.UTC),
        language=change.language,
        mailable=change.mailable,
    )


def _day_values(row: DayListRow) -> tuple[str | int, ...]:
    return (
        str(row.invitation_id),
        row.number,
        row.first,
        row.last,
        row.birth_date,
        row.progress.value,
        row.made_at.astimezone(dt.UTC).isoformat(),
        row.expires_at.astimezone(dt.UTC).isoformat(),
        row.language,
        int(row.mailable),
    )
