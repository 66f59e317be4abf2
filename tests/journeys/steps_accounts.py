"""What a receptionist does for somebody who has an account (F7), one method a step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from kiosk.demo.people import Person
from kiosk.printing.readback import read_codes
from tests.journeys.steps_base import words
from tests.journeys.steps_desk import Receptionist


class AccountsDesk:
    """The page "Accounts"."""

    def __init__(self, desk: Receptionist, slips: Path) -> None:
        """Turn to the page, as somebody who is signed in."""
        self.player = desk.player
        self._slips = slips
        self.player.tap("nav_accounts")
        self.player.find("account_search")

    def opens(self, person: Person) -> None:
        """Look for a last name and open the account."""
        player = self.player
        player.keys("account_search", person.last)
        shown = player.find("account_table")
        assert isinstance(shown, QTableView)
        name = f"{person.last}, {person.first}"
        rows: list[int] = []

        def found() -> bool:
            model = shown.model()
            rows[:] = [row for row in range(model.rowCount()) if model.index(row, 0).data() == name]
            return bool(rows)

        player.wait_until(found, "the account, found")
        shown.scrollTo(shown.model().index(rows[0], 0))
        at = shown.visualRect(shown.model().index(rows[0], 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        player.wait_until(lambda: player.sees("account_who"), "the account, opened")

    def sees_photo_id(self, document: str = "drivers_license") -> None:
        """Press the photo ID that was seen."""
        self.player.tap(f"account_id_{document}")

    def does(self, action: str) -> str:
        """Press an action; returns how it ended."""
        player = self.player
        player.tap(action)
        player.wait_until(lambda: self.reads("account_said") not in ("", "One moment …"), "the portal's answer")
        return self.reads("account_said")

    def makes_slip(self) -> str:
        """Have a one-time slip saved; returns what a scanner reads from it."""
        player = self.player
        player.tap("account_slip")
        player.tap("save_slip")
        player.tap("next_patient")
        (slip,) = self._slips.glob("RESET-*.pdf")
        (code,) = [code for page in read_codes(slip) for code in page]
        return code

    def reads(self, name: str) -> str:
        """What a text of the page says."""
        return words(self.player, name)
