"""What every part of a patient's or a receptionist's doings needs: a player, and reading what stands there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.demo.people import Person
from kiosk.demo.player import Player
from kiosk.ui.widgets import Action, Notice, Text


class Steps:
    """Somebody at the tablet."""

    def __init__(self, player: Player, person: Person) -> None:
        """Stand before the tablet; ``person`` is what will be typed."""
        self.player = player
        self.person = person

    def sees(self, name: str) -> bool:
        """Whether something is in sight."""
        return self.player.sees(name)

    def reads(self, name: str) -> str:
        """What the text or button of that name says, waiting for it if need be."""
        return words(self.player, name)

    def comes_to(self, *names: str) -> str:
        """Wait until one of these is in sight; returns its name."""
        player = self.player
        player.wait_until(lambda: any(player.sees(name) for name in names), " or ".join(names))
        return next(name for name in names if player.sees(name))

    def problem(self) -> str:
        """The first problem the page names."""
        self.player.find("error_summary")
        return words(self.player, "error_link_0")

    def starts_over(self) -> None:
        """Give up through the help page."""
        self.player.tap("need_help")
        self.player.tap("help_start_over")
        self.player.tap("confirm_secondary")
        self.player.find("welcome")

    def leaves(self) -> None:
        """Tap "Finish"."""
        self.player.tap("primary")
        self.player.find("welcome")


def words(player: Player, name: str) -> str:
    """What the visible text, notice or button of that name says."""
    widget = player.find(name)
    if isinstance(widget, Action):
        return widget.plain_text
    if isinstance(widget, Notice):
        return widget.text
    assert isinstance(widget, Text), f"{name} is no text"
    return widget.text()


def empty(player: Player, name: str) -> None:
    """Empty a line with a real keyboard."""
    player.tap(name)
    line = player.find(name)
    assert isinstance(line, QLineEdit)
    while line.text():
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClick(line, Qt.Key.Key_Backspace)


def retype(player: Player, name: str, text: str) -> None:
    """Empty a line and type something else."""
    empty(player, name)
    player.keys(name, text)
