"""What the true endings share (S8)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.domain.draft import Draft
from kiosk.ui.icons import pixmap
from kiosk.ui.page import Page
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, BigCode, Role, Text

__all__ = ["EndingPage"]


class EndingPage(Page):
    """Icon, heading, one or two sentences, the portal's address large, "Create another account", "Finish"."""

    icon = "circle-check"
    shows_portal = True
    offers_another = True

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the page."""
        super().__init__(practice, service)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.box.insertWidget(0, self._icon)
        self._body = Text(name=f"{self.slug}_body")
        self._where = Text("", Role.LABEL, name=f"{self.slug}_where")
        self._address = BigCode(practice.portal_address, name=f"{self.slug}_portal_address")
        self._another = Action("", name=f"{self.slug}_another", icon="user-plus")
        self.box.addWidget(self._body)
        self.box.addWidget(self._where)
        self.box.addWidget(self._address)
        self.box.addSpacing(12)
        self.box.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeading)
        self._another.clicked.connect(self.another)
        self.retranslate()

    def body(self) -> str:
        """What is true now, and what to do."""
        raise NotImplementedError

    def primary_text(self) -> str:
        """The one primary button's label."""
        return self.tr("Finish")

    def retranslate(self) -> None:
        """Look up the words; the icon follows the theme's colours."""
        super().retranslate()
        self._icon.setPixmap(pixmap(self.icon, look().colours.brand, look().text(56)))
        self._body.setText(self.body())
        self._where.setText(self.tr("Your patient portal:"))
        self._another.setText(self.tr("Create another account"))
        for part in (self._where, self._address):
            part.setVisible(self.shows_portal)
        self._another.setVisible(self.offers_another and (self.draft is None or not self.may_go_back(self.draft)))

    def may_go_back(self, draft: Draft) -> bool:
        """Only where nothing was sent yet."""
        return draft.ending is None

    def first_focus(self) -> QWidget | None:
        """The keyboard starts on "Finish"."""
        return None
