"""One press of "Save as PDF": paint, read back, write, note; it tells how far it is, and can be stopped."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import StorageError
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background
from kiosk.ui.staff.slips import Made, SaveStage, SlipNotes, Slips, Tell, save_and_note

__all__ = ["SaveRun"]


_STEPS: Final = 50
"""How often each stage is told of: for each of a thousand slips the screen would be laid out anew."""


class _StoppedError(StorageError):
    """Somebody pressed "Cancel", or is gone: nothing was stored."""


class _Watch:
    """What a worker asks and tells while it saves; it also tells one run from the next."""

    def __init__(self, total: int, advanced: Callable[[_Watch, SaveStage, int], None]) -> None:
        self.stop = threading.Event()
        self._advanced = advanced
        self._every = max(1, total // _STEPS)
        self._told: tuple[SaveStage | None, int] = (None, 0)

    def __call__(self, stage: SaveStage, done: int) -> None:
        """Hear how far it is."""
        if self.stop.is_set():
            if stage is SaveStage.NOTE:
                return  # too late; and whoever was told may be gone
            raise _StoppedError("stopped")
        if stage is not self._told[0] or done - self._told[1] >= self._every:
            self._told = (stage, done)
            self._advanced(self, stage, done)


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
        self._watch: _Watch | None = None

    def start(self, made: Sequence[Made], paper: Paper, notes: SlipNotes) -> None:
        """Save."""
        self._forget()
        self.running, self._left = True, tuple(made)
        watch = self._watch = _Watch(len(made), self._advanced.emit)
        work = partial(_save, self._slips, self._left, paper, notes, watch)
        self._background.run(work, partial(self._saved, watch), partial(self._not_saved, watch))

    @property
    def takes_long(self) -> bool:
        """Whether it goes on, and somebody has time to look at how far it is."""
        return self.running and len(self._left) > 1

    @property
    def can_stop(self) -> bool:
        """Whether there is time to stop it, and no file yet."""
        return self.takes_long and self.stage is not SaveStage.NOTE

    def cancel(self) -> None:
        """Stop, without a file, unless it is there already."""
        if self._watch is not None:
            self._watch.stop.set()

    def drop(self) -> None:
        """Stop and forget everything; a file that is there already stays, noted as printed."""
        self.cancel()
        self._forget()

    def _advance(self, watch: _Watch, stage: SaveStage, done: int) -> None:
        if watch is self._watch and self.running:
            self.stage, self.done = stage, done
            self.moved.emit()

    def _saved(self, watch: _Watch, path: Path) -> None:
        if watch is self._watch:
            self.running, self.path = False, path
            self.ended.emit()

    def _not_saved(self, watch: _Watch, error: BaseException) -> None:
        if watch is self._watch:
            self.running, self.stopped = False, isinstance(error, _StoppedError)
            self.ended.emit()


def _save(slips: Slips, made: Sequence[Made], paper: Paper, notes: SlipNotes, tell: Tell) -> Path:
    try:
        return save_and_note(slips, made, paper, notes, tell)
    except Exception as error:
        with contextlib.suppress(StorageError):
            (notes.cancelled if isinstance(error, _StoppedError) else notes.failed)(made)
        raise
