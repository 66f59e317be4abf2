"""What only the portal can do, and the portal does not answer: kind words, the desk, a call back (K1)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.flow import Step
from kiosk.ui.pages.ending import EndingPage
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.widgets import Action, Notice

__all__ = ["NotConnectedPage"]


class NotConnectedPage(EndingPage):
    """No end yet: "Back" leads to the answers, to try once more."""

    step = Step.NOT_CONNECTED
    slug = "not_connected"
    icon = "wifi-off"
    shows_portal = False
    offers_another = False

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        self._desk = Notice(name="not_connected_desk", icon="users")
        self._call_back = Action("", name="not_connected_call_back", icon="message-circle")
        super().__init__(practice, service)
        self.box.addWidget(self._desk)
        self.box.addWidget(self._call_back, 0, Qt.AlignmentFlag.AlignLeading)
        self._call_back.clicked.connect(self.call_back_requested)

    def heading(self) -> str:
        """What is the matter; nobody's fault."""
        return self.tr("We are not connected right now")

    def body(self) -> str:
        """What can be done here."""
        return self.tr(
            "This step needs a connection, and there is none at the moment. Nothing you typed is wrong. "
            "Press “Back” to try again."
        )

    def retranslate(self) -> None:
        """Look up the words."""
        super().retranslate()
        self._desk.set_text(self.tr("Ask the front desk: they can help you now."))
        self._call_back.setText(self.tr("Ask us to call you back"))
