"""Slips from a command: painted, read back, saved or printed and followed to the end, as on the screens (F3)."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication

from kiosk.device import Device
from kiosk.domain.errors import UsageError
from kiosk.domain.invitation_form import MadeInvitation
from kiosk.domain.staff import StaffSession
from kiosk.printing import cups
from kiosk.printing.errors import PrintError
from kiosk.printing.layouts import LAYOUTS, Offset
from kiosk.printing.pdf import paint_test_page, write_content
from kiosk.printing.queue import PrinterQueue, PrintState, patience
from kiosk.printing.sheet import Paper
from kiosk.ui.staff import print_words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.slips import SlipNotes, Slips, note_file

SECONDS: Final = 1
"""Between two looks at a job."""
_OFFSCREEN: Final = ["kiosk", "-platform", "offscreen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where slips go; exactly one of ``pdf`` and ``printer``.

    Attributes:
        pdf: a file that is not there yet.
        printer: exact name, or "".
        stock: key of the paper.
        first: the first free label; None is the one after what was printed last on this stock.
    """

    pdf: Path | None = None
    printer: str = ""
    stock: str = "letter"
    first: int | None = None


class SlipPrinter:
    """Puts slips onto paper or into a file, while somebody waits."""

    def __init__(self, device: Device, target: Target) -> None:
        """Look whether that can be, before anything is made.

        Raises:
            UsageError: the file is there already, or there is no such paper.
            PrintError: there is no such printer.
        """
        self._device, self._target = device, target
        self._queue: PrinterQueue = cups.CupsQueue()
        self._memory = device.desk.printing.recall()
        if target.stock not in LAYOUTS:
            raise UsageError(f"--stock: one of {', '.join(LAYOUTS)}")
        layout, first = LAYOUTS[target.stock], target.first
        if first is not None and not 1 <= first <= layout.per_page:
            raise UsageError(f"--first-label: 1 to {layout.per_page} on this paper")
        if target.pdf is not None and target.pdf.exists():
            raise UsageError("the PDF is there already; a slip is never overwritten")
        if target.printer:
            if target.printer not in self._queue.printers():
                raise PrintError(print_words.ended(PrintState.VANISHED, target.printer))
            offset = Offset(*self._memory.offset(target.printer, target.stock))
            first = first or self._memory.first_free(target.stock)
            self._paper = Paper(layout=layout, first=first, offset=offset)
        else:
            self._paper = Paper(layout=layout, first=first or 1)

    def put(self, session: StaffSession, made: Sequence[MadeInvitation]) -> str:
        """Put slips where they belong, each noted as printed when it is.

        Returns:
            what there is to say: the file, or the printer.

        Raises:
            PrintError: not all of them came out.
            KioskError: a code does not read back, or the storage failed.
        """
        with painting():
            slips, notes = self._slips(), SlipNotes(self._device.desk, session)
            if self._target.pdf is not None:
                slips.write(self._target.pdf, made, self._paper)
                note_file(self._target.pdf, made, notes)
                return str(self._target.pdf)
            return self._print(notes, slips, list(made))

    def put_test_page(self, session: StaffSession) -> str:
        """The same with a page that shows where labels should lie, and names nobody."""
        state = PrintState.CANCELLED
        try:
            with painting():
                state = self._test_page()
        finally:
            self._device.desk.printing.test_page_ended(session, on_paper=state.on_paper)
        if not state.on_paper:
            raise PrintError(print_words.ended(state, self._target.printer))
        return str(self._target.pdf or self._target.printer)

    def _test_page(self) -> PrintState:
        if self._target.pdf is None:
            return self._follow(self._slips().send_test_page(self._paper, self._target.printer), 1)
        write_content(self._target.pdf, paint_test_page(self._paper))
        return PrintState.DONE

    def _print(self, notes: SlipNotes, slips: Slips, left: list[MadeInvitation]) -> str:
        """Print part by part; what is on paper is noted, also when somebody presses Ctrl-C."""
        printing, target, total = self._device.desk.printing, self._target, len(left)
        printing.chose(target.printer, target.stock)
        try:
            while left:
                part = left[: self._paper.part(len(left))]
                state = self._follow(slips.send(part, self._paper, target.printer), len(part))
                if not state.on_paper:
                    notes.failed(left)
                    raise PrintError(f"{print_words.ended(state, target.printer)} {_lost(len(left), total)}")
                left = left[len(part) :]
                self._paper = self._paper.after(len(part))
                _note(notes, part)
                printing.began(target.stock, self._paper.first)
        except KeyboardInterrupt:
            if left:
                notes.cancelled(left)
                raise PrintError(f"Stopped. {_lost(len(left), total)}") from None
        return target.printer

    def _follow(self, job: int | PrintState, labels: int) -> PrintState:
        """Look at a job until it has ended; one that does not, or that nobody waits for, is taken back."""
        if isinstance(job, PrintState):
            return job
        state = PrintState.WAITING
        try:
            for _ in range(patience(labels)):
                state = self._queue.state(self._target.printer, job)
                if not state.goes_on:
                    break
                time.sleep(SECONDS)
        finally:
            if not state.on_paper:
                self._queue.cancel(self._target.printer, job)
        return PrintState.TOO_LONG if state is PrintState.WAITING else state

    def _slips(self) -> Slips:
        device, practice = self._device, self._device.local.practice
        view = StaffPractice(
            name=practice.name,
            portal_host=practice.portal_host,
            zone=device.local.zone(),
            now=device.clock.now,
            age_policy=device.age_policy(),
        )
        return Slips(Path(), view, self._queue)


def _note(notes: SlipNotes, part: Sequence[MadeInvitation]) -> None:
    """What is on paper is noted, and only then an interrupt is heard."""
    stopped = False
    waiting = list(part)
    while waiting:
        try:
            notes.on_paper(waiting[0])
            del waiting[0]
        except KeyboardInterrupt:
            stopped = True
    if stopped:
        raise KeyboardInterrupt


def _lost(left: int, total: int) -> str:
    return f"Nothing is lost: {left} of {total} are still to be printed."


@contextlib.contextmanager
def painting() -> Iterator[None]:
    """An application without screens: fonts live in it."""
    application = QGuiApplication.instance() or QGuiApplication(_OFFSCREEN)
    yield
    del application
