"""What a receptionist does, one method a step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from kiosk.demo.people import Person
from kiosk.demo.player import Player
from kiosk.device import Device
from kiosk.domain.desk_task import DeskTask
from kiosk.printing.readback import read_codes
from kiosk.ui.staff.task_card import TaskCard
from kiosk.ui.staff.task_list import TaskList
from kiosk.ui.staff.task_model import TaskModel
from tests.journeys.steps_base import words

_LOOKS_A_KICK = 50
"""How often to look, about a millisecond apart, before the desk is asked to sync once more."""


class Receptionist:
    """Somebody at the desk."""

    def __init__(self, player: Player, pin: str, slips: Path, device: Device | None = None) -> None:
        """Sit at the desk.

        Args:
            player: before the desk's window.
            pin: the receptionist's.
            slips: where the desk saves slips.
            device: the desk's; only "Needs attention" asks for it.
        """
        self.player = player
        self._pin = pin
        self._slips = slips
        self._device = device

    def signs_in(self) -> None:
        """Choose the name and type the PIN."""
        self.player.tap("staff_member_0")
        self.player.keys("pin", self._pin)
        self.player.tap("sign_in")
        self.player.find("enroll_form")

    # Invitations

    def invites(self, person: Person, *, mail: bool = False, whole: bool = False) -> str:
        """Type a patient, print the slip, and mail the invitation, too, where wanted.

        Args:
            whole: with phone and gender, so that the patient is asked for neither.

        Returns:
            what a scanner reads from the slip.
        """
        self.types(person, whole=whole)
        before = set(self._slips.glob("*.pdf"))
        if mail:
            self.player.tap("email_invitation")
        self.player.tap("save_slip")
        player = self.player
        written = "the slip, written and read back"
        player.wait_until(lambda: player.sees("next_patient") and not player.sees("save_slip"), written)
        (slip,) = set(self._slips.glob("*.pdf")) - before
        (code,) = [code for page in read_codes(slip) for code in page]
        self._next_patient()
        return code

    def prints(self) -> None:
        """Print the slip on the only printer, and say that it is on paper once CUPS does."""
        player = self.player
        player.tap("print_slip")
        player.tap("labels_printed")
        self._next_patient()

    def invites_without_slip(self, person: Person) -> None:
        """Type a patient and leave the slip unprinted: nobody can hold the code."""
        self.types(person)
        self._next_patient()

    def types(self, person: Person, *, whole: bool = False) -> None:
        """Type a patient, as far as the slip."""
        player = self.player
        if not player.sees("enroll_form"):
            player.tap("nav_enroll")
        player.keys("enroll_first", person.first)
        player.keys("enroll_last", person.last)
        player.fill_date("enroll_birth_date", person.month, person.day, person.year, real_keys=True)
        player.keys("enroll_zip", person.zip_code)
        if person.email:
            player.keys("enroll_email", person.email)
        if whole:
            player.keys("enroll_phone", person.phone)
            player.tap("enroll_gender")
            player.tap(f"enroll_gender_{person.gender}")
        player.tap("make_invitation")
        player.find("slip_step")

    def withdraws(self, person: Person) -> None:
        """Find the person's invitation by the last name and withdraw it, said twice."""
        player = self.player
        player.tap("nav_invitations")
        player.keys("invitation_search", person.last)
        shown = player.find("invitation_table")
        assert isinstance(shown, QTableView)
        player.wait_until(lambda: shown.model().rowCount() == 1, "the one invitation")
        index = shown.model().index(0, 0)
        player.wait_until(lambda: not shown.visualRect(index).isEmpty(), "the row")
        at = shown.visualRect(index).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        player.tap("invitation_revoke")
        player.tap("invitation_revoke")
        player.wait_until(lambda: not player.sees("invitation_revoke"), "the end of the invitation")

    def _next_patient(self) -> None:
        self.player.tap("next_patient")
        self.player.find("enroll_form")

    # What needs attention

    def opens_task(self, person: Person, kind: str = "") -> DeskTask:
        """Wait until somebody's newest task is on the list, and open it.

        Args:
            person: by first and last name, as typed.
            kind: of the case, where there are several.
        """
        player = self.player
        device = self._device
        assert device is not None
        looks = 0

        def known() -> bool:
            nonlocal looks
            if looks % _LOOKS_A_KICK == 0:
                device.loop.kick()
            looks += 1
            return any(_fits(task, person, kind) for task in device.local.tasks())

        player.wait_until(known, "the task, at the desk")
        player.tap("nav_attention")
        found: list[int] = []

        def listed() -> bool:
            found[:] = [row for row, task in enumerate(self._model().tasks) if _fits(task, person, kind)]
            return bool(found)

        player.wait_until(listed, "the task, on the list")
        row = max(found, key=lambda number: self._model().tasks[number].made_at)
        task = self._model().tasks[row]
        shown = player.find("task_list")
        assert isinstance(shown, TaskList)
        index = self._model().index(row)
        shown.scrollTo(index)

        def reachable() -> bool:
            return shown.viewport().rect().contains(shown.visualRect(index).center())

        player.wait_until(reachable, "the row within reach")
        at: QPoint = shown.visualRect(index).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        player.wait_until(lambda: self._shows(task), "the task, opened")
        return task

    def turns_to_who_waits(self, person: Person) -> None:
        """Press the entry whose number tells that a patient waits; their task is open then, without a press more."""
        player, device = self.player, self._device
        assert device is not None
        device.loop.kick()
        told = player.find("nav_attention")
        player.wait_until(lambda: "waiting at the tablet" in told.accessibleName(), "the number on the entry")
        player.tap("nav_attention")

        def opened() -> bool:
            return any(_fits(task, person, "") and self._shows(task) for task in device.local.tasks())

        player.wait_until(opened, "the task, opened by itself")

    def reads(self, name: str) -> str:
        """What a text of the page says."""
        return words(self.player, name)

    def syncs(self) -> None:
        """Let the desk sync until it holds nothing."""
        device = self._device
        assert device is not None
        device.loop.kick()
        self.player.wait_until(lambda: device.outbox.counts().held == 0, "the desk's sync")

    def sees_tasks(self, person: Person) -> list[str]:
        """Kinds of the open tasks about somebody, the oldest first, as far as the desk has synced."""
        assert self._device is not None
        return [task.kind for task in self._device.local.tasks() if _fits(task, person, "")]

    def allows(self, document: str = "drivers_license", *, action: str = "task_main") -> None:
        """Press the photo ID that was seen, if one is asked for, and the action that lets the patient go on."""
        if self.player.sees(f"id_{document}"):
            self.player.tap(f"id_{document}")
        self.decides(action)

    def declines(self) -> None:
        """Press "Not now" or "Decline"."""
        self.decides("task_second")

    def decides(self, action: str) -> None:
        """Press ``task_main`` or ``task_second`` and wait until the task is off the list."""
        player = self.player
        (task,) = [task for task in self._model().tasks if self._shows(task)]
        player.tap(action)
        player.wait_until(lambda: self._model().row_of(task.case_id) < 0, "the end of the task")

    def _shows(self, task: DeskTask) -> bool:
        card = self.player.window.findChild(TaskCard)
        return card is not None and card.task is not None and card.task.case_id == task.case_id

    def _model(self) -> TaskModel:
        shown = self.player.window.findChild(TaskList)
        assert shown is not None
        model = shown.model()
        assert isinstance(model, TaskModel)
        return model


def _fits(task: DeskTask, person: Person, kind: str) -> bool:
    names = (task.first.casefold(), task.last.casefold())
    return names == (person.first.casefold(), person.last.casefold()) and kind in ("", task.kind)


def code_of(scanned: str) -> str:
    """The 15 symbols in a scanned link, as they stand on the slip."""
    symbols = scanned.rpartition("#")[2]
    assert len(symbols) == 15, "a code has 15 symbols"
    return "-".join(symbols[start : start + 5] for start in (0, 5, 10))
