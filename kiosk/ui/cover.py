"""The questions that cover the whole screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets import Cover

__all__ = ["ConfirmCover", "StuckCover"]


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


class StuckCover(Cover):
    """The front desk is offered to who has been at one step for long; named `stuck`.

    `more_time` means go back to the answers, `start_over` means clear them.
    """

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden cover."""
        super().__init__(parent, name="stuck")

    def retranslate(self) -> None:
        """Look up the words."""
        self.set_texts(
            self.tr("Can the front desk help you?"),
            self.tr("You have been at this step for a while. Please ask at the front desk: they are glad to help you."),
            self.tr("I need more time"),
            self.tr("Start over"),
        )
