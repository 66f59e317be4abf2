"""One press of "Save as PDF": paint, read back, write, note; it tells how far it is, and can be stopped."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import StorageError
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background
from kiosk.ui.staff.slips import Made, SaveStage, SlipNotes, Slips, Tell, save_and_note

__all__ = ["SaveRun"]


class _StoppedError(StorageError):
    """Somebody pressed "Cancel", or is gone: nothing was stored."""


class SaveRun(QObject):
    """Saves invitations; it ends with their file, noted as printed, or with neither.

    Signals:
        moved: `stage` or `done` changed.
        ended: `path` is the file; None if it was `stopped`, or could not be saved.
    """

    moved = Signal()
    ended = Signal()
    _advanced = Signal(object, object, int)

    def __init__(self, slips: Slips, background: Background, parent: QObject | None = None) -> None:
        """Begin with nothing to save."""
        super().__init__(parent)
        self._slips = slips
        self._background = background
        self._advanced.connect(self._advance)
        self._forget()

    def _forget(self) -> None:
        self.running = self.stopped = False
        self.stage = SaveStage.PAINT
        self.done = 0
        self.path: Path | None = None
        self._left: tuple[Made, ...] = ()
        self._stop = threading.Event()  # of this run alone: it tells it from the next

    def start(self, made: Sequence[Made], paper: Paper, notes: SlipNotes) -> None:
        """Save."""
        self._forget()
        self.running, self._left = True, tuple(made)
        tell = partial(self._tell, self._stop)
        work = partial(_save, self._slips, self._left, paper, notes, tell)
        self._background.run(work, partial(self._saved, self._stop), partial(self._not_saved, self._stop))

    @property
    def can_stop(self) -> bool:
        """Whether there is time to stop it: more than one slip, and no file yet."""
        return self.running and len(self._left) > 1 and self.stage is not SaveStage.NOTE

    def cancel(self) -> None:
        """Stop, without a file, unless it is there already."""
        self._stop.set()

    def drop(self) -> None:
        """Stop and forget everything; a file that is there already stays, noted as printed."""
        self._stop.set()
        self._forget()

    def _tell(self, stop: threading.Event, stage: SaveStage, done: int) -> None:
        """In the worker."""
        if stop.is_set() and stage is not SaveStage.NOTE:
            raise _StoppedError("stopped")
        self._advanced.emit(stop, stage, done)

    def _advance(self, run: object, stage: SaveStage, done: int) -> None:
        if run is self._stop and self.running:
            self.stage, self.done = stage, done
            self.moved.emit()

    def _saved(self, run: object, path: Path) -> None:
        if run is self._stop:
            self.running, self.path = False, path
            self.ended.emit()

    def _not_saved(self, run: object, error: BaseException) -> None:
        if run is self._stop:
            self.running, self.stopped = False, isinstance(error, _StoppedError)
            self.ended.emit()


def _save(slips: Slips, made: Sequence[Made], paper: Paper, notes: SlipNotes, tell: Tell) -> Path:
    try:
        return save_and_note(slips, made, paper, notes, tell)
    except Exception as error:
        with contextlib.suppress(StorageError):
            (notes.cancelled if isinstance(error, _StoppedError) else notes.failed)(made)
        raise
