"""Prints through CUPS and follows the job: by its commands, and by libcups for how a job ended.

Qt's printing says "done" for printers that are offline, paused or reject jobs, and prints elsewhere when the name is
wrong (docs/decisions/0018-printing.md).
"""

from __future__ import annotations

import ctypes
import os
import re
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from kiosk.printing.queue import PrintState

TITLE: Final = "kiosk"
"""Begins every job's title: it stands in queues, logs and on the printer's display, and says nothing.

A number of chance follows, by which a job is found again whose sending was not answered.
"""

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


@dataclass(frozen=True, slots=True)
class _Known:
    """A job of ours."""

    number: int
    state: int
    title: str


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
        title = f"{TITLE} {secrets.token_hex(6)}"
        options = ("-d", printer, "-t", title, "-o", f"media={media}", "-o", "print-scaling=none")
        try:
            said = self._run("lp", *options, "-o", "job-sheets=none", "-", feed=pdf)
        except subprocess.TimeoutExpired:
            return self._found_again(printer, title)
        except BaseException:  # Ctrl-C: nobody waits for it any more
            self._found_again(printer, title)
            raise
        found = re.search(rf"\b{re.escape(printer)}-(\d+)\b", said)
        if found:
            return int(found.group(1))
        return PrintState.REJECTING if self._rejects(printer) else PrintState.FAILED

    def _found_again(self, printer: str, title: str) -> int | PrintState:
        """Look for a job that was perhaps taken, and take it back: it may hold half of its pages."""
        if not self._answers():
            return PrintState.UNSURE
        job = next((job for job in self._jobs(printer) if job.title == title), None)
        if job is None:
            return PrintState.FAILED
        if _ENDED.get(job.state) is PrintState.DONE:
            return job.number
        self.cancel(printer, job.number)
        gone = (PrintState.CANCELLED, PrintState.FAILED, PrintState.UNKNOWN)
        return PrintState.TOO_LONG if self.state(printer, job.number) in gone else PrintState.UNSURE

    def state(self, printer: str, job: int) -> PrintState:
        """How a job stands; see `PrintState`."""
        if printer not in self.printers():
            return PrintState.VANISHED if self._answers() else PrintState.NO_SERVICE
        found = next((one for one in self._jobs(printer) if one.number == job), None)
        if found is None:
            return PrintState.UNKNOWN
        return _ENDED.get(found.state) or self._trouble(printer)

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

    def _jobs(self, printer: str) -> list[_Known]:
        """Our jobs as the server knows them, those that ended too; ``lpstat`` calls all of these "completed"."""
        try:
            cups = ctypes.CDLL("libcups.so.2")
        except OSError:
            return []
        if self._server:
            cups.cupsSetServer(self._server.encode())  # for this thread
        jobs = ctypes.POINTER(_Job)()
        count = cups.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), _OWN_JOBS, _ALL_JOBS)
        try:
            found = (jobs[place] for place in range(count))
            return [_Known(job.id, job.state, (job.title or b"").decode(errors="replace")) for job in found]
        finally:
            if count > 0:
                cups.cupsFreeJobs(count, jobs)

    def _ask(self, command: str, *arguments: str) -> str:
        """Run one of CUPS's commands and return what it printed; "" when it is missing or does not answer."""
        try:
            return self._run(command, *arguments)
        except subprocess.TimeoutExpired:
            return ""

    def _run(self, command: str, *arguments: str, feed: bytes = b"") -> str:
        """The same; a command that does not end is ended.

        Raises:
            subprocess.TimeoutExpired: it did not answer; what it was to do may be done.
        """
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
        except OSError:
            return ""
        return done.stdout.decode(errors="replace")
