"""How far the slip step is with what was made: what is said of it, in words of the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from kiosk.domain.staff import StaffSession
from kiosk.printing.layouts import Design
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from kiosk.ui.staff import print_words, slip_words
from kiosk.ui.staff.print_run import PrintRun
from kiosk.ui.staff.save_run import SaveRun
from kiosk.ui.staff.slips import Made

__all__ = ["Fault", "SlipState", "problem", "progress"]


class Fault(Enum):
    """What came of it here, and not at a printer."""

    SAVING = auto()
    NOTING = auto()
    STOPPED = auto()
    """Somebody cancelled the saving."""


@dataclass(slots=True, repr=False)
class SlipState:
    """Nothing else keeps the codes of what was made.

    Attributes:
        made: all of it.
        batch: what was printed since somebody last looked at the paper, or is to be.
        left: what of it is not on paper.
        session: who does it.
        printed_on: the first sheet of the batch.
        saved: where, if it was.
        trouble: why nothing, or not all, came of the last try.
        busy: something goes on that has to end first.
        mailed: the mail was asked for.
        unprinted: it goes out by mail alone.
        asking: somebody looks at the paper.
        again: somebody looked, and not all of it was there.
        finished: nothing is left to be done.
    """

    made: tuple[Made, ...] = ()
    batch: tuple[Made, ...] = ()
    left: list[Made] = field(default_factory=list)
    session: StaffSession | None = None
    printed_on: Paper | None = None
    saved: Path | None = None
    trouble: PrintState | Fault | None = None
    busy: bool = False
    mailed: bool = False
    unprinted: bool = False
    asking: bool = False
    again: bool = False
    finished: bool = False

    def body(self, design: Design, *, mailed: bool, counting: bool) -> str:
        """What to do, or what only people know."""
        if self.asking:
            return slip_words.asks(self.batch, counting=counting)
        if self.unprinted:
            return slip_words.by_email_alone()
        return slip_words.how_to_hand_over(self.made, design, mailed=mailed)


def problem(state: SlipState, run: PrintRun) -> str:
    """What went wrong, if anything did."""
    match state.trouble:
        case Fault.SAVING:
            return slip_words.could_not(state.made)
        case Fault.NOTING:
            return slip_words.not_noted()
        case Fault.STOPPED:
            return slip_words.stopped()
        case None if run.running:
            return "" if run.state is None else print_words.going_on(run.state)
        case None if state.again and not (state.asking or state.finished):
            return slip_words.still(len(state.left), len(state.made))
        case None:
            return ""
        case why:
            return slip_words.lost(why, run.printer, len(state.left), len(state.made))


def progress(state: SlipState, run: PrintRun, saving: SaveRun) -> str:
    """How far it is; "" where there is nothing to say."""
    if run.running:
        return slip_words.progress(len(state.batch) - len(run.left), len(state.batch))
    if saving.takes_long:
        return slip_words.saving(saving.stage, saving.done, len(state.left))
    if state.busy:
        return slip_words.one_moment()
    printed = state.finished and not state.unprinted
    return slip_words.told(state.made, printed=printed, saved=state.saved, mailed=state.mailed)
