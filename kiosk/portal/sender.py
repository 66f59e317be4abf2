"""A thread that empties an outbox: woken after each commit, and now and then by itself to try again."""

from __future__ import annotations

import enum
import logging
import threading
from abc import ABC, abstractmethod
from typing import Final

from kiosk.portal import faults

_log = logging.getLogger(__name__)

IDLE_S: Final = 5.0
"""How often an outbox is looked at without a wake-up: retries, and rows of other processes."""


class Delivery(enum.Enum):
    """What became of one try."""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    NEVER = "never"
    UNSURE = "unsure"
    """Handed over, but nobody said whether it was taken: sending again could make two."""


class Sender(ABC):
    """The thread; a subclass knows its outbox."""

    def __init__(self, name: str, *, patience_s: float) -> None:
        """Prepare.

        Args:
            name: of the thread and in the log.
            patience_s: how long a stop waits for the message that is being sent.
        """
        self._name = name
        self._patience_s = patience_s
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)

    @abstractmethod
    def send_next(self) -> bool | None:
        """Send one message that is due: whether it was taken, or None if there is none."""

    def start(self) -> None:
        """Begin sending what waits."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now; returns at once."""
        self._wake.set()

    def stop(self) -> None:
        """End after the message that is being sent."""
        self._stopping = True
        self._wake.set()
        self._thread.join(self._patience_s)

    def send_due(self) -> int:
        """Send everything that is due.

        Returns:
            how many messages were taken.
        """
        taken = 0
        while not self._stopping:
            sent = self.send_next()
            if sent is None:
                break
            taken += sent
        return taken

    def _loop(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                self.send_due()
            except Exception as error:  # noqa: BLE001 - the thread must live on; the next round tries again
                faults.log(_log, error, self._name)
            self._wake.wait(IDLE_S)
