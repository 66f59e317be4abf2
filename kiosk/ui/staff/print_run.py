"""One press of "Print": paint, read back, send, follow the job to its end, note what is on paper; part by part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.printing.queue import PrintState, patience
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer
from kiosk.ui.staff.slips import Made, Slips

__all__ = ["PrintRun"]


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
        self.total = 0
        self.paper = Paper()
        self.printer = ""
        self._part: list[Made] = []
        self._number: int | None = None
        self._looks = 0
        self._cancelled = False
        self._turn = object()  # tells this run from one that was dropped while its pages were on their way
        self._job: Job | None = None
        self._on_paper: Callable[[Made], None] | None = None

    def start(
        self,
        made: Sequence[Made],
        paper: Paper,
        printer: str,
        on_paper: Callable[[Made], None],
    ) -> None:
        """Print.

        Args:
            made: what; nothing else keeps their codes.
            paper: on what; the first free label moves on with each part.
            printer: exact name.
            on_paper: notes one as printed, in a worker.
        """
        self._forget()
        self.left, self.total = list(made), len(made)
        self.paper, self.printer, self._on_paper = paper, printer, on_paper
        self.running, self.state = True, PrintState.WAITING
        self._send()

    @property
    def failed(self) -> bool:
        """Whether it ended without being printed, and nobody here wanted that."""
        return not self.running and bool(self.left) and not self._cancelled

    def cancel(self) -> None:
        """Take the job back, and print no further part."""
        self._cancelled = True
        if self._number is not None:
            self._take_back(PrintState.CANCELLED)

    def drop(self) -> None:
        """Take the job back and forget everything; nothing is said."""
        self._timer.stop()
        sending = self._number is None
        if self._job is not None and not sending:
            self._job.cancel()
        if self.running and not sending:
            self._background.run(self._cancelling(), self._dropped, self._dropped)
        self._forget()  # what is being sent just now is taken back in `_sent`

    def _send(self) -> None:
        self._part, self._number, self._looks = self.left[: self.paper.part(len(self.left))], None, 0
        send = partial(_send, self._slips, self._part, self.paper, self.printer)
        self._job = self._background.run(send, partial(self._sent, self._turn), partial(self._not_sent, self._turn))
        self.moved.emit()

    def _sent(self, turn: object, sent: tuple[str, int | PrintState]) -> None:
        printer, result = sent
        goes_on = self.running and turn is self._turn
        if isinstance(result, PrintState):
            if goes_on:
                self._end(result)
        elif not goes_on:
            self._background.run(partial(self._slips.queue.cancel, printer, result), self._dropped, self._dropped)
        else:
            self._number = result
            if self._cancelled:
                self._take_back(PrintState.CANCELLED)
            else:
                self._look()

    def _not_sent(self, turn: object, error: BaseException) -> None:
        if turn is self._turn:
            self._broke(error)

    def _look(self) -> None:
        if self._number is not None:
            look = partial(self._slips.queue.state, self.printer, self._number)
            self._job = self._background.run(look, self._seen, self._broke)

    def _seen(self, state: PrintState) -> None:
        if self._cancelled or not self.running:
            return
        self.state = state
        if state.on_paper:
            self._number = None
            self._job = self._background.run(partial(_note, self._on_paper, self._part), self._noted, self._broke)
        elif not state.goes_on:
            self._take_back(state)
        elif self._looks >= patience(len(self._part)):
            self._take_back(PrintState.TOO_LONG if state is PrintState.WAITING else state)
        else:
            self._looks += 1
            self._timer.start(1000)
            self.moved.emit()

    def _noted(self, _nothing: None) -> None:
        self.paper = self.paper.after(len(self._part))
        self.left = self.left[len(self._part) :]
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
        self.state = why
        self._job = self._background.run(self._cancelling(), self._taken_back, self._taken_back)
        self._number = None

    def _cancelling(self) -> Callable[[], None]:
        return partial(self._slips.queue.cancel, self.printer, self._number or 0)

    def _taken_back(self, _result: object) -> None:
        if self.running:
            self._end(self.state)

    def _dropped(self, _result: object) -> None:
        """Nobody waits for it."""

    def _broke(self, _error: BaseException) -> None:
        if self.running:
            self._end(None)

    def _end(self, state: PrintState | None) -> None:
        self.running, self.state, self._number = False, state, None
        self.ended.emit()


def _send(slips: Slips, part: Sequence[Made], paper: Paper, printer: str) -> tuple[str, int | PrintState]:
    return printer, slips.send(part, paper, printer)


def _note(on_paper: Callable[[Made], None] | None, part: Sequence[Made]) -> None:
    for made in part:
        if on_paper is not None:
            on_paper(made)
