"""Prints through CUPS and follows the job: by its commands, and by libcups for how a job ended.

Qt's printing says "done" for printers that are offline, paused or reject jobs, and prints elsewhere when the name is
wrong (docs/decisions/0018-printing.md).
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
from typing import Final

from kiosk.printing.queue import PrintState

TITLE: Final = "kiosk"
"""Of every job: it stands in queues, logs and on the printer's display, and says nothing."""

_SECONDS: Final = 15
"""Longest time for one command; a print service that takes longer counts as not answering."""
_NO_PAPER: Final = re.compile(r"\bmedia-(empty|needed|jam)\b|\bmedia-(empty|needed)-")
_OFFLINE: Final = re.compile(r"\b(offline|connecting-to-device|timed-out)\b|\boffline-")
_ALL_JOBS: Final = -1
_OWN_JOBS: Final = 1


class _Job(ctypes.Structure):
    """``cups_job_t`` of <cups/cups.h>."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


_ENDED: Final = {  # job-state of RFC 8011, 5.3.7
    4: PrintState.HELD,
    6: PrintState.PAUSED,  # "processing-stopped": the printer was stopped
    7: PrintState.CANCELLED,
    8: PrintState.FAILED,
    9: PrintState.DONE,
}


class CupsQueue:
    """The printers of CUPS."""

    def __init__(self, server: str = "") -> None:
        """Talk to a server: a socket's path or ``host:port``; usually the one that this machine is set up for."""
        self._server = server

    def printers(self) -> list[str]:
        """Exact names, in order; none without a print service."""
        return sorted(self._ask("lpstat", "-e").split())

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Hand over pages through a pipe; see `PrinterQueue.send`."""
        if printer not in self.printers():  # CUPS itself would also take "NAME/INSTANCE", or a default printer's
            return PrintState.VANISHED if self._answers() else PrintState.NO_SERVICE
        trouble = self._trouble(printer)
        if not trouble.goes_on:
            return trouble
        if self._rejects(printer):
            return PrintState.REJECTING
        options = ("-d", printer, "-t", TITLE, "-o", f"media={media}", "-o", "print-scaling=none")
        said = self._ask("lp", *options, "-o", "job-sheets=none", "-", feed=pdf)
        found = re.search(rf"\b{re.escape(printer)}-(\d+)\b", said)
        if found:
            return int(found.group(1))
        return PrintState.REJECTING if self._rejects(printer) else PrintState.FAILED

    def state(self, printer: str, job: int) -> PrintState:
        """How a job stands; see `PrintState`."""
        if printer not in self.printers():
            return PrintState.VANISHED if self._answers() else PrintState.NO_SERVICE
        number = self._job_state(printer, job)
        if number is None:
            return PrintState.UNKNOWN
        return _ENDED.get(number) or self._trouble(printer)

    def cancel(self, printer: str, job: int) -> None:
        """Take a job out of the queue with its pages (``-x``)."""
        self._ask("cancel", "-x", f"{printer}-{job}")

    def _trouble(self, printer: str) -> PrintState:
        """What keeps a printer from printing now; `WAITING` when nothing does."""
        said = self._ask("lpstat", "-l", "-p", printer)
        alerts = re.search(r"Alerts: (.*)", said)
        if re.search(rf"^printer {re.escape(printer)} disabled\b", said, re.MULTILINE):
            return PrintState.PAUSED
        if alerts and _NO_PAPER.search(alerts.group(1)):
            return PrintState.NO_PAPER
        if alerts and _OFFLINE.search(alerts.group(1)):
            return PrintState.OFFLINE
        return PrintState.WAITING

    def _answers(self) -> bool:
        return "is running" in self._ask("lpstat", "-r")

    def _rejects(self, printer: str) -> bool:
        return "not accepting" in self._ask("lpstat", "-a", printer)

    def _job_state(self, printer: str, job: int) -> int | None:
        """The job's state by its number in IPP; None when the server does not know the job.

        ``lpstat`` calls a job "completed" that was cancelled or that failed.
        """
        try:
            cups = ctypes.CDLL("libcups.so.2")
        except OSError:
            return None
        if self._server:
            cups.cupsSetServer(self._server.encode())  # for this thread
        jobs = ctypes.POINTER(_Job)()
        count = cups.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), _OWN_JOBS, _ALL_JOBS)
        try:
            return next((jobs[place].state for place in range(count) if jobs[place].id == job), None)
        finally:
            if count > 0:
                cups.cupsFreeJobs(count, jobs)

    def _ask(self, command: str, *arguments: str, feed: bytes = b"") -> str:
        """Run one of CUPS's commands and return what it printed; "" when it is missing or does not answer."""
        path = shutil.which(command)
        if path is None:
            return ""
        server = ("-h", self._server) if self._server else ()
        # English whatever the desk speaks, no default printer, and none of our own variables: a script's PIN is in one.
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("PRINTER", "LPDEST") and not name.startswith("KIOSK_")
        }
        environment |= {"LC_ALL": "C", "LANGUAGE": "C"}
        try:
            done = subprocess.run(  # noqa: S603 - fixed commands; names are arguments, no shell
                [path, *server, *arguments],
                input=feed,
                capture_output=True,
                timeout=_SECONDS,
                env=environment,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return done.stdout.decode(errors="replace")
