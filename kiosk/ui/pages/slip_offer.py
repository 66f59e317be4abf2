"""What both "forgot …" begin with: a question, or the slip of the front desk instead (S30, S35, F7)."""

from __future__ import annotations

import dataclasses

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.refusals import Refused
from kiosk.ui.page import FieldProblem, Page
from kiosk.ui.widgets import Action

__all__ = ["SlipOffer"]


class SlipOffer(Page):
    """A page with one more button below its question; a slip held under the scanner is the choice of the slip."""

    slip_name = "have_slip"

    def offer_slip(self) -> None:
        """Add the button, once the question stands."""
        self._slip = Action("", name=self.slip_name, icon="ticket", leading=True)
        self.box.addWidget(self._slip)
        self._slip.clicked.connect(self._has_slip)

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._slip.setText(self.tr("I have a slip from the front desk"))

    def scanned(self, text: str, host: str) -> bool:
        """Go on with a slip, or say what it is instead."""
        slip = ActivationCode.parse_scan(text, host=host, use=CodeUse.RESET_SLIP)
        if isinstance(slip, Refused):
            self.show_problems((FieldProblem("", slip.reason, slip.character),))
        else:
            self._decide(slip)
        return False

    def _has_slip(self) -> None:
        self._decide(None)

    def _decide(self, slip: ActivationCode | None) -> None:
        if self.draft is not None:
            self.decided.emit(dataclasses.replace(self.draft, has_slip=True, slip=slip, reply=None))
