"""What the desk tells of its printers: what was chosen last, by how much each misses, and what did not print (F3)."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.errors import StorageError
from kiosk.domain.ports import Clock, OperationLog
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.trail import Trail


@dataclass(frozen=True, slots=True)
class FirstFree:
    """Which label of a begun sheet is the first free one, from 1."""

    stock: str
    label: int


@dataclass(frozen=True, slots=True)
class Misses:
    """By how much a printer misses on a stock: millimetres to add to the right and down."""

    printer: str
    stock: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintMemory:
    """What a desk computer remembers of its printers; nothing of a patient.

    Attributes:
        printer: exact name of the one that was last printed on, or "".
        stock: its paper's key, or "".
        begun: sheets of labels that were begun.
        misses: printers that were adjusted.
    """

    printer: str = ""
    stock: str = ""
    begun: tuple[FirstFree, ...] = ()
    misses: tuple[Misses, ...] = ()

    def first_free(self, stock: str) -> int:
        """The first free label of a stock's begun sheet; 1 for a new sheet."""
        return next((sheet.label for sheet in self.begun if sheet.stock == stock), 1)

    def offset(self, printer: str, stock: str) -> tuple[float, float]:
        """Millimetres to the right and down; (0, 0) for a printer that was never adjusted on this stock."""
        return next(((m.x, m.y) for m in self.misses if (m.printer, m.stock) == (printer, stock)), (0.0, 0.0))

    def chose(self, printer: str, stock: str) -> PrintMemory:
        """With what is printed on now."""
        return dataclasses.replace(self, printer=printer, stock=stock)

    def began(self, stock: str, label: int) -> PrintMemory:
        """With another first free label."""
        others = tuple(sheet for sheet in self.begun if sheet.stock != stock)
        return dataclasses.replace(self, begun=others if label == 1 else (*others, FirstFree(stock, label)))

    def adjusted(self, printer: str, stock: str, x: float, y: float) -> PrintMemory:
        """With another offset."""
        others = tuple(m for m in self.misses if (m.printer, m.stock) != (printer, stock))
        exact = x == y == 0
        return dataclasses.replace(self, misses=others if exact else (*others, Misses(printer, stock, x, y)))


class PrintSettings(Protocol):
    """Where a device keeps its memory of printers."""

    def recall_printing(self) -> PrintMemory:
        """What was remembered last."""
        ...

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        """Remember something else, durable on return; nobody changes it in between."""
        ...


class PrintService:
    """What staff do with printers; each call is work for a worker."""

    def __init__(self, *, settings: PrintSettings, log: OperationLog, clock: Clock) -> None:
        self._settings = settings
        self._trail = Trail(log, clock)

    def recall(self) -> PrintMemory:
        """What this desk computer remembers; storage that fails has forgotten it, and the desk chooses anew."""
        try:
            return self._settings.recall_printing()
        except StorageError:
            return PrintMemory()

    def chose(self, printer: str, stock: str) -> None:
        """Remember on what is printed."""
        self._change(lambda memory: memory.chose(printer, stock))

    def began(self, stock: str, label: int) -> None:
        """Remember which label is free after a run."""
        self._change(lambda memory: memory.began(stock, label))

    def adjust(self, session: StaffSession, printer: str, stock: str, x: float, y: float) -> None:
        """Remember by how much a printer misses; the same again is no change and leaves no audit row.

        Raises:
            StorageError: nothing was remembered.
        """
        if self._settings.recall_printing().offset(printer, stock) != (x, y):
            self._trail.note(session, AuditAction.SETTINGS_CHANGED, "printer_offset")
            self._settings.change_printing(lambda memory: memory.adjusted(printer, stock, x, y))

    def printed(self, session: StaffSession, subject: UUID) -> None:
        """Note a slip that left the printer or was saved, and of which the portal need not know.

        Raises:
            StorageError: it was not noted.
        """
        self._trail.note(session, AuditAction.SLIP_PRINTED, subject)

    def failed(self, session: StaffSession, unprinted: Sequence[UUID]) -> None:
        """Note a run that did not come out: whose slip it was, or of several how many.

        Raises:
            StorageError: it was not noted.
        """
        self._trail.note(session, AuditAction.PRINT_FAILED, _subject(unprinted))

    def cancelled(self, session: StaffSession, unprinted: Sequence[UUID]) -> None:
        """Note a run that was taken back, by hand or because whoever printed is gone; as in ``failed``.

        Raises:
            StorageError: it was not noted.
        """
        self._trail.note(session, AuditAction.PRINT_CANCELLED, _subject(unprinted))

    def test_page_ended(self, session: StaffSession, *, on_paper: bool) -> None:
        """Note a test page; it names nobody, but a print it is.

        Raises:
            StorageError: it was not noted.
        """
        self._trail.note(session, AuditAction.TEST_PAGE_PRINTED if on_paper else AuditAction.PRINT_FAILED, "test_page")

    def _change(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        with contextlib.suppress(StorageError):  # printing goes on; the next time is asked anew
            self._settings.change_printing(change)


def _subject(unprinted: Sequence[UUID]) -> str:
    return str(unprinted[0] if len(unprinted) == 1 else len(unprinted))
