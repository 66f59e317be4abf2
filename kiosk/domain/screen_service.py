"""How a desk's screen looks: text size, contrast and language, chosen by whoever works there and kept (K5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.errors import StorageError
from kiosk.domain.ports import Clock, OperationLog
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.trail import Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenChoice:
    """How a screen looks.

    Attributes:
        text_percent: size of the text.
        high_contrast: black ground, few colours.
        language: BCP 47.
    """

    text_percent: int
    high_contrast: bool
    language: str


class ScreenSettings(Protocol):
    """Where a device keeps how its screen looks."""

    def recall_screen(self) -> ScreenChoice | None:
        """What was chosen last; None as long as nobody chose."""
        ...

    def keep_screen(self, choice: ScreenChoice) -> None:
        """Remember a choice, durable on return."""
        ...


class ScreenService:
    """What staff do with their screen."""

    def __init__(self, *, settings: ScreenSettings, log: OperationLog, clock: Clock) -> None:
        self._settings = settings
        self._trail = Trail(log, clock)

    def recall(self) -> ScreenChoice | None:
        """What was chosen last, if anything was; storage that fails has forgotten it, and the screen stays usual."""
        try:
            return self._settings.recall_screen()
        except StorageError:
            return None

    def choose(self, session: StaffSession, choice: ScreenChoice) -> None:
        """Keep a choice; the same again is no change and leaves no audit row. Work for a worker.

        Raises:
            StorageError: it was not kept.
        """
        if self._settings.recall_screen() != choice:
            self._trail.note(session, AuditAction.SETTINGS_CHANGED, "screen")
            self._settings.keep_screen(choice)
