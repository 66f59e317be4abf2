"""The line in which staff look for people: the portal is asked when the typing pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from kiosk.domain.desk_search import Question, read_question
from kiosk.ui.idle import Timer
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.widgets import FieldKind, PlainLineEdit

__all__ = ["SEARCH_MS", "SearchLine"]

SEARCH_MS = 400
"""Pause in the typing after which the portal is asked."""


class SearchLine(PlainLineEdit):
    """Reads a name, a date of birth or, where such are looked for, an invitation number.

    Signals:
        edited: somebody typed; what was found before no longer fits.
        paused: carries the `Question`, when there is enough to ask; Enter does not wait for the pause.
    """

    edited = Signal()
    paused = Signal(object)

    def __init__(
        self, name: str, practice: StaffPractice, timer_factory: Callable[[], Timer], *, numbers: bool = True
    ) -> None:
        """Make an empty line; without `numbers` nothing is read as an invitation's."""
        super().__init__(FieldKind.NAME, name=name, limit=60)
        self.setProperty("staff", True)
        self._practice = practice
        self._numbers = numbers
        self._pause = timer_factory()
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._ask)

    @property
    def question(self) -> Question | None:
        """What is asked for; None while it is too little."""
        question = read_question(self.text(), self._practice.today())
        return question if question is None or self._numbers or not question.number else None

    def set_hint(self, hint: str) -> None:
        """Say what can be typed, to eyes and to screen readers."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def stop(self) -> None:
        """Ask no more for what was typed."""
        self._pause.stop()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.stop()
        super().wipe()

    def _typed(self) -> None:
        self.stop()
        self.edited.emit()
        if self.question is not None:
            self._pause.start(SEARCH_MS)

    def _ask(self) -> None:
        self.stop()
        question = self.question
        if question is not None:
            self.paused.emit(question)
