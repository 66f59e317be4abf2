"""The event log: fixed event names and an allow-list of fields, so that no patient's value can get in.

One JSON object a line. A field that is not listed, or a text that is not a short token, is a bug and raises; an
exception is logged by type and place alone, because its message may hold what was typed.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import logging
import logging.handlers
import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final
from uuid import UUID

__all__ = ["Event", "event", "install", "report"]

FIELDS: Final = frozenset({"state", "trouble", "kind", "type", "place", "role", "count", "seconds", "port", "level"})

_TOKEN: Final = re.compile(r"[A-Za-z0-9_.:<>/-]{0,120}")
_CHECKED: Final = "kiosk_checked"
"""Marks the records that ``event`` made; the handler drops all others."""
_logger: Final = logging.getLogger("kiosk")


class Event(enum.Enum):
    """What can be logged."""

    STARTED = "started"
    STOPPED = "stopped"
    STARTUP_STATE = "startup_state"
    SYNC_FAILED = "sync_failed"
    """Syncs begin to fail, or for another reason than before."""
    SYNC_WORKS = "sync_works"
    """Again."""
    FAULT = "fault"
    QT_MESSAGE = "qt_message"


def event(name: Event, **fields: str | int | float | bool | enum.Enum | UUID) -> None:
    """Log an event.

    Raises:
        ValueError: a field outside the allow-list, or a text that is more than a token.
    """
    entry: dict[str, object] = {"event": name.value}
    for key, value in fields.items():
        plain = value.value if isinstance(value, enum.Enum) else str(value) if isinstance(value, UUID) else value
        if key not in FIELDS or (isinstance(plain, str) and not _TOKEN.fullmatch(plain)):
            raise ValueError(f"{key} may not be logged like this")
        entry[key] = plain
    _logger.info(json.dumps(entry), extra={_CHECKED: True})


def report(error: BaseException) -> None:
    """Log a fault by type and place."""
    frames = traceback.extract_tb(error.__traceback__)
    place = re.sub(r"[^\w.-]", "_", Path(frames[-1].filename).name, flags=re.ASCII)[:80] if frames else ""
    place = f"{place}:{frames[-1].lineno}" if frames else ""
    event(Event.FAULT, type=type(error).__name__.encode("ascii", "replace").decode().replace("?", "_"), place=place)


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        return f'{{"at": "{at}", {record.getMessage()[1:]}'


def install(folder: Path | None) -> None:
    """Log to ``kiosk.log`` in a folder (1 MB, three old ones kept), and there report what nobody caught.

    Args:
        folder: None logs nowhere.
    """
    _logger.propagate = False
    _logger.setLevel(logging.INFO)
    for old in list(_logger.handlers):
        _logger.removeHandler(old)
        old.close()
    handler: logging.Handler = logging.NullHandler()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = logging.handlers.RotatingFileHandler(folder / "kiosk.log", maxBytes=1_000_000, backupCount=3)
        handler.setFormatter(_Lines())
    handler.addFilter(lambda record: getattr(record, _CHECKED, False))
    _logger.addHandler(handler)
    sys.excepthook = _uncaught
    threading.excepthook = lambda fault: _uncaught(fault.exc_type, fault.exc_value, fault.exc_traceback)
    sys.unraisablehook = lambda fault: _uncaught(fault.exc_type, fault.exc_value, fault.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    report(error if error is not None else kind())
    sys.stderr.write(f"kiosk: internal fault ({kind.__name__}); the log says where\n")
