"""The questions that cover the whole screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets import Cover

__all__ = ["ConfirmCover"]


class ConfirmCover(Cover):
    """The question "Start over?", asked once before answers are cleared; named `confirm`.

    `more_time` means go back to the answers, `start_over` means clear them.
    """

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden cover."""
        super().__init__(parent, name="confirm")

    def retranslate(self) -> None:
        """Look up the words."""
        self.set_texts(
            self.tr("Start over?"),
            self.tr("All answers on this tablet will be cleared."),
            self.tr("Keep my answers"),
            self.tr("Start over"),
        )
