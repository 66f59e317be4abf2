"""One press of "Print": paint, read back, send, follow the job to its end, note what is on paper; part by part."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.printing.queue import PrinterQueue, PrintState, patience
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer
from kiosk.ui.staff.slips import Made, Slips

__all__ = ["Notes", "PrintRun"]


class Notes(Protocol):
    """Where stands what became of slips; called in a worker."""

    def on_paper(self, made: Made) -> None:
        """It is."""

    def failed(self, left: Sequence[Made]) -> None:
        """These did not get onto paper."""

    def cancelled(self, left: Sequence[Made]) -> None:
        """These were taken back."""


class PrintRun(QObject):
    """Prints invitations; what did not get onto paper is in `left`.

    Signals:
        moved: `state` or `left` changed.
        ended: nothing goes on any more; `state` says why, None for a fault of ours.
    """

    moved = Signal()
    ended = Signal()

    def __init__(self, slips: Slips, background: Background, timer: Timer, parent: QObject | None = None) -> None:
        """Begin with nothing to print."""
        super().__init__(parent)
        self._slips = slips
        self._background = background
        self._timer = timer
        self._timer.timeout.connect(self._look)
        self._forget()

    def _forget(self) -> None:
        self.running = False
        self.state: PrintState | None = None
        self.left: list[Made] = []
        self.paper = Paper()
        self.printer = ""
        self._part = _Part(())
        self._following = self._noting = self._cancelled = False
        self._looks = 0
        self._job: Job | None = None
        self._notes: Notes | None = None

    def start(self, made: Sequence[Made], paper: Paper, printer: str, notes: Notes) -> None:
        """Print.

        Args:
            made: what; nothing else keeps their codes.
            paper: on what; the first free label moves on with each part.
            printer: exact name.
            notes: what became of them goes there.
        """
        self._forget()
        self.left, self.paper, self.printer, self._notes = list(made), paper, printer, notes
        self.running, self.state = True, PrintState.WAITING
        self._send()

    def cancel(self) -> None:
        """Take the job back, and print no further part."""
        self._cancelled = True
        if self._following:
            self._take_back(PrintState.CANCELLED)

    def drop(self) -> None:
        """Take the job back and forget everything; nothing is said, but noted."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        if self.running and self._notes is not None:
            left = self.left[len(self._part.made) :] if self._noting else self.left
            number = None if self._noting else self._part.drop()
            end = partial(_end_unseen, self._slips.queue, self.printer, number, len(self._part.made), left, self._notes)
            self._background.run(end, self._dropped, self._dropped)
        self._forget()

    def _send(self) -> None:
        self._part, self._looks = _Part(self.left[: self.paper.part(len(self.left))]), 0
        send = partial(_send, self._slips, self._part, self.paper, self.printer)
        # Not `_job`, nor is the noting: they go on when this run is dropped, and their part tells them from the next.
        self._background.run(send, partial(self._sent, self._part), partial(self._not_sent, self._part))
        self.moved.emit()

    def _sent(self, part: _Part, result: int | PrintState) -> None:
        if part is not self._part:
            return
        if isinstance(result, PrintState):
            self._end(result)
            return
        self._following = True
        if self._cancelled:
            self._take_back(PrintState.CANCELLED)
        else:
            self._look()

    def _not_sent(self, part: _Part, error: BaseException) -> None:
        if part is self._part:
            self._broke(error)

    def _look(self) -> None:
        if self._following and self._part.number is not None:
            look = partial(self._slips.queue.state, self.printer, self._part.number)
            self._job = self._background.run(look, self._seen, self._broke)

    def _seen(self, state: PrintState) -> None:
        if self._cancelled or not self.running:
            return
        self.state = state
        if state.on_paper:
            self._following, self._noting = False, True
            note = partial(_note, self._notes, self._part.made)
            self._background.run(note, partial(self._noted, self._part), partial(self._not_sent, self._part))
        elif not state.goes_on:
            self._take_back(state)
        elif self._looks >= patience(len(self._part.made)):
            self._take_back(PrintState.TOO_LONG if state is PrintState.WAITING else state)
        else:
            self._looks += 1
            self._timer.start(1000)
            self.moved.emit()

    def _noted(self, part: _Part, _nothing: None) -> None:
        if part is not self._part:
            return
        self._noting = False
        self.paper = self.paper.after(len(self._part.made))
        self.left = self.left[len(self._part.made) :]
        if not self.left:
            self._end(PrintState.DONE)
        elif self._cancelled:
            self._end(PrintState.CANCELLED)
        else:
            self._send()

    def _take_back(self, why: PrintState) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self.state, self._following = why, False
        cancel = partial(self._slips.queue.cancel, self.printer, self._part.number or 0)
        self._job = self._background.run(cancel, self._taken_back, self._taken_back)

    def _taken_back(self, _result: object) -> None:
        if self.running:
            self._end(self.state)

    def _dropped(self, _result: object) -> None:
        """Nobody waits for it."""

    def _broke(self, _error: BaseException) -> None:
        if self.running:
            self._end(None)

    def _end(self, state: PrintState | None) -> None:
        self.running, self.state, self._following, self._noting = False, state, False, False
        if self.left and self._notes is not None:
            note = self._notes.cancelled if self._cancelled else self._notes.failed
            self._background.run(partial(note, tuple(self.left)), self._dropped, self._dropped)
        self.ended.emit()


class _Part:
    """One job, between the worker that sends it and the screen: whoever learns second that it is dropped takes it back.

    The screen may be gone for good when the queue has taken the pages (the program ends).
    """

    def __init__(self, made: Sequence[Made]) -> None:
        self.made = tuple(made)
        self.number: int | None = None
        self._dropped = False
        self._both = threading.Lock()

    def took(self, number: int) -> bool:
        """The queue has it; whether it is wanted no more."""
        with self._both:
            self.number = number
            return self._dropped

    def drop(self) -> int | None:
        """It is wanted no more; its number, if the queue has it."""
        with self._both:
            self._dropped = True
            return self.number


def _send(slips: Slips, part: _Part, paper: Paper, printer: str) -> int | PrintState:
    result = slips.send(part.made, paper, printer)
    if not isinstance(result, PrintState) and part.took(result):
        slips.queue.cancel(printer, result)
    return result


def _note(notes: Notes | None, part: Sequence[Made]) -> None:
    for made in part:
        if notes is not None:
            notes.on_paper(made)


def _end_unseen(
    queue: PrinterQueue, printer: str, number: int | None, part: int, left: Sequence[Made], notes: Notes
) -> None:
    """Take a job back that nobody follows any more; what came out in the last second counts as printed all the same."""
    if number is not None:
        if queue.state(printer, number).on_paper:
            _note(notes, left[:part])
            left = left[part:]
        else:
            queue.cancel(printer, number)
    if left:
        notes.cancelled(left)
