"""What the screens ask of the machine's printers."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol


class PrintState(Enum):
    """How a job stands, or why a printer takes none."""

    WAITING = auto()
    """Queued or printing."""
    NO_PAPER = auto()
    """The printer waits for paper; the job goes on by itself."""
    OFFLINE = auto()
    """The printer does not answer; the job goes on by itself."""
    DONE = auto()
    """The printer took everything; whether it is on paper, only people see."""
    UNKNOWN = auto()
    """The job is gone from the queue, which does not tell how it ended."""
    PAUSED = auto()
    REJECTING = auto()
    VANISHED = auto()
    """There is no printer of this name (any more)."""
    HELD = auto()
    CANCELLED = auto()
    """By somebody else, for instance at the printer."""
    FAILED = auto()
    TOO_LONG = auto()
    """Nobody waits for it any longer."""
    UNSURE = auto()
    """The print service went silent while it took the job: nobody knows whether it comes out."""
    NO_SERVICE = auto()
    """The print service of this computer does not answer."""

    @property
    def goes_on(self) -> bool:
        """Whether it is worth while to look again."""
        return self in (PrintState.WAITING, PrintState.NO_PAPER, PrintState.OFFLINE)

    @property
    def on_paper(self) -> bool:
        """Whether it counts as printed."""
        return self in (PrintState.DONE, PrintState.UNKNOWN)


def patience(labels: int) -> int:
    """How often a job of so many labels is looked at, once a second, before it is taken back."""
    return 120 + 2 * labels


class PrinterQueue(Protocol):
    """The printers; every call may take seconds and belongs in a worker."""

    def printers(self) -> list[str]:
        """Exact names, in order; none without a print service."""

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Hand over pages.

        Args:
            printer: exact name.
            pdf: the pages; they leave no file of ours.
            media: of the page.

        Returns:
            the job's number; or why the printer took none.
        """

    def state(self, printer: str, job: int) -> PrintState:
        """How a job stands."""

    def cancel(self, printer: str, job: int) -> None:
        """Take a job out of the queue with its pages; a job that is gone is no fault."""


class NoPrinters:
    """A device without printers: slips are saved as PDF."""

    def printers(self) -> list[str]:
        """None."""
        return []

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Take nothing."""
        return PrintState.VANISHED

    def state(self, printer: str, job: int) -> PrintState:
        """Know no job."""
        return PrintState.VANISHED

    def cancel(self, printer: str, job: int) -> None:
        """Have no job."""
