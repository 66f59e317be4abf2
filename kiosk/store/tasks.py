"""The desk's tasks in ``local.db``: open cases as the last sync brought them, on desk devices only (F4, K2)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

import msgspec

from kiosk.domain.desk_task import DeskTask
from kiosk.protocol import wire_sync
from kiosk.store.file import EncryptedFile

_COLUMNS: Final = (
    "case_id, kind, reasons, subject, waiting, first, last, birth_date, zip_code, email, differs, chart_birth_date, "
    "chart_zip, number, made_at, phone, account_id"
)
_SELECT: Final = f"SELECT {_COLUMNS} FROM desk_tasks ORDER BY made_at, case_id"  # noqa: S608 - constants
_PUT: Final = f"""
    INSERT OR REPLACE INTO desk_tasks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""  # noqa: S608
_DROP: Final = "DELETE FROM desk_tasks WHERE case_id = ?"


class TaskFile(EncryptedFile):
    """The part of ``local.db`` that holds the desk's tasks (``kiosk.domain.desk_task.TaskList``)."""

    def tasks(self) -> list[DeskTask]:
        """All that are open, the oldest first."""
        with self._reading() as db:
            rows = db.execute(_SELECT).fetchall()
        return [
            DeskTask(
                case_id=UUID(r[0]),
                kind=r[1],
                reasons=msgspec.json.decode(r[2], type=tuple[str, ...]),
                subject=UUID(r[3]),
                waiting=bool(r[4]),
                first=r[5],
                last=r[6],
                birth_date=r[7],
                zip_code=r[8],
                email=r[9],
                differs=msgspec.json.decode(r[10], type=tuple[str, ...]),
                chart_birth_date=r[11],
                chart_zip=r[12],
                number=r[13],
                made_at=dt.datetime.fromisoformat(r[14]),
                phone=r[15],
                account_id=UUID(r[16]) if r[16] else None,
            )
            for r in rows
        ]

    def task_done(self, case_id: UUID) -> None:
        """Take a task off the list."""
        with self._transaction() as db:
            db.execute(_DROP, (str(case_id),))

    def _take_case(self, db: Any, change: wire_sync.CaseChange) -> None:
        """Store an open case, forget a done one."""
        if change.state == "done":
            db.execute(_DROP, (str(change.case_id),))
            return
        row = (
            str(change.case_id),
            change.kind,
            msgspec.json.encode(change.reasons).decode(),
            str(change.subject),
            int(change.waiting),
            change.first,
            change.last,
            change.birth_date,
            change.zip_code,
            change.email,
            msgspec.json.encode(change.differs).decode(),
            change.chart_birth_date,
            change.chart_zip,
            change.number,
            change.made_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
            change.phone,
            str(change.account_id) if change.account_id else None,
        )
        db.execute(_PUT, row)
