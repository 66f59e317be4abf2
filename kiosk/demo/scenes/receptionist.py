"""What the front desk does, one method a step; the scenes share them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFileDialog, QLineEdit

from kiosk.demo.people import RIVERSIDE, Person
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.printing.readback import read_codes
from kiosk.ui.staff.task_model import TaskModel
from kiosk.ui.widgets import Action, Text

_LOOKS_A_KICK = 50
"""How often to look, about 10 ms apart, before the desk syncs once more; by itself it does every 5 s."""

_PHOTO_ID: Final = "drivers_license"


class Receptionist:
    """Somebody at Riverside's desk."""

    def __init__(self, house: House) -> None:
        """Sit down; the first time the manager signs in."""
        self._house = house
        self.player = house.desk.player
        self._device = house.desk.device
        if not house.at_desk:
            self.signs_in(RIVERSIDE.manager, house.pin)
            house.step(f"{RIVERSIDE.manager} signs in at the front desk with a PIN.")

    def signs_in(self, name: str, pin: str) -> None:
        """Choose a name at the door and type its PIN."""
        player = self.player
        player.find("staff_member_0")
        rows = player.window.findChildren(QAbstractButton)
        (row,) = (row for row in rows if row.accessibleName() == name and row.isVisible())
        player.tap(row.objectName())
        player.keys("pin", pin)
        player.tap("sign_in")
        player.find("workplace")
        self._house.at_desk = name

    # Invitations

    def invites(self, person: Person, *, by_mail: bool = False, pictures: bool = False) -> str:
        """Make an invitation and print its slip; mail it, too, where wanted.

        Returns:
            what a scanner reads from the slip.
        """
        player = self.player
        self.types_name(person)
        self.types_rest(person)
        if pictures:
            player.picture("Front desk: enroll a patient")
        self._house.step("The front desk types name, date of birth, ZIP code and email.")
        said = "Front desk: the slip is printed" + (", and the mail goes out" if by_mail else "")
        code = self.prints(person, by_mail=by_mail, picture=said if pictures or by_mail else "")
        self._house.step("The slip is printed to PDF; a scanner library reads its QR code back.")
        return code

    def types_name(self, person: Person) -> None:
        """Begin with a patient."""
        if not self.player.sees("enroll_first"):
            self.player.tap("nav_enroll")
        self.player.keys("enroll_first", person.first)
        self.player.keys("enroll_last", person.last)

    def types_rest(self, person: Person) -> None:
        """The other fields."""
        player = self.player
        player.fill_date("enroll_birth_date", person.month, person.day, person.year, real_keys=True)
        player.keys("enroll_zip", person.zip_code)
        player.keys("enroll_email", person.email)

    def prints(self, person: Person, *, by_mail: bool = False, picture: str = "") -> str:
        """Make the invitation that was typed, and its slip; returns what a scanner reads from it."""
        player = self.player
        player.tap("make_invitation")
        player.find("slip_step")
        if by_mail:
            player.tap("email_invitation")
        slip, codes = self._saves_slips(1, picture)
        if self._house.slip is None:
            self._house.slip, self._house.decoded = slip, codes[0]
        self._house.has_invitation(person.name)
        return codes[0]

    def _saves_slips(self, number: int, picture: str = "") -> tuple[Path, list[str]]:
        """Save the slips in sight as PDF; returns the file and what a scanner reads from it."""
        player, slips = self.player, self._house.slips
        before = set(slips.glob("*.pdf"))
        player.tap("save_slip")
        # Only the way on is left when the slips are written and the program itself has read them back.
        player.wait_until(lambda: player.sees("next_patient") and not player.sees("save_slip"), "the slip's printing")
        if picture:
            player.picture(picture)
        (slip,) = set(slips.glob("*.pdf")) - before
        codes = [code for page in read_codes(slip) for code in page]
        if len(set(codes)) != number:
            raise PlayError(f"the slips have {len(set(codes))} codes that can be read, promised was {number}")
        player.tap("next_patient")
        self._house.synced()
        return slip, codes

    # The day sheet

    def loads(self, sheet: Path) -> str:
        """Choose a day sheet; returns what the button to import it says."""
        player = self.player
        player.tap("nav_import")
        player.tap("sheet_choose")
        dialog = player.find("sheet_dialog")
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if not isinstance(dialog, QFileDialog) or line is None:
            raise PlayError("there is no dialog to choose a file")
        line.setText(str(sheet.resolve()))
        dialog.accept()
        found = player.find("sheet_import")
        if not isinstance(found, Action):
            raise PlayError("there is no button to import the sheet")
        return found.plain_text

    def saves_left_out(self, sheet: Path) -> int:
        """Save the rows left out beside their sheet; returns how many there are."""
        self.player.tap("sheet_save_refused")
        path = sheet.with_name(f"{sheet.stem}-left-out.csv")
        self.player.wait_until(path.exists, "the rows left out")
        self.player.wait_until(lambda: bool(self.reads("sheet_said")), "the rows left out, saved")
        return len(path.read_text("utf-8-sig").splitlines()) - 1

    def imports(self, names: tuple[str, ...], picture: str) -> None:
        """Import what is ready, and print the slips; each patient takes theirs."""
        self.player.tap("sheet_import")
        _, codes = self._saves_slips(len(names), picture)
        for name, code in zip(names, codes, strict=True):
            self._house.handed_out[name] = code
            self._house.has_invitation(name)

    # Needs attention, accounts

    def allows(self, person: Person, picture: str = "Front desk: needs attention") -> None:
        """Open the person's task; then two taps: the photo ID that was seen, and the main button."""
        player = self.player
        player.tap("nav_attention")
        shown = self._table("task_list")
        model = shown.model()
        if not isinstance(model, TaskModel):
            raise PlayError("the desk has no list of tasks")
        rows: list[int] = []
        looks = 0

        def listed() -> bool:
            nonlocal looks
            if looks % _LOOKS_A_KICK == 0:
                self._device.loop.kick()
            looks += 1
            names = (person.first, person.last)
            rows[:] = [row for row, task in enumerate(model.tasks) if (task.first, task.last) == names]
            return bool(rows)

        player.wait_until(listed, "the task on the desk's list")
        self._opens(shown, model.index(rows[0]))
        player.tap(f"id_{_PHOTO_ID}")
        player.picture(picture)
        player.tap("task_main")
        player.wait_until(lambda: not listed(), "the end of the task")
        self._house.promised.helped[person.user_id, _PHOTO_ID] += 1

    def opens_account(self, person: Person) -> None:
        """Find the account by its last name and open it."""
        player = self.player
        player.tap("nav_accounts")
        player.keys("account_search", person.last)
        shown = self._table("account_table")
        name = f"{person.last}, {person.first}"
        player.wait_until(lambda: shown.model().index(0, 0).data() == name, "the account, found")
        self._opens(shown, shown.model().index(0, 0))
        player.wait_until(lambda: player.sees("account_who"), "the account, opened")

    def makes_reset_slip(self, person: Person, picture: str) -> str:
        """After a look at the photo ID; returns what a scanner reads from the slip."""
        player = self.player
        player.tap(f"account_id_{_PHOTO_ID}")
        player.picture("Front desk: somebody who cannot get into the account")
        player.tap("account_slip")
        _, codes = self._saves_slips(1, picture)
        for what in (_PHOTO_ID, "slip_reset"):
            self._house.promised.helped[person.user_id, what] += 1
        return codes[0]

    # The staff

    def adds_colleague(self, name: str, pin: str) -> None:
        """Under "Settings"; the colleague types the PIN, twice."""
        player = self.player
        player.tap("nav_settings")
        player.tap("staff_add")
        player.keys("colleague_name", name)
        player.tap("colleague_next")
        for _ in range(2):
            player.keys("new_pin", pin)
            player.tap("new_pin_enter")
        player.wait_until(lambda: self.reads("staff_said").startswith(name), "the new colleague")
        self._house.promised.staff[name] = "receptionist"

    # Eyes and hands

    def reads(self, name: str) -> str:
        """What a text of the page says, "" while it is not in sight."""
        texts = self.player.window.findChildren(Text, name)
        return next((text.text() for text in texts if text.isVisible()), "")

    def _table(self, name: str) -> QAbstractItemView:
        shown = self.player.find(name)
        if not isinstance(shown, QAbstractItemView):
            raise PlayError(f"{name} is no list")
        return shown

    def _opens(self, shown: QAbstractItemView, index: QModelIndex) -> None:
        shown.scrollTo(index)
        self.player.wait_until(lambda: not shown.visualRect(index).isEmpty(), "the row")
        at = shown.visualRect(index).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
