"""What the front desk does, one method a step; the scenes share them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.demo.people import Person
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.printing.readback import read_codes
from kiosk.ui.staff.task_list import TaskList
from kiosk.ui.staff.task_model import TaskModel

_LOOKS_A_KICK = 50
"""How often to look, about 10 ms apart, before the desk syncs once more; by itself it does every 5 s."""


class Receptionist:
    """Somebody at Riverside's desk."""

    def __init__(self, house: House) -> None:
        """Sit down; signs in with the PIN the first time."""
        self._house = house
        self.player = house.desk.player
        self._device = house.desk.device
        if not house.desk_signed_in:
            house.desk_signed_in = True
            self._signs_in()

    def invites(self, person: Person, *, by_mail: bool = False, pictures: bool = False) -> str:
        """Make an invitation and print its slip; mail it, too, where wanted.

        Returns:
            what a scanner reads from the slip.
        """
        player = self.player
        if not player.sees("enroll_first"):
            player.tap("nav_enroll")
        player.keys("enroll_first", person.first)
        player.keys("enroll_last", person.last)
        player.fill_date("enroll_birth_date", person.month, person.day, person.year, real_keys=True)
        player.keys("enroll_zip", person.zip_code)
        player.keys("enroll_email", person.email)
        if pictures:
            player.picture("Front desk: enroll a patient")
        self._house.step("The front desk types name, date of birth, ZIP code and email.")
        player.tap("make_invitation")
        player.find("slip_step")
        before = set(self._house.slips.glob("*.pdf"))
        if by_mail:
            player.tap("email_invitation")
        player.tap("save_slip")
        # The button goes when the slip is written and the program itself has read it back.
        player.wait_until(lambda: not player.sees("save_slip"), "the slip's printing")
        if pictures or by_mail:
            player.picture("Front desk: the slip is printed" + (", and the mail goes out" if by_mail else ""))
        (slip,) = set(self._house.slips.glob("*.pdf")) - before
        codes = [code for page in read_codes(slip) for code in page]
        if len(codes) != 1:
            raise PlayError("the slip has not one code that can be read")
        if self._house.slip is None:
            self._house.slip, self._house.decoded = slip, codes[0]
        player.tap("next_patient")
        self._house.synced()
        self._house.step("The slip is printed to PDF; a scanner library reads its QR code back.")
        return codes[0]

    def allows(self, person: Person) -> None:
        """Open the person's task under "Needs attention", look at the photo ID, and let the patient go on."""
        player = self.player
        player.tap("nav_attention")
        shown = player.window.findChild(TaskList)
        if shown is None:
            raise PlayError("the desk has no list of tasks")
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
        at = shown.visualRect(model.index(rows[0])).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        player.tap("id_drivers_license")
        player.picture("Front desk: needs attention")
        player.tap("task_main")
        player.wait_until(lambda: not listed(), "the end of the task")
        self._house.step("The front desk checks the photo ID and lets the patient go on.")

    def _signs_in(self) -> None:
        player = self.player
        player.tap("staff_member_0")
        player.keys("pin", self._house.pin)
        player.tap("sign_in")
        player.find("enroll_first")
        self._house.step("The receptionist signs in at the front desk with a PIN.")
