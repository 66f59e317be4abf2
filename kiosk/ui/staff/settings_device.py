"""This device, as support on the phone asks for it: practice, portal, use, id, version, sync; and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

import kiosk
from kiosk.domain.staff import StaffRole, StaffSession
from kiosk.domain.sync_status import SyncStatus
from kiosk.ui.staff import sync_words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.status_feed import Feed
from kiosk.ui.widgets import Action, Card, Piece, Role, Text

__all__ = ["DeviceCard", "DeviceFacts"]

_ID_SHOWN = 8
"""Letters of the device's id: enough to tell a practice's devices apart."""


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What a device knows of itself.

    Attributes:
        portal_url: where it syncs to.
    """

    is_desk: bool
    device_id: UUID
    portal_url: str


class DeviceCard(Piece):
    """The values are named device_practice, device_portal, device_role, device_id, device_version, device_sync.

    Signals:
        close_asked: "Close the kiosk".
    """

    close_asked = Signal()

    def __init__(
        self, feed: Feed[SyncStatus], practice: StaffPractice, device: DeviceFacts, *, can_close: bool
    ) -> None:
        """Show what `feed` says of the sync."""
        super().__init__()
        self.setObjectName("settings_device")
        self._feed = feed
        self._practice = practice
        self._device = device
        self._can_close = can_close
        self._title = Text("", Role.TITLE, name="device_title")
        names = ("practice", "portal", "role", "id", "version", "sync")
        self._lines = {
            name: (Text("", Role.HINT, name=f"device_{name}_label"), Text("", name=f"device_{name}")) for name in names
        }
        self._close = Action("", name="close_kiosk", icon="x")
        self._close.setProperty("staff", True)
        self._close.hide()
        card = Card("device_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(self._lines.values()):
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        for part in (self._title, facts, self._close):
            card.box.addWidget(part)
        card.box.addStretch(1)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._close.clicked.connect(self.close_asked)
        feed.changed.connect(self._show)
        self.refresh()

    def enter(self, session: StaffSession) -> None:
        """Offer the way out to managers alone (K4)."""
        self._close.setVisible(self._can_close and session.role is StaffRole.MANAGER)

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("This device"))
        said = {
            "practice": (self.tr("Practice"), self._practice.name),
            "portal": (self.tr("Portal"), self._device.portal_url),
            "role": (self.tr("Use"), self.tr("Front desk") if self._device.is_desk else self.tr("Tablet for patients")),
            "id": (self.tr("Device"), self._device.device_id.hex[:_ID_SHOWN]),
            "version": (self.tr("Version"), kiosk.__version__),
            "sync": (self.tr("Sync"), ""),
        }
        for name, (label, value) in said.items():
            self._lines[name][0].setText(label)
            self._lines[name][1].setText(value)
        self._close.setText(self.tr("Close the kiosk"))
        if self._feed.latest is not None:
            self._show(self._feed.latest)

    def _show(self, status: SyncStatus) -> None:
        self._lines["sync"][1].setText(sync_words.status_line(status, self._practice))
