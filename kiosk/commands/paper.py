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
from kiosk.ui.staff.slips import Slips

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
            slips = self._slips()
            if self._target.pdf is not None:
                slips.write(self._target.pdf, made, self._paper)
                try:
                    self._note(session, made)
                except Exception:
                    self._target.pdf.unlink(missing_ok=True)  # no slip without its row (F5)
                    raise
                return str(self._target.pdf)
            return self._print(session, slips, list(made))

    def put_test_page(self) -> str:
        """The same with a page that shows where labels should lie, and names nobody."""
        with painting():
            if self._target.pdf is not None:
                write_content(self._target.pdf, paint_test_page(self._paper))
                return str(self._target.pdf)
            state = self._follow(self._slips().send_test_page(self._paper, self._target.printer), 1)
        if not state.on_paper:
            raise PrintError(print_words.ended(state, self._target.printer))
        return self._target.printer

    def _print(self, session: StaffSession, slips: Slips, left: list[MadeInvitation]) -> str:
        desk, target, total = self._device.desk, self._target, len(left)
        desk.printing.chose(target.printer, target.stock)
        while left:
            part = left[: self._paper.part(len(left))]
            state = self._follow(slips.send(part, self._paper, target.printer), len(part))
            if not state.on_paper:
                desk.printing.failed(session, [made.invitation_id for made in left])
                lost = f"Nothing is lost: {len(left)} of {total} are still to be printed."
                raise PrintError(f"{print_words.ended(state, target.printer)} {lost}")
            self._note(session, part)
            left = left[len(part) :]
            self._paper = self._paper.after(len(part))
            desk.printing.began(target.stock, self._paper.first)
        return target.printer

    def _follow(self, job: int | PrintState, labels: int) -> PrintState:
        """Look at a job until it has ended; one that does not is taken back."""
        if isinstance(job, PrintState):
            return job
        state = PrintState.WAITING
        for _ in range(patience(labels)):
            state = self._queue.state(self._target.printer, job)
            if not state.goes_on:
                break
            time.sleep(SECONDS)
        if not state.on_paper:
            self._queue.cancel(self._target.printer, job)
        return PrintState.TOO_LONG if state is PrintState.WAITING else state

    def _note(self, session: StaffSession, made: Sequence[MadeInvitation]) -> None:
        for each in made:
            self._device.desk.slip_printed(session, each.invitation_id)

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


@contextlib.contextmanager
def painting() -> Iterator[None]:
    """An application without screens: fonts live in it."""
    application = QGuiApplication.instance() or QGuiApplication(_OFFSCREEN)
    yield
    del application
