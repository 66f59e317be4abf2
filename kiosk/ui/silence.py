"""How long which of the patients' screens may be silent (K3)."""

from __future__ import annotations

from typing import Final

from kiosk.ui.idle import IdleWatch, StepWatch
from kiosk.ui.page import Patience

__all__ = ["UNWATCHED_S", "Silence"]

UNWATCHED_S: Final = 90
"""How long the welcome screen keeps somebody's language and text size in silence."""


class Silence:
    """Tells both watches what is in sight: the one of silence, and the one of a step that takes long."""

    def __init__(self, watch: IdleWatch, step: StepWatch) -> None:
        """Set the limits of `watch`, begin and stop `step`."""
        self._watch, self._step = watch, step

    def allow_page(self, patience: Patience) -> None:
        """A page of the wizard is in sight; its time counts where there is something to do."""
        self.allow(patience)
        if patience in (Patience.TYPING, Patience.MESSAGE):
            self._step.begin()
        else:
            self._step.stop()

    def allow(self, patience: Patience) -> None:
        """Somebody looks at a screen with this patience; count from now."""
        self._watch.set_limits(*patience.value)
        self._watch.set_enabled(True)

    def allow_welcome(self, *, changed: bool) -> None:
        """The welcome screen is in sight; `changed` if it has somebody's language or text size."""
        self._step.stop()
        self._watch.set_limits(UNWATCHED_S, 0)
        self._watch.set_enabled(changed)

    def touch(self) -> None:
        """Somebody is there."""
        self._watch.touch()
