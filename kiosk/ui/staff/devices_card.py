"""The practice's devices as the portal last met them: when, and how many records waited there (F6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from kiosk.domain.sync_status import SeenDevice
from kiosk.ui.staff import words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.widgets import Card, Piece, Role, Text

__all__ = ["DevicesCard"]

SILENT: Final = dt.timedelta(minutes=5)
"""A device that works syncs every half minute: after so long somebody should look at it."""

_ID_SHOWN: Final = 8


class DevicesCard(Piece):
    """The lines are named devices_0_name, devices_0 and so on; devices_none says why there are none.

    Staff look at it to see that a tablet in another room has lost its network.
    """

    def __init__(self, practice: StaffPractice, own: UUID) -> None:
        """Make a card without devices; ``own`` is this very desk."""
        super().__init__()
        self.setObjectName("sync_devices")
        self._practice = practice
        self._own = own
        self._asked = False
        self._devices: Sequence[SeenDevice] | None = None
        self._lines: list[tuple[Text, Text]] = []
        self._title = Text("", Role.TITLE, name="devices_title")
        self._none = Text("", Role.MUTED, name="devices_none")
        card = Card("devices_card")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        card.box.addWidget(self._title)
        card.box.addWidget(self._none)
        card.box.addLayout(self._grid)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.refresh()

    def show_devices(self, devices: Sequence[SeenDevice] | None) -> None:
        """Show what the portal said; None if it did not answer."""
        self._asked, self._devices = True, devices
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("Devices of the practice"))
        waiting = self.tr("One moment …") if not self._asked else ""
        unknown = self.tr("Only the portal knows how the others stand, and it does not answer now.")
        self._none.setText(waiting or (unknown if self._devices is None else ""))
        self._none.setVisible(bool(self._none.text()))
        devices = self._devices or ()
        while len(self._lines) < len(devices):
            self._add_line()
        for number, (name, stands) in enumerate(self._lines):
            there = number < len(devices)
            for text in (name, stands):
                text.setVisible(there)
            if there:
                device = devices[number]
                name.setText(self._name(device))
                stands.setText(self._stands(device))
                stands.set_role(Role.PROBLEM if self._is_silent(device) else Role.BODY)

    def _add_line(self) -> None:
        number = len(self._lines)
        name, stands = Text("", Role.MUTED, name=f"devices_{number}_name"), Text("", name=f"devices_{number}")
        self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(stands, number, 1)
        self._lines.append((name, stands))

    def _name(self, device: SeenDevice) -> str:
        if device.device_id == self._own:
            return self.tr("This desk")
        said = self.tr("Desk %1") if device.is_desk else self.tr("Tablet %1")
        return said.replace("%1", str(device.device_id)[:_ID_SHOWN])

    def _is_silent(self, device: SeenDevice) -> bool:
        return device.last_seen is None or self._practice.now() - device.last_seen > SILENT

    def _stands(self, device: SeenDevice) -> str:
        if device.last_seen is None:
            return self.tr("Never synced")
        if not self._is_silent(device):
            if not device.waiting:
                return self.tr("Connected")
            return self.tr("Connected, %1 waiting").replace("%1", words.number(device.waiting))
        since = words.clock_time(device.last_seen, self._practice)
        if not device.waiting:
            return self.tr("Not heard of since %1").replace("%1", since)
        said = self.tr("Not heard of since %1; %2 were waiting then")
        return words.fill(said, since, words.number(device.waiting))
