"""One press of "Print a test page": sent, followed to its end, and noted like any print."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain.print_service import PrintService
from kiosk.domain.staff import StaffSession
from kiosk.printing.queue import PrintState, patience
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer
from kiosk.ui.staff.slips import Slips

__all__ = ["TrialRun"]


class TrialRun(QObject):
    """Prints a page that names nobody.

    Signals:
        moved: `state` changed.
    """

    moved = Signal()

    def __init__(
        self, slips: Slips, printing: PrintService, background: Background, timer: Timer, parent: QObject | None = None
    ) -> None:
        """Begin with nothing to print."""
        super().__init__(parent)
        self._slips = slips
        self._printing = printing
        self._background = background
        self._timer = timer
        self._timer.timeout.connect(self._look)
        self._session: StaffSession | None = None
        self.printer = ""
        self._number: int | None = None
        self._looks = 0
        self._ended = True
        self._job: Job | None = None
        self.state: PrintState | None = None

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self.state is not None and not self._ended

    def start(self, session: StaffSession, paper: Paper, printer: str) -> None:
        """Print, unless one is on its way."""
        if self.running:
            return
        self._session, self.printer, self._looks = session, printer, 0
        self._number, self.state, self._ended = None, PrintState.WAITING, False
        send = partial(self._slips.send_test_page, paper, printer)
        self._job = self._background.run(send, self._sent, self._failed)
        self.moved.emit()

    def forget(self) -> None:
        """Nobody waits for it: it names nobody, so it may come out by itself; it counts as it stands now."""
        if self._job is not None:
            self._job.cancel()
        self._timer.stop()
        if self.running:
            self._note(on_paper=self._number is not None)
        self._session, self.state = None, None

    def _sent(self, result: int | PrintState) -> None:
        if isinstance(result, PrintState):
            self._end(result)
        else:
            self._number = result
            self._look()

    def _look(self) -> None:
        if self._number is not None:
            look = partial(self._slips.queue.state, self.printer, self._number)
            self._job = self._background.run(look, self._seen, self._failed)

    def _seen(self, state: PrintState) -> None:
        if state.goes_on and self._looks < patience(1):
            self._looks += 1
            self.state = state
            self._timer.start(1000)
            self.moved.emit()
            return
        if not state.on_paper:
            cancel = partial(self._slips.queue.cancel, self.printer, self._number or 0)
            self._background.run(cancel, self._done, self._done)
        self._end(PrintState.TOO_LONG if state is PrintState.WAITING else state)

    def _failed(self, _error: BaseException) -> None:
        self._end(PrintState.FAILED)

    def _end(self, state: PrintState) -> None:
        self.state, self._ended = state, True
        self._note(on_paper=state.on_paper)
        self.moved.emit()

    def _note(self, *, on_paper: bool) -> None:
        if self._session is not None:
            note = partial(self._printing.test_page_ended, self._session, on_paper=on_paper)
            self._background.run(note, self._done, self._done)

    def _done(self, _result: object) -> None:
        """A row of the trail more, or a broken disk, of which the next act tells."""
